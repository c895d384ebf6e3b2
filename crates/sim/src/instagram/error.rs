//! Graph's error envelope.

use serde_json::{Value, json};

use crate::http::Answer;

/// A refusal with a code and perhaps a subcode.
pub fn refused(code: i64, subcode: Option<i64>, message: &str) -> Answer {
    let status = match code {
        190 => 401,
        10 | 200..=299 | 368 => 403,
        803 => 404,
        2 => 503,
        1 => 500,
        _ => 400,
    };
    envelope(status, code, subcode, message)
}

/// The envelope with a status of its own.
pub fn envelope(status: u16, code: i64, subcode: Option<i64>, message: &str) -> Answer {
    let kind = match code {
        9010 => "IGApiException",
        803 => "GraphMethodException",
        _ => "OAuthException",
    };
    let mut error = json!({
        "message": format!("(#{code}) {message}"), "type": kind, "code": code, "fbtrace_id": "AsimTrace0000000000000"
    });
    if let Some(subcode) = subcode {
        error["error_subcode"] = Value::from(subcode);
    }
    if matches!(code, 1 | 2) {
        error["is_transient"] = Value::Bool(true);
    }
    Answer::json(status, json!({ "error": error }))
}

/// What Meta says when it is ill (5xx) or asked too often (429).
pub fn passing_failure(status: u16) -> Answer {
    match status {
        429 => envelope(429, 4, Some(2_446_079), "Application request limit reached"),
        status => envelope(status, 2, None, "Service temporarily unavailable"),
    }
}

pub fn bad_parameter(message: &str) -> Answer {
    refused(100, None, message)
}

pub fn not_there(id: &str) -> Answer {
    refused(
        100,
        Some(33),
        &format!("Unsupported request. Object with ID '{id}' does not exist or cannot be loaded"),
    )
}

pub fn needs_token() -> Answer {
    refused(190, None, "Invalid OAuth access token - Cannot parse access token")
}

/// The conversations limit of the account is used up.
pub fn too_fast(ig_id: &str) -> Answer {
    let usage = json!({ ig_id: [{ "type": "instagram", "call_count": 100, "total_cputime": 20, "total_time": 20,
        "estimated_time_to_regain_access": 1 }] });
    envelope(400, 80002, None, "There have been too many calls to this Instagram account.")
        .with("x-business-use-case-usage", usage.to_string())
}
