use anteroom_model::{
    CallDirection, CallOutcome, CallProgress, CallRecord, CallRequest, FailureKind, InboundEvent, Phi,
    Recording, RecordingSource, Retry, RevocationOutcome, Transcript,
};
use anteroom_sim::twilio::{DESK_PHONE, Voicemail};
use anteroom_sim::{Fault, FaultKind};

use crate::desk::{Desk, connector};

fn calls(events: &[InboundEvent]) -> Vec<&CallRecord> {
    let calls = events.iter().filter_map(|event| match event {
        InboundEvent::Call(call) => Some(call),
        _ => None,
    });
    calls.collect()
}

fn recordings(events: &[InboundEvent]) -> Vec<&Recording> {
    let recordings = events.iter().filter_map(|event| match event {
        InboundEvent::Recording(recording) => Some(recording),
        _ => None,
    });
    recordings.collect()
}

fn transcripts(events: &[InboundEvent]) -> Vec<&Transcript> {
    let transcripts = events.iter().filter_map(|event| match event {
        InboundEvent::Transcript(transcript) => Some(transcript),
        _ => None,
    });
    transcripts.collect()
}

#[tokio::test]
async fn a_call_is_one_entry_from_its_first_ring_to_its_end() {
    let mut desk = Desk::open().await;
    desk.read("calls").await;
    let id = desk.patient("+15550100001").rings_and_talks(60);
    let mut outcomes = Vec::new();
    for wait in [0, 2, 4, 60, 20] {
        desk.wait(wait);
        let told = desk.read("calls").await;
        assert!(calls(&told).iter().all(|call| call.provider_id == id), "never a leg of its own");
        outcomes.extend(calls(&told).iter().map(|call| (call.outcome, call.talk_seconds)));
    }
    assert_eq!(
        outcomes,
        [
            (CallOutcome::Ringing, 0),
            (CallOutcome::Ringing, 0),
            (CallOutcome::InProgress, 0),
            (CallOutcome::Answered, 60),
        ],
        "and nothing is told twice"
    );
}

#[tokio::test]
async fn a_call_in_vain_is_missed_and_belongs_to_the_caller() {
    let mut desk = Desk::open().await;
    desk.patient("+447700900142").rings_in_vain();
    desk.wait(120);
    let told = desk.read("calls").await;
    let [call] = calls(&told)[..] else { panic!("one call") };
    assert_eq!(
        (call.direction, call.outcome, call.talk_seconds),
        (CallDirection::Inbound, CallOutcome::Missed, 0)
    );
    assert_eq!(call.thread.with.handle.reveal(), "+447700900142");
    assert_eq!(call.thread.ours, desk.sim.twilio().number());
}

#[tokio::test]
async fn a_voicemail_comes_with_its_call_then_its_words_and_can_be_heard() {
    let mut desk = Desk::open().await;
    desk.read("recordings").await;
    let spoken = Voicemail::saying("Hello, this is about Friday.\nPlease ring me back.", 12);
    let call = desk.patient("+15550100001").leaves_voicemail(&spoken);
    desk.wait(60);
    let told = desk.read("recordings").await;
    assert!(
        matches!(told.first(), Some(InboundEvent::Call(first)) if first.provider_id == call),
        "its call first"
    );
    let [recording] = recordings(&told)[..] else { panic!("one recording") };
    assert_eq!((recording.source, recording.seconds), (RecordingSource::Voicemail, 12));
    assert_eq!(recording.call, call);
    let recording = recording.clone();

    desk.wait(60);
    let told = desk.read("recordings").await;
    let [words] = transcripts(&told)[..] else { panic!("its words, later") };
    assert_eq!(words.recording, recording.provider_id);
    let lines: Vec<&str> = words.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(lines, ["Hello, this is about Friday.", "Please ring me back."]);
    assert!(recordings(&told).is_empty() && calls(&told).is_empty(), "nothing is told twice");

    let audio = recording.audio.expect("sound");
    let body = desk.connector.media(&audio, 10_000_000).await.expect("its bytes");
    assert!(body.mime.as_deref().is_some_and(|mime| mime.starts_with("audio/")) && !body.bytes.is_empty());
    desk.connector.delete_media(&audio).await.expect("deleted");
    assert!(desk.sim.twilio().recording_is_deleted(&recording.provider_id));
    desk.connector.delete_media(&audio).await.expect("not there counts as done");
    let gone = desk.connector.media(&audio, 10_000_000).await.expect_err("deleted");
    assert_eq!((gone.kind, gone.retry), (FailureKind::NotFound, Retry::Never));
}

