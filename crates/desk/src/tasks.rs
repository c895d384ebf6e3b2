//! Loops that run as long as the desk does: named, supervised, stopped in order.
//!
//! Holds: each loop is a `turn` (do what is due, say when more will be) and the same thin loop around it, so that a
//! test can take the turns itself without any waiting. A loop registers for its bell before it looks for work, so that
//! news that comes in between is not slept through. A turn that panics is noted and the loop goes on after a pause.
//! Refused: a timer per thing to do (nobody could list what is running); channels that carry the work itself (lost on
//! a crash; the store is the queue, the bell only says "look").
//! On a crash: nothing to recover here; each loop finds its work in the store.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use anteroom_model::{BoxFuture, Clock};
use futures::FutureExt;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Rung when there may be work. Rings add up to one.
#[derive(Clone, Default)]
pub struct Bell(Arc<Notify>);

impl Bell {
    /// Wakes the loop now, or the next time it wants to wait.
    pub fn ring(&self) {
        self.0.notify_one();
    }

    /// Takes a ring back, if there was one.
    pub fn was_rung(&self) -> bool {
        self.0.notified().now_or_never().is_some()
    }

    /// Waits for a ring.
    pub async fn rung(&self) {
        self.0.notified().await;
    }
}

/// When a loop has something to do by itself again; `None` means only when its bell rings.
pub type NextWake = Option<Timestamp>;

/// One pass over what is due.
pub trait Turn: Send + Sync + 'static {
    /// Its name in the log.
    fn name(&self) -> &'static str;
    /// Its bell.
    fn bell(&self) -> &Bell;
    /// Does what is due now.
    fn turn(&self) -> BoxFuture<'_, NextWake>;
    /// Whether a turn may be dropped in the middle when the desk closes. Not so where a message may be on its way:
    /// what happened to it must be written down.
    fn may_be_cut(&self) -> bool {
        true
    }
}

/// Everything that can wake a loop.
enum Wake {
    /// Its bell.
    Rung,
    /// Its own time.
    Due,
    /// The desk closes.
    Stop,
}

/// A group of loops that stop together.
#[derive(Clone)]
pub struct Tasks {
    clock: Arc<dyn Clock>,
    stop: CancellationToken,
    running: TaskTracker,
}

/// The pause after a panic, so that a poisonous row cannot burn the processor.
const AFTER_PANIC: SignedDuration = SignedDuration::from_secs(5);

impl Tasks {
    /// An empty group.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, stop: CancellationToken::new(), running: TaskTracker::new() }
    }

    /// Runs a loop until the group stops or the returned handle is cancelled.
    pub fn run(&self, what: Arc<dyn Turn>) -> CancellationToken {
        let stop = self.stop.child_token();
        let (clock, handle) = (self.clock.clone(), stop.clone());
        self.running.spawn(async move {
            loop {
                let cut = async {
                    if what.may_be_cut() { stop.cancelled().await } else { std::future::pending().await }
                };
                let next = tokio::select! {
                    biased;
                    () = cut => break,
                    next = supervised(what.as_ref(), clock.as_ref()) => next,
                };
                match wait(what.bell(), next, clock.as_ref(), &stop).await {
                    Wake::Rung | Wake::Due => {}
                    Wake::Stop => break,
                }
            }
        });
        handle
    }

    /// Asks every loop to stop after its current turn and waits for that, at most `patience`. Tells whether all did.
    pub async fn stop(&self, patience: SignedDuration) -> bool {
        self.stop.cancel();
        self.running.close();
        let until = self.clock.now() + patience;
        tokio::select! {
            () = self.running.wait() => true,
            () = self.clock.sleep_until(until) => false,
        }
    }
}

async fn wait(rung: &Bell, next: NextWake, clock: &dyn Clock, stop: &CancellationToken) -> Wake {
    let due = async {
        match next {
            Some(at) => clock.sleep_until(at).await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        biased;
        () = stop.cancelled() => Wake::Stop,
        () = rung.rung() => Wake::Rung,
        () = due => Wake::Due,
    }
}

/// Takes a turn; a panic in it becomes a line in the log and a later turn.
pub(crate) async fn supervised(what: &dyn Turn, clock: &dyn Clock) -> NextWake {
    match AssertUnwindSafe(what.turn()).catch_unwind().await {
        Ok(next) => next,
        Err(_) => {
            tracing::error!(event = "turn_panicked", task = what.name());
            Some(clock.now() + AFTER_PANIC)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anteroom_model::ManualClock;
    use std::sync::atomic::{AtomicU32, Ordering};

    struct Counter {
        bell: Bell,
        clock: ManualClock,
        turns: AtomicU32,
        told: Notify,
    }

    impl Turn for Counter {
        fn name(&self) -> &'static str {
            "counter"
        }
        fn bell(&self) -> &Bell {
            &self.bell
        }
        fn turn(&self) -> BoxFuture<'_, NextWake> {
            Box::pin(async {
                let turn = self.turns.fetch_add(1, Ordering::SeqCst) + 1;
                self.told.notify_one();
                assert_ne!(turn, 2, "the second turn goes wrong");
                Some(self.clock.now() + SignedDuration::from_mins(1))
            })
        }
    }

    #[tokio::test]
    async fn a_loop_wakes_by_bell_and_by_time_survives_a_panic_and_stops() {
        std::panic::set_hook(Box::new(|_| {}));
        let clock = ManualClock::at(Timestamp::UNIX_EPOCH);
        let counter = Arc::new(Counter {
            bell: Bell::default(),
            clock: clock.clone(),
            turns: AtomicU32::new(0),
            told: Notify::new(),
        });
        let tasks = Tasks::new(Arc::new(clock.clone()));
        counter.bell.ring();
        tasks.run(counter.clone());
        counter.told.notified().await;
        counter.told.notified().await;
        // After the panic it waits for its pause; the clock must have a sleeper before it is moved.
        while clock.next_due() != Some(Timestamp::UNIX_EPOCH + AFTER_PANIC) {
            tokio::task::yield_now().await;
        }
        clock.advance(AFTER_PANIC);
        counter.told.notified().await;
        assert_eq!(counter.turns.load(Ordering::SeqCst), 3);
        assert!(tasks.stop(SignedDuration::from_secs(1)).await);
    }

    #[test]
    fn rings_before_the_wait_are_kept_and_add_up_to_one() {
        let bell = Bell::default();
        bell.ring();
        bell.ring();
        assert!(bell.was_rung());
        assert!(!bell.was_rung());
    }
}
