//! The computer's clock was wrong and is put right, or nobody was there while it went on.

use anteroom_desk::views::{DeliveryState, Overall, Queue, TriageAct, UtcMillis};
use anteroom_model::Clock;
use anteroom_sim::twilio::TwilioPatient;
use anteroom_tests::{Clinic, hours, minutes, seconds};
use jiff::Timestamp;

fn years_ahead() -> Timestamp {
    "2031-05-05T10:00:00Z".parse().expect("a time")
}

/// A patient wrote, the network went, the clock jumped ahead, and staff answered all the same.
async fn answered_under_a_wrong_clock() -> (Clinic, TwilioPatient, Timestamp) {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("Is Friday free?");
    clinic.advance(minutes(1)).await;
    let right = clinic.clock.now();
    clinic.sim.network().down().await;
    clinic.clock.set(years_ahead());
    clinic.settle().await;
    clinic.replies(yusuf.number(), "Yes, at ten.").await;
    clinic.advance(minutes(30)).await;
    assert!(yusuf.received().is_empty());
    (clinic, yusuf, right + hours(1))
}

#[tokio::test]
async fn a_reply_that_was_queued_years_ahead_leaves_once_when_the_clock_is_put_right() {
    let (clinic, yusuf, right) = answered_under_a_wrong_clock().await;
    clinic.clock.set(right);
    clinic.settle().await;
    clinic.sim.network().up().await;
    clinic.advance(minutes(2)).await;
    assert_eq!(yusuf.received(), ["Yes, at ten."]);
    let bar = clinic.desk().status().expect("a status");
    let Overall::UpToDate { at } = bar.overall else { panic!("{:?}", bar.overall) };
    assert!(at.0 <= clinic.clock.now().as_millisecond());
    yusuf.writes("Thank you");
    clinic.advance(hours(2)).await;
    assert_eq!(yusuf.received(), ["Yes, at ten."], "once");
    let state = clinic.delivery(yusuf.number(), "Yes, at ten.").await;
    assert!(matches!(state, DeliveryState::Delivered { .. }), "{state:?}");
    assert!(clinic.thread(yusuf.number()).await.contains(&"> Thank you".to_owned()));
}

#[tokio::test]
async fn a_reply_that_was_queued_years_ahead_leaves_once_after_a_restart_too() {
    let (mut clinic, yusuf, right) = answered_under_a_wrong_clock().await;
    clinic.close().await;
    clinic.clock.set(right);
    clinic.begin_again().await;
    clinic.sim.network().up().await;
    clinic.advance(minutes(2)).await;
    assert_eq!(yusuf.received(), ["Yes, at ten."]);
    clinic.advance(hours(2)).await;
    assert_eq!(yusuf.received(), ["Yes, at ten."], "once");
}

#[tokio::test]
async fn an_undo_is_not_cut_short_when_the_clock_is_put_right() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("Is Friday free?");
    clinic.advance(minutes(1)).await;
    clinic.undo_seconds(30).await;
    let now = clinic.clock.now();
    clinic.clock.set(now + hours(3));
    clinic.settle().await;
    clinic.replies(yusuf.number(), "Yes, at ten.").await;
    clinic.clock.set(now);
    clinic.settle().await;
    assert!(yusuf.received().is_empty(), "it can still be taken back");
    clinic.advance(minutes(1)).await;
    assert_eq!(yusuf.received(), ["Yes, at ten."]);
}

const YUSUF: &str = "+447700900142";

/// Yusuf waits, and is put aside for half an hour; until when.
async fn put_aside() -> (Clinic, Timestamp) {
    let clinic = Clinic::open().await.with_twilio().await;
    clinic.sim.twilio().patient(YUSUF).writes("Is Friday free?");
    clinic.advance(minutes(1)).await;
    let until = clinic.clock.now() + minutes(30);
    clinic.decides(&[YUSUF], TriageAct::Snooze { until: Some(UtcMillis::from(until)) }).await;
    assert!(!is_back(&clinic));
    (clinic, until)
}

fn is_back(clinic: &Clinic) -> bool {
    let (waits, asleep) = (clinic.waiting().len(), clinic.queue(Queue::Snoozed).len());
    assert_eq!(waits + asleep, 1, "it is in one place");
    waits == 1
}

/// Whoever came back is done now; whatever the clock does, nothing brings them back a second time.
async fn comes_back_no_second_time(clinic: &Clinic, until: Timestamp) {
    clinic.decides(&[YUSUF], TriageAct::Done).await;
    for at in [until - hours(1), until - seconds(1), until, until + seconds(1), until + hours(9)] {
        clinic.clock.set(at);
        clinic.settle().await;
        clinic.advance(minutes(2)).await;
        assert!(clinic.waiting().is_empty() && clinic.queue(Queue::Snoozed).is_empty(), "{at}");
    }
}

#[tokio::test]
async fn what_was_put_aside_comes_back_once_when_the_computer_slept_through_its_time() {
    let (clinic, until) = put_aside().await;
    clinic.sleeps(hours(9)).await;
    assert!(is_back(&clinic));
    clinic.clock.set(until - minutes(20));
    clinic.settle().await;
    assert!(is_back(&clinic), "a clock that is set back puts nobody to sleep again");
    comes_back_no_second_time(&clinic, until).await;
}

#[tokio::test]
async fn what_was_put_aside_comes_back_on_the_minute_of_a_clock_that_was_set_back_a_little() {
    let (clinic, until) = put_aside().await;
    clinic.advance(minutes(20)).await;
    clinic.clock.set(until - minutes(25));
    clinic.settle().await;
    clinic.advance(minutes(25) - seconds(1)).await;
    assert!(!is_back(&clinic), "its time has not come");
    clinic.advance(seconds(1)).await;
    assert!(is_back(&clinic));
    comes_back_no_second_time(&clinic, until).await;
}

#[tokio::test]
async fn what_was_put_aside_at_a_time_that_was_none_comes_back_at_once_and_once() {
    let (clinic, until) = put_aside().await;
    clinic.clock.set(until - hours(2));
    clinic.settle().await;
    clinic.advance(seconds(20)).await;
    assert!(is_back(&clinic), "asked twice is better than never");
    comes_back_no_second_time(&clinic, until).await;
}

#[tokio::test]
async fn what_was_put_aside_comes_back_once_under_a_clock_that_was_years_ahead() {
    let (clinic, until) = put_aside().await;
    clinic.clock.set(years_ahead());
    clinic.settle().await;
    assert!(is_back(&clinic));
    clinic.clock.set(until - minutes(25));
    clinic.settle().await;
    assert!(is_back(&clinic));
    comes_back_no_second_time(&clinic, until).await;
    // What the patient writes after all that is a new question.
    clinic.sim.twilio().patient(YUSUF).writes("Hello?");
    clinic.advance(minutes(2)).await;
    assert_eq!(clinic.waiting().len(), 1);
}