#[tokio::test]
async fn a_caller_who_says_nothing_leaves_no_message() {
    let mut desk = Desk::open().await;
    desk.patient("+15550100001").leaves_voicemail(&Voicemail::silence());
    desk.wait(120);
    let told = desk.read("recordings").await;
    let [recording] = recordings(&told)[..] else { panic!("told all the same") };
    assert_eq!((recording.source, &recording.audio), (RecordingSource::Voicemail, &None));
}

#[tokio::test]
async fn a_recording_is_told_when_its_sound_is_there() {
    let mut desk = Desk::open().await;
    desk.patient("+15550100001").leaves_voicemail(&Voicemail::saying("Hello.", 12));
    desk.wait(39);
    assert!(recordings(&desk.read("recordings").await).is_empty(), "its sound is not there yet");
    desk.wait(10);
    let told = desk.read("recordings").await;
    assert_eq!(recordings(&told).len(), 1);
}

#[tokio::test]
async fn without_voice_intelligence_the_older_transcriptions_speak() {
    let mut desk = Desk::open().await;
    desk.sim.twilio().intelligence(false);
    desk.patient("+15550100001").leaves_voicemail(&Voicemail::saying("Please ring me back.", 12));
    desk.wait(300);
    let told = desk.read("recordings").await;
    let ([recording], [words]) = (&recordings(&told)[..], &transcripts(&told)[..]) else {
        panic!("one of each")
    };
    assert_eq!(words.recording, recording.provider_id);
    assert!(words.lines[0].text.contains("Please ring me back."));
    assert!(transcripts(&desk.read("recordings").await).is_empty(), "nothing is told twice");
}

#[tokio::test]
async fn a_voicemail_does_not_wait_for_words_that_cannot_be_had() {
    for what in
        [FaultKind::Reset { taken: false }, FaultKind::Down { status: 500, taken: false, retry_after: None }]
    {
        let mut desk = Desk::open().await;
        let wall = desk.sim.fault(Fault::always(what).host("intelligence.twilio.com"));
        for (number, words) in [("+15550100001", "Please ring me back."), ("+15550100002", "It hurts.")] {
            desk.patient(number).leaves_voicemail(&Voicemail::saying(words, 12));
            desk.wait(200);
            let told = desk.read("recordings").await;
            assert_eq!((recordings(&told).len(), transcripts(&told).len()), (1, 0));
        }
        let asked = desk.sim.fault_hits(wall);
        assert_eq!(asked, 1, "a silent host is not waited for with every poll");
        desk.sim.clear_faults();
        desk.wait(101);
        let told = desk.read("recordings").await;
        assert!(recordings(&told).is_empty());
        let mut said: Vec<&str> = transcripts(&told).iter().map(|one| one.lines[0].text.as_str()).collect();
        said.sort_unstable();
        assert_eq!(said, ["It hurts.", "Please ring me back."], "none is lost");
        assert!(desk.read("recordings").await.is_empty());
    }
}

