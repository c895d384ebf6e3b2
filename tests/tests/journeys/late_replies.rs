//! Instagram's seven days for an answer that a person writes: only where staff said that Meta approved them, with the
//! tag, once; and what happens when Meta did not.

use anteroom_desk::views::{
    AccountView, Code, DeliveryState, FailureView, HoldView, InboxFilter, Queue, WindowView,
};
use anteroom_sim::instagram::InstagramPatient;
use anteroom_tests::{Clinic, hours, minutes, seconds};

/// Maria asked three days ago. Meta's side as `approved` says.
async fn three_days_after_a_question(approved: bool) -> (Clinic, InstagramPatient) {
    let clinic = Clinic::open().await.with_instagram().await;
    clinic.sim.instagram().human_agent(approved);
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.writes("Is Friday free?");
    clinic.advance(minutes(1)).await;
    clinic.sleeps(hours(72)).await;
    clinic.advance(minutes(1)).await;
    (clinic, maria)
}

async fn late_replies(clinic: &Clinic, on: bool) -> AccountView {
    let account = clinic.desk().accounts().expect("accounts").remove(0);
    let set = clinic.desk().account_human_agent(&account.id, on).await.expect("kept");
    clinic.settle().await;
    set
}

#[tokio::test]
async fn without_the_right_a_late_reply_is_refused_before_anything_leaves() {
    let (clinic, maria) = three_days_after_a_question(true).await;
    assert!(!clinic.desk().accounts().expect("accounts").remove(0).human_agent, "off until somebody says so");
    assert!(matches!(clinic.opens(maria.id()).await.head.window, WindowView::Closed { .. }));
    let refused = clinic.tries_to_reply(maria.id(), "Yes, at ten.").await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::OutsideReplyWindow));
    clinic.advance(minutes(5)).await;
    assert!(maria.received().is_empty());
}

#[tokio::test]
async fn with_the_right_a_reply_on_the_third_day_leaves_once_and_bears_the_tag() {
    let (mut clinic, maria) = three_days_after_a_question(true).await;
    let before = clinic.desk().store().read(|tx| tx.audit_length()).expect("readable");
    assert!(late_replies(&clinic, true).await.human_agent);
    late_replies(&clinic, true).await;
    let after = clinic.desk().store().read(|tx| tx.audit_length()).expect("readable");
    assert_eq!(after, before + 1, "said once, noted once");
    assert!(matches!(clinic.opens(maria.id()).await.head.window, WindowView::HumanAgent { .. }));
    // Without the tag Instagram refuses everything after 24 hours.
    clinic.replies(maria.id(), "Yes, at ten.").await;
    assert_eq!(maria.received(), ["Yes, at ten."]);
    clinic.restart().await;
    clinic.advance(minutes(5)).await;
    assert!(clinic.desk().accounts().expect("accounts").remove(0).human_agent, "kept");
    assert_eq!(maria.received(), ["Yes, at ten."]);
    assert_eq!(clinic.thread(maria.id()).await, ["> Is Friday free?", "< Yes, at ten."]);
    clinic.sleeps(hours(97)).await;
    let refused = clinic.tries_to_reply(maria.id(), "after a week").await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::OutsideReplyWindow));
}

#[tokio::test]
async fn the_list_and_the_open_conversation_follow_the_switch() {
    let (clinic, maria) = three_days_after_a_question(true).await;
    let filter = InboxFilter::of(Queue::Waiting);
    let mut feed = clinic.desk().feed();
    clinic.desk().inbox_open(filter.clone(), 50).expect("the list");
    let open = clinic.opens(maria.id()).await;
    clinic.desk().watch(anteroom_desk::views::Watch {
        inbox: Some(filter),
        rows: 50,
        conversation: Some(open.id),
    });
    feed.now().expect("readable");
    for on in [true, false] {
        late_replies(&clinic, on).await;
        let told = format!("{:?}", feed.now().expect("readable").expect("news"));
        let window = if on { "window: HumanAgent" } else { "window: Closed" };
        assert_eq!(told.matches(window).count(), 2, "the row and the head");
        assert!(told.contains("Accounts"), "the settings read the accounts again");
    }
}

