//! Saved replies and their texts. A practice has dozens, so they are read whole and ordered here.

use std::collections::BTreeMap;

use anteroom_model::SavedReplyId;
use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use crate::column::{Fields, ms};
use crate::{ReadTx, Result, StoreError, Topic, WriteTx};

/// A removal can be taken back this long.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);

/// What staff write down as a saved reply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedReplyWords {
    /// What it is called in the list.
    pub title: String,
    /// What is typed after `/`.
    pub shortcut: String,
    /// Its texts by language, two letters.
    pub texts: BTreeMap<String, String>,
}

/// A saved reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedReplyRow {
    /// Id.
    pub id: SavedReplyId,
    /// What staff wrote.
    pub words: SavedReplyWords,
    /// Its place in the list.
    pub position: i64,
    /// How often it was put into a reply.
    pub used: u32,
    /// When it was last changed, our clock.
    pub changed_at: Timestamp,
}

impl ReadTx<'_> {
    /// All saved replies, in the order that staff gave them.
    pub fn saved_replies(&self) -> Result<Vec<SavedReplyRow>> {
        let mut found = self.all(
            "SELECT row, id, title, shortcut, position, used, changed_at FROM saved_reply WHERE removed_at IS NULL",
            [],
            |row| {
                let mut row = Fields::of(row);
                let key: i64 = row.get()?;
                let id = row.id(SavedReplyId::from_uuid)?;
                let (title, shortcut) = (row.get()?, row.get()?);
                let words = SavedReplyWords { title, shortcut, texts: BTreeMap::new() };
                let (position, used, changed_at) = (row.get()?, row.get()?, row.time()?);
                Ok((key, SavedReplyRow { id, words, position, used, changed_at }))
            },
        )?;
        for (key, reply) in &mut found {
            let texts =
                self.all("SELECT language, body FROM saved_reply_text WHERE reply = ?1", [*key], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })?;
            reply.words.texts = texts.into_iter().collect();
        }
        found.sort_by_key(|(key, reply)| (reply.position, *key));
        Ok(found.into_iter().map(|(_, reply)| reply).collect())
    }

    fn saved_reply_key(&self, id: SavedReplyId) -> Result<i64> {
        self.required("SELECT row FROM saved_reply WHERE id = ?1", [id.as_bytes()])
    }
}

impl WriteTx<'_> {
    /// A new saved reply, at the end of the list.
    pub fn add_saved_reply(&mut self, words: &SavedReplyWords) -> Result<SavedReplyId> {
        let id = self.fresh(SavedReplyId::at);
        let last: Option<i64> = self.required("SELECT max(position) FROM saved_reply", [])?;
        self.change(
            "INSERT INTO saved_reply (id, title, shortcut, position, changed_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![id.as_bytes(), words.title, words.shortcut, last.unwrap_or(0) + 1, ms(self.now())],
        )?;
        let row = self.db().last_insert_rowid();
        self.put_saved_texts(row, words)?;
        Ok(id)
    }

    /// Writes down what changed.
    pub fn edit_saved_reply(&mut self, id: SavedReplyId, words: &SavedReplyWords) -> Result<()> {
        let row = self.saved_reply_key(id)?;
        self.change(
            "UPDATE saved_reply SET title = ?2, shortcut = ?3, changed_at = ?4 WHERE row = ?1",
            params![row, words.title, words.shortcut, ms(self.now())],
        )?;
        self.put_saved_texts(row, words)
    }

    fn put_saved_texts(&mut self, row: i64, words: &SavedReplyWords) -> Result<()> {
        self.execute("DELETE FROM saved_reply_text WHERE reply = ?1", [row])?;
        for (language, body) in &words.texts {
            self.change(
                "INSERT INTO saved_reply_text (reply, language, body) VALUES (?1, ?2, ?3)",
                params![row, language, body],
            )?;
        }
        self.touch(Topic::Settings);
        Ok(())
    }

    /// Takes one off the list. It can be put back for a month.
    pub fn remove_saved_reply(&mut self, id: SavedReplyId) -> Result<()> {
        let row = self.saved_reply_key(id)?;
        let now = self.now();
        let gone = ms(now.checked_sub(KEPT).unwrap_or(Timestamp::MIN));
        self.execute(
            "DELETE FROM saved_reply_text WHERE reply IN
               (SELECT row FROM saved_reply WHERE removed_at < ?1 AND removed_at IS NOT NULL)",
            [gone],
        )?;
        self.execute("DELETE FROM saved_reply WHERE removed_at < ?1 AND removed_at IS NOT NULL", [gone])?;
        self.change("UPDATE saved_reply SET removed_at = ?2 WHERE row = ?1", params![row, ms(now)])?;
        self.touch(Topic::Settings);
        Ok(())
    }

    /// Puts one back that was taken off the list.
    pub fn restore_saved_reply(&mut self, id: SavedReplyId) -> Result<()> {
        let row = self.saved_reply_key(id)?;
        self.change("UPDATE saved_reply SET removed_at = NULL WHERE row = ?1", [row])?;
        self.touch(Topic::Settings);
        Ok(())
    }

    /// Puts the list into this order. Every reply of the list must be named once.
    pub fn order_saved_replies(&mut self, order: &[SavedReplyId]) -> Result<()> {
        for (n, id) in order.iter().enumerate() {
            let row = self.saved_reply_key(*id)?;
            let position = i64::try_from(n).map_err(|_| StoreError::BadRow)?;
            self.change("UPDATE saved_reply SET position = ?2 WHERE row = ?1", params![row, position])?;
        }
        self.touch(Topic::Settings);
        Ok(())
    }

    /// One was put into a reply.
    pub fn saved_reply_used(&mut self, id: SavedReplyId) -> Result<()> {
        let row = self.saved_reply_key(id)?;
        self.change("UPDATE saved_reply SET used = used + 1 WHERE row = ?1", [row])?;
        Ok(())
    }
}
