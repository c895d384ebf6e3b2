//! What only Instagram has, writing and its account: the window, files, people, rights and the token.

use std::sync::Arc;

use anteroom_connectors::transport::{NoLedger, Patience};
use anteroom_connectors::{AccountConfig, World, connect};
use anteroom_model::{
    AttachmentKind, ChannelKind, Connector, Credential, Direction, FailureKind, Grant, OutgoingAttachment,
    OutgoingBody, Phi, RevocationOutcome, SendError, WindowRule,
};
use anteroom_sim::{Fault, FaultKind};
use jiff::SignedDuration;
use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::desk::Desk;
use crate::instagram::Instagram;

type InstagramDesk = Desk<Instagram>;

/// Another connector on the same account: with another token, or with rights of its own.
fn open(
    desk: &InstagramDesk,
    token: String,
    age: SignedDuration,
    lasts: Option<SignedDuration>,
    tag: bool,
) -> Box<dyn Connector> {
    let credential = Credential::InstagramToken {
        token: token.into(),
        obtained_at: desk.now() - age,
        expires_at: lasts.map(|lasts| desk.now() + lasts),
    };
    let account = AccountConfig {
        remote_id: desk.sim.instagram().id().to_owned(),
        base_url: Some(desk.sim.url().parse().expect("an address")),
        human_agent: tag,
        ..AccountConfig::default()
    };
    let clock = Arc::new(desk.clock.clone());
    let world = World { clock, ledger: Arc::new(NoLedger), patience: Patience::default() };
    connect(&account, credential, world, StdRng::seed_from_u64(5)).expect("a connector")
}

#[tokio::test]
async fn the_window_is_the_providers_to_judge_and_the_tag_opens_it_for_a_person() {
    let mut desk = InstagramDesk::open().await;
    let asked = desk.hears("Is Friday free?").await;
    let answer = desk.answer(&asked, "Yes, at ten.");
    desk.wait(25 * 3600);
    let refused = |error: SendError| match error {
        SendError::Definite(cause) => cause.kind,
        other => panic!("{other:?}"),
    };
    let error = desk.run(desk.connector.send(&answer)).await.expect_err("too late");
    assert_eq!(refused(error), FailureKind::OutsideWindow);
    let tagged = anteroom_model::Outgoing { human_agent: true, ..answer };
    let error = desk.run(desk.connector.send(&tagged)).await.expect_err("no right");
    assert_eq!(refused(error), FailureKind::LateReplyRefused);
    desk.sim.instagram().human_agent(true);
    desk.run(desk.connector.send(&tagged)).await.expect("a person may");
    assert_eq!(desk.received(), ["Yes, at ten."]);
    desk.wait(7 * 24 * 3600);
    let error = desk.run(desk.connector.send(&tagged)).await.expect_err("a week is over");
    assert_eq!(refused(error), FailureKind::LateReplyRefused);

    let token = desk.sim.instagram().token();
    let with_tag = open(&desk, token, SignedDuration::ZERO, None, true);
    let rule = |connector: &dyn Connector| connector.capabilities(ChannelKind::Instagram).window;
    assert_eq!(rule(&*with_tag), WindowRule::Instagram { human_agent: true });
    assert_eq!(rule(&*desk.connector), WindowRule::Instagram { human_agent: false });
    assert!(desk.connector.capabilities(ChannelKind::Sms).text.is_none());
}

fn photo(mime: &str) -> OutgoingBody {
    OutgoingBody::Attachment(OutgoingAttachment {
        kind: AttachmentKind::Image,
        mime: mime.to_owned(),
        file_name: Phi::from("x-ray of Mara Kovač.png"),
        bytes: bytes::Bytes::from_static(b"\x89PNG not a real one"),
        caption: None,
    })
}