#[tokio::test]
async fn a_transcript_that_does_not_open_holds_no_other_up_and_is_asked_for_again() {
    let mut desk = Desk::open().await;
    let ill = FaultKind::Down { status: 500, taken: false, retry_after: None };
    for words in ["One.", "Two.", "Three."] {
        desk.patient("+15550100001").leaves_voicemail(&Voicemail::saying(words, 12));
        desk.wait(300);
    }
    let said = |told: &[InboundEvent]| -> Vec<String> {
        transcripts(told).iter().map(|one| one.lines[0].text.reveal().clone()).collect()
    };
    let sick = desk.sim.fault(Fault::once(ill).path("/Sentences").after(1).times(3));
    let mut told = said(&desk.read("recordings").await);
    assert_eq!((told.len(), desk.sim.fault_hits(sick)), (1, 2), "the newest first, two would not open");
    assert!(desk.read("recordings").await.is_empty(), "not with every poll");
    desk.wait(301);
    told.extend(said(&desk.read("recordings").await));
    assert_eq!((told.len(), desk.sim.fault_hits(sick)), (2, 3));
    // They do not depend on being within sight of the list.
    desk.wait(40 * 24 * 3600);
    desk.patient("+15550100001").leaves_voicemail(&Voicemail::saying("Four.", 12));
    desk.wait(300);
    told.extend(said(&desk.read("recordings").await));
    told.sort_unstable();
    assert_eq!(told, ["Four.", "One.", "Three.", "Two."]);
}

#[tokio::test]
async fn the_desk_rings_first_and_then_the_patient() {
    let mut desk = Desk::open().await;
    let patient = desk.patient("+15550100001");
    let request = CallRequest {
        desk_phone: DESK_PHONE.to_owned(),
        from: desk.sim.twilio().number().to_owned(),
        to: Phi::from(patient.number()),
    };
    let placed = desk.connector.place_call(&request).await.expect("placed");
    let mut seen = Vec::new();
    for _ in 0..100 {
        let progress = desk.connector.call_progress(&placed.provider_id).await.expect("its progress");
        if seen.last() != Some(&progress) {
            seen.push(progress);
        }
        desk.wait(1);
    }
    assert_eq!(
        seen,
        [
            CallProgress::RingingDesk,
            CallProgress::RingingPatient,
            CallProgress::Talking,
            CallProgress::Over(CallOutcome::Answered),
        ]
    );
    let told = desk.read("calls").await;
    let [call] = calls(&told)[..] else { panic!("one call") };
    assert_eq!((call.direction, call.outcome), (CallDirection::Outbound, CallOutcome::Answered));
    assert_eq!(
        (&call.provider_id, call.thread.with.handle.as_str()),
        (&placed.provider_id, patient.number())
    );
}

#[tokio::test]
async fn a_patient_who_does_not_pick_up_was_not_reached() {
    let desk = Desk::open().await;
    let patient = desk.patient("+15550100001");
    patient.does_not_pick_up();
    let request = CallRequest {
        desk_phone: DESK_PHONE.to_owned(),
        from: desk.sim.twilio().number().to_owned(),
        to: Phi::from(patient.number()),
    };
    let placed = desk.connector.place_call(&request).await.expect("placed");
    desk.wait(120);
    let progress = desk.connector.call_progress(&placed.provider_id).await.expect("its progress");
    assert_eq!(progress, CallProgress::Over(CallOutcome::NoAnswer));
}

#[tokio::test]
async fn a_key_that_may_not_delete_itself_is_left_to_the_person() {
    let desk = Desk::open().await;
    assert_eq!(desk.connector.revoke().await.outcome, RevocationOutcome::ByHand);
    let twilio = desk.sim.twilio();
    let (main, secret) = twilio.main_key();
    let powerful = connector(&desk.sim, &desk.clock, main, secret);
    assert_eq!(powerful.revoke().await.outcome, RevocationOutcome::Revoked);
    assert!(twilio.key_is_deleted(main));
    desk.sim.network().down().await;
    assert_eq!(desk.connector.revoke().await.outcome, RevocationOutcome::Unreachable);
}
