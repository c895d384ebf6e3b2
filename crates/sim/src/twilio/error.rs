//! Twilio's error envelope.

use serde_json::json;

use crate::http::Answer;

/// A refusal: HTTP status, code, words.
pub fn refused(status: u16, code: u32, message: &str) -> Answer {
    Answer::json(
        status,
        json!({ "code": code, "message": message, "status": status,
            "more_info": format!("https://www.twilio.com/docs/errors/{code}") }),
    )
}

/// A parameter that is wrong (400).
pub fn bad(code: u32, message: &str) -> Answer {
    refused(400, code, message)
}

/// There is no such thing (404, 20404).
pub fn not_there(path: &str) -> Answer {
    refused(404, 20404, &format!("The requested resource {path} was not found"))
}

/// The credential is wrong or may not do this (401, 20003).
pub fn unauthorised() -> Answer {
    refused(401, 20003, "Authenticate").with("www-authenticate", "Basic realm=\"Twilio API\"")
}

/// This method is not for this resource (405, 20004).
pub fn wrong_method() -> Answer {
    refused(405, 20004, "Method not allowed")
}

/// What Twilio says when it is ill (5xx) or asked too often (429). It documents no `Retry-After`.
pub fn passing_failure(status: u16) -> Answer {
    match status {
        429 => refused(429, 20429, "Too Many Requests").with("twilio-concurrent-requests", "101"),
        status => refused(status, 20500, "An internal server error has occurred"),
    }
}
