//! Which question goes where, and who may ask it.

use http::Method;
use serde_json::json;

use super::account::ACCOUNT_SID;
use super::auth::{self, Power};
use super::error::{not_there, unauthorised, wrong_method};
use super::{calls, content, intelligence, keys, messages, numbers, recordings, senders};
use crate::http::{Answer, Call};
use crate::world::World;

/// Answers a request to one of Twilio's hosts.
pub fn answer(world: &mut World, call: &Call) -> Answer {
    if call.host == "mms.twiliocdn.com" {
        return messages::content_network(world, call);
    }
    let power = match auth::of(world, call) {
        Ok(power) => power,
        Err(refusal) => return refusal,
    };
    world.twilio.requests += 1;
    let path = call.segments();
    match (call.host.as_str(), path.as_slice()) {
        ("api.twilio.com", ["2010-04-01", "Accounts", ACCOUNT_SID, rest @ ..]) => {
            core(world, call, rest, power)
        }
        ("api.twilio.com", ["2010-04-01", "Accounts.json"]) => account(power),
        ("api.twilio.com", ["2010-04-01", "Accounts", sid])
            if sid.strip_suffix(".json") == Some(ACCOUNT_SID) =>
        {
            account(power)
        }
        ("content.twilio.com", ["v1", rest @ ..]) => content::answer(world, call, rest),
        ("intelligence.twilio.com", ["v2", rest @ ..]) => intelligence::answer(world, call, rest),
        ("iam.twilio.com", ["v1", "Keys", sid]) => keys::answer(world, call, sid, power),
        ("messaging.twilio.com", ["v2", "Indicators", "Typing.json"]) => typing(world, call),
        ("messaging.twilio.com", ["v2", "Channels", "Senders", rest @ ..]) => {
            senders::answer(world, call, rest)
        }
        _ => not_there(&format!("/{}", path.join("/"))),
    }
}

fn account(power: Power) -> Answer {
    match power {
        Power::Standard => unauthorised(),
        Power::Full => Answer::ok(
            json!({ "sid": ACCOUNT_SID, "friendly_name": "Marlow Street Clinic", "status": "active", "type": "Full" }),
        ),
    }
}

fn core(world: &mut World, call: &Call, path: &[&str], power: Power) -> Answer {
    match path.first().copied().unwrap_or_default() {
        "Messages.json" | "Messages" => messages::answer(world, call, path),
        "Calls.json" | "Calls" => calls::answer(world, call, path),
        "Recordings.json" | "Recordings" | "Transcriptions.json" | "Transcriptions" => {
            recordings::answer(world, call, path)
        }
        "IncomingPhoneNumbers.json" | "IncomingPhoneNumbers" => numbers::answer(world, call, path),
        "Keys.json" | "Keys" if power == Power::Standard => unauthorised(),
        _ => not_there(&path.join("/")),
    }
}

fn typing(world: &mut World, call: &Call) -> Answer {
    if call.method != Method::POST {
        return wrong_method();
    }
    let form = call.form().unwrap_or_default();
    let field = |name: &str| form.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let known = field("messageId").filter(|sid| world.twilio.message(sid).is_some_and(|row| row.inbound));
    match (field("channel").as_deref(), known) {
        (Some("whatsapp"), Some(sid)) => {
            world.twilio.seen.push(sid);
            Answer::ok(json!({ "success": true }))
        }
        _ => super::error::bad(20001, "messageId and channel are required"),
    }
}
