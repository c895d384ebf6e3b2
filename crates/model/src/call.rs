//! Telephone calls, recordings and their words.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Phi, RemoteAttachment, RemoteThread};

/// Who rang whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallDirection {
    /// The patient rang.
    Inbound,
    /// The practice rang.
    Outbound,
}

/// How a call ended, or that it has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallOutcome {
    /// Ringing or waiting.
    Ringing,
    /// People are talking.
    InProgress,
    /// People talked.
    Answered,
    /// Nobody at the practice took it.
    Missed,
    /// The other side was busy.
    Busy,
    /// The other side did not answer.
    NoAnswer,
    /// It could not be put through.
    Failed,
    /// Given up before it was answered.
    Cancelled,
}

impl CallOutcome {
    /// Whether the call is over.
    pub const fn is_over(self) -> bool {
        !matches!(self, Self::Ringing | Self::InProgress)
    }
}

/// One call, parent and legs folded into one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallRecord {
    /// The provider's id (`CA…` of the parent).
    pub provider_id: String,
    /// The other side, and our number.
    pub thread: RemoteThread,
    /// Who rang.
    pub direction: CallDirection,
    /// How it ended.
    pub outcome: CallOutcome,
    /// When it began.
    pub started_at: Timestamp,
    /// Seconds people talked; 0 when nobody answered.
    pub talk_seconds: u32,
    /// Seconds it rang, if known.
    pub ring_seconds: Option<u32>,
}

/// Why a recording exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordingSource {
    /// The caller left a message.
    Voicemail,
    /// A conversation was recorded.
    Conversation,
}

/// A recording at the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// The provider's id (`RE…`).
    pub provider_id: String,
    /// The call it belongs to.
    pub call: String,
    /// Why it exists.
    pub source: RecordingSource,
    /// Length in seconds.
    pub seconds: u32,
    /// When it was made.
    pub at: Timestamp,
    /// The sound; `None` when nothing was said ("no message left").
    pub audio: Option<RemoteAttachment>,
}

/// A few words of a recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TranscriptLine {
    /// Seconds from the start, if known.
    pub start: Option<f32>,
    /// What was understood.
    pub text: Phi<String>,
    /// 0 to 1, if known.
    pub confidence: Option<f32>,
    /// Whether the practice speaks (two-channel recordings only).
    pub ours: Option<bool>,
}

/// The words of a recording, made by a machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Transcript {
    /// The provider's id (`GT…`, `TR…`).
    pub provider_id: String,
    /// The recording (`RE…`).
    pub recording: String,
    /// The lines in order.
    pub lines: Vec<TranscriptLine>,
}

/// A call that staff want to place: the desk phone rings first, then the patient.
#[derive(Clone, Debug)]
pub struct CallRequest {
    /// The desk phone (E.164).
    pub desk_phone: String,
    /// Our number, shown to the patient.
    pub from: String,
    /// The patient.
    pub to: Phi<String>,
}

/// The provider took the call request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallPlaced {
    /// The provider's id.
    pub provider_id: String,
}

/// How a placed call is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallProgress {
    /// The desk phone rings.
    RingingDesk,
    /// The desk phone was picked up; the patient's rings.
    RingingPatient,
    /// Both talk.
    Talking,
    /// It is over.
    Over(CallOutcome),
}
