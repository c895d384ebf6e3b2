//! The machine's clock: the one place in the program that reads it.
//!
//! Holds: waiting counts the time the computer was asleep, because every wait is cut into short pieces and the wall
//! clock is asked after each; a jump (sleep, or somebody setting the clock) is noticed by [`JumpWatch`]. When the clock
//! was set back, what is in the store and waits for a time of the wrong clock is brought back, also at the next start.
//! Refused: one long timer (it stands still while the computer sleeps, so a poll due in a minute would come an hour
//! late); reading the time where it is needed (no test could move it).
//! On a crash: nothing to recover.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anteroom_model::{BoxFuture, Clock};
use anteroom_store::StoreError;
use jiff::{SignedDuration, Timestamp};

use crate::accounts;
use crate::core::{Core, Wake};
use crate::tasks::{Bell, NextWake, Turn};

/// The machine's time.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

/// No single wait is longer, so that a wake-up from sleep is noticed soon.
const LONGEST_NAP: Duration = Duration::from_secs(5);

impl SystemClock {
    /// The machine's time.
    pub const fn new() -> Self {
        Self
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the machine's time")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one place that waits on the machine's time")]
    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        let clock = *self;
        Box::pin(async move {
            let mut before = clock.now();
            loop {
                let now = clock.now();
                let left = at.duration_since(now);
                if !left.is_positive() || is_set_back(before, now) {
                    return;
                }
                before = now;
                let left = Duration::try_from(left).unwrap_or(LONGEST_NAP);
                tokio::time::sleep(left.min(LONGEST_NAP)).await;
            }
        })
    }
}

/// Whether the clock was set back between two looks. Less than a second is how clocks are kept right.
fn is_set_back(before: Timestamp, now: Timestamp) -> bool {
    now.duration_since(before) < SignedDuration::from_secs(-1)
}

/// How often the watch looks.
pub const LOOK_EVERY: SignedDuration = SignedDuration::from_secs(15);
/// A look that comes later than this after the one before means that time passed without us.
const SLACK: SignedDuration = SignedDuration::from_secs(45);

/// Time moved in a way that no waiting explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// Time passed without us: the computer slept, or the clock was set forward.
    Forward,
    /// The clock was set back.
    Backward,
}

/// Notices jumps by comparing the times of its own looks. Pure: the caller brings the time.
#[derive(Clone, Copy, Debug, Default)]
pub struct JumpWatch {
    last: Option<Timestamp>,
}

impl JumpWatch {
    /// Looks at the time; tells whether it jumped since the look before.
    pub fn look(&mut self, now: Timestamp) -> Option<Jump> {
        let last = self.last.replace(now)?;
        if is_set_back(last, now) {
            Some(Jump::Backward)
        } else if now.duration_since(last) > SLACK {
            Some(Jump::Forward)
        } else {
            None
        }
    }
}

/// The loop that looks at the clock.
pub struct TimeWatch {
    core: Arc<Core>,
    bell: Bell,
    watch: Mutex<JumpWatch>,
    /// The clock was set back, and the store could not be brought back yet.
    owed: AtomicBool,
}

impl TimeWatch {
    /// The loop.
    pub fn new(core: Arc<Core>) -> Self {
        Self { core, bell: Bell::default(), watch: Mutex::default(), owed: AtomicBool::new(false) }
    }

    async fn look(&self) -> NextWake {
        let now = self.core.clock.now();
        let jump = self.watch.lock().unwrap_or_else(PoisonError::into_inner).look(now);
        let owed = self.owed.load(Ordering::Relaxed);
        if let Some(jump) = jump {
            tracing::info!(event = "time_jumped", state = ?jump);
            self.core.health.doubt_everything(now);
        }
        if owed || jump == Some(Jump::Backward) {
            self.owed.store(!self.bring_back().await, Ordering::Relaxed);
        }
        if owed || jump.is_some() {
            self.core.wake(Wake::Jumped);
            self.core.pulse();
        }
        Some(now + LOOK_EVERY)
    }

    /// Brings the store back to the time that it is now; whether that could be written.
    async fn bring_back(&self) -> bool {
        let core = &self.core;
        let changed = match core.write(|tx| tx.clock_was_set_back()).await {
            Ok(changed) => changed,
            Err(error) => {
                tracing::warn!(event = "not_brought_back", status = error.word(), n = error.number());
                return false;
            }
        };
        for account in changed {
            // Its connector holds the credential with the wrong times.
            if let Err(fault) = accounts::open(core, account) {
                tracing::error!(event = "line_not_opened", account = %account, status = fault.word());
            }
        }
        true
    }
}

/// At the start nobody saw the clock being set; what is in the store tells.
pub(crate) async fn at_start(core: &Core) -> Result<(), StoreError> {
    if core.read(|tx| tx.is_from_the_future())? {
        tracing::info!(event = "time_jumped", state = ?Jump::Backward);
        core.write(|tx| tx.clock_was_set_back()).await?;
    }
    Ok(())
}

impl Turn for TimeWatch {
    fn name(&self) -> &'static str {
        "time"
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

    #[test]
    fn sleep_and_a_clock_set_back_are_noticed_and_a_late_look_is_not() {
        let start = Timestamp::UNIX_EPOCH;
        let at = |seconds: i64| start + SignedDuration::from_secs(seconds);
        let mut watch = JumpWatch::default();
        assert_eq!(watch.look(at(100)), None, "the first look has nothing to compare with");
        assert_eq!(watch.look(at(115)), None);
        assert_eq!(watch.look(at(150)), None, "a busy machine looks late");
        assert_eq!(watch.look(at(150 + 3600)), Some(Jump::Forward));
        assert_eq!(watch.look(at(120)), Some(Jump::Backward));
        assert_eq!(watch.look(at(135)), None);
    }

    #[tokio::test]
    async fn a_time_that_has_passed_is_not_waited_for() {
        SystemClock.sleep_until(Timestamp::UNIX_EPOCH).await;
    }
}
