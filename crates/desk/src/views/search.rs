//! Search results, grouped, newest first.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Channel, UtcMillis};

/// What a search found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct SearchResults {
    /// People, by name, handle or number.
    pub people: Vec<PersonHit>,
    /// Conversations whose other side matches but is nobody we know.
    pub conversations: Vec<ConversationHit>,
    /// Messages, calls, transcripts, notes and file names.
    pub messages: Vec<MessageHit>,
    /// Hand this back for more messages.
    pub more: Option<String>,
    /// The oldest thing that was searched.
    pub range_from: Option<UtcMillis>,
    /// Milliseconds it took.
    #[specta(type = u32)]
    pub took_ms: f64,
}

/// A piece of text, marked or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// It matches.
    pub hit: bool,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct PersonHit {
    /// The patient.
    pub patient: String,
    /// The name, with the match marked.
    pub name: Vec<Piece>,
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// Channels they reach us by.
    pub channels: Vec<Channel>,
    /// The newest conversation.
    pub conversation: Option<String>,
}

/// A conversation with nobody we know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ConversationHit {
    /// The conversation.
    pub conversation: String,
    /// Handle or display name, with the match marked.
    pub name: Vec<Piece>,
    /// Channel.
    pub channel: Channel,
    /// When something last happened.
    pub last_at: UtcMillis,
}

/// A message, call, transcript, note or file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct MessageHit {
    /// The conversation.
    pub conversation: String,
    /// The item to jump to.
    pub item: String,
    /// Its place in the timeline.
    pub position: String,
    /// What it is.
    pub kind: HitKind,
    /// Who it is with.
    pub name: String,
    /// The practice wrote it.
    pub ours: bool,
    /// The words around the match.
    pub snippet: Vec<Piece>,
    /// Channel.
    pub channel: Channel,
    /// When.
    pub at: UtcMillis,
}

/// What a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// A message.
    Message,
    /// A note.
    Note,
    /// The words of a voicemail or recording.
    Transcript,
    /// A file's name.
    Attachment,
}
