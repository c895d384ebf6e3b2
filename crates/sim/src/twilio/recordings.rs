//! Recordings, their sound, and the older transcriptions of voicemail, which exist on accounts without Voice
//! Intelligence.

use http::Method;
use serde_json::{Value, json};

use super::account::{ACCOUNT_SID, Recording, Transcript};
use super::error::{bad, not_there, wrong_method};
use super::messages::{base, elsewhere};
use super::page::{self, Days, rfc2822};
use crate::http::{Answer, Call};
use crate::media::File;
use crate::world::World;
use jiff::Timestamp;

fn status(recording: &Recording, now: Timestamp) -> &'static str {
    match recording {
        Recording { deleted: true, .. } => "deleted",
        Recording { ready, .. } if now < *ready => "processing",
        Recording { silent: true, .. } => "absent",
        Recording { .. } => "completed",
    }
}

fn render(recording: &Recording, now: Timestamp) -> Value {
    let path = format!("{}/Recordings/{}", base(), recording.sid);
    let status = status(recording, now);
    let updated = if now < recording.ready { recording.started } else { recording.ready };
    json!({
        "sid": recording.sid, "account_sid": ACCOUNT_SID, "call_sid": recording.call, "conference_sid": Value::Null,
        "status": status, "source": recording.source, "channels": recording.channels,
        "duration": if status == "processing" { "-1".to_owned() } else { recording.seconds.to_string() },
        "start_time": rfc2822(recording.started), "date_created": rfc2822(recording.started),
        "date_updated": rfc2822(updated), "price": Value::Null, "price_unit": "USD",
        "error_code": (status == "absent").then_some(16102), "encryption_details": Value::Null,
        "api_version": "2010-04-01", "media_url": format!("https://api.twilio.com{path}"),
        "uri": format!("{path}.json"),
        "subresource_uris": { "transcriptions": format!("{path}/Transcriptions.json"),
            "add_on_results": format!("{path}/AddOnResults.json") },
    })
}

/// `/Recordings…` and `/Transcriptions…`
pub fn answer(world: &mut World, call: &Call, path: &[&str]) -> Answer {
    match (path, &call.method) {
        (["Recordings.json"], &Method::GET) => list(world, call, None),
        (["Recordings", sid, "Transcriptions.json"], &Method::GET) => transcriptions(world, call, Some(sid)),
        (["Transcriptions.json"], &Method::GET) => transcriptions(world, call, None),
        (["Transcriptions", name], method) => transcription(world, name, method),
        (["Recordings", name], method) => one(world, name, method),
        (["Recordings.json" | "Transcriptions.json"], _) => wrong_method(),
        _ => not_there(&path.join("/")),
    }
}

/// Newest first; of one call only, if asked.
pub fn list(world: &World, call: &Call, of: Option<&str>) -> Answer {
    let days = match Days::asked(call, "DateCreated") {
        Ok(days) => days,
        Err(refusal) => return refusal,
    };
    let now = world.now;
    let of = of.or_else(|| call.asked("CallSid"));
    let with_deleted = call.asked("IncludeSoftDeleted") == Some("true");
    let mut found: Vec<&Recording> = world
        .twilio
        .recordings
        .iter()
        .filter(|row| row.started <= now && (with_deleted || !row.deleted))
        .filter(|row| of.is_none_or(|of| row.call == of) && days.pass(Some(row.started)))
        .collect();
    found.sort_by_key(|row| std::cmp::Reverse(row.started));
    let rows = found.into_iter().map(|row| (row.sid.clone(), row)).collect();
    page::legacy(call, "recordings", rows, false, |row| render(row, now))
}

fn one(world: &mut World, name: &str, method: &Method) -> Answer {
    let now = world.now;
    let (sid, kind) = name.split_once('.').unwrap_or((name, "wav"));
    let found =
        world.twilio.recordings.iter_mut().find(|row| row.sid == sid && row.started <= now && !row.deleted);
    let Some(recording) = found else { return not_there(sid) };
    match (method, kind) {
        (&Method::GET, "json") => Answer::ok(render(recording, now)),
        (&Method::DELETE, "json") if status(recording, now) == "processing" => {
            bad(20009, "Cannot delete this resource before it is complete")
        }
        (&Method::DELETE, "json") => {
            recording.deleted = true;
            world.files.forget(sid);
            Answer::empty(204)
        }
        (&Method::GET, "wav" | "mp3") if status(recording, now) != "completed" => not_there(sid),
        (&Method::GET, "wav" | "mp3") => {
            // There is no encoder here, so "mp3" is answered with WAV bytes under their true type.
            let (bytes, name) = (recording.sound.clone(), format!("{sid}.wav"));
            let sid = sid.to_owned();
            elsewhere(world, &sid, File { mime: "audio/x-wav".into(), name, bytes })
        }
        _ => wrong_method(),
    }
}

/// The older transcript of a recording: one text, no times.
fn older(world: &World, transcript: &Transcript) -> Value {
    let done = world.now >= transcript.ready;
    let words: Vec<&str> = transcript.sentences.iter().map(|sentence| sentence.words.as_str()).collect();
    let sid = older_sid(transcript);
    json!({
        "sid": sid, "account_sid": ACCOUNT_SID, "api_version": "2010-04-01", "recording_sid": transcript.recording,
        "status": if done { "completed" } else { "in-progress" }, "type": "fast",
        "transcription_text": done.then(|| words.join(" ")),
        "duration": transcript.sentences.last().map_or(0, |last| last.end as u32).to_string(),
        "date_created": rfc2822(transcript.created), "date_updated": rfc2822(transcript.ready.min(world.now)),
        "price": Value::Null, "price_unit": "USD", "uri": format!("{}/Transcriptions/{sid}.json", base()),
    })
}

fn older_sid(transcript: &Transcript) -> String {
    transcript.sid.replacen("GT", "TR", 1)
}

fn older_ones<'a>(world: &'a World, of: Option<&'a str>) -> impl Iterator<Item = &'a Transcript> {
    let exist = !world.twilio.intelligence;
    let rows = world.twilio.transcripts.iter().filter(move |row| exist && row.created <= world.now);
    rows.filter(move |row| of.is_none_or(|of| row.recording == of))
}

fn transcriptions(world: &World, call: &Call, of: Option<&str>) -> Answer {
    let mut found: Vec<&Transcript> = older_ones(world, of).collect();
    found.sort_by_key(|row| std::cmp::Reverse(row.created));
    let rows = found.into_iter().map(|row| (older_sid(row), row)).collect();
    page::legacy(call, "transcriptions", rows, false, |row| older(world, row))
}

fn transcription(world: &mut World, name: &str, method: &Method) -> Answer {
    let sid = name.strip_suffix(".json").unwrap_or(name);
    let Some(row) = older_ones(world, None).find(|row| older_sid(row) == sid) else { return not_there(sid) };
    match *method {
        Method::GET => Answer::ok(older(world, row)),
        Method::DELETE => {
            world.twilio.transcripts.retain(|row| older_sid(row) != sid);
            Answer::empty(204)
        }
        _ => wrong_method(),
    }
}
