//! Calls, recordings, their words, and calls that the desk places.

use anteroom_sim::twilio::{DESK_PHONE, NUMBER, Voicemail};
use reqwest::Method;
use serde_json::json;

use crate::clinic::{Clinic, each};

const ANA: &str = "+15550100001";

#[tokio::test]
async fn a_missed_call_is_a_completed_parent_with_an_unanswered_child() {
    let clinic = Clinic::open().await;
    let call = clinic.sim.twilio().patient(ANA).rings_in_vain();
    let ringing = clinic.get("Calls.json?StartTime%3E=2026-11-22").await;
    assert_eq!(each(&ringing.rows("/calls"), "status"), ["ringing"]);
    clinic.after(60_000);
    let calls = clinic.get("Calls.json").await.rows("/calls");
    assert_eq!(calls.len(), 2);
    let child = clinic.get(&format!("Calls.json?ParentCallSid={call}")).await;
    assert_eq!(child.text("/calls/0/status"), "no-answer");
    assert_eq!(child.text("/calls/0/duration"), "0");
    let parent = clinic.get(&format!("Calls/{call}.json")).await;
    assert_eq!((parent.text("/status"), parent.text("/direction")), ("completed".into(), "inbound".into()));
    assert_eq!(parent.at("/parent_call_sid"), &json!(null));
    assert_eq!(clinic.get("Recordings.json").await.rows("/recordings").len(), 0);
    assert_eq!(clinic.get("Calls.json?StartTime%3C=2026-11-22").await.rows("/calls").len(), 0);
}

#[tokio::test]
async fn an_answered_call_talks_on_both_legs() {
    let clinic = Clinic::open().await;
    let call = clinic.sim.twilio().patient(ANA).rings_and_talks(55);
    clinic.after(30_000);
    assert_eq!(clinic.get(&format!("Calls/{call}.json")).await.text("/status"), "in-progress");
    assert_eq!(clinic.delete(&format!("Calls/{call}.json")).await.code(), (400, 20009, None));
    clinic.after(60_000);
    let child = clinic.get(&format!("Calls.json?ParentCallSid={call}&Status=completed")).await;
    assert_eq!(
        (child.text("/calls/0/duration"), child.text("/calls/0/to")),
        ("55".into(), DESK_PHONE.into())
    );
    assert_eq!(clinic.delete(&format!("Calls/{call}.json")).await.status, 204);
}

#[tokio::test]
async fn a_voicemail_becomes_sound_and_then_words() {
    let clinic = Clinic::open().await;
    let voicemail = Voicemail::saying("Hello, this is Ana.\nI need to move my visit.", 12);
    let call = clinic.sim.twilio().patient(ANA).leaves_voicemail(&voicemail);
    clinic.after(30_000);
    let early = clinic.get(&format!("Calls/{call}/Recordings.json")).await;
    assert_eq!(early.text("/recordings/0/status"), "processing");
    let sid = early.text("/recordings/0/sid");
    assert_eq!(clinic.get(&format!("Recordings/{sid}.mp3")).await.code(), (404, 20404, None));
    clinic.after(15_000);
    let ready = clinic.get(&format!("Recordings.json?CallSid={call}")).await;
    assert_eq!(ready.text("/recordings/0/status"), "completed");
    assert_eq!(
        (ready.text("/recordings/0/duration"), ready.text("/recordings/0/source")),
        ("12".into(), "RecordVerb".into())
    );
    assert_eq!(ready.at("/recordings/0/channels"), &json!(1));
    let redirect = clinic.twilio(Method::GET, &format!("Recordings/{sid}.mp3")).send().await.unwrap();
    let there = redirect.headers()["location"].to_str().unwrap().strip_prefix("https://").unwrap().to_owned();
    let sound = clinic.raw(&there).await.bytes().await.unwrap();
    assert_eq!((&sound[..4], sound.len()), (&b"RIFF"[..], 44 + 12 * 16_000));
    let words = format!("intelligence.twilio.com/v2/Transcripts?SourceSid={sid}&Status=completed");
    assert_eq!(clinic.get(&words).await.rows("/transcripts").len(), 0);
    clinic.after(30_000);
    let transcript = clinic.get(&words).await.text("/transcripts/0/sid");
    let sentences =
        clinic.get(&format!("intelligence.twilio.com/v2/Transcripts/{transcript}/Sentences")).await;
    assert_eq!(
        each(&sentences.rows("/sentences"), "transcript"),
        ["Hello, this is Ana.", "I need to move my visit."]
    );
    assert_eq!(
        clinic.delete(&format!("intelligence.twilio.com/v2/Transcripts/{transcript}")).await.status,
        204
    );
    assert_eq!(clinic.delete(&format!("Recordings/{sid}.json")).await.status, 204);
    assert!(clinic.sim.twilio().recording_is_deleted(&sid));
    assert_eq!(clinic.raw(&there).await.status(), 404);
    assert_eq!(clinic.delete(&format!("Recordings/{sid}.json")).await.code(), (404, 20404, None));
    let kept = clinic.get("Recordings.json?IncludeSoftDeleted=true").await;
    assert_eq!(kept.text("/recordings/0/status"), "deleted");
}

