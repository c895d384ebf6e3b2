//! When to try again. Pure: no clock, no database, no randomness of its own.

use jiff::{SignedDuration, Timestamp};

use crate::{ConnectorError, FailureKind, ParkReason, Retry, later};

/// A number between 0 and 1 from the caller's seedable source, so that many desks do not ask in step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Jitter(pub f64);

/// What to do with a message whose send definitely failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Again, not before this time.
    TryAt(Timestamp),
    /// Stop and tell a person.
    Park(ParkReason),
}

const BASE: SignedDuration = SignedDuration::from_secs(2);
const MOST: SignedDuration = SignedDuration::from_mins(15);
/// After this many definite refusals of a passing kind a person should know.
const REFUSALS: u32 = 8;

/// The pause before attempt `tried + 1`: 2 s, 4 s, … at most 15 min, spread by ± a quarter.
pub fn pause(tried: u32, jitter: Jitter) -> SignedDuration {
    let doubled = BASE.checked_mul(1 << tried.clamp(1, 16).saturating_sub(1)).unwrap_or(MOST).min(MOST);
    let spread = 0.75 + 0.5 * jitter.0.clamp(0.0, 1.0);
    SignedDuration::from_millis((doubled.as_millis() as f64 * spread) as i64)
}

/// What to do after a definite failure. `tried` counts the attempt that just failed.
///
/// Being offline never gives up: a queue that waits for the network is what staff expect. A provider that keeps
/// saying "later" is shown to a person after eight refusals.
pub fn after_failure(tried: u32, error: &ConnectorError, now: Timestamp, jitter: Jitter) -> Next {
    match error.retry {
        Retry::Never => Next::Park(ParkReason::Refused(error.kind)),
        Retry::WhenReconnected => Next::Park(ParkReason::Refused(error.kind)),
        Retry::Soon if error.kind != FailureKind::Offline && tried >= REFUSALS => {
            Next::Park(ParkReason::GaveUp(error.kind))
        }
        Retry::Soon => Next::TryAt(now + pause(tried, jitter)),
        Retry::After(wait) => {
            let asked = SignedDuration::try_from(wait).unwrap_or(MOST);
            Next::TryAt(later(now, asked.max(pause(tried, jitter))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;
    const MIDDLE: Jitter = Jitter(0.5);

    #[test]
    fn pauses_double_and_stop_growing() {
        let seconds: Vec<i64> = (1..=12).map(|tried| pause(tried, MIDDLE).as_secs()).collect();
        assert_eq!(seconds, [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
        assert_eq!(pause(u32::MAX, Jitter(9.0)).as_secs(), 1125);
    }

    #[test]
    fn offline_waits_for_ever_and_refusals_do_not() {
        let offline = ConnectorError::new(FailureKind::Offline, Retry::Soon);
        let down = ConnectorError::new(FailureKind::ProviderDown, Retry::Soon);
        assert!(matches!(after_failure(500, &offline, NOW, MIDDLE), Next::TryAt(_)));
        assert!(matches!(after_failure(7, &down, NOW, MIDDLE), Next::TryAt(_)));
        assert_eq!(
            after_failure(8, &down, NOW, MIDDLE),
            Next::Park(ParkReason::GaveUp(FailureKind::ProviderDown))
        );
    }

    #[test]
    fn a_provider_that_names_a_time_is_not_asked_before() {
        let limited = ConnectorError::new(FailureKind::RateLimited, Retry::After(Duration::from_secs(90)));
        assert_eq!(after_failure(1, &limited, NOW, MIDDLE), Next::TryAt(NOW + SignedDuration::from_secs(90)));
        let ages = Retry::After(Duration::from_secs(u64::MAX / 2));
        let ages = ConnectorError::new(FailureKind::RateLimited, ages);
        assert_eq!(after_failure(1, &ages, NOW, MIDDLE), Next::TryAt(Timestamp::MAX), "and no panic");
        let closed = ConnectorError::new(FailureKind::OutsideWindow, Retry::Never);
        assert_eq!(
            after_failure(1, &closed, NOW, MIDDLE),
            Next::Park(ParkReason::Refused(FailureKind::OutsideWindow))
        );
    }
}
