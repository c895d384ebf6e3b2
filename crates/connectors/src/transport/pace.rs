//! How often one account may be asked. Shared by everything that talks for the account.
//!
//! Holds: short waits are waited out here, through the clock; a provider that asks for a pause gets it, and callers
//! are told at once how long it lasts instead of hanging. Polling gives way to sending: near the end of a budget only
//! polls stop.
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
    /// Requests under way at the same time, all lanes together.
    pub at_once: usize,
}

/// Keeps one account's pace.
pub(super) struct Pace {
    clock: Arc<dyn Clock>,
    rules: PaceRules,
    at_once: Arc<Semaphore>,
    state: Mutex<State>,
}

struct State {
    rng: StdRng,
    polls: VecDeque<Timestamp>,
    sends: VecDeque<Timestamp>,
    /// From when until when polls, and everything, stand still. The start tells a clock that was set back.
    polls_rest: Option<(Timestamp, Timestamp)>,
    all_rest: Option<(Timestamp, Timestamp)>,
    refusals: u32,
    slow: bool,
}

/// A turn; another request may begin when it is dropped.
pub(super) struct Turn {
    _permit: Option<OwnedSemaphorePermit>,
}

const SLOW_FROM: f64 = 75.0;
const PAUSE_FROM: f64 = 90.0;
const STOP_FROM: f64 = 100.0;
const PAUSE: Duration = Duration::from_secs(60);
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
            slow: false,
        };
        Self { clock, rules, at_once: Arc::new(Semaphore::new(rules.at_once)), state: Mutex::new(state) }
    }

    /// Waits for a turn, or says how long the provider wants to be left alone.
    pub(super) async fn turn(&self, lane: Lane) -> Result<Turn, ConnectorError> {
        let permit = Arc::clone(&self.at_once).acquire_owned().await.ok();
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
        let slow = if state.slow { 3 } else { 1 };
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
    pub(super) fn heard(&self, http: u16, headers: &HeaderMap) -> Option<Duration> {
        let now = self.clock.now();
        let asked = retry_after(headers, now);
        let Usage { percent, regain } = usage(headers);
        let mut state = self.lock();
        state.slow = percent >= SLOW_FROM;
        if http == 429 {
            let wait = asked.unwrap_or_default().max(regain).max(state.back_off(asked.is_some()));
            state.all_rest = Some((now, now + signed(wait)));
            return Some(wait);
        }
        if http < 400 {
            state.refusals = 0;
        }
        if percent >= STOP_FROM || !regain.is_zero() {
            state.all_rest = Some((now, now + signed(regain.max(PAUSE))));
        } else if percent >= PAUSE_FROM {
            state.polls_rest = Some((now, now + signed(PAUSE)));
        } else if let (503, Some(wait)) = (http, asked) {
            state.all_rest = Some((now, now + signed(wait)));
        }
        asked
    }

    /// The provider refused with a code of its own that means "too often". Returns the wait.
    pub(super) fn throttled(&self, asked: Option<Duration>) -> Duration {
        let now = self.clock.now();
        let mut state = self.lock();
        let rest = state.all_rest.filter(|(from, until)| *from <= now && *until > now);
        let running = rest.map_or(Duration::ZERO, |(_, until)| unsigned(until.duration_since(now)));
        let wait = asked.unwrap_or_default().max(state.back_off(asked.is_some())).max(running);
        state.all_rest = Some((now, now + signed(wait)));
        wait
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn rests_left(&mut self, lane: Lane, now: Timestamp) -> Result<(), ConnectorError> {
        let over = |rest: &(Timestamp, Timestamp)| now < rest.0 || now >= rest.1;
        self.all_rest = self.all_rest.filter(|rest| !over(rest));
        self.polls_rest = self.polls_rest.filter(|rest| !over(rest));
        let rest = match lane {
            Lane::Poll => self.all_rest.max(self.polls_rest),
            Lane::Send => self.all_rest,
            Lane::Fetch => None,
        };
        match rest {
            Some((_, until)) => {
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

fn signed(wait: Duration) -> SignedDuration {
    SignedDuration::try_from(wait).unwrap_or(SignedDuration::from_hours(24))
}

fn unsigned(wait: SignedDuration) -> Duration {
    Duration::try_from(wait).unwrap_or_default()
}
