//! The program dies at the worst moment.

use anteroom_desk::views::DeliveryState;
use anteroom_sim::{Entry, Fault, FaultKind};
use anteroom_tests::{Clinic, minutes};

/// Lets the desk work until the provider has taken a message with these words, then stops looking.
async fn until_taken(clinic: &Clinic, text: &str) {
    let taken = || {
        clinic.sim.ledger().iter().any(|entry| matches!(entry, Entry::Outbound { body, .. } if body == text))
    };
    let watch = async {
        while !taken() {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        settled = clinic.desk().settle() => panic!("the answer should never have come: {settled:?}"),
        () = watch => {}
    }
}

#[tokio::test]
async fn a_crash_between_the_request_and_its_answer_ends_unknown_and_is_found_again() {
    let mut clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.fault(Fault::once(FaultKind::Slow { bytes: 1, pause_ms: 1000 }).method("POST"));
    clinic.tries_to_reply(yusuf.number(), "answer").await.expect("the reply is taken");
    until_taken(&clinic, "answer").await;
    clinic.crashes();
    clinic.begin_again().await;
    let state = clinic.delivery(yusuf.number(), "answer").await;
    assert!(matches!(state, DeliveryState::Unknown { checking: true, .. }), "{state:?}");
    clinic.advance(minutes(10)).await;
    assert_eq!(yusuf.received(), ["answer"], "sent once and not again");
    let state = clinic.delivery(yusuf.number(), "answer").await;
    assert!(matches!(state, DeliveryState::Accepted { .. } | DeliveryState::Delivered { .. }), "{state:?}");
}

#[tokio::test]
async fn a_draft_and_a_queued_reply_survive_a_crash() {
    let mut clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.network().down().await;
    clinic.replies(yusuf.number(), "queued").await;
    let draft = anteroom_desk::views::DraftSave {
        later: None,
        conversation: clinic.conversation(yusuf.number()),
        reply: "half a sen".into(),
        note: "ask Ben".into(),
        quote: None,
        by: None,
    };
    clinic.desk().draft_save(draft).await.expect("kept");
    clinic.crashes();
    clinic.sim.network().up().await;
    clinic.begin_again().await;
    let dock = clinic.opens(yusuf.number()).await.composer.draft;
    assert_eq!((dock.reply.as_str(), dock.note.as_str()), ("half a sen", "ask Ben"));
    clinic.advance(minutes(1)).await;
    assert_eq!(yusuf.received(), ["queued"]);
}
