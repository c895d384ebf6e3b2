//! What a conversation says about itself in the list, and the counts beside the queues.
//!
//! Holds: one function computes all of it from the rows, after whatever happened, in the same transaction; so it is
//! right after an echo, a late delivery, an unsend or an undo without any of them knowing about it. It looks at the
//! two ends of indexes, never at the whole conversation.
//! What a rule wrote is not the last thing that happened, unless nothing else did: the patient's words stay in the list.
//! `role > 0` beside `role = ?` tells the planner that the partial index `item_turn` has what is asked for.
//! Refused: adding and subtracting where things happen (each new kind of event would be a new way to be wrong).

use anteroom_model::{ChannelKind, ConversationId};
use rusqlite::params;

use super::tally::Counted;
use crate::codes::{Coded, Role};
use crate::column::{Fields, to_json};
use crate::{Position, ReadTx, Result, StoreError, WriteTx};

/// What is kept before the change, the marks that staff set, and what the rows say now.
struct Found {
    id: ConversationId,
    channel: ChannelKind,
    opened_turn: i64,
    done_turn: i64,
    last: i64,
    waiting: Option<Position>,
    counted: Counted,
    newest: Option<Position>,
    answered: i64,
    elsewhere: i64,
    asked: i64,
    stuck: i64,
    draft: bool,
    snooze_turn: Option<i64>,
    back: Option<Position>,
    flagged: bool,
    spam: bool,
}

/// Computes the summary of a conversation again.
pub(crate) fn refresh(tx: &WriteTx<'_>, row: i64) -> Result<ConversationId> {
    let found = find(tx, row)?.ok_or(StoreError::NotFound)?;
    let settled = found.answered.max(found.done_turn);
    // A question is open if it came to us after our last answer and was written after the last answer elsewhere.
    let question: Option<Position> = tx.required(
        "SELECT min(pos) FROM item INDEXED BY item_turn
         WHERE conversation = ?1 AND role = ?2 AND role > 0 AND listed = 1 AND turn > ?3 AND pos > ?4",
        // A turn is never before its place, so what is after the last answer elsewhere is in this range too; without it
        // a conversation answered only elsewhere would be read from its beginning.
        params![row, Role::Asks.code(), settled.max(found.elsewhere), found.elsewhere],
    )?;
    let astray: i64 = tx.required(
        "SELECT count(*) FROM item WHERE conversation = ?1 AND role = ?2 AND role > 0 AND listed = 1 AND turn > ?3",
        params![row, Role::DidNotArrive.code(), settled.max(found.elsewhere)],
    )?;
    // Whoever writes while it is put aside brings it back.
    let sleeps = found.snooze_turn.is_some_and(|turn| found.asked <= turn);
    if found.snooze_turn.is_some() && !sleeps {
        tx.change("UPDATE conversation SET snooze_pos = NULL, snooze_turn = NULL WHERE row = ?1", [row])?;
    }
    let settled_at = settled.max(found.elsewhere);
    let back = found.back.filter(|back| back.0 > settled_at);
    let waiting = question.or(back).filter(|_| !sleeps && !found.spam);
    let now = Counted {
        waiting: i64::from(waiting.is_some()),
        unopened: i64::from(waiting.is_some() && (found.flagged || found.asked > found.opened_turn)),
        not_sent: found.stuck + astray,
    };
    let done = waiting.is_none() && found.done_turn > 0 && found.done_turn >= found.asked.max(found.answered);
    tx.change(
        "UPDATE conversation SET unopened = ?2, done = ?3, not_sent = ?4, has_draft = ?5, preview = ?6 WHERE row = ?1",
        params![row, now.unopened, done, now.not_sent, found.draft, to_json(&tx.preview_of(found.newest)?)?],
    )?;
    // Each by itself and only if it moved: SQLite writes every index of a column that is set, also to what it was.
    let last = found.newest.map_or(0, |pos| pos.0);
    if last != found.last {
        tx.change("UPDATE conversation SET last_pos = ?2 WHERE row = ?1", params![row, last])?;
    }
    super::scheduling::refresh(tx, row)?;
    if waiting != found.waiting {
        tx.change("UPDATE conversation SET waiting_pos = ?2 WHERE row = ?1", params![row, waiting])?;
    }
    if now != found.counted {
        tx.recount(found.channel, found.counted, now)?;
    }
    Ok(found.id)
}

