//! Files: at the provider, here as a sealed file, or both. The bytes are in `sealed`; the key to them is here.
//!
//! Holds: a row is made together with its message, the file is fetched later, as often as it takes; when a row goes,
//! the file it named is noise, because its key is gone.

use anteroom_model::{
    AccountId, AttachmentId, AttachmentKind, ConversationId, FailureKind, Phi, RemoteAttachment,
};
use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::column::{Fields, from_json, ms};
use crate::sealed::{FileKey, FileName, SealedFile};
use crate::{Position, ReadTx, Result, StoreError};

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

/// The sealed files that a row names.
pub(super) fn sealed_files(row: AttachmentRow) -> Vec<SealedFile> {
    row.sealed.into_iter().chain(row.thumb.map(|thumb| thumb.sealed)).collect()
}
