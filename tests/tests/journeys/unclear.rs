//! Sends of which nobody knows whether they left: shown as unknown, looked for, never sent again by the program.

use anteroom_desk::views::{DeliveryState, HoldView};
use anteroom_sim::{Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes};

/// Answers that leave open whether the message was taken.
fn ambiguous(taken: bool) -> Vec<FaultKind> {
    let mut faults =
        vec![FaultKind::Reset { taken }, FaultKind::Down { status: 500, taken, retry_after: None }];
    // An answer that cannot be read leaves it open too; the simulator makes up the last two without looking.
    faults.extend(if taken {
        vec![FaultKind::Truncated { bytes: 5 }]
    } else {
        vec![FaultKind::Garbage, FaultKind::Html]
    });
    faults
}

#[tokio::test]
async fn a_text_that_was_taken_is_found_again_and_was_sent_once() {
    for fault in ambiguous(true) {
        let clinic = Clinic::open().await.with_twilio().await;
        let yusuf = clinic.sim.twilio().patient("+447700900142");
        yusuf.writes("hello");
        clinic.advance(minutes(1)).await;
        clinic.sim.fault(Fault::once(fault.clone()).method("POST").path("Messages"));
        clinic.replies(yusuf.number(), "answer").await;
        clinic.advance(minutes(10)).await;
        assert_eq!(yusuf.received(), ["answer"], "{fault:?}");
        let state = clinic.delivery(yusuf.number(), "answer").await;
        assert!(
            matches!(state, DeliveryState::Accepted { .. } | DeliveryState::Delivered { .. }),
            "{fault:?}: {state:?}"
        );
        assert_eq!(clinic.thread(yusuf.number()).await, ["> hello", "< answer"], "{fault:?}");
    }
}

#[tokio::test]
async fn an_instagram_message_that_was_taken_is_found_again_and_was_sent_once() {
    for fault in ambiguous(true) {
        let clinic = Clinic::open().await.with_instagram().await;
        let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
        maria.writes("hello");
        clinic.advance(minutes(1)).await;
        clinic.sim.fault(Fault::once(fault.clone()).method("POST").path("messages"));
        clinic.replies(maria.id(), "answer").await;
        clinic.advance(minutes(10)).await;
        assert_eq!(maria.received(), ["answer"], "{fault:?}");
        assert_eq!(clinic.thread(maria.id()).await, ["> hello", "< answer"], "{fault:?}");
        let state = clinic.delivery(maria.id(), "answer").await;
        assert!(!matches!(state, DeliveryState::Unknown { .. }), "{fault:?}: {state:?}");
    }
}

#[tokio::test]
async fn a_text_that_was_not_taken_is_never_sent_by_the_program_alone() {
    for fault in ambiguous(false) {
        let clinic = Clinic::open().await.with_twilio().await;
        let yusuf = clinic.sim.twilio().patient("+447700900142");
        yusuf.writes("hello");
        clinic.advance(minutes(1)).await;
        clinic.sim.fault(Fault::once(fault.clone()).method("POST").path("Messages"));
        let sent = clinic.replies(yusuf.number(), "answer").await;
        let state = clinic.delivery(yusuf.number(), "answer").await;
        assert!(matches!(state, DeliveryState::Unknown { .. }), "{fault:?}: {state:?}");
        clinic.advance(hours(2)).await;
        assert!(yusuf.received().is_empty(), "{fault:?}");
        let state = clinic.delivery(yusuf.number(), "answer").await;
        assert!(
            matches!(state, DeliveryState::HeldBack { why: HoldView::NotSent, .. }),
            "{fault:?}: {state:?}"
        );
        clinic.desk().outbox_retry(&sent.outbox).await.expect("a person decides");
        clinic.advance(minutes(1)).await;
        assert_eq!(yusuf.received(), ["answer"], "{fault:?}");
    }
}

#[tokio::test]
async fn an_unknown_send_holds_back_what_follows_in_its_conversation_only() {
    let clinic = Clinic::open().await.with_twilio().await;
    let (ada, ben) =
        (clinic.sim.twilio().patient("+447700900142"), clinic.sim.twilio().patient("+447700900155"));
    ada.writes("hello");
    ben.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.fault(Fault::once(FaultKind::Reset { taken: true }).method("POST").path("Messages"));
    // Looking for it fails too for a while.
    clinic.replies(ada.number(), "first").await;
    clinic.tries_to_reply(ada.number(), "second").await.expect("the reply is taken");
    clinic.replies(ben.number(), "to Ben").await;
    assert_eq!(ben.received(), ["to Ben"]);
    assert_eq!(ada.received(), ["first"]);
    clinic.advance(minutes(10)).await;
    assert_eq!(ada.received(), ["first", "second"]);
}