/// One statement, because it is asked at every message.
fn find(tx: &ReadTx<'_>, row: i64) -> Result<Option<Found>> {
    tx.one(
        "SELECT id, channel, opened_turn, done_turn, last_pos, waiting_pos, unopened, not_sent,
           coalesce(
             (SELECT pos FROM item WHERE conversation = ?1 AND listed = 1 AND rule IS NULL ORDER BY pos DESC LIMIT 1),
             (SELECT pos FROM item WHERE conversation = ?1 AND listed = 1 ORDER BY pos DESC LIMIT 1)),
           coalesce((SELECT turn FROM item WHERE conversation = ?1 AND role = ?2 AND role > 0 AND listed = 1
                     ORDER BY turn DESC LIMIT 1), 0),
           coalesce((SELECT turn FROM item WHERE conversation = ?1 AND role = ?3 AND role > 0 AND listed = 1
                     ORDER BY turn DESC LIMIT 1), 0),
           coalesce((SELECT turn FROM item WHERE conversation = ?1 AND role = ?4 AND role > 0 AND listed = 1
                     ORDER BY turn DESC LIMIT 1), 0),
           (SELECT count(*) FROM item WHERE conversation = ?1 AND role = ?5 AND role > 0 AND listed = 1),
           EXISTS (SELECT 1 FROM draft WHERE conversation = ?1 AND (reply <> '' OR note <> ''))
             OR EXISTS (SELECT 1 FROM draft_file WHERE conversation = ?1),
           snooze_turn, back_pos, flagged, spam
         FROM conversation WHERE row = ?1",
        params![
            row,
            Role::DeskAnswered.code(),
            Role::AnsweredElsewhere.code(),
            Role::Asks.code(),
            Role::NotSent.code()
        ],
        |row| {
            let mut row = Fields::of(row);
            let id = row.id(ConversationId::from_uuid)?;
            let channel = row.coded()?;
            let (opened_turn, done_turn, last) = (row.get()?, row.get()?, row.get()?);
            let waiting: Option<Position> = row.get()?;
            let counted =
                Counted { waiting: i64::from(waiting.is_some()), unopened: row.get()?, not_sent: row.get()? };
            Ok(Found {
                id,
                channel,
                opened_turn,
                done_turn,
                last,
                waiting,
                counted,
                newest: row.get()?,
                answered: row.get()?,
                elsewhere: row.get()?,
                asked: row.get()?,
                stuck: row.get()?,
                draft: row.flag()?,
                snooze_turn: row.get()?,
                back: row.get()?,
                flagged: row.flag()?,
                spam: row.flag()?,
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

    /// The turn up to which staff have dealt with this conversation in one way or another: answered, opened, put aside, done.
    /// A question that arrives later takes a later turn, whatever its time. An answer that is stuck counts: it may get
    /// going again, and then it must not seem to answer what came after it was written.
    pub(super) fn barrier(&self, conversation: i64) -> Result<i64> {
        self.required(
            "SELECT max(opened_turn, done_turn, coalesce(snooze_turn, 0),
               coalesce((SELECT turn FROM item WHERE conversation = ?1 AND role = ?2 AND role > 0 AND listed = 1
                         ORDER BY turn DESC LIMIT 1), 0),
               coalesce((SELECT turn FROM item WHERE conversation = ?1 AND role = ?3 AND role > 0 AND listed = 1
                         ORDER BY turn DESC LIMIT 1), 0),
               coalesce((SELECT turn FROM item WHERE conversation = ?1 AND role = ?4 AND role > 0 AND listed = 1
                         ORDER BY turn DESC LIMIT 1), 0))
             FROM conversation WHERE row = ?1",
            params![
                conversation,
                Role::DeskAnswered.code(),
                Role::NotSent.code(),
                Role::DidNotArrive.code()
            ],
        )
    }
}
