//! Voice Intelligence: the words of recordings.

use http::Method;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::account::{ACCOUNT_SID, SERVICE_SID, Sentence, Transcript};
use super::error::{bad, not_there, wrong_method};
use super::page::{self, iso};
use crate::http::{Answer, Call};
use crate::world::World;

fn status(transcript: &Transcript, now: Timestamp) -> &'static str {
    if now >= transcript.ready { "completed" } else { "in-progress" }
}

fn render(transcript: &Transcript, now: Timestamp) -> Value {
    let url = format!("https://intelligence.twilio.com/v2/Transcripts/{}", transcript.sid);
    let channel = json!({ "type": "audio", "media_properties": { "source": "Recording", "source_sid": transcript.recording },
        "participants": [{ "channel_participant": 1, "user_id": "patient" }] });
    json!({
        "sid": transcript.sid, "account_sid": ACCOUNT_SID, "service_sid": SERVICE_SID,
        "date_created": iso(transcript.created), "date_updated": iso(transcript.ready.min(now)),
        "status": status(transcript, now), "channel": channel, "data_logging": false,
        "language_code": transcript.language, "customer_key": Value::Null, "media_start_time": Value::Null,
        "duration": transcript.sentences.last().map(|last| last.end as u32), "redaction": true,
        "url": url, "links": { "sentences": format!("{url}/Sentences"), "media": format!("{url}/Media") },
    })
}

/// `https://intelligence.twilio.com/v2/…`
pub fn answer(world: &mut World, call: &Call, path: &[&str]) -> Answer {
    match (path, &call.method) {
        (["Transcripts", ..], _) if !world.twilio.intelligence => page::nothing(call, "transcripts"),
        (["Services"], &Method::GET) => {
            let service = json!({ "sid": SERVICE_SID, "account_sid": ACCOUNT_SID, "unique_name": "front-desk",
                "friendly_name": "Front desk", "language_code": "en-US", "auto_transcribe": true, "auto_redaction": false });
            let rows = world.twilio.intelligence.then(|| (SERVICE_SID.to_owned(), service));
            page::meta(call, "services", rows.into_iter().collect(), |service| service)
        }
        (["Transcripts"], &Method::GET) => list(world, call),
        (["Transcripts"], &Method::POST) => order(world, call),
        (["Transcripts", sid, rest @ ..], method) => one(world, call, sid, rest, method),
        (["Services", ..] | ["Transcripts"], _) => wrong_method(),
        _ => not_there(&path.join("/")),
    }
}

fn list(world: &World, call: &Call) -> Answer {
    let now = world.now;
    let time = |name: &str| match call.asked(name).map(str::parse::<Timestamp>) {
        None => Ok(None),
        Some(Ok(at)) => Ok(Some(at)),
        Some(Err(_)) => Err(bad(20001, "Invalid date value")),
    };
    let (after, before) = match (time("AfterDateCreated"), time("BeforeDateCreated")) {
        (Ok(after), Ok(before)) => (after, before),
        (Err(refusal), _) | (_, Err(refusal)) => return refusal,
    };
    let is = |name: &str, value: &str| call.asked(name).is_none_or(|wanted| wanted == value);
    let mut found: Vec<&Transcript> = world
        .twilio
        .transcripts
        .iter()
        .filter(|row| row.created <= now && is("ServiceSid", SERVICE_SID) && is("SourceSid", &row.recording))
        .filter(|row| is("Status", status(row, now)) && is("LanguageCode", &row.language))
        .filter(|row| after.is_none_or(|at| row.created >= at) && before.is_none_or(|at| row.created <= at))
        .collect();
    found.sort_by_key(|row| std::cmp::Reverse(row.created));
    let rows = found.into_iter().map(|row| (row.sid.clone(), row)).collect();
    page::meta(call, "transcripts", rows, |row| render(row, now))
}

fn order(world: &World, call: &Call) -> Answer {
    let form = call.form().unwrap_or_default();
    let field = |name: &str| form.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    if field("ServiceSid") != Some(SERVICE_SID) {
        return bad(20001, "ServiceSid is required");
    }
    let channel = field("Channel").and_then(|text| serde_json::from_str::<Value>(text).ok());
    let source = channel.as_ref().and_then(|channel| channel.pointer("/media_properties/source_sid"));
    let Some(source) = source.and_then(Value::as_str) else { return bad(20001, "Channel is invalid") };
    let now = world.now;
    match world.twilio.transcripts.iter().find(|row| row.recording == source) {
        Some(row) => Answer::json(202, render(row, now)),
        None => not_there(source),
    }
}

fn one(world: &mut World, call: &Call, sid: &str, rest: &[&str], method: &Method) -> Answer {
    let now = world.now;
    let place = world.twilio.transcripts.iter().position(|row| row.sid == sid && row.created <= now);
    let Some(place) = place else { return not_there(sid) };
    let row = &world.twilio.transcripts[place];
    match (rest, method) {
        ([], &Method::GET) => Answer::ok(render(row, now)),
        ([], &Method::DELETE) => {
            world.twilio.transcripts.remove(place);
            Answer::empty(204)
        }
        (["Sentences"], &Method::GET) if now < row.ready => page::nothing(call, "sentences"),
        (["Sentences"], &Method::GET) => {
            let line = |(n, sentence): (usize, &Sentence)| {
                // Twilio writes the same number sometimes bare and sometimes as text.
                let end =
                    if n.is_multiple_of(2) { json!(sentence.end) } else { json!(sentence.end.to_string()) };
                json!({ "sid": format!("GX{n:032x}"), "media_channel": sentence.channel, "sentence_index": n,
                    "start_time": sentence.start, "end_time": end, "transcript": sentence.words,
                    "confidence": 0.93, "words": Value::Null })
            };
            let rows =
                row.sentences.iter().enumerate().map(|row| (format!("GX{:032x}", row.0), row)).collect();
            page::meta(call, "sentences", rows, line)
        }
        (["OperatorResults"], &Method::GET) => page::nothing(call, "operator_results"),
        (["Media"], &Method::GET) => Answer::ok(json!({
            "account_sid": ACCOUNT_SID, "service_sid": SERVICE_SID, "sid": sid,
            "media_url": format!("https://mms.twiliocdn.com/{ACCOUNT_SID}/{}", row.recording) })),
        _ => wrong_method(),
    }
}
