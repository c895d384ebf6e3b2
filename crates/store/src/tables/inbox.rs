//! The list of conversations by queue, in pages by key, and the counts beside the queues.

use anteroom_model::ChannelKind;
use jiff::Timestamp;
use rusqlite::params;

use super::conversation::{COLUMNS, TABLES, conversation_row};
use super::tally::Counted;
use crate::codes::Coded;
use crate::{ConversationRow, Position, ReadTx, Result, StoreError};

/// The queues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Queue {
    /// Somebody waits; the longest first.
    Waiting,
    /// Something of ours did not leave or arrive; the newest first.
    NotSent,
    /// Marked done; the newest first.
    Done,
    /// Everything that is not empty; the newest first.
    All,
}

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
    /// Messages of ours that need a person.
    pub not_sent: u32,
    /// Of them, those of which nobody knows whether they were sent.
    pub unclear: u32,
    /// Since when the longest has been waiting.
    pub longest_since: Option<Timestamp>,
}

impl Queue {
    /// The place of a conversation in this queue's order: what a page goes on after.
    pub fn key(self, row: &ConversationRow) -> Option<Position> {
        match self {
            Self::Waiting => row.waiting,
            Self::NotSent | Self::Done | Self::All => row.last,
        }
    }

    /// Whether a conversation is in this queue.
    pub const fn has(self, row: &ConversationRow) -> bool {
        match self {
            Self::Waiting => row.waiting.is_some(),
            Self::NotSent => row.not_sent > 0,
            Self::Done => row.done,
            Self::All => row.last.is_some(),
        }
    }

    /// The page's query for some channels: `?1` the key to go on after, `?2` how many. Every channel has an index of its
    /// own; SQLite merges them as it goes.
    pub(super) fn sql(self, channels: &[ChannelKind]) -> String {
        let (which, key, beyond, order) = match self {
            Self::Waiting => ("waiting_pos IS NOT NULL", "waiting_pos", ">", "ASC"),
            Self::NotSent => ("not_sent > 0", "last_pos", "<", "DESC"),
            Self::Done => ("done = 1", "last_pos", "<", "DESC"),
            Self::All => ("last_pos > 0", "last_pos", "<", "DESC"),
        };
        let of_channel = |channel: &ChannelKind| {
            let channel = channel.code();
            format!(
                "SELECT row, {key} AS key FROM conversation WHERE channel = {channel} AND {which} AND {key} {beyond} ?1"
            )
        };
        let keys = channels.iter().map(of_channel).collect::<Vec<_>>().join(" UNION ALL ");
        format!(
            "{COLUMNS} FROM ({keys} ORDER BY key {order} LIMIT ?2) k CROSS JOIN {TABLES} WHERE c.row = k.row
             ORDER BY k.key {order}"
        )
    }

    const fn first_key(self) -> Position {
        match self {
            Self::Waiting => Position(0),
            Self::NotSent | Self::Done | Self::All => Position(i64::MAX),
        }
    }
}

impl ReadTx<'_> {
    /// A page of a queue, after a key.
    pub fn inbox(
        &self,
        queue: Queue,
        channel: Option<ChannelKind>,
        after: Option<Position>,
        limit: u32,
    ) -> Result<InboxPage> {
        let after = after.unwrap_or(queue.first_key());
        let sql = match channel {
            Some(channel) => queue.sql(&[channel]),
            None => queue.sql(&ChannelKind::ALL),
        };
        // One more than asked for tells whether there is a next page.
        let mut rows = self.all(&sql, params![after, i64::from(limit) + 1], conversation_row)?;
        let has_more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let next = rows.last().filter(|_| has_more).and_then(|row| queue.key(row));
        Ok(InboxPage { rows, next })
    }

    /// The numbers beside the queues, of all channels or of one.
    pub fn inbox_counts(&self, channel: Option<ChannelKind>) -> Result<InboxCounts> {
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
        let small = |n: i64| u32::try_from(n).map_err(|_| StoreError::BadRow);
        Ok(InboxCounts {
            waiting: small(waiting)?,
            unopened: small(unopened)?,
            not_sent: small(not_sent)?,
            unclear,
            longest_since: longest.map(Position::at),
        })
    }
}
