//! Time, handed in. One implementation reads the machine's clock (in `desk`); tests hold a [`ManualClock`].
//!
//! Holds: no rule, job or test reads the time by itself. `sleep_until` is woken by the clock that is handed in, so a
//! test advances hours without waiting. Nobody sleeps through a clock that is set back: a time that was an hour away
//! would be years away, and what sleeps for it would never wake.

use std::collections::BTreeMap;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Poll, Waker};

use jiff::{SignedDuration, Timestamp};

use crate::BoxFuture;

/// The time, and a way to wait for a later one.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
    /// Ends when [`Clock::now`] has reached `at`, or when the clock was set back meanwhile: whoever waits looks again
    /// what there is to wait for. Time asleep counts.
    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()>;
}

/// The time `by` after `at` (before it, if negative), or the last (first) one that there is: providers deliver any time
/// and any pause, and none of them may end in a panic.
pub fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(if by.is_negative() { Timestamp::MIN } else { Timestamp::MAX })
}

#[derive(Default)]
struct Waiting {
    now: Timestamp,
    next: u64,
    /// How often it was set back.
    set_back: u64,
    wakers: BTreeMap<(Timestamp, u64), Waker>,
}

/// A clock that stands still until it is moved.
#[derive(Clone)]
pub struct ManualClock(Arc<Mutex<Waiting>>);

impl ManualClock {
    /// A clock that shows `at`.
    pub fn at(at: Timestamp) -> Self {
        Self(Arc::new(Mutex::new(Waiting { now: at, ..Waiting::default() })))
    }

    /// Moves the clock and wakes everything that became due; everything, if it moves backwards. Machines do that too.
    pub fn set(&self, at: Timestamp) {
        let due = {
            let mut state = self.lock();
            let set_back = at < std::mem::replace(&mut state.now, at);
            state.set_back += u64::from(set_back);
            let later = if set_back { BTreeMap::new() } else { state.wakers.split_off(&(at, u64::MAX)) };
            std::mem::replace(&mut state.wakers, later)
        };
        due.into_values().for_each(Waker::wake);
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: SignedDuration) {
        let to = self.now() + by;
        self.set(to);
    }

    /// When the next sleeper wants to be woken, if anybody sleeps.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.lock().wakers.keys().next().map(|(at, _)| *at)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        self.lock().now
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        let clock = self.clone();
        let set_back = clock.lock().set_back;
        let mut key = None;
        Box::pin(poll_fn(move |cx| {
            let mut state = clock.lock();
            if state.now >= at || state.set_back != set_back {
                return Poll::Ready(());
            }
            let key = *key.get_or_insert_with(|| {
                state.next += 1;
                (at, state.next)
            });
            state.wakers.insert(key, cx.waker().clone());
            Poll::Pending
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::FutureExt;

    #[test]
    fn beyond_the_end_of_time_is_its_end() {
        let hour = SignedDuration::from_hours(1);
        assert_eq!(later(Timestamp::UNIX_EPOCH, hour).as_second(), 3600);
        assert_eq!(later(Timestamp::MAX, hour), Timestamp::MAX);
        assert_eq!(later(Timestamp::MIN, -hour), Timestamp::MIN);
        assert_eq!(later(Timestamp::UNIX_EPOCH, SignedDuration::MAX), Timestamp::MAX);
    }

    #[test]
    fn a_sleeper_wakes_when_the_clock_reaches_it_and_not_before() {
        let start = Timestamp::UNIX_EPOCH;
        let clock = ManualClock::at(start);
        let mut sleep = clock.sleep_until(start + SignedDuration::from_mins(5));
        assert!((&mut sleep).now_or_never().is_none());
        clock.advance(SignedDuration::from_mins(4));
        assert!((&mut sleep).now_or_never().is_none());
        clock.advance(SignedDuration::from_mins(1));
        assert!((&mut sleep).now_or_never().is_some());
        assert_eq!(clock.next_due(), None);
    }

    #[test]
    fn nobody_sleeps_through_a_clock_that_is_set_back() {
        let start = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * 365);
        let clock = ManualClock::at(start);
        let mut sleep = clock.sleep_until(start + SignedDuration::from_mins(1));
        assert!((&mut sleep).now_or_never().is_none());
        clock.set(Timestamp::UNIX_EPOCH);
        assert!((&mut sleep).now_or_never().is_some(), "its minute would come in a year");
        let mut anew = clock.sleep_until(Timestamp::UNIX_EPOCH + SignedDuration::from_mins(1));
        assert!((&mut anew).now_or_never().is_none());
    }
}
