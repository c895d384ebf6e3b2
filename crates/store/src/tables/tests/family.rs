//! A number that several people share: nobody is named by it, and who writes is said by a person.

use anteroom_model::{ChannelKind, ConversationId, PatientId};

use crate::fixture::{Clinic, conversation, minutes, nine};
use crate::{ContactKind, LinkHow, NameFrom, NewContact, PatientWords, Position};

const NUMBER: &str = "+447700900142";

fn called(name: &str) -> PatientWords {
    PatientWords { name: name.into(), ..Default::default() }
}

fn phone(number: &str) -> NewContact {
    NewContact { kind: ContactKind::Phone, value: number.into(), comparable: Some(number.into()) }
}

/// A mother whose number is linked, and her two children who have it on their cards.
fn family(clinic: &Clinic) -> (ConversationId, [PatientId; 3]) {
    let account = clinic.account;
    let talk = clinic.write(move |tx| conversation(tx, account, ChannelKind::Sms, NUMBER));
    let identity = clinic.row(talk).identity;
    let people = clinic.write(move |tx| {
        let mother = tx.create_patient(&called("Nora Adeyemi"))?;
        tx.link(identity, mother, LinkHow::Staff, None)?;
        let mut children = Vec::new();
        for name in ["Ife Adeyemi", "Tola Adeyemi"] {
            children.push(tx.create_patient(&called(name))?);
        }
        Ok([mother, children[0], children[1]])
    });
    (talk, people)
}

#[test]
fn a_second_patient_with_the_number_takes_the_name_away_and_leaving_gives_it_back() {
    let clinic = Clinic::new();
    let (talk, [mother, child, _]) = family(&clinic);
    assert_eq!(
        (clinic.row(talk).patient, clinic.row(talk).name.reveal().as_str()),
        (Some(mother), "Nora Adeyemi")
    );
    clinic.write(move |tx| tx.set_contacts(child, &[phone(NUMBER)]));
    let row = clinic.row(talk);
    assert_eq!((row.patient, row.shared_by, row.name_from), (None, 2, NameFrom::Handle));
    assert_eq!(row.name.reveal(), NUMBER);
    assert_eq!(clinic.read(|tx| tx.identities_of(child)).len(), 1, "it is on every card");
    clinic.write(move |tx| tx.set_contacts(child, &[]));
    let row = clinic.row(talk);
    assert_eq!((row.patient, row.shared_by, row.name.reveal().as_str()), (Some(mother), 0, "Nora Adeyemi"));
}

#[test]
fn a_number_on_two_cards_names_nobody_when_it_first_writes() {
    let clinic = Clinic::new();
    let account = clinic.account;
    clinic.write(|tx| {
        for name in ["Ife Adeyemi", "Tola Adeyemi"] {
            let child = tx.create_patient(&called(name))?;
            tx.set_contacts(child, &[phone(NUMBER)])?;
        }
        Ok(())
    });
    let talk = clinic.write(move |tx| conversation(tx, account, ChannelKind::WhatsApp, NUMBER));
    assert_eq!((clinic.row(talk).shared_by, clinic.row(talk).patient), (2, None));
    clinic.patient_writes(talk, "m1", nine(), "Can we come on Friday?");
    assert_eq!(clinic.read(|tx| tx.writers(talk)).asks_from, Some(Position::first_at(nine())));
}

