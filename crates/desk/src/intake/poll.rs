//! Asking one feed for news, again and again.

use std::sync::Arc;

use anteroom_model::{
    BoxFuture, ConnectorError, FailureKind, Feed, Retry, pause,
};
use jiff::{SignedDuration, Timestamp};

use crate::core::{Core, Wake};
use crate::lines::Line;
use crate::tasks::{Bell, NextWake, Turn};

/// The loop of one feed of one account.
pub struct Poll {
    core: Arc<Core>,
    line: Arc<Line>,
    feed: Feed,
    bell: Bell,
}

/// While nothing can be reached, the network is tried this often, so that staff need not press anything.
const OFFLINE_MOST: SignedDuration = SignedDuration::from_secs(30);
/// A failure that only a person can mend is looked at again this often, in case somebody did.
const HOPELESS: SignedDuration = SignedDuration::from_mins(15);
/// The store could not be written: tried again soon, because the provider's news wait for it.
const STORE_RETRY: SignedDuration = SignedDuration::from_secs(5);

impl Poll {
    /// The loop; it takes the line's bell for this feed.
    pub fn new(core: Arc<Core>, line: Arc<Line>, feed: Feed, bell: Bell) -> Self {
        Self { core, line, feed, bell }
    }

    /// Asks until the provider has no more.
    async fn look(&self) -> NextWake {
        if !self.line.is_active() {
            return None;
        }
        let (account, feed) = (self.line.account.id, self.feed.name);
        let began = self.core.clock.now();
        loop {
            let Ok(cursor) = self.core.read(|tx| tx.cursor(account, feed)) else {
                return Some(self.core.clock.now() + STORE_RETRY);
            };
            let fetched = self.line.connector.fetch(feed, cursor.as_ref(), self.core.clock.now()).await;
            if !self.line.is_active() {
                return None;
            }
            let batch = match fetched {
                Ok(batch) => batch,
                Err(error) => return self.failed(&error).await,
            };
            // A provider that says "more" without moving would keep us here for ever.
            let stuck = batch.more && cursor.as_ref() == Some(&batch.cursor);
            let (more, stored) = (batch.more, batch.events.len());
            if let Err(error) = super::take_in(&self.core, &self.line, &self.feed, batch).await {
                tracing::warn!(event = "not_stored", account = %account, feed, status = ?error);
                return Some(self.core.clock.now() + STORE_RETRY);
            }
            if stuck {
                let error = ConnectorError::new(FailureKind::BadAnswer, Retry::Soon);
                return self.failed(&error).await;
            }
            if !more {
                self.worked(began).await;
                return Some(self.core.clock.now() + self.interval());
            }
            let stored = u32::try_from(stored).unwrap_or(u32::MAX);
            self.core.health.note(account, feed, |state| state.brought(stored));
            self.core.pulse();
        }
    }

    fn interval(&self) -> SignedDuration {
        let looking = self.core.notices.is_looking();
        let seconds = if looking { self.feed.active_seconds } else { self.feed.idle_seconds };
        SignedDuration::from_secs(i64::from(seconds))
    }

    async fn worked(&self, began: Timestamp) {
        let (account, feed) = (self.line.account.id, self.feed.name);
        let mut was_cut_off = false;
        self.core.health.note(account, feed, |state| {
            was_cut_off = state.failing.is_some_and(|failing| failing.why == FailureKind::Offline);
            state.worked(began);
        });
        // What the store keeps is only for the next start; not being able to write it changes nothing now.
        let _ = self.core.write(move |tx| tx.feed_worked(account, feed, began)).await;
        if was_cut_off {
            self.core.wake(Wake::Online);
        }
        self.core.pulse();
    }

    async fn failed(&self, error: &ConnectorError) -> NextWake {
        let (account, feed) = (self.line.account.id, self.feed.name);
        let now = self.core.clock.now();
        if error.kind == FailureKind::SignInNeeded {
            crate::accounts::lost_right(&self.core, &self.line).await;
        }
        let mut next = None;
        self.core.health.note(account, feed, |state| {
            let tried = state.failing.map_or(1, |failing| failing.tries + 1);
            next = retry_at(error, tried, now, self.core.dice.jitter());
            state.failed(error.kind, now, next);
        });
        tracing::warn!(
            event = "poll_failed",
            account = %account,
            feed,
            status = ?error.kind,
            http = error.http,
            err_code = error.code.map(|code| code.code)
        );
        let why = error.kind;
        let _ = self.core.write(move |tx| tx.feed_failed(account, feed, why, next)).await;
        self.core.pulse();
        next
    }
}
