//! What comes in.

use anteroom_model::{
    AttachmentKind, ChannelKind, Content, DeliveryStatus, FailureKind, OutboxState, ParkReason, Phi,
    Reaction, RemoteAttachment, StatusUpdate, Unsend,
};
use jiff::SignedDuration;

use super::outbox::claim;
use crate::fixture::{Clinic, conversation, echo, inbound, minutes, nine};
use crate::{Act, FetchState, Inbound, ItemRow, Position, Preview, Queue, StoreError};

fn texts(clinic: &Clinic, id: anteroom_model::ConversationId) -> Vec<String> {
    clinic
        .read(|tx| tx.timeline(id, None, 50))
        .items
        .iter()
        .map(|item| match item {
            ItemRow::Message(message) => message.content.text().unwrap_or_default().to_owned(),
            ItemRow::Note(note) => format!("note: {}", note.text.reveal()),
            ItemRow::Call(_) => "call".to_owned(),
        })
        .collect()
}

#[test]
fn a_message_is_stored_once_however_often_it_is_listed() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let first = clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    let Inbound::Inserted(id) = first else { panic!("{first:?}") };
    let again = clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    assert_eq!(again, Inbound::Known { id, files: false });
    assert_eq!(texts(&clinic, mara), ["Is Friday free?"]);
    let row = clinic.row(mara);
    assert_eq!(row.waiting_since(), Some(nine()));
    assert!(row.unopened);
    assert_eq!(row.last_inbound_at, Some(nine()));
    assert_eq!(row.preview, Preview::Text { text: "Is Friday free?".into(), ours: false });
}

#[test]
fn history_that_arrives_late_stands_where_it_belongs() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    for (id, minute) in [("m3", 3), ("m1", 1), ("m2", 2)] {
        clinic.patient_writes(mara, id, nine() + minutes(minute), id);
    }
    assert_eq!(texts(&clinic, mara), ["m1", "m2", "m3"]);
    let page = clinic.read(|tx| tx.timeline(mara, None, 2));
    assert_eq!(page.items.len(), 2);
    let rest = clinic.read(|tx| tx.timeline(mara, page.older, 2));
    assert_eq!((rest.items.len(), rest.older), (1, None));
    let from = page.items[0].position();
    assert_eq!(clinic.read(|tx| tx.timeline_from(mara, from, 10)).items.len(), 2);
}

#[test]
fn many_messages_of_one_second_keep_their_order() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let ids: Vec<String> = (0..40).map(|n| format!("same second {n}")).collect();
    for id in &ids {
        clinic.patient_writes(mara, id, nine(), id);
    }
    assert_eq!(texts(&clinic, mara), ids);
}

#[test]
fn an_answer_from_the_providers_own_app_answers() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    clinic.answered_elsewhere(mara, "m2", nine() + minutes(1), "Yes");
    assert_eq!(clinic.row(mara).waiting, None);
    assert_eq!(clinic.read(|tx| tx.inbox_counts(None, None)).waiting, 0);
    clinic.patient_writes(mara, "m3", nine() + minutes(2), "Great");
    assert_eq!(clinic.row(mara).waiting_since(), Some(nine() + minutes(2)));
}

#[test]
fn a_question_that_arrives_after_our_answer_still_waits() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Hello");
    clinic.clock.advance(minutes(10));
    clinic.ana_sends(mara, "p1", "Hello, how can we help?");
    assert_eq!(clinic.row(mara).waiting, None);
    // Written before our answer, delivered to us after it: nobody here has seen it.
    clinic.clock.advance(minutes(1));
    clinic.patient_writes(mara, "m2", nine() + minutes(9), "It hurts a lot");
    let row = clinic.row(mara);
    assert_eq!(row.waiting_since(), Some(nine() + minutes(9)));
    assert!(row.unopened);
    clinic.clock.advance(minutes(1));
    clinic.ana_sends(mara, "p2", "Please come in now");
    assert_eq!(clinic.row(mara).waiting, None);
}

