//! What was written and not sent, kept so that a crash loses at most the last second of typing; and notes for staff.

use anteroom_model::{AttachmentId, ConversationId, MediaBody, MessageId, Phi, StaffId};
use anteroom_store::{DraftWords, Later, NewFile, StoreError};
use bytes::Bytes;

use crate::desk::Desk;
use crate::fault::Fault;
use crate::fetch::{MOST_BYTES, seal};
use crate::media;
use crate::outbox::Misfit;
use crate::patients::parsed;
use crate::reading::draft_view;
use crate::schedule::moment;
use crate::sweep::swept;
use crate::views::{Code, DraftSave, DraftView, SendLater, WireError};

/// Nobody writes longer; a pasted book is refused rather than kept at every keystroke.
const LONGEST: usize = 100_000;
/// Longer names are cut in the middle of nowhere by some systems.
const LONGEST_NAME: usize = 180;

impl Desk {
    /// Keeps the words of a draft.
    ///
    /// # Errors
    /// When there is no such conversation, or a book was pasted.
    pub async fn draft_save(&self, draft: DraftSave) -> Result<(), WireError> {
        let id: ConversationId = parsed(&draft.conversation)?;
        if draft.reply.len() > LONGEST || draft.note.len() > LONGEST {
            return Err(WireError::of(Code::TextTooLong).with("most", LONGEST));
        }
        let words = DraftWords {
            reply: Phi::new(draft.reply),
            note: Phi::new(draft.note),
            quote: draft.quote.as_deref().map(parsed::<MessageId>).transpose()?,
            later: draft.later.map(planned).transpose()?,
        };
        // What is kept late still belongs to whoever typed it.
        let by = draft.by.as_deref().map(parsed).transpose()?;
        let staff: StaffId = by.unwrap_or_else(|| self.core.staff().id);
        let kept = self.core.write(move |tx| {
            let stands = tx.draft(id, staff)?;
            // A time without anything that could leave then is none.
            let later = words.later.filter(|_| !words.reply.reveal().is_empty() || !stands.files.is_empty());
            let words = DraftWords { later, ..words };
            // The same words again are no change worth a commit's announcement.
            if stands.words == words { Ok(()) } else { tx.save_draft(id, staff, &words) }
        });
        Ok(kept.await.map_err(Fault::from)?)
    }

