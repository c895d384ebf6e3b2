//! A person sends again what may have left already: over real HTTP, with a provider that took the first attempt and
//! never said so.

use anteroom_desk::views::{DeliveryState, HoldView, Sent};
use anteroom_sim::{Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes, seconds};

const NUMBER: &str = "+447700900142";

/// A clinic where the provider took "answer", cut the line, and shows nobody its list. It stands as unknown.
async fn unknown_by_text() -> (Clinic, Sent) {
    let clinic = Clinic::open().await.with_twilio().await;
    clinic.sim.twilio().patient(NUMBER).writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.fault(Fault::once(FaultKind::Reset { taken: true }).method("POST").path("Messages"));
    clinic.sim.fault(Fault::always(FaultKind::Reset { taken: false }).method("GET").path("Messages"));
    let sent = clinic.replies(NUMBER, "answer").await;
    let state = clinic.delivery(NUMBER, "answer").await;
    assert!(matches!(state, DeliveryState::Unknown { .. }), "{state:?}");
    (clinic, sent)
}

fn received(clinic: &Clinic) -> Vec<String> {
    clinic.sim.twilio().patient(NUMBER).received().into_iter().map(|received| received.text).collect()
}

async fn arrived(clinic: &Clinic, handle: &str) {
    let state = clinic.delivery(handle, "answer").await;
    assert!(matches!(state, DeliveryState::Accepted { .. } | DeliveryState::Delivered { .. }), "{state:?}");
}

/// The patient has it once, and the conversation says so.
async fn arrived_once(clinic: &Clinic) {
    assert_eq!(received(clinic), ["answer"]);
    arrived(clinic, NUMBER).await;
    assert_eq!(clinic.thread(NUMBER).await, ["> hello", "< answer"]);
}

#[tokio::test]
async fn what_is_sent_again_without_a_network_is_not_sent_twice_when_the_network_shows_the_first() {
    let (clinic, sent) = unknown_by_text().await;
    clinic.sim.network().down().await;
    clinic.desk().outbox_send_again(&sent.outbox).await.expect("a person decides");
    clinic.advance(minutes(20)).await;
    let state = clinic.delivery(NUMBER, "answer").await;
    assert!(matches!(state, DeliveryState::Queued { .. }), "{state:?}");
    clinic.sim.clear_faults();
    clinic.sim.network().up().await;
    clinic.advance(minutes(10)).await;
    arrived_once(&clinic).await;
}

#[tokio::test]
async fn what_is_sent_again_is_looked_for_once_more_before_it_leaves() {
    let (clinic, sent) = unknown_by_text().await;
    clinic.sim.clear_faults();
    // No poll comes in between: the press itself must find it.
    clinic.desk().outbox_send_again(&sent.outbox).await.expect("a person decides");
    clinic.settle().await;
    arrived(&clinic, NUMBER).await;
    clinic.advance(hours(1)).await;
    assert_eq!(received(&clinic), ["answer"]);
    assert_eq!(clinic.thread(NUMBER).await, ["> hello", "< answer"]);
}

#[tokio::test]
async fn what_is_sent_again_waits_while_the_provider_shows_no_list() {
    let (clinic, sent) = unknown_by_text().await;
    clinic.desk().outbox_send_again(&sent.outbox).await.expect("a person decides");
    clinic.advance(minutes(2)).await;
    assert_eq!(received(&clinic), ["answer"], "nothing more left");
    clinic.sim.clear_faults();
    clinic.advance(minutes(30)).await;
    arrived_once(&clinic).await;
}

#[tokio::test]
async fn what_never_left_is_sent_again_once() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient(NUMBER);
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.fault(Fault::once(FaultKind::Reset { taken: false }).method("POST").path("Messages"));
    let sent = clinic.replies(NUMBER, "answer").await;
    clinic.desk().outbox_send_again(&sent.outbox).await.expect("a person decides");
    clinic.advance(minutes(10)).await;
    assert_eq!(yusuf.received(), ["answer"]);
    assert_eq!(clinic.thread(NUMBER).await, ["> hello", "< answer"]);
}

#[tokio::test]
async fn two_attempts_that_both_arrived_are_both_shown() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient(NUMBER);
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    // The first was never taken as far as anybody can see, and stops.
    clinic.sim.fault(Fault::once(FaultKind::Reset { taken: false }).method("POST").path("Messages"));
    let sent = clinic.replies(NUMBER, "answer").await;
    clinic.advance(hours(1)).await;
    let state = clinic.delivery(NUMBER, "answer").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::NotSent, .. }), "{state:?}");
    clinic.desk().outbox_retry(&sent.outbox).await.expect("a person decides");
    clinic.settle().await;
    assert_eq!(yusuf.received(), ["answer"]);
    // The provider had only been very late with it: now there are two.
    yusuf.hears_from_another_tool("answer");
    clinic.advance(minutes(30)).await;
    assert_eq!(yusuf.received(), ["answer", "answer"]);
    arrived(&clinic, NUMBER).await;
    assert_eq!(clinic.thread(NUMBER).await, ["> hello", "< answer", "< answer"]);
}

#[tokio::test]
async fn an_instagram_message_that_is_sent_again_without_a_network_is_not_sent_twice() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.fault(Fault::once(FaultKind::Reset { taken: true }).method("POST").path("messages"));
    let sent = clinic.replies(maria.id(), "answer").await;
    clinic.sim.network().down().await;
    clinic.advance(seconds(2)).await;
    clinic.desk().outbox_send_again(&sent.outbox).await.expect("a person decides");
    clinic.advance(minutes(20)).await;
    clinic.sim.network().up().await;
    clinic.advance(minutes(10)).await;
    assert_eq!(maria.received(), ["answer"]);
    let state = clinic.delivery(maria.id(), "answer").await;
    assert!(!matches!(state, DeliveryState::Unknown { .. } | DeliveryState::Queued { .. }), "{state:?}");
    assert_eq!(clinic.thread(maria.id()).await, ["> hello", "< answer"]);
}
