//! The feed of recordings and their words.
//!
//! Holds: a recording is told together with its call, so it never speaks of a call that nobody knows; the call is the
//! folded one, also when Twilio recorded one of its legs. A recording is told when its sound is ready, or when it is
//! certain that there is none.
//! Quirks: words come from Voice Intelligence if the account has a service there (its transcripts then speak for all
//! recordings), otherwise from the older transcriptions of voicemail. An account whose key may not ask Voice
//! Intelligence is treated as one without it. A recording of a conference without a call cannot be filed and is left
//! at Twilio.

use std::collections::BTreeMap;

use anteroom_model::{ConnectorError, FailureKind, InboundEvent, Transcript};
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::api::{API, Api, INTELLIGENCE};
use super::calls;
use super::feed::{Feeding, Step};
use super::legs;
use super::payload::{self, OlderTranscript, Sentence, Sound, VoiceTranscript};
use super::window::{Days, List, Look, Window, date};
use super::words;

const HISTORY_DAYS: i32 = 30;
const SERVICE_EVERY: SignedDuration = SignedDuration::from_hours(1);
const SENTENCES: &str = "intelligence.twilio.com/v2/Transcripts/{sid}/Sentences";
const SERVICES: &str = "intelligence.twilio.com/v2/Services";
const MOST_SENTENCE_PAGES: usize = 20;

/// How far the lists were read.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct State {
    sounds: Window,
    /// Transcripts of Voice Intelligence.
    voice: Window,
    /// Transcriptions of the older kind.
    older: Window,
    service: Option<Service>,
}

/// Whether the account has a Voice Intelligence service.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Service {
    asked_at: Timestamp,
    exists: bool,
}

impl Feeding for State {
    fn begin(now: Timestamp) -> Self {
        let words = Window::reaching_back(now, i64::from(HISTORY_DAYS));
        Self { sounds: Window::new(now, HISTORY_DAYS), voice: words.clone(), older: words, service: None }
    }

    async fn step(&mut self, api: &Api, now: Timestamp) -> Result<Step, ConnectorError> {
        let reading = self.sounds.read(api, &sounds(api), now, look, |_| false).await?;
        let fresh = reading.rows.iter().filter(|(_, new)| *new).filter_map(|(raw, _)| payload::row(raw));
        let unreadable = reading.rows.iter().filter(|(raw, _)| payload::row::<Sound>(raw).is_none()).count();
        let mut events = told(api, fresh.collect(), now).await?;
        let (words, more) = self.words(api, now).await?;
        events.extend(words.into_iter().map(InboundEvent::Transcript));
        Ok(Step { events, more: reading.more || more, unreadable })
    }

    async fn step_back(&mut self, api: &Api, now: Timestamp) -> Result<Option<Step>, ConnectorError> {
        if !self.sounds.is_walking_back() {
            return Ok(None);
        }
        let rows = self.sounds.read_back(api, &sounds(api)).await?;
        let more = rows.is_some() && self.sounds.is_walking_back();
        let rows = rows.unwrap_or_default();
        let found: Vec<Sound> = rows.iter().filter_map(payload::row).collect();
        let unreadable = rows.len() - found.len();
        Ok(Some(Step { events: told(api, found, now).await?, more, unreadable }))
    }
}

impl State {
    async fn words(&mut self, api: &Api, now: Timestamp) -> Result<(Vec<Transcript>, bool), ConnectorError> {
        if self.has_service(api, now).await? {
            let reading = self.voice.read(api, &voice(), now, look_voice, |_| false).await?;
            let mut transcripts = Vec::new();
            for (raw, _) in reading.rows.iter().filter(|(_, new)| *new) {
                if let Some(row) = payload::row::<VoiceTranscript>(raw) {
                    transcripts.extend(words::of_voice(&row, sentences(api, &row.sid).await?));
                }
            }
            return Ok((transcripts, reading.more));
        }
        let since = self.older.since();
        let reading = self.older.read(api, &older(api), now, |raw| look_older(raw, since), |_| false).await?;
        let fresh = reading.rows.iter().filter(|(_, new)| *new);
        let transcripts = fresh.filter_map(|(raw, _)| words::of_older(payload::row(raw)?)).collect();
        Ok((transcripts, reading.more))
    }

    async fn has_service(&mut self, api: &Api, now: Timestamp) -> Result<bool, ConnectorError> {
        let fresh = |service: &Service| {
            now >= service.asked_at && now.duration_since(service.asked_at) < SERVICE_EVERY
        };
        if let Some(service) = self.service.filter(fresh) {
            return Ok(service.exists);
        }
        let spec = api.get(INTELLIGENCE, SERVICES, vec!["v2".into(), "Services".into()]);
        let exists = match api.page(spec, vec![("PageSize", "1".into())], "services").await {
            Ok(page) => !page.rows.is_empty(),
            Err(error) if is_refusal(&error) => false,
            Err(error) => return Err(error),
        };
        self.service = Some(Service { asked_at: now, exists });
        Ok(exists)
    }
}

