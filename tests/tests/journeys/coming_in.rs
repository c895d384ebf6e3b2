//! Nothing that a patient wrote is lost or doubled, whatever the provider's side does.

use anteroom_desk::views::Queue;
use anteroom_sim::{Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes};

#[tokio::test]
async fn a_patient_writes_and_is_answered() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.writes("Is Friday free?");
    clinic.advance(minutes(1)).await;
    assert_eq!(clinic.inbox(), ["Maria Keller: Is Friday free?"]);
    clinic.replies(maria.id(), "Yes, at ten.").await;
    assert_eq!(maria.received(), ["Yes, at ten."]);
    assert_eq!(clinic.thread(maria.id()).await, ["> Is Friday free?", "< Yes, at ten."]);
    assert!(clinic.waiting().is_empty(), "nobody waits any more");
}

#[tokio::test]
async fn a_text_and_a_whatsapp_message_of_one_number_are_two_conversations() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("by text");
    yusuf.on_whatsapp().writes("by WhatsApp");
    clinic.advance(minutes(1)).await;
    assert_eq!(clinic.queue(Queue::All).len(), 2);
}

/// Everything that can go wrong on the way in.
fn faults() -> Vec<FaultKind> {
    vec![
        FaultKind::TooMany { retry_after: Some(7) },
        FaultKind::TooMany { retry_after: None },
        FaultKind::Down { status: 500, taken: false, retry_after: None },
        FaultKind::Down { status: 503, taken: true, retry_after: Some(3) },
        FaultKind::Reset { taken: false },
        FaultKind::Reset { taken: true },
        FaultKind::Truncated { bytes: 40 },
        FaultKind::Duplicates,
        FaultKind::OutOfOrder,
        FaultKind::Garbage,
        FaultKind::Html,
        FaultKind::Huge { bytes: 20_000_000 },
        FaultKind::Redirect { location: "http://127.0.0.1:9/trap".into() },
    ]
}

async fn all_come_in_once(fault: FaultKind, every: u32) {
    let clinic = Clinic::open().await.with_instagram().await.with_twilio().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    clinic.sim.fault(Fault::always(fault.clone()).every(every));
    let mut by_maria = Vec::new();
    let mut by_yusuf = Vec::new();
    for n in 0..12 {
        maria.writes(&format!("maria {n}"));
        by_maria.push(format!("> maria {n}"));
        yusuf.writes(&format!("yusuf {n}"));
        by_yusuf.push(format!("> yusuf {n}"));
        clinic.advance(minutes(1)).await;
    }
    clinic.sim.clear_faults();
    clinic.advance(hours(1)).await;
    assert_eq!(clinic.thread(maria.id()).await, by_maria, "{fault:?}");
    assert_eq!(clinic.thread(yusuf.number()).await, by_yusuf, "{fault:?}");
    assert_eq!(clinic.sim.trapped(), 0, "{fault:?}");
}

#[tokio::test]
async fn every_fault_on_every_other_request_loses_and_doubles_nothing() {
    for fault in faults() {
        all_come_in_once(fault, 2).await;
    }
}

#[tokio::test]
async fn an_answer_that_never_ends_holds_nothing_up_for_ever() {
    // The simulator's clock stands still while the answer trickles, so each such answer ends by our own patience.
    all_come_in_once(FaultKind::Slow { bytes: 64, pause_ms: 5 }, 40).await;
}

#[tokio::test]
async fn what_came_while_the_desk_was_closed_is_fetched() {
    let mut clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("before");
    clinic.advance(minutes(1)).await;
    clinic.close().await;
    yusuf.writes("in the night");
    clinic.clock.advance(hours(10));
    yusuf.writes("in the morning");
    clinic.begin_again().await;
    clinic.advance(minutes(2)).await;
    assert_eq!(clinic.thread(yusuf.number()).await, ["> before", "> in the night", "> in the morning"]);
}

#[tokio::test]
async fn a_message_taken_back_loses_its_words_and_keeps_its_place() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.writes("first");
    let second = maria.writes("a word too many");
    clinic.advance(minutes(1)).await;
    maria.unsends(&second);
    maria.writes("third");
    clinic.advance(minutes(3)).await;
    let late = ["> first", "> a word too many", "> third"];
    assert_eq!(clinic.thread(maria.id()).await, late, "the provider's list may only be late");
    clinic.advance(minutes(7)).await;
    assert_eq!(clinic.thread(maria.id()).await, ["> first", ">  (taken back)", "> third"]);
}

#[tokio::test]
async fn a_place_on_whatsapp_which_twilio_lists_without_its_content_is_told_and_not_hidden() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.on_whatsapp().writes("I am standing here:");
    yusuf.sends_location();
    clinic.advance(minutes(2)).await;
    let thread = clinic.thread(yusuf.number()).await;
    assert_eq!(thread, ["> I am standing here:", "> (unsupported)"]);
    assert_eq!(clinic.waiting().len(), 1, "somebody looks for it on the telephone");
}

#[tokio::test]
async fn news_are_told_as_counts_and_old_history_is_not_news() {
    let clinic = Clinic::open().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.writes("long before you were connected");
    clinic.clock.advance(hours(24));
    let clinic = clinic.with_instagram().await;
    clinic.advance(minutes(2)).await;
    assert_eq!(clinic.heard.all(), []);
    maria.writes("one");
    maria.writes("two");
    clinic.advance(minutes(2)).await;
    let told: u32 = clinic.heard.all().iter().map(|news| news.messages).sum();
    assert_eq!(told, 2);
}
