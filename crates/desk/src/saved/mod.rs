//! Saved replies: found by what is typed after `/`, in the patient's language, filled from what the desk knows.
//!
//! Holds: what cannot be filled is a blank, and a text with a blank does not leave (`outbox` asks); removing is undone
//! for a month. Nothing is sent from here: a saved reply becomes words in the field, which a person sends.
//! Refused: filling in the window, which would have to be handed names and appointments it does not show.
//! On a crash: what was saved is in the store; what was put into a field is a draft.

mod choose;
mod keep;
mod known;
mod starter;

use anteroom_model::ConversationId;
use anteroom_model::saved::{Stretch, fill};
use anteroom_store::StoreError;

use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::views::{SavedPiece, SavedReplyView, WireError};

pub(crate) use known::Known;

impl Desk {
    /// The saved replies that fit what was typed after `/`, filled for a conversation. `language` is the window's: it
    /// is taken where nobody knows the patient's.
    ///
    /// # Errors
    /// When there is no such conversation.
    pub fn saved_replies(
        &self,
        conversation: &str,
        text: &str,
        language: &str,
    ) -> Result<Vec<SavedReplyView>, WireError> {
        let id: ConversationId = parsed(conversation)?;
        let found = self.core.read(|tx| {
            let row = tx.conversation(id)?.ok_or(StoreError::NotFound)?;
            Ok((tx.saved_replies()?, row))
        });
        let (replies, row) = found.map_err(Fault::from)?;
        let wanted = [row.said_language.clone(), row.guessed_language.clone(), Some(language.to_owned())];
        let known = Known::of(&self.core, &row);
        let fitting = choose::fitting(replies, text).into_iter().filter_map(|reply| {
            let (language, body) = choose::version(&reply.words.texts, &wanted)?;
            Some(SavedReplyView {
                pieces: pieces(&known, body, language),
                language: language.to_owned(),
                id: reply.id.to_string(),
                title: reply.words.title.clone(),
                shortcut: reply.words.shortcut.clone(),
            })
        });
        Ok(fitting.collect())
    }

    /// A text as it would look for an invented patient, for the page where it is written.
    pub fn saved_reply_preview(&self, language: &str, body: &str) -> Vec<SavedPiece> {
        pieces(&Known::invented(&self.core), body, language)
    }
}

fn pieces(known: &Known, body: &str, language: &str) -> Vec<SavedPiece> {
    let filled = fill(body, |variable| known.value(variable, language));
    let piece = |stretch| match stretch {
        Stretch::Words(text) => SavedPiece::Words { text },
        Stretch::Value { of, text } => {
            SavedPiece::Value { name: of.as_str().to_owned(), text: text.into_inner() }
        }
        Stretch::Blank { name } => SavedPiece::Blank { name },
    };
    filled.into_iter().map(piece).collect()
}
