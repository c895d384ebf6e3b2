//! What a search finds.

use anteroom_model::{ChannelKind, ConversationId, PatientId, Phi};
use jiff::civil::Date;
use uuid::Uuid;

use super::Piece;
use crate::Position;

/// The answer to a search, each group newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Patients, by name, handle or number.
    pub people: Vec<FoundPerson>,
    /// Conversations whose other side matches but is no patient.
    pub conversations: Vec<FoundConversation>,
    /// Messages, calls and notes, by their words, transcripts and file names.
    pub items: Vec<FoundItem>,
    /// There may be more items; ask again with this as `before`.
    pub more: Option<Position>,
    /// The oldest place that was looked at.
    pub searched_to: Option<Position>,
}

/// A patient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPerson {
    /// The patient.
    pub patient: PatientId,
    /// The name, with the match marked.
    pub name: Vec<Piece>,
    /// Date of birth.
    pub birth_date: Option<Phi<Date>>,
    /// Channels they reach us by.
    pub channels: Vec<ChannelKind>,
    /// The newest conversation.
    pub conversation: Option<ConversationId>,
    /// When something last happened in it.
    pub last: Option<Position>,
}

/// A conversation with nobody we know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundConversation {
    /// The conversation.
    pub conversation: ConversationId,
    /// What the other side is called, with the match marked.
    pub name: Vec<Piece>,
    /// Channel.
    pub channel: ChannelKind,
    /// When something last happened.
    pub last: Position,
}

/// A message, call or note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundItem {
    /// The conversation.
    pub conversation: ConversationId,
    /// The item's id: of a message, call or note, see `is`.
    pub id: Uuid,
    /// Its place in the timeline.
    pub position: Position,
    /// What the item is.
    pub is: ItemIs,
    /// Where the words were found.
    pub place: FoundIn,
    /// Who it is with.
    pub name: Phi<String>,
    /// The practice wrote it.
    pub ours: bool,
    /// The words around the match.
    pub snippet: Vec<Piece>,
    /// Channel.
    pub channel: ChannelKind,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemIs {
    /// A message.
    Message,
    /// A call.
    Call,
    /// A note.
    Note,
}

/// Where the words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundIn {
    /// In what was written.
    Words,
    /// In the words of a recording.
    Transcript,
    /// In the name of a file.
    FileName,
}
