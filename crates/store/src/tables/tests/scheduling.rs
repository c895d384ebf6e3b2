use anteroom_model::{
    CallDirection, CallOutcome, CallRecord, ChannelKind, ConversationId, FailureKind, HoldReason, OutboxId,
    OutboxState, ParkReason, Phi, RemoteThread,
};
use jiff::{SignedDuration, Timestamp};

use crate::fixture::{Clinic, conversation, minutes, nine, somebody};
use crate::{Conflict, ContactKind, ItemRow, Later, LinkHow, NewContact, PatientWords, Sent, StoreError};
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

/// What waits at nine for ten, unless whom the conversation is with writes or rings.
struct Waits {
    clinic: Clinic,
    by_text: ConversationId,
    outbox: OutboxId,
}

const MARA: &str = "+447700900318";

fn on(clinic: &Clinic, channel: ChannelKind, handle: &'static str) -> ConversationId {
    let account = clinic.account;
    clinic.write(move |tx| conversation(tx, account, channel, handle))
}

fn waits_for_silence() -> Waits {
    let clinic = Clinic::new();
    let by_text = on(&clinic, ChannelKind::Sms, MARA);
    let outbox = at(&clinic, by_text, "p1", "Shall I cancel?", nine() + minutes(60)).outbox;
    clinic.clock.advance(minutes(10));
    Waits { clinic, by_text, outbox }
}

impl Waits {
    fn rings(&self, outcome: CallOutcome, direction: CallDirection, began: Timestamp) {
        let to = on(&self.clinic, ChannelKind::Phone, MARA);
        let call = CallRecord {
            provider_id: "CA1".into(),
            thread: RemoteThread { id: None, with: somebody(MARA), ours: "x".into() },
            direction,
            outcome,
            started_at: began,
            talk_seconds: 60,
            ring_seconds: None,
        };
        let account = self.clinic.account;
        self.clinic.write(move |tx| tx.upsert_call(account, to, &call));
    }

    fn is_held(&self) -> bool {
        self.clinic.read(|tx| tx.scheduled_hold(self.outbox)) == Some(HoldReason::PatientWrote)
    }
}

#[test]
fn a_call_of_the_same_number_overtakes_it_whether_or_not_somebody_took_it() {
    use CallDirection::{Inbound, Outbound};
    use CallOutcome::{Answered, InProgress, Missed};
    let before = nine() - minutes(2);
    for (outcome, direction, began, held) in [
        (Answered, Inbound, nine() + minutes(9), true),
        (Missed, Inbound, nine() + minutes(9), true),
        (InProgress, Inbound, nine() + minutes(9), true),
        (Answered, Outbound, nine() + minutes(9), false),
        // Whoever chose the time had just talked to them; a call that nobody took is news whenever it is listed.
        (Answered, Inbound, before, false),
        (Missed, Inbound, before, true),
    ] {
        let waits = waits_for_silence();
        assert!(!waits.is_held());
        waits.rings(outcome, direction, began);
        assert_eq!(waits.is_held(), held, "{outcome:?} {direction:?} {began}");
    }
}

#[test]
fn what_they_write_elsewhere_overtakes_it_and_what_others_write_does_not() {
    let waits = waits_for_silence();
    let (clinic, began) = (&waits.clinic, nine() + minutes(10));
    let somebody_else = on(clinic, ChannelKind::WhatsApp, "+447700900555");
    clinic.patient_writes(somebody_else, "m1", began, "Hello");
    assert!(!waits.is_held());
    let on_whatsapp = on(clinic, ChannelKind::WhatsApp, MARA);
    clinic.patient_writes(
        on_whatsapp,
        "m2",
        began - SignedDuration::from_hours(48),
        "an old one, fetched now",
    );
    assert!(!waits.is_held(), "history is no sign of life");
    clinic.answered_elsewhere(on_whatsapp, "m3", began, "the practice itself");
    assert!(!waits.is_held());
    clinic.patient_writes(on_whatsapp, "m4", began, "Yes please");
    assert!(waits.is_held());
    let later = Later { at: nine() + minutes(90), unless_they_write: true };
    let outbox = waits.outbox;
    clinic.write(move |tx| tx.reschedule(outbox, later));
    assert!(!waits.is_held(), "whoever chose another time has read it");
    clinic.clock.advance(minutes(1));
    clinic.patient_writes(on_whatsapp, "m5", began, "Hello?");
    assert!(waits.is_held());
}

