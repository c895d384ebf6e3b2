//! The bar at the bottom: what the desk can believe about this screen.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Channel, Freshness, InboxCounts, UtcMillis};

/// The status bar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct StatusBar {
    /// All channels together.
    pub overall: Overall,
    /// Each channel.
    pub channels: Vec<StatusChannel>,
    /// People waiting and so on.
    pub counts: InboxCounts,
    /// Replies that wait to leave.
    pub queued: u32,
    /// The disk is full, read-only or gone: since when.
    pub storage_trouble: Option<StorageTrouble>,
}

/// All channels together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Overall {
    /// No account is connected.
    NoAccounts,
    /// Nothing was asked yet.
    Starting,
    /// Every channel is up to date since this moment at the earliest.
    UpToDate {
        /// The oldest of the channels' moments.
        at: UtcMillis,
    },
    /// Fetching what piled up.
    CatchingUp {
        /// Stored so far.
        done: u32,
    },
    /// No provider can be reached.
    Offline {
        /// Since when.
        since: UtcMillis,
    },
    /// One channel is behind.
    Behind {
        /// Which.
        channel: Channel,
        /// Messages after this may be missing.
        since: Option<UtcMillis>,
    },
    /// One account needs a person.
    SignIn {
        /// Which channel.
        channel: Channel,
        /// The account.
        account: String,
    },
}

/// A channel in the status bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StatusChannel {
    /// Which.
    pub channel: Channel,
    /// The account.
    pub account: String,
    /// How fresh.
    pub freshness: Freshness,
}

/// What is wrong with the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StorageTrouble {
    /// Full.
    DiskFull,
    /// Cannot be written.
    ReadOnly,
    /// The folder is gone.
    Gone,
}