#[test]
fn an_answer_holds_until_twelve_silent_hours_and_can_be_taken_back() {
    let clinic = Clinic::new();
    let (talk, [mother, child, other]) = family(&clinic);
    clinic.patient_writes(talk, "m0", nine() - minutes(3000), "long ago");
    let identity = clinic.row(talk).identity;
    clinic.write(move |tx| tx.share(identity, &[mother, child, other], None));
    assert_eq!(clinic.row(talk).shared_by, 3);
    clinic.patient_writes(talk, "m1", nine(), "Is it today?");
    let asks = |clinic: &Clinic| clinic.read(|tx| tx.writers(talk)).asks_from.map(Position::at);
    let texts = |clinic: &Clinic, who| clinic.read(|tx| tx.person_timeline(who, None, 50)).items.len();
    assert_eq!(asks(&clinic), Some(nine()), "not of what was written two days ago");
    let said = clinic.write(move |tx| tx.set_writer(talk, child, None));
    assert_eq!((asks(&clinic), texts(&clinic, child), texts(&clinic, mother)), (None, 1, 0));
    clinic.patient_writes(talk, "m2", nine() + minutes(12 * 60), "Thank you");
    assert_eq!((asks(&clinic), texts(&clinic, child)), (None, 2));
    clinic.patient_writes(talk, "m3", nine() + minutes(24 * 60 + 1), "Hello?");
    assert_eq!(asks(&clinic), Some(nine() + minutes(24 * 60 + 1)));
    assert_eq!(texts(&clinic, child), 2, "what is asked about is nobody's yet");
    let second = clinic.write(move |tx| tx.set_writer(talk, mother, None));
    assert_eq!((texts(&clinic, child), texts(&clinic, mother)), (2, 1));
    // Nothing was written since, so this corrects.
    let third = clinic.write(move |tx| tx.set_writer(talk, other, None));
    assert_eq!((texts(&clinic, mother), texts(&clinic, other)), (0, 1));
    clinic.write(move |tx| tx.unset_writer(third));
    assert_eq!((texts(&clinic, mother), texts(&clinic, other)), (1, 0));
    clinic.write(move |tx| tx.unset_writer(second));
    assert_eq!(asks(&clinic), Some(nine() + minutes(24 * 60 + 1)));
    clinic.write(move |tx| tx.unset_writer(said));
    assert_eq!((texts(&clinic, child), texts(&clinic, mother)), (0, 0));
}

#[test]
fn joining_two_of_the_family_leaves_one_less_and_taking_apart_gives_it_back() {
    let clinic = Clinic::new();
    let (talk, [mother, child, other]) = family(&clinic);
    let identity = clinic.row(talk).identity;
    clinic.patient_writes(talk, "m1", nine(), "Is it today?");
    clinic.write(move |tx| {
        tx.share(identity, &[mother, child, other], None)?;
        tx.set_writer(talk, other, None)
    });
    let merge = clinic.write(move |tx| tx.merge(child, other, &called("Ife Adeyemi"), None));
    assert_eq!(clinic.row(talk).shared_by, 2);
    assert_eq!(clinic.read(|tx| tx.person_timeline(child, None, 9)).items.len(), 1);
    clinic.write(move |tx| tx.unmerge(merge, None));
    assert_eq!(clinic.row(talk).shared_by, 3);
    assert_eq!(clinic.read(|tx| tx.person_timeline(child, None, 9)).items.len(), 0);
    assert_eq!(clinic.read(|tx| tx.person_timeline(other, None, 9)).items.len(), 1);
}

#[test]
fn staff_say_that_only_one_of_them_writes() {
    let clinic = Clinic::new();
    let (talk, [mother, child, _]) = family(&clinic);
    let identity = clinic.row(talk).identity;
    clinic.write(move |tx| tx.set_contacts(child, &[phone(NUMBER)]));
    let said = clinic.write(move |tx| tx.share(identity, &[mother], None));
    assert_eq!((clinic.row(talk).shared_by, clinic.row(talk).patient), (0, Some(mother)));
    clinic.write(move |tx| tx.undo_share(&said));
    assert_eq!(clinic.row(talk).shared_by, 2);
}

#[test]
fn that_somebody_does_not_share_it_holds_also_for_who_was_joined_with_them() {
    let clinic = Clinic::new();
    let (talk, [mother, child, other]) = family(&clinic);
    let identity = clinic.row(talk).identity;
    clinic.write(move |tx| tx.share(identity, &[mother, other], None));
    clinic.write(move |tx| tx.merge(child, other, &called("Ife Adeyemi"), None));
    let members =
        || clinic.read(|tx| tx.shared_by(identity)).into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(members().len(), 2);
    clinic.write(move |tx| tx.share(identity, &[mother], None));
    assert_eq!(members(), [], "only the mother is left");
}

#[test]
fn taking_back_who_shares_it_takes_back_only_the_last_statement() {
    let clinic = Clinic::new();
    let (talk, [mother, child, other]) = family(&clinic);
    let identity = clinic.row(talk).identity;
    let members =
        || clinic.read(|tx| tx.shared_by(identity)).into_iter().map(|row| row.id).collect::<Vec<_>>();
    clinic.write(move |tx| tx.share(identity, &[mother, child], None));
    let monday = members();
    clinic.clock.advance(minutes(24 * 60));
    let said = clinic.write(move |tx| tx.share(identity, &[mother, child, other], None));
    assert_eq!(members().len(), 3);
    clinic.write(move |tx| tx.undo_share(&said));
    assert_eq!(members(), monday);
}
