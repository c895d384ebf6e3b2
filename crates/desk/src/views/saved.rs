//! Saved replies: the list above the dock, and the page where they are kept.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A saved reply, filled for one conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SavedReplyView {
    /// Id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What is typed after `/`.
    pub shortcut: String,
    /// The language of the text that was chosen.
    pub language: String,
    /// The text, filled.
    pub pieces: Vec<SavedPiece>,
}

/// A stretch of a filled reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum SavedPiece {
    /// Words of the reply itself.
    Words {
        /// The words.
        text: String,
    },
    /// What was put in for a variable.
    Value {
        /// The variable's name.
        name: String,
        /// What was put in.
        text: String,
    },
    /// Something that a person has to fill in before it can be sent.
    Blank {
        /// The variable's name.
        name: String,
    },
}

/// A saved reply as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SavedReplyItem {
    /// Id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What is typed after `/`.
    pub shortcut: String,
    /// Its texts.
    pub texts: Vec<SavedReplyText>,
    /// How often it was put into a reply.
    pub used: u32,
}

/// A text in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SavedReplyText {
    /// The language, two letters.
    pub language: String,
    /// The text with its variables.
    pub body: String,
}

/// What staff write down as a saved reply.
#[derive(Clone, Serialize, Deserialize, Type)]
pub struct SavedReplyEdit {
    /// What it is called.
    pub title: String,
    /// What is typed after `/`.
    pub shortcut: String,
    /// Its texts; empty ones are left out.
    pub texts: Vec<SavedReplyText>,
}
