//! The way into the outbox and to the socket.
//!
//! Holds: the message and what we owe are one transaction; a press of a button is one row for ever; an attempt is
//! counted and committed before anybody opens a socket; one send per conversation at a time, in the order in which they
//! were written; moves that do not exist are refused, whoever asks.

use anteroom_model::{
    AttachmentId, Content, ConversationId, DeliveryStatus, Direction, FailureKind, MessageId, Origin,
    OutboxId, OutboxState, ParkReason, ProviderCode, Rule, StaffId,
};
use jiff::Timestamp;
use rusqlite::params;

use super::content::to_columns;
use super::item::{Files, NewItem};
use super::outbox::IN_TURN;
use super::settling::AttemptEnd;
use crate::codes::{Coded, ItemKind, Role};
use crate::column::{ms, to_json};
use crate::{
    Conflict, Later, OutboxRow, OutboxWhy, Position, Result, StoreError, TemplateSend, Topic, WriteTx,
};

/// Who or what writes a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// Somebody at the desk. It answers the patient.
    Staff(StaffId),
    /// A rule of the practice. The patient still waits for an answer.
    Rule(Rule),
}

/// A message to send.
#[derive(Clone, Debug)]
pub struct NewSend {
    /// Where.
    pub conversation: ConversationId,
    /// Who writes.
    pub by: Author,
    /// The button's press; the same press is the same message.
    pub press: String,
    /// What is shown and sent.
    pub content: Content,
    /// Files, taken out of this person's draft.
    pub files: Vec<AttachmentId>,
    /// The template, if it is one.
    pub template: Option<TemplateSend>,
    /// The message it answers.
    pub reply_to: Option<MessageId>,
    /// It can be taken back until then, and does not leave before.
    pub undo_until: Timestamp,
    /// When it is to leave, if not as soon as it can; it can be taken back until then.
    pub later: Option<Later>,
}

/// It is in the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The message as it is shown.
    pub message: MessageId,
    /// What we owe.
    pub outbox: OutboxId,
    /// Made by this call; `false` when the same press had made it before.
    pub fresh: bool,
}

