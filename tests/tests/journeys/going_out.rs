//! What staff send arrives once, in order, and is never shown as sent when it is not.

use anteroom_desk::views::{
    Code, DeliveryState, DraftSave, FailureView, HoldView, Queue, RowMark, StuckView,
};
use anteroom_sim::{Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes, seconds};

#[tokio::test]
async fn a_press_that_is_repeated_sends_once() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    let reply = anteroom_desk::views::ReplySend {
        later: None,
        conversation: clinic.conversation(yusuf.number()),
        text: "once".into(),
        quote: None,
        files: Vec::new(),
        press: clinic.press(),
    };
    let first = clinic.desk().reply_send(reply.clone()).await.expect("the reply is taken");
    let again = clinic.desk().reply_send(reply).await.expect("the same answer");
    assert_eq!(first.outbox, again.outbox);
    clinic.advance(minutes(1)).await;
    assert_eq!(yusuf.received(), ["once"]);
}

#[tokio::test]
async fn replies_keep_their_order_when_the_first_is_refused_for_now() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.fault(Fault::once(FaultKind::TooMany { retry_after: Some(20) }).method("POST"));
    for text in ["one", "two", "three"] {
        clinic.tries_to_reply(yusuf.number(), text).await.expect("the reply is taken");
    }
    clinic.settle().await;
    assert!(yusuf.received().is_empty(), "the second does not overtake the first");
    assert!(matches!(clinic.delivery(yusuf.number(), "two").await, DeliveryState::Queued { .. }));
    clinic.advance(minutes(2)).await;
    assert_eq!(yusuf.received(), ["one", "two", "three"]);
}

#[tokio::test]
async fn one_stuck_conversation_does_not_hold_up_another() {
    let clinic = Clinic::open().await.with_twilio().await;
    let (ada, ben) =
        (clinic.sim.twilio().patient("+447700900142"), clinic.sim.twilio().patient("+447700900155"));
    ada.writes("hello");
    ben.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.fault(Fault::once(FaultKind::Reset { taken: false }).method("POST"));
    clinic.replies(ada.number(), "to Ada").await;
    clinic.replies(ben.number(), "to Ben").await;
    assert_eq!(ben.received(), ["to Ben"]);
}

#[tokio::test]
async fn an_undone_reply_never_leaves_and_its_words_are_back_in_the_dock() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.undo_seconds(10).await;
    let sent = clinic.replies(yusuf.number(), "too fast").await;
    assert!(matches!(clinic.delivery(yusuf.number(), "too fast").await, DeliveryState::Leaving { .. }));
    clinic.advance(seconds(5)).await;
    let draft = clinic.desk().outbox_undo(&sent.outbox).await.expect("still here");
    assert_eq!(draft.reply, "too fast");
    clinic.advance(minutes(5)).await;
    assert!(yusuf.received().is_empty());
    assert_eq!(clinic.thread(yusuf.number()).await, ["> hello"]);
}

#[tokio::test]
async fn what_is_typed_behind_a_reply_while_it_is_stored_stays_in_the_draft() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    let draft = |reply: &str| DraftSave {
        later: None,
        conversation: clinic.conversation(yusuf.number()),
        reply: reply.to_owned(),
        note: "ask about the card".to_owned(),
        quote: None,
        by: None,
    };
    clinic.desk().draft_save(draft("Yes, at ten. And bring")).await.expect("kept");
    clinic.replies(yusuf.number(), "Yes, at ten.").await;
    let dock = clinic.opens(yusuf.number()).await.composer.draft;
    assert_eq!((dock.reply.as_str(), dock.note.as_str()), ("And bring", "ask about the card"));
    clinic.replies(yusuf.number(), "And bring").await;
    assert_eq!(clinic.opens(yusuf.number()).await.composer.draft.reply, "");
    clinic.desk().note_add(&clinic.conversation(yusuf.number()), "ask about").await.expect("kept");
    assert_eq!(clinic.opens(yusuf.number()).await.composer.draft.note, "the card");
}

