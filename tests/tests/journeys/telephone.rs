//! Calls in the same list as messages: missed ones, voicemail with its words, and ringing back.

use anteroom_desk::views::{CallEnd, CallProgressView, Code, FetchState, ItemBody, RecordingView};
use anteroom_model::Clock;
use anteroom_sim::twilio::Voicemail;
use anteroom_sim::{Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes, seconds};

#[tokio::test]
async fn a_voicemail_waits_for_an_answer_with_its_sound_and_its_words() {
    let clinic = Clinic::open().await.with_twilio().await;
    let ben = clinic.sim.twilio().patient("+447700900177");
    ben.leaves_voicemail(&Voicemail::saying("My crown came loose again", 9));
    clinic.advance(minutes(15)).await;
    assert_eq!(clinic.waiting().len(), 1);
    let view = clinic.opens(ben.number()).await;
    let ItemBody::Call(call) = &view.items[0].body else { panic!("a call") };
    let recording = &call.recordings[0];
    assert!(recording.voicemail && !recording.transcript.is_empty());
    let audio = recording.audio.as_ref().expect("a sound");
    assert_eq!(audio.state, FetchState::Here);
    assert!(audio.seconds.is_some());
    let found = clinic.desk().search("crown", None).expect("a search");
    assert_eq!(found.messages.len(), 1, "its words are found");
}

/// Ben's voicemail on the card of his call, and what Twilio calls it.
async fn a_voicemail(clinic: &Clinic) -> (String, RecordingView) {
    let ben = clinic.sim.twilio().patient("+447700900177");
    ben.leaves_voicemail(&Voicemail::saying("My crown came loose again", 9));
    clinic.advance(minutes(15)).await;
    let recording = recording_of(clinic).await;
    let audio = recording.audio.as_ref().expect("a sound").id.parse().expect("an id");
    let there = clinic.desk().store().read(|tx| tx.recording_of(audio)).expect("readable");
    let (_, there) = there.expect("a recording");
    assert!(!clinic.sim.twilio().recording_is_deleted(&there));
    (there, recording)
}

async fn recording_of(clinic: &Clinic) -> RecordingView {
    let view = clinic.opens("+447700900177").await;
    let ItemBody::Call(call) = &view.items[0].body else { panic!("a call") };
    call.recordings[0].clone()
}

#[tokio::test]
async fn a_recording_is_deleted_at_twilio_and_goes_on_playing_here() {
    let clinic = Clinic::open().await.with_twilio().await;
    let (there, before) = a_voicemail(&clinic).await;
    let audio = before.audio.clone().expect("a sound");
    assert!(!before.deleted_at_provider && before.deleted_at_provider_on.is_none());
    let noted = clinic.desk().store().read(|tx| tx.audit_length()).expect("readable");
    clinic.desk().recording_delete_at_provider(&audio.id).await.expect("deleted there");
    assert!(clinic.sim.twilio().recording_is_deleted(&there));
    let after = recording_of(&clinic).await;
    assert!(after.deleted_at_provider);
    assert_eq!(after.deleted_at_provider_on, Some(clinic.clock.now().into()));
    assert_eq!(after.transcript, before.transcript, "its words stay");
    assert_eq!(clinic.desk().store().read(|tx| tx.audit_length()).expect("readable"), noted + 1);
    let file = clinic.desk().file_open(&audio.id, false).await.expect("still playable");
    assert!(file.length > 44);
    // What Twilio no longer lists changes nothing here.
    clinic.advance(hours(2)).await;
    assert_eq!(recording_of(&clinic).await, after);
    clinic.desk().recording_delete_at_provider(&audio.id).await.expect("gone is gone");
}

#[tokio::test]
async fn a_recording_that_is_damaged_here_stays_at_twilio() {
    let clinic = Clinic::open().await.with_twilio().await;
    let (there, recording) = a_voicemail(&clinic).await;
    let audio = recording.audio.expect("a sound");
    let mut paths = vec![clinic.folder().join("files")];
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(std::fs::read_dir(path).expect("a folder").flatten().map(|entry| entry.path()));
        } else {
            let mut bytes = std::fs::read(&path).expect("readable");
            *bytes.last_mut().expect("bytes") ^= 1;
            std::fs::write(&path, bytes).expect("writable");
        }
    }
    let refused = clinic.desk().recording_delete_at_provider(&audio.id).await;
    assert_eq!(refused.map_err(|error| error.code), Err(Code::RecordingNotHere));
    assert!(!clinic.sim.twilio().recording_is_deleted(&there));
    assert!(!recording_of(&clinic).await.deleted_at_provider);
}

#[tokio::test]
async fn only_recordings_are_deleted_at_the_provider_and_only_when_it_says_so() {
    let clinic = Clinic::open().await.with_twilio().await;
    let (there, recording) = a_voicemail(&clinic).await;
    let audio = recording.audio.expect("a sound");
    clinic.sim.network().down().await;
    let offline = clinic.desk().recording_delete_at_provider(&audio.id).await;
    assert_eq!(offline.map_err(|error| error.code), Err(Code::Offline));
    clinic.sim.network().up().await;
    assert!(!clinic.sim.twilio().recording_is_deleted(&there));
    assert!(!recording_of(&clinic).await.deleted_at_provider);

    let eva = clinic.sim.twilio().patient("+447700900188");
    eva.sends_photo("before and after");
    clinic.advance(minutes(2)).await;
    let view = clinic.opens(eva.number()).await;
    let ItemBody::Message(message) = &view.items[0].body else { panic!("a message") };
    let photo = clinic.desk().recording_delete_at_provider(&message.attachments[0].id).await;
    assert_eq!(photo.map_err(|error| error.code), Err(Code::NotFound));
}

