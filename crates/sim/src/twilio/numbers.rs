//! `IncomingPhoneNumbers`: the practice's own numbers and where their calls go.

use http::Method;
use serde_json::{Value, json};

use super::account::{ACCOUNT_SID, NUMBER, NUMBER_SID};
use super::error::{not_there, wrong_method};
use super::{messages, page};
use crate::http::{Answer, Call};
use crate::world::World;

const SETTINGS: [(&str, &str); 6] = [
    ("VoiceUrl", "voice_url"),
    ("VoiceMethod", "voice_method"),
    ("VoiceFallbackUrl", "voice_fallback_url"),
    ("SmsUrl", "sms_url"),
    ("StatusCallback", "status_callback"),
    ("FriendlyName", "friendly_name"),
];

fn number(world: &World) -> Value {
    let mut out = json!({
        "sid": NUMBER_SID, "account_sid": ACCOUNT_SID, "phone_number": NUMBER, "friendly_name": "Marlow Street Clinic",
        "capabilities": { "voice": true, "sms": true, "mms": true, "fax": false },
        "voice_url": "https://handler.twilio.com/twiml/EH00000000000000000000000000000001", "voice_method": "POST",
        "voice_fallback_url": "", "sms_url": "", "status_callback": "", "voice_application_sid": "", "trunk_sid": Value::Null,
        "uri": format!("{}/IncomingPhoneNumbers/{NUMBER_SID}.json", messages::base()),
    });
    for (name, value) in &world.twilio.number_settings {
        out[name.as_str()] = value.clone();
    }
    out
}

/// `/IncomingPhoneNumbers…`
pub fn answer(world: &mut World, call: &Call, path: &[&str]) -> Answer {
    match (path, &call.method) {
        (["IncomingPhoneNumbers.json"], &Method::GET) => {
            let wanted = call.asked("PhoneNumber").is_none_or(|wanted| wanted == NUMBER);
            let rows = wanted.then(|| (NUMBER_SID.to_owned(), number(world))).into_iter().collect();
            page::legacy(call, "incoming_phone_numbers", rows, false, |number| number)
        }
        (["IncomingPhoneNumbers", sid], method) if sid.strip_suffix(".json") == Some(NUMBER_SID) => {
            match *method {
                Method::GET => Answer::ok(number(world)),
                Method::POST => {
                    for (name, value) in call.form().unwrap_or_default() {
                        if let Some((_, member)) = SETTINGS.iter().find(|(setting, _)| *setting == name) {
                            world.twilio.number_settings.insert((*member).to_owned(), Value::from(value));
                        }
                    }
                    Answer::ok(number(world))
                }
                _ => wrong_method(),
            }
        }
        (["IncomingPhoneNumbers.json"], _) => wrong_method(),
        _ => not_there(&path.join("/")),
    }
}
