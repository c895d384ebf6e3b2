//! What a rule writes: once, without answering anybody.

use anteroom_model::{
    ChannelKind, Clock, Content, ConversationId, DeliveryStatus, HoldReason, OutboxState, ParkReason, Rule,
};

use super::outbox::claim;
use crate::fixture::{Clinic, conversation, minutes, nine};
use crate::{Author, LinkHow, NewSend, Preview, Sent};

fn answers(clinic: &Clinic, to: ConversationId) -> Option<Sent> {
    let now = clinic.clock.now();
    let new = NewSend {
        by: Author::Rule(Rule::OutsideHours),
        ..clinic.reply(to, &format!("rule {to} {}", now.as_millisecond()), "We are closed until Monday.")
    };
    let identity = clinic.row(to).identity;
    clinic.write(move |tx| tx.send_by_rule(Rule::OutsideHours, identity, nine(), &new))
}

#[test]
fn a_rule_writes_once_a_period_and_the_patient_still_waits() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    clinic.clock.advance(minutes(1));
    let sent = answers(&clinic, mara).unwrap();
    assert_eq!(answers(&clinic, mara), None, "asked again in the same period");
    let row = clinic.row(mara);
    assert_eq!((row.waiting_since(), row.queued), (Some(nine()), 1));
    assert_eq!(row.preview, Preview::Text { text: "Is Friday free?".into(), ours: false });
    let message = clinic.read(|tx| tx.message(sent.message)).unwrap();
    assert_eq!((message.rule, message.staff), (Some(Rule::OutsideHours), None));
    claim(&clinic, sent.outbox).unwrap();
    clinic.write(move |tx| tx.settle_accepted(sent.outbox, "a1"));
    assert_eq!(clinic.row(mara).waiting_since(), Some(nine()), "accepted, and still nobody answered");
    // The next period begins after it.
    clinic.clock.advance(minutes(600));
    let identity = clinic.row(mara).identity;
    let tomorrow = clinic.clock.now();
    assert!(!clinic.read(|tx| tx.rule_wrote_since(identity, Rule::OutsideHours, tomorrow)));
    assert!(clinic.read(|tx| tx.rule_wrote_since(identity, Rule::OutsideHours, nine() - minutes(5))));
    assert!(!clinic.read(|tx| tx.rule_wrote_since(identity, Rule::MissedCall, nine())), "another rule");
}

#[test]
fn a_patient_is_written_to_once_on_all_their_channels_also_after_they_were_parted() {
    let clinic = Clinic::new();
    let account = clinic.account;
    let (first, second) = (clinic.with("9001"), clinic.with("9002"));
    let identities = [first, second].map(|id| clinic.row(id).identity);
    let ana = clinic.ana;
    clinic.write(move |tx| {
        let words = crate::PatientWords { name: "Mara Kelmendi".into(), ..Default::default() };
        let patient = tx.create_patient(&words)?;
        for identity in identities {
            tx.link(identity, patient, LinkHow::Staff, Some(ana))?;
        }
        Ok(())
    });
    assert!(answers(&clinic, first).is_some());
    assert_eq!(answers(&clinic, second), None, "the same person on another channel");
    clinic.write(move |tx| {
        for identity in identities {
            let link = tx.open_link(identity)?.unwrap();
            tx.unlink(link.id, Some(ana))?;
        }
        Ok(())
    });
    assert_eq!(answers(&clinic, first), None, "parted, but this one was written to");
    let stranger = clinic.write(move |tx| conversation(tx, account, ChannelKind::Instagram, "9003"));
    assert!(answers(&clinic, stranger).is_some());
}

#[test]
fn a_rule_is_stopped_for_one_patient_and_goes_on_again() {
    let clinic = Clinic::new();
    let (mara, sef) = (clinic.with("9001"), clinic.with("9002"));
    let identity = clinic.row(mara).identity;
    clinic.write(move |tx| tx.stop_rule(identity, Rule::OutsideHours, true));
    assert_eq!(answers(&clinic, mara), None);
    assert!(answers(&clinic, sef).is_some(), "stopped for Mara only");
    assert!(!clinic.read(|tx| tx.rule_stopped(identity, Rule::MissedCall)));
    clinic.write(move |tx| tx.stop_rule(identity, Rule::OutsideHours, false));
    assert!(answers(&clinic, mara).is_some());
}

#[test]
fn what_a_rule_wrote_and_did_not_leave_is_given_up_without_a_person() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    let sent = answers(&clinic, mara).unwrap();
    clinic.write(move |tx| tx.park(sent.outbox, ParkReason::Held(HoldReason::PracticeOpen), None));
    let row = clinic.read(|tx| tx.outbox(sent.outbox)).unwrap();
    assert_eq!(row.state, OutboxState::Discarded);
    let message = clinic.read(|tx| tx.message(sent.message)).unwrap();
    assert_eq!(message.content, Content::Text { body: "".into() }, "no search finds what was never said");
    assert_eq!(message.status, Some(DeliveryStatus::Failed));
    assert_eq!((clinic.row(mara).not_sent, clinic.row(mara).waiting_since()), (0, Some(nine())));
    assert_eq!(clinic.read(|tx| tx.outbox_counts()).parked, 0);
    assert_eq!(answers(&clinic, mara), None, "it had its turn");
}

#[test]
fn a_text_to_a_caller_who_never_wrote_shows_in_the_list() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    answers(&clinic, mara).unwrap();
    let row = clinic.row(mara);
    assert!(row.last.is_some(), "there is nothing else to show");
    assert_eq!(row.waiting_since(), None);
}

#[test]
fn only_a_person_says_what_became_of_one_that_is_unclear() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    let sent = answers(&clinic, mara).unwrap();
    claim(&clinic, sent.outbox).unwrap();
    clinic.write(move |tx| tx.settle_unknown(sent.outbox, nine() + minutes(2)));
    assert_eq!((clinic.row(mara).not_sent, clinic.row(mara).unclear), (1, 1));
    // The provider lists it: it was sent, and nobody is asked any more.
    clinic.answered_elsewhere(mara, "e1", clinic.clock.now(), "We are closed until Monday.");
    let row = clinic.row(mara);
    assert_eq!((row.not_sent, row.unclear, row.waiting_since()), (0, 0, Some(nine())));
}
