//! Intake against a real store, with a provider that says whatever it likes.

use std::sync::Arc;

use anteroom_model::{
    AccountId, Batch, CallDirection, CallOutcome, CallRecord, ChannelKind, Clock, Content, Credential,
    Cursor, Direction, Grant, InboundEvent, InboundMessage, ManualClock, Origin, Phi, Provider,
    RemoteIdentity, RemoteThread, WindowRule,
};
use anteroom_store::{
    ClinicKind, FileVault, ItemRow, NewAccount, NewClinic, Queue, RecoveryKit, Store, Surroundings, TEST_MARK,
};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use tempfile::TempDir;

use super::{not_stored, store};
use crate::dice::Dice;

struct Desk {
    _folder: TempDir,
    clock: ManualClock,
    store: Store,
    account: AccountId,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join(TEST_MARK), b"").expect("the mark");
        let clock = ManualClock::at("2026-11-24T09:00:00Z".parse().expect("a time"));
        let dice = Dice::seeded(3);
        let made = Store::create(
            folder.path(),
            &FileVault::in_folder(folder.path()),
            &RecoveryKit::generate().expect("randomness"),
            &NewClinic {
                name: "Marlow Street Dental".into(),
                country: "GB".into(),
                zone: "Europe/London".into(),
                kind: ClinicKind::Test,
                staff_name: "Ana Kovač".into(),
            },
            Surroundings { clock: Arc::new(clock.clone()), random: Box::new(move |bytes| dice.fill(bytes)) },
        );
        let store = made.expect("a clinic").store;
        let account = store.write_blocking(|tx| {
            let new = NewAccount {
                provider: Provider::Twilio,
                label: "Marlow Street".into(),
                remote_id: "AC1".into(),
                channels: vec![ChannelKind::Sms, ChannelKind::Phone],
                own_addresses: vec!["+442079460100".into()],
                grants: vec![Grant::SeeOwnAccount, Grant::TextMessages],
                credential_expires_at: None,
                base_url: None,
            };
            let credential = Credential::TwilioKey {
                account_sid: "AC1".into(),
                key_sid: "SK1".into(),
                secret: "secret".to_owned().into(),
            };
            tx.add_account(&new, &credential)
        });
        Self { _folder: folder, clock, store, account: account.expect("an account") }
    }

    fn takes_in(&self, events: Vec<InboundEvent>) {
        assert_eq!(self.takes_in_what_fits(events), 0);
    }

    /// How many did not fit.
    fn takes_in_what_fits(&self, events: Vec<InboundEvent>) -> u32 {
        let batch = Batch { events, cursor: Cursor("c".into()), more: false, gaps: Vec::new() };
        let account = self.account;
        let brought = self.store.write_blocking(move |tx| store(tx, account, batch)).expect("taken in");
        brought.skipped
    }

    fn says(&self) -> Vec<Content> {
        let page = self.store.read(|tx| tx.inbox(Queue::All, None, None, 10)).expect("the list");
        let items = self.store.read(|tx| tx.timeline(page.rows[0].id, None, 50)).expect("the timeline").items;
        let messages = items.into_iter().filter_map(|item| match item {
            ItemRow::Message(message) => Some(message.content),
            _ => None,
        });
        messages.collect()
    }
}

fn thread() -> RemoteThread {
    RemoteThread {
        id: None,
        with: RemoteIdentity { handle: "+447700900142".into(), display_name: None, username: None },
        ours: "+442079460100".into(),
    }
}

fn message(id: &str, at: Timestamp, direction: Direction) -> InboundEvent {
    InboundEvent::Message(InboundMessage {
        provider_id: id.into(),
        channel: ChannelKind::Sms,
        thread: thread(),
        direction,
        origin: if direction == Direction::Inbound { Origin::Patient } else { Origin::Elsewhere },
        at,
        content: Content::Text { body: "hello".into() },
        attachments: vec![],
        reply_to: None,
        status: None,
        reactions: vec![],
    })
}

fn call(id: &str, at: Timestamp) -> InboundEvent {
    InboundEvent::Call(CallRecord {
        provider_id: id.into(),
        thread: thread(),
        direction: CallDirection::Inbound,
        outcome: CallOutcome::Missed,
        started_at: at,
        talk_seconds: 0,
        ring_seconds: None,
    })
}

