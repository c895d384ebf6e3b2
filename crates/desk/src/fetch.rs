//! Fetching files: after their message is here, as often as it takes, sealed before they touch the disk.
//!
//! Holds: a message is shown at once and its files follow; what a file is, its bytes decide; a link that has died or a
//! provider that forbids keeping is said plainly and not tried for ever.
//! Refused: fetching inside intake (one slow picture would hold up every message behind it).
//! On a crash: the row still says "to be fetched"; a sealed file without a row is swept at the next start.

use std::sync::Arc;

use anteroom_model::{
    AttachmentId, AttachmentKind, BoxFuture, ConnectorError, FailureKind, MediaBody, Retry, later, pause,
};
use anteroom_store::sealed::{SealedError, SealedFolder};
use anteroom_store::{DueFile, HereFile, Thumb};
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use jiff::{SignedDuration, Timestamp};

use crate::core::Core;
use crate::media;
use crate::sweep::swept;
use crate::tasks::{Bell, NextWake, Turn};

/// Larger files are not kept; the largest that a channel carries are 100 MB (WhatsApp documents).
pub const MOST_BYTES: u64 = 100 * 1024 * 1024;
/// At the same time; more would crowd out replies on a slow line.
const AT_ONCE: usize = 3;
const BATCH: u32 = 20;
/// After this many attempts a file without a date of death counts as gone.
const MOST_TRIES: u32 = 12;
const DISK_RETRY: SignedDuration = SignedDuration::from_mins(1);
const OFFLINE: SignedDuration = SignedDuration::from_mins(1);
/// An account that needs a sign-in: its files wait for that, looked at rarely.
const ASLEEP: SignedDuration = SignedDuration::from_mins(15);

/// The loop that fetches files.
pub struct Fetch {
    core: Arc<Core>,
    bell: Bell,
}

impl Fetch {
    /// The loop.
    pub fn new(core: Arc<Core>) -> Self {
        let bell = core.bells.files.clone();
        Self { core, bell }
    }

    async fn round(&self) -> NextWake {
        swept(&self.core).await;
        loop {
            let now = self.core.clock.now();
            let due = self.core.read(|tx| tx.attachments_due(now, BATCH)).unwrap_or_default();
            if due.is_empty() {
                break;
            }
            let mut rest = due.into_iter();
            let mut under_way: FuturesUnordered<_> =
                rest.by_ref().take(AT_ONCE).map(|file| self.one(file)).collect();
            let mut disk_says_no = false;
            while let Some(done) = under_way.next().await {
                disk_says_no |= done.is_err();
                if let Some(file) = rest.next() {
                    under_way.push(self.one(file));
                }
            }
            if disk_says_no {
                return Some(now + DISK_RETRY);
            }
        }
        self.core.read(|tx| tx.attachment_next_due()).ok().flatten()
    }

    /// Fetches one file. An error means that the disk or the store refused: nothing was lost, and nothing was noted.
    async fn one(&self, due: DueFile) -> Result<(), DiskSaysNo> {
        let file = due.file;
        let (id, now) = (file.id, self.core.clock.now());
        let Some(remote) = file.remote else { return self.gone(id, FailureKind::NotFound).await };
        if file.available_until.is_some_and(|end| end <= now) {
            return self.gone(id, FailureKind::NotFound).await;
        }
        let Some(line) = self.core.lines.of(file.account).filter(|line| line.is_active()) else {
            return self.again(id, now + ASLEEP, FailureKind::SignInNeeded).await;
        };
        match line.connector.media(&remote, MOST_BYTES).await {
            Ok(body) => self.keep(id, file.kind, body).await,
            Err(error) => {
                tracing::warn!(
                    event = "file_not_fetched",
                    provider = line.account.provider.as_str(),
                    status = ?error.kind,
                    http = error.http,
                    attempt = file.tries + 1
                );
                if error.kind == FailureKind::SignInNeeded {
                    crate::accounts::lost_right(&self.core, &line).await;
                }
                match after(&error, file.tries + 1, file.available_until, now, self.core.dice.jitter()) {
                    After::Again(at) => self.again(id, at, error.kind).await,
                    After::Gone => self.gone(id, error.kind).await,
                    After::NotKept => self.store(move |tx| tx.attachment_not_kept(id)).await,
                }
            }
        }
    }

    async fn keep(&self, id: AttachmentId, kind: AttachmentKind, body: MediaBody) -> Result<(), DiskSaysNo> {
        let folder = self.core.store.clone();
        let sealed = tokio::task::spawn_blocking(move || seal(folder.files(), kind, &body)).await;
        let here = match sealed {
            Ok(Ok(here)) => here,
            Ok(Err(_)) => return Err(DiskSaysNo),
            // Reading the file broke something of ours; it is tried again later, and less and less often.
            Err(_) => {
                let at = self.core.clock.now() + ASLEEP;
                return self.again(id, at, FailureKind::OurFault).await;
            }
        };
        let names = [Some(here.sealed.name), here.thumb.as_ref().map(|thumb| thumb.sealed.name)];
        let removed = self.core.write(move |tx| tx.attachment_here(id, &here)).await;
        let Ok(removed) = removed else {
            // Without its row the file is noise; whatever stays is swept at the next start.
            for name in names.into_iter().flatten() {
                let _ = self.core.store.files().remove(name);
            }
            return Err(DiskSaysNo);
        };
        for file in removed {
            let _ = self.core.store.files().remove(file.name);
        }
        Ok(())
    }

