use anteroom_model::{ConversationId, HoldReason, OutboxId, OutboxState, ParkReason};
use jiff::{SignedDuration, Timestamp};

use crate::fixture::{Clinic, minutes, nine};
use crate::{Conflict, ItemRow, Later, Sent, StoreError};
use anteroom_model::Clock;

fn at(clinic: &Clinic, to: ConversationId, press: &str, text: &str, at: Timestamp) -> Sent {
    let mut new = clinic.reply(to, press, text);
    new.later = Some(Later { at, unless_they_write: true });
    clinic.write(move |tx| tx.send(&new))
}

fn due(clinic: &Clinic, now: Timestamp) -> Vec<OutboxId> {
    clinic.read(|tx| tx.outbox_due(now, 10)).into_iter().map(|row| row.id).collect()
}

fn words(clinic: &Clinic, of: ConversationId) -> Vec<String> {
    let page = clinic.read(|tx| tx.timeline(of, None, 20));
    let words = |item: &ItemRow| match item {
        ItemRow::Message(message) => message.content.text().unwrap_or_default().to_owned(),
        ItemRow::Call(_) | ItemRow::Note(_) => String::new(),
    };
    page.items.iter().map(words).collect()
}

fn take(clinic: &Clinic, id: OutboxId) {
    let lease = clinic.clock.now() + minutes(3);
    clinic.write(move |tx| tx.claim(id, lease));
}

#[test]
fn a_scheduled_reply_waits_for_its_hour_and_holds_up_nobody() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    let reminder = at(&clinic, mara, "p1", "See you tomorrow at ten.", nine() + minutes(60));
    assert_eq!(due(&clinic, nine() + minutes(59)), []);
    assert_eq!(clinic.read(|tx| tx.outbox_next_due(nine())), Some(nine() + minutes(60)));
    let counts = clinic.read(|tx| tx.outbox_counts());
    assert_eq!((counts.queued, counts.scheduled), (1, 1));
    let row = clinic.row(mara);
    assert_eq!((row.waiting, row.queued), (None, 0), "it was answered");
    assert_eq!(row.scheduled.map(crate::Position::at), Some(nine() + minutes(60)));
    let listed = clinic.read(|tx| tx.inbox(crate::Queue::Scheduled, None, None, 10)).rows;
    assert_eq!(listed.iter().map(|row| row.id).collect::<Vec<_>>(), [mara]);
    assert_eq!(clinic.read(|tx| tx.inbox_counts(None, None)).scheduled, 1);

    let reply = clinic.ana_sends(mara, "p2", "Friday is free.");
    assert_eq!(due(&clinic, clinic.clock.now()), [reply.outbox]);
    take(&clinic, reply.outbox);
    clinic.write(move |tx| tx.settle_accepted(reply.outbox, "ig1"));

    clinic.clock.set(nine() + minutes(60));
    assert_eq!(due(&clinic, nine() + minutes(60)), [reminder.outbox]);
    assert_eq!(words(&clinic, mara), ["Is Friday free?", "See you tomorrow at ten.", "Friday is free."]);
    take(&clinic, reminder.outbox);
    assert_eq!(
        words(&clinic, mara),
        ["Is Friday free?", "Friday is free.", "See you tomorrow at ten."],
        "it stands where it left"
    );
    let found = clinic.read(|tx| tx.message(reminder.message)).unwrap();
    assert_eq!(found.position.at(), nine() + minutes(60));
    assert_eq!(found.outbox.map(|row| row.state), Some(OutboxState::Sending));
    assert_eq!(clinic.row(mara).scheduled, None);
}

#[test]
fn once_its_hour_has_come_it_has_its_place_in_the_order() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let first = at(&clinic, mara, "p1", "One", nine() + minutes(60));
    clinic.clock.set(nine() + minutes(60));
    let second = clinic.ana_sends(mara, "p2", "Two");
    assert_eq!(due(&clinic, nine() + minutes(60)), [first.outbox]);
    let lease = nine() + minutes(63);
    let refused = clinic.store.write_blocking(move |tx| tx.claim(second.outbox, lease));
    assert_eq!(refused.err(), Some(StoreError::Conflict(Conflict::NotItsTurn)));
}

#[test]
fn what_missed_its_time_or_was_overtaken_by_the_patient_is_held_back() {
    let clinic = Clinic::new();
    let (mara, yusuf) = (clinic.with("9001"), clinic.with("9002"));
    let late = at(&clinic, mara, "p1", "Good morning", nine() + minutes(10));
    let overtaken = at(&clinic, yusuf, "p2", "Any news?", nine() + minutes(20));
    clinic.patient_writes(yusuf, "m1", nine() + minutes(5), "I feel better.");
    clinic.clock.set(nine() + minutes(20));
    assert_eq!(clinic.read(|tx| tx.scheduled_hold(late.outbox)), None, "ten minutes are not late");
    clinic.clock.set(nine() + minutes(21));
    let why = |id| clinic.read(|tx| tx.scheduled_hold(id));
    assert_eq!(why(late.outbox), Some(HoldReason::MissedTime));
    assert_eq!(why(overtaken.outbox), Some(HoldReason::PatientWrote));
    assert!(clinic.write(move |tx| tx.hold_scheduled(overtaken.outbox)));
    assert_eq!(
        clinic.row(yusuf).stuck,
        Some(crate::Stuck::Parked(ParkReason::Held(HoldReason::PatientWrote)))
    );
    assert!(clinic.row(yusuf).waiting.is_some());

    let later = Later { at: nine() + minutes(90), unless_they_write: true };
    clinic.write(move |tx| tx.reschedule(overtaken.outbox, later));
    assert_eq!(why(overtaken.outbox), None, "whoever chose another time has read it");
    assert_eq!(clinic.row(yusuf).not_sent, 0);
    assert_eq!(due(&clinic, nine() + minutes(89)), [late.outbox], "it waits again");
}

#[test]
fn it_can_be_sent_now_or_taken_back_while_it_waits_and_not_after() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let one = at(&clinic, mara, "p1", "One", nine() + minutes(60));
    let two = at(&clinic, mara, "p2", "Two", nine() + minutes(60));
    clinic.write(move |tx| tx.send_now(two.outbox));
    assert_eq!(due(&clinic, clinic.clock.now()), [two.outbox]);
    let undone = clinic.write(move |tx| tx.undo(one.outbox));
    assert_eq!(undone.words().reveal(), "One");
    take(&clinic, two.outbox);
    let later = Later { at: nine() + minutes(90), unless_they_write: false };
    let refused = clinic.store.write_blocking(move |tx| tx.reschedule(two.outbox, later));
    assert_eq!(refused.err(), Some(StoreError::Conflict(Conflict::OutboxState)));
}

#[test]
fn a_clock_set_back_does_not_move_a_time_on_the_wall() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let chosen = nine() + SignedDuration::from_hours(24);
    let one = at(&clinic, mara, "p1", "One", chosen);
    clinic.clock.set(nine() - SignedDuration::from_hours(24));
    clinic.write(|tx| tx.clock_was_set_back());
    let row = clinic.read(|tx| tx.outbox(one.outbox)).unwrap();
    assert_eq!((row.not_before, row.scheduled.map(|later| later.at)), (chosen, Some(chosen)));
}
