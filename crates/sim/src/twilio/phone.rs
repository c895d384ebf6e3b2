//! Calls as they happen: rung, answered, missed, with or without a message; and calls that the desk places.

use jiff::{SignedDuration, Timestamp};

use super::account::{Call, DESK_PHONE, NUMBER, Recording, Sentence, Step, Transcript};
use crate::ledger::Entry;
use crate::media;
use crate::world::World;

/// How long the desk rings before the voicemail answers.
const RINGS: i64 = 20;

/// A message on the voicemail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voicemail {
    /// How long it is.
    pub seconds: u32,
    /// What is said, one sentence a line; nothing for an empty message.
    pub words: String,
    /// The language the transcript will name.
    pub language: String,
    /// Seconds until the transcript exists after the recording does; `None` makes none.
    pub transcribed_after: Option<u32>,
}

impl Voicemail {
    /// A message in English of so many seconds, transcribed half a minute later.
    pub fn saying(words: &str, seconds: u32) -> Self {
        Self { seconds, words: words.to_owned(), language: "en-US".into(), transcribed_after: Some(30) }
    }

    /// A caller who stayed silent: the recording is `absent`.
    pub fn silence() -> Self {
        Self { seconds: 0, words: String::new(), language: "en-US".into(), transcribed_after: None }
    }
}

fn step(at: Timestamp, status: &'static str) -> Step {
    Step { at, status, code: None }
}

fn seconds(n: i64) -> SignedDuration {
    SignedDuration::from_secs(n)
}

struct Leg<'a> {
    parent: Option<String>,
    from: &'a str,
    to: &'a str,
    direction: &'static str,
    steps: Vec<Step>,
    answered: Option<Timestamp>,
}

fn add(world: &mut World, leg: Leg<'_>) -> String {
    let sid = world.mint.sid("CA");
    let inbound = leg.direction == "inbound";
    world.twilio.calls.push(Call {
        sid: sid.clone(),
        parent: leg.parent,
        from: leg.from.to_owned(),
        to: leg.to.to_owned(),
        direction: leg.direction,
        created: leg.steps.first().map_or(world.now, |step| step.at),
        steps: leg.steps,
        answered: leg.answered,
        forwarded_from: inbound.then(|| NUMBER.to_owned()),
    });
    sid
}

fn rang(world: &mut World, call: &str, number: &str, how: &str) {
    world.ledger.add(Entry::Inbound {
        at_ms: world.now.as_millisecond(),
        channel: "phone".into(),
        provider_id: call.to_owned(),
        patient: number.to_owned(),
        body: how.to_owned(),
        media: 0,
    });
}

/// A patient rings and the desk picks up after four seconds.
pub fn answered(world: &mut World, number: &str, talk: u32) -> String {
    let start = world.now;
    let (up, end) = (start + seconds(4), start + seconds(4 + i64::from(talk)));
    let steps = vec![step(start, "ringing"), step(start + seconds(1), "in-progress"), step(end, "completed")];
    let (parent, direction) = (None, "inbound");
    let answered = Some(start + seconds(1));
    let sid = add(world, Leg { parent, from: number, to: NUMBER, direction, steps, answered });
    let steps = vec![step(start + seconds(1), "ringing"), step(up, "in-progress"), step(end, "completed")];
    let (parent, direction) = (Some(sid.clone()), "outbound-dial");
    add(world, Leg { parent, from: number, to: DESK_PHONE, direction, steps, answered: Some(up) });
    rang(world, &sid, number, "answered");
    sid
}

/// A patient rings, nobody picks up, and the voicemail answers.
pub fn missed(world: &mut World, number: &str, voicemail: Option<&Voicemail>) -> String {
    let start = world.now;
    let tone = start + seconds(RINGS + 6);
    let end = tone + seconds(voicemail.map_or(0, |voicemail| i64::from(voicemail.seconds.max(5))));
    let steps = vec![step(start, "ringing"), step(start + seconds(1), "in-progress"), step(end, "completed")];
    let answered = Some(start + seconds(1));
    let sid =
        add(world, Leg { parent: None, from: number, to: NUMBER, direction: "inbound", steps, answered });
    let steps = vec![step(start + seconds(1), "ringing"), step(start + seconds(RINGS), "no-answer")];
    let (parent, direction) = (Some(sid.clone()), "outbound-dial");
    add(world, Leg { parent, from: number, to: DESK_PHONE, direction, steps, answered: None });
    rang(world, &sid, number, if voicemail.is_some() { "voicemail" } else { "missed" });
    if let Some(voicemail) = voicemail {
        record(world, &sid, voicemail, tone, end);
    }
    sid
}

fn record(world: &mut World, call: &str, voicemail: &Voicemail, tone: Timestamp, end: Timestamp) {
    let sid = world.mint.sid("RE");
    let seed = world.mint.below(1_000_000);
    let silent = voicemail.seconds == 0;
    let ready = end + seconds(2);
    world.twilio.recordings.push(Recording {
        sid: sid.clone(),
        call: call.to_owned(),
        source: "RecordVerb",
        channels: 1,
        seconds: voicemail.seconds,
        started: tone,
        ready,
        silent,
        deleted: false,
        sound: media::voice(voicemail.seconds, seed).bytes,
    });
    if let (Some(after), false) = (voicemail.transcribed_after, silent) {
        let transcript = Transcript {
            sid: world.mint.sid("GT"),
            recording: sid,
            created: ready,
            ready: ready + seconds(i64::from(after)),
            language: voicemail.language.clone(),
            sentences: sentences(&voicemail.words, voicemail.seconds),
        };
        world.twilio.transcripts.push(transcript);
    }
}

fn sentences(words: &str, length: u32) -> Vec<Sentence> {
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let each = f64::from(length) / lines.len().max(1) as f64;
    let row = |(n, line): (usize, &&str)| {
        let start = each * n as f64;
        Sentence { start, end: start + each * 0.9, channel: 1, words: (*line).to_owned() }
    };
    lines.iter().enumerate().map(row).collect()
}

/// The desk places a call: its own telephone rings first, then the patient's.
pub fn placed(world: &mut World, from: &str, desk: &str, patient: &str) -> String {
    let start = world.now;
    let at = |n| start + seconds(n);
    let picks_up = world.twilio.people.get(patient).is_none_or(|person| person.picks_up);
    let end = at(if picks_up { 70 } else { 40 });
    let steps = vec![
        step(start, "queued"),
        step(at(1), "ringing"),
        step(at(5), "in-progress"),
        step(end, "completed"),
    ];
    let answered = Some(at(5));
    let sid = add(world, Leg { parent: None, from, to: desk, direction: "outbound-api", steps, answered });
    let mut steps = vec![step(at(6), "ringing")];
    let answered = picks_up.then(|| at(10));
    if picks_up {
        steps.push(step(at(10), "in-progress"));
        steps.push(step(end, "completed"));
    } else {
        steps.push(step(at(36), "no-answer"));
    }
    let (parent, direction) = (Some(sid.clone()), "outbound-dial");
    add(world, Leg { parent, from, to: patient, direction, steps, answered });
    world.practice_wrote(Entry::Outbound {
        at_ms: start.as_millisecond(),
        channel: "phone".into(),
        provider_id: sid.clone(),
        patient: patient.to_owned(),
        body: "call".into(),
        media: 0,
        elsewhere: false,
    });
    sid
}
