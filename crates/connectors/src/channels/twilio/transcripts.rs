//! The words of recordings.
//!
//! Holds: words never hold a recording up. Where they cannot be had now, nothing of what was asked counts as read: the
//! lists are read again from where they were, and a transcript whose sentences would not come is asked for by its id
//! until it opens, is gone, or is as old as the history.
//! Quirks: words come from Voice Intelligence if the account has a service there (its transcripts then speak for all
//! recordings), otherwise from the older transcriptions of voicemail. An account whose key may not ask Voice
//! Intelligence is treated as one without it. Both stand on hosts of their own, which a firewall may not know.
//! On a crash: the state is part of the feed's cursor and was stored with what it speaks of, or neither was.

use std::collections::VecDeque;

use anteroom_model::{ConnectorError, FailureKind, Transcript};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::api::{API, Api, INTELLIGENCE};
use super::failure::is_about_all;
use super::payload::{self, OlderTranscript, Sentence, VoiceTranscript};
use super::window::{Days, List, Look, Window};
use super::words;

const HISTORY: SignedDuration = SignedDuration::from_hours(30 * 24);
const SERVICE_EVERY: SignedDuration = SignedDuration::from_hours(1);
/// A host that did not answer costs the next recordings its silence: it is not asked with every poll.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(5);
/// Transcripts that are asked for again at one time, and that are remembered for it.
const AGAIN_AT_ONCE: usize = 10;
const MOST_WAITING: usize = 200;
/// After so many failures in a row the rest wait as well.
const MOST_FAILURES: u32 = 3;
const MOST_SENTENCE_PAGES: usize = 20;
const TRANSCRIPTS: &str = "intelligence.twilio.com/v2/Transcripts";
const TRANSCRIPT: &str = "intelligence.twilio.com/v2/Transcripts/{sid}";
const SENTENCES: &str = "intelligence.twilio.com/v2/Transcripts/{sid}/Sentences";
const SERVICES: &str = "intelligence.twilio.com/v2/Services";

/// How far the lists of words were read.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Words {
    /// Transcripts of Voice Intelligence.
    voice: Window,
    /// Transcriptions of the older kind.
    older: Window,
    service: Option<Service>,
    /// When a list could not be read.
    #[serde(default)]
    failed_at: Option<Timestamp>,
    /// Transcripts whose sentences would not come, and since when.
    #[serde(default)]
    waiting: VecDeque<(String, Timestamp)>,
    /// When one of them was last asked for.
    #[serde(default)]
    waited_at: Option<Timestamp>,
}

/// Whether the account has a Voice Intelligence service.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Service {
    asked_at: Timestamp,
    exists: bool,
}

/// What a step brought.
#[derive(Default)]
pub(super) struct Told {
    pub told: Vec<Transcript>,
    pub more: bool,
}

impl Words {
    pub fn begin(now: Timestamp) -> Self {
        let window = Window::reaching_back(now, HISTORY.as_hours() / 24);
        let (failed_at, waiting, waited_at) = (None, VecDeque::new(), None);
        Self { voice: window.clone(), older: window, service: None, failed_at, waiting, waited_at }
    }

    /// The words that are new, as far as they can be had now.
    pub async fn read(&mut self, api: &Api, now: Timestamp) -> Told {
        if is_recent(self.failed_at, now) {
            return Told::default();
        }
        let before = self.clone();
        match self.news(api, now).await {
            Ok(told) => {
                self.failed_at = None;
                told
            }
            Err(error) => {
                note(&error);
                *self = Self { failed_at: Some(now), ..before };
                Told::default()
            }
        }
    }

