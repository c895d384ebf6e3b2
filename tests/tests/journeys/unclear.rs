//! Sends of which nobody knows whether they left: shown as unknown, looked for, never sent again by the program.

use anteroom_desk::views::{
    ConnectRequest, DeliveryState, HoldView, Queue as ShownQueue, RowMark, StuckView,
};
use anteroom_model::{Clock, Content, Direction, InboundMessage, Origin, RemoteIdentity, RemoteThread};
use anteroom_sim::{Fault, FaultKind};
use anteroom_store::{Queue, StoreError};
use anteroom_tests::{Clinic, hours, minutes, seconds};

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
        // The list does not say "not sent" of what may have been sent: whoever believed it would send it twice.
        let row = clinic.queue(ShownQueue::NotSent).remove(0);
        assert_eq!((row.mark, row.unclear, row.stuck), (RowMark::Unclear, 1, None), "{fault:?}");
        assert_eq!(clinic.waiting().len(), 1, "{fault:?}");
        clinic.advance(hours(2)).await;
        assert!(yusuf.received().is_empty(), "{fault:?}");
        let row = clinic.queue(ShownQueue::NotSent).remove(0);
        let stuck = Some(StuckView::HeldBack { why: HoldView::NotSent });
        assert_eq!((row.mark, row.unclear, row.stuck), (RowMark::NotSent, 0, stuck), "{fault:?}");
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

#[tokio::test]
async fn an_unknown_send_waits_no_longer_than_the_outage_in_which_nobody_could_be_asked() {
    let clinic = Clinic::open().await.with_twilio().await;
    let ada = clinic.sim.twilio().patient("+447700900142");
    ada.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.fault(Fault::once(FaultKind::Reset { taken: false }).method("POST").path("Messages"));
    clinic.replies(ada.number(), "first").await;
    clinic.tries_to_reply(ada.number(), "second").await.expect("the reply is taken");
    clinic.sim.network().down().await;
    // Longer than the program looks for what it cannot find: not being able to look is another matter.
    clinic.advance(hours(80)).await;
    let state = clinic.delivery(ada.number(), "first").await;
    assert!(matches!(state, DeliveryState::Unknown { checking: true, .. }), "{state:?}");
    clinic.sim.network().up().await;
    clinic.advance(minutes(1)).await;
    // Now it is known that it never left: a person decides, and the next one is not held up any more.
    let state = clinic.delivery(ada.number(), "first").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::NotSent, .. }), "{state:?}");
    assert_eq!(ada.received(), ["second"]);
}

#[tokio::test]
async fn an_unknown_send_is_looked_for_as_soon_as_somebody_signed_in_again() {
    let clinic = Clinic::open().await;
    let account = clinic.connect(clinic.instagram_request()).await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.fault(Fault::once(FaultKind::Reset { taken: false }).method("POST").path("messages"));
    clinic.replies(maria.id(), "answer").await;
    clinic.sim.instagram().revoke_token();
    clinic.advance(hours(2)).await;
    let state = clinic.delivery(maria.id(), "answer").await;
    assert!(matches!(state, DeliveryState::Unknown { checking: true, .. }), "{state:?}");
    let rights = ["instagram_business_basic", "instagram_business_manage_messages"];
    let request = ConnectRequest::Instagram { token: clinic.sim.instagram().issue_token(&rights, hours(48)) };
    clinic.desk().account_sign_in(&account.id, request).await.expect("signed in");
    clinic.settle().await;
    let state = clinic.delivery(maria.id(), "answer").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::NotSent, .. }), "{state:?}");
    assert!(maria.received().is_empty());
}