impl WriteTx<'_> {
    /// Puts a message into the timeline and into the outbox. Pressed twice, it is there once.
    pub fn send(&mut self, new: &NewSend) -> Result<Sent> {
        if let Some(row) = self.outbox_by_press(&new.press)? {
            return Ok(Sent { message: row.message, outbox: row.id, fresh: false });
        }
        let place = self.place_in(new.conversation)?;
        let (staff, rule) = match new.by {
            Author::Staff(staff) => (Some(self.staff_key(staff)?), None),
            Author::Rule(rule) => (None, Some(rule)),
        };
        let pos = self.place_after_all(place.conversation)?;
        // After every question that has reached us, also one that took a later turn than its place, and after it came
        // back from being put aside.
        let back: i64 = self.required(
            "SELECT coalesce(back_pos, 0) FROM conversation WHERE row = ?1",
            [place.conversation],
        )?;
        let asked = self.newest_turn(place.conversation, Role::Asks)?.max(back);
        let turn = pos.0.max(asked + 1);
        let reply_to = match new.reply_to {
            Some(id) => {
                self.value::<Option<String>>("SELECT provider_id FROM item WHERE id = ?1", [id.as_bytes()])?
            }
            None => None,
        };
        let (message, columns) = (self.fresh(MessageId::at), to_columns(&new.content)?);
        self.put_item(
            place,
            &NewItem {
                pos,
                id: message.uuid(),
                kind: ItemKind::Message,
                listed: true,
                direction: Direction::Outbound,
                origin: if rule.is_some() { Origin::Automation } else { Origin::Desk },
                staff,
                rule,
                role: if rule.is_some() { Role::None } else { Role::DeskAnswered },
                turn,
                provider: None,
                content_kind: columns.kind,
                body: &columns.body,
                extra: columns.extra.as_deref(),
                reply_to: reply_to.flatten().as_deref(),
                files: Files::default(),
                taken_back: false,
                status: Some(DeliveryStatus::Queued),
                sent_at: None,
                shadow_of: None,
            },
        )?;
        if let Some(staff) = staff {
            self.move_files(pos, new, place.conversation, staff)?;
        }
        let outbox = self.fresh(OutboxId::at);
        self.execute(
            "INSERT INTO outbox (id, press, item, conversation, account, state, not_before, undo_until, template,
                                 scheduled_at, unless_after, created_at, changed_at)
             VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9, ?10, ?11, ?11)",
            params![
                outbox.as_bytes(),
                new.press,
                pos,
                place.conversation,
                place.account,
                ms(new.later.map_or(new.undo_until, |later| later.at)),
                ms(new.later.map_or(new.undo_until, |_| self.now())),
                new.template.as_ref().map(to_json).transpose()?,
                new.later.map(|later| ms(later.at)),
                new.later.filter(|later| later.unless_they_write).map(|_| asked),
                ms(self.now())
            ],
        )?;
        self.touch(Topic::Outbox);
        self.witness_this();
        Ok(Sent { message, outbox, fresh: true })
    }

    fn move_files(&mut self, item: Position, new: &NewSend, conversation: i64, staff: i64) -> Result<()> {
        for (ordinal, file) in new.files.iter().enumerate() {
            let row = self.attachment_key(*file)?;
            self.change(
                "DELETE FROM draft_file WHERE attachment = ?1 AND conversation = ?2 AND staff = ?3",
                params![row, conversation, staff],
            )?;
            self.change(
                "UPDATE attachment SET item = ?2, ordinal = ?3 WHERE row = ?1",
                params![row, item, i64::try_from(ordinal).unwrap_or(i64::MAX)],
            )?;
        }
        if new.files.is_empty() { Ok(()) } else { self.refresh_files(item) }
    }

    /// Takes a row for sending; committed before anybody opens a socket. [`Conflict::NotItsTurn`] if it is not due, or
    /// if another of its conversation comes first.
    pub fn claim(&mut self, id: OutboxId, lease_until: Timestamp) -> Result<OutboxRow> {
        let (row, pos, state) = self.outbox_key(id)?;
        if state != OutboxState::Queued {
            return Err(Conflict::OutboxState.into());
        }
        let ready: i64 = self.required(
            &format!("SELECT o.not_before <= ?1 AND {IN_TURN} FROM outbox o WHERE o.row = ?2"),
            params![ms(self.now()), row],
        )?;
        if ready == 0 {
            return Err(Conflict::NotItsTurn.into());
        }
        let pos = self.take_place(row, pos)?;
        self.change(
            "UPDATE outbox SET attempt = attempt + 1, attempted_at = ?2, lease_until = ?3 WHERE row = ?1",
            params![row, ms(self.now()), ms(lease_until)],
        )?;
        self.go(row, pos, state, OutboxState::Sending, DeliveryStatus::Sending)?;
        self.outbox(id)?.ok_or(StoreError::NotFound)
    }

    /// It definitely failed and will be tried again, unless an earlier attempt has come to light meanwhile.
    pub fn requeue(
        &mut self,
        id: OutboxId,
        not_before: Timestamp,
        why: FailureKind,
        code: Option<ProviderCode>,
    ) -> Result<AttemptEnd> {
        let (row, pos, state) = self.outbox_key(id)?;
        if state != OutboxState::Sending {
            return Err(Conflict::OutboxState.into());
        }
        if self.settle_by_echo(row, pos, state)? {
            return Ok(AttemptEnd::Accepted);
        }
        self.explain(row, Some(OutboxWhy::Delayed(why)), code)?;
        self.change("UPDATE outbox SET not_before = ?2 WHERE row = ?1", params![row, ms(not_before)])?;
        self.unshadow(row)?;
        self.go(row, pos, state, OutboxState::Queued, DeliveryStatus::Queued)?;
        Ok(AttemptEnd::AsSaid)
    }

    /// It stops, with a reason; a person decides, or, if a rule wrote it, it is given up. Unless an earlier attempt has come to light meanwhile.
    pub fn park(
        &mut self,
        id: OutboxId,
        reason: ParkReason,
        code: Option<ProviderCode>,
    ) -> Result<AttemptEnd> {
        let (row, pos, state) = self.outbox_key(id)?;
        if self.settle_by_echo(row, pos, state)? {
            return Ok(AttemptEnd::Accepted);
        }
        self.explain(row, Some(OutboxWhy::Parked(reason)), code)?;
        self.unshadow(row)?;
        self.go(row, pos, state, OutboxState::Parked, DeliveryStatus::Failed)?;
        if self.is_by_rule(pos)? {
            // Nobody has to decide about what nobody wrote. Its words go, so that no search finds what was never said;
            // the row says that there was something, and why it did not leave.
            self.change("UPDATE item SET body = '' WHERE pos = ?1", [pos])?;
            self.go(row, pos, OutboxState::Parked, OutboxState::Discarded, DeliveryStatus::Failed)?;
        }
        Ok(AttemptEnd::AsSaid)
    }

    /// One move. Moves that do not exist are refused, whoever asks.
    pub(super) fn go(
        &mut self,
        row: i64,
        pos: Position,
        from: OutboxState,
        to: OutboxState,
        status: DeliveryStatus,
    ) -> Result<()> {
        must_become(from, to)?;
        self.change(
            "UPDATE outbox SET state = ?2, changed_at = ?3, lease_until = iif(?2 = 1, lease_until, NULL),
               check_at = iif(?2 = 3, check_at, NULL) WHERE row = ?1",
            params![row, to.code(), ms(self.now())],
        )?;
        self.change(
            "UPDATE item SET status = ?2, status_at = ?3 WHERE pos = ?1",
            params![pos, status.code(), ms(self.now())],
        )?;
        self.set_role(pos)?;
        self.touch(Topic::Outbox);
        self.witness_this();
        Ok(())
    }

    pub(super) fn explain(&self, row: i64, why: Option<OutboxWhy>, code: Option<ProviderCode>) -> Result<()> {
        self.change(
            "UPDATE outbox SET why = ?2, code = ?3, subcode = ?4 WHERE row = ?1",
            params![
                row,
                why.as_ref().map(to_json).transpose()?,
                code.map(|code| code.code),
                code.and_then(|code| code.subcode)
            ],
        )
    }

    /// Shows the echoes that were kept out of sight for this send: they were not it.
    pub(super) fn unshadow(&mut self, row: i64) -> Result<()> {
        let echoes = self.all("SELECT pos, conversation FROM item WHERE shadow_of = ?1", [row], |row| {
            Ok((row.get::<_, Position>(0)?, row.get::<_, i64>(1)?))
        })?;
        for (pos, conversation) in echoes {
            self.change("UPDATE item SET listed = 1, shadow_of = NULL WHERE pos = ?1", [pos])?;
            self.touch_conversation(conversation);
        }
        Ok(())
    }
}

pub(super) fn must_become(from: OutboxState, to: OutboxState) -> Result<()> {
    if from.may_become(to) { Ok(()) } else { Err(Conflict::OutboxState.into()) }
}