#[tokio::test]
async fn a_file_is_sent_and_an_account_that_takes_none_says_so_once() {
    let mut desk = InstagramDesk::open().await;
    let asked = desk.hears("Can you send it?").await;
    let mut answer = desk.answer(&asked, "");
    answer.body = photo("image/png");
    desk.run(desk.connector.send(&answer)).await.expect("sent");
    let received = desk.sim.ledger();
    let named = format!("{received:?}");
    assert!(named.contains("media: 1") && !named.contains("Kovač"), "the file's own name stays here");
    let found = desk.messages().await;
    assert!(
        found
            .iter()
            .any(|message| message.direction == Direction::Outbound && message.attachments.len() == 1)
    );

    let refused = |error: SendError| match error {
        SendError::Definite(cause) => cause.kind,
        other => panic!("{other:?}"),
    };
    answer.body = photo("image/svg+xml");
    let error = desk.run(desk.connector.send(&answer)).await.expect_err("not this kind");
    assert_eq!(refused(error), FailureKind::ContentRefused);

    answer.body = photo("image/png");
    for spoilt in
        [FaultKind::Reset { taken: true }, FaultKind::Down { status: 500, taken: true, retry_after: None }]
    {
        desk.sim.fault(Fault::once(spoilt).path("message_attachments"));
        let error = desk.run(desk.connector.send(&answer)).await.expect_err("spoilt");
        assert!(matches!(error, SendError::Definite(_)), "nobody saw an upload: {error:?}");
    }
    assert!(!desk.connector.capabilities(ChannelKind::Instagram).attachments.is_empty());
    desk.sim.instagram().uploads(false);
    for _ in 0..2 {
        let error = desk.run(desk.connector.send(&answer)).await.expect_err("refused");
        assert_eq!(refused(error), FailureKind::ContentRefused);
        let can = desk.connector.capabilities(ChannelKind::Instagram);
        assert!(!can.attachments.is_empty(), "perhaps it is only this file");
    }
    answer.body = photo("image/jpeg");
    let OutgoingBody::Attachment(file) = &mut answer.body else { panic!("a file") };
    file.bytes = bytes::Bytes::from_static(b"another picture");
    let error = desk.run(desk.connector.send(&answer)).await.expect_err("no uploads here");
    assert_eq!(refused(error), FailureKind::ContentRefused);
    assert!(desk.connector.capabilities(ChannelKind::Instagram).attachments.is_empty());
    let trap = desk.sim.fault(Fault::always(FaultKind::Garbage).method("POST"));
    desk.run(desk.connector.send(&answer)).await.expect_err("known by now");
    assert_eq!(desk.sim.fault_hits(trap), 0);

    desk.sim.clear_faults();
    desk.sim.instagram().uploads(true);
    desk.wait(6 * 3600);
    assert!(!desk.connector.capabilities(ChannelKind::Instagram).attachments.is_empty());
    desk.run(desk.connector.send(&answer)).await.expect("accounts change");
}

#[tokio::test]
async fn an_answer_may_quote_what_it_answers() {
    let mut desk = InstagramDesk::open().await;
    let asked = desk.hears("Is Friday free?").await;
    let mut answer = desk.answer(&asked, "Yes");
    answer.reply_to = Some(asked.provider_id.clone());
    desk.run(desk.connector.send(&answer)).await.expect("sent");
    assert_eq!(desk.patient.received()[0].reply_to.as_ref(), Some(&asked.provider_id));
    assert!(!desk.patient.saw_seen(), "what staff have seen is nobody else's to know");
}

