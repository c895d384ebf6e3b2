//! What can happen at a desk, drawn at random, for whoever holds the kept counts against a fresh look.

use anteroom_model::{CallDirection, CallOutcome, CallRecord, RemoteThread};
use proptest::prelude::*;

use crate::fixture::somebody;

/// What can happen.
#[derive(Clone, Copy, Debug)]
pub(super) enum Act {
    /// The patient writes; the minutes are how late it reaches us.
    Writes(u8, i64),
    Elsewhere(u8, i64),
    Sends(u8),
    /// To leave in so many minutes, whatever happens or unless they write.
    Schedules(u8, i64, bool),
    Reschedules(u8, i64, bool),
    SendsNow(u8),
    /// Its time has come: is there a reason to hold it?
    Holds(u8),
    Claim(u8),
    Accept(u8),
    Park(u8),
    Unknown(u8),
    Retry(u8),
    Discard(u8),
    Undo(u8),
    FailsLater(u8),
    TakesBack(u8),
    Opens(u8),
    Done(u8),
    Reopen(u8),
    /// For so many minutes; 0 until they write.
    Snooze(u8, i64),
    Unopened(u8),
    Spam(u8, bool),
    Takes(u8, bool),
    Note(u8),
    Rings(u8, u8),
    Wait,
}

impl Act {
    /// Which message it is about.
    pub(super) const fn row(self) -> Option<u8> {
        match self {
            Self::Reschedules(n, ..) | Self::Claim(n) | Self::SendsNow(n) | Self::Retry(n) => Some(n),
            _ => None,
        }
    }
}

/// A morning of them.
pub(super) fn acts() -> impl Strategy<Value = Vec<Act>> {
    let c = 0u8..3;
    let n = 0u8..8;
    let act = prop_oneof![
        6 => (c.clone(), 0i64..30).prop_map(|(c, late)| Act::Writes(c, late)),
        2 => (c.clone(), 0i64..30).prop_map(|(c, late)| Act::Elsewhere(c, late)),
        3 => c.clone().prop_map(Act::Sends),
        3 => (c.clone(), 1i64..20, any::<bool>()).prop_map(|(c, minutes, unless)| Act::Schedules(c, minutes, unless)),
        2 => (n.clone(), 1i64..20, any::<bool>()).prop_map(|(n, minutes, unless)| Act::Reschedules(n, minutes, unless)),
        1 => n.clone().prop_map(Act::SendsNow),
        2 => n.clone().prop_map(Act::Holds),
        3 => n.clone().prop_map(Act::Claim),
        2 => n.clone().prop_map(Act::Accept),
        1 => n.clone().prop_map(Act::Park),
        1 => n.clone().prop_map(Act::Unknown),
        1 => n.clone().prop_map(Act::Retry),
        1 => n.clone().prop_map(Act::Discard),
        1 => n.clone().prop_map(Act::Undo),
        1 => n.clone().prop_map(Act::FailsLater),
        1 => n.prop_map(Act::TakesBack),
        2 => c.clone().prop_map(Act::Opens),
        2 => c.clone().prop_map(Act::Done),
        2 => c.clone().prop_map(Act::Reopen),
        1 => (c.clone(), 0i64..20).prop_map(|(c, minutes)| Act::Snooze(c, minutes)),
        1 => c.clone().prop_map(Act::Unopened),
        1 => (c.clone(), any::<bool>()).prop_map(|(c, on)| Act::Spam(c, on)),
        1 => (c.clone(), any::<bool>()).prop_map(|(c, on)| Act::Takes(c, on)),
        1 => c.clone().prop_map(Act::Note),
        1 => (c, 0u8..8).prop_map(|(c, how)| Act::Rings(c, how)),
        3 => Just(Act::Wait),
    ];
    prop::collection::vec(act, 1..40)
}

/// A call of the patient or to them, with one of eight ends.
pub(super) fn call(id: &str, at: jiff::Timestamp, how: u8) -> CallRecord {
    let outcomes = [
        CallOutcome::Ringing,
        CallOutcome::Answered,
        CallOutcome::Missed,
        CallOutcome::Busy,
        CallOutcome::NoAnswer,
        CallOutcome::Failed,
        CallOutcome::Cancelled,
        CallOutcome::InProgress,
    ];
    CallRecord {
        provider_id: id.into(),
        thread: RemoteThread { id: None, with: somebody("x"), ours: "y".into() },
        direction: if how.is_multiple_of(2) { CallDirection::Inbound } else { CallDirection::Outbound },
        outcome: outcomes[usize::from(how)],
        started_at: at,
        talk_seconds: 0,
        ring_seconds: None,
    }
}
