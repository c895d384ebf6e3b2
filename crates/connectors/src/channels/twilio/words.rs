//! Recordings and transcripts in our words. Pure.
//!
//! Holds: `RecordVerb` is the one source that makes a voicemail; every other records people talking. Which side of a
//! two-channel recording is ours is said only where Twilio names the participants.

use anteroom_model::{
    AttachmentKind, Phi, Recording, RecordingSource, RemoteAttachment, Transcript, TranscriptLine,
};
use jiff::Timestamp;
use serde_json::Value;

use super::convert::remote;
use super::media::Place;
use super::payload::{OlderTranscript, Sentence, Sound, VoiceTranscript};

/// Whether the sound is there to be fetched, or will never be. A status that we do not know counts as ready: fetching
/// finds out.
pub(super) fn is_ready(row: &Sound) -> bool {
    !matches!(
        row.status.as_deref(),
        None | Some("in-progress" | "paused" | "stopped" | "processing" | "deleted")
    )
}

/// When it was made.
pub(super) fn made_at(row: &Sound) -> Option<Timestamp> {
    row.start_time.or(row.date_created)
}

/// A recording. `parent` is the call that its leg belongs to, where that is known.
pub(super) fn recording(row: &Sound, parent: Option<&str>, now: Timestamp) -> Option<Recording> {
    let call = parent.or(row.call_sid.as_deref())?;
    let silent = row.status.as_deref() == Some("absent");
    Some(Recording {
        provider_id: row.sid.clone(),
        call: call.to_owned(),
        source: match row.source.as_deref() {
            Some("RecordVerb") => RecordingSource::Voicemail,
            _ => RecordingSource::Conversation,
        },
        seconds: u32::try_from(row.duration.unwrap_or(0)).unwrap_or(0),
        at: made_at(row).unwrap_or(now),
        audio: (!silent).then(|| audio(row)),
    })
}

fn audio(row: &Sound) -> RemoteAttachment {
    let place = Place::Recording(row.sid.clone());
    if row.encryption_details.is_object() {
        return remote(place, AttachmentKind::File, Some("application/octet-stream".into()));
    }
    remote(place, AttachmentKind::Audio, Some("audio/mpeg".into()))
}

/// The words of an older transcription.
pub(super) fn of_older(row: OlderTranscript) -> Option<Transcript> {
    let text = row.transcription_text?;
    let line = TranscriptLine { start: None, text: Phi::new(text), confidence: None, ours: None };
    Some(Transcript { provider_id: row.sid, recording: row.recording_sid?, lines: vec![line] })
}

/// The words of a Voice Intelligence transcript; `None` if it does not belong to a recording or has no words.
pub(super) fn of_voice(row: &VoiceTranscript, mut sentences: Vec<Sentence>) -> Option<Transcript> {
    let named = row.source_sid.as_deref().filter(|sid| is_recording(sid));
    let recording = named.or_else(|| recording_in(&row.channel, 0))?.to_owned();
    sentences.sort_by_key(|sentence| sentence.sentence_index.unwrap_or(i64::MAX));
    let lines: Vec<TranscriptLine> = sentences
        .into_iter()
        .filter_map(|sentence| {
            Some(TranscriptLine {
                start: sentence
                    .start_time
                    .map(|seconds| seconds as f32)
                    .filter(|seconds| seconds.is_finite()),
                text: Phi::new(sentence.transcript?),
                confidence: sentence
                    .confidence
                    .map(|of_one| of_one as f32)
                    .filter(|of_one| of_one.is_finite()),
                ours: sentence.media_channel.and_then(|channel| is_ours(&row.channel, channel)),
            })
        })
        .collect();
    (!lines.is_empty()).then(|| Transcript { provider_id: row.sid.clone(), recording, lines })
}

fn is_recording(sid: &str) -> bool {
    sid.len() == 34 && sid.starts_with("RE")
}

/// The first recording that is named anywhere: the specification leaves this object open.
fn recording_in(value: &Value, depth: u8) -> Option<&str> {
    match value {
        Value::String(text) => is_recording(text).then_some(text),
        Value::Object(fields) if depth < 4 => {
            fields.values().find_map(|value| recording_in(value, depth + 1))
        }
        Value::Array(items) if depth < 4 => items.iter().find_map(|value| recording_in(value, depth + 1)),
        _ => None,
    }
}

/// Whether the practice speaks on a channel, by what the participants are called.
fn is_ours(channel: &Value, number: i64) -> Option<bool> {
    let participants = channel.get("participants")?.as_array().filter(|all| all.len() > 1)?;
    let participant = participants.iter().find(|one| {
        one.get("channel_participant")
            .is_some_and(|at| at.as_i64().or_else(|| at.as_str()?.parse().ok()) == Some(number))
    })?;
    let says = |word: &str| {
        ["role", "user_id"].iter().any(|member| {
            participant
                .get(member)
                .and_then(Value::as_str)
                .is_some_and(|text| text.to_ascii_lowercase().contains(word))
        })
    };
    if ["agent", "desk", "staff"].into_iter().any(says) {
        Some(true)
    } else if ["customer", "patient", "caller"].into_iter().any(says) {
        Some(false)
    } else {
        None
    }
}
