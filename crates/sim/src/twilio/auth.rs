//! Who may ask: account and Auth Token, or a key and its secret.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::account::{ACCOUNT_SID, AUTH_TOKEN};
use super::error::unauthorised;
use crate::http::{Answer, Call};
use crate::world::World;

/// What the credential may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Power {
    /// Everything.
    Full,
    /// Everything but accounts and keys.
    Standard,
}

/// The power of a call's credential.
pub fn of(world: &World, call: &Call) -> Result<Power, Answer> {
    let given = call.header("authorization").and_then(|value| value.strip_prefix("Basic "));
    let given =
        given.and_then(|text| STANDARD.decode(text).ok()).and_then(|bytes| String::from_utf8(bytes).ok());
    let Some((user, password)) = given.as_deref().and_then(|text| text.split_once(':')) else {
        return Err(unauthorised());
    };
    let account = &world.twilio;
    if user == ACCOUNT_SID && password == AUTH_TOKEN && !account.auth_token_revoked {
        return Ok(Power::Full);
    }
    let key = account.keys.iter().find(|key| key.sid == user && key.secret == password && !key.deleted);
    match key {
        Some(key) if key.main => Ok(Power::Full),
        Some(_) => Ok(Power::Standard),
        None => Err(unauthorised()),
    }
}
