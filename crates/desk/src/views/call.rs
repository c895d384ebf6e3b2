//! A call that staff place.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CallEnd, UtcMillis};

/// A call was handed to the provider: the desk phone rings now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CallTicket {
    /// Ask for its progress by this.
    pub call: String,
}

/// How a placed call is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum CallProgressView {
    /// The desk phone rings.
    RingingDesk,
    /// The desk phone was picked up; the patient's rings.
    RingingPatient,
    /// Both talk.
    Talking,
    /// It is over.
    Over {
        /// How it ended.
        outcome: CallEnd,
    },
}

/// Whoever is on the telephone with the practice now, or has just been.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Caller {
    /// Their conversation.
    pub conversation: String,
    /// What it is called.
    pub name: String,
    /// When the call began.
    pub since: UtcMillis,
}
