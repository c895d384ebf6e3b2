//! What only Instagram has: its kinds of messages, its horizon, its inferences, its window and its token.

use std::sync::Arc;

use anteroom_connectors::transport::{NoLedger, Patience};
use anteroom_connectors::{AccountConfig, World, connect};
use anteroom_model::{
    AttachmentKind, ChannelKind, Connector, Content, Credential, Direction, FailureKind, Grant, InboundEvent,
    InboundMessage, OutgoingAttachment, OutgoingBody, Phi, RevocationOutcome, SendError, WindowRule,
};
use anteroom_sim::{Fault, FaultKind};
use jiff::SignedDuration;
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde_json::json;

use crate::desk::{Desk, messages_in};
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

fn find<'a>(messages: &'a [InboundMessage], id: &str) -> &'a InboundMessage {
    messages.iter().find(|message| message.provider_id == id).expect("it arrived")
}

fn words(messages: &[InboundMessage]) -> Vec<&str> {
    messages.iter().map(|message| message.content.text().unwrap_or_default()).collect()
}

#[tokio::test]
async fn every_kind_of_message_arrives() {
    let mut desk = InstagramDesk::open().await;
    let mara = &desk.patient;
    let files = [
        (mara.sends_photo(), vec![AttachmentKind::Image]),
        (mara.sends_voice(3), vec![AttachmentKind::Audio]),
        (mara.sends_video(), vec![AttachmentKind::Video]),
        (mara.sends_file("Referral"), vec![AttachmentKind::File]),
        (mara.sends_sticker(), vec![AttachmentKind::Sticker]),
        (mara.sends_photos(3), vec![AttachmentKind::Image; 3]),
    ];
    let text = mara.writes("Hello");
    let quote = mara.quotes(&text, "I mean on Friday");
    let story = mara.replies_to_story("How much is it?");
    let mention = mara.mentions_in_story();
    let shared = mara.shares("https://www.instagram.com/p/Cx1/", "Before and after");
    let unsupported = mara.sends_unsupported();
    let unknown = mara.sends_unknown("hologram", json!({ "depth": 3 }));
    let found = desk.messages().await;
    for (id, kinds) in files {
        let message = find(&found, &id);
        assert!(matches!(message.content, Content::Media { caption: None }), "{:?}", message.content);
        let got: Vec<_> = message.attachments.iter().map(|file| file.kind).collect();
        assert_eq!(got, kinds);
        for file in &message.attachments {
            let body = desk.run(desk.connector.media(file, 10_000_000)).await.expect("its bytes");
            assert_eq!(Some(body.bytes.len() as u64), file.size);
        }
    }
    assert_eq!(find(&found, &quote).reply_to.as_deref(), Some(text.as_str()));
    assert!(matches!(find(&found, &story).content, Content::StoryReply { .. }));
    let mention = find(&found, &mention);
    assert!(matches!(mention.content, Content::StoryMention { story_url: Some(_) }));
    assert!(mention.attachments.is_empty(), "its picture must not be stored");
    assert!(matches!(find(&found, &shared).content, Content::Shared { url: Some(_), title: Some(_) }));
    for (id, kind) in [(unsupported, "is_unsupported"), (unknown, "hologram")] {
        match &find(&found, &id).content {
            Content::Unsupported { raw_kind, raw: Some(_) } => assert_eq!(raw_kind, kind),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn accounts_that_know_fewer_fields_lose_no_message() {
    for (rich, expansion, epoch) in [(false, true, false), (true, false, true), (false, false, false)] {
        let mut desk = InstagramDesk::open().await;
        let account = desk.sim.instagram();
        account.rich_fields(rich);
        account.expansion(expansion);
        account.epoch_times(epoch);
        desk.patient.writes("One");
        let photo = desk.patient.sends_photo();
        let found = desk.messages().await;
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].content.text(), Some("One"));
        assert_eq!(found[0].at, crate::desk::friday(), "its own time, whatever the spelling");
        match &find(&found, &photo).content {
            Content::Media { .. } => assert!(rich),
            // There is no telling what it is, only that it is there.
            Content::Unsupported { raw_kind, .. } => assert!(!rich && raw_kind == "empty"),
            other => panic!("{other:?}"),
        }
        let before = account.calls();
        desk.patient.writes("Two");
        assert_eq!(words(&desk.messages().await), ["Two"]);
        // One page; id by id also the conversation and the one new message.
        let most = if expansion { 1 } else { 3 };
        assert_eq!(account.calls() - before, most, "what was found out is remembered");
    }
}

#[tokio::test]
async fn an_idle_poll_is_one_call_and_the_limit_is_never_met() {
    let mut desk = InstagramDesk::open().await;
    desk.hears("Hello").await;
    let before = desk.sim.instagram().calls();
    for _ in 0..20 {
        assert!(desk.news().await.expect("never refused").is_empty());
    }
    assert_eq!(desk.sim.instagram().calls() - before, 20);
}

#[tokio::test]
async fn the_first_connection_walks_through_all_conversations() {
    let mut desk = InstagramDesk::open().await;
    let mut written = Vec::new();
    for n in 0..60 {
        let somebody = desk.sim.instagram().patient(&format!("Somebody {n}"), &format!("somebody.{n}"));
        written.push(somebody.writes(&format!("Hello from {n}")));
        desk.wait(120);
    }
    let found: Vec<String> = desk.messages().await.into_iter().map(|message| message.provider_id).collect();
    let mut sorted = (found.clone(), written.clone());
    sorted.0.sort();
    sorted.1.sort();
    assert_eq!(sorted.0, sorted.1);
    assert!(desk.messages().await.is_empty());
    // Somebody from the far end of the list writes again: one call finds it.
    let before = desk.sim.instagram().calls();
    let old = desk.sim.instagram().patient("Somebody 0", "somebody.0");
    desk.wait(600);
    let id = old.writes("It is me again");
    assert!(desk.messages().await.iter().any(|message| message.provider_id == id));
    assert_eq!(desk.sim.instagram().calls() - before, 1);
}

#[tokio::test]
async fn a_walk_whose_page_mark_has_ended_begins_again_and_misses_nobody() {
    let desk = InstagramDesk::open().await;
    for n in 0..30 {
        let somebody = desk.sim.instagram().patient(&format!("Somebody {n}"), &format!("somebody.{n}"));
        somebody.writes("Hello");
        desk.wait(5);
    }
    let first = desk.run(desk.connector.fetch("messages", None, desk.now())).await.expect("a page");
    assert!(first.more);
    let mut broken = first.cursor.clone();
    broken.0 = broken.0.replace("QVFI", "gone");
    assert_ne!(broken, first.cursor);
    let mut ids: Vec<String> =
        messages_in(first.events).into_iter().map(|message| message.provider_id).collect();
    let mut cursor = broken;
    loop {
        desk.wait(2);
        let batch =
            desk.run(desk.connector.fetch("messages", Some(&cursor), desk.now())).await.expect("a page");
        ids.extend(messages_in(batch.events).into_iter().map(|message| message.provider_id));
        cursor = batch.cursor;
        if !batch.more {
            break;
        }
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 30);
}

#[tokio::test]
async fn more_than_twenty_at_once_leave_a_gap_and_delete_nothing() {
    let mut desk = InstagramDesk::open().await;
    desk.hears("Hello").await;
    for n in 0..25 {
        desk.patient.writes(&format!("Line {n}"));
        desk.wait(1);
    }
    let cursor = desk.bookmark().remove("messages");
    let batch =
        desk.run(desk.connector.fetch("messages", cursor.as_ref(), desk.now())).await.expect("a page");
    let found = messages_in(batch.events);
    assert_eq!((found.len(), found[0].content.text()), (20, Some("Line 5")));
    assert_eq!(batch.gaps.len(), 1);
    assert_eq!(batch.gaps[0].before, found[0].at);
    for _ in 0..4 {
        desk.patient.writes("and so on");
        desk.wait(2);
        let news = desk.news().await.expect("news");
        assert!(news.iter().all(|event| matches!(event, InboundEvent::Message(_))), "nothing was taken back");
    }
}

#[tokio::test]
async fn edits_reactions_and_unsends_are_noticed() {
    let mut desk = InstagramDesk::open().await;
    let first = desk.hears("I will come at nine").await;
    let second = desk.hears("My number is 12345").await;
    desk.hears("Thanks").await;

    desk.patient.edits(&first.provider_id, "I will come at ten");
    let found = desk.messages().await;
    assert_eq!((found.len(), &found[0].provider_id), (1, &first.provider_id));
    assert_eq!(found[0].content.text(), Some("I will come at ten"));

    let reaction = |event: &InboundEvent| match event {
        InboundEvent::Reaction(reaction) => {
            assert_eq!(reaction.target, first.provider_id);
            assert_eq!(reaction.by.reveal(), desk.patient.id());
            reaction.emoji.clone().map(Phi::into_inner)
        }
        other => panic!("{other:?}"),
    };
    desk.patient.reacts(&first.provider_id, "love");
    let batch = desk.bookmark();
    let news = poll(&desk, &batch).await;
    assert_eq!(news.0.iter().map(reaction).collect::<Vec<_>>(), [Some("❤️".to_owned())]);
    desk.patient.takes_reaction_back(&first.provider_id);
    let news = poll(&desk, &news.1).await;
    assert_eq!(news.0.iter().map(reaction).collect::<Vec<_>>(), [None]);
    desk.reopen_at(news.1);

    desk.patient.unsends(&second.provider_id);
    assert!(desk.news().await.expect("news").is_empty(), "one poll without it proves nothing");
    match desk.news().await.expect("news").as_slice() {
        [InboundEvent::Unsend(unsend)] => assert_eq!(unsend.target, second.provider_id),
        other => panic!("{other:?}"),
    }
    assert!(desk.news().await.expect("news").is_empty());
}

type Bookmark = std::collections::BTreeMap<&'static str, anteroom_model::Cursor>;

/// One poll from a place, and the place after it.
async fn poll(desk: &InstagramDesk, from: &Bookmark) -> (Vec<InboundEvent>, Bookmark) {
    let batch =
        desk.run(desk.connector.fetch("messages", from.get("messages"), desk.now())).await.expect("a page");
    (batch.events, Bookmark::from([("messages", batch.cursor)]))
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
    assert_eq!(refused(error), FailureKind::OutsideWindow);
    desk.sim.instagram().human_agent(true);
    desk.run(desk.connector.send(&tagged)).await.expect("a person may");
    assert_eq!(desk.received(), ["Yes, at ten."]);
    desk.wait(7 * 24 * 3600);
    let error = desk.run(desk.connector.send(&tagged)).await.expect_err("a week is over");
    assert_eq!(refused(error), FailureKind::OutsideWindow);

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
    let error = desk.run(desk.connector.send(&answer)).await.expect_err("no uploads here");
    assert_eq!(refused(error), FailureKind::ContentRefused);
    assert!(desk.connector.capabilities(ChannelKind::Instagram).attachments.is_empty());
    let trap = desk.sim.fault(Fault::always(FaultKind::Garbage).method("POST"));
    desk.run(desk.connector.send(&answer)).await.expect_err("known by now");
    assert_eq!(desk.sim.fault_hits(trap), 0);
}

#[tokio::test]
async fn an_answer_may_quote_and_the_patient_sees_that_we_have_seen() {
    let mut desk = InstagramDesk::open().await;
    let asked = desk.hears("Is Friday free?").await;
    let mut answer = desk.answer(&asked, "Yes");
    answer.reply_to = Some(asked.provider_id.clone());
    desk.run(desk.connector.send(&answer)).await.expect("sent");
    assert_eq!(desk.patient.received()[0].reply_to.as_ref(), Some(&asked.provider_id));
    assert!(!desk.patient.saw_seen());
    let seen = desk.connector.mark_seen(ChannelKind::Instagram, &answer.to, &asked.provider_id);
    desk.run(seen).await.expect("marked");
    assert!(desk.patient.saw_seen());
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
