//! `Channels/Senders`: the practice's numbers on WhatsApp, with where each of them stands.
//!
//! Source: Twilio's Senders API (`messaging.twilio.com/v2`). It is younger than most accounts and needs a right of its
//! own, so it can be switched off: then it answers as to a key that may not ask.

use http::Method;
use serde_json::{Value, json};

use super::error::{bad, not_there, unauthorised, wrong_method};
use super::page;
use crate::http::{Answer, Call};
use crate::world::World;

fn render((sid, sender): (&str, &(String, String))) -> Value {
    let (number, status) = sender;
    json!({
        "sid": sid, "status": status, "sender_id": format!("whatsapp:{number}"),
        "configuration": { "waba_id": "200110022003300", "verification_method": Value::Null },
        "webhook": { "callback_url": Value::Null, "callback_method": "POST" },
        "profile": { "name": "Marlow Street Clinic", "vertical": "Medical and Health" },
        "properties": { "quality_rating": "HIGH", "messaging_limit": "1K Customers/24hr" },
        "offline_reasons": Value::Null, "compliance": Value::Null,
        "url": format!("https://messaging.twilio.com/v2/Channels/Senders/{sid}"),
    })
}

/// `https://messaging.twilio.com/v2/Channels/Senders…`
pub fn answer(world: &World, call: &Call, rest: &[&str]) -> Answer {
    let Some(senders) = &world.twilio.senders else { return unauthorised() };
    let sid = |place: usize| format!("XE{:032x}", place + 1);
    match (rest, &call.method) {
        ([], &Method::GET) => match call.asked("Channel") {
            Some("whatsapp") => {
                let rows =
                    senders.iter().enumerate().map(|(place, sender)| (sid(place), (sid(place), sender)));
                page::meta(call, "senders", rows.collect(), |(sid, sender)| render((&sid, sender)))
            }
            Some(_) => page::nothing(call, "senders"),
            None => bad(20001, "Channel is required"),
        },
        ([wanted], &Method::GET) => {
            match senders.iter().enumerate().find(|(place, _)| sid(*place) == **wanted) {
                Some((_, sender)) => Answer::ok(render((wanted, sender))),
                None => not_there(wanted),
            }
        }
        _ => wrong_method(),
    }
}
