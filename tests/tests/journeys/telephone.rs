//! Calls in the same list as messages: missed ones, voicemail with its words, and ringing back.

use anteroom_desk::views::{CallEnd, CallProgressView, Code, FetchState, ItemBody, Queue};
use anteroom_sim::twilio::Voicemail;
use anteroom_tests::{Clinic, minutes, seconds};

#[tokio::test]
async fn a_voicemail_waits_for_an_answer_with_its_sound_and_its_words() {
    let clinic = Clinic::open().await.with_twilio().await;
    let ben = clinic.sim.twilio().patient("+447700900177");
    ben.leaves_voicemail(&Voicemail::saying("My crown came loose again", 9));
    clinic.advance(minutes(15)).await;
    assert_eq!(clinic.queue(Queue::Waiting).len(), 1);
    let view = clinic.opens(ben.number()).await;
    let ItemBody::Call(call) = &view.items[0].body else { panic!("a call") };
    let recording = &call.recordings[0];
    assert!(recording.voicemail && !recording.transcript.is_empty());
    let audio = recording.audio.as_ref().expect("a sound");
    assert_eq!(audio.state, FetchState::Here);
    assert!(audio.seconds.is_some());
    let found = clinic.desk().search("crown", None).expect("a search");
    assert_eq!(found.messages.len(), 1, "its words are found");

    clinic.desk().recording_delete_at_provider(&audio.id).await.expect("deleted there");
    let view = clinic.opens(ben.number()).await;
    let ItemBody::Call(call) = &view.items[0].body else { panic!("a call") };
    assert!(call.recordings[0].deleted_at_provider);
    let audio = call.recordings[0].audio.as_ref().expect("still here");
    let file = clinic.desk().file_open(&audio.id, false).await.expect("still playable");
    assert!(file.length > 44);
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
    let waiting = clinic.queue(Queue::Waiting);
    assert_eq!(waiting.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["+44 7700 900177"]);
    let told: u32 = clinic.heard.all().iter().map(|news| news.calls).sum();
    assert_eq!(told, 1);
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
