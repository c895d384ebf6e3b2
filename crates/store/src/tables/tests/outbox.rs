//! What we owe.

use anteroom_model::{
    AttachmentKind, Content, DeliveryStatus, FailureKind, HoldReason, MessageId, OutboxId, OutboxState,
    ParkReason, Phi, ProviderCode, StatusUpdate,
};

use crate::fixture::{Clinic, minutes, nine};
use crate::{
    AttemptEnd, Conflict, HereFile, Inbound, ItemRow, NewFile, OutboxWhy, Queue, Result, StoreError, Topic,
};

fn state(clinic: &Clinic, id: OutboxId) -> OutboxState {
    clinic.read(|tx| tx.outbox(id)).unwrap().state
}

fn status(clinic: &Clinic, id: MessageId) -> Option<DeliveryStatus> {
    clinic.read(|tx| tx.message(id)).unwrap().status
}

fn listed(clinic: &Clinic, id: anteroom_model::ConversationId) -> usize {
    clinic.read(|tx| tx.timeline(id, None, 100)).items.len()
}

pub(super) fn claim(clinic: &Clinic, id: OutboxId) -> Result<crate::OutboxRow> {
    let lease = clinic.clock.clone();
    clinic.store.write_blocking(move |tx| tx.claim(id, anteroom_model::Clock::now(&lease) + minutes(2)))
}

#[test]
fn a_reply_is_shown_at_once_and_accepted_once() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    let mut news = clinic.store.changes();
    let sent = clinic.ana_sends(mara, "p1", "Yes, at ten.");
    let topics = news.try_recv().unwrap().topics;
    assert!(topics.contains(&Topic::Outbox) && topics.contains(&Topic::Conversation(mara)));
    assert_eq!(status(&clinic, sent.message), Some(DeliveryStatus::Queued));
    assert_eq!(clinic.row(mara).waiting, None);
    assert_eq!(clinic.read(|tx| tx.outbox_due(nine(), 10)).len(), 1);
    let claimed = claim(&clinic, sent.outbox).unwrap();
    assert_eq!(
        (claimed.state, claimed.attempt, claimed.attempted_at),
        (OutboxState::Sending, 1, Some(nine()))
    );
    let (id, account) = (sent.outbox, clinic.account);
    clinic.write(move |tx| tx.settle_accepted(id, "mid.1"));
    let message = clinic.read(|tx| tx.message(sent.message)).unwrap();
    assert_eq!(
        (message.status, message.provider_id.as_deref()),
        (Some(DeliveryStatus::Accepted), Some("mid.1"))
    );
    // Its echo is known.
    let again = clinic.answered_elsewhere(mara, "mid.1", nine() + minutes(1), "Yes, at ten.");
    assert_eq!(again, Inbound::Known { id: sent.message, files: false });
    assert_eq!(listed(&clinic, mara), 2);
    assert_eq!(clinic.read(|tx| tx.statuses_due(nine() + minutes(1), 10)).len(), 1);
    let update = StatusUpdate {
        provider_id: "mid.1".into(),
        status: DeliveryStatus::Read,
        at: nine(),
        code: None,
        is_last: false,
    };
    assert!(clinic.write(move |tx| tx.apply_status(account, &update)));
    assert!(clinic.read(|tx| tx.statuses_due(nine() + minutes(1), 10)).is_empty());
}

#[test]
fn a_button_pressed_twice_sends_once_even_after_an_undo() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let first = clinic.ana_sends(mara, "p1", "Yes");
    let second = clinic.ana_sends(mara, "p1", "Yes");
    assert!(first.fresh && !second.fresh);
    assert_eq!((first.outbox, first.message), (second.outbox, second.message));
    let id = first.outbox;
    let undone = clinic.write(move |tx| tx.undo(id));
    assert_eq!(undone.words().reveal(), "Yes");
    assert_eq!(listed(&clinic, mara), 0);
    assert!(!clinic.ana_sends(mara, "p1", "Yes").fresh);
    assert!(clinic.read(|tx| tx.outbox_due(nine(), 10)).is_empty());
}

