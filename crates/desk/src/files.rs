//! Files that are here: shown by the window, saved by a person, deleted at the provider.

use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::AttachmentId;
use anteroom_store::FetchState;
use anteroom_store::sealed::{SealedError, SealedFile, SealedReader};
use zeroize::Zeroizing;

use crate::core::{Core, Wake};
use crate::desk::Desk;
use crate::drafts::file_name;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::views::{Code, WireError};

/// A sealed file, open for the window.
pub struct OpenFile {
    /// Media type, from its bytes.
    pub mime: String,
    /// Bytes.
    pub length: u64,
    reader: Arc<Mutex<SealedReader>>,
}

impl OpenFile {
    /// A part of it, cut to what it has.
    ///
    /// # Errors
    /// When the file is damaged.
    pub async fn read(&self, range: Range<u64>) -> Result<Vec<u8>, WireError> {
        let reader = self.reader.clone();
        let read = blocking(move || {
            let mut reader = reader.lock().unwrap_or_else(PoisonError::into_inner);
            reader.read_range(range).map(|bytes| bytes.to_vec())
        });
        Ok(read.await?)
    }
}

/// Something to be written to a disk in clear, because a person asked for it.
pub struct Exported {
    /// Its name, or one made from its kind. It may have come from a patient: whoever writes it to a disk makes it safe.
    pub name: String,
    /// Its bytes.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// Runs something that reads the disk away from the executor.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, SealedError> + Send + 'static,
) -> Result<T, Fault> {
    let done = tokio::task::spawn_blocking(work).await.map_err(|_| Fault::of(Code::FileUnreadable))?;
    Ok(done?)
}

async fn opened(core: &Core, sealed: SealedFile) -> Result<SealedReader, Fault> {
    let store = core.store.clone();
    blocking(move || store.files().open(&sealed)).await
}

impl Desk {
    /// Opens a file, or its small picture, for showing.
    ///
    /// # Errors
    /// When it is not here.
    pub async fn file_open(&self, id: &str, thumbnail: bool) -> Result<OpenFile, WireError> {
        Ok(self.open_file(id, thumbnail).await?)
    }

    async fn open_file(&self, id: &str, thumbnail: bool) -> Result<OpenFile, Fault> {
        let id: AttachmentId = parsed(id)?;
        let row = self.core.read(|tx| tx.attachment(id))?.ok_or_else(Fault::not_found)?;
        let (sealed, mime) = if thumbnail {
            let thumb = row.thumb.ok_or_else(Fault::not_found)?;
            (thumb.sealed, thumb.mime)
        } else {
            let mime = row.mime.unwrap_or_else(|| "application/octet-stream".to_owned());
            (row.sealed.ok_or_else(Fault::not_found)?, mime)
        };
        let length = sealed.size;
        let reader = Arc::new(Mutex::new(opened(&self.core, sealed).await?));
        Ok(OpenFile { mime, length, reader })
    }

    /// Tries to fetch a file now.
    ///
    /// # Errors
    /// When there is no such file.
    pub async fn attachment_retry(&self, id: &str) -> Result<(), WireError> {
        let id: AttachmentId = parsed(id)?;
        self.core.write(move |tx| tx.attachment_try_now(id)).await.map_err(Fault::from)?;
        self.core.wake(Wake::Files);
        Ok(())
    }

    /// Hands a file out in clear, because a person asked for it, and notes that.
    ///
    /// # Errors
    /// When it is not here.
    pub async fn attachment_export(&self, id: &str) -> Result<Exported, WireError> {
        Ok(self.export(id).await?)
    }

    async fn export(&self, id: &str) -> Result<Exported, Fault> {
        let id: AttachmentId = parsed(id)?;
        let row = self.core.read(|tx| tx.attachment(id))?.ok_or_else(Fault::not_found)?;
        let sealed = row.sealed.ok_or_else(Fault::not_found)?;
        let name = named(row.file_name.as_deref().map(|name| file_name(name)), row.mime.as_deref());
        let by = self.core.staff().id;
        // First the note, then the copy: a copy that nobody noted must not exist.
        self.core.write(move |tx| tx.audit("file_saved", Some(by), Some(id.uuid()), "")).await?;
        let mut reader = opened(&self.core, sealed).await?;
        Ok(Exported { name, bytes: blocking(move || reader.read_all()).await? })
    }

    /// Deletes a recording at the provider. Only once it is here and was read through to its end: otherwise it would be
    /// lost.
    ///
    /// # Errors
    /// What the provider says; [`Code::RecordingNotHere`] when the copy here is missing or damaged.
    pub async fn recording_delete_at_provider(&self, attachment: &str) -> Result<(), WireError> {
        Ok(self.delete_there(attachment).await?)
    }

    async fn delete_there(&self, attachment: &str) -> Result<(), Fault> {
        let id: AttachmentId = parsed(attachment)?;
        let (row, recording) = self.core.read(|tx| Ok((tx.attachment(id)?, tx.recording_of(id)?)))?;
        // A patient's picture lies at the provider too; this is not for it.
        let row = row.filter(|_| recording.is_some()).ok_or_else(Fault::not_found)?;
        let not_here = || Fault::of(Code::RecordingNotHere);
        let sealed = row.sealed.filter(|_| row.state == FetchState::Here).ok_or_else(not_here)?;
        let remote = row.remote.ok_or_else(Fault::not_found)?;
        let line = self.core.lines.of(row.account).filter(|line| line.is_active());
        let line = line.ok_or_else(|| Fault::of(Code::SignInNeeded))?;
        let mut reader = opened(&self.core, sealed).await.map_err(|_| not_here())?;
        blocking(move || reader.read_all()).await.map_err(|_| not_here())?;
        line.connector.delete_media(&remote).await?;
        let by = self.core.staff().id;
        let noted = self.core.write(move |tx| {
            tx.recording_deleted_there(id)?;
            tx.audit("recording_deleted_there", Some(by), Some(id.uuid()), "")
        });
        Ok(noted.await?)
    }
}

/// A name with an ending, so that the system knows what to open it with.
fn named(name: Option<String>, mime: Option<&str>) -> String {
    let ending = match mime {
        Some("image/jpeg") => "jpg",
        Some("image/png") => "png",
        Some("image/gif") => "gif",
        Some("image/webp") => "webp",
        Some("audio/ogg") => "ogg",
        Some("audio/mpeg") => "mp3",
        Some("audio/wav") => "wav",
        Some("audio/mp4") => "m4a",
        Some("video/mp4") => "mp4",
        Some("application/pdf") => "pdf",
        Some("text/plain") => "txt",
        _ => "bin",
    };
    match name.as_deref().map(str::trim).unwrap_or_default() {
        "" => format!("file.{ending}"),
        name if name.contains('.') => name.to_owned(),
        name => format!("{name}.{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_file_has_a_name_and_an_ending() {
        assert_eq!(named(None, Some("audio/wav")), "file.wav");
        assert_eq!(named(Some("X-ray".into()), Some("image/png")), "X-ray.png");
        assert_eq!(named(Some("plan.pdf".into()), Some("image/png")), "plan.pdf");
    }
}