#[test]
fn done_ends_with_the_next_message_also_with_a_late_one() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Thanks!");
    clinic.clock.advance(minutes(5));
    clinic.write(move |tx| tx.triage(&[mara], Act::Done));
    assert!(clinic.row(mara).done);
    assert_eq!(clinic.read(|tx| tx.inbox(Queue::Done, None, None, 10)).rows.len(), 1);
    clinic.clock.advance(minutes(1));
    clinic.patient_writes(mara, "m2", nine() + minutes(4), "One more thing");
    let row = clinic.row(mara);
    assert!(!row.done && row.waiting.is_some() && row.unopened);
    clinic.write(move |tx| tx.triage(&[mara], Act::Done));
    clinic.write(move |tx| tx.triage(&[mara], Act::Reopen));
    // The thanks were done before, and stay done.
    assert_eq!(clinic.row(mara).waiting_since(), Some(nine() + minutes(4)));
}

#[test]
fn opening_is_remembered_until_the_patient_writes_again() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Hello");
    clinic.write(move |tx| tx.mark_opened(mara));
    let counts = clinic.read(|tx| tx.inbox_counts(Some(ChannelKind::Instagram), None));
    assert_eq!((counts.waiting, counts.unopened, counts.longest_since), (1, 0, Some(nine())));
    clinic.patient_writes(mara, "m2", nine() + minutes(1), "Anybody?");
    assert_eq!(clinic.read(|tx| tx.inbox_counts(None, None)).unopened, 1);
    assert_eq!(clinic.row(mara).waiting_since(), Some(nine()));
}

#[test]
fn what_is_taken_back_loses_its_words_and_keeps_its_place() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    clinic.patient_writes(mara, "m1", nine(), "zinfandel");
    let query = anteroom_model::Query::parse("zinfandel");
    assert_eq!(clinic.read(|tx| tx.search(&query, 10, None)).items.len(), 1);
    let unsend = Unsend { target: "m1".into(), at: None };
    let gone = clinic.write(move |tx| tx.take_back(account, &unsend));
    assert!(gone.message.is_some());
    assert_eq!(texts(&clinic, mara), [""]);
    assert_eq!(clinic.read(|tx| tx.search(&query, 10, None)).items.len(), 0);
    assert_eq!(clinic.row(mara).preview, Preview::TakenBack);
    // Listed again, with or without its words: it stays taken back.
    clinic.patient_writes(mara, "m1", nine(), "zinfandel");
    assert_eq!(texts(&clinic, mara), [""]);
}

#[test]
fn an_old_message_that_reads_as_deleted_keeps_our_words() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    clinic.patient_writes(mara, "m1", nine(), "My card number is in the letter");
    for content in [
        Content::Unsupported { raw_kind: "deleted".into(), raw: None },
        Content::Text { body: Phi::from("") },
        Content::Media { caption: None },
    ] {
        let again = anteroom_model::InboundMessage { content, ..inbound("m1", nine(), "") };
        clinic.write(move |tx| tx.insert_inbound(account, mara, &again));
    }
    assert_eq!(texts(&clinic, mara), ["My card number is in the letter"]);
    clinic.patient_writes(mara, "m1", nine(), "My card number is in the second letter");
    let page = clinic.read(|tx| tx.timeline(mara, None, 1));
    let ItemRow::Message(message) = &page.items[0] else { panic!() };
    assert!(message.edited);
}

#[test]
fn what_an_older_version_could_not_show_is_shown_once_it_is_understood() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    let odd = Content::Unsupported { raw_kind: "poll".into(), raw: Some("{\"q\":1}".into()) };
    let message = anteroom_model::InboundMessage { content: odd.clone(), ..inbound("m1", nine(), "") };
    clinic.write(move |tx| tx.insert_inbound(account, mara, &message));
    let found = clinic.read(|tx| tx.message_by_provider(account, "m1")).unwrap();
    assert_eq!(found.content, odd);
    clinic.patient_writes(mara, "m1", nine(), "Which day? Monday / Friday");
    let found = clinic.read(|tx| tx.message_by_provider(account, "m1")).unwrap();
    assert_eq!(found.content.text(), Some("Which day? Monday / Friday"));
    assert!(!found.edited);
}

