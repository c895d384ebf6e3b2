//! What the practice manager has looked through.
//!
//! Holds: a conversation is looked through up to a place; what comes later asks to be looked at again. Looking through
//! says nothing to patients and changes nothing about who waits.

use anteroom_model::{ChannelKind, ConversationId, NoteId, Phi, ReviewId, StaffId};
use jiff::Timestamp;
use rusqlite::params;

use crate::codes::Coded;
use crate::column::{Fields, ms};
use crate::{Position, ReadTx, Result, WriteTx};

/// Why a conversation was to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewWhy {
    /// Somebody waited longer than the goal.
    Late,
    /// No person wrote it.
    Automatic,
    /// It has words of a complaint.
    Words,
    /// The lot fell on it.
    Sample,
    /// Nobody saw to a missed call.
    MissedCall,
}

/// A conversation that was looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRow {
    /// Id.
    pub id: ReviewId,
    /// The conversation.
    pub conversation: ConversationId,
    /// What it is called.
    pub name: Phi<String>,
    /// Where.
    pub channel: ChannelKind,
    /// Up to here.
    pub through: Position,
    /// Why.
    pub why: ReviewWhy,
    /// Who did.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
}

impl ReadTx<'_> {
    /// Whether a conversation was looked through up to a place, or further.
    pub(super) fn is_reviewed(&self, conversation: i64, place: Position) -> Result<bool> {
        let found: Option<i64> = self.value(
            "SELECT 1 FROM review WHERE conversation = ?1 AND through_pos >= ?2 LIMIT 1",
            params![conversation, place],
        )?;
        Ok(found.is_some())
    }

    /// Whether a note was written while looking through.
    pub(super) fn is_of_review(&self, note: Position) -> Result<bool> {
        let found: Option<i64> = self.value("SELECT 1 FROM review_note WHERE item = ?1", [note])?;
        Ok(found.is_some())
    }

    /// What was looked through, the newest first.
    pub fn reviews(&self, limit: u32) -> Result<Vec<ReviewRow>> {
        self.all(
            "SELECT r.id, c.id, c.name, c.channel, r.through_pos, r.why, s.id, r.at
             FROM review r CROSS JOIN conversation c ON c.row = r.conversation CROSS JOIN staff s ON s.row = r.staff
             ORDER BY r.at DESC LIMIT ?1",
            [limit],
            |row| {
                let mut row = Fields::of(row);
                Ok(ReviewRow {
                    id: row.id(ReviewId::from_uuid)?,
                    conversation: row.id(ConversationId::from_uuid)?,
                    name: row.phi()?,
                    channel: row.coded()?,
                    through: row.get()?,
                    why: row.coded()?,
                    by: row.id(StaffId::from_uuid)?,
                    at: row.time()?,
                })
            },
        )
    }
}

impl WriteTx<'_> {
    /// Somebody has looked through a conversation up to a place.
    pub fn review(
        &mut self,
        conversation: ConversationId,
        through: Position,
        why: ReviewWhy,
        by: StaffId,
    ) -> Result<ReviewId> {
        let row = self.place_in(conversation)?.conversation;
        let (id, staff) = (self.fresh(ReviewId::at), self.staff_key(by)?);
        self.execute(
            "INSERT INTO review (id, conversation, through_pos, why, staff, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![id.as_bytes(), row, through, why.code(), staff, ms(self.now())],
        )?;
        Ok(id)
    }

    /// Takes that back.
    pub fn unreview(&mut self, id: ReviewId) -> Result<()> {
        self.change("DELETE FROM review WHERE id = ?1", [id.as_bytes()])
    }

    /// A note, marked as one that was written while looking through.
    pub fn add_review_note(
        &mut self,
        conversation: ConversationId,
        by: StaffId,
        text: &Phi<String>,
    ) -> Result<NoteId> {
        let id = self.add_note(conversation, by, text)?;
        self.execute("INSERT INTO review_note (item) SELECT pos FROM item WHERE id = ?1", [id.as_bytes()])?;
        Ok(id)
    }
}
