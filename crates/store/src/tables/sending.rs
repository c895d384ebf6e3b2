//! The moves of the outbox.
//!
//! Holds: the message and what we owe are one transaction; a press of a button is one row for ever; an attempt is
//! counted and committed before anybody opens a socket; one send per conversation at a time, in the order in which they
//! were written; what nobody knows is never sent again by the program.
//! On a crash: [`WriteTx::recover_at_start`] makes "being sent" into "unknown".

use anteroom_model::{
    AttachmentId, Content, ConversationId, DeliveryStatus, Direction, FailureKind, MessageId, Origin,
    OutboxId, OutboxState, ParkReason, Phi, ProviderCode, StaffId,
};
use jiff::Timestamp;
use rusqlite::params;

use super::content::{from_columns, to_columns};
use super::item::{NewItem, ProviderKey, Sort, provider_key};
use crate::codes::{Coded, ItemKind, Role};
use crate::column::{Fields, ms, to_json};
use crate::sealed::SealedFile;
use crate::{Conflict, OutboxRow, OutboxWhy, Position, Result, StoreError, TemplateSend, Topic, WriteTx};

/// A message to send.
#[derive(Clone, Debug)]
pub struct NewSend {
    /// Where.
    pub conversation: ConversationId,
    /// Who writes.
    pub staff: StaffId,
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

/// A send that was taken back. Its files are in the person's draft again.
#[derive(Clone, Debug, PartialEq)]
pub struct Undone {
    /// Where it was.
    pub conversation: ConversationId,
    /// Who wrote it.
    pub staff: Option<StaffId>,
    /// What it said.
    pub content: Content,
    /// What it answered, if that is here.
    pub reply_to: Option<MessageId>,
    /// Its files.
    pub files: Vec<AttachmentId>,
}

/// Where a send without a clear answer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownEnd {
    /// Nobody knows; it is looked for.
    Unknown,
    /// The provider had listed it already: it was sent.
    Accepted,
}

