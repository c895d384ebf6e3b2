//! Replies that leave at a time that a person chose.
//!
//! Holds: until its time has come a message holds up nothing and can be taken back; from then on it has its turn like
//! any other, and its place in the timeline is where it left, not where it was written. It leaves once: the time is one
//! more condition on the same row, not a second way out. A message for which another time was chosen waits for it as if
//! it had never been tried; only that an attempt may have left stays known.
//! On a crash: the row says all there is to know. What missed its time is found when it is looked at, and held back.

use anteroom_model::{DeliveryStatus, HoldReason, OutboxId, OutboxState, ParkReason, has_missed};
use jiff::Timestamp;
use rusqlite::params;

use crate::codes::Role;
use crate::column::{ms, time};
use crate::{Conflict, Position, ReadTx, Result, StoreError, Topic, WriteTx};

/// When a message is to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Later {
    /// The time.
    pub at: Timestamp,
    /// Not if the patient writes or rings before.
    pub unless_they_write: bool,
}

/// Of a queued row: it waits for the time that a person chose, and nothing was tried since they chose it.
macro_rules! waits_for_its_time {
    () => {
        "(scheduled_at IS NOT NULL AND attempt = 0)"
    };
}
pub(super) use waits_for_its_time;

/// Writes down when the first message of a conversation leaves that waits for its time; part of its summary.
pub(super) fn refresh(tx: &WriteTx<'_>, row: i64) -> Result<()> {
    let (first, kept): (Option<i64>, Option<Position>) = tx
        .one(
            concat!(
                "SELECT (SELECT min(scheduled_at) FROM outbox WHERE conversation = ?1 AND state IN (0, 1, 3)
                           AND state = 0 AND ",
                waits_for_its_time!(),
                "), scheduled_pos FROM conversation WHERE row = ?1"
            ),
            [row],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
        .ok_or(StoreError::NotFound)?;
    let first = first.map(time).transpose()?.map(|at| Position::first_at(at).beside(row));
    if first != kept {
        tx.change("UPDATE conversation SET scheduled_pos = ?2 WHERE row = ?1", params![row, first])?;
    }
    Ok(())
}

impl ReadTx<'_> {
    /// Why a message may not leave by itself, whose time has come.
    pub fn scheduled_hold(&self, id: OutboxId) -> Result<Option<HoldReason>> {
        let row = self.outbox(id)?.ok_or(StoreError::NotFound)?;
        let Some(later) = row.scheduled else { return Ok(None) };
        if has_missed(later.at, self.now()) {
            return Ok(Some(HoldReason::MissedTime));
        }
        let conversation = self.place_in(row.conversation)?.conversation;
        let after: Option<i64> =
            self.required("SELECT unless_after FROM outbox WHERE id = ?1", [id.as_bytes()])?;
        let Some(after) = after else { return Ok(None) };
        // In its own conversation the order of the questions says it, whatever the clock did meanwhile.
        let overtaken = self.newest_turn(conversation, Role::Asks)? > after
            || self.turned_up_since(conversation, row.undo_until)?;
        Ok(overtaken.then_some(HoldReason::PatientWrote))
    }

    /// Whether a row waits for the time that a person chose.
    fn waits_for_its_time(&self, row: i64) -> Result<bool> {
        let sql = concat!("SELECT ", waits_for_its_time!(), " FROM outbox WHERE row = ?1");
        Ok(self.required::<i64>(sql, [row])? != 0)
    }
}

impl WriteTx<'_> {
    /// A person chooses another time for a message that has not left: one that waits for its time, or one that stopped.
    /// What the patient wrote so far has been seen. Its attempts so far say nothing about the new time.
    pub fn reschedule(&mut self, id: OutboxId, later: Later) -> Result<()> {
        let (row, pos, state) = self.outbox_key(id)?;
        let waits = self.outbox(id)?.is_some_and(|row| row.scheduled.is_some());
        if !(state == OutboxState::Parked || (state == OutboxState::Queued && waits)) {
            return Err(Conflict::OutboxState.into());
        }
        let conversation = self.conversation_of_item(pos)?;
        let asked = self.newest_turn(conversation, Role::Asks)?;
        self.explain(row, None, None)?;
        self.change(
            "UPDATE outbox SET scheduled_at = ?2, not_before = ?2, undo_until = ?3, unless_after = ?4, changed_at = ?3,
               attempt = 0 WHERE row = ?1",
            params![row, ms(later.at), ms(self.now()), later.unless_they_write.then_some(asked)],
        )?;
        if state == OutboxState::Parked {
            return self.go(row, pos, state, OutboxState::Queued, DeliveryStatus::Queued);
        }
        self.touch_conversation(conversation);
        self.touch(Topic::Outbox);
        self.witness_this();
        Ok(())
    }

    /// A person sends a message now that waits for its time. Whatever else it may wait for (the seconds in which it can
    /// be taken back, what the provider asked for) is not theirs to cut short.
    pub fn send_now(&mut self, id: OutboxId) -> Result<()> {
        let (row, pos, state) = self.outbox_key(id)?;
        if state != OutboxState::Queued || !self.waits_for_its_time(row)? {
            return Err(Conflict::OutboxState.into());
        }
        let pos = self.take_place(row, pos)?;
        self.change(
            "UPDATE outbox SET scheduled_at = NULL, unless_after = NULL, not_before = ?2, changed_at = ?2 WHERE row = ?1",
            params![row, ms(self.now())],
        )?;
        let conversation = self.conversation_of_item(pos)?;
        self.touch_conversation(conversation);
        self.touch(Topic::Outbox);
        self.witness_this();
        Ok(())
    }

    /// Holds a message back whose time has come, if there is a reason. Whether it was.
    pub fn hold_scheduled(&mut self, id: OutboxId) -> Result<bool> {
        let Some(why) = self.scheduled_hold(id)? else { return Ok(false) };
        self.park(id, ParkReason::Held(why), None)?;
        Ok(true)
    }

    /// A message that waited for its time is moved to where it leaves, once. What was said meanwhile stands before it.
    pub(super) fn take_place(&mut self, row: i64, pos: Position) -> Result<Position> {
        let waited = self.waits_for_its_time(row)?;
        let conversation = self.conversation_of_item(pos)?;
        let newest: Option<Position> = self.value(
            "SELECT pos FROM item WHERE conversation = ?1 AND listed = 1 ORDER BY pos DESC LIMIT 1",
            [conversation],
        )?;
        if !waited || newest == Some(pos) && pos.at() == self.now() {
            return Ok(pos);
        }
        let place = self.place_after_all(conversation)?;
        // What hangs on it follows within this transaction. The index of words is kept by what is listed.
        self.db().pragma_update(None, "defer_foreign_keys", true)?;
        self.change("UPDATE item SET listed = 0 WHERE pos = ?1", [pos])?;
        self.change("UPDATE item SET pos = ?2 WHERE pos = ?1", params![pos, place])?;
        self.change("UPDATE outbox SET item = ?2 WHERE row = ?1", params![row, place])?;
        self.execute("UPDATE attachment SET item = ?2 WHERE item = ?1", params![pos, place])?;
        self.change("UPDATE item SET listed = 1 WHERE pos = ?1", [place])?;
        self.touch_conversation(conversation);
        Ok(place)
    }
}