#[tokio::test]
async fn silence_is_an_absent_recording() {
    let clinic = Clinic::open().await;
    clinic.sim.twilio().patient(ANA).leaves_voicemail(&Voicemail::silence());
    clinic.after(60_000);
    let row = clinic.get("Recordings.json").await;
    assert_eq!(row.text("/recordings/0/status"), "absent");
    assert_eq!(row.at("/recordings/0/error_code"), &json!(16102));
}

#[tokio::test]
async fn an_account_without_voice_intelligence_has_the_older_words() {
    let clinic = Clinic::open().await;
    clinic.sim.twilio().intelligence(false);
    clinic.sim.twilio().patient(ANA).leaves_voicemail(&Voicemail::saying("Call me.", 6));
    clinic.after(120_000);
    assert_eq!(clinic.get("intelligence.twilio.com/v2/Services").await.rows("/services").len(), 0);
    assert_eq!(clinic.get("intelligence.twilio.com/v2/Transcripts").await.rows("/transcripts").len(), 0);
    let words = clinic.get("Transcriptions.json").await;
    assert_eq!(words.text("/transcriptions/0/transcription_text"), "Call me.");
    let sid = words.text("/transcriptions/0/sid");
    assert_eq!(clinic.delete(&format!("Transcriptions/{sid}.json")).await.status, 204);
    assert_eq!(clinic.get("Transcriptions.json").await.rows("/transcriptions").len(), 0);
}

#[tokio::test]
async fn a_placed_call_rings_the_desk_first_and_then_the_patient() {
    let clinic = Clinic::open().await;
    clinic.sim.twilio().patient(ANA);
    let twiml = r#"<Response><Dial callerId="+15550100099" timeout="30"><Number>+15550100001</Number></Dial></Response>"#;
    let place = async |to: &str, from: &str, twiml: &str| {
        clinic.post("Calls.json", &[("To", to), ("From", from), ("Timeout", "25"), ("Twiml", twiml)]).await
    };
    assert_eq!(place("", NUMBER, twiml).await.code(), (400, 21201, None));
    assert_eq!(place(DESK_PHONE, "", twiml).await.code(), (400, 21213, None));
    assert_eq!(place(DESK_PHONE, ANA, twiml).await.code(), (400, 21210, None));
    assert_eq!(place("12", NUMBER, twiml).await.code(), (400, 21217, None));
    assert_eq!(place(DESK_PHONE, NUMBER, "").await.code(), (400, 21205, None));
    assert_eq!(place(DESK_PHONE, NUMBER, "<Response>").await.code(), (400, 12100, None));
    assert_eq!(
        place(DESK_PHONE, NUMBER, &twiml.replace("<Number>+", "<Number>")).await.code(),
        (400, 13224, None)
    );
    let placed = place(DESK_PHONE, NUMBER, twiml).await;
    assert_eq!((placed.status, placed.text("/status").as_str()), (201, "queued"));
    let sid = placed.text("/sid");
    let both = async || {
        let parent = clinic.get(&format!("Calls/{sid}.json")).await.text("/status");
        let child = clinic.get(&format!("Calls.json?ParentCallSid={sid}")).await;
        (parent, child.text("/calls/0/status"))
    };
    clinic.after(2000);
    assert_eq!(both().await, ("ringing".into(), "".into()));
    clinic.after(5000);
    assert_eq!(both().await, ("in-progress".into(), "ringing".into()));
    clinic.after(5000);
    assert_eq!(both().await, ("in-progress".into(), "in-progress".into()));
    let hang_up = clinic.post(&format!("Calls/{sid}.json"), &[("Status", "completed")]).await;
    assert_eq!(hang_up.text("/status"), "completed");
    assert_eq!(
        clinic.post(&format!("Calls/{sid}.json"), &[("Status", "completed")]).await.code(),
        (400, 21220, None)
    );
}
