//! How often one account may be asked. Shared by everything that talks for the account.
//!
//! Holds: short waits are waited out here, through the clock; a provider that asks for a pause gets it, and callers
//! are told at once how long it lasts instead of hanging. Polling gives way to sending: near the end of a budget, or
//! when a poll is refused, only polls stop; a refused send stops both.
//! Refused: a bucket that refills evenly (two calls, then a refill, make three within the provider's second); here
//! the last period's calls are counted, as the providers do.
//! On a crash: nothing is kept; the first refusal after the restart teaches it again.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anteroom_model::{Clock, ConnectorError, FailureKind, Retry};
use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use rand::RngExt;
use rand::rngs::StdRng;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::headers::{Usage, retry_after, usage};

/// Which budget pays for a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Asking for news. Stops first.
    Poll,
    /// What staff wait for: sending, calling, connecting.
    Send,
    /// Fetching files from the provider's file hosts, which do not count against the budget.
    Fetch,
}

/// At most so many calls in any stretch of this length.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// Calls.
    pub calls: usize,
    /// The stretch.
    pub per: Duration,
}

/// The pace of one account.
#[derive(Clone, Copy, Debug)]
pub struct PaceRules {
    /// For asking for news.
    pub poll: Rate,
    /// For sending.
    pub send: Rate,
    /// Polls under way at the same time, and as many files. Sends are not held up by either.
    pub at_once: usize,
}

/// Keeps one account's pace.
pub(super) struct Pace {
    clock: Arc<dyn Clock>,
    rules: PaceRules,
    polling: Arc<Semaphore>,
    fetching: Arc<Semaphore>,
    state: Mutex<State>,
}

struct State {
    rng: StdRng,
    polls: VecDeque<Timestamp>,
    sends: VecDeque<Timestamp>,
    /// From when until when polls, or polls and sends, stand still. The start tells a clock that was set back.
    polls_rest: Option<Rest>,
    all_rest: Option<Rest>,
    refusals: u32,
    /// When the budget was last said to run short.
    slow: Option<Timestamp>,
}

type Rest = (Timestamp, Timestamp);

/// A turn; another request may begin when it is dropped.
pub(super) struct Turn {
    _permit: Option<OwnedSemaphorePermit>,
}

const SLOW_FROM: f64 = 75.0;
const PAUSE_FROM: f64 = 90.0;
const PAUSE: Duration = Duration::from_secs(60);
/// Counters look back over a rolling hour; what was said before that is over.
const USAGE_LASTS: SignedDuration = SignedDuration::from_hours(1);
const MOST_BACK_OFF: u64 = 15 * 60;

impl Pace {
    pub(super) fn new(clock: Arc<dyn Clock>, rules: PaceRules, rng: StdRng) -> Self {
        let state = State {
            rng,
            polls: VecDeque::new(),
            sends: VecDeque::new(),
            polls_rest: None,
            all_rest: None,
            refusals: 0,
            slow: None,
        };
        let places = || Arc::new(Semaphore::new(rules.at_once));
        Self { clock, rules, polling: places(), fetching: places(), state: Mutex::new(state) }
    }

    /// Waits for a turn, or says how long the provider wants to be left alone.
    pub(super) async fn turn(&self, lane: Lane) -> Result<Turn, ConnectorError> {
        let permit = match lane {
            Lane::Poll => Arc::clone(&self.polling).acquire_owned().await.ok(),
            Lane::Fetch => Arc::clone(&self.fetching).acquire_owned().await.ok(),
            Lane::Send => None,
        };
        while let Some(at) = self.book(lane)? {
            self.clock.sleep_until(at).await;
        }
        Ok(Turn { _permit: permit })
    }

    /// Takes a place in the lane, or says when to ask again.
    fn book(&self, lane: Lane) -> Result<Option<Timestamp>, ConnectorError> {
        let now = self.clock.now();
        let mut state = self.lock();
        state.rests_left(lane, now)?;
        let slow = if state.is_slow(now) { 3 } else { 1 };
        let (rate, recent) = match lane {
            Lane::Poll => (self.rules.poll, &mut state.polls),
            Lane::Send => (self.rules.send, &mut state.sends),
            Lane::Fetch => return Ok(None),
        };
        let per = signed(rate.per * if lane == Lane::Poll { slow } else { 1 });
        // Calls "in the future" are from before the clock was set back.
        recent.retain(|at| *at <= now && *at + per > now);
        if recent.len() < rate.calls {
            recent.push_back(now);
            return Ok(None);
        }
        Ok(recent.front().map(|oldest| *oldest + per))
    }

