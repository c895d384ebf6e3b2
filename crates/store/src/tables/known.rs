//! Rows of the list that whoever looks again and again has already.
//!
//! A commit empties every reader's page cache, so reading a long list anew after each message costs far more than what
//! changed. Whoever keeps these reads the order, and of the rows those that a commit may have changed.
//!
//! Holds: what is read with known rows is what would be read without them, as soon as the commits up to then were heard
//! (checked after every write of this crate's tests). Refused: working out in Rust which list a row belongs to and
//! where; that stays SQL's to say, in one place.

use std::collections::HashMap;

use rusqlite::{ToSql, params};

use super::conversation::{COLUMNS, TABLES, conversation_row};
use crate::{Commit, ConversationRow, Filter, InboxPage, Position, Queue, ReadTx, Result, StoreError, Topic};

/// Rows by their place in the table, as they were last read.
#[derive(Clone, Debug, Default)]
pub struct Known {
    rows: HashMap<i64, ConversationRow>,
    /// Those that were in a list since [`Self::settle`].
    seen: HashMap<i64, ConversationRow>,
}

impl Known {
    /// Something was written: forgets whatever may be different now.
    pub fn hears(&mut self, commit: &Commit) {
        self.rows.extend(self.seen.drain());
        for topic in &commit.topics {
            match topic {
                Topic::Conversation(id) => self.rows.retain(|_, row| row.id != *id),
                Topic::Inbox | Topic::Accounts | Topic::Templates | Topic::Settings | Topic::Attachments => {}
                // A name, a label or a queued message stands in rows that nobody names.
                Topic::Outbox | Topic::Patient(_) | Topic::Staff | Topic::Labels => self.rows.clear(),
            }
        }
    }

    /// Forgets everything: commits were missed.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Everything was read: what was in no list is not kept.
    pub fn settle(&mut self) {
        self.rows = std::mem::take(&mut self.seen);
    }
}

impl ReadTx<'_> {
    /// A page of a queue, as [`Self::inbox`] would read it now, reading of its rows those that are not known.
    pub fn inbox_again(
        &self,
        queue: Queue,
        filter: impl Into<Filter>,
        after: Option<Position>,
        limit: u32,
        known: &mut Known,
    ) -> Result<InboxPage> {
        let filter = filter.into();
        let sql = queue.order_sql(&filter);
        let (after, most) = (after.unwrap_or(queue.first_key()), i64::from(limit) + 1);
        let mut order: Vec<i64> =
            self.asked(&sql, &filter, (after, 0), most, |sql, params: &[(&str, &dyn ToSql)]| {
                self.all(sql, params, |row| Ok(row.get(0)?))
            })?;
        let has_more = order.len() > limit as usize;
        order.truncate(limit as usize);
        let rows: Vec<_> = order.into_iter().map(|row| self.row_again(row, known)).collect::<Result<_>>()?;
        let next = rows.last().filter(|_| has_more).and_then(|row| queue.key(row));
        Ok(InboxPage { rows, next })
    }

    fn row_again(&self, row: i64, known: &mut Known) -> Result<ConversationRow> {
        let found = match known.rows.remove(&row).or_else(|| known.seen.get(&row).cloned()) {
            Some(found) => found,
            None => self
                .one(&format!("{COLUMNS} FROM {TABLES} WHERE c.row = ?1"), params![row], conversation_row)?
                .ok_or(StoreError::NotFound)?,
        };
        known.seen.insert(row, found.clone());
        Ok(found)
    }
}