#[test]
fn reactions_come_and_go_in_any_order() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    let react = |emoji: Option<&str>, minute| Reaction {
        target: "m1".into(),
        by: "9001".into(),
        emoji: emoji.map(Phi::from),
        at: Some(nine() + minutes(minute)),
    };
    let (heart, gone, thumb) = (react(Some("❤"), 1), react(None, 2), react(Some("👍"), 3));
    clinic.write(move |tx| tx.apply_reaction(account, &heart, false));
    clinic.answered_elsewhere(mara, "m1", nine(), "See you");
    let emojis = || -> Vec<String> {
        let message = clinic.read(|tx| tx.message_by_provider(account, "m1")).unwrap();
        message.reactions.iter().map(|reaction| reaction.emoji.reveal().clone()).collect()
    };
    assert_eq!(emojis(), ["❤"]);
    clinic.write(move |tx| tx.apply_reaction(account, &thumb, false));
    assert_eq!(emojis(), ["👍"]);
    assert!(!clinic.write(move |tx| tx.apply_reaction(account, &gone, false)));
    assert_eq!(emojis(), ["👍"]);
}

#[test]
fn a_file_is_fetched_later_and_found_by_its_name() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    let file = RemoteAttachment {
        reference: "https://cdn.example/x".into(),
        kind: AttachmentKind::Image,
        mime: Some("image/jpeg".into()),
        file_name: Some("xray-left.jpg".into()),
        size: Some(1000),
        available_until: None,
    };
    let message = anteroom_model::InboundMessage {
        content: Content::Media { caption: None },
        attachments: vec![file.clone()],
        ..inbound("m1", nine(), "")
    };
    clinic.write(move |tx| tx.insert_inbound(account, mara, &message));
    let due = clinic.read(|tx| tx.attachments_due(nine(), 10));
    assert_eq!((due.len(), due[0].conversation), (1, Some(mara)));
    assert_eq!(due[0].file.remote.as_ref(), Some(&file));
    let id = due[0].file.id;
    let later = nine() + minutes(5);
    clinic.write(move |tx| tx.attachment_retry_at(id, later, FailureKind::Timeout));
    assert!(clinic.read(|tx| tx.attachments_due(nine(), 10)).is_empty());
    assert_eq!(clinic.read(|tx| tx.attachment_next_due()), Some(later));
    let sealed = clinic.store.files().seal(&b"picture"[..]).unwrap();
    let name = sealed.name;
    let here = crate::HereFile {
        sealed,
        mime: "image/png".into(),
        kind: None,
        dimensions: Some((640, 480)),
        seconds: None,
        waveform: None,
        thumb: None,
    };
    clinic.write(move |tx| tx.attachment_here(id, &here));
    let row = clinic.read(|tx| tx.attachment(id)).unwrap();
    assert_eq!((row.state, row.dimensions, row.due_at), (FetchState::Here, Some((640, 480)), None));
    assert!(clinic.read(|tx| tx.is_sealed_file_known(name)));
    let mut reader = clinic.store.files().open(&row.sealed.unwrap()).unwrap();
    assert_eq!(reader.read_all().unwrap().as_slice(), b"picture");
    assert!(matches!(
        clinic.row(mara).preview,
        Preview::Attachment { kind: Some(AttachmentKind::Image), .. }
    ));
    let query = anteroom_model::Query::parse("xray");
    assert_eq!(clinic.read(|tx| tx.search(&query, 10, None)).items.len(), 1);
    let unsend = Unsend { target: "m1".into(), at: None };
    let gone = clinic.write(move |tx| tx.take_back(account, &unsend));
    assert_eq!(gone.files.len(), 1);
    assert!(clinic.read(|tx| tx.attachment(id)).is_none());
}

#[test]
fn a_status_that_comes_before_its_message_is_kept_for_it() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    for (status, minute) in [(DeliveryStatus::Read, 2), (DeliveryStatus::Delivered, 1)] {
        let update = StatusUpdate {
            provider_id: "m1".into(),
            status,
            at: nine() + minutes(minute),
            code: None,
            is_last: false,
        };
        clinic.write(move |tx| tx.apply_status(account, &update));
    }
    clinic.answered_elsewhere(mara, "m1", nine(), "See you");
    let message = clinic.read(|tx| tx.message_by_provider(account, "m1")).unwrap();
    assert_eq!(message.status, Some(DeliveryStatus::Read));
}

