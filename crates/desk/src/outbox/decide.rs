//! From a connector's answer to what is written down. Pure.

use anteroom_model::{
    Accepted, FailureKind, Jitter, Next, ParkReason, ProviderCode, SendError, after_failure,
};
use jiff::{SignedDuration, Timestamp};

/// A queue that waits for the network tries again at least this often, so that it leaves soon after the network is back.
const OFFLINE_MOST: SignedDuration = SignedDuration::from_secs(30);

/// What became of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The provider took it.
    Accepted(String),
    /// Again, not before this time.
    Again { at: Timestamp, why: FailureKind, code: Option<ProviderCode> },
    /// It stops.
    Parked { reason: ParkReason, code: Option<ProviderCode> },
    /// Nobody knows.
    Unknown,
}

/// Sorts an answer. `tried` counts the attempt that was just made.
pub(super) fn outcome(
    answer: Result<Accepted, SendError>,
    tried: u32,
    now: Timestamp,
    jitter: Jitter,
) -> Outcome {
    match answer {
        Ok(Accepted { provider_id }) => Outcome::Accepted(provider_id),
        Err(SendError::Ambiguous(_)) => Outcome::Unknown,
        Err(SendError::Definite(error)) => {
            let (why, code) = (error.kind, error.code);
            // The account needs a person, not the message.
            if why == FailureKind::SignInNeeded {
                return Outcome::Again { at: now, why, code };
            }
            match after_failure(tried, &error, now, jitter) {
                Next::TryAt(at) if why == FailureKind::Offline => {
                    Outcome::Again { at: at.min(now + OFFLINE_MOST), why, code }
                }
                Next::TryAt(at) => Outcome::Again { at, why, code },
                Next::Park(reason) => Outcome::Parked { reason, code },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anteroom_model::{ConnectorError, Retry};

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn definite(kind: FailureKind, retry: Retry, tried: u32) -> Outcome {
        let error = SendError::Definite(ConnectorError::new(kind, retry));
        outcome(Err(error), tried, NOW, Jitter(0.5))
    }

    #[test]
    fn only_a_definite_no_is_tried_again() {
        let timeout = ConnectorError::new(FailureKind::Timeout, Retry::Soon);
        assert_eq!(outcome(Err(SendError::Ambiguous(timeout)), 1, NOW, Jitter(0.5)), Outcome::Unknown);
        let again =
            |seconds, why| Outcome::Again { at: NOW + SignedDuration::from_secs(seconds), why, code: None };
        use FailureKind::{ContentRefused, Offline, ProviderDown, SignInNeeded};
        assert_eq!(definite(ProviderDown, Retry::Soon, 2), again(4, ProviderDown));
        assert_eq!(definite(Offline, Retry::Soon, 200), again(30, Offline));
        assert_eq!(definite(SignInNeeded, Retry::WhenReconnected, 1), again(0, SignInNeeded));
        assert_eq!(
            definite(ContentRefused, Retry::Never, 1),
            Outcome::Parked { reason: ParkReason::Refused(ContentRefused), code: None }
        );
    }
}