    async fn news(&mut self, api: &Api, now: Timestamp) -> Result<Told, ConnectorError> {
        if !self.has_service(api, now).await? {
            let since = self.older.since();
            let reading =
                self.older.read(api, &older(api), now, |raw| look_older(raw, since), |_| false).await?;
            let fresh = reading.rows.iter().filter(|(_, new)| *new);
            let told = fresh.filter_map(|(raw, _)| words::of_older(payload::row(raw)?)).collect();
            return Ok(Told { told, more: reading.more });
        }
        let reading = self.voice.read(api, &voice(), now, look_voice, |_| false).await?;
        let mut told = Vec::new();
        let mut failures = 0;
        let fresh = reading.rows.iter().filter(|(_, new)| *new);
        for row in fresh.filter_map(|(raw, _)| payload::row::<VoiceTranscript>(raw)) {
            if failures < MOST_FAILURES {
                match sentences(api, &row.sid).await {
                    Ok(found) => {
                        failures = 0;
                        told.extend(words::of_voice(&row, found));
                        continue;
                    }
                    Err(error) => {
                        note(&error);
                        failures = if is_about_all(&error) { MOST_FAILURES } else { failures + 1 };
                    }
                }
            }
            self.wait_for(row.sid, now);
        }
        self.ask_again(api, now, &mut told).await;
        Ok(Told { told, more: reading.more })
    }

    fn wait_for(&mut self, transcript: String, now: Timestamp) {
        self.waited_at = Some(now);
        self.waiting.push_back((transcript, now));
        if self.waiting.len() > MOST_WAITING {
            self.waiting.pop_front();
        }
    }

    /// Asks once more for some of the transcripts that would not open.
    async fn ask_again(&mut self, api: &Api, now: Timestamp, told: &mut Vec<Transcript>) {
        if self.waiting.is_empty() || is_recent(self.waited_at, now) {
            return;
        }
        self.waited_at = Some(now);
        for _ in 0..self.waiting.len().min(AGAIN_AT_ONCE) {
            let Some((sid, since)) = self.waiting.pop_front() else { return };
            match by_id(api, &sid).await {
                Ok(transcript) => told.extend(transcript),
                Err(error) => {
                    note(&error);
                    if now.duration_since(since) < HISTORY {
                        self.waiting.push_back((sid, since));
                    }
                    if is_about_all(&error) {
                        return;
                    }
                }
            }
        }
    }

    async fn has_service(&mut self, api: &Api, now: Timestamp) -> Result<bool, ConnectorError> {
        let fresh = |service: &Service| {
            now >= service.asked_at && now.duration_since(service.asked_at) < SERVICE_EVERY
        };
        if let Some(service) = self.service.filter(fresh) {
            return Ok(service.exists);
        }
        let spec = api.get(INTELLIGENCE, SERVICES, vec!["v2".into(), "Services".into()]);
        let exists = match (api.page(spec, vec![("PageSize", "1".into())], "services").await, self.service) {
            (Ok(page), _) => !page.rows.is_empty(),
            (Err(error), _) if is_refusal(&error) => false,
            // Nobody says otherwise, so it is as it was.
            (Err(_), Some(before)) => before.exists,
            (Err(error), None) => return Err(error),
        };
        self.service = Some(Service { asked_at: now, exists });
        Ok(exists)
    }
}

/// Whether something was tried so shortly ago that it need not be tried now. A clock that was set back forgets it.
fn is_recent(at: Option<Timestamp>, now: Timestamp) -> bool {
    at.is_some_and(|at| now >= at && now.duration_since(at) < AGAIN_AFTER)
}

fn note(error: &ConnectorError) {
    tracing::warn!(event = "words_not_read", provider = "twilio", status = ?error.kind, http = error.http);
}

/// A transcript with its words; `None` when it is gone or says nothing.
async fn by_id(api: &Api, sid: &str) -> Result<Option<Transcript>, ConnectorError> {
    let path = vec!["v2".into(), "Transcripts".into(), sid.to_owned()];
    match api.one::<VoiceTranscript>(api.get(INTELLIGENCE, TRANSCRIPT, path)).await {
        Ok(row) => Ok(words::of_voice(&row, sentences(api, sid).await?)),
        Err(error) if error.kind == FailureKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
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

fn voice() -> List {
    List {
        host: INTELLIGENCE,
        route: TRANSCRIPTS,
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
