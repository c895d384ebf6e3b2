//! Files on their way here: waited for, tried again, arrived, given up.

use anteroom_model::{AttachmentId, AttachmentKind, FailureKind, Phi, RemoteAttachment};
use jiff::Timestamp;
use rusqlite::params;

use super::attachment::sealed_files;
use super::item::Place;
use crate::codes::Coded;
use crate::column::{ms, to_json};
use crate::sealed::SealedFile;
use crate::{FetchState, Position, Result, StoreError, Thumb, Topic, WriteTx};

/// What is known about a file once it is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HereFile {
    /// The sealed file.
    pub sealed: SealedFile,
    /// Media type, from its bytes.
    pub mime: String,
    /// Kind, from its bytes; `None` keeps what the provider said.
    pub kind: Option<AttachmentKind>,
    /// Pixels.
    pub dimensions: Option<(u32, u32)>,
    /// Seconds; `None` keeps what the provider said.
    pub seconds: Option<u32>,
    /// Loudness over time.
    pub waveform: Option<Vec<u8>>,
    /// A small picture.
    pub thumb: Option<Thumb>,
}

/// A file of a draft, sealed already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Kind.
    pub kind: AttachmentKind,
    /// Name.
    pub file_name: Phi<String>,
    /// What is known about its bytes.
    pub here: HereFile,
}

