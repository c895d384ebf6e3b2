//! From what the polls of a channel's feeds said to one honest word about it. Pure.

use anteroom_model::{ChannelKind, FailureKind, Feed};
use jiff::{SignedDuration, Timestamp};

use super::patience;
use crate::convert::failure_code;
use crate::views::{Code, Freshness, UtcMillis};

/// What is known about one feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedState {
    /// The channels that depend on it.
    pub channels: &'static [ChannelKind],
    /// When the last poll began that brought everything.
    pub ok_at: Option<Timestamp>,
    /// The last poll did not work.
    pub failing: Option<Failing>,
    /// Stored so far, while more waits at the provider.
    pub catching_up: Option<u32>,
    /// No poll has spoken since the start or since the clock jumped.
    pub doubtful: Doubt,
    /// The longest pause between two polls.
    pub interval: SignedDuration,
}

/// Why nothing is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A poll has spoken.
    None,
    /// The desk has just started.
    Started,
    /// Time moved without us.
    Jumped,
}

/// A feed whose last poll failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failing {
    /// Why.
    pub why: FailureKind,
    /// Since the first failure in a row.
    pub since: Timestamp,
    /// Failures in a row.
    pub tries: u32,
    /// When it will be asked again.
    pub retry_at: Option<Timestamp>,
}

impl FeedState {
    /// A feed that was not polled yet in this run.
    pub fn new(feed: &Feed, ok_at: Option<Timestamp>) -> Self {
        let interval = SignedDuration::from_secs(i64::from(feed.idle_seconds.max(feed.active_seconds)));
        let doubtful = Doubt::Started;
        Self { channels: feed.channels, ok_at, failing: None, catching_up: None, doubtful, interval }
    }

    /// A poll that began at `began` brought everything.
    pub fn worked(&mut self, began: Timestamp) {
        *self = Self {
            ok_at: Some(began),
            failing: None,
            catching_up: None,
            doubtful: Doubt::None,
            ..self.clone()
        };
    }

    /// A poll brought `stored` things and more waits.
    pub fn brought(&mut self, stored: u32) {
        self.catching_up = Some(self.catching_up.unwrap_or(0) + stored);
        self.failing = None;
        self.doubtful = Doubt::None;
    }

    /// A poll failed at `now`.
    pub fn failed(&mut self, why: FailureKind, now: Timestamp, retry_at: Option<Timestamp>) {
        let (since, tries) = self.failing.map_or((now, 1), |before| (before.since, before.tries + 1));
        self.failing = Some(Failing { why, since, tries, retry_at });
        self.catching_up = None;
        self.doubtful = Doubt::None;
    }

    pub(super) fn doubt(&mut self, now: Timestamp) {
        self.ok_at = self.ok_at.filter(|at| *at <= now);
        if let Some(failing) = &mut self.failing {
            failing.since = failing.since.min(now);
            failing.retry_at = failing.retry_at.map(|at| at.min(now));
        }
        if self.doubtful == Doubt::None && self.failing.is_none() {
            self.doubtful = Doubt::Jumped;
        }
    }

    fn say(&self, now: Timestamp) -> Freshness {
        let since = self.ok_at.map(UtcMillis::from);
        if let Some(Failing { why, since: failing_since, retry_at, .. }) = self.failing {
            // "Slower, please" keeps nothing back by itself: for a while the pause is a part of reading everything.
            let patience = patience(self.interval);
            if why == FailureKind::RateLimited && now.duration_since(failing_since) <= patience {
                return match self.ok_at {
                    Some(at) if now.duration_since(at) <= patience => Freshness::UpToDate { at: at.into() },
                    _ => Freshness::CatchingUp { done: 0 },
                };
            }
            return Freshness::Behind {
                since,
                why: failure_code(why),
                retry_at: retry_at.map(UtcMillis::from),
            };
        }
        match (self.doubtful, self.catching_up, self.ok_at) {
            (Doubt::Started, ..) => Freshness::Starting,
            (Doubt::Jumped, ..) => Freshness::CatchingUp { done: 0 },
            (_, Some(done), _) => Freshness::CatchingUp { done },
            (_, None, None) => Freshness::Starting,
            // A poll hangs, or the clock was set back under it.
            (_, None, Some(at)) if now.duration_since(at) > patience(self.interval) => {
                Freshness::Behind { since, why: Code::ProviderBusy, retry_at: None }
            }
            (_, None, Some(at)) => Freshness::UpToDate { at: at.into() },
        }
    }
}

/// How fresh a channel is that depends on `feeds`: as the stalest of them.
pub fn freshness<'a>(feeds: impl Iterator<Item = &'a FeedState>, now: Timestamp) -> Freshness {
    feeds.map(|feed| feed.say(now)).reduce(staler).unwrap_or(Freshness::Off)
}

