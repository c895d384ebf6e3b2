//! Files: at the provider, here as a sealed file, or both. The bytes are in `sealed`; the key to them is here.
//!
//! Holds: a row is made together with its message, the file is fetched later, as often as it takes; when a row goes,
//! the file it named is noise, because its key is gone.

use anteroom_model::{
    AccountId, AttachmentId, AttachmentKind, ConversationId, FailureKind, Phi, RemoteAttachment,
};
use jiff::Timestamp;
use rusqlite::{Row, params};

use super::item::Place;
use crate::codes::Coded;
use crate::column::{Fields, from_json, ms, to_json};
use crate::sealed::{FileKey, FileName, SealedFile};
use crate::{Position, ReadTx, Result, StoreError, Topic, WriteTx};

/// Where a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FetchState {
    /// Will be fetched.
    Waiting,
    /// Being tried again.
    Retrying,
    /// Here, sealed.
    Here,
    /// Cannot be fetched any more.
    Gone,
    /// The channel forbids keeping it, or it is too big.
    NotKept,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentRow {
    /// Id.
    pub id: AttachmentId,
    /// The account it came or goes through.
    pub account: AccountId,
    /// Kind.
    pub kind: AttachmentKind,
    /// Media type: claimed until it is here, then from its bytes.
    pub mime: Option<String>,
    /// Name, if it has one.
    pub file_name: Option<Phi<String>>,
    /// Bytes, if known.
    pub size: Option<u64>,
    /// Where it is at the provider.
    pub remote: Option<RemoteAttachment>,
    /// Until when it can be fetched, if the provider says.
    pub available_until: Option<Timestamp>,
    /// Where it stands.
    pub state: FetchState,
    /// Attempts so far.
    pub tries: u32,
    /// Next attempt.
    pub due_at: Option<Timestamp>,
    /// Why the last attempt failed.
    pub why: Option<FailureKind>,
    /// Pixels.
    pub dimensions: Option<(u32, u32)>,
    /// Seconds, for sounds.
    pub seconds: Option<u32>,
    /// Loudness over time, 0 to 255.
    pub waveform: Option<Vec<u8>>,
    /// The sealed file, when it is here.
    pub sealed: Option<SealedFile>,
    /// A small picture of it.
    pub thumb: Option<Thumb>,
}

/// A small picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thumb {
    /// The sealed file.
    pub sealed: SealedFile,
    /// Media type.
    pub mime: String,
}

/// A file that is to be fetched now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueFile {
    /// The file; its `remote` says where.
    pub file: AttachmentRow,
    /// The conversation it is shown in, if it is in one already.
    pub conversation: Option<ConversationId>,
}

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

const COLUMNS: &str =
    "f.id, a.id, f.kind, f.mime, f.file_name, f.size, f.remote, f.available_until, f.state, f.tries, f.due_at, f.why,
     f.width, f.height, f.seconds, f.waveform, f.sealed_name, f.sealed_key, f.sealed_len, f.thumb_name, f.thumb_key,
     f.thumb_len, f.thumb_mime";

fn attachment_row(row: &Row<'_>) -> Result<AttachmentRow> {
    let mut row = Fields::of(row);
    read_row(&mut row)
}

fn read_row(row: &mut Fields<'_>) -> Result<AttachmentRow> {
    Ok(AttachmentRow {
        id: row.id(AttachmentId::from_uuid)?,
        account: row.id(AccountId::from_uuid)?,
        kind: row.coded()?,
        mime: row.get()?,
        file_name: row.maybe_phi()?,
        size: row.get::<Option<i64>>()?.map(i64::unsigned_abs),
        remote: row.maybe_json()?,
        available_until: row.maybe_time()?,
        state: row.coded()?,
        tries: row.get()?,
        due_at: row.maybe_time()?,
        why: row.get::<Option<String>>()?.map(|json| from_json(&json)).transpose()?,
        dimensions: {
            let (width, height): (Option<u32>, Option<u32>) = (row.get()?, row.get()?);
            width.zip(height)
        },
        seconds: row.get()?,
        waveform: row.get()?,
        sealed: sealed(row)?,
        thumb: {
            let sealed = sealed(row)?;
            let mime: Option<String> = row.get()?;
            sealed.zip(mime).map(|(sealed, mime)| Thumb { sealed, mime })
        },
    })
}