    /// Learns from an answer. Returns the wait that it asks for.
    pub(super) fn heard(&self, lane: Lane, http: u16, headers: &HeaderMap) -> Option<Duration> {
        let now = self.clock.now();
        let asked = retry_after(headers, now);
        let Usage { percent, regain } = usage(headers);
        let mut state = self.lock();
        if let Some(percent) = percent {
            // An answer that says nothing about the budget takes nothing back.
            state.slow = (percent >= SLOW_FROM).then_some(now);
        }
        if percent.is_some_and(|percent| percent >= PAUSE_FROM) || !regain.is_zero() {
            state.rest(Lane::Poll, now, regain.max(PAUSE));
        }
        match http {
            429 => {
                let wait = asked.unwrap_or_default().max(state.back_off(asked.is_some()));
                state.rest(lane, now, wait);
                return Some(wait);
            }
            503 => state.rest(lane, now, asked.unwrap_or_default()),
            // That a file host is well says nothing about the host that counts calls.
            _ if http < 400 && lane != Lane::Fetch => state.refusals = 0,
            _ => {}
        }
        asked
    }

    /// The provider refused with a code of its own that means "too often". Returns the wait.
    pub(super) fn throttled(&self, lane: Lane, asked: Option<Duration>) -> Duration {
        let now = self.clock.now();
        let mut state = self.lock();
        let wait = match asked {
            Some(asked) => asked,
            None => state.back_off(false),
        };
        state.rest(lane, now, wait);
        match state.rests_left(lane, now) {
            Err(ConnectorError { retry: Retry::After(left), .. }) => left.max(wait),
            _ => wait,
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// A refused poll stops polls; a refused send stops both; a refused file stops nothing.
    fn rest(&mut self, lane: Lane, now: Timestamp, wait: Duration) {
        let rest = (now, now + signed(wait));
        let longer =
            |old: Option<Rest>| Some(old.filter(|old| !over(old, now) && old.1 > rest.1).unwrap_or(rest));
        match lane {
            _ if wait.is_zero() => {}
            Lane::Poll => self.polls_rest = longer(self.polls_rest),
            Lane::Send => self.all_rest = longer(self.all_rest),
            Lane::Fetch => {}
        }
    }

    fn is_slow(&self, now: Timestamp) -> bool {
        self.slow.is_some_and(|said| now >= said && now.duration_since(said) < USAGE_LASTS)
    }

    fn rests_left(&mut self, lane: Lane, now: Timestamp) -> Result<(), ConnectorError> {
        self.all_rest = self.all_rest.filter(|rest| !over(rest, now));
        self.polls_rest = self.polls_rest.filter(|rest| !over(rest, now));
        let until = match lane {
            Lane::Poll => self.all_rest.map(|rest| rest.1).max(self.polls_rest.map(|rest| rest.1)),
            Lane::Send => self.all_rest.map(|rest| rest.1),
            Lane::Fetch => None,
        };
        match until {
            Some(until) => {
                let left = unsigned(until.duration_since(now));
                Err(ConnectorError::new(FailureKind::RateLimited, Retry::After(left)))
            }
            None => Ok(()),
        }
    }

    /// 2 s, 4 s, … at most a quarter of an hour, spread by ± a quarter; nothing when the provider named a time.
    fn back_off(&mut self, named: bool) -> Duration {
        if named {
            return Duration::ZERO;
        }
        self.refusals = (self.refusals + 1).min(16);
        let seconds = (1_u64 << self.refusals).min(MOST_BACK_OFF);
        Duration::from_secs(seconds).mul_f64(self.rng.random_range(0.75..1.25))
    }
}

fn over(rest: &Rest, now: Timestamp) -> bool {
    now < rest.0 || now >= rest.1
}

fn signed(wait: Duration) -> SignedDuration {
    SignedDuration::try_from(wait).unwrap_or(SignedDuration::from_hours(24))
}

fn unsigned(wait: SignedDuration) -> Duration {
    Duration::try_from(wait).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use anteroom_model::ManualClock;
    use futures::FutureExt;
    use http::{HeaderValue, header};
    use rand::SeedableRng;

    fn pace() -> (ManualClock, Pace) {
        let clock = ManualClock::at(Timestamp::from_second(1_790_000_000).expect("a time"));
        let rate = Rate { calls: 2, per: Duration::from_secs(1) };
        let rules = PaceRules { poll: rate, send: rate, at_once: 8 };
        let pace = Pace::new(Arc::new(clock.clone()), rules, StdRng::seed_from_u64(7));
        (clock, pace)
    }

    fn headers(name: &'static str, value: &'static str) -> HeaderMap {
        let name = header::HeaderName::from_static(name);
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    fn left(pace: &Pace, lane: Lane) -> Option<u64> {
        match pace.turn(lane).now_or_never() {
            Some(Err(ConnectorError { retry: Retry::After(left), .. })) => Some(left.as_secs()),
            _ => None,
        }
    }

    #[test]
    fn no_more_calls_leave_than_the_period_allows_and_waiting_ends_by_the_clock() {
        let (clock, pace) = pace();
        for _ in 0..2 {
            assert!(pace.turn(Lane::Poll).now_or_never().is_some_and(|turn| turn.is_ok()));
        }
        let mut third = Box::pin(pace.turn(Lane::Poll));
        assert!((&mut third).now_or_never().is_none());
        assert!(pace.turn(Lane::Send).now_or_never().is_some(), "sends have a budget of their own");
        clock.advance(SignedDuration::from_millis(999));
        assert!((&mut third).now_or_never().is_none());
        clock.advance(SignedDuration::from_millis(1));
        assert!(third.now_or_never().is_some_and(|turn| turn.is_ok()));
    }

    #[test]
    fn slow_files_hold_up_neither_news_nor_answers() {
        let (_, pace) = pace();
        let under_way: Vec<_> = (0..8).map(|_| pace.turn(Lane::Fetch).now_or_never()).collect();
        assert!(under_way.iter().all(|turn| matches!(turn, Some(Ok(_)))));
        assert!(pace.turn(Lane::Fetch).now_or_never().is_none(), "eight at a time");
        assert!(pace.turn(Lane::Poll).now_or_never().is_some());
        assert!(pace.turn(Lane::Send).now_or_never().is_some());
        drop(under_way);
        assert!(pace.turn(Lane::Fetch).now_or_never().is_some());
    }

    #[test]
    fn a_refused_poll_stops_polls_and_a_refused_send_stops_both() {
        let (clock, pace) = pace();
        assert_eq!(pace.heard(Lane::Poll, 429, &headers("retry-after", "30")), Some(Duration::from_secs(30)));
        assert_eq!((left(&pace, Lane::Poll), left(&pace, Lane::Send)), (Some(30), None));
        pace.heard(Lane::Send, 429, &headers("retry-after", "10"));
        assert_eq!((left(&pace, Lane::Poll), left(&pace, Lane::Send)), (Some(30), Some(10)));
        assert_eq!(left(&pace, Lane::Fetch), None);
        clock.advance(SignedDuration::from_secs(30));
        assert_eq!((left(&pace, Lane::Poll), left(&pace, Lane::Send)), (None, None));
    }

    #[test]
    fn without_a_time_named_the_pauses_grow_until_an_answer_comes() {
        let (clock, pace) = pace();
        let waits: Vec<u64> = (0..3)
            .map(|_| pace.heard(Lane::Send, 429, &HeaderMap::new()).unwrap_or_default().as_millis() as u64)
            .collect();
        for (wait, around) in waits.iter().zip([2_000, 4_000, 8_000]) {
            assert!((around * 3 / 4..=around * 5 / 4).contains(wait), "{waits:?}");
        }
        clock.advance(SignedDuration::from_secs(10));
        pace.heard(Lane::Poll, 200, &HeaderMap::new());
        assert!(pace.throttled(Lane::Poll, None) < Duration::from_secs(3));
    }

    #[test]
    fn polls_pause_near_the_end_of_a_budget_and_until_access_comes_back() {
        let (clock, pace) = pace();
        pace.heard(Lane::Poll, 200, &headers("x-app-usage", r#"{"call_count":91}"#));
        assert_eq!((left(&pace, Lane::Poll), left(&pace, Lane::Send)), (Some(60), None));
        let regain = r#"{"1":[{"call_count":100,"estimated_time_to_regain_access":3}]}"#;
        pace.heard(Lane::Poll, 400, &headers("x-business-use-case-usage", regain));
        assert_eq!(left(&pace, Lane::Poll), Some(180));
        clock.advance(SignedDuration::from_hours(-1));
        assert_eq!(left(&pace, Lane::Poll), None, "a clock that was set back ends the pause");
    }

    #[test]
    fn a_short_budget_stays_short_until_an_answer_says_otherwise_or_an_hour_is_over() {
        let (clock, pace) = pace();
        let polls_in_three_seconds = || {
            clock.advance(SignedDuration::from_mins(1));
            let polls = |n: i64| {
                clock.advance(SignedDuration::from_secs(n));
                (0..3).filter(|_| pace.turn(Lane::Poll).now_or_never().is_some()).count()
            };
            [0, 1, 1].into_iter().map(polls).sum::<usize>()
        };
        assert_eq!(polls_in_three_seconds(), 6);
        pace.heard(Lane::Poll, 200, &headers("x-app-usage", r#"{"call_count":80}"#));
        assert_eq!(polls_in_three_seconds(), 2, "a third of the pace");
        pace.heard(Lane::Poll, 200, &HeaderMap::new());
        pace.heard(Lane::Fetch, 200, &HeaderMap::new());
        assert_eq!(polls_in_three_seconds(), 2, "silence takes nothing back");
        pace.heard(Lane::Poll, 200, &headers("x-app-usage", r#"{"call_count":20}"#));
        assert_eq!(polls_in_three_seconds(), 6);
        pace.heard(Lane::Poll, 200, &headers("x-app-usage", r#"{"call_count":80}"#));
        clock.advance(SignedDuration::from_hours(1));
        assert_eq!(polls_in_three_seconds(), 6, "of that hour nothing counts any more");
    }

    #[test]
    fn a_file_that_comes_does_not_end_a_back_off() {
        let (_, pace) = pace();
        pace.heard(Lane::Send, 429, &HeaderMap::new());
        pace.heard(Lane::Fetch, 200, &HeaderMap::new());
        let second = pace.heard(Lane::Send, 429, &HeaderMap::new()).unwrap_or_default();
        assert!(second >= Duration::from_secs(3), "{second:?}");
    }
}
