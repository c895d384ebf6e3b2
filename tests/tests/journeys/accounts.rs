//! Connecting, losing and giving back the right to an account.

use anteroom_desk::views::{
    AccountStateView, Channel, Code, ConnectRequest, DeliveryState, DisconnectReport, HoldView, Overall,
    QueuedFor, UpstreamRevocation,
};
use anteroom_model::AccountState;
use anteroom_sim::{Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes};

#[tokio::test]
async fn a_revoked_token_shows_one_clear_state_and_the_other_channels_go_on() {
    let clinic = Clinic::open().await.with_instagram().await.with_twilio().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    maria.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.sim.instagram().revoke_token();
    clinic.advance(minutes(2)).await;
    let bar = clinic.desk().status().expect("a status");
    assert!(matches!(bar.overall, Overall::SignIn { .. }), "{:?}", bar.overall);
    clinic.replies(maria.id(), "waits for a sign-in").await;
    let state = clinic.delivery(maria.id(), "waits for a sign-in").await;
    assert!(matches!(state, DeliveryState::Queued { waits_for: QueuedFor::SignIn, .. }), "{state:?}");
    yusuf.writes("I can still write");
    clinic.advance(minutes(2)).await;
    assert_eq!(clinic.thread(yusuf.number()).await, ["> I can still write"]);
    let asked = clinic.sim.instagram().calls();
    clinic.advance(minutes(30)).await;
    assert_eq!(clinic.sim.instagram().calls(), asked, "an account without a right is not asked");

    let token = clinic
        .sim
        .instagram()
        .issue_token(&["instagram_business_basic", "instagram_business_manage_messages"], hours(48));
    let account = clinic.desk().accounts().expect("accounts").remove(0);
    let request = ConnectRequest::Instagram { token };
    let back = clinic.desk().account_sign_in(&account.id, request).await.expect("signed in");
    assert_eq!(back.state, AccountStateView::Active);
    maria.writes("and?");
    clinic.advance(minutes(2)).await;
    assert_eq!(maria.received(), ["waits for a sign-in"]);
    assert_eq!(clinic.thread(maria.id()).await, ["> hello", "< waits for a sign-in", "> and?"]);
}

#[tokio::test]
async fn a_key_that_somebody_deleted_in_the_console_asks_for_a_sign_in_and_a_new_one_goes_on() {
    let clinic = Clinic::open().await;
    let twilio = clinic.sim.twilio();
    let pasted = |(key_sid, secret): (String, String)| ConnectRequest::Twilio {
        account_sid: twilio.account_sid().to_owned(),
        key_sid,
        secret,
    };
    let (key_sid, secret) = twilio.key();
    let account = clinic.connect(pasted((key_sid.to_owned(), secret.to_owned()))).await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    twilio.delete_key();
    yusuf.writes("are you there?");
    clinic.advance(minutes(2)).await;
    let bar = clinic.desk().status().expect("a status");
    assert!(matches!(bar.overall, Overall::SignIn { .. }), "{:?}", bar.overall);
    clinic.replies(yusuf.number(), "waits for a sign-in").await;
    let state = clinic.delivery(yusuf.number(), "waits for a sign-in").await;
    assert!(matches!(state, DeliveryState::Queued { waits_for: QueuedFor::SignIn, .. }), "{state:?}");
    let refused = clinic.desk().account_sign_in(&account.id, pasted((key_sid.into(), secret.into()))).await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::SignInNeeded), "it is gone");
    let back = clinic.desk().account_sign_in(&account.id, pasted(twilio.issue_key())).await;
    assert_eq!(back.expect("signed in").state, AccountStateView::Active);
    clinic.advance(minutes(2)).await;
    assert_eq!(yusuf.received(), ["waits for a sign-in"]);
    let thread = clinic.thread(yusuf.number()).await;
    assert_eq!(thread, ["> hello", "> are you there?", "< waits for a sign-in"]);
}

#[tokio::test]
async fn a_disconnected_account_holds_its_messages_back_and_has_no_credential() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.undo_seconds(10).await;
    clinic.replies(yusuf.number(), "will not leave").await;
    let account = clinic.desk().accounts().expect("accounts").remove(0);
    let report = clinic.desk().account_disconnect(&account.id).await.expect("disconnected");
    assert!(report.credential_deleted);
    assert_eq!(report.held_back, 1);
    assert_eq!(report.upstream, UpstreamRevocation::Revoked);
    let id = account.id.parse().expect("an id");
    assert!(clinic.desk().store().read(|tx| tx.credential(id)).expect("readable").is_none());
    let asked = clinic.sim.twilio().requests();
    clinic.advance(minutes(10)).await;
    assert_eq!(clinic.sim.twilio().requests(), asked, "nobody asks any more");
    assert!(yusuf.received().is_empty());
    let state = clinic.delivery(yusuf.number(), "will not leave").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::AccountGone, .. }), "{state:?}");
    assert!(!clinic.opens(yusuf.number()).await.composer.connected);
}

#[tokio::test]
async fn what_comes_back_into_the_queue_of_a_disconnected_account_does_not_leave_at_a_later_connect() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.undo_seconds(10).await;
    let sent = clinic.replies(yusuf.number(), "for that day only").await;
    let account = clinic.desk().accounts().expect("accounts").remove(0);
    clinic.desk().account_disconnect(&account.id).await.expect("disconnected");
    clinic.desk().outbox_retry(&sent.outbox).await.expect("a person may ask for it");
    clinic.advance(minutes(1)).await;
    let state = clinic.delivery(yusuf.number(), "for that day only").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::AccountGone, .. }), "{state:?}");
    clinic.sim.twilio().restore();
    clinic.connect(clinic.twilio_request()).await;
    clinic.advance(minutes(10)).await;
    assert!(yusuf.received().is_empty());
}

