//! The watch: the only place in the store that looks at the machine's clock.

use std::time::{Duration, Instant};

/// How long `work` took.
pub(super) fn time<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = now();
    let done = work();
    (done, now().duration_since(begun))
}

/// The machine's time.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures the machine, not the practice")]
pub(super) fn now() -> Instant {
    Instant::now()
}

/// Processor time of this process so far, to a hundredth of a second. Where the system does not tell it in a file,
/// the time since `begun` stands in for it.
pub(super) fn cpu(begun: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/self/stat").ok().and_then(|stat| {
        // Fields 14 and 15, counted behind the name, which may hold spaces.
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
        let user: u64 = fields.next()?.parse().ok()?;
        let system: u64 = fields.next()?.parse().ok()?;
        Some(Duration::from_millis((user + system) * 10))
    });
    told.unwrap_or_else(|| now().duration_since(begun))
}
