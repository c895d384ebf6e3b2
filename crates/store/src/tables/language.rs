//! The language in which a patient writes, as this computer guesses it.

use anteroom_model::{ConversationId, Phi};
use rusqlite::params;

use crate::column::Fields;
use crate::{ReadTx, Result, WriteTx};

/// How far back a guess looks.
const NEWEST: i64 = 60;

impl ReadTx<'_> {
    /// The newest texts that the patient wrote here, newest first, at most `most`. Only words: a name of a file or a
    /// place says nothing about a language.
    pub fn newest_words(&self, id: ConversationId, most: usize) -> Result<Vec<Phi<String>>> {
        let conversation = self.place_in(id)?.conversation;
        let newest = self.all(
            "SELECT kind = 0 AND direction = 0 AND content_kind IN (0, 1, 4) AND body <> '', body FROM item
             WHERE conversation = ?1 AND listed = 1 ORDER BY pos DESC LIMIT ?2",
            params![conversation, NEWEST],
            |row| {
                let mut row = Fields::of(row);
                Ok((row.flag()?, row.phi()?))
            },
        )?;
        let theirs = newest.into_iter().filter(|(theirs, _)| *theirs).map(|(_, words)| words);
        Ok(theirs.take(most).collect())
    }
}

impl WriteTx<'_> {
    /// Keeps a guess. Whether it is another one than before.
    pub fn guess_language(&mut self, id: ConversationId, language: Option<&str>) -> Result<bool> {
        let conversation = self.place_in(id)?.conversation;
        let changed = self.execute(
            "UPDATE conversation SET language = ?2 WHERE row = ?1 AND language IS NOT ?2",
            params![conversation, language],
        )?;
        if changed > 0 {
            self.touch_conversation(conversation);
        }
        Ok(changed > 0)
    }
}