    async fn again(&self, id: AttachmentId, at: Timestamp, why: FailureKind) -> Result<(), DiskSaysNo> {
        self.store(move |tx| tx.attachment_retry_at(id, at, why)).await
    }

    async fn gone(&self, id: AttachmentId, why: FailureKind) -> Result<(), DiskSaysNo> {
        self.store(move |tx| tx.attachment_gone(id, why)).await
    }

    async fn store(
        &self,
        f: impl FnOnce(&mut anteroom_store::WriteTx<'_>) -> Result<(), anteroom_store::StoreError>
        + Send
        + 'static,
    ) -> Result<(), DiskSaysNo> {
        match self.core.write(f).await {
            // Taken back meanwhile: there is nothing to note any more.
            Ok(()) | Err(anteroom_store::StoreError::NotFound) => Ok(()),
            Err(_) => Err(DiskSaysNo),
        }
    }
}

/// The disk or the store refused.
struct DiskSaysNo;

/// Looks into a file and seals it, and a small picture of it.
pub(crate) fn seal(
    folder: &SealedFolder,
    claimed: AttachmentKind,
    body: &MediaBody,
) -> Result<HereFile, SealedError> {
    let sniffed = media::sniff(&body.bytes, body.mime.as_deref());
    // A sticker is a picture by its bytes; that it is a sticker only the provider knows.
    let sticker = claimed == AttachmentKind::Sticker && sniffed.kind == AttachmentKind::Image;
    let picture = (sniffed.kind == AttachmentKind::Image).then(|| media::picture(&body.bytes)).flatten();
    let sound = match sniffed.kind {
        AttachmentKind::Audio | AttachmentKind::Video => media::sound(&body.bytes, &sniffed.mime),
        _ => media::Sound::default(),
    };
    let thumb = match &picture {
        Some(picture) => {
            let sealed = folder.seal(picture.thumbnail.as_slice())?;
            Some(Thumb { sealed, mime: "image/jpeg".to_owned() })
        }
        None => None,
    };
    Ok(HereFile {
        sealed: folder.seal(&*body.bytes)?,
        mime: sniffed.mime,
        kind: (!sticker).then_some(sniffed.kind),
        dimensions: picture.map(|picture| (picture.width, picture.height)),
        seconds: sound.seconds,
        waveform: sound.waveform,
        thumb,
    })
}

/// What to do after a failed attempt.
#[derive(Debug, PartialEq, Eq)]
enum After {
    Again(Timestamp),
    Gone,
    NotKept,
}

fn after(
    error: &ConnectorError,
    tries: u32,
    until: Option<Timestamp>,
    now: Timestamp,
    jitter: anteroom_model::Jitter,
) -> After {
    match error.kind {
        FailureKind::ContentRefused => return After::NotKept,
        FailureKind::NotFound | FailureKind::HostRefused => return After::Gone,
        _ => {}
    }
    let wait = match error.retry {
        // What waits for the network is woken when it is back.
        Retry::Soon if error.kind == FailureKind::Offline => OFFLINE,
        Retry::Soon => pause(tries, jitter),
        Retry::After(asked) => SignedDuration::try_from(asked).unwrap_or(ASLEEP).max(pause(tries, jitter)),
        Retry::WhenReconnected => ASLEEP,
        Retry::Never => return After::Gone,
    };
    if until.is_none() && tries >= MOST_TRIES && !error.kind.nobody_asked() {
        return After::Gone;
    }
    // The last attempt is made just before the link dies rather than just after.
    let at = later(now, wait);
    After::Again(
        until.map_or(at, |until| at.min(until - SignedDuration::from_secs(10)).max(now + pause(1, jitter))),
    )
}

impl Turn for Fetch {
    fn name(&self) -> &'static str {
        "fetch"
    }

    fn bell(&self) -> &Bell {
        &self.bell
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(self.round())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anteroom_model::Jitter;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn check(kind: FailureKind, retry: Retry, tries: u32, until: Option<i64>, expected: After) {
        let until = until.map(|seconds| NOW + SignedDuration::from_secs(seconds));
        assert_eq!(after(&ConnectorError::new(kind, retry), tries, until, NOW, Jitter(0.5)), expected);
    }

    fn at(seconds: i64) -> After {
        After::Again(NOW + SignedDuration::from_secs(seconds))
    }

    #[test]
    fn files_are_tried_until_they_are_gone_and_not_for_ever() {
        use FailureKind::{ContentRefused, NotFound, Offline, ProviderDown};
        check(ProviderDown, Retry::Soon, 3, None, at(8));
        check(ProviderDown, Retry::Soon, 12, None, After::Gone);
        check(Offline, Retry::Soon, 500, None, at(60));
        check(ProviderDown, Retry::Soon, 12, Some(100), at(90));
        check(NotFound, Retry::Never, 1, None, After::Gone);
        check(ContentRefused, Retry::Never, 1, None, After::NotKept);
    }
}
