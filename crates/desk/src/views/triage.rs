//! What staff decide about conversations, labels, and views that they keep.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{InboxFilter, UtcMillis};

/// A decision about one conversation or many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum TriageAct {
    /// Needs nothing until the patient writes again.
    Done,
    /// Not done after all.
    Reopen,
    /// Comes back then, or when the patient writes.
    Snooze {
        /// The time; `None` for "when they write".
        until: Option<UtcMillis>,
    },
    /// Comes back now.
    Wake,
    /// Given to somebody, or to nobody.
    Assign {
        /// Who.
        to: Option<String>,
    },
    /// Kept at the top, or no longer.
    Pin {
        /// Which of the two.
        on: bool,
    },
    /// No notices about it, or again.
    Mute {
        /// Which of the two.
        on: bool,
    },
    /// Out of sight, or back.
    Spam {
        /// Which of the two.
        on: bool,
    },
    /// As if nobody had looked.
    Unopened,
    /// With a label, or without.
    Label {
        /// Which.
        label: String,
        /// With, or without.
        on: bool,
    },
}

/// What a decision did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TriageDone {
    /// Conversations that are now otherwise than before.
    pub changed: u32,
    /// Hand this back to take it back; `None` when nothing changed.
    pub undo: Option<String>,
}

/// A label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LabelView {
    /// Id.
    pub id: String,
    /// Its words.
    pub name: String,
    /// One of six colours, from 0.
    pub colour: u32,
}

/// A list that staff keep under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// What it lists.
    pub filter: InboxFilter,
}

/// A saved view with how much is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SavedViewCount {
    /// The view.
    pub view: SavedView,
    /// Conversations in it, at most 100.
    pub n: u32,
    /// There may be more: only so many are counted, and looked for among so many.
    pub more: bool,
}
