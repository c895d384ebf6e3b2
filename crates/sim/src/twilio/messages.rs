//! Messages: list, read, redact, delete, and their media.

use http::Method;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::account::{ACCOUNT_SID, Message};
use super::error::{bad, not_there, refused, wrong_method};
use super::page::{self, Days, rfc2822};
use super::{create, patient};
use crate::http::{Answer, Call};
use crate::world::World;

const FINAL: [&str; 7] = ["received", "delivered", "read", "undelivered", "failed", "canceled", "sent"];

/// The path of the account.
pub fn base() -> String {
    format!("/2010-04-01/Accounts/{ACCOUNT_SID}")
}

/// When it went out; nothing while it waits.
fn sent(message: &Message, now: Timestamp) -> Option<Timestamp> {
    let gone = |status: &str| matches!(status, "received" | "sending" | "sent" | "undelivered");
    message.steps.iter().find(|step| gone(step.status) && step.at <= now).map(|step| step.at)
}

/// The resource as it is at `now`.
pub fn render(message: &Message, now: Timestamp) -> Value {
    let step = message.step(now);
    let direction = if message.inbound { "inbound" } else { "outbound-api" };
    let uri = format!("{}/Messages/{}", base(), message.sid);
    let billed = message.steps.iter().any(|step| step.status == "delivered" && step.at <= now);
    let segments =
        message.body.chars().count().div_ceil(if message.body.is_ascii() { 160 } else { 70 }).max(1);
    json!({
        "sid": message.sid, "account_sid": ACCOUNT_SID, "api_version": "2010-04-01",
        "from": message.from, "to": message.to, "body": message.body, "direction": direction,
        "status": step.status, "num_segments": segments.to_string(), "num_media": message.media.len().to_string(),
        "date_created": rfc2822(message.created), "date_sent": sent(message, now).map(rfc2822),
        "date_updated": rfc2822(step.at), "messaging_service_sid": message.service,
        "price": billed.then_some("-0.00750"), "price_unit": "USD",
        "error_code": step.code, "error_message": step.code.map(|_| "The message could not be delivered"),
        "uri": format!("{uri}.json"), "subresource_uris": { "media": format!("{uri}/Media.json") },
    })
}

/// `/Messages…`
pub fn answer(world: &mut World, call: &Call, path: &[&str]) -> Answer {
    match (path, &call.method) {
        (["Messages.json"], &Method::GET) => list(world, call),
        (["Messages.json"], &Method::POST) => create::answer(world, call),
        (["Messages", sid], method) => match sid.strip_suffix(".json").map(str::to_owned) {
            Some(sid) => one(world, call, &sid, method),
            None => not_there(sid),
        },
        (["Messages", sid, "Media.json"], &Method::GET) => media_list(world, call, sid),
        (["Messages", sid, "Media", media], method) => media_one(world, sid, media, method),
        (["Messages", sid, "Feedback.json"], &Method::POST) => match world.twilio.message(sid) {
            Some(_) => Answer::json(201, json!({ "message_sid": sid, "outcome": "confirmed" })),
            None => not_there(sid),
        },
        (["Messages.json"] | ["Messages", ..], _) => wrong_method(),
        _ => not_there(&path.join("/")),
    }
}

fn list(world: &mut World, call: &Call) -> Answer {
    let later = call.asked("Page").is_some_and(|page| page != "0");
    if world.twilio.shifting_pages && later {
        patient::shift(world);
    }
    let days = match Days::asked(call, "DateSent") {
        Ok(days) => days,
        Err(refusal) => return refusal,
    };
    if call.asked("DateSent").is_some_and(|value| value.starts_with(['<', '>'])) {
        return bad(20001, "Invalid date value");
    }
    let now = world.now;
    let is = |name: &str, value: &str| call.asked(name).is_none_or(|wanted| wanted == value);
    let mut found: Vec<&Message> = world
        .twilio
        .messages
        .iter()
        .filter(|row| is("To", &row.to) && is("From", &row.from) && days.pass(sent(row, now)))
        .collect();
    found.sort_by_key(|row| std::cmp::Reverse(row.created));
    let rows = found.into_iter().map(|row| (row.sid.clone(), row)).collect();
    page::legacy(call, "messages", rows, world.twilio.shifting_pages, |row| render(row, now))
}