#[tokio::test]
async fn a_disconnect_that_broke_off_goes_on_at_the_next_start_and_the_provider_is_asked() {
    let mut clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.undo_seconds(10).await;
    clinic.replies(yusuf.number(), "will not leave").await;
    let id = clinic.desk().accounts().expect("accounts").remove(0).id.parse().expect("an id");
    let broken_off =
        clinic.desk().store().write(move |tx| tx.set_account_state(id, AccountState::Disconnected));
    broken_off.await.expect("written");
    clinic.crashes();
    clinic.begin_again().await;
    let state = clinic.delivery(yusuf.number(), "will not leave").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::AccountGone, .. }), "{state:?}");
    clinic.settle().await;
    assert!(clinic.desk().store().read(|tx| tx.credential(id)).expect("readable").is_none());
    let report =
        DisconnectReport { credential_deleted: true, upstream: UpstreamRevocation::Revoked, held_back: 1 };
    let kept = || clinic.desk().accounts().expect("accounts").remove(0).goodbye;
    assert_eq!(kept(), Some(report), "nobody has seen it yet");
    clinic.desk().account_goodbye_seen(&id.to_string()).await.expect("seen");
    assert_eq!(kept(), None);
    clinic.sim.twilio().restore();
    clinic.connect(clinic.twilio_request()).await;
    clinic.advance(minutes(10)).await;
    assert!(yusuf.received().is_empty());
}

#[tokio::test]
async fn a_disconnect_that_broke_off_can_be_asked_for_again() {
    let clinic = Clinic::open().await.with_twilio().await;
    let account = clinic.desk().accounts().expect("accounts").remove(0);
    let id = account.id.parse().expect("an id");
    let broken_off =
        clinic.desk().store().write(move |tx| tx.set_account_state(id, AccountState::Disconnected));
    broken_off.await.expect("written");
    let report = clinic.desk().account_disconnect(&account.id).await.expect("disconnected");
    assert_eq!(report.upstream, UpstreamRevocation::Revoked);
    let again = clinic.desk().account_disconnect(&account.id).await.expect("told once more");
    assert_eq!(again, report);
    clinic.sim.twilio().restore();
    clinic.connect(clinic.twilio_request()).await;
    assert_eq!(clinic.desk().accounts().expect("accounts").remove(0).goodbye, None);
}

#[tokio::test]
async fn an_account_is_connected_once() {
    let clinic = Clinic::open().await.with_instagram().await;
    clinic.advance(minutes(1)).await;
    let again = clinic.desk().account_connect_at(clinic.instagram_request(), Some(clinic.base_url())).await;
    assert_eq!(again.map(drop).map_err(|error| error.code), Err(Code::AlreadyConnected));
}

#[tokio::test]
async fn a_token_is_renewed_before_it_ends_and_the_account_goes_on() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    clinic.sleeps(hours(30)).await;
    clinic.advance(minutes(20)).await;
    let account = clinic.desk().accounts().expect("accounts").remove(0);
    let end = account.credential_expires_at.expect("the first renewal told when it ends");
    clinic.sleeps(hours(24 * 50)).await;
    clinic.advance(minutes(20)).await;
    let account = clinic.desk().accounts().expect("accounts").remove(0);
    assert!(account.credential_expires_at.is_some_and(|later| later > end), "renewed again");
    assert!(!account.expiry_warning);
    clinic.sleeps(hours(24 * 15)).await;
    maria.writes("after the first token's end");
    clinic.advance(minutes(2)).await;
    assert_eq!(clinic.thread(maria.id()).await, ["> after the first token's end"]);
}

#[tokio::test]
async fn a_token_that_could_not_be_renewed_is_said_a_week_ahead() {
    let clinic = Clinic::open().await.with_instagram().await;
    clinic.sleeps(hours(30)).await;
    clinic.advance(minutes(20)).await;
    clinic.sim.fault(
        Fault::always(FaultKind::Down { status: 500, taken: false, retry_after: None }).path("refresh"),
    );
    clinic.sleeps(hours(24 * 54)).await;
    clinic.advance(minutes(20)).await;
    let account = clinic.desk().accounts().expect("accounts").remove(0);
    assert!(account.expiry_warning, "{:?}", account.credential_expires_at);
}

#[tokio::test]
async fn a_channel_that_the_provider_did_not_name_is_learned_from_what_arrives() {
    let clinic = Clinic::open().await.with_twilio().await;
    let channels = || {
        let account = clinic.desk().accounts().expect("accounts").remove(0);
        account.channels.into_iter().map(|health| health.channel).collect::<Vec<_>>()
    };
    assert!(!channels().contains(&Channel::Whatsapp), "nothing there speaks WhatsApp yet");
    clinic.sim.twilio().patient("+447700900142").on_whatsapp().writes("hello");
    clinic.advance(minutes(1)).await;
    assert!(channels().contains(&Channel::Whatsapp));
    let bar = clinic.desk().status().expect("a bar");
    assert!(bar.channels.iter().any(|line| line.channel == Channel::Whatsapp));
}