#[tokio::test]
async fn a_text_that_the_provider_lists_in_other_letters_is_found_and_never_offered_to_be_sent_again() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    let written = "It\u{2019}s fine";
    clinic.sim.fault(Fault::once(FaultKind::Reset { taken: false }).method("POST").path("Messages"));
    clinic.sim.fault(Fault::always(FaultKind::Reset { taken: false }).method("GET").path("Messages"));
    clinic.replies(yusuf.number(), written).await;
    // It was taken, and what the provider lists has plain quotation marks.
    yusuf.hears_from_another_tool("It's fine");
    clinic.advance(seconds(4)).await;
    clinic.sim.clear_faults();
    // The listing is read before anybody looks for the message.
    clinic.desk().looking(true);
    clinic.settle().await;
    assert_eq!(clinic.thread(yusuf.number()).await.len(), 3, "nobody recognises it yet");
    clinic.advance(minutes(10)).await;
    let state = clinic.delivery(yusuf.number(), written).await;
    assert!(matches!(state, DeliveryState::Accepted { .. } | DeliveryState::Delivered { .. }), "{state:?}");
    assert_eq!(clinic.thread(yusuf.number()).await, ["> hello".to_owned(), format!("< {written}")]);
}

#[tokio::test]
async fn of_two_like_texts_that_waited_for_the_network_the_lost_one_is_not_taken_for_the_other() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.network().down().await;
    clinic.replies(yusuf.number(), "OK").await;
    let second = clinic.replies(yusuf.number(), "OK").await;
    clinic.advance(hours(1)).await;
    clinic.sim.fault(Fault::once(FaultKind::Reset { taken: false }).method("POST").path("Messages").after(1));
    clinic.sim.network().up().await;
    clinic.advance(hours(2)).await;
    assert_eq!(yusuf.received(), ["OK"]);
    let state = clinic.delivery(yusuf.number(), "OK").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::NotSent, .. }), "{state:?}");
    clinic.desk().outbox_retry(&second.outbox).await.expect("a person decides");
    clinic.advance(minutes(1)).await;
    assert_eq!(yusuf.received(), ["OK", "OK"]);
}

/// A clinic with one patient, and the id that the provider will give to the next text.
async fn clinic_before_an_answer() -> Clinic {
    let clinic = Clinic::open().await.with_twilio().await;
    clinic.sim.twilio().patient("+447700900142").writes("hello");
    clinic.advance(minutes(1)).await;
    clinic
}

#[tokio::test]
async fn an_answer_with_the_id_of_another_message_leaves_the_send_unknown() {
    let number = "+447700900142";
    let rehearsal = clinic_before_an_answer().await;
    let sent = rehearsal.replies(number, "answer").await;
    let outbox = sent.outbox.parse().expect("an id");
    let message = rehearsal.desk().store().read(|tx| {
        let row = tx.outbox(outbox)?.ok_or(StoreError::NotFound)?;
        tx.message(row.message)
    });
    let id = message.expect("readable").and_then(|message| message.provider_id).expect("the provider's id");

    // The same once more, with that id on a message of the patient's.
    let clinic = clinic_before_an_answer().await;
    let page = clinic.desk().store().read(|tx| tx.inbox(Queue::All, None, None, 1));
    let row = page.expect("readable").rows.remove(0);
    let taken = InboundMessage {
        provider_id: id,
        channel: row.channel,
        thread: RemoteThread {
            id: None,
            with: RemoteIdentity { handle: row.handle.clone(), display_name: None, username: None },
            ours: row.own_address.clone(),
        },
        direction: Direction::Inbound,
        origin: Origin::Patient,
        at: clinic.clock.now(),
        content: Content::Text { body: "are you there?".into() },
        attachments: Vec::new(),
        reply_to: None,
        status: None,
        reactions: Vec::new(),
    };
    let stored = clinic.desk().store().write(move |tx| tx.insert_inbound(row.account, row.id, &taken)).await;
    stored.expect("stored");
    clinic.replies(number, "answer").await;
    let state = clinic.delivery(number, "answer").await;
    assert!(matches!(state, DeliveryState::Unknown { .. }), "{state:?}");
    // It is looked for, more and more rarely, and not given the other's id.
    clinic.advance(minutes(10)).await;
    let state = clinic.delivery(number, "answer").await;
    assert!(matches!(state, DeliveryState::Unknown { .. }), "{state:?}");
    let next = clinic.desk().store().read(|tx| tx.outbox_next_check()).expect("readable");
    assert!(next.is_some_and(|next| next > clinic.clock.now()), "{next:?}");
}
