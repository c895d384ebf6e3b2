//! Calls: list, read, place, hang up, delete.

use http::Method;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::account::{ACCOUNT_SID, Call as Leg, NUMBER, NUMBER_SID, Step};
use super::create::is_e164;
use super::error::{bad, not_there, wrong_method};
use super::messages::base;
use super::page::{self, Days, rfc2822};
use super::{phone, recordings, twiml};
use crate::http::{Answer, Call};
use crate::world::World;

const OVER: [&str; 5] = ["completed", "busy", "failed", "no-answer", "canceled"];

fn formatted(number: &str) -> String {
    match number.strip_prefix("+1") {
        Some(digits) if digits.len() == 10 => {
            format!("({}) {}-{}", &digits[..3], &digits[3..6], &digits[6..])
        }
        _ => number.to_owned(),
    }
}

fn started(leg: &Leg, now: Timestamp) -> Option<Timestamp> {
    let first = leg.steps.iter().find(|step| step.status != "queued")?;
    (first.at <= now).then_some(first.at)
}

fn ended(leg: &Leg, now: Timestamp) -> Option<Timestamp> {
    leg.step(now).filter(|step| OVER.contains(&step.status)).map(|step| step.at)
}

/// The resource as it is at `now`; nothing before the call exists.
fn render(leg: &Leg, now: Timestamp) -> Option<Value> {
    let step = leg.step(now)?;
    let uri = format!("{}/Calls/{}", base(), leg.sid);
    let talked = match (leg.answered, ended(leg, now)) {
        (Some(up), Some(end)) if step.status == "completed" => end.duration_since(up).as_secs().max(0),
        _ => 0,
    };
    let over = ended(leg, now).is_some();
    Some(json!({
        "sid": leg.sid, "parent_call_sid": leg.parent, "account_sid": ACCOUNT_SID, "phone_number_sid": NUMBER_SID,
        "from": leg.from, "from_formatted": formatted(&leg.from), "to": leg.to, "to_formatted": formatted(&leg.to),
        "status": step.status, "direction": leg.direction,
        "start_time": started(leg, now).map(rfc2822), "end_time": ended(leg, now).map(rfc2822),
        "duration": over.then(|| talked.to_string()),
        "date_created": rfc2822(leg.created), "date_updated": rfc2822(step.at),
        "price": (over && talked > 0).then_some("-0.00850"), "price_unit": "USD", "answered_by": Value::Null,
        "forwarded_from": leg.forwarded_from, "caller_name": Value::Null, "group_sid": Value::Null,
        "queue_time": "0", "trunk_sid": "", "api_version": "2010-04-01", "uri": format!("{uri}.json"),
        "subresource_uris": { "recordings": format!("{uri}/Recordings.json"), "events": format!("{uri}/Events.json"),
            "notifications": format!("{uri}/Notifications.json") },
    }))
}

/// `/Calls…`
pub fn answer(world: &mut World, call: &Call, path: &[&str]) -> Answer {
    match (path, &call.method) {
        (["Calls.json"], &Method::GET) => list(world, call),
        (["Calls.json"], &Method::POST) => place(world, call),
        (["Calls", sid, "Recordings.json"], &Method::GET) => recordings::list(world, call, Some(sid)),
        (["Calls", sid], method) => match sid.strip_suffix(".json") {
            Some(sid) => one(world, call, sid, method),
            None => not_there(sid),
        },
        (["Calls.json"] | ["Calls", ..], _) => wrong_method(),
        _ => not_there(&path.join("/")),
    }
}

fn list(world: &World, call: &Call) -> Answer {
    let (starts, ends) = match (Days::asked(call, "StartTime"), Days::asked(call, "EndTime")) {
        (Ok(starts), Ok(ends)) => (starts, ends),
        (Err(refusal), _) | (_, Err(refusal)) => return refusal,
    };
    let now = world.now;
    let is = |name: &str, value: &str| call.asked(name).is_none_or(|wanted| wanted == value);
    let mut found: Vec<&Leg> = world
        .twilio
        .calls
        .iter()
        .filter(|leg| is("To", &leg.to) && is("From", &leg.from))
        .filter(|leg| call.asked("ParentCallSid").is_none_or(|parent| leg.parent.as_deref() == Some(parent)))
        .filter(|leg| leg.step(now).is_some_and(|step| is("Status", step.status)))
        .filter(|leg| starts.pass(started(leg, now)) && ends.pass(ended(leg, now)))
        .collect();
    found.sort_by_key(|leg| std::cmp::Reverse(leg.created));
    let rows = found.into_iter().map(|leg| (leg.sid.clone(), leg)).collect();
    page::legacy(call, "calls", rows, false, |leg| render(leg, now).unwrap_or_default())
}