#[test]
fn replies_leave_one_at_a_time_in_the_order_in_which_they_were_written() {
    let clinic = Clinic::new();
    let (mara, leila) = (clinic.with("9001"), clinic.with("9002"));
    let [one, two] = ["p1", "p2"].map(|press| clinic.ana_sends(mara, press, press).outbox);
    let other = clinic.ana_sends(leila, "p3", "p3").outbox;
    let due = |clinic: &Clinic| -> Vec<OutboxId> {
        clinic.read(|tx| tx.outbox_due(nine() + minutes(60), 10)).iter().map(|row| row.id).collect()
    };
    assert_eq!(due(&clinic), [one, other]);
    assert_eq!(claim(&clinic, two), Err(Conflict::NotItsTurn.into()));
    claim(&clinic, one).unwrap();
    assert_eq!(due(&clinic), [other]);
    assert_eq!(claim(&clinic, one), Err(Conflict::OutboxState.into()));
    clinic.write(move |tx| tx.requeue(one, nine() + minutes(5), FailureKind::Offline, None));
    assert_eq!(claim(&clinic, two), Err(Conflict::NotItsTurn.into()), "the first still comes first");
    assert_eq!(clinic.read(|tx| tx.outbox_next_due(nine())), Some(nine() + minutes(5)));
    clinic.clock.advance(minutes(6));
    claim(&clinic, one).unwrap();
    let code = ProviderCode::of(21610);
    clinic.write(move |tx| tx.park(one, ParkReason::Refused(FailureKind::OptedOut), Some(code)));
    // What is parked waits for a person and holds nobody up.
    assert_eq!(due(&clinic), [two, other]);
    let row = clinic.read(|tx| tx.outbox(one)).unwrap();
    assert_eq!(row.why, Some(OutboxWhy::Parked(ParkReason::Refused(FailureKind::OptedOut))));
    assert_eq!((row.code, row.attempt), (Some(code), 2));
    assert_eq!(clinic.row(mara).not_sent, 1);
    assert_eq!(clinic.read(|tx| tx.inbox(Queue::NotSent, None, None, 10)).rows.len(), 1);
    clinic.write(move |tx| tx.retry(one));
    assert_eq!(clinic.row(mara).not_sent, 0);
    let queued = clinic.read(|tx| tx.outbox_counts()).queued;
    assert_eq!(queued, 3);
}

#[test]
fn an_unknown_send_blocks_its_conversation_and_the_patient_still_waits() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    clinic.clock.advance(minutes(1));
    let one = clinic.ana_sends(mara, "p1", "Yes").outbox;
    let two = clinic.ana_sends(mara, "p2", "At ten").outbox;
    claim(&clinic, one).unwrap();
    let check = nine() + minutes(2);
    assert_eq!(clinic.write(move |tx| tx.settle_unknown(one, check)), AttemptEnd::AsSaid);
    assert_eq!(clinic.row(mara).not_sent, 1);
    assert!(clinic.read(|tx| tx.outbox_due(nine() + minutes(60), 10)).is_empty());
    assert_eq!(clinic.read(|tx| tx.outbox_unknown(check, 10)).len(), 1);
    clinic.write(move |tx| tx.check_again(one, Some(nine() + minutes(9))));
    assert_eq!(clinic.read(|tx| tx.outbox_next_check()), Some(nine() + minutes(9)));
    // Nobody could be asked; that is not a look. Once somebody can be asked again, it is due at once.
    clinic.write(move |tx| tx.put_off_check(one, nine() + minutes(10)));
    assert_eq!(clinic.read(|tx| tx.outbox(one)).unwrap().checks, 1);
    let account = clinic.account;
    clinic.write(move |tx| tx.account_answers(account));
    assert_eq!(clinic.read(|tx| tx.outbox_next_check()), Some(nine() + minutes(1)));
    // Found at the provider.
    clinic.write(move |tx| tx.settle_found(one, "mid.1"));
    assert_eq!(state(&clinic, one), OutboxState::Accepted);
    assert_eq!(clinic.row(mara).waiting, None);
    claim(&clinic, two).unwrap();
}

#[test]
fn an_echo_of_what_is_being_sent_is_not_shown_twice() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let sent = clinic.ana_sends(mara, "p1", "Yes, at ten.");
    let id = sent.outbox;
    claim(&clinic, id).unwrap();
    let shadow = clinic.answered_elsewhere(mara, "mid.1", nine() + minutes(1), "Yes, at ten. ");
    assert!(matches!(shadow, Inbound::Shadow(_)));
    assert_eq!(listed(&clinic, mara), 1);
    clinic.write(move |tx| tx.settle_accepted(id, "mid.1"));
    assert_eq!(listed(&clinic, mara), 1);
    let account = clinic.account;
    assert_eq!(clinic.read(|tx| tx.message_by_provider(account, "mid.1")).unwrap().id, sent.message);
}

#[test]
fn one_provider_id_is_never_two_messages() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Hello");
    let ids = ["p1", "p2"].map(|press| clinic.ana_sends(mara, press, press).outbox);
    let [first, second] = ids;
    claim(&clinic, first).unwrap();
    clinic.write(move |tx| tx.settle_accepted(first, "mid.1"));
    claim(&clinic, second).unwrap();
    for taken in ["mid.1", "m1"] {
        let refused = clinic.store.write_blocking(move |tx| tx.settle_accepted(second, taken));
        assert_eq!(refused, Err(Conflict::ProviderIdTaken.into()));
    }
    assert_eq!(listed(&clinic, mara), 3);
}

