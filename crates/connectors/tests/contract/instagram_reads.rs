//! What only Instagram has, reading: its kinds of messages, its horizon, its inferences, its limits.

use anteroom_model::{Accepted, AttachmentKind, Content, InboundEvent, InboundMessage, Phi, Reconciled};
use anteroom_sim::{Fault, FaultKind};
use serde_json::json;

use crate::desk::{Desk, messages_in};
use crate::instagram::Instagram;

type InstagramDesk = Desk<Instagram>;

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
async fn pictures_that_were_not_ready_are_told_again_with_all_their_files() {
    for expansion in [true, false] {
        let mut desk = InstagramDesk::open().await;
        desk.sim.instagram().expansion(expansion);
        let id = desk.patient.begins_photos();
        let found = desk.messages().await;
        let nothing = |message: &InboundMessage| matches!(message.content, Content::Unsupported { .. });
        assert!(nothing(find(&found, &id)), "told at once: a patient wrote");
        desk.wait(10);
        assert!(desk.messages().await.is_empty());
        desk.patient.ends_photos(&id);
        desk.wait(301);
        let found = desk.messages().await;
        let message = find(&found, &id);
        assert!(matches!(message.content, Content::Media { caption: None }));
        assert_eq!(message.attachments.len(), 2);
        for file in &message.attachments {
            let body = desk.run(desk.connector.media(file, 10_000_000)).await.expect("its bytes");
            assert_eq!(Some(body.bytes.len() as u64), file.size);
        }
        desk.wait(301);
        assert!(desk.messages().await.is_empty(), "once");
    }
}

#[tokio::test]
async fn a_message_that_will_not_open_stops_nothing_and_is_told_all_the_same() {
    // Unknown parameter, unknown error, not permitted, not for you, and a number that nobody knows.
    for (code, subcode) in
        [(100, None), (100, Some(2_018_001)), (1, None), (10, None), (551, None), (424_242, Some(1))]
    {
        let mut desk = InstagramDesk::open().await;
        let account = desk.sim.instagram();
        account.expansion(false);
        let other = account.patient("Ana Berisha", "ana.b");
        let before = desk.patient.writes("Before");
        let id = desk.patient.writes("My number is 12345");
        let after = desk.patient.writes("After");
        let photo = other.sends_photo();
        account.refuses_message(&id, Some((code, subcode)));
        let found = desk.messages().await;
        assert_eq!(found.len(), 4, "{code}");
        assert_eq!(find(&found, &before).content.text(), Some("Before"));
        assert_eq!(find(&found, &after).content.text(), Some("After"));
        assert_eq!(find(&found, &photo).attachments.len(), 1, "{code}: the others lose no part");
        match &find(&found, &id).content {
            Content::Unsupported { raw_kind, .. } => assert_eq!(raw_kind, "refused"),
            other => panic!("{other:?}"),
        }
        desk.wait(10);
        let calls = account.calls();
        assert!(desk.messages().await.is_empty());
        assert_eq!(account.calls() - calls, 1, "it is not asked for with every poll");
        account.refuses_message(&id, None);
        desk.wait(301);
        let found = desk.messages().await;
        assert_eq!(words(&found), ["My number is 12345"]);
        desk.wait(301);
        assert!(desk.messages().await.is_empty());
    }
}

#[tokio::test]
async fn a_message_that_is_not_there_is_no_message_and_stops_nothing() {
    for (code, subcode) in [(9_000_001, None), (100, Some(33)), (33, None), (803, None), (230, None)] {
        let mut desk = InstagramDesk::open().await;
        desk.sim.instagram().expansion(false);
        let gone = desk.patient.writes("Gone");
        desk.sim.instagram().refuses_message(&gone, Some((code, subcode)));
        desk.patient.writes("After");
        assert_eq!(words(&desk.messages().await), ["After"], "{code}");
    }
}

#[tokio::test]
async fn a_refusal_that_means_the_account_ends_the_poll() {
    for (code, subcode) in [(190, None), (0, None), (200, Some(2_534_041)), (80_002, None), (2, None)] {
        let mut desk = InstagramDesk::open().await;
        desk.sim.instagram().expansion(false);
        let id = desk.patient.writes("Hello");
        desk.sim.instagram().refuses_message(&id, Some((code, subcode)));
        assert!(desk.news().await.is_err(), "{code}");
        desk.sim.instagram().refuses_message(&id, None);
        desk.wait(60);
        assert_eq!(words(&desk.messages().await), ["Hello"], "{code}: and nothing of it is lost");
    }
}

#[tokio::test]
async fn an_unknown_send_is_not_declared_unsent_while_a_message_will_not_open() {
    let mut desk = InstagramDesk::open().await;
    desk.sim.instagram().expansion(false);
    let asked = desk.hears("Is Friday free?").await;
    let answer = desk.answer(&asked, "Yes");
    desk.sim.fault(Fault::once(FaultKind::Reset { taken: true }).method("POST"));
    desk.run(desk.connector.send(&answer)).await.expect_err("no answer");
    let unknown = desk.unknown(&answer);
    let sent = desk.patient.received()[0].provider_id.clone();
    desk.sim.instagram().refuses_message(&sent, Some((424_242, None)));
    desk.wait(90);
    let found = desk.run(desk.connector.reconcile(&unknown, desk.now())).await;
    assert_eq!(found, Ok(Reconciled::CannotTell));
    desk.sim.instagram().refuses_message(&sent, None);
    let found = desk.run(desk.connector.reconcile(&unknown, desk.now())).await;
    assert_eq!(found, Ok(Reconciled::Sent(Accepted { provider_id: sent })));
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
    for _ in 0..3 {
        desk.wait(1);
        assert!(
            desk.news().await.expect("news").is_empty(),
            "a list may be late: polls in a row prove nothing"
        );
    }
    desk.wait(301);
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