fn one(world: &mut World, call: &Call, sid: &str, method: &Method) -> Answer {
    let now = world.now;
    let place = world.twilio.calls.iter().position(|leg| leg.sid == sid && leg.step(now).is_some());
    let Some(place) = place else { return not_there(sid) };
    let leg = &mut world.twilio.calls[place];
    match *method {
        Method::GET => {}
        Method::DELETE if ended(leg, now).is_none() => {
            return bad(20009, "Cannot delete this resource before it is complete");
        }
        Method::DELETE => {
            world.twilio.calls.remove(place);
            return Answer::empty(204);
        }
        Method::POST => {
            if let Err(refusal) = hang_up(leg, call, now) {
                return refusal;
            }
        }
        _ => return wrong_method(),
    }
    render(&world.twilio.calls[place], now).map_or_else(|| not_there(sid), Answer::ok)
}

fn hang_up(leg: &mut Leg, call: &Call, now: Timestamp) -> Result<(), Answer> {
    let form = call.form().unwrap_or_default();
    let asked = form.iter().find(|(name, _)| name == "Status").map(|(_, value)| value.as_str());
    let status = match (asked, leg.step(now).map(|step| step.status)) {
        (Some("canceled"), Some("queued" | "ringing")) => "canceled",
        (Some("completed"), Some("queued" | "ringing" | "in-progress")) => "completed",
        (Some("canceled" | "completed"), _) => {
            return Err(bad(21220, "Call is not in-progress. Cannot redirect."));
        }
        _ => return Err(bad(20001, "Status must be canceled or completed")),
    };
    leg.steps.retain(|step| step.at <= now);
    leg.steps.push(Step { at: now, status, code: None });
    Ok(())
}

fn place(world: &mut World, call: &Call) -> Answer {
    let form = call.form().unwrap_or_default();
    let field = |name: &str| {
        form.iter().find(|(key, value)| key == name && !value.is_empty()).map(|(_, v)| v.as_str())
    };
    let Some(to) = field("To") else { return bad(21201, "No 'To' number specified") };
    let Some(from) = field("From") else { return bad(21213, "Caller phone number is required") };
    if from != NUMBER {
        return bad(21210, "The source phone number provided is not yet verified for your account");
    }
    if !is_e164(to) {
        return bad(21217, "Phone number does not appear to be valid");
    }
    // The numbers with which Twilio's own test credentials are refused.
    match to {
        "+15005550001" => return bad(21217, "Phone number does not appear to be valid"),
        "+15005550003" => return bad(21215, "Account not authorized to call this number"),
        _ => {}
    }
    let twiml = match (field("Url"), field("Twiml")) {
        (Some(_), _) => return bad(21205, "Url is not a valid URL"),
        (None, Some(twiml)) => twiml,
        (None, None) => return bad(21205, "Url parameter is required"),
    };
    if twiml.chars().count() > 4000 {
        return bad(21658, "Parameter 'Twiml' is too long");
    }
    if field("Timeout").is_some_and(|time| time.parse::<u32>().map_or(true, |time| time > 600)) {
        return bad(20001, "Timeout must be a number up to 600");
    }
    let Some(dial) = twiml::dial(twiml) else { return bad(12100, "Document parse failure") };
    if dial.caller.as_deref().is_some_and(|caller| caller != NUMBER) {
        return bad(21210, "The callerId is not verified for your account");
    }
    if !is_e164(&dial.number) {
        return bad(13224, "Dial: Twilio does not support calling this number or the number is invalid");
    }
    let sid = phone::placed(world, from, to, &dial.number);
    let now = world.now;
    let made = world.twilio.call(&sid).and_then(|leg| render(leg, now));
    made.map_or_else(|| not_there(&sid), |value| Answer::json(201, value))
}