#[test]
fn an_unknown_send_can_be_what_came_after_it_and_nothing_that_was_here_or_is_ours() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    clinic.answered_elsewhere(mara, "mid.before", nine(), "It\u{2019}s fine");
    let [first, second] = ["p1", "p2"].map(|press| clinic.ana_sends(mara, press, "It\u{2019}s fine"));
    // Both waited for the network for an hour.
    clinic.clock.advance(minutes(60));
    let id = first.outbox;
    claim(&clinic, id).unwrap();
    clinic.write(move |tx| tx.settle_accepted(id, "mid.first"));
    let id = second.outbox;
    let attempted_at = claim(&clinic, id).unwrap().attempted_at.unwrap();
    clinic.write(move |tx| tx.settle_unknown(id, nine() + minutes(61)));
    clinic.clock.advance(minutes(1));
    let at = nine() + minutes(60);
    // The provider lists it with plain quotation marks, so nobody recognises it yet.
    let listed_as = clinic.answered_elsewhere(mara, "mid.second", at, "It's fine");
    assert!(matches!(listed_as, Inbound::Inserted(_)));
    let automatic = anteroom_model::InboundMessage {
        origin: anteroom_model::Origin::Automation,
        ..crate::fixture::echo("mid.automatic", at, "It's fine")
    };
    clinic.write(move |tx| tx.insert_inbound(account, mara, &automatic));
    let mut taken = clinic.read(|tx| tx.taken_provider_ids(mara, attempted_at));
    taken.sort();
    assert_eq!(taken, ["mid.automatic", "mid.before", "mid.first"]);
    // Found as that, it is one message.
    let shown = listed(&clinic, mara);
    clinic.write(move |tx| tx.settle_found(id, "mid.second"));
    assert_eq!(listed(&clinic, mara), shown - 1);
    assert_eq!(clinic.read(|tx| tx.message_by_provider(account, "mid.second")).unwrap().id, second.message);
}

#[test]
fn an_echo_shows_if_our_own_send_failed_after_all() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let id = clinic.ana_sends(mara, "p1", "Yes").outbox;
    claim(&clinic, id).unwrap();
    clinic.answered_elsewhere(mara, "mid.1", nine() + minutes(1), "Yes");
    clinic.write(move |tx| tx.park(id, ParkReason::Held(HoldReason::WindowClosed), None));
    assert_eq!(listed(&clinic, mara), 2);
}

#[test]
fn an_echo_settles_what_nobody_knew_before_and_after() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    // The echo first.
    let before = clinic.ana_sends(mara, "p1", "Yes");
    let id = before.outbox;
    claim(&clinic, id).unwrap();
    clinic.answered_elsewhere(mara, "mid.1", nine() - minutes(1), "Yes");
    assert_eq!(clinic.write(move |tx| tx.settle_unknown(id, nine())), AttemptEnd::Accepted);
    // The echo later.
    let after = clinic.ana_sends(mara, "p2", "At ten");
    let id = after.outbox;
    claim(&clinic, id).unwrap();
    clinic.write(move |tx| tx.settle_unknown(id, nine()));
    let found = clinic.answered_elsewhere(mara, "mid.2", nine() + minutes(3), "At ten");
    assert_eq!(found, Inbound::Settled(after.outbox, after.message));
    assert_eq!(status(&clinic, after.message), Some(DeliveryStatus::Accepted));
    assert_eq!(listed(&clinic, mara), 2);
    // An older message with the same words is somebody else's.
    let third = clinic.ana_sends(mara, "p3", "Bye");
    let id = third.outbox;
    claim(&clinic, id).unwrap();
    clinic.write(move |tx| tx.settle_unknown(id, nine()));
    let old = clinic.answered_elsewhere(mara, "mid.0", nine() - minutes(60), "Bye");
    assert!(matches!(old, Inbound::Inserted(_)));
    assert_eq!(state(&clinic, id), OutboxState::Unknown);
}

#[test]
fn what_a_person_vouched_for_recognises_its_echo() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let sent = clinic.ana_sends(mara, "p1", "Yes");
    let id = sent.outbox;
    claim(&clinic, id).unwrap();
    clinic.write(move |tx| tx.settle_unknown(id, nine()));
    clinic.write(move |tx| tx.settle_by_person(id));
    let found = clinic.answered_elsewhere(mara, "mid.1", nine() + minutes(3), "Yes");
    assert_eq!(found, Inbound::Settled(sent.outbox, sent.message));
    assert_eq!(listed(&clinic, mara), 1);
}

