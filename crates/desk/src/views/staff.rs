//! The people at the desk: who they are, who else is on a conversation, what one shift tells the next.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::UtcMillis;

/// A person who works here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StaffView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Up to three letters.
    pub initials: String,
    /// One of the six colours of the practice, from 1.
    pub colour: u32,
    /// Since when they do not work here any more; what they wrote stays theirs.
    pub left_at: Option<UtcMillis>,
}

/// What can be written about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StaffEdit {
    /// Name.
    pub name: String,
    /// Up to three letters; empty ones are made from the name.
    pub initials: String,
    /// One of the six colours of the practice, from 1.
    pub colour: u32,
}

/// Somebody else on a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OtherView {
    /// Who.
    pub staff: String,
    /// Name.
    pub name: String,
    /// Up to three letters.
    pub initials: String,
    /// One of the six colours of the practice, from 1.
    pub colour: u32,
    /// They began an answer and did not send it.
    pub writing: Option<WritingView>,
    /// When they last opened it.
    pub looked_at: Option<UtcMillis>,
}

/// An answer that somebody else began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WritingView {
    /// Their name.
    pub name: String,
    /// Since when.
    pub since: UtcMillis,
    /// When they wrote the last letter.
    pub last: UtcMillis,
}

/// A piece of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NotePiece {
    /// The words.
    pub text: String,
    /// They name a person.
    pub mention: bool,
}

/// What one shift tells the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HandoverView {
    /// Id.
    pub id: String,
    /// Who wrote it.
    pub by: StaffView,
    /// When.
    pub at: UtcMillis,
    /// The words.
    pub text: String,
    /// Somebody else left it for whoever sits at the desk now, and they have not ticked it off.
    pub unread: bool,
    /// They ticked it off.
    pub seen: bool,
}