impl WriteTx<'_> {
    /// Puts a message into the timeline and into the outbox. Pressed twice, it is there once.
    pub fn send(&mut self, new: &NewSend) -> Result<Sent> {
        if let Some(row) = self.outbox_by_press(&new.press)? {
            return Ok(Sent { message: row.message, outbox: row.id, fresh: false });
        }
        let place = self.place_in(new.conversation)?;
        let staff = self.staff_key(new.staff)?;
        let pos = self.place_after_all(place.conversation)?;
        // After every question that has reached us, also one that took a later turn than its place.
        let asked = self.newest_turn(place.conversation, Role::Asks)?;
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
                origin: Origin::Desk,
                staff: Some(staff),
                role: Role::DeskAnswered,
                turn,
                provider: None,
                content_kind: columns.kind,
                body: &columns.body,
                extra: columns.extra.as_deref(),
                reply_to: reply_to.flatten().as_deref(),
                taken_back: false,
                status: Some(DeliveryStatus::Queued),
                sent_at: None,
                shadow_of: None,
            },
        )?;
        self.move_files(pos, new, place.conversation, staff)?;
        let outbox = self.fresh(OutboxId::at);
        self.execute(
            "INSERT INTO outbox (id, press, item, conversation, account, state, not_before, undo_until, template,
                                 created_at, changed_at)
             VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?6, ?7, ?8, ?8)",
            params![
                outbox.as_bytes(),
                new.press,
                pos,
                place.conversation,
                place.account,
                ms(new.undo_until),
                new.template.as_ref().map(to_json).transpose()?,
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
            "SELECT o.not_before <= ?2
                AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.conversation = o.conversation AND p.state IN (0, 1, 3)
                                  AND p.row <> o.row AND (p.row < o.row OR p.state IN (1, 3)))
             FROM outbox o WHERE o.row = ?1",
            params![row, ms(self.now())],
        )?;
        if ready == 0 {
            return Err(Conflict::NotItsTurn.into());
        }
        self.change(
            "UPDATE outbox SET attempt = attempt + 1, attempted_at = ?2, lease_until = ?3 WHERE row = ?1",
            params![row, ms(self.now()), ms(lease_until)],
        )?;
        self.go(row, pos, state, OutboxState::Sending, DeliveryStatus::Sending)?;
        self.outbox(id)?.ok_or(StoreError::NotFound)
    }

    /// The provider took it, as this message. Also the answer of looking for an unknown one.
    pub fn settle_accepted(&mut self, id: OutboxId, provider_id: &str) -> Result<()> {
        let (row, pos, state) = self.outbox_key(id)?;
        must_become(state, OutboxState::Accepted)?;
        let account = self.outbox(id)?.ok_or(StoreError::NotFound)?.account;
        let key = provider_key(account, Sort::Message, provider_id);
        self.settle_row(row, pos, Some((provider_id, key)), self.now())
    }

    /// A person says that an unknown or parked message did arrive. An echo that comes later is recognised as it.
    pub fn settle_by_person(&mut self, id: OutboxId) -> Result<()> {
        let (row, pos, state) = self.outbox_key(id)?;
        must_become(state, OutboxState::Accepted)?;
        if state == OutboxState::Sending {
            return Err(Conflict::OutboxState.into());
        }
        self.settle_row(row, pos, None, self.now())
    }

    /// The end of a send: the row is accepted, the message has the provider's id, an echo of it goes.
    pub(super) fn settle_row(
        &mut self,
        row: i64,
        pos: Position,
        provider: Option<(&str, ProviderKey)>,
        sent_at: Timestamp,
    ) -> Result<()> {
        let mut status = DeliveryStatus::Accepted;
        if let Some((_, key)) = provider
            && let Some(echo) = self.item_by_key(key)?.filter(|echo| *echo != pos)
        {
            status = self.drop_echo(echo)?.map_or(status, |echoed| status.advance(echoed));
        }
        self.change(
            "UPDATE outbox SET state = 2, lease_until = NULL, check_at = NULL, why = NULL, code = NULL, subcode = NULL,
               changed_at = ?2 WHERE row = ?1",
            params![row, ms(self.now())],
        )?;
        self.change(
            "UPDATE item SET provider_id = ?2, provider_key = ?3, status = ?4, status_at = ?5, sent_at = ?5,
               code = NULL, subcode = NULL, next_status_at = ?6, status_tries = 0 WHERE pos = ?1",
            params![
                pos,
                provider.map(|(id, _)| id),
                provider.map(|(_, key)| key),
                status.code(),
                ms(sent_at),
                provider.filter(|_| !status.is_final()).map(|_| ms(self.now() + super::delivery::FIRST)),
            ],
        )?;
        self.unshadow(row)?;
        if let Some((_, key)) = provider {
            self.apply_early(pos, key)?;
        }
        self.set_role(pos)?;
        self.touch(Topic::Outbox);
        self.witness_this();
        Ok(())
    }

    /// Removes the second picture of a message of ours; how far it got, as the provider said with it.
    fn drop_echo(&mut self, echo: Position) -> Result<Option<DeliveryStatus>> {
        let status: Option<i64> =
            self.value::<Option<i64>>("SELECT status FROM item WHERE pos = ?1", [echo])?.flatten();
        let conversation = self.conversation_of_item(echo)?;
        // Its files were never fetched for show; ours are here.
        self.delete_attachments_of(echo)?;
        self.execute("DELETE FROM item WHERE pos = ?1", [echo])?;
        self.touch_conversation(conversation);
        status.map(DeliveryStatus::of).transpose()
    }

    /// It definitely failed and will be tried again.
    pub fn requeue(
        &mut self,
        id: OutboxId,
        not_before: Timestamp,
        why: FailureKind,
        code: Option<ProviderCode>,
    ) -> Result<()> {
        let (row, pos, state) = self.outbox_key(id)?;
        if state != OutboxState::Sending {
            return Err(Conflict::OutboxState.into());
        }
        self.explain(row, Some(OutboxWhy::Delayed(why)), code)?;
        self.change("UPDATE outbox SET not_before = ?2 WHERE row = ?1", params![row, ms(not_before)])?;
        self.unshadow(row)?;
        self.go(row, pos, state, OutboxState::Queued, DeliveryStatus::Queued)
    }

    /// It stops, with a reason; a person decides.
    pub fn park(&mut self, id: OutboxId, reason: ParkReason, code: Option<ProviderCode>) -> Result<()> {
        let (row, pos, state) = self.outbox_key(id)?;
        self.explain(row, Some(OutboxWhy::Parked(reason)), code)?;
        self.unshadow(row)?;
        self.go(row, pos, state, OutboxState::Parked, DeliveryStatus::Failed)
    }

    /// Bytes left and no clear answer came. If the provider has listed it meanwhile, it was sent.
    pub fn settle_unknown(&mut self, id: OutboxId, check_at: Timestamp) -> Result<UnknownEnd> {
        let (row, pos, state) = self.outbox_key(id)?;
        self.lose_track(row, pos, state, check_at)
    }

    fn lose_track(
        &mut self,
        row: i64,
        pos: Position,
        state: OutboxState,
        check_at: Timestamp,
    ) -> Result<UnknownEnd> {
        let echo = self.one(
            "SELECT s.provider_id, s.provider_key, s.sent_at FROM item s JOIN outbox o ON o.row = s.shadow_of
             WHERE s.shadow_of = ?1 AND s.sent_at >= o.attempted_at - 120000 ORDER BY s.pos LIMIT 1",
            [row],
            |row| {
                let mut row = Fields::of(row);
                Ok((row.get::<String>()?, row.get::<ProviderKey>()?, row.time()?))
            },
        )?;
        if let Some((provider_id, key, at)) = echo {
            must_become(state, OutboxState::Accepted)?;
            self.settle_row(row, pos, Some((&provider_id, key)), at)?;
            return Ok(UnknownEnd::Accepted);
        }
        self.unshadow(row)?;
        self.change(
            "UPDATE outbox SET check_at = ?2, checks = 0 WHERE row = ?1",
            params![row, ms(check_at)],
        )?;
        self.go(row, pos, state, OutboxState::Unknown, DeliveryStatus::Unknown)?;
        Ok(UnknownEnd::Unknown)
    }

    /// It was looked for and not found yet; again at `at`, or no more by itself.
    pub fn check_again(&mut self, id: OutboxId, at: Option<Timestamp>) -> Result<()> {
        let (row, pos, state) = self.outbox_key(id)?;
        if state != OutboxState::Unknown {
            return Err(Conflict::OutboxState.into());
        }
        self.change(
            "UPDATE outbox SET check_at = ?2, checks = checks + 1 WHERE row = ?1",
            params![row, at.map(ms)],
        )?;
        let conversation = self.conversation_of_item(pos)?;
        self.touch_conversation(conversation);
        Ok(())
    }

    /// A person sends a parked or unknown message again. It keeps its place in the order.
    pub fn retry(&mut self, id: OutboxId) -> Result<()> {
        let (row, pos, state) = self.outbox_key(id)?;
        if !matches!(state, OutboxState::Parked | OutboxState::Unknown) {
            return Err(Conflict::OutboxState.into());
        }
        self.explain(row, None, None)?;
        self.change(
            "UPDATE outbox SET not_before = ?2, check_at = NULL WHERE row = ?1",
            params![row, ms(self.now())],
        )?;
        self.go(row, pos, state, OutboxState::Queued, DeliveryStatus::Queued)
    }

    /// Takes a message back before it leaves: out of the timeline, its files into the draft. Its words are the caller's
    /// to put into the draft too.
    pub fn undo(&mut self, id: OutboxId) -> Result<Undone> {
        let (row, pos, state) = self.outbox_key(id)?;
        if state != OutboxState::Queued {
            return Err(Conflict::OutboxState.into());
        }
        let found = self.one(
            "SELECT c.id, s.id, i.content_kind, i.body, i.extra, q.id, i.conversation, i.staff
             FROM item i JOIN conversation c ON c.row = i.conversation LEFT JOIN staff s ON s.row = i.staff
             LEFT JOIN item q ON q.conversation = i.conversation AND q.listed = 1 AND q.provider_id = i.reply_to
             WHERE i.pos = ?1",
            [pos],
            |row| {
                let mut row = Fields::of(row);
                let conversation = row.id(ConversationId::from_uuid)?;
                let staff = row.maybe_id(StaffId::from_uuid)?;
                let (kind, body) = (row.coded()?, row.get()?);
                let extra: Option<String> = row.get()?;
                let reply_to = row.maybe_id(MessageId::from_uuid)?;
                let undone = Undone {
                    conversation,
                    staff,
                    content: from_columns(kind, body, extra.as_deref())?,
                    reply_to,
                    files: Vec::new(),
                };
                Ok((undone, row.get::<i64>()?, row.get::<Option<i64>>()?))
            },
        )?;
        let (mut undone, conversation, staff) = found.ok_or(StoreError::NotFound)?;
        let files =
            self.all("SELECT row, id FROM attachment WHERE item = ?1 ORDER BY ordinal", [pos], |row| {
                let mut row = Fields::of(row);
                Ok((row.get::<i64>()?, row.id(AttachmentId::from_uuid)?))
            })?;
        for (file, id) in files {
            self.change("UPDATE attachment SET item = NULL WHERE row = ?1", [file])?;
            if let Some(staff) = staff {
                self.put_in_draft(conversation, staff, file)?;
            }
            undone.files.push(id);
        }
        self.withdraw(row, pos, state)?;
        Ok(undone)
    }

    /// A person gives a message up: out of the timeline, its words and files go. The sealed files are to be removed
    /// after the commit. If it was unknown and had been sent, its echo will show.
    pub fn discard(&mut self, id: OutboxId) -> Result<Vec<SealedFile>> {
        let (row, pos, state) = self.outbox_key(id)?;
        let files = self.delete_attachments_of(pos)?;
        self.withdraw(row, pos, state)?;
        Ok(files)
    }

    fn withdraw(&mut self, row: i64, pos: Position, state: OutboxState) -> Result<()> {
        self.change(
            "UPDATE item SET listed = 0, body = '', extra = NULL, file_names = '', files = 0 WHERE pos = ?1",
            [pos],
        )?;
        self.change("UPDATE outbox SET template = NULL, check_at = NULL WHERE row = ?1", [row])?;
        self.unshadow(row)?;
        self.go(row, pos, state, OutboxState::Discarded, DeliveryStatus::Failed)
    }

    /// After a start: whatever was being sent is unknown now. How many.
    pub fn recover_at_start(&mut self) -> Result<u32> {
        let rows = self.all("SELECT row, item FROM outbox WHERE state = 1", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Position>(1)?))
        })?;
        let now = self.now();
        let mut unknown = 0;
        for (row, pos) in rows {
            if self.lose_track(row, pos, OutboxState::Sending, now)? == UnknownEnd::Unknown {
                unknown += 1;
            }
        }
        Ok(unknown)
    }

    /// The disk lost the last commits: whatever still waits here may have left meanwhile.
    pub(crate) fn distrust_everything(&mut self, commits: u64) -> Result<()> {
        self.change(
            "UPDATE store_meta SET commit_seq = max(commit_seq, ?1)",
            [i64::try_from(commits).map_err(|_| StoreError::BadRow)?],
        )?;
        let rows = self.all(
            "SELECT o.row, o.item FROM account a CROSS JOIN outbox o
             WHERE o.account = a.row AND o.state IN (0, 1, 3, 4) AND o.state < 2",
            [],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Position>(1)?)),
        )?;
        let now = ms(self.now());
        for (row, pos) in rows {
            // Not one of the ordinary moves: the row itself is from before.
            self.change(
                "UPDATE outbox SET state = 3, attempted_at = coalesce(attempted_at, created_at), lease_until = NULL,
                   check_at = ?2, checks = 0, changed_at = ?2 WHERE row = ?1",
                params![row, now],
            )?;
            self.change(
                "UPDATE item SET status = ?2, status_at = ?3 WHERE pos = ?1",
                params![pos, DeliveryStatus::Unknown.code(), now],
            )?;
            self.unshadow(row)?;
            self.set_role(pos)?;
        }
        self.touch(Topic::Outbox);
        self.witness_this();
        Ok(())
    }

    /// One move. Moves that do not exist are refused, whoever asks.
    fn go(
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

    fn explain(&self, row: i64, why: Option<OutboxWhy>, code: Option<ProviderCode>) -> Result<()> {
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
    fn unshadow(&mut self, row: i64) -> Result<()> {
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

fn must_become(from: OutboxState, to: OutboxState) -> Result<()> {
    if from.may_become(to) { Ok(()) } else { Err(Conflict::OutboxState.into()) }
}

/// Texts of a draft that an undone send goes back into.
impl Undone {
    /// The words, for the draft.
    pub fn words(&self) -> Phi<String> {
        Phi::from(self.content.text().unwrap_or_default())
    }
}