fn one(world: &mut World, call: &Call, sid: &str, method: &Method) -> Answer {
    let now = world.now;
    let Some(place) = world.twilio.messages.iter().position(|row| row.sid == sid) else {
        return not_there(sid);
    };
    let row = &mut world.twilio.messages[place];
    let status = row.step(now).status;
    match *method {
        Method::GET => Answer::ok(render(row, now)),
        Method::POST => {
            let form = call.form().unwrap_or_default();
            match form.iter().find(|(name, _)| name == "Body") {
                Some((_, text)) if text.is_empty() => {
                    row.body.clear();
                    Answer::ok(render(row, now))
                }
                Some(_) => bad(20001, "The body can only be emptied"),
                None => bad(30409, "The message cannot be canceled"),
            }
        }
        Method::DELETE if !FINAL.contains(&status) => {
            refused(409, 20009, "Cannot delete this resource before it is complete")
        }
        Method::DELETE => {
            world.twilio.messages.remove(place);
            Answer::empty(204)
        }
        _ => wrong_method(),
    }
}

fn media_value(message: &Message, sid: &str, mime: &str) -> Value {
    json!({ "sid": sid, "account_sid": ACCOUNT_SID, "parent_sid": message.sid, "content_type": mime,
        "date_created": rfc2822(message.created), "date_updated": rfc2822(message.created),
        "uri": format!("{}/Messages/{}/Media/{sid}.json", base(), message.sid) })
}

fn media_list(world: &World, call: &Call, sid: &str) -> Answer {
    let Some(message) = world.twilio.message(sid) else { return not_there(sid) };
    let rows = message.media.iter().map(|(media, file)| (media.clone(), (media, file))).collect();
    page::legacy(call, "media_list", rows, false, |(media, file)| media_value(message, media, &file.mime))
}

fn media_one(world: &mut World, sid: &str, media: &str, method: &Method) -> Answer {
    let (id, as_json) = match media.strip_suffix(".json") {
        Some(id) => (id, true),
        None => (media, false),
    };
    let Some(message) = world.twilio.messages.iter_mut().find(|row| row.sid == sid) else {
        return not_there(sid);
    };
    let Some(place) = message.media.iter().position(|(found, _)| found == id) else { return not_there(id) };
    match (method, as_json) {
        (&Method::GET, true) => Answer::ok(media_value(message, id, &message.media[place].1.mime)),
        (&Method::GET, false) => {
            let (key, file) = message.media[place].clone();
            elsewhere(world, &key, file)
        }
        (&Method::DELETE, true) => {
            message.media.remove(place);
            world.files.forget(id);
            Answer::empty(204)
        }
        _ => wrong_method(),
    }
}

/// The bytes lie on the content network: a redirect to a link that ends.
pub fn elsewhere(world: &mut World, key: &str, file: crate::media::File) -> Answer {
    let until = world.now + jiff::SignedDuration::from_hours(4);
    world.files.link(key.to_owned(), file, Some(until));
    let signed = format!(
        "https://mms.twiliocdn.com/{ACCOUNT_SID}/{key}?Expires={}&Signature=simulated",
        until.as_second()
    );
    Answer::empty(307).with("location", signed)
}

/// `https://mms.twiliocdn.com/…`: open to whoever knows the link, and no place for our credential.
pub fn content_network(world: &World, call: &Call) -> Answer {
    if call.header("authorization").is_some() {
        return Answer::empty(400);
    }
    match call.path.last().and_then(|key| world.files.behind(key)) {
        None => Answer::empty(404),
        Some(link) if link.until.is_some_and(|until| world.now >= until) => Answer::empty(403),
        Some(link) => Answer::bytes(&link.file.mime, link.file.bytes.clone()),
    }
}
