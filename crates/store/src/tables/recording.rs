//! Recordings of calls and their words. Each may arrive before what it belongs to.

use anteroom_model::{AccountId, AttachmentId, Recording, RecordingSource, Transcript, TranscriptLine};
use jiff::Timestamp;
use rusqlite::params;

use super::item::{ProviderKey, Sort, provider_key};
use crate::codes::Coded;
use crate::column::{Fields, from_json, ms, to_json};
use crate::{AttachmentRow, Position, ReadTx, Result, Topic, WriteTx};

/// A recording.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordingRow {
    /// The provider's id.
    pub provider_id: String,
    /// Voicemail or a conversation.
    pub source: RecordingSource,
    /// Seconds.
    pub seconds: u32,
    /// When it was made.
    pub at: Timestamp,
    /// The sound; `None` when nothing was said.
    pub audio: Option<AttachmentRow>,
    /// Machine transcript; empty when there is none.
    pub transcript: Vec<TranscriptLine>,
    /// The audio was deleted at the provider.
    pub deleted_there: bool,
    /// When that was; `None` if it was not, or before the store kept it (version 1).
    pub deleted_there_at: Option<Timestamp>,
}

impl ReadTx<'_> {
    pub(super) fn recordings_of(&self, call: ProviderKey) -> Result<Vec<RecordingRow>> {
        let rows = self.all(
            "SELECT r.provider_id, r.source, r.seconds, r.at, r.deleted_there, r.deleted_there_at, r.attachment,
                    t.lines
             FROM recording r LEFT JOIN transcript t ON t.recording_key = r.recording_key
             WHERE r.call_key = ?1 ORDER BY r.at",
            [call],
            |row| {
                let mut row = Fields::of(row);
                let recording = RecordingRow {
                    provider_id: row.get()?,
                    source: row.coded()?,
                    seconds: row.get()?,
                    at: row.time()?,
                    deleted_there: row.flag()?,
                    deleted_there_at: row.maybe_time()?,
                    audio: None,
                    transcript: Vec::new(),
                };
                let file: Option<i64> = row.get()?;
                let lines: Option<String> = row.get()?;
                let transcript = lines.map(|lines| from_json(&lines)).transpose()?.unwrap_or_default();
                Ok((RecordingRow { transcript, ..recording }, file))
            },
        )?;
        rows.into_iter()
            .map(|(recording, file)| {
                let audio = file.map(|file| self.attachment_at(file)).transpose()?.flatten();
                Ok(RecordingRow { audio, ..recording })
            })
            .collect()
    }

    /// The recording that a sound belongs to, as its account and the provider call it.
    pub fn recording_of(&self, attachment: AttachmentId) -> Result<Option<(AccountId, String)>> {
        self.one(
            "SELECT a.id, r.provider_id FROM attachment f JOIN recording r ON r.attachment = f.row
             JOIN account a ON a.row = f.account WHERE f.id = ?1",
            [attachment.as_bytes()],
            |row| {
                let mut row = Fields::of(row);
                Ok((row.id(AccountId::from_uuid)?, row.get()?))
            },
        )
    }
}

impl WriteTx<'_> {
    /// A recording, or news about one. The sound to be fetched, if this made one.
    pub fn upsert_recording(
        &mut self,
        account: AccountId,
        recording: &Recording,
    ) -> Result<Option<AttachmentId>> {
        let key = provider_key(account, Sort::Recording, &recording.provider_id);
        let call = provider_key(account, Sort::Call, &recording.call);
        let known: Option<Option<i64>> =
            self.value("SELECT attachment FROM recording WHERE recording_key = ?1", [key])?;
        self.execute(
            "INSERT INTO recording (recording_key, call_key, provider_id, source, seconds, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (recording_key) DO UPDATE SET source = excluded.source, seconds = excluded.seconds",
            params![
                key,
                call,
                recording.provider_id,
                recording.source.code(),
                recording.seconds,
                ms(recording.at)
            ],
        )?;
        let mut added = None;
        if let (None | Some(None), Some(audio)) = (known, &recording.audio) {
            let account = self.account_key(account)?;
            let (file, id) = self.add_remote_file(account, None, 0, audio, Some(recording.seconds))?;
            self.change("UPDATE recording SET attachment = ?2 WHERE recording_key = ?1", params![key, file])?;
            added = Some(id);
        }
        if let Some(pos) = self.item_by_key(call)? {
            self.join_recordings(call, pos)?;
        }
        Ok(added)
    }

    /// The words of a recording. A second transcript of the same recording takes the place of the first.
    pub fn put_transcript(&mut self, account: AccountId, transcript: &Transcript) -> Result<()> {
        let key = provider_key(account, Sort::Recording, &transcript.recording);
        self.execute(
            "INSERT INTO transcript (recording_key, provider_id, lines) VALUES (?1, ?2, ?3)
             ON CONFLICT (recording_key) DO UPDATE SET provider_id = excluded.provider_id, lines = excluded.lines",
            params![key, transcript.provider_id, to_json(&transcript.lines)?],
        )?;
        let call: Option<ProviderKey> =
            self.value("SELECT call_key FROM recording WHERE recording_key = ?1", [key])?;
        if let Some(call) = call
            && let Some(pos) = self.item_by_key(call)?
        {
            self.join_recordings(call, pos)?;
        }
        Ok(())
    }

    /// The provider has deleted its copy of a recording's sound.
    pub fn recording_deleted_there(&mut self, attachment: AttachmentId) -> Result<()> {
        let row = self.attachment_key(attachment)?;
        self.change(
            "UPDATE recording SET deleted_there = 1, deleted_there_at = ?2 WHERE attachment = ?1",
            params![row, ms(self.now())],
        )?;
        // What is not here yet can never be fetched now.
        self.execute(
            "UPDATE attachment SET state = 3, due_at = NULL WHERE row = ?1 AND state IN (0, 1)",
            [row],
        )?;
        self.touch_attachment(row)
    }

    /// Brings together a call and what was recorded of it, whichever came first.
    pub(super) fn join_recordings(&mut self, call: ProviderKey, pos: Position) -> Result<()> {
        self.execute(
            "UPDATE attachment SET item = ?2
             WHERE row IN (SELECT attachment FROM recording WHERE call_key = ?1) AND item IS NULL",
            params![call, pos],
        )?;
        let mut words = String::new();
        for recording in self.recordings_of(call)? {
            for line in recording.transcript {
                if !words.is_empty() {
                    words.push('\n');
                }
                words.push_str(line.text.reveal());
            }
        }
        self.execute(
            "UPDATE item SET transcript = ?2 WHERE pos = ?1 AND transcript <> ?2",
            params![pos, words],
        )?;
        self.refresh_files(pos)?;
        self.set_role(pos)?;
        self.touch(Topic::Attachments);
        Ok(())
    }

    /// Tells those who look at the conversation of a file.
    pub(super) fn touch_attachment(&mut self, row: i64) -> Result<()> {
        self.touch(Topic::Attachments);
        let pos: Option<Position> =
            self.value::<Option<Position>>("SELECT item FROM attachment WHERE row = ?1", [row])?.flatten();
        match pos {
            Some(pos) => self.refresh_files(pos),
            None => Ok(()),
        }
    }
}
