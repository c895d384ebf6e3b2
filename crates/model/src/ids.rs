//! Names for things. Ids that may ever leave this desk are version 7 UUIDs, so that a second desk can join later
//! without renumbering; row ids stay private to the store.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id made at `at`, unique without coordination. `random` comes from the caller's seedable source.
            pub fn at(at: jiff::Timestamp, random: [u8; 10]) -> Self {
                let ms = u64::try_from(at.as_millisecond()).unwrap_or(0);
                Self(uuid::Builder::from_unix_timestamp_millis(ms, &random).into_uuid())
            }

            /// Wraps an id read from the store.
            pub const fn from_uuid(id: Uuid) -> Self { Self(id) }

            /// The id itself.
            pub const fn uuid(self) -> Uuid { self.0 }

            /// The sixteen bytes that the store keeps.
            pub const fn as_bytes(&self) -> &[u8; 16] { self.0.as_bytes() }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fmt::Display::fmt(&self.0, f) }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, concat!(stringify!($name), "({})"), self.0) }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { Uuid::parse_str(text).map(Self) }
        }
    )*};
}

ids! {
    /// The practice whose desk this is.
    ClinicId,
    /// A person who works here.
    StaffId,
    /// A connected provider account.
    AccountId,
    /// A person who is treated here, or asks to be.
    PatientId,
    /// A patient's handle on one channel.
    IdentityId,
    /// The reversible statement "this identity is that patient".
    LinkId,
    /// Everything exchanged with one identity through one account.
    ConversationId,
    /// One message, in or out.
    MessageId,
    /// A picture, recording or file that belongs to a message or call.
    AttachmentId,
    /// One telephone call.
    CallId,
    /// An internal note.
    NoteId,
    /// Somebody has looked through a conversation.
    ReviewId,
    /// What one shift tells the next.
    HandoverId,
    /// Text a staff member has not sent yet.
    DraftId,
    /// One message we owe a patient.
    OutboxId,
    /// A reaction of ours that is not at the provider yet.
    ReactionId,
    /// A text that is written every day.
    SavedReplyId,
    /// What a conversation is about, in the practice's own words.
    LabelId,
    /// The reversible statement "these two patients are one".
    MergeId,
    /// A number or address that staff wrote down for a patient.
    ContactId,
    /// The statement "this person writes from here on" in a conversation that several share.
    WriterId,
    /// One import of contacts.
    ImportId,
}
