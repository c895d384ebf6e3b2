//! What the core tells the window by itself: patches for the two lists on the screen, "stale" for the rest.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{ComposerView, ConversationHead, InboxCounts, InboxFilter, InboxRow, StatusBar, TimelineItem};

/// What the window looks at, so that only that is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Watch {
    /// The list.
    pub inbox: Option<InboxFilter>,
    /// How many rows of it the window holds.
    pub rows: u32,
    /// The open conversation.
    pub conversation: Option<String>,
}

/// News in commit order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct FeedBatch {
    /// Counts up by one; a hole means that something was missed.
    pub number: u32,
    /// The news.
    pub items: Vec<FeedItem>,
}

/// One piece of news.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum FeedItem {
    /// The list changed.
    Inbox {
        /// For this filter; ignore it if the window shows another.
        filter: InboxFilter,
        /// How.
        patches: Vec<RowPatch>,
        /// The numbers now.
        counts: InboxCounts,
    },
    /// The open conversation changed.
    Timeline {
        /// Which.
        conversation: String,
        /// How: items put by id, sorted by position.
        put: Vec<TimelineItem>,
        /// Items that are gone.
        removed: Vec<String>,
        /// The head now.
        head: Box<ConversationHead>,
        /// The dock now, without the draft's words being newer than what is typed.
        composer: Box<ComposerView>,
    },
    /// The status bar now.
    Status {
        /// The bar.
        bar: StatusBar,
    },
    /// What was read under these is old.
    Stale {
        /// Topics.
        topics: Vec<StaleTopic>,
    },
    /// The window fell behind: read everything again.
    Resync,
}

/// A change of the list. Apply in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RowPatch {
    /// Put this row at this place; if the row is elsewhere in the list, it moves.
    Put {
        /// Place.
        at: u32,
        /// Row.
        row: Box<InboxRow>,
    },
    /// This conversation left the list.
    Remove {
        /// Conversation.
        id: String,
    },
}

/// Things that are read on demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StaleTopic {
    /// Accounts and their health.
    Accounts,
    /// The patient card of the open conversation.
    PatientCard,
    /// Templates.
    Templates,
    /// Settings.
    Settings,
    /// Who works here, and what they tell each other at the change of shift.
    Staff,
    /// The program's phase.
    App,
    /// Labels.
    Labels,
}