#[test]
fn after_a_crash_what_was_being_sent_is_unknown() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let id = clinic.ana_sends(mara, "p1", "Yes").outbox;
    claim(&clinic, id).unwrap();
    assert_eq!(clinic.write(|tx| tx.recover_at_start()), 1);
    assert_eq!(state(&clinic, id), OutboxState::Unknown);
    assert_eq!(clinic.write(|tx| tx.recover_at_start()), 0);
    assert_eq!(clinic.read(|tx| tx.outbox_unknown(nine(), 10)).len(), 1);
}

#[test]
fn a_message_that_the_provider_could_not_deliver_counts_until_somebody_answers_again() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    let id = clinic.ana_sends(mara, "p1", "Yes").outbox;
    claim(&clinic, id).unwrap();
    clinic.write(move |tx| tx.settle_accepted(id, "mid.1"));
    let failed = StatusUpdate {
        provider_id: "mid.1".into(),
        status: DeliveryStatus::Failed,
        at: nine(),
        code: Some(ProviderCode::of(30003)),
        is_last: true,
    };
    clinic.write(move |tx| tx.apply_status(account, &failed));
    let row = clinic.row(mara);
    assert_eq!((row.not_sent, row.waiting_since()), (1, Some(nine())));
    clinic.ana_sends(mara, "p2", "Yes, Friday");
    let row = clinic.row(mara);
    assert_eq!((row.not_sent, row.waiting), (0, None));
}

#[test]
fn files_go_from_the_draft_into_the_message_and_back() {
    let clinic = Clinic::new();
    let (mara, ana) = (clinic.with("9001"), clinic.ana);
    let sealed = clinic.store.files().seal(&b"letter"[..]).unwrap();
    let here = HereFile {
        sealed,
        mime: "application/pdf".into(),
        kind: None,
        dimensions: None,
        seconds: None,
        waveform: None,
        thumb: None,
    };
    let file = NewFile { kind: AttachmentKind::File, file_name: "letter.pdf".into(), here };
    let id = clinic.write(move |tx| tx.add_draft_file(mara, ana, &file));
    assert!(clinic.row(mara).has_draft);
    let mut new = clinic.reply(mara, "p1", "");
    new.content = Content::Media { caption: None };
    new.files = vec![id];
    let sent = clinic.write(move |tx| tx.send(&new));
    assert!(!clinic.row(mara).has_draft);
    assert_eq!(clinic.read(|tx| tx.message(sent.message)).unwrap().attachments.len(), 1);
    let outbox = sent.outbox;
    let undone = clinic.write(move |tx| tx.undo(outbox));
    assert_eq!((undone.files.as_slice(), undone.staff), ([id].as_slice(), Some(ana)));
    assert_eq!(clinic.read(|tx| tx.draft(mara, ana)).files.len(), 1);
    let words = crate::DraftWords { reply: Phi::from("Here it is"), ..Default::default() };
    let kept = words.clone();
    clinic.write(move |tx| tx.save_draft(mara, ana, &words));
    assert_eq!(clinic.read(|tx| tx.draft(mara, ana)).words, kept);
    let gone = clinic.write(move |tx| tx.remove_draft_file(mara, ana, id));
    assert_eq!(gone.len(), 1);
    clinic.write(move |tx| tx.save_draft(mara, ana, &Default::default()));
    assert!(!clinic.row(mara).has_draft);
}

#[test]
fn statuses_are_asked_for_ever_more_rarely_and_then_no_more() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let sent = clinic.ana_sends(mara, "p1", "Yes");
    let id = sent.outbox;
    claim(&clinic, id).unwrap();
    clinic.write(move |tx| tx.settle_accepted(id, "mid.1"));
    let mut pauses = Vec::new();
    while let Some(next) = clinic.read(|tx| tx.status_next_due()) {
        let now = anteroom_model::Clock::now(&clinic.clock);
        pauses.push(next.duration_since(now).as_secs());
        clinic.clock.set(next);
        let message = sent.message;
        clinic.write(move |tx| tx.statuses_asked(&[message]));
    }
    assert_eq!(pauses[..6], [5, 15, 60, 300, 3600, 3600]);
    assert!(pauses.iter().sum::<i64>() < 48 * 3600);
    assert!(pauses.len() > 48);
}

#[test]
fn a_send_survives_closing_and_opening() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let id = clinic.ana_sends(mara, "p1", "Yes").outbox;
    clinic.store.close().unwrap();
    assert_eq!(clinic.store.read(|tx| tx.outbox(id)), Err(StoreError::Closed));
    let opened = clinic.reopen().unwrap();
    assert_eq!(opened.rolled_back, None);
    assert_eq!(opened.store.read(|tx| tx.outbox_due(nine(), 10)).unwrap()[0].id, id);
    let page = opened.store.read(|tx| tx.timeline(mara, None, 10)).unwrap();
    assert!(matches!(&page.items[0], ItemRow::Message(message) if message.content.text() == Some("Yes")));
}
