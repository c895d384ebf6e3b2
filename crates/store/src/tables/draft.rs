//! What was written and not sent, per conversation and person.

use anteroom_model::{AttachmentId, ConversationId, MessageId, Phi, StaffId};
use rusqlite::params;

use super::attachment::sealed_files;
use crate::column::{Fields, ms};
use crate::sealed::SealedFile;
use crate::{AttachmentRow, Later, NewFile, ReadTx, Result, StoreError, WriteTx};

/// Words of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftWords {
    /// Words of the reply.
    pub reply: Phi<String>,
    /// Words of the note.
    pub note: Phi<String>,
    /// The message being answered.
    pub quote: Option<MessageId>,
    /// When the reply is to leave once it is sent, if not at once.
    pub later: Option<Later>,
}

/// A draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftRow {
    /// Its words.
    pub words: DraftWords,
    /// Its files, sealed already, in the order in which they were added.
    pub files: Vec<AttachmentRow>,
}

impl ReadTx<'_> {
    /// What this person wrote here and did not send; empty if nothing.
    pub fn draft(&self, conversation: ConversationId, staff: StaffId) -> Result<DraftRow> {
        let conversation = self.place_in(conversation)?.conversation;
        let staff = self.staff_key(staff)?;
        let words = self.one(
            "SELECT reply, note, quote, later_at, later_unless FROM draft WHERE conversation = ?1 AND staff = ?2",
            params![conversation, staff],
            |row| {
                let mut row = Fields::of(row);
                Ok(DraftWords {
                    reply: row.phi()?,
                    note: row.phi()?,
                    quote: row.maybe_id(MessageId::from_uuid)?,
                    later: {
                        let (at, unless_they_write) = (row.maybe_time()?, row.flag()?);
                        at.map(|at| Later { at, unless_they_write })
                    },
                })
            },
        )?;
        let rows = self.all(
            "SELECT attachment FROM draft_file WHERE conversation = ?1 AND staff = ?2 ORDER BY attachment",
            params![conversation, staff],
            |row| Ok(row.get::<_, i64>(0)?),
        )?;
        let files =
            rows.into_iter().filter_map(|row| self.attachment_at(row).transpose()).collect::<Result<_>>()?;
        Ok(DraftRow { words: words.unwrap_or_default(), files })
    }
}

impl WriteTx<'_> {
    /// Keeps the words of a draft; empty words are no draft.
    pub fn save_draft(
        &mut self,
        conversation: ConversationId,
        staff: StaffId,
        words: &DraftWords,
    ) -> Result<()> {
        let place = self.place_in(conversation)?;
        let staff = self.staff_key(staff)?;
        if *words == DraftWords::default() {
            self.execute(
                "DELETE FROM draft WHERE conversation = ?1 AND staff = ?2",
                params![place.conversation, staff],
            )?;
        } else {
            self.execute(
                "INSERT INTO draft (conversation, staff, reply, note, quote, changed_at, begun_at, later_at, later_unless)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8)
                 ON CONFLICT (conversation, staff) DO UPDATE SET reply = excluded.reply, note = excluded.note,
                   quote = excluded.quote, changed_at = excluded.changed_at, later_at = excluded.later_at,
                   later_unless = excluded.later_unless,
                   begun_at = iif(draft.reply = '' AND excluded.reply <> '', excluded.begun_at, draft.begun_at)",
                params![
                    place.conversation,
                    staff,
                    words.reply.reveal(),
                    words.note.reveal(),
                    words.quote.as_ref().map(MessageId::as_bytes),
                    ms(self.now()),
                    words.later.map(|later| ms(later.at)),
                    words.later.is_some_and(|later| later.unless_they_write)
                ],
            )?;
        }
        self.touch_conversation(place.conversation);
        Ok(())
    }

    /// Adds a file that is sealed already.
    pub fn add_draft_file(
        &mut self,
        conversation: ConversationId,
        staff: StaffId,
        file: &NewFile,
    ) -> Result<AttachmentId> {
        let place = self.place_in(conversation)?;
        let staff = self.staff_key(staff)?;
        let (row, id) = self.add_own_file(place.account, file)?;
        self.put_in_draft(place.conversation, staff, row)?;
        Ok(id)
    }

    pub(super) fn put_in_draft(&mut self, conversation: i64, staff: i64, attachment: i64) -> Result<()> {
        self.execute(
            "INSERT INTO draft_file (conversation, staff, attachment) VALUES (?1, ?2, ?3)",
            params![conversation, staff, attachment],
        )?;
        self.touch_conversation(conversation);
        Ok(())
    }

    /// Takes a file out of a draft; its sealed files, to be removed after the commit. [`StoreError::NotFound`] if it is
    /// not in this draft (any more).
    pub fn remove_draft_file(
        &mut self,
        conversation: ConversationId,
        staff: StaffId,
        file: AttachmentId,
    ) -> Result<Vec<SealedFile>> {
        let place = self.place_in(conversation)?;
        let staff = self.staff_key(staff)?;
        let row = self.attachment_key(file)?;
        let found = self.attachment_at(row)?.ok_or(StoreError::NotFound)?;
        self.change(
            "DELETE FROM draft_file WHERE conversation = ?1 AND staff = ?2 AND attachment = ?3",
            params![place.conversation, staff, row],
        )?;
        self.change("DELETE FROM attachment WHERE row = ?1", [row])?;
        self.touch_conversation(place.conversation);
        Ok(sealed_files(found))
    }
}
