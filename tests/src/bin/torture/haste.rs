//! The clock of a torture run: the machine's, twenty times faster, the same in every process that knows its beginning.

use anteroom_desk::clock::SystemClock;
use anteroom_model::{BoxFuture, Clock};
use jiff::{SignedDuration, Timestamp};

/// Fast enough that the desk's pauses of minutes fit into seconds, slow enough that a busy machine answers within the
/// time after which the desk believes that a message is not there.
const FASTER: i32 = 20;

/// A clock in haste.
#[derive(Clone, Copy, Debug)]
pub struct Haste {
    since: Timestamp,
}

impl Haste {
    /// A clock that showed the machine's time at `since` and has been in haste from then on.
    pub const fn since(since: Timestamp) -> Self {
        Self { since }
    }

    /// When it began.
    pub const fn beginning(self) -> Timestamp {
        self.since
    }
}

impl Clock for Haste {
    fn now(&self) -> Timestamp {
        self.since + SystemClock.now().duration_since(self.since) * FASTER
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        // Rounded up, so that nobody wakes a nanosecond early and asks again at once.
        let wait = at.duration_since(self.since) / FASTER + SignedDuration::from_nanos(1);
        SystemClock.sleep_until(self.since + wait)
    }
}

/// Waits so many milliseconds of the machine's time.
pub async fn pause(ms: u32) {
    SystemClock.sleep_until(SystemClock.now() + SignedDuration::from_millis(i64::from(ms))).await;
}