/// The one of two words that promises less.
fn staler(a: Freshness, b: Freshness) -> Freshness {
    use Freshness::{Behind, CatchingUp, UpToDate};
    let rank = |fresh: &Freshness| match fresh {
        Behind { .. } => 0,
        CatchingUp { .. } => 1,
        Freshness::Starting => 2,
        UpToDate { .. } => 3,
        Freshness::Off => 4,
    };
    match (a, b) {
        (UpToDate { at: a }, UpToDate { at: b }) => UpToDate { at: a.min(b) },
        (CatchingUp { done: a }, CatchingUp { done: b }) => CatchingUp { done: a + b },
        // `None` (never worked) is the smallest.
        (Behind { since: x, .. }, Behind { since: y, .. }) => {
            if y < x {
                b
            } else {
                a
            }
        }
        _ => {
            if rank(&b) < rank(&a) {
                b
            } else {
                a
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEED: Feed =
        Feed { name: "messages", channels: &[ChannelKind::Sms], active_seconds: 10, idle_seconds: 60 };
    const START: Timestamp = Timestamp::UNIX_EPOCH;

    fn at(seconds: i64) -> Timestamp {
        START + SignedDuration::from_secs(seconds)
    }

    fn say(feeds: &[&FeedState], seconds: i64) -> Freshness {
        freshness(feeds.iter().copied(), at(seconds))
    }

    #[test]
    fn up_to_date_means_the_beginning_of_a_poll_that_brought_everything() {
        let mut feed = FeedState::new(&FEED, Some(at(0)));
        assert_eq!(say(&[&feed], 100), Freshness::Starting, "an earlier run does not count");
        feed.brought(200);
        feed.brought(50);
        assert_eq!(say(&[&feed], 101), Freshness::CatchingUp { done: 250 });
        feed.worked(at(102));
        assert_eq!(say(&[&feed], 110), Freshness::UpToDate { at: at(102).into() });
        assert_eq!(
            say(&[&feed], 102 + 181),
            Freshness::Behind { since: Some(at(102).into()), why: Code::ProviderBusy, retry_at: None },
            "a poll that hangs is not fresh"
        );
    }

    #[test]
    fn after_a_jump_nothing_is_fresh_until_a_poll_says_so() {
        let mut feed = FeedState::new(&FEED, None);
        feed.worked(at(10));
        feed.doubt(at(9 * 60));
        assert_eq!(say(&[&feed], 11), Freshness::CatchingUp { done: 0 });
        feed.failed(FailureKind::Offline, at(12), Some(at(14)));
        let behind = Freshness::Behind {
            since: Some(at(10).into()),
            why: Code::Offline,
            retry_at: Some(at(14).into()),
        };
        assert_eq!(say(&[&feed], 13), behind);
        feed.failed(FailureKind::Offline, at(14), Some(at(18)));
        assert_eq!(feed.failing.map(|failing| (failing.since, failing.tries)), Some((at(12), 2)));
        feed.worked(at(18));
        assert_eq!(say(&[&feed], 19), Freshness::UpToDate { at: at(18).into() });
    }

    #[test]
    fn a_provider_that_says_slower_is_behind_only_when_it_goes_on_saying_so() {
        let mut feed = FeedState::new(&FEED, None);
        feed.failed(FailureKind::RateLimited, at(1), Some(at(61)));
        assert_eq!(say(&[&feed], 2), Freshness::CatchingUp { done: 0 }, "the first fetch takes its pauses");
        feed.worked(at(62));
        feed.failed(FailureKind::RateLimited, at(92), Some(at(152)));
        assert_eq!(say(&[&feed], 93), Freshness::UpToDate { at: at(62).into() });
        assert_eq!(say(&[&feed], 62 + 181), Freshness::CatchingUp { done: 0 });
        assert!(matches!(say(&[&feed], 92 + 181), Freshness::Behind { .. }));
    }

    #[test]
    fn a_channel_is_as_fresh_as_its_stalest_feed() {
        let (mut calls, mut recordings) = (FeedState::new(&FEED, None), FeedState::new(&FEED, None));
        calls.worked(at(50));
        assert_eq!(say(&[&calls, &recordings], 51), Freshness::Starting);
        recordings.worked(at(40));
        assert_eq!(say(&[&calls, &recordings], 51), Freshness::UpToDate { at: at(40).into() });
        recordings.failed(FailureKind::ProviderDown, at(52), None);
        assert!(matches!(say(&[&calls, &recordings], 53), Freshness::Behind { .. }));
        assert_eq!(say(&[], 0), Freshness::Off);
    }
}
