//! The life of a message we owe a patient.
//!
//! `Leaving → Queued → Sending → Accepted`, or out of it: `Held` (refused by us before it left), `Failed` (refused by
//! the provider), `Unknown` (bytes left, no clear answer). Unknown is never resent by the program. A person may queue it
//! again; if the earlier attempt then comes to light, it goes from the queue straight to `Accepted` and does not leave.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::FailureKind;

/// Where an outbox row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutboxState {
    /// Waits for its undo time, for its turn, or for the network.
    Queued,
    /// Handed to the connector; the row was committed before the socket opened.
    Sending,
    /// The provider took it. Final for the outbox; delivery goes on from here.
    Accepted,
    /// Nobody knows. Blocks its conversation until reconciled or decided by a person.
    Unknown,
    /// Stopped, with a reason; waits for a person.
    Parked,
    /// A person took it back or gave it up. Final.
    Discarded,
}

impl OutboxState {
    /// The moves that exist. Everything else is a fault in our code.
    pub const fn may_become(self, next: Self) -> bool {
        use OutboxState::{Accepted, Discarded, Parked, Queued, Sending, Unknown};
        matches!(
            (self, next),
            // From the queue to accepted only what was attempted before: that attempt had arrived after all.
            (Queued, Sending | Accepted | Parked | Discarded)
                | (Sending, Accepted | Unknown | Parked | Queued)
                | (Unknown, Accepted | Parked | Queued | Discarded)
                | (Parked, Queued | Discarded | Accepted)
        )
    }

    /// Whether the outbox owes nothing more.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Accepted | Self::Discarded)
    }
}

/// How long after its chosen time a message still leaves by itself. Later, the words may not suit the hour any more: a
/// person decides. So a computer that was off for a week sends nothing when it starts.
pub const LATE_AT_MOST: SignedDuration = SignedDuration::from_mins(10);

/// Whether a message that was to leave at `chosen` has missed its time.
pub fn has_missed(chosen: Timestamp, now: Timestamp) -> bool {
    now.duration_since(chosen) > LATE_AT_MOST
}

/// Why we held a message back before it left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldReason {
    /// The reply window ended while it waited.
    WindowClosed,
    /// The patient opted out while it waited.
    OptedOut,
    /// The account was disconnected.
    AccountGone,
    /// It does not fit the channel.
    DoesNotFit,
    /// Its attachment can no longer be read.
    AttachmentGone,
    /// A rule wrote it, and the practice has opened.
    PracticeOpen,
    /// A rule wrote it, and the rule was switched off, for everybody or for this patient.
    RuleOff,
    /// A rule wrote it, and somebody has answered.
    Answered,
    /// A rule wrote it, and it waited for so long that it would puzzle.
    TooLate,
    /// It was to leave at a time that a person chose, and this desk could not send it then.
    MissedTime,
    /// It was to leave later unless the patient wrote first, and the patient did.
    PatientWrote,
}

/// Why a message is parked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "why", content = "what", rename_all = "snake_case")]
pub enum ParkReason {
    /// We held it back.
    Held(HoldReason),
    /// The provider refused it.
    Refused(FailureKind),
    /// Tried for too long.
    GaveUp(FailureKind),
    /// Reconciling found that it was not sent; a person decides whether it still should be.
    NotSent,
}

#[cfg(test)]
mod tests {
    use super::OutboxState::{self, *};
    use super::*;

    #[test]
    fn nothing_leads_back_to_the_socket_but_the_queue() {
        for from in [Queued, Sending, Accepted, Unknown, Parked, Discarded] {
            assert_eq!(from.may_become(Sending), from == Queued, "{from:?}");
        }
        assert!([Queued, Sending, Unknown, Parked].iter().all(|&next| !Accepted.may_become(next)));
        assert!(OutboxState::Accepted.is_settled());
    }

    #[test]
    fn a_message_may_be_ten_minutes_late_and_no_more() {
        let chosen = Timestamp::UNIX_EPOCH;
        assert!(!has_missed(chosen, chosen - LATE_AT_MOST));
        assert!(!has_missed(chosen, chosen + LATE_AT_MOST));
        assert!(has_missed(chosen, chosen + LATE_AT_MOST + SignedDuration::from_millis(1)));
    }

    #[test]
    fn wherever_a_message_waits_it_may_turn_out_to_have_arrived() {
        for from in [Queued, Sending, Unknown, Parked] {
            assert!(from.may_become(Accepted), "{from:?}");
        }
        assert!(!Discarded.may_become(Accepted), "what was given up is shown as what somebody else wrote");
    }
}
