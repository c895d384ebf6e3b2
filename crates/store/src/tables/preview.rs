//! The last thing that happened in a conversation, for the list. Made when it happens, not when it is read.

use anteroom_model::{AttachmentKind, CallOutcome, Direction, MessageKind, Phi, RecordingSource};
use serde::{Deserialize, Serialize};

use crate::codes::{Coded, ItemKind};
use crate::column::Fields;
use crate::{Position, ReadTx, Result};

/// The last thing that happened. Texts are cut to 160 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preview {
    /// Words.
    Text {
        /// The words.
        text: Phi<String>,
        /// The practice wrote them.
        ours: bool,
    },
    /// A file.
    Attachment {
        /// The kind of the first; `None` when it is not known any more.
        kind: Option<AttachmentKind>,
        /// Words beside it.
        text: Option<Phi<String>>,
        /// The practice sent it.
        ours: bool,
    },
    /// A call.
    Call {
        /// How it ended.
        outcome: CallOutcome,
        /// The practice rang.
        ours: bool,
        /// Seconds of voicemail, if one was left.
        voicemail_seconds: Option<u32>,
        /// First words of its transcript.
        transcript: Option<Phi<String>>,
    },
    /// A place.
    Location,
    /// A mention in a story, or a share.
    Story,
    /// Something this version cannot show.
    Unsupported,
    /// Taken back.
    TakenBack,
    /// A note for staff.
    Note {
        /// The words.
        text: Phi<String>,
    },
    /// Nothing yet.
    Empty,
}

const LONGEST: usize = 160;

fn cut(text: &str) -> Phi<String> {
    Phi::new(text.chars().take(LONGEST).collect())
}

fn some(text: &str) -> Option<Phi<String>> {
    (!text.is_empty()).then(|| cut(text))
}

impl ReadTx<'_> {
    /// The preview of the newest item.
    pub(super) fn preview_of(&self, newest: Option<Position>) -> Result<Preview> {
        let Some(pos) = newest else { return Ok(Preview::Empty) };
        let read = |row: &rusqlite::Row<'_>| {
            let mut row = Fields::of(row);
            let kind: ItemKind = row.coded()?;
            let ours = row.coded::<Direction>()? == Direction::Outbound;
            let content: MessageKind = row.coded()?;
            let (body, transcript): (String, String) = (row.get()?, row.get()?);
            let taken_back = row.flag()?;
            Ok(match kind {
                ItemKind::Note => Preview::Note { text: cut(&body) },
                ItemKind::Call => self.call_preview(pos, ours, &transcript)?,
                ItemKind::Message if taken_back => Preview::TakenBack,
                ItemKind::Message => match content {
                    MessageKind::Text | MessageKind::Template | MessageKind::StoryReply => {
                        Preview::Text { text: cut(&body), ours }
                    }
                    MessageKind::Media => {
                        Preview::Attachment { kind: self.first_kind(pos)?, text: some(&body), ours }
                    }
                    MessageKind::Location => Preview::Location,
                    MessageKind::StoryMention | MessageKind::Shared => Preview::Story,
                    MessageKind::Unsupported => Preview::Unsupported,
                },
            })
        };
        Ok(self
            .one(
                "SELECT kind, direction, content_kind, body, transcript, taken_back FROM item WHERE pos = ?1",
                [pos],
                read,
            )?
            .unwrap_or(Preview::Empty))
    }

    fn call_preview(&self, pos: Position, ours: bool, transcript: &str) -> Result<Preview> {
        let outcome = CallOutcome::of(self.required("SELECT outcome FROM call WHERE pos = ?1", [pos])?)?;
        let seconds: Option<i64> = self.value(
            "SELECT r.seconds FROM item i JOIN recording r ON r.call_key = i.provider_key
             WHERE i.pos = ?1 AND r.source = ?2 AND r.seconds > 0 ORDER BY r.at LIMIT 1",
            rusqlite::params![pos, RecordingSource::Voicemail.code()],
        )?;
        Ok(Preview::Call {
            outcome,
            ours,
            voicemail_seconds: seconds.and_then(|seconds| u32::try_from(seconds).ok()),
            transcript: some(transcript),
        })
    }

    fn first_kind(&self, pos: Position) -> Result<Option<AttachmentKind>> {
        let kind: Option<i64> =
            self.value("SELECT kind FROM attachment WHERE item = ?1 ORDER BY ordinal LIMIT 1", [pos])?;
        kind.map(AttachmentKind::of).transpose()
    }
}
