//! All loops of the desk, run by themselves or by hand.
//!
//! Holds: by hand, [`Loops::settle`] takes every turn that is due now, one after the other, until nothing is due: the
//! tests, and "sync once" on the command line, see exactly what the running desk would do, without any waiting.
//! Closing has an order: what takes in stops first, then the outbox gets a few seconds to write down what became of
//! the message on its way.

use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::Clock;
use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;

use crate::tasks::{NextWake, Tasks, Turn, supervised};

/// Who takes the turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// Each loop for itself, as long as the desk is open.
    ByItself,
    /// The caller, with [`Loops::settle`].
    ByHand,
}

/// When a loop stops while the desk closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stops {
    /// First, even in the middle of a turn.
    First,
    /// Last, after its turn.
    Last,
}

/// The loops never came to rest: one of them asks for another turn at once, for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the loop {task} never comes to rest")]
pub struct Restless {
    /// The loop that had the last turn.
    pub task: &'static str,
}

/// All loops.
pub struct Loops {
    run: Run,
    clock: Arc<dyn Clock>,
    first: Tasks,
    last: Tasks,
    list: Mutex<Vec<Running>>,
    /// By hand: when it was last looked for what is due.
    looked: Mutex<Timestamp>,
}

#[derive(Clone)]
struct Running {
    turn: Arc<dyn Turn>,
    handle: Handle,
    next: Arc<Mutex<NextWake>>,
}

/// Ends its loop when told to; dropping it does nothing.
#[derive(Clone)]
pub struct Handle(CancellationToken);

impl Handle {
    /// Ends the loop.
    pub fn end(&self) {
        self.0.cancel();
    }
}

/// More turns at one moment than any honest day has.
const RESTLESS: u32 = 20_000;
const TO_STOP: SignedDuration = SignedDuration::from_secs(2);
/// A provider's answer to a send is waited for this long when the desk closes.
const TO_SEND: SignedDuration = SignedDuration::from_secs(8);

impl Loops {
    /// No loops yet.
    pub fn new(run: Run, clock: Arc<dyn Clock>) -> Self {
        let (first, last) = (Tasks::new(clock.clone()), Tasks::new(clock.clone()));
        let looked = Mutex::new(clock.now());
        Self { run, clock, first, last, list: Mutex::default(), looked }
    }

    /// Adds a loop; it takes its first turn at once.
    pub fn add(&self, turn: Arc<dyn Turn>, stops: Stops) -> Handle {
        let tasks = if stops == Stops::First { &self.first } else { &self.last };
        let token = match self.run {
            Run::ByItself => tasks.run(turn.clone()),
            Run::ByHand => CancellationToken::new(),
        };
        let handle = Handle(token);
        let next = Arc::new(Mutex::new(Some(self.clock.now())));
        let mut list = self.lock();
        list.retain(|running| !running.handle.0.is_cancelled());
        if self.run == Run::ByHand {
            list.push(Running { turn, handle: handle.clone(), next });
        }
        handle
    }

    /// Takes every turn that is due now until nothing is. Only by hand; returns how many there were.
    pub async fn settle(&self) -> Result<u32, Restless> {
        let mut turns = 0;
        while let Some(due) = self.due() {
            *lock(&due.next) = None;
            let next = supervised(due.turn.as_ref(), self.clock.as_ref()).await;
            *lock(&due.next) = next;
            turns += 1;
            if turns > RESTLESS {
                return Err(Restless { task: due.turn.name() });
            }
        }
        Ok(turns)
    }

    /// When the next loop has something to do by itself. Only by hand.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.lock().iter().filter_map(|running| *lock(&running.next)).min()
    }

    fn due(&self) -> Option<Running> {
        let now = self.clock.now();
        let mut list = self.lock();
        list.retain(|running| !running.handle.0.is_cancelled());
        if now < std::mem::replace(&mut *lock(&self.looked), now) {
            // Nobody sleeps through a clock that is set back; see `Clock::sleep_until`.
            list.iter().for_each(|running| *lock(&running.next) = Some(now));
        }
        let due = list.iter().find(|running| {
            running.turn.bell().was_rung() || lock(&running.next).is_some_and(|at| at <= now)
        });
        due.cloned()
    }

    /// Ends all loops in order. Tells whether the outbox wrote everything down in time.
    pub async fn stop(&self) -> bool {
        self.first.stop(TO_STOP).await;
        let settled = self.last.stop(TO_SEND).await;
        self.lock().clear();
        settled
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Running>> {
        lock(&self.list)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
