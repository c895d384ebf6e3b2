//! API keys: only deleting one, which is how a practice gives its right back.

use http::Method;
use serde_json::json;

use super::auth::Power;
use super::error::{not_there, unauthorised, wrong_method};
use crate::http::{Answer, Call};
use crate::world::World;

/// `https://iam.twilio.com/v1/Keys/{SK}`. A standard key may not touch keys, not even itself.
pub fn answer(world: &mut World, call: &Call, sid: &str, power: Power) -> Answer {
    if power == Power::Standard {
        return unauthorised();
    }
    let Some(key) = world.twilio.keys.iter_mut().find(|key| key.sid == sid && !key.deleted) else {
        return not_there(sid);
    };
    match call.method {
        Method::DELETE => {
            key.deleted = true;
            Answer::empty(204)
        }
        Method::GET => Answer::ok(json!({ "sid": key.sid, "friendly_name": "desk" })),
        _ => wrong_method(),
    }
}
