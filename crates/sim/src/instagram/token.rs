//! Tokens: who may ask, refreshing, exchanging, giving back.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::account::{IG_ID, SCOPES, Token};
use super::error::{bad_parameter, needs_token, refused};
use crate::http::{Answer, Call};
use crate::world::World;

/// The app's secret in the simulator.
pub const APP_SECRET: &str = "anteroom-test-secret";

/// The token of a call, if it is good now.
pub fn of(world: &World, call: &Call) -> Result<Token, Answer> {
    let bearer = call.header("authorization").and_then(|value| value.strip_prefix("Bearer "));
    let Some(given) = bearer.or_else(|| call.asked("access_token")) else { return Err(needs_token()) };
    let Some(token) = world.instagram.tokens.iter().find(|token| token.value == given) else {
        return Err(needs_token());
    };
    if token.revoked {
        let text = "Error validating access token: The user has not authorized application.";
        return Err(refused(190, Some(458), text));
    }
    if world.now >= token.expires {
        return Err(refused(190, Some(463), "Error validating access token: Session has expired."));
    }
    Ok(token.clone())
}

/// `GET /refresh_access_token`
pub fn refresh(world: &mut World, call: &Call) -> Answer {
    if call.asked("grant_type") != Some("ig_refresh_token") {
        return bad_parameter("Param grant_type must be ig_refresh_token");
    }
    let token = match of(world, call) {
        Ok(token) => token,
        Err(refusal) => return refusal,
    };
    if !token.may(SCOPES[0]) {
        return refused(10, None, "Application does not have permission for this action");
    }
    if world.now.duration_since(token.issued) < SignedDuration::from_hours(24) {
        return bad_parameter("The access token is too new to be refreshed");
    }
    let now = world.now;
    let value = format!("IGAA{}", world.mint.opaque("token"));
    let scopes: Vec<&str> = token.scopes.iter().map(String::as_str).collect();
    // The old token goes on until its own end, as far as anybody knows.
    world.instagram.tokens.insert(0, Token::new(value.clone(), now, &scopes));
    granted(&value)
}

fn granted(value: &str) -> Answer {
    Answer::ok(json!({ "access_token": value, "token_type": "bearer", "expires_in": 5_183_944 }))
}

/// `GET /access_token`: short for long.
pub fn exchange(world: &mut World, call: &Call) -> Answer {
    if call.asked("grant_type") != Some("ig_exchange_token") {
        return bad_parameter("Param grant_type must be ig_exchange_token");
    }
    if call.asked("client_secret") != Some(APP_SECRET) {
        return bad_parameter("Error validating client secret.");
    }
    match of(world, call) {
        Ok(token) => {
            let now = world.now;
            let value = format!("IGAA{}", world.mint.opaque("token"));
            let scopes: Vec<&str> = token.scopes.iter().map(String::as_str).collect();
            world.instagram.tokens.push(Token::new(value.clone(), now, &scopes));
            granted(&value)
        }
        Err(refusal) => refusal,
    }
}

/// `POST https://api.instagram.com/oauth/access_token`: a code for a short token. Codes that begin with `flat` are
/// answered in the flat shape, all others in the documented one.
pub fn from_code(world: &mut World, call: &Call) -> Answer {
    let refused = |text: &str| {
        let body = json!({ "error_type": "OAuthException", "code": 400, "error_message": text });
        Answer::json(400, body)
    };
    let form: Vec<(String, String)> = match call.form() {
        Some(form) if !call.body.is_empty() => form,
        _ => call
            .parts
            .iter()
            .map(|part| (part.name.clone(), String::from_utf8_lossy(&part.bytes).into_owned()))
            .collect(),
    };
    let field = |name: &str| form.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    for needed in ["client_id", "client_secret", "redirect_uri", "code"] {
        if field(needed).is_none_or(str::is_empty) {
            return refused(&format!("You must provide a {needed}"));
        }
    }
    if field("grant_type") != Some("authorization_code") {
        return refused("Invalid grant_type");
    }
    let code = field("code").unwrap_or_default().to_owned();
    if field("client_secret") != Some(APP_SECRET) || world.instagram.codes.contains(&code) {
        return refused("Matching code was not found or was already used");
    }
    let now = world.now;
    let value = format!("IGAA{}", world.mint.opaque("token"));
    let mut token = Token::new(value.clone(), now, &SCOPES);
    token.expires = now + SignedDuration::from_hours(1);
    world.instagram.tokens.push(token);
    world.instagram.codes.push(code.clone());
    let row = json!({ "access_token": value, "user_id": IG_ID, "permissions": SCOPES.join(",") });
    Answer::ok(if code.starts_with("flat") { row } else { json!({ "data": [row] }) })
}

/// `DELETE /me/permissions`
pub fn give_back(world: &mut World) -> Answer {
    world.instagram.revoke_all();
    Answer::ok(json!({ "success": Value::Bool(true) }))
}
