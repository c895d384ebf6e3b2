//! The language in which patients write: guessed on this computer from what they wrote last, after intake.
//!
//! Holds: a guess is kept beside the conversation and never over what staff said of the patient; where nothing is clear,
//! the guess that was there stays. The question is asked away from the loop's own thread: it may read a model.
//! Refused: guessing inside the transaction of intake, which would hold the one writer up.
//! On a crash: who was to be looked at is forgotten; the next message of theirs asks again, and at the start everybody
//! who waits and has no guess is looked at.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::saved::short_language;
use anteroom_model::{BoxFuture, ConversationId, LanguageGuess, PatientId};
use anteroom_store::{PatientRow, Queue, StoreError};

use crate::core::Core;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::tasks::{Bell, NextWake, Turn};
use crate::views::WireError;

/// So many messages are read together.
const NEWEST: usize = 5;
/// So many of those who wait are looked at when the desk opens.
const AT_START: u32 = 300;

/// Conversations whose language is to be guessed.
#[derive(Default)]
pub struct Unread {
    /// Rung when somebody wrote.
    pub bell: Bell,
    conversations: Mutex<BTreeSet<ConversationId>>,
}

impl Unread {
    /// Somebody wrote here.
    pub fn wrote(&self, conversations: impl IntoIterator<Item = ConversationId>) {
        let mut unread = self.lock();
        let before = unread.len();
        unread.extend(conversations);
        if unread.len() > before {
            self.bell.ring();
        }
    }

    fn next(&self) -> Option<ConversationId> {
        self.lock().pop_first()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeSet<ConversationId>> {
        self.conversations.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The loop that guesses.
pub struct Reader {
    core: Arc<Core>,
    guess: Arc<dyn LanguageGuess>,
    bell: Bell,
}

impl Reader {
    /// The loop. Everybody who waits and has no guess is looked at first.
    pub fn new(core: Arc<Core>, guess: Arc<dyn LanguageGuess>) -> Result<Self, StoreError> {
        let waiting = core.read(|tx| tx.inbox(Queue::Waiting, None, None, AT_START))?;
        let unknown = waiting.rows.iter().filter(|row| row.guessed_language.is_none());
        core.unread.wrote(unknown.map(|row| row.id));
        let bell = core.unread.bell.clone();
        Ok(Self { core, guess, bell })
    }

    async fn round(&self) -> NextWake {
        while let Some(id) = self.core.unread.next() {
            // Not read now, not lost: the next message asks again.
            if let Err(error) = self.read(id).await {
                tracing::warn!(event = "language_not_read", status = error.word());
            }
        }
        None
    }

    async fn read(&self, id: ConversationId) -> Result<(), StoreError> {
        let texts = self.core.read(|tx| tx.newest_words(id, NEWEST))?;
        if texts.is_empty() {
            return Ok(());
        }
        let guess = self.guess.clone();
        let guessed = tokio::task::spawn_blocking(move || guess.guess(&texts)).await;
        // A guess that broke is no guess.
        if let Ok(Some(language)) = guessed {
            self.core.write(move |tx| tx.guess_language(id, Some(language))).await?;
        }
        Ok(())
    }
}

impl Turn for Reader {
    fn name(&self) -> &'static str {
        "language"
    }

    fn bell(&self) -> &Bell {
        &self.bell
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(self.round())
    }
}

impl Desk {
    /// Writes down the patient's language, or takes it away. What was there, to take that back.
    ///
    /// # Errors
    /// [`Code::NotFound`](crate::views::Code::NotFound) without such a patient,
    /// [`Code::FieldInvalid`](crate::views::Code::FieldInvalid) for what is no language.
    pub async fn patient_language_set(
        &self,
        patient: &str,
        language: Option<String>,
    ) -> Result<Option<String>, WireError> {
        let id: PatientId = parsed(patient)?;
        let language = language.map(|tag| short_language(&tag));
        if language.as_ref().is_some_and(|code| !matches!(code.len(), 2..=3)) {
            return Err(WireError::invalid("language"));
        }
        let set = self.core.write(move |tx| {
            let PatientRow { mut words, .. } = tx.patient(id)?.ok_or(StoreError::NotFound)?;
            let before = std::mem::replace(&mut words.language, language);
            tx.edit_patient(id, &words)?;
            Ok(before)
        });
        Ok(set.await.map_err(Fault::from)?)
    }
}
