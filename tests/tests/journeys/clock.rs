//! The computer's clock was years ahead, and is put right.

use anteroom_desk::views::{DeliveryState, Overall};
use anteroom_model::Clock;
use anteroom_sim::twilio::TwilioPatient;
use anteroom_tests::{Clinic, hours, minutes};
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