#[test]
fn what_the_patient_writes_through_another_identity_or_from_a_number_on_the_card_overtakes_it() {
    let number = Phi::new("+447700900777".to_owned());
    for through_the_card in [false, true] {
        let waits = waits_for_silence();
        let clinic = &waits.clinic;
        let identity = clinic.row(waits.by_text).identity;
        let patient = clinic.write(move |tx| {
            let patient = tx.create_patient(&PatientWords { name: "Mara".into(), ..Default::default() })?;
            tx.link(identity, patient, LinkHow::Staff, None)?;
            Ok(patient)
        });
        let other = if through_the_card {
            let phone = NewContact {
                kind: ContactKind::Phone,
                value: number.clone(),
                comparable: Some(number.clone()),
            };
            clinic.write(move |tx| tx.set_contacts(patient, &[phone]));
            on(clinic, ChannelKind::WhatsApp, "+447700900777")
        } else {
            let mara = clinic.with("9001");
            let identity = clinic.row(mara).identity;
            clinic.write(move |tx| tx.link(identity, patient, LinkHow::Staff, None));
            mara
        };
        assert!(!waits.is_held());
        clinic.patient_writes(other, "m1", nine() + minutes(10), "It is Mara");
        assert!(waits.is_held(), "through the card: {through_the_card}");
    }
}

/// A message that waited for ten, found no network, and missed its time.
fn missed_after_an_attempt(clinic: &Clinic) -> (ConversationId, Sent) {
    let mara = clinic.with("9001");
    let sent = at(clinic, mara, "p1", "Good morning", nine() + minutes(60));
    clinic.clock.set(nine() + minutes(60));
    take(clinic, sent.outbox);
    let again = nine() + minutes(65);
    clinic.write(move |tx| tx.requeue(sent.outbox, again, FailureKind::Offline, None));
    clinic.clock.set(nine() + minutes(75));
    assert!(clinic.write(move |tx| tx.hold_scheduled(sent.outbox)));
    (mara, sent)
}

#[test]
fn a_message_that_missed_its_time_after_an_attempt_waits_for_another_like_any_other() {
    let clinic = Clinic::new();
    let (mara, sent) = missed_after_an_attempt(&clinic);
    let tomorrow = nine() + SignedDuration::from_hours(24);
    let later = Later { at: tomorrow, unless_they_write: true };
    clinic.write(move |tx| tx.reschedule(sent.outbox, later));
    let row = clinic.row(mara);
    assert_eq!((row.scheduled.map(crate::Position::at), row.queued), (Some(tomorrow), 0));
    let listed = clinic.read(|tx| tx.inbox(crate::Queue::Scheduled, None, None, 10)).rows;
    assert_eq!(listed.iter().map(|row| row.id).collect::<Vec<_>>(), [mara]);
    assert_eq!(clinic.read(|tx| tx.inbox_counts(None, None)).scheduled, 1);

    clinic.ana_sends(mara, "p2", "Until tomorrow.");
    clinic.clock.set(tomorrow - SignedDuration::from_hours(5));
    clinic.write(|tx| tx.clock_was_set_back());
    let found = clinic.read(|tx| tx.outbox(sent.outbox)).unwrap();
    assert_eq!((found.not_before, found.attempt), (tomorrow, 0));

    clinic.clock.set(tomorrow);
    assert_eq!(due(&clinic, tomorrow), [sent.outbox], "the older one comes first");
    take(&clinic, sent.outbox);
    assert_eq!(words(&clinic, mara), ["Until tomorrow.", "Good morning"], "it stands where it left");
}

#[test]
fn a_time_that_was_chosen_anew_outlives_a_clock_that_is_put_right() {
    let clinic = Clinic::new();
    let (_, sent) = missed_after_an_attempt(&clinic);
    let chosen = nine() + SignedDuration::from_hours(24);
    clinic.write(move |tx| tx.reschedule(sent.outbox, Later { at: chosen, unless_they_write: false }));
    clinic.clock.set(nine() - SignedDuration::from_hours(5));
    clinic.write(|tx| tx.clock_was_set_back());
    let row = clinic.read(|tx| tx.outbox(sent.outbox)).unwrap();
    assert_eq!((row.not_before, row.scheduled.map(|later| later.at)), (chosen, Some(chosen)));
}

#[test]
fn send_now_cuts_short_only_a_time_that_a_person_chose() {
    let clinic = Clinic::new();
    let (mara, yusuf) = (clinic.with("9001"), clinic.with("9002"));
    let mut new = clinic.reply(mara, "p1", "One");
    new.undo_until = nine() + minutes(1);
    let undoable = clinic.write(move |tx| tx.send(&new)).outbox;
    let refused = clinic.store.write_blocking(move |tx| tx.send_now(undoable));
    assert_eq!(
        refused.err(),
        Some(StoreError::Conflict(Conflict::OutboxState)),
        "it can still be taken back"
    );

    let one = at(&clinic, yusuf, "p2", "Two", nine() + minutes(60)).outbox;
    clinic.clock.set(nine() + minutes(60));
    take(&clinic, one);
    let asked_for = nine() + minutes(68);
    clinic.write(move |tx| tx.requeue(one, asked_for, FailureKind::RateLimited, None));
    let refused = clinic.store.write_blocking(move |tx| tx.send_now(one));
    assert_eq!(
        refused.err(),
        Some(StoreError::Conflict(Conflict::OutboxState)),
        "the provider asked to wait"
    );
    assert_eq!(clinic.read(|tx| tx.outbox(one)).unwrap().not_before, asked_for);
}
