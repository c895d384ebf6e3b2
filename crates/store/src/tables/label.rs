//! Labels: what a conversation is about, in the practice's own words.
//!
//! Holds: a removed label stays with its conversations, so that removing it can be undone; names are unlike one another.

use anteroom_model::{ConversationId, LabelId};
use rusqlite::params;

use crate::column::{Fields, ms};
use crate::search::fold;
use crate::{Conflict, ReadTx, Result, Topic, WriteTx};

/// A label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelRow {
    /// Id.
    pub id: LabelId,
    /// Its words. Staff write them about conversations in general, not about a patient.
    pub name: String,
    /// One of six colours.
    pub colour: u8,
}

impl ReadTx<'_> {
    /// The labels in use, in the order in which they were made.
    pub fn labels(&self) -> Result<Vec<LabelRow>> {
        self.all("SELECT id, name, colour FROM label WHERE removed_at IS NULL ORDER BY row", [], |row| {
            let mut row = Fields::of(row);
            Ok(LabelRow { id: row.id(LabelId::from_uuid)?, name: row.get()?, colour: row.get()? })
        })
    }

    pub(super) fn label_key(&self, id: LabelId) -> Result<i64> {
        self.required("SELECT row FROM label WHERE id = ?1", [id.as_bytes()])
    }

    fn refuse_twin(&self, name: &str, of: Option<LabelId>) -> Result<()> {
        let twin = self.labels()?.iter().any(|label| Some(label.id) != of && fold(&label.name) == fold(name));
        if twin { Err(Conflict::SameName.into()) } else { Ok(()) }
    }
}

impl WriteTx<'_> {
    /// A new label. [`Conflict::SameName`] if there is one of this name.
    pub fn add_label(&mut self, name: &str, colour: u8) -> Result<LabelId> {
        self.refuse_twin(name, None)?;
        let id = self.fresh(LabelId::at);
        self.change(
            "INSERT INTO label (id, name, colour) VALUES (?1, ?2, ?3)",
            params![id.as_bytes(), name, colour],
        )?;
        self.touch(Topic::Labels);
        Ok(id)
    }

    /// Other words or another colour.
    pub fn edit_label(&mut self, id: LabelId, name: &str, colour: u8) -> Result<()> {
        self.refuse_twin(name, Some(id))?;
        self.change(
            "UPDATE label SET name = ?2, colour = ?3 WHERE id = ?1",
            params![id.as_bytes(), name, colour],
        )?;
        self.touch(Topic::Labels);
        self.touch(Topic::Inbox);
        Ok(())
    }

    /// Takes a label out of use, or back.
    pub fn remove_label(&mut self, id: LabelId, removed: bool) -> Result<()> {
        let at = removed.then(|| ms(self.now()));
        self.change("UPDATE label SET removed_at = ?2 WHERE id = ?1", params![id.as_bytes(), at])?;
        self.touch(Topic::Labels);
        self.touch(Topic::Inbox);
        Ok(())
    }

    /// Puts a label on a conversation, or takes it off; whether that changed anything.
    pub fn set_label(&mut self, conversation: ConversationId, label: LabelId, on: bool) -> Result<bool> {
        let row = self.place_in(conversation)?.conversation;
        let label = self.label_key(label)?;
        let changed = if on {
            self.execute(
                "INSERT OR IGNORE INTO conversation_label (label, conversation) VALUES (?1, ?2)",
                params![label, row],
            )?
        } else {
            self.execute(
                "DELETE FROM conversation_label WHERE label = ?1 AND conversation = ?2",
                params![label, row],
            )?
        };
        if changed > 0 {
            self.touch_conversation(row);
        }
        Ok(changed > 0)
    }
}
