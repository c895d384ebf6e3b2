//! The timeline of a conversation, in pages by key.

use anteroom_model::ConversationId;
use rusqlite::params;

use super::message::{Bare, COLUMNS, TABLES, bare};
use crate::codes::ItemKind;
use crate::{CallRow, MessageRow, NoteRow, Position, ReadTx, Result};

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemRow {
    /// A message.
    Message(Box<MessageRow>),
    /// A call.
    Call(Box<CallRow>),
    /// A note for staff.
    Note(NoteRow),
}

impl ItemRow {
    /// Its place.
    pub const fn position(&self) -> Position {
        match self {
            Self::Message(message) => message.position,
            Self::Call(call) => call.position,
            Self::Note(note) => note.position,
        }
    }
}

/// A stretch of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Items, oldest first.
    pub items: Vec<ItemRow>,
    /// Ask for what is before this; `None` at the beginning.
    pub older: Option<Position>,
    /// Ask for what is after this; `None` at the end.
    pub newer: Option<Position>,
}

/// A page backwards: `?1` the conversation, `?2` before which place, `?3` how many.
pub(super) fn older_sql() -> String {
    format!(
        "SELECT {COLUMNS} FROM {TABLES}
         WHERE i.conversation = ?1 AND i.listed = 1 AND i.pos < ?2 ORDER BY i.pos DESC LIMIT ?3"
    )
}

/// A page forwards: `?2` from which place on.
pub(super) fn newer_sql() -> String {
    format!(
        "SELECT {COLUMNS} FROM {TABLES}
         WHERE i.conversation = ?1 AND i.listed = 1 AND i.pos >= ?2 ORDER BY i.pos LIMIT ?3"
    )
}

impl ReadTx<'_> {
    /// The newest items, or those before a place; `newer` is not asked for.
    pub fn timeline(&self, id: ConversationId, before: Option<Position>, limit: u32) -> Result<Timeline> {
        let row = self.place_in(id)?.conversation;
        let before = before.unwrap_or(Position(i64::MAX));
        let mut found = self.all(&older_sql(), params![row, before, i64::from(limit) + 1], bare)?;
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let older = found.last().filter(|_| more).map(|item| item.message.position);
        let items = found.into_iter().rev().map(|bare| self.item_row(bare)).collect::<Result<_>>()?;
        Ok(Timeline { items, older, newer: None })
    }

    /// Items from a place on, oldest first; `older` and `newer` lead to what is before and after them.
    pub fn timeline_from(&self, id: ConversationId, from: Position, limit: u32) -> Result<Timeline> {
        let row = self.place_in(id)?.conversation;
        let mut found = self.all(&newer_sql(), params![row, from, i64::from(limit) + 1], bare)?;
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let newer = found.last().filter(|_| more).map(|item| item.message.position);
        let first = found.first().map_or(from, |item| item.message.position);
        let earlier: Option<Position> = self.value(
            "SELECT pos FROM item WHERE conversation = ?1 AND listed = 1 AND pos < ?2 ORDER BY pos DESC LIMIT 1",
            params![row, first],
        )?;
        let items = found.into_iter().map(|bare| self.item_row(bare)).collect::<Result<_>>()?;
        Ok(Timeline { items, older: earlier.map(|_| first), newer })
    }

    /// Items after a place, oldest first.
    pub fn timeline_after(&self, id: ConversationId, after: Position, limit: u32) -> Result<Timeline> {
        self.timeline_from(id, Position(after.0.saturating_add(1)), limit)
    }

    /// The place `count` items before another one, to read around it; the first place there is if there are fewer.
    pub fn place_before(&self, id: ConversationId, place: Position, count: u32) -> Result<Position> {
        let row = self.place_in(id)?.conversation;
        let earlier = self.all(
            "SELECT pos FROM item WHERE conversation = ?1 AND listed = 1 AND pos < ?2 ORDER BY pos DESC LIMIT ?3",
            params![row, place, count],
            |row| Ok(row.get::<_, Position>(0)?),
        )?;
        Ok(earlier.last().copied().unwrap_or(place))
    }

    /// One item by its place, if it is listed.
    pub fn item(&self, place: Position) -> Result<Option<ItemRow>> {
        let found = self.one(
            &format!("SELECT {COLUMNS} FROM {TABLES} WHERE i.pos = ?1 AND i.listed = 1"),
            [place],
            bare,
        )?;
        found.map(|bare| self.item_row(bare)).transpose()
    }

    pub(super) fn item_row(&self, bare: Bare) -> Result<ItemRow> {
        Ok(match bare.kind {
            ItemKind::Message => ItemRow::Message(Box::new(self.whole(bare)?)),
            ItemKind::Call => ItemRow::Call(Box::new(self.whole_call(bare)?)),
            ItemKind::Note => {
                let mentions = self.mentions_in(bare.message.position)?;
                let of_review = self.is_of_review(bare.message.position)?;
                ItemRow::Note(NoteRow::of(bare, mentions, of_review)?)
            }
        })
    }
}