#[tokio::test]
async fn a_reply_that_waits_outlives_the_switch_and_leaves_once() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.writes("Is Friday free?");
    clinic.advance(minutes(1)).await;
    clinic.undo_seconds(10).await;
    clinic.replies(maria.id(), "Yes, at ten.").await;
    for on in [true, false, true] {
        late_replies(&clinic, on).await;
        clinic.advance(seconds(2)).await;
    }
    assert!(maria.received().is_empty(), "it can still be taken back");
    clinic.advance(minutes(2)).await;
    assert_eq!(maria.received(), ["Yes, at ten."]);
    maria.writes("Thank you!");
    clinic.advance(minutes(1)).await;
    let thread = ["> Is Friday free?", "< Yes, at ten.", "> Thank you!"];
    assert_eq!(clinic.thread(maria.id()).await, thread, "and what arrives is taken in once");
}

#[tokio::test]
async fn a_late_reply_that_waits_is_held_back_when_the_right_is_switched_off() {
    let (clinic, maria) = three_days_after_a_question(true).await;
    late_replies(&clinic, true).await;
    clinic.sim.network().down().await;
    let sent = clinic.replies(maria.id(), "Yes, at ten.").await;
    clinic.advance(minutes(2)).await;
    assert!(matches!(clinic.delivery(maria.id(), "Yes, at ten.").await, DeliveryState::Queued { .. }));
    late_replies(&clinic, false).await;
    clinic.sim.network().up().await;
    clinic.advance(minutes(5)).await;
    let state = clinic.delivery(maria.id(), "Yes, at ten.").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::WindowClosed, .. }), "{state:?}");
    assert!(maria.received().is_empty());
    late_replies(&clinic, true).await;
    clinic.desk().outbox_retry(&sent.outbox).await.expect("a person decides");
    clinic.advance(minutes(1)).await;
    assert_eq!(maria.received(), ["Yes, at ten."]);
}

#[tokio::test]
async fn when_meta_did_not_approve_the_refusal_says_so() {
    let (clinic, maria) = three_days_after_a_question(false).await;
    late_replies(&clinic, true).await;
    clinic.replies(maria.id(), "Yes, at ten.").await;
    let state = clinic.delivery(maria.id(), "Yes, at ten.").await;
    let DeliveryState::Failed { why, code, .. } = state else { panic!("{state:?}") };
    assert_eq!((why, code.as_deref()), (FailureView::LateReplyRefused, Some("10/2018065")));
    clinic.advance(hours(1)).await;
    assert!(maria.received().is_empty(), "a refusal is not tried again by itself");
}

#[tokio::test]
async fn the_right_belongs_to_a_connected_instagram_account_alone() {
    let clinic = Clinic::open().await.with_instagram().await.with_twilio().await;
    let accounts = clinic.desk().accounts().expect("accounts");
    let twilio = clinic.desk().account_human_agent(&accounts[1].id, true).await;
    assert_eq!(twilio.map(drop).map_err(|error| error.code), Err(Code::NotAllowed));
    late_replies(&clinic, true).await;
    clinic.desk().account_disconnect(&accounts[0].id).await.expect("disconnected");
    let gone = clinic.desk().account_human_agent(&accounts[0].id, false).await;
    assert_eq!(gone.map(drop).map_err(|error| error.code), Err(Code::NotFound));
    clinic.advance(minutes(1)).await;
    let token = clinic
        .sim
        .instagram()
        .issue_token(&["instagram_business_basic", "instagram_business_manage_messages"], hours(1));
    let again = clinic.connect(anteroom_desk::views::ConnectRequest::Instagram { token }).await;
    assert_eq!(again.id, accounts[0].id);
    assert!(!again.human_agent, "another token may belong to another app");
}
