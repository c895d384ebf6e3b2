use anteroom_model::{AttachmentKind, RecordingSource};
use serde_json::{Value, json};

use super::super::payload::{self, OlderTranscript, Sentence, Sound, VoiceTranscript};
use super::super::words::{is_ready, of_older, of_voice, recording};
use super::{noon, rows, time};

const RECORDINGS: &str = include_str!("../fixtures/recordings.json");
const TRANSCRIPT: &str = include_str!("../fixtures/transcript.json");

fn sound(n: usize) -> Sound {
    payload::row(&rows(RECORDINGS, "recordings")[n - 1]).expect("readable")
}

#[test]
fn a_voicemail_is_what_the_caller_left_after_the_tone() {
    let voicemail = recording(&sound(1), None, noon()).expect("a recording");
    assert_eq!(voicemail.source, RecordingSource::Voicemail);
    assert_eq!((voicemail.seconds, voicemail.at), (18, time("2026-11-20T10:00:32Z")));
    assert_eq!(voicemail.call, "CA00000000000000000000000000000021");
    let audio = voicemail.audio.expect("sound");
    assert_eq!((audio.kind, audio.mime.as_deref()), (AttachmentKind::Audio, Some("audio/mpeg")));
}

#[test]
fn a_recorded_leg_belongs_to_its_call_and_an_encrypted_one_is_no_sound() {
    let talk = recording(&sound(2), Some("CA00000000000000000000000000000011"), noon()).expect("a recording");
    assert_eq!(talk.source, RecordingSource::Conversation);
    assert_eq!(talk.call, "CA00000000000000000000000000000011");
    assert_eq!(talk.audio.expect("a file").kind, AttachmentKind::File);
}

#[test]
fn silence_is_told_and_what_is_not_ready_waits() {
    assert!(is_ready(&sound(3)) && !is_ready(&sound(4)));
    assert_eq!(recording(&sound(3), None, noon()).expect("told").audio, None);
    assert!(is_ready(&sound(5)), "an unknown status is kept");
    assert!(recording(&sound(5), None, noon()).expect("told").audio.is_some());
}

#[test]
fn sentences_come_in_order_and_know_their_side_where_twilio_does() {
    let raw: Value = serde_json::from_str(TRANSCRIPT).expect("a fixture");
    let row: VoiceTranscript = payload::row(&raw).expect("readable");
    let sentences = || -> Vec<Sentence> {
        raw["sentences"].as_array().expect("a list").iter().filter_map(payload::row).collect()
    };
    let transcript = of_voice(&row, sentences()).expect("words");
    assert_eq!(transcript.recording, "RE00000000000000000000000000000002");
    let said: Vec<(&str, Option<bool>, Option<f32>)> =
        transcript.lines.iter().map(|line| (line.text.as_str(), line.ours, line.start)).collect();
    assert_eq!(
        said,
        [
            ("Hello, I need to move my visit.", Some(false), Some(0.4)),
            ("Of course.", Some(true), Some(2.5)),
            ("Thank you.", None, None),
        ]
    );
    assert_eq!(transcript.lines[1].confidence, Some(0.9));
}

#[test]
fn words_without_a_recording_are_nobodys() {
    let row: VoiceTranscript =
        payload::row(&json!({ "sid": "GT1", "channel": { "type": "audio" } })).expect("a row");
    let sentence: Sentence = payload::row(&json!({ "transcript": "Hello" })).expect("a row");
    assert_eq!(of_voice(&row, vec![sentence]), None);
    let older = json!({ "sid": "TR1", "recording_sid": "RE1", "status": "completed", "transcription_text": "Call me" });
    let older = of_older(payload::row::<OlderTranscript>(&older).expect("a row")).expect("words");
    assert_eq!((older.recording.as_str(), older.lines[0].text.as_str()), ("RE1", "Call me"));
}
