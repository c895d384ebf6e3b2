//! What the practice manager looks through.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Channel, UtcMillis};

/// Ways of finding conversations to look through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ReviewFilter {
    /// Waited longer than the goal, answered or not.
    Late,
    /// No person wrote it.
    Automatic,
    /// Words of a complaint.
    Words,
    /// Drawn by lot, a few of each person's of last week.
    Sample,
    /// Missed calls that nobody saw to.
    Calls,
}

/// Conversations to look through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReviewQueue {
    /// The newest first.
    pub rows: Vec<ReviewFinding>,
    /// There are more than these.
    pub more: bool,
    /// The first day that is looked at.
    pub since: UtcMillis,
}

/// A conversation to look through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReviewFinding {
    /// The conversation.
    pub conversation: String,
    /// What it is called.
    pub name: String,
    /// Where.
    pub channel: Channel,
    /// The place to open it at.
    pub position: String,
    /// The id of what is there.
    pub item: String,
    /// When that was.
    pub at: UtcMillis,
    /// What was found.
    pub found: ReviewFound,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ReviewFound {
    /// Somebody waited.
    Late {
        /// Seconds of opening time.
        waited: u32,
        /// They have no answer yet.
        still: bool,
    },
    /// No person wrote it.
    Automatic,
    /// A word of the list.
    Word {
        /// Which.
        word: String,
    },
    /// Drawn by lot.
    Sample {
        /// Whose conversation.
        staff: String,
    },
    /// Nobody saw to a missed call.
    Call,
}

/// A conversation that was looked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReviewedRow {
    /// Id, to take it back.
    pub id: String,
    /// The conversation.
    pub conversation: String,
    /// What it is called.
    pub name: String,
    /// Where.
    pub channel: Channel,
    /// Why it was looked at.
    pub why: ReviewFilter,
    /// Who did.
    pub by: String,
    /// When.
    pub at: UtcMillis,
}

/// Words of complaints by language: whole words or phrases, in any spelling.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct ComplaintWords(pub BTreeMap<String, Vec<String>>);
