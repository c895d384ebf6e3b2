//! The feed of telephone calls.
//!
//! The list has no "changed since": a call appears while it rings and changes later, and its legs are rows of their
//! own. So what counts as known is a leg *in a state*, and a reading goes on while a leg's parent is missing or a call
//! that was under way has not been met again.

use std::collections::BTreeSet;

use anteroom_model::{ConnectorError, InboundEvent};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::api::{API, Api};
use super::feed::{Feeding, Step};
use super::legs;
use super::payload::{self, Leg};
use super::window::{self, Days, List, Look, Window, date};

const HISTORY_DAYS: i32 = 30;

/// How far the list was read.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct State {
    window: Window,
    /// Legs that were not over.
    open: BTreeSet<String>,
}

impl Feeding for State {
    fn begin(now: Timestamp) -> Self {
        Self { window: Window::new(now, HISTORY_DAYS), open: BTreeSet::new() }
    }

    async fn step(&mut self, api: &Api, now: Timestamp) -> Result<Step, ConnectorError> {
        let open = std::mem::take(&mut self.open);
        let wants_more = |rows: &[(Value, bool)]| {
            let legs = legs_of(rows.iter().map(|(raw, _)| raw));
            let met = |sid: &String| legs.iter().any(|leg| leg.sid == *sid);
            !open.iter().all(met) || !legs::fold(&legs, now).orphans.is_empty()
        };
        let reading = self.window.read(api, &list(api), now, look, wants_more).await?;
        let legs = legs_of(reading.rows.iter().map(|(raw, _)| raw));
        self.open = legs.iter().filter(|leg| !leg.is_over()).map(|leg| leg.sid.clone()).collect();
        let changed: BTreeSet<String> =
            legs_of(reading.rows.iter().filter(|(_, new)| *new).map(|(raw, _)| raw))
                .into_iter()
                .map(|leg| leg.sid)
                .collect();
        let calls = legs::fold(&legs, now).calls;
        let news = calls.into_iter().filter(|call| call.legs.iter().any(|leg| changed.contains(leg)));
        Ok(Step {
            events: news.map(|call| InboundEvent::Call(call.record)).collect(),
            more: reading.more,
            unreadable: reading.rows.len() - legs.len(),
        })
    }

    async fn step_back(&mut self, api: &Api, now: Timestamp) -> Result<Option<Step>, ConnectorError> {
        let Some((begin, before)) = self.window.slice() else { return Ok(None) };
        // A day more than the slice: a call of its last minutes has legs after midnight.
        let found = between(api, begin, before.saturating_add(1.day())).await?;
        self.window.slice_done();
        let calls = legs::fold(&found.legs, now).calls.into_iter();
        let events = calls
            .filter(|call| date(call.record.started_at) < before)
            .map(|call| InboundEvent::Call(call.record))
            .collect();
        let more = self.window.is_walking_back();
        Ok(Some(Step { events, more, unreadable: found.unreadable }))
    }
}

/// The legs of a stretch of days.
pub(super) struct Stretch {
    pub legs: Vec<Leg>,
    unreadable: usize,
}

/// Reads every leg that began between two days, both included.
pub(super) async fn between(api: &Api, from: Date, to: Date) -> Result<Stretch, ConnectorError> {
    let rows = window::read_all(api, &list(api), from, to).await?;
    let legs = legs_of(&rows);
    Ok(Stretch { unreadable: rows.len() - legs.len(), legs })
}

fn legs_of<'a>(rows: impl IntoIterator<Item = &'a Value>) -> Vec<Leg> {
    rows.into_iter().filter_map(payload::row).collect()
}

fn list(api: &Api) -> List {
    List {
        host: API,
        route: "api.twilio.com/Calls.json",
        path: api.in_account(&["Calls.json"]),
        key: "calls",
        days: Days::Dates("StartTime>", "StartTime<"),
        extra: Vec::new(),
        page: [100, 1000],
        pages: 50,
        together: true,
    }
}

fn look(raw: &Value) -> Look {
    let leg = payload::row::<Leg>(raw);
    let at = leg.as_ref().and_then(Leg::began);
    let state = |leg: Leg| format!("{} {} {}", leg.sid, leg.status(), leg.duration.unwrap_or(-1));
    Look { key: leg.map(state), at }
}
