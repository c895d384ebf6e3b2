//! The feed of recordings and their words.
//!
//! Holds: a recording is told together with its call, so it never speaks of a call that nobody knows; the call is the
//! folded one, also when Twilio recorded one of its legs. A recording is told when its sound is ready, or when it is
//! certain that there is none. It waits for nobody's words: see [`super::transcripts`].
//! Quirks: a recording of a conference without a call cannot be filed and is left at Twilio.

use std::collections::BTreeMap;

use anteroom_model::{ConnectorError, InboundEvent};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::api::{API, Api};
use super::calls;
use super::feed::{Feeding, Step};
use super::legs;
use super::payload::{self, Sound};
use super::transcripts::Words;
use super::window::{Days, List, Look, Window, date};
use super::words;

const HISTORY_DAYS: i32 = 30;

/// How far the lists were read.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct State {
    sounds: Window,
    #[serde(flatten)]
    words: Words,
}

impl Feeding for State {
    fn begin(now: Timestamp) -> Self {
        Self { sounds: Window::new(now, HISTORY_DAYS), words: Words::begin(now) }
    }

    async fn step(&mut self, api: &Api, now: Timestamp) -> Result<Step, ConnectorError> {
        let reading = self.sounds.read(api, &sounds(api), now, look, |_| false).await?;
        let fresh = reading.rows.iter().filter(|(_, new)| *new).filter_map(|(raw, _)| payload::row(raw));
        let unreadable = reading.rows.iter().filter(|(raw, _)| payload::row::<Sound>(raw).is_none()).count();
        let mut events = told(api, fresh.collect(), now).await?;
        let words = self.words.read(api, now).await;
        events.extend(words.told.into_iter().map(InboundEvent::Transcript));
        Ok(Step { events, more: reading.more || words.more, unreadable })
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

fn look(raw: &Value) -> Look {
    let row = payload::row::<Sound>(raw);
    let at = row.as_ref().and_then(|row| row.date_created);
    Look { key: row.filter(words::is_ready).map(|row| row.sid), at }
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