impl WriteTx<'_> {
    /// Files of a message, to be fetched. What the item's row says about them is the caller's.
    pub(super) fn add_remote_files(
        &mut self,
        place: Place,
        item: Position,
        files: &[RemoteAttachment],
    ) -> Result<()> {
        for (ordinal, file) in files.iter().enumerate() {
            self.add_remote_file(place.account, Some(item), ordinal, file, None)?;
        }
        Ok(())
    }

    pub(super) fn add_remote_file(
        &mut self,
        account: i64,
        item: Option<Position>,
        ordinal: usize,
        file: &RemoteAttachment,
        seconds: Option<u32>,
    ) -> Result<(i64, AttachmentId)> {
        let id = self.fresh(AttachmentId::at);
        self.change(
            "INSERT INTO attachment (id, account, item, ordinal, kind, mime, file_name, size, remote, available_until,
                                     state, due_at, seconds)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            params![
                id.as_bytes(),
                account,
                item,
                i64::try_from(ordinal).unwrap_or(i64::MAX),
                file.kind.code(),
                file.mime,
                file.file_name.as_ref().map(|name| name.reveal()),
                file.size.and_then(|size| i64::try_from(size).ok()),
                to_json(file)?,
                file.available_until.map(ms),
                FetchState::Waiting.code(),
                ms(self.now()),
                seconds,
            ],
        )?;
        self.touch(Topic::Attachments);
        Ok((self.db().last_insert_rowid(), id))
    }

    /// A file of a draft.
    pub(super) fn add_own_file(&mut self, account: i64, file: &NewFile) -> Result<(i64, AttachmentId)> {
        let id = self.fresh(AttachmentId::at);
        self.change(
            "INSERT INTO attachment (id, account, ordinal, kind, file_name, state) VALUES (?1, ?2, 0, ?3, ?4, ?5)",
            params![
                id.as_bytes(),
                account,
                file.kind.code(),
                file.file_name.reveal(),
                FetchState::Here.code()
            ],
        )?;
        let row = self.db().last_insert_rowid();
        self.put_here(row, &file.here)?;
        Ok((row, id))
    }

    /// It is here. The sealed file of an earlier fetch that this takes the place of, to be removed after the commit.
    pub fn attachment_here(&mut self, id: AttachmentId, here: &HereFile) -> Result<Vec<SealedFile>> {
        let row = self.attachment_key(id)?;
        let before = self.attachment_at(row)?;
        self.put_here(row, here)?;
        self.touch_attachment(row)?;
        Ok(before.map(sealed_files).unwrap_or_default())
    }

    fn put_here(&self, row: i64, here: &HereFile) -> Result<()> {
        let size = i64::try_from(here.sealed.size).map_err(|_| StoreError::BadRow)?;
        let thumb = here.thumb.as_ref();
        self.change(
            "UPDATE attachment SET state = ?2, due_at = NULL, why = NULL, mime = ?3, size = ?4, width = ?5, height = ?6,
               seconds = coalesce(?7, seconds), waveform = ?8, sealed_name = ?9, sealed_key = ?10, sealed_len = ?4,
               thumb_name = ?11, thumb_key = ?12, thumb_len = ?13, thumb_mime = ?14, kind = coalesce(?15, kind)
             WHERE row = ?1",
            params![
                row,
                FetchState::Here.code(),
                here.mime,
                size,
                here.dimensions.map(|(width, _)| width),
                here.dimensions.map(|(_, height)| height),
                here.seconds,
                here.waveform,
                here.sealed.name.as_bytes(),
                here.sealed.key.as_bytes(),
                thumb.map(|thumb| thumb.sealed.name.as_bytes()),
                thumb.map(|thumb| thumb.sealed.key.as_bytes()),
                thumb.and_then(|thumb| i64::try_from(thumb.sealed.size).ok()),
                thumb.map(|thumb| thumb.mime.as_str()),
                here.kind.map(Coded::code),
            ],
        )
    }

    /// It could not be fetched; again at `at`. Where nobody could be asked, nothing was tried.
    pub fn attachment_retry_at(&mut self, id: AttachmentId, at: Timestamp, why: FailureKind) -> Result<()> {
        let row = self.attachment_key(id)?;
        let tried = !why.nobody_asked();
        self.change(
            "UPDATE attachment SET state = ?2, tries = tries + ?5, due_at = ?3, why = ?4 WHERE row = ?1",
            params![row, FetchState::Retrying.code(), ms(at), to_json(&why)?, tried],
        )?;
        self.touch_attachment(row)
    }

    /// It cannot be fetched any more.
    pub fn attachment_gone(&mut self, id: AttachmentId, why: FailureKind) -> Result<()> {
        self.give_up(id, FetchState::Gone, Some(why))
    }

    /// It must not or cannot be kept.
    pub fn attachment_not_kept(&mut self, id: AttachmentId) -> Result<()> {
        self.give_up(id, FetchState::NotKept, None)
    }

    fn give_up(&mut self, id: AttachmentId, state: FetchState, why: Option<FailureKind>) -> Result<()> {
        let row = self.attachment_key(id)?;
        self.change(
            "UPDATE attachment SET state = ?2, due_at = NULL, why = ?3 WHERE row = ?1",
            params![row, state.code(), why.as_ref().map(to_json).transpose()?],
        )?;
        self.touch_attachment(row)
    }

    /// A person asks for it now. Nothing changes if it is here or was never at a provider.
    pub fn attachment_try_now(&mut self, id: AttachmentId) -> Result<()> {
        let row = self.attachment_key(id)?;
        self.execute(
            "UPDATE attachment SET state = ?2, due_at = ?3, tries = 0
             WHERE row = ?1 AND state <> ?4 AND remote IS NOT NULL",
            params![row, FetchState::Waiting.code(), ms(self.now()), FetchState::Here.code()],
        )?;
        self.touch_attachment(row)
    }

    /// Deletes the rows of an item's files; the sealed files are noise now and may be removed after the commit.
    pub(super) fn delete_attachments_of(&mut self, item: Position) -> Result<Vec<SealedFile>> {
        let rows = self.attachments_of(item)?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        self.execute(
            "UPDATE recording SET attachment = NULL
             WHERE attachment IN (SELECT row FROM attachment WHERE item = ?1)",
            [item],
        )?;
        self.execute("DELETE FROM attachment WHERE item = ?1", [item])?;
        self.touch(Topic::Attachments);
        Ok(rows.into_iter().flat_map(sealed_files).collect())
    }
}
