//! The feed of text and WhatsApp messages: both stand in one list.
//!
//! Holds: a row is told once when it is new; news about our own messages that the list shows anyway is passed on, so
//! that they need not be asked for one by one.

use anteroom_model::{ConnectorError, Direction, FailureKind, InboundEvent, RemoteAttachment};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::api::{API, Api};
use super::convert;
use super::feed::{Feeding, Step};
use super::payload::{self, Message};
use super::window::{Days, List, Look, Window};

/// How far the history is fetched when an account is connected.
const HISTORY_DAYS: i32 = 30;
const AHEAD: SignedDuration = SignedDuration::from_hours(1);

/// How far the list was read.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct State {
    window: Window,
    /// The newest change to one of our messages that was passed on, by the provider's time.
    changed: Option<Timestamp>,
}

impl Feeding for State {
    fn begin(now: Timestamp) -> Self {
        Self { window: Window::new(now, HISTORY_DAYS), changed: None }
    }

    async fn step(&mut self, api: &Api, now: Timestamp) -> Result<Step, ConnectorError> {
        let list = list(api);
        let reading = self.window.read(api, &list, now, |row| look(row, now), |_| false).await?;
        let mut step = Step { more: reading.more, ..Step::default() };
        let since = self.changed.filter(|_| !reading.whole);
        for (raw, new) in &reading.rows {
            let Some(row) = payload::row::<Message>(raw) else {
                step.unreadable += 1;
                continue;
            };
            if *new {
                step.events.extend(convert::fresh(&row, raw, files(api, &row).await?, now));
            } else if row.is_settled(now) && row.date_updated >= since {
                step.events.extend(convert::status(&row, now).map(InboundEvent::Status));
            }
            if row.way() == Direction::Outbound {
                self.changed = self.changed.max(row.date_updated.filter(|at| *at <= now + AHEAD));
            }
        }
        Ok(step)
    }

    async fn step_back(&mut self, api: &Api, now: Timestamp) -> Result<Option<Step>, ConnectorError> {
        if !self.window.is_walking_back() {
            return Ok(None);
        }
        let rows = self.window.read_back(api, &list(api)).await?;
        let mut step = Step { more: rows.is_some() && self.window.is_walking_back(), ..Step::default() };
        for raw in rows.unwrap_or_default() {
            match payload::row::<Message>(&raw) {
                Some(row) => step.events.extend(convert::fresh(&row, &raw, files(api, &row).await?, now)),
                None => step.unreadable += 1,
            }
        }
        Ok(Some(step))
    }
}

fn list(api: &Api) -> List {
    List {
        host: API,
        route: "api.twilio.com/Messages.json",
        path: api.in_account(&["Messages.json"]),
        key: "messages",
        days: Days::Dates("DateSent>", "DateSent<"),
        extra: Vec::new(),
        page: [100, 200],
        pages: 3,
        together: false,
    }
}

fn look(raw: &Value, now: Timestamp) -> Look {
    let row = payload::row::<Message>(raw);
    let at = row.as_ref().and_then(|row| row.date_sent);
    Look { key: row.filter(|row| row.is_settled(now)).map(|row| row.sid), at }
}

/// The files of a message. If Twilio will not list them, they are kept by their number and looked for when they are
/// fetched: a message is not held up by its pictures.
async fn files(api: &Api, row: &Message) -> Result<Vec<RemoteAttachment>, ConnectorError> {
    if row.files() == 0 {
        return Ok(Vec::new());
    }
    let listed = match api.files_of(&row.sid).await {
        Ok(listed) => listed.iter().map(|media| convert::file(row, media)).collect(),
        Err(error) if is_about_this_one(&error) => Vec::new(),
        Err(error) => return Err(error),
    };
    let missing = (listed.len()..row.files()).map(|number| convert::unlisted_file(row, number));
    Ok(listed.into_iter().chain(missing).collect())
}

const fn is_about_this_one(error: &ConnectorError) -> bool {
    matches!(
        error.kind,
        FailureKind::NotFound | FailureKind::Refused | FailureKind::BadAnswer | FailureKind::OurFault
    )
}