/// Name, key, length.
fn sealed(row: &mut Fields<'_>) -> Result<Option<SealedFile>> {
    let name: Option<Vec<u8>> = row.get()?;
    let key: Option<zeroize::Zeroizing<Vec<u8>>> = row.get::<Option<Vec<u8>>>()?.map(Into::into);
    let size: Option<i64> = row.get()?;
    let (Some(name), Some(key), Some(size)) = (name, key, size) else { return Ok(None) };
    Ok(Some(SealedFile {
        name: FileName::from_bytes(&name).ok_or(StoreError::BadRow)?,
        key: FileKey::from_bytes(&key).ok_or(StoreError::BadRow)?,
        size: size.unsigned_abs(),
    }))
}

impl ReadTx<'_> {
    /// One file.
    pub fn attachment(&self, id: AttachmentId) -> Result<Option<AttachmentRow>> {
        self.one(
            &format!(
                "SELECT {COLUMNS} FROM attachment f JOIN account a ON a.row = f.account WHERE f.id = ?1"
            ),
            [id.as_bytes()],
            attachment_row,
        )
    }

    /// Files that are to be fetched, the longest due first.
    pub fn attachments_due(&self, now: Timestamp, limit: u32) -> Result<Vec<DueFile>> {
        self.all(
            &format!(
                "SELECT {COLUMNS}, c.id FROM attachment f CROSS JOIN account a ON a.row = f.account
                 LEFT JOIN item i ON i.pos = f.item LEFT JOIN conversation c ON c.row = i.conversation
                 WHERE f.due_at <= ?1 ORDER BY f.due_at LIMIT ?2"
            ),
            params![ms(now), limit],
            |row| {
                let mut row = Fields::of(row);
                Ok(DueFile {
                    file: read_row(&mut row)?,
                    conversation: row.maybe_id(ConversationId::from_uuid)?,
                })
            },
        )
    }

    /// When the next file is due.
    pub fn attachment_next_due(&self) -> Result<Option<Timestamp>> {
        self.value::<i64>(
            "SELECT due_at FROM attachment WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1",
            [],
        )?
        .map(crate::column::time)
        .transpose()
    }

    /// Whether any row names this sealed file; one that none names may be removed.
    pub fn is_sealed_file_known(&self, name: FileName) -> Result<bool> {
        let found: i64 = self.required(
            "SELECT EXISTS (SELECT 1 FROM attachment WHERE sealed_name = ?1)
                 OR EXISTS (SELECT 1 FROM attachment WHERE thumb_name = ?1)",
            [name.as_bytes()],
        )?;
        Ok(found != 0)
    }

    pub(super) fn attachments_of(&self, item: Position) -> Result<Vec<AttachmentRow>> {
        self.all(
            &format!(
                "SELECT {COLUMNS} FROM attachment f CROSS JOIN account a ON a.row = f.account
                 WHERE f.item = ?1 ORDER BY f.ordinal"
            ),
            [item],
            attachment_row,
        )
    }

    pub(super) fn attachment_at(&self, row: i64) -> Result<Option<AttachmentRow>> {
        self.one(
            &format!(
                "SELECT {COLUMNS} FROM attachment f JOIN account a ON a.row = f.account WHERE f.row = ?1"
            ),
            [row],
            attachment_row,
        )
    }

    pub(super) fn attachment_key(&self, id: AttachmentId) -> Result<i64> {
        self.required("SELECT row FROM attachment WHERE id = ?1", [id.as_bytes()])
    }
}

impl WriteTx<'_> {
    /// Files of a message, to be fetched.
    pub(super) fn add_remote_files(
        &mut self,
        place: Place,
        item: Position,
        files: &[RemoteAttachment],
    ) -> Result<()> {
        for (ordinal, file) in files.iter().enumerate() {
            self.add_remote_file(place.account, Some(item), ordinal, file, None)?;
        }
        if files.is_empty() { Ok(()) } else { self.refresh_files(item) }
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

    /// It could not be fetched; again at `at`.
    pub fn attachment_retry_at(&mut self, id: AttachmentId, at: Timestamp, why: FailureKind) -> Result<()> {
        let row = self.attachment_key(id)?;
        self.change(
            "UPDATE attachment SET state = ?2, tries = tries + 1, due_at = ?3, why = ?4 WHERE row = ?1",
            params![row, FetchState::Retrying.code(), ms(at), to_json(&why)?],
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
            "UPDATE attachment SET state = ?2, due_at = ?3
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

/// The sealed files that a row names.
pub(super) fn sealed_files(row: AttachmentRow) -> Vec<SealedFile> {
    row.sealed.into_iter().chain(row.thumb.map(|thumb| thumb.sealed)).collect()
}