#[tokio::test]
async fn people_who_cannot_be_reached_are_told_apart() {
    let mut desk = InstagramDesk::open().await;
    let asked = desk.hears("Hello").await;
    let answer = desk.answer(&asked, "Hello");
    let mut kinds = Vec::new();
    desk.patient.blocks_the_practice();
    for _ in 0..2 {
        match desk.run(desk.connector.send(&answer)).await {
            Err(SendError::Definite(cause)) => kinds.push(cause.kind),
            other => panic!("{other:?}"),
        }
        let other = desk.sim.instagram().patient("Ana Berisha", "ana.b");
        other.writes("Hello");
        other.leaves_instagram();
        let gone = anteroom_model::Outgoing { to: Phi::from(other.id()), ..answer.clone() };
        match desk.run(desk.connector.send(&gone)).await {
            Err(SendError::Definite(cause)) => kinds.push(cause.kind),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(kinds[..2], [FailureKind::Unreachable, FailureKind::Unavailable]);
}

#[tokio::test]
async fn a_profile_is_told_or_withheld() {
    let mut desk = InstagramDesk::open().await;
    let asked = desk.hears("Hello").await;
    let handle = &asked.thread.with.handle;
    assert_eq!(asked.thread.with.username.as_deref().map(String::as_str), Some("mara.k"));
    let profile = desk.run(desk.connector.profile(ChannelKind::Instagram, handle)).await.expect("an answer");
    let name = profile.expect("she wrote").display_name.expect("a name");
    assert_eq!(name.reveal(), "Mara Kovač");
    desk.patient.hides_profile();
    let profile = desk.run(desk.connector.profile(ChannelKind::Instagram, handle)).await.expect("an answer");
    assert!(profile.is_none());
}

#[tokio::test]
async fn rights_are_found_out_one_by_one() {
    let desk = InstagramDesk::open().await;
    let poor = desk.sim.instagram().issue_token(&["instagram_business_basic"], SignedDuration::ZERO);
    let connector = open(&desk, poor, SignedDuration::ZERO, None, false);
    let profile = desk.run(connector.check()).await.expect("a profile");
    assert_eq!(
        (profile.grants, profile.missing),
        (vec![Grant::SeeOwnAccount], vec![Grant::ReadAndAnswerMessages])
    );
    assert_eq!((profile.label.as_str(), profile.message_access_off), ("@marlowstreet.clinic", false));

    desk.sim.instagram().message_access(false);
    let profile = desk.run(desk.connector.check()).await.expect("a profile");
    assert!(profile.message_access_off && profile.missing.is_empty());
    let error = desk.run(desk.connector.fetch("messages", None, desk.now())).await.expect_err("switched off");
    assert_eq!(error.kind, FailureKind::AccessSwitchedOff);
}

#[tokio::test]
async fn a_token_is_renewed_in_good_time_and_used_at_once() {
    let mut desk = InstagramDesk::open().await;
    let days = |n: i64| SignedDuration::from_hours(24 * n);
    let token = desk.sim.instagram().token();
    for (age, lasts) in [(days(0), None), (days(0), Some(days(10))), (days(20), Some(days(40)))] {
        let connector = open(&desk, token.clone(), age, lasts, false);
        assert!(desk.run(connector.renew(desk.now())).await.expect("an answer").is_none(), "{age} {lasts:?}");
    }
    let over = open(&desk, token.clone(), days(61), Some(-days(1)), false);
    let error = desk.run(over.renew(desk.now())).await.expect_err("too late");
    assert_eq!(error.kind, FailureKind::SignInNeeded);

    // Pasted with an unknown end, and two days old.
    desk.hears("Hello").await;
    let before =
        Credential::InstagramToken { token: token.into(), obtained_at: desk.now(), expires_at: None };
    let fresh = desk.run(desk.connector.renew(desk.now())).await.expect("an answer").expect("it was due");
    assert!(!fresh.same_secret(&before));
    let Credential::InstagramToken { expires_at: Some(end), .. } = fresh else {
        panic!("an end is known now")
    };
    assert!(end > desk.now() + days(59));
    assert!(desk.run(desk.connector.renew(desk.now())).await.expect("an answer").is_none());
    desk.news().await.expect("the new token works");
}

#[tokio::test]
async fn a_disconnected_account_is_gone_at_the_provider_too() {
    let mut desk = InstagramDesk::open().await;
    desk.hears("Hello").await;
    desk.sim.network().down().await;
    let outcome = desk.run(desk.connector.revoke()).await.outcome;
    assert_eq!(outcome, RevocationOutcome::Unreachable);
    desk.sim.network().up().await;
    let by_hand =
        desk.sim.fault(Fault::once(FaultKind::Down { status: 500, taken: false, retry_after: None }));
    assert_eq!(desk.run(desk.connector.revoke()).await.outcome, RevocationOutcome::ByHand);
    assert_eq!(desk.sim.fault_hits(by_hand), 1);
    assert_eq!(desk.run(desk.connector.revoke()).await.outcome, RevocationOutcome::Revoked);
    assert_eq!(desk.news().await.expect_err("gone").kind, FailureKind::SignInNeeded);
    assert_eq!(desk.run(desk.connector.revoke()).await.outcome, RevocationOutcome::Revoked);
}

#[tokio::test]
async fn near_the_end_of_the_budget_polls_pause_and_answers_still_leave() {
    let mut desk = InstagramDesk::open().await;
    let asked = desk.hears("Is Friday free?").await;
    desk.sim.instagram().usage(Some(95));
    desk.news().await.expect("the last one");
    assert_eq!(desk.news().await.expect_err("pausing").kind, FailureKind::RateLimited);
    let answer = desk.answer(&asked, "Yes");
    desk.run(desk.connector.send(&answer)).await.expect("sent all the same");
    assert_eq!(desk.received(), ["Yes"]);
    desk.sim.instagram().usage(None);
    desk.wait(61);
    desk.news().await.expect("the pause is over");
}
