//! What a person decides about a message that has not left: take it back, give it up, send it again.

use anteroom_model::{
    AttachmentId, Content, ConversationId, DeliveryStatus, MessageId, OutboxId, OutboxState, Phi, StaffId,
};
use rusqlite::params;

use super::content::from_columns;
use crate::column::{Fields, ms};
use crate::sealed::SealedFile;
use crate::{Conflict, Position, Result, StoreError, WriteTx};

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

impl Undone {
    /// The words, for the draft.
    pub fn words(&self) -> Phi<String> {
        Phi::from(self.content.text().unwrap_or_default())
    }
}

impl WriteTx<'_> {
    /// A person sends a parked or unknown message again, now. It keeps its place in the order.
    pub fn retry(&mut self, id: OutboxId) -> Result<()> {
        let (row, pos, state) = self.outbox_key(id)?;
        if !matches!(state, OutboxState::Parked | OutboxState::Unknown) {
            return Err(Conflict::OutboxState.into());
        }
        let pos = self.take_place(row, pos)?;
        self.explain(row, None, None)?;
        self.change(
            "UPDATE outbox SET not_before = ?2, check_at = NULL, scheduled_at = NULL, unless_after = NULL WHERE row = ?1",
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
}