    /// Adds a file to a draft: sealed at once, so that it survives a crash and never lies on the disk in clear.
    ///
    /// # Errors
    /// When the channel does not take it.
    pub async fn draft_attach(
        &self,
        conversation: &str,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<DraftView, WireError> {
        Ok(self.attach(conversation, name, bytes).await?)
    }

    async fn attach(&self, conversation: &str, name: &str, bytes: Vec<u8>) -> Result<DraftView, Fault> {
        let staff = self.core.staff().id;
        let id: ConversationId = parsed(conversation)?;
        let row = self.core.read(|tx| tx.conversation(id))?.ok_or_else(Fault::not_found)?;
        let sniffed = media::sniff(&bytes, None);
        if bytes.is_empty() {
            return Err(Fault::of(Code::FileUnreadable));
        }
        if bytes.len() as u64 > MOST_BYTES {
            return Err(Misfit::FileTooBig { most: MOST_BYTES }.into());
        }
        if let Some(line) = self.core.lines.of(row.account) {
            let can = line.connector.capabilities(row.channel);
            crate::outbox::check_file(sniffed.kind, &sniffed.mime, bytes.len() as u64, &can)?;
        }
        swept(&self.core).await;
        let kind = sniffed.kind;
        let body = MediaBody { mime: None, bytes: Bytes::from(bytes) };
        let store = self.core.store.clone();
        let sealed = tokio::task::spawn_blocking(move || seal(store.files(), kind, &body)).await;
        let here = sealed.map_err(|_| Fault::of(Code::FileUnreadable))??;
        let names = [Some(here.sealed.name), here.thumb.as_ref().map(|thumb| thumb.sealed.name)];
        let file = NewFile { kind, file_name: Phi::new(file_name(name)), here };
        let added = self.core.write(move |tx| {
            tx.add_draft_file(id, staff, &file)?;
            tx.draft(id, staff)
        });
        match added.await {
            Ok(draft) => Ok(draft_view(draft)),
            Err(error) => {
                for name in names.into_iter().flatten() {
                    let _ = self.core.store.files().remove(name);
                }
                Err(error.into())
            }
        }
    }

    /// Takes a file out of a draft.
    ///
    /// # Errors
    /// When it is not in it.
    pub async fn draft_detach(&self, conversation: &str, file: &str) -> Result<DraftView, WireError> {
        let id: ConversationId = parsed(conversation)?;
        let file: AttachmentId = parsed(file)?;
        let staff = self.core.staff().id;
        let removed = self.core.write(move |tx| {
            let files = tx.remove_draft_file(id, staff, file)?;
            Ok((files, tx.draft(id, staff)?))
        });
        let (files, draft) = removed.await.map_err(Fault::from)?;
        for file in files {
            let _ = self.core.store.files().remove(file.name);
        }
        Ok(draft_view(draft))
    }

    /// Writes a note for staff into the timeline.
    ///
    /// # Errors
    /// [`Code::NothingToSend`] for an empty note.
    pub async fn note_add(&self, conversation: &str, text: &str) -> Result<(), WireError> {
        let id: ConversationId = parsed(conversation)?;
        let text = text.trim();
        if text.is_empty() {
            return Err(WireError::of(Code::NothingToSend));
        }
        if text.len() > LONGEST {
            return Err(WireError::of(Code::TextTooLong).with("most", LONGEST));
        }
        let (text, staff) = (Phi::from(text), self.core.staff().id);
        let added = self.core.write(move |tx| {
            tx.add_note(id, staff, &text)?;
            let stands = tx.draft(id, staff)?.words;
            let words = DraftWords { note: typed_behind(text.reveal(), stands.note.reveal()), ..stands };
            tx.save_draft(id, staff, &words)
        });
        let added: Result<(), StoreError> = added.await;
        Ok(added.map_err(Fault::from)?)
    }
}

/// A time that a draft keeps. It may have passed: it counts when the draft is sent, and is asked for anew then.
fn planned(later: SendLater) -> Result<Later, Fault> {
    Ok(Later { at: moment(later.at)?, unless_they_write: later.unless_they_write })
}

/// What stays of a draft when `sent` leaves it: what was typed behind those words while they were being stored. Anything
/// else in the draft is an earlier state of what was sent, because drafts are kept half a second late.
pub(crate) fn typed_behind(sent: &str, stands: &str) -> Phi<String> {
    let behind = stands.trim_start().strip_prefix(sent.trim()).unwrap_or_default();
    Phi::from(behind.trim_start())
}

/// The name without the folders it came from, and without what a system takes for something else than a name: drives,
/// streams, wildcards, devices, a hidden file. Names come from patients' phones and from providers, so from strangers.
pub(crate) fn file_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |c: char| if r#":*?"<>|"#.contains(c) { '_' } else { c };
    let name: String = name.chars().filter(|c| !c.is_control()).map(plain).take(LONGEST_NAME).collect();
    let name = name.trim_matches(['.', ' ']);
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_device = ["con", "prn", "aux", "nul"].contains(&stem.as_str())
        || (stem.len() == 4
            && (stem.starts_with("com") || stem.starts_with("lpt"))
            && stem.ends_with(|c: char| c.is_ascii_digit()));
    match name {
        "" => "file".to_owned(),
        name if is_device => format!("file {name}"),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_name_and_not_its_folder() {
        assert_eq!(file_name("C:\\Users\\ana\\plan.pdf"), "plan.pdf");
        assert_eq!(file_name("/home/ana/Röntgen 3.png"), "Röntgen 3.png");
        assert_eq!(file_name("  "), "file");
        assert_eq!(file_name("a\u{0}b\n.txt"), "ab.txt");
    }

    #[test]
    fn of_a_draft_stays_what_was_typed_behind_what_was_sent() {
        let stays = |sent, stands| typed_behind(sent, stands).reveal().clone();
        assert_eq!(stays("Yes, at ten.", "Yes, at ten. And bring the card"), "And bring the card");
        assert_eq!(stays("Yes, at ten. ", " Yes, at ten.\n"), "");
        assert_eq!(stays("Yes, at ten.", "Yes, at t"), "", "an earlier state of the same words");
        assert_eq!(stays("", "to a file only"), "to a file only");
    }

    #[test]
    fn a_strangers_name_is_never_a_path_a_drive_or_a_device() {
        for (sent, kept) in [
            ("../../.config/autostart/x.desktop", "x.desktop"),
            ("C:evil.bat", "C_evil.bat"),
            ("plan.pdf:hidden", "plan.pdf_hidden"),
            ("..", "file"),
            (".bashrc", "bashrc"),
            ("NUL.txt", "file NUL.txt"),
            ("com1", "file com1"),
            ("комета.pdf", "комета.pdf"),
        ] {
            assert_eq!(file_name(sent), kept);
        }
    }
}