#[tokio::test]
async fn a_reply_that_waited_past_its_window_is_held_back_and_not_sent() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142").on_whatsapp();
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.network().down().await;
    clinic.replies(yusuf.number(), "too late").await;
    clinic.advance(minutes(10)).await;
    clinic.clock.advance(hours(24));
    clinic.sim.network().up().await;
    clinic.advance(minutes(5)).await;
    let state = clinic.delivery(yusuf.number(), "too late").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::WindowClosed, .. }), "{state:?}");
    assert!(yusuf.received().is_empty());
    let rows = clinic.queue(Queue::NotSent);
    assert_eq!(rows[0].stuck, Some(StuckView::HeldBack { why: HoldView::WindowClosed }));
    let refused = clinic.tries_to_reply(yusuf.number(), "again").await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::OutsideReplyWindow));
}

#[tokio::test]
async fn who_says_stop_gets_no_more_texts() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    yusuf.opts_out();
    clinic.advance(minutes(1)).await;
    let refused = clinic.tries_to_reply(yusuf.number(), "a text").await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::OptedOut));
    assert!(clinic.opens(yusuf.number()).await.composer.opted_out);
}

#[tokio::test]
async fn a_stop_from_before_the_account_was_connected_is_heeded_although_the_patient_wrote_again() {
    let clinic = Clinic::open().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.opts_out();
    clinic.clock.advance(hours(48));
    yusuf.writes("hello?");
    clinic.clock.advance(hours(24));
    let clinic = clinic.with_twilio().await;
    clinic.advance(minutes(10)).await;
    assert_eq!(clinic.thread(yusuf.number()).await, ["> STOP", "> hello?"]);
    assert!(clinic.opens(yusuf.number()).await.composer.opted_out);
    let refused = clinic.tries_to_reply(yusuf.number(), "a text").await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::OptedOut));
    yusuf.writes("START");
    clinic.advance(minutes(1)).await;
    assert!(!clinic.opens(yusuf.number()).await.composer.opted_out);
}

#[tokio::test]
async fn statuses_move_forward_to_read_and_never_back() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142").on_whatsapp();
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.replies(yusuf.number(), "answer").await;
    let mut before = 0;
    for _ in 0..120 {
        clinic.advance(seconds(5)).await;
        let rank = match clinic.delivery(yusuf.number(), "answer").await {
            DeliveryState::Accepted { .. } => 1,
            DeliveryState::Delivered { .. } => 2,
            DeliveryState::Read { .. } => 3,
            other => panic!("{other:?}"),
        };
        assert!(rank >= before);
        before = rank;
    }
    assert!(before >= 2, "it arrived");
}

#[tokio::test]
async fn a_text_that_is_too_long_is_refused_before_it_is_queued() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.writes("hello");
    clinic.advance(minutes(1)).await;
    let refused = clinic.tries_to_reply(maria.id(), &"ü".repeat(501)).await;
    let error = refused.map(drop).expect_err("too long");
    assert_eq!(error.code, Code::TextTooLong);
    assert_eq!(error.params.get("most").map(String::as_str), Some("1000"));
}

#[tokio::test]
async fn a_number_without_whatsapp_ends_as_a_failure_with_a_reason_and_the_next_reply_is_not_held_up() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142").on_whatsapp();
    yusuf.writes("I am leaving WhatsApp");
    clinic.advance(minutes(1)).await;
    yusuf.has_no_whatsapp();
    clinic.replies(yusuf.number(), "too late").await;
    assert!(
        matches!(clinic.delivery(yusuf.number(), "too late").await, DeliveryState::Accepted { .. }),
        "Twilio takes it first"
    );
    clinic.advance(minutes(5)).await;
    let state = clinic.delivery(yusuf.number(), "too late").await;
    let DeliveryState::Failed { why, .. } = &state else { panic!("it failed: {state:?}") };
    assert_eq!(*why, FailureView::Unreachable);
    assert_eq!(yusuf.never_received(), [("too late".to_owned(), 63003)]);
    assert!(yusuf.received().is_empty());
    let row = clinic.queue(Queue::NotSent).remove(0);
    assert_eq!((row.mark, row.not_sent), (RowMark::NotSent, 1), "the list says so");
    clinic.replies(yusuf.number(), "and another").await;
    clinic.advance(minutes(5)).await;
    assert_eq!(yusuf.never_received().len(), 2, "it left and failed for itself");
}