#[test]
fn a_send_that_was_looked_for_too_early_is_recognised_when_it_is_listed_at_last() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let stopped = |press: &str, text: &str, reason| {
        let sent = clinic.ana_sends(mara, press, text);
        let id = sent.outbox;
        claim(&clinic, id).unwrap();
        if reason == ParkReason::NotSent {
            clinic.write(move |tx| tx.settle_unknown(id, nine()));
        }
        clinic.write(move |tx| tx.park(id, reason, None));
        sent
    };
    let late = stopped("p1", "Yes", ParkReason::NotSent);
    let refused = stopped("p2", "Friday", ParkReason::Refused(FailureKind::ContentRefused));
    assert_eq!(clinic.row(mara).not_sent, 2);
    // Long before the attempt, days after it, or in other words it is somebody else's.
    for (id, at, text) in [
        ("mid.a", nine() - minutes(60), "Yes"),
        ("mid.b", nine() + minutes(73 * 60), "Yes"),
        ("mid.c", nine(), "No"),
    ] {
        assert!(matches!(clinic.answered_elsewhere(mara, id, at, text), Inbound::Inserted(_)), "{id}");
    }
    let shown = texts(&clinic, mara).len();
    let found = clinic.answered_elsewhere(mara, "mid.1", nine(), "Yes");
    assert_eq!(found, Inbound::Settled(late.outbox, late.message));
    assert_eq!(texts(&clinic, mara).len(), shown);
    let state = |id| clinic.read(|tx| tx.outbox(id)).unwrap().state;
    assert_eq!(state(late.outbox), OutboxState::Accepted);
    let message = clinic.read(|tx| tx.message(late.message)).unwrap();
    assert_eq!(message.status, Some(DeliveryStatus::Accepted));
    // What the provider refused never left.
    let other = clinic.answered_elsewhere(mara, "mid.2", nine(), "Friday");
    assert!(matches!(other, Inbound::Inserted(_)));
    assert_eq!(state(refused.outbox), OutboxState::Parked);
}

#[test]
fn a_message_for_another_accounts_conversation_is_refused() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let other = clinic.write(|tx| crate::fixture::connect(tx, "178400002"));
    let message = inbound("m1", nine(), "Hello");
    let refused = clinic.store.write_blocking(move |tx| tx.insert_inbound(other, mara, &message));
    assert_eq!(refused, Err(crate::Conflict::OtherAccount.into()));
    assert!(texts(&clinic, mara).is_empty());
}

#[test]
fn absurd_times_of_a_provider_are_stored_all_the_same() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", jiff::Timestamp::MAX, "from the future");
    clinic.patient_writes(mara, "m2", jiff::Timestamp::MIN, "from the past");
    assert_eq!(texts(&clinic, mara), ["from the past", "from the future"]);
    assert_eq!(clinic.read(|tx| tx.inbox(Queue::All, None, None, 10)).rows.len(), 1, "the list can be read");
    let sent = clinic.ana_sends(mara, "p1", "Hello");
    let message = clinic.read(|tx| tx.message(sent.message)).unwrap();
    assert!(message.position > Position::first_at(nine() + SignedDuration::from_hours(24 * 365 * 100)));
    let _ = echo("m3", nine(), "");
}

#[test]
fn a_part_that_fails_leaves_nothing_behind_and_takes_nothing_with_it() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    clinic.write(move |tx| {
        tx.insert_inbound(account, mara, &inbound("m1", nine(), "One"))?;
        let failed = tx.whole(|tx| {
            let stranger = conversation(tx, account, ChannelKind::Instagram, "9002")?;
            tx.insert_inbound(account, stranger, &inbound("m2", nine() + minutes(1), "Two"))?;
            Err::<(), _>(StoreError::BadRow)
        });
        assert_eq!(failed, Err(StoreError::BadRow));
        tx.whole(|tx| tx.insert_inbound(account, mara, &inbound("m3", nine() + minutes(2), "Three")))
    });
    let known = |id: &str| clinic.read(|tx| tx.message_by_provider(account, id)).is_some();
    assert_eq!([known("m1"), known("m2"), known("m3")], [true, false, true]);
    assert_eq!(
        clinic.read(|tx| tx.inbox(Queue::All, None, None, 10)).rows.len(),
        1,
        "nobody knows the stranger"
    );
}