/// The recordings with their calls.
async fn told(api: &Api, found: Vec<Sound>, now: Timestamp) -> Result<Vec<InboundEvent>, ConnectorError> {
    let found: Vec<Sound> =
        found.into_iter().filter(|row| words::is_ready(row) && row.call_sid.is_some()).collect();
    let times = || found.iter().filter_map(words::made_at);
    let (Some(first), Some(last)) = (times().min(), times().max()) else {
        return Ok(found
            .iter()
            .filter_map(|row| words::recording(row, None, now))
            .map(InboundEvent::Recording)
            .collect());
    };
    let from = date(first).saturating_sub(1.day());
    let stretch = calls::between(api, from, date(last).saturating_add(1.day())).await?;
    let folded = legs::fold(&stretch.legs, now).calls;
    let by_leg: BTreeMap<&str, usize> = folded
        .iter()
        .enumerate()
        .flat_map(|(place, call)| call.legs.iter().map(move |leg| (leg.as_str(), place)))
        .collect();
    let mut events = Vec::new();
    for row in &found {
        let call =
            row.call_sid.as_deref().and_then(|sid| by_leg.get(sid)).and_then(|place| folded.get(*place));
        events.extend(call.map(|call| InboundEvent::Call(call.record.clone())));
        let parent = call.map(|call| call.record.provider_id.as_str());
        events.extend(words::recording(row, parent, now).map(InboundEvent::Recording));
    }
    Ok(events)
}

async fn sentences(api: &Api, transcript: &str) -> Result<Vec<Sentence>, ConnectorError> {
    let path = vec!["v2".into(), "Transcripts".into(), transcript.to_owned(), "Sentences".into()];
    let spec = api.get(INTELLIGENCE, SENTENCES, path);
    let mut page = match api.page(spec, vec![("PageSize", "1000".into())], "sentences").await {
        // Deleted since it was listed.
        Err(error) if error.kind == FailureKind::NotFound => return Ok(Vec::new()),
        page => page?,
    };
    let mut found = Vec::new();
    for _ in 0..MOST_SENTENCE_PAGES {
        found.extend(page.rows.iter().filter_map(payload::row::<Sentence>));
        let Some(next) = page.next.take() else { break };
        page = api.next_page(INTELLIGENCE, SENTENCES, &next, "sentences").await?;
    }
    Ok(found)
}

const fn is_refusal(error: &ConnectorError) -> bool {
    matches!(
        error.kind,
        FailureKind::SignInNeeded
            | FailureKind::MissingRight
            | FailureKind::AccountRestricted
            | FailureKind::NotFound
            | FailureKind::Refused
    )
}

fn look(raw: &Value) -> Look {
    let row = payload::row::<Sound>(raw);
    let at = row.as_ref().and_then(|row| row.date_created);
    Look { key: row.filter(words::is_ready).map(|row| row.sid), at }
}

fn look_voice(raw: &Value) -> Look {
    let row = payload::row::<VoiceTranscript>(raw);
    let at = row.as_ref().and_then(|row| row.date_created);
    Look { key: row.filter(|row| row.status.as_deref() == Some("completed")).map(|row| row.sid), at }
}

fn look_older(raw: &Value, since: Timestamp) -> Look {
    let row = payload::row::<OlderTranscript>(raw);
    let at = row.as_ref().and_then(|row| row.date_created);
    let done = |row: &OlderTranscript| row.status.as_deref() == Some("completed");
    // This list cannot be narrowed down; what is older than the stretch ends the reading.
    let recent = at.is_none_or(|at| at >= since);
    Look { key: row.filter(|row| recent && done(row)).map(|row| row.sid), at }
}

fn sounds(api: &Api) -> List {
    List {
        host: API,
        route: "api.twilio.com/Recordings.json",
        path: api.in_account(&["Recordings.json"]),
        key: "recordings",
        days: Days::Dates("DateCreated>", "DateCreated<"),
        extra: Vec::new(),
        page: [100, 200],
        pages: 3,
        together: false,
    }
}

fn voice() -> List {
    List {
        host: INTELLIGENCE,
        route: "intelligence.twilio.com/v2/Transcripts",
        path: vec!["v2".into(), "Transcripts".into()],
        key: "transcripts",
        days: Days::After("AfterDateCreated"),
        extra: vec![("Status", "completed".into())],
        page: [50, 100],
        pages: 2,
        together: false,
    }
}

fn older(api: &Api) -> List {
    List {
        host: API,
        route: "api.twilio.com/Transcriptions.json",
        path: api.in_account(&["Transcriptions.json"]),
        key: "transcriptions",
        days: Days::All,
        extra: Vec::new(),
        page: [50, 50],
        pages: 3,
        together: false,
    }
}