#[tokio::test]
async fn a_missed_call_is_told_and_an_answered_one_waits_for_nobody() {
    let clinic = Clinic::open().await.with_twilio().await;
    clinic.advance(minutes(1)).await;
    let (ben, eva) =
        (clinic.sim.twilio().patient("+447700900177"), clinic.sim.twilio().patient("+447700900188"));
    ben.rings_in_vain();
    eva.rings_and_talks(40);
    clinic.advance(minutes(5)).await;
    let waiting = clinic.waiting();
    assert_eq!(waiting.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["+44 7700 900177"]);
    let told: u32 = clinic.heard.all().iter().map(|news| news.calls).sum();
    assert_eq!(told, 1);
}

#[tokio::test]
async fn whoever_has_just_called_is_named_for_ten_minutes() {
    let clinic = Clinic::open().await.with_twilio().await;
    clinic.advance(minutes(1)).await;
    assert_eq!(clinic.desk().calling_now().expect("an answer"), None);
    let eva = clinic.sim.twilio().patient("+447700900188");
    eva.rings_and_talks(40);
    clinic.advance(minutes(5)).await;
    let caller = clinic.desk().calling_now().expect("an answer").expect("somebody");
    assert_eq!(caller.conversation, clinic.conversation(eva.number()));
    assert_eq!(caller.name, "+44 7700 900188");
    clinic.advance(minutes(10)).await;
    assert_eq!(clinic.desk().calling_now().expect("an answer"), None);
}

#[tokio::test]
async fn staff_ring_back_and_the_call_stands_in_the_thread_with_who_placed_it() {
    let clinic = Clinic::open().await.with_twilio().await;
    let ben = clinic.sim.twilio().patient("+447700900177");
    ben.rings_in_vain();
    clinic.advance(minutes(5)).await;
    let conversation = clinic.conversation(ben.number());
    let ticket = clinic.desk().call_place(&conversation).await.expect("placed");
    let mut last = clinic.desk().call_progress(&ticket.call).await.expect("progress");
    for _ in 0..60 {
        clinic.advance(seconds(5)).await;
        last = clinic.desk().call_progress(&ticket.call).await.expect("progress");
        if matches!(last, CallProgressView::Over { .. }) {
            break;
        }
    }
    assert!(matches!(last, CallProgressView::Over { outcome: CallEnd::Answered }), "{last:?}");
    clinic.advance(minutes(5)).await;
    let view = clinic.opens(ben.number()).await;
    let by = view.items.iter().find_map(|item| match &item.body {
        ItemBody::Call(call) if call.ours => call.by.clone(),
        _ => None,
    });
    assert_eq!(by.as_deref(), Some("Ana Kovač"));
}

#[tokio::test]
async fn without_a_desk_phone_no_call_is_placed() {
    let clinic = Clinic::open().await.with_twilio().await;
    let ben = clinic.sim.twilio().patient("+447700900177");
    ben.writes("call me");
    clinic.advance(minutes(1)).await;
    let settings = anteroom_desk::views::Settings { desk_phone: None, ..Default::default() };
    clinic.desk().settings_save(settings).await.expect("kept");
    let refused = clinic.desk().call_place(&clinic.conversation(ben.number())).await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::NoDeskPhone));
}

#[tokio::test]
async fn a_call_whose_answer_was_lost_is_perhaps_ringing_and_is_looked_for() {
    let clinic = Clinic::open().await.with_twilio().await;
    let ben = clinic.sim.twilio().patient("+447700900177");
    ben.rings_in_vain();
    clinic.advance(minutes(5)).await;
    let id = clinic.conversation(ben.number());
    let lost = FaultKind::Reset { taken: true };
    clinic.sim.fault(Fault::once(lost).host("api.twilio.com").method("POST"));
    let unclear = clinic.desk().call_place(&id).await;
    assert_eq!(unclear.map(drop).map_err(|error| error.code), Err(Code::CallUnclear));
    assert!(clinic.desk().settle().await.expect("rest") > 0, "it is looked for at once");
    clinic.advance(minutes(5)).await;
    let items = clinic.opens(ben.number()).await.items;
    let ours = items.iter().filter(|item| matches!(&item.body, ItemBody::Call(call) if call.ours)).count();
    assert_eq!(ours, 1, "it was placed, once");
}

/// The same clinic with another number for the telephone at the desk.
async fn with_desk_phone(clinic: &Clinic, desk_phone: &str) {
    let settings =
        anteroom_desk::views::Settings { desk_phone: Some(desk_phone.into()), ..Default::default() };
    clinic.desk().settings_save(settings).await.expect("kept");
}

#[tokio::test]
async fn a_call_that_twilio_refuses_is_not_placed_and_says_what_to_do() {
    let clinic = Clinic::open().await.with_twilio().await;
    let ben = clinic.sim.twilio().patient("+447700900177");
    ben.rings_in_vain();
    clinic.advance(minutes(5)).await;
    let id = clinic.conversation(ben.number());
    for (desk_phone, code, number) in
        [("+15005550001", Code::DeskPhoneRefused, "21217"), ("+15005550003", Code::CallNotAllowed, "21215")]
    {
        with_desk_phone(&clinic, desk_phone).await;
        let refused = clinic.desk().call_place(&id).await.expect_err("refused");
        assert_eq!(refused.code, code);
        assert_eq!(refused.params.get("code").map(String::as_str), Some(number), "to look it up");
    }
    clinic.advance(minutes(5)).await;
    let items = clinic.opens(ben.number()).await.items;
    assert!(
        !items.iter().any(|item| matches!(&item.body, ItemBody::Call(call) if call.ours)),
        "nobody was rung"
    );
}
