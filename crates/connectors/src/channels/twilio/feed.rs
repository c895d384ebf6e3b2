//! What the feeds have in common: a durable state, a step forward for the news, a step back for the history.
//!
//! Holds: news come before history in every step, and a history that cannot be read never holds news up. A cursor that
//! we cannot read begins the feed anew, which tells known news again and loses none.

use anteroom_model::{Batch, ConnectorError, Cursor, InboundEvent};
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::api::Api;

/// What a step brought.
#[derive(Default)]
pub(super) struct Step {
    pub events: Vec<InboundEvent>,
    pub more: bool,
    /// Rows without an id.
    pub unreadable: usize,
}

/// A feed that can be read step by step.
pub(super) trait Feeding: Serialize + DeserializeOwned {
    fn begin(now: Timestamp) -> Self;

    /// Reads news.
    fn step(
        &mut self,
        api: &Api,
        now: Timestamp,
    ) -> impl Future<Output = Result<Step, ConnectorError>> + Send;

    /// Reads a piece of the history; `None` when all of it was read.
    fn step_back(
        &mut self,
        api: &Api,
        now: Timestamp,
    ) -> impl Future<Output = Result<Option<Step>, ConnectorError>> + Send;
}

/// News of a feed after `cursor`.
pub(super) async fn fetch<F: Feeding + Send>(
    api: &Api,
    cursor: Option<&Cursor>,
    now: Timestamp,
) -> Result<Batch, ConnectorError> {
    let read = cursor.and_then(|cursor| serde_json::from_str::<F>(&cursor.0).ok());
    let mut state = read.unwrap_or_else(|| F::begin(now));
    let mut step = state.step(api, now).await?;
    if !step.more {
        let stored = serialised(&state)?;
        match state.step_back(api, now).await {
            Ok(None) => {}
            Ok(Some(back)) => {
                step.events.extend(back.events);
                step.unreadable += back.unreadable;
                step.more = back.more;
            }
            // The history waits for the next poll, which will say so if it is more than the history that fails.
            Err(_) => return Ok(batch(step, stored)),
        }
    }
    let stored = serialised(&state)?;
    Ok(batch(step, stored))
}

fn batch(step: Step, cursor: Cursor) -> Batch {
    if step.unreadable > 0 {
        tracing::warn!(event = "rows_without_id", provider = "twilio", n = step.unreadable);
    }
    let mut events = step.events;
    // Stable: what has no time of its own stays behind what it belongs to.
    events.sort_by_key(time);
    Batch { events, cursor, more: step.more, gaps: Vec::new() }
}

fn serialised(state: &impl Serialize) -> Result<Cursor, ConnectorError> {
    serde_json::to_string(state)
        .map(Cursor)
        .map_err(|_| ConnectorError::new(anteroom_model::FailureKind::OurFault, anteroom_model::Retry::Never))
}

/// Calls before their recordings, recordings before their words, all else by the provider's time.
fn time(event: &InboundEvent) -> (u8, Option<Timestamp>) {
    match event {
        InboundEvent::Message(message) => (0, Some(message.at)),
        InboundEvent::Call(call) => (0, Some(call.started_at)),
        InboundEvent::Status(status) => (1, Some(status.at)),
        InboundEvent::Recording(recording) => (1, Some(recording.at)),
        _ => (2, None),
    }
}
