//! The watch: the only place in the store that looks at the machine's clock.

use std::time::{Duration, Instant};

/// What a piece of work took.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Took {
    /// By the clock.
    pub clock: Duration,
    /// Of the processor, in all threads: what a machine with other work to do would still need. Where the system does
    /// not tell it, the time by the clock.
    pub processor: Duration,
}

/// How long `work` took.
pub(super) fn time<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (begun, used) = (now(), processor());
    let done = work();
    let clock = now().duration_since(begun);
    (done, Took { clock, processor: processor().map_or(clock, |now| now - used.unwrap_or(now)) })
}

/// The machine's time.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures the machine, not the practice")]
pub(super) fn now() -> Instant {
    Instant::now()
}

/// Processor time of this process so far.
#[cfg(unix)]
fn processor() -> Option<Duration> {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::try_from(time).ok()
}

#[cfg(not(unix))]
fn processor() -> Option<Duration> {
    None
}

impl std::ops::AddAssign for Took {
    fn add_assign(&mut self, other: Self) {
        self.clock += other.clock;
        self.processor += other.processor;
    }
}
