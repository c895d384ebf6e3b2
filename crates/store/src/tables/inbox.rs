//! The list of conversations by queue, in pages by key, and the counts beside the queues.

use anteroom_model::{ChannelKind, StaffId};
use jiff::Timestamp;
use rusqlite::{ToSql, params};

use super::conversation::conversation_row;
use super::tally::Counted;
use crate::codes::Coded;
use crate::{ConversationRow, Filter, Owner, Position, Queue, ReadTx, Result, StoreError};

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxPage {
    /// The conversations in the queue's order.
    pub rows: Vec<ConversationRow>,
    /// Ask on with this; `None` at the end.
    pub next: Option<Position>,
}

/// The numbers beside the queues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InboxCounts {
    /// Conversations in which somebody waits.
    pub waiting: u32,
    /// Of them, those that nobody opened since.
    pub unopened: u32,
    /// Of them, those that the one who asks has.
    pub mine: u32,
    /// Of them, those that nobody has.
    pub nobodys: u32,
    /// Conversations that come back later.
    pub snoozed: u32,
    /// Conversations in which a reply waits for its time.
    pub scheduled: u32,
    /// Messages of ours that need a person.
    pub not_sent: u32,
    /// Of them, those of which nobody knows whether they were sent.
    pub unclear: u32,
    /// Since when the longest has been waiting.
    pub longest_since: Option<Timestamp>,
}

impl ReadTx<'_> {
    /// A page of a queue, after a key.
    pub fn inbox(
        &self,
        queue: Queue,
        filter: impl Into<Filter>,
        after: Option<Position>,
        limit: u32,
    ) -> Result<InboxPage> {
        let filter = filter.into();
        let after = after.unwrap_or(queue.first_key());
        let sql = queue.sql(&filter);
        // One more than asked for tells whether there is a next page.
        let limit_sql = i64::from(limit) + 1;
        let mut rows = self.asked(&sql, &filter, (after, 0), limit_sql, |sql, params| {
            self.all(sql, params, conversation_row)
        })?;
        let has_more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let next = rows.last().filter(|_| has_more).and_then(|row| queue.key(row));
        Ok(InboxPage { rows, next })
    }

    /// How many conversations a queue has under a filter, counted no further than `most`, and among its first `look`
    /// only; whether there may be more.
    pub fn inbox_count(&self, queue: Queue, filter: &Filter, most: u32, look: u32) -> Result<(u32, bool)> {
        let count = |sql: &str| -> Result<u32> {
            let most = i64::from(most);
            self.asked(sql, filter, (queue.first_key(), look), most, |sql, params| self.required(sql, params))
        };
        let n = count(&queue.count_sql(filter))?;
        Ok((n, n >= most || count(&queue.walked_sql(filter))? >= look))
    }

    /// Asks with those of the six parameters that the statement has.
    pub(super) fn asked<T>(
        &self,
        sql: &str,
        filter: &Filter,
        (after, look): (Position, u32),
        limit: i64,
        ask: impl FnOnce(&str, &[(&str, &dyn ToSql)]) -> Result<T>,
    ) -> Result<T> {
        let owner = match filter.owner {
            Owner::Staff(id) => Some(self.staff_key(id)?),
            Owner::Anyone | Owner::Nobody => None,
        };
        let label = filter.label.map(|id| self.label_key(id)).transpose()?;
        let since = filter.since.map(Position::first_at);
        let all: [(&str, &dyn ToSql); 6] =
            [("?1", &after), ("?2", &limit), ("?3", &owner), ("?4", &label), ("?5", &since), ("?6", &look)];
        let some: Vec<_> = all.into_iter().filter(|(name, _)| sql.contains(name)).collect();
        ask(sql, &some)
    }

    /// The numbers beside the queues, of all channels or of one, as this person sees them.
    pub fn inbox_counts(&self, channel: Option<ChannelKind>, me: Option<StaffId>) -> Result<InboxCounts> {
        let channel = channel.map(Coded::code);
        let Counted { waiting, unopened, not_sent } = self.counted(channel)?;
        let unclear: u32 = self.required(
            "SELECT count(*) FROM outbox o CROSS JOIN conversation c ON c.row = o.conversation
             WHERE o.state = 3 AND (?1 IS NULL OR c.channel = ?1)",
            [channel],
        )?;
        let mut longest: Option<Position> = None;
        for one in ChannelKind::ALL
            .map(Coded::code)
            .into_iter()
            .filter(|one| channel.is_none_or(|only| only == *one))
        {
            let first = self.value(
                "SELECT waiting_pos FROM conversation WHERE channel = ?1 AND waiting_pos IS NOT NULL
                 ORDER BY waiting_pos LIMIT 1",
                [one],
            )?;
            longest = longest.into_iter().chain(first).min();
        }
        let me = self.maybe_staff_key(me)?;
        let (mine, owned): (i64, i64) = self
            .one(
                "SELECT coalesce(sum(assignee = ?2), 0), count(*) FROM conversation INDEXED BY inbox_owned
                 WHERE assignee IS NOT NULL AND waiting_pos IS NOT NULL AND (?1 IS NULL OR channel = ?1)",
                params![channel, me],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?
            .unwrap_or_default();
        let snoozed: i64 = self.required(
            "SELECT count(*) FROM conversation INDEXED BY inbox_snoozed
             WHERE snooze_pos IS NOT NULL AND (?1 IS NULL OR channel = ?1)",
            [channel],
        )?;
        let scheduled: i64 = self.required(
            "SELECT count(*) FROM conversation INDEXED BY inbox_scheduled
             WHERE scheduled_pos IS NOT NULL AND (?1 IS NULL OR channel = ?1)",
            [channel],
        )?;
        let small = |n: i64| u32::try_from(n).map_err(|_| StoreError::BadRow);
        Ok(InboxCounts {
            waiting: small(waiting)?,
            unopened: small(unopened)?,
            mine: small(mine)?,
            nobodys: small(waiting - owned)?,
            snoozed: small(snoozed)?,
            scheduled: small(scheduled)?,
            not_sent: small(not_sent)?,
            unclear,
            longest_since: longest.map(Position::at),
        })
    }
}
