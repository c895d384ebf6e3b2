//! Asking one feed for news, again and again.

use std::sync::Arc;

use anteroom_model::{BoxFuture, ConnectorError, FailureKind, Feed, Jitter, Retry, later, pause};
use anteroom_store::FeedHealth;
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
const KEEP_EVERY: SignedDuration = SignedDuration::from_mins(5);
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
                let (status, n) = (error.word(), error.number());
                tracing::warn!(event = "not_stored", account = %account, feed, status, n);
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
        self.keep(FeedHealth { ok_at: Some(began), ..FeedHealth::default() }).await;
        if was_cut_off {
            // If it cannot be written, what waits comes at its own time.
            let _ = self.core.write(move |tx| tx.account_answers(account)).await;
            self.core.wake(Wake::Online);
        }
        self.core.pulse();
    }

    /// What the store keeps is for the next start, so it need not be exact to the minute: writing it after each poll
    /// would wake the disk for nothing. Not being able to write it changes nothing now.
    async fn keep(&self, health: FeedHealth) {
        let (account, feed) = (self.line.account.id, self.feed.name);
        let Ok(known) = self.core.read(|tx| tx.feed_health(account, feed)) else { return };
        let old =
            health.ok_at.zip(known.ok_at).is_none_or(|(now, then)| now.duration_since(then) > KEEP_EVERY);
        if old || known.failing != health.failing {
            let _ = self.core.write(move |tx| tx.put_feed_health(account, feed, &health)).await;
        }
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
        let before = self.core.read(|tx| tx.feed_health(account, feed)).unwrap_or_default();
        self.keep(FeedHealth {
            ok_at: before.ok_at,
            behind_since: before.ok_at,
            failing: Some(error.kind),
            next_at: next,
        })
        .await;
        self.core.pulse();
        next
    }
}

/// When to ask again after a failure; `None` when only a person can mend it.
fn retry_at(error: &ConnectorError, tried: u32, now: Timestamp, jitter: Jitter) -> NextWake {
    let pause = pause(tried, jitter);
    let wait = match (error.kind, error.retry) {
        (FailureKind::SignInNeeded, _) => return None,
        (FailureKind::Offline, _) => pause.min(OFFLINE_MOST),
        (_, Retry::After(asked)) => pause.max(SignedDuration::try_from(asked).unwrap_or(HOPELESS)),
        (_, Retry::Soon) => pause,
        (_, Retry::WhenReconnected | Retry::Never) => HOPELESS,
    };
    Some(later(now, wait))
}

impl Turn for Poll {
    fn name(&self) -> &'static str {
        "poll"
    }

    fn bell(&self) -> &Bell {
        &self.bell
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(self.look())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn wait(kind: FailureKind, retry: Retry, tried: u32) -> Option<i64> {
        let now = Timestamp::UNIX_EPOCH;
        retry_at(&ConnectorError::new(kind, retry), tried, now, Jitter(0.5)).map(|at| at.as_second())
    }

    #[test]
    fn polls_come_back_soon_from_a_lost_network_and_slowly_from_an_ill_provider() {
        assert_eq!(wait(FailureKind::Offline, Retry::Soon, 20), Some(30));
        assert_eq!(wait(FailureKind::ProviderDown, Retry::Soon, 1), Some(2));
        assert_eq!(wait(FailureKind::ProviderDown, Retry::Soon, 20), Some(900));
        assert_eq!(wait(FailureKind::RateLimited, Retry::After(Duration::from_secs(77)), 1), Some(77));
        assert_eq!(wait(FailureKind::MissingRight, Retry::WhenReconnected, 1), Some(900));
        assert_eq!(wait(FailureKind::SignInNeeded, Retry::WhenReconnected, 1), None);
    }
}
