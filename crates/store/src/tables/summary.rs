//! What a conversation says about itself in the list, and the counts beside the queues.
//!
//! Holds: one function computes all of it from the rows, after whatever happened, in the same transaction; so it is
//! right after an echo, a late delivery, an unsend or an undo without any of them knowing about it. It looks at the
//! two ends of indexes, never at the whole conversation.
//! `role > 0` beside `role = ?` tells the planner that the partial index `item_turn` has what is asked for.
//! Refused: adding and subtracting where things happen (each new kind of event would be a new way to be wrong).

use anteroom_model::{ChannelKind, ConversationId};
use rusqlite::params;

use crate::codes::{Coded, Role};
use crate::column::{Fields, to_json};
use crate::{Position, ReadTx, Result, StoreError, WriteTx};

/// What is kept before the change, and the marks that staff set.
struct Kept {
    id: ConversationId,
    channel: ChannelKind,
    opened_turn: i64,
    done_turn: i64,
    counted: Counted,
}

/// What goes into the counts.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Counted {
    waiting: i64,
    unopened: i64,
    not_sent: i64,
}

/// Computes the summary of a conversation again.
pub(crate) fn refresh(tx: &WriteTx<'_>, row: i64) -> Result<ConversationId> {
    let kept = kept(tx, row)?.ok_or(StoreError::NotFound)?;
    let newest: Option<Position> = tx.value(
        "SELECT pos FROM item WHERE conversation = ?1 AND listed = 1 ORDER BY pos DESC LIMIT 1",
        [row],
    )?;
    let answered = tx.newest_turn(row, Role::DeskAnswered)?;
    let elsewhere = tx.newest_turn(row, Role::AnsweredElsewhere)?;
    let asked = tx.newest_turn(row, Role::Asks)?;
    let settled = answered.max(kept.done_turn);
    // A question is open if it came to us after our last answer and was written after the last answer elsewhere.
    let waiting: Option<Position> = tx.required(
        "SELECT min(pos) FROM item INDEXED BY item_turn
         WHERE conversation = ?1 AND role = ?2 AND role > 0 AND listed = 1 AND turn > ?3 AND pos > ?4",
        // A turn is never before its place, so what is after the last answer elsewhere is in this range too; without it
        // a conversation answered only elsewhere would be read from its beginning.
        params![row, Role::Asks.code(), settled.max(elsewhere), elsewhere],
    )?;
    let stuck: i64 = tx.required(
        "SELECT count(*) FROM item WHERE conversation = ?1 AND role = ?2 AND role > 0 AND listed = 1",
        params![row, Role::NotSent.code()],
    )?;
    let astray: i64 = tx.required(
        "SELECT count(*) FROM item WHERE conversation = ?1 AND role = ?2 AND role > 0 AND listed = 1 AND turn > ?3",
        params![row, Role::DidNotArrive.code(), settled.max(elsewhere)],
    )?;
    let now = Counted {
        waiting: i64::from(waiting.is_some()),
        unopened: i64::from(waiting.is_some() && asked > kept.opened_turn),
        not_sent: stuck + astray,
    };
    let done = kept.done_turn > 0 && kept.done_turn >= asked.max(answered);
    let draft: i64 = tx.required(
        "SELECT EXISTS (SELECT 1 FROM draft WHERE conversation = ?1 AND (reply <> '' OR note <> ''))
             OR EXISTS (SELECT 1 FROM draft_file WHERE conversation = ?1)",
        [row],
    )?;
    tx.change(
        "UPDATE conversation SET last_pos = ?2, waiting_pos = ?3, unopened = ?4, done = ?5, not_sent = ?6,
           has_draft = ?7, preview = ?8 WHERE row = ?1",
        params![
            row,
            newest.map_or(0, |pos| pos.0),
            waiting,
            now.unopened,
            done,
            now.not_sent,
            draft,
            to_json(&tx.preview_of(newest)?)?
        ],
    )?;
    if now != kept.counted {
        tx.change(
            "UPDATE inbox_count SET waiting = waiting + ?2, unopened = unopened + ?3, not_sent = not_sent + ?4
             WHERE channel = ?1",
            params![
                kept.channel.code(),
                now.waiting - kept.counted.waiting,
                now.unopened - kept.counted.unopened,
                now.not_sent - kept.counted.not_sent
            ],
        )?;
    }
    Ok(kept.id)
}

fn kept(tx: &ReadTx<'_>, row: i64) -> Result<Option<Kept>> {
    tx.one(
        "SELECT id, channel, opened_turn, done_turn, waiting_pos IS NOT NULL, unopened, not_sent
         FROM conversation WHERE row = ?1",
        [row],
        |row| {
            let mut row = Fields::of(row);
            Ok(Kept {
                id: row.id(ConversationId::from_uuid)?,
                channel: row.coded()?,
                opened_turn: row.get()?,
                done_turn: row.get()?,
                counted: Counted { waiting: row.get()?, unopened: row.get()?, not_sent: row.get()? },
            })
        },
    )
}

impl ReadTx<'_> {
    /// The newest turn of a role in a conversation; 0 if there is none.
    pub(super) fn newest_turn(&self, conversation: i64, role: Role) -> Result<i64> {
        let turn: Option<i64> = self.value(
            "SELECT turn FROM item WHERE conversation = ?1 AND role = ?2 AND role > 0 AND listed = 1 ORDER BY turn DESC LIMIT 1",
            params![conversation, role.code()],
        )?;
        Ok(turn.unwrap_or(0))
    }

    /// The turn up to which staff have dealt with this conversation in one way or another: answered, opened, done.
    /// A question that arrives later takes a later turn, whatever its time. An answer that is stuck counts: it may get
    /// going again, and then it must not seem to answer what came after it was written.
    pub(super) fn barrier(&self, conversation: i64) -> Result<i64> {
        let marks: i64 = self.required(
            "SELECT max(opened_turn, done_turn) FROM conversation WHERE row = ?1",
            [conversation],
        )?;
        let mut barrier = marks;
        for role in [Role::DeskAnswered, Role::NotSent, Role::DidNotArrive] {
            barrier = barrier.max(self.newest_turn(conversation, role)?);
        }
        Ok(barrier)
    }
}