/// Any time that a connector could understand, the ends of time among them.
fn any_time() -> impl Strategy<Value = Timestamp> {
    let any = Timestamp::MIN.as_second()..=Timestamp::MAX.as_second();
    prop_oneof![
        Just(Timestamp::MIN),
        Just(Timestamp::MAX),
        any.prop_map(|second| Timestamp::from_second(second).expect("within the range")),
    ]
}

#[test]
fn whatever_time_a_provider_delivers_it_is_stored_and_the_list_can_be_read() {
    let desk = Desk::new();
    let mut runner = proptest::test_runner::TestRunner::default();
    let n = std::cell::Cell::new(0_usize);
    let ran = runner.run(&(any_time(), any_time(), any_time()), |(a, b, c)| {
        n.set(n.get() + 1);
        let id = |what: &str| format!("{what}{}", n.get());
        desk.takes_in(vec![
            message(&id("in"), a, Direction::Inbound),
            message(&id("out"), b, Direction::Outbound),
            call(&id("call"), c),
        ]);
        let now = desk.clock.now();
        let page = desk.store.read(|tx| tx.inbox(Queue::All, None, None, 10)).expect("the list");
        let messages = desk.store.read(|tx| tx.timeline(page.rows[0].id, None, 2000)).expect("the timeline");
        prop_assert!(messages.items.len() >= n.get());
        for row in &page.rows {
            prop_assert!(row.last_at() <= now + SignedDuration::from_hours(25));
            for rule in [WindowRule::TemplatesAfter, WindowRule::Instagram { human_agent: true }] {
                let _ = rule.at(row.last_inbound_at, now);
            }
        }
        Ok(())
    });
    ran.expect("holds");
}

#[test]
fn a_message_dated_2099_does_not_hold_the_window_open_till_then() {
    let desk = Desk::new();
    desk.takes_in(vec![message("m1", "2099-01-01T00:00:00Z".parse().expect("a time"), Direction::Inbound)]);
    let row = desk.store.read(|tx| tx.inbox(Queue::All, None, None, 10)).expect("the list").rows.remove(0);
    let in_three_days = desk.clock.now() + SignedDuration::from_hours(72);
    let window = WindowRule::TemplatesAfter.at(row.last_inbound_at, in_three_days);
    assert!(!window.allows_free_text(), "{window:?}");
}

#[test]
fn a_message_that_cannot_be_kept_as_it_is_stands_there_all_the_same_and_nothing_behind_it_waits() {
    let desk = Desk::new();
    let now = desk.clock.now();
    let InboundEvent::Message(nowhere) = message("m1", now, Direction::Inbound) else { panic!("a message") };
    let content = Content::Location {
        latitude: Phi::new(f64::NAN),
        longitude: Phi::new(8.5),
        name: Some("by the old bridge".to_owned().into()),
        address: None,
    };
    let nowhere = InboundEvent::Message(InboundMessage { content, ..nowhere });
    let events = vec![nowhere, message("m2", now, Direction::Inbound)];
    assert_eq!(desk.takes_in_what_fits(events), 1);
    let says = desk.says();
    assert_eq!(says.len(), 2, "{says:?}");
    assert!(says.iter().any(|content| matches!(content, Content::Text { .. })));
    let words = says.iter().find_map(|content| match content {
        Content::Unsupported { raw, .. } => raw.clone(),
        _ => None,
    });
    assert!(words.is_some_and(|raw| raw.reveal().contains("by the old bridge")), "its words are here");
    let account = desk.account;
    let missing = desk.store.read(|tx| not_stored::since(tx, account)).expect("readable");
    assert_eq!(missing, None, "nothing is missing");
}

#[test]
fn what_is_missing_is_known_since_the_first_time_until_somebody_signs_in_again() {
    let desk = Desk::new();
    let account = desk.account;
    let since = || desk.store.read(|tx| not_stored::since(tx, account)).expect("readable");
    let first = desk.clock.now();
    desk.store.write_blocking(move |tx| not_stored::remember(tx, account)).expect("written");
    desk.clock.advance(SignedDuration::from_mins(1));
    desk.store.write_blocking(move |tx| not_stored::remember(tx, account)).expect("written");
    assert_eq!(since(), Some(first.into()));
    desk.store.write_blocking(move |tx| not_stored::forget(tx, account)).expect("written");
    assert_eq!(since(), None);
}
