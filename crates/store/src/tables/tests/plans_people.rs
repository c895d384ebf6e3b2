//! What is asked about cards, joins, shared numbers and the list of everybody, for the test of the plans.

use anteroom_model::{IdentityId, LinkId, PatientId};

use crate::{ContactKind, NewContact, PatientWords, Position, WhoSought, WriteTx};

/// Cards, joins, shared numbers, the list of everybody.
pub(super) fn ask_about_people(
    tx: &mut WriteTx<'_>,
    patient: PatientId,
    identity: IdentityId,
    link: LinkId,
) -> crate::Result<()> {
    let words = PatientWords { name: "Mara Kovac".into(), ..Default::default() };
    let number = NewContact {
        kind: ContactKind::Phone,
        value: "+447700900142".into(),
        comparable: Some("+447700900142".into()),
    };
    let email = NewContact { kind: ContactKind::Email, value: "m@x".into(), comparable: Some("m@x".into()) };
    tx.set_contacts(patient, &[number.clone(), email])?;
    tx.patients_with(ContactKind::Phone, &"+447700900142".into())?;
    tx.patients_with(ContactKind::Email, &"m@x".into())?;
    tx.patients_named(&"Mara Kovac".into(), 10)?;
    tx.names_of(patient)?;
    tx.check_link(link, Some(crate::CheckHow::Document), None)?;
    tx.add_consent(patient, crate::ConsentWhat::Offers, None, crate::ConsentSays::No, None)?;
    let import = tx.begin_import(None)?;
    let other = tx.import_patient(import, &words, std::slice::from_ref(&number))?;
    tx.imports(10)?;
    tx.twins(None, 10)?;
    tx.twins_of(patient)?;
    tx.not_same(patient, other, true, None)?;
    tx.not_same_as(patient)?;
    tx.not_same(patient, other, false, None)?;
    let merge = tx.merge(patient, other, &words, None)?;
    tx.merges_of(patient)?;
    tx.unmerge(merge, None)?;
    let shared = tx.share(identity, &[patient, other], None)?;
    tx.shared_by(identity)?;
    for conversation in tx.conversations_of(identity)? {
        let writer = tx.set_writer(conversation.id, patient, None)?;
        tx.writers(conversation.id)?;
        tx.set_writer(conversation.id, patient, None)?;
        tx.person_timeline(patient, None, 10)?;
        tx.unset_writer(writer)?;
    }
    tx.undo_share(&shared)?;
    tx.person_timeline(patient, Some(Position(5)), 10)?;
    tx.person_files(patient, None, 10)?;
    let none = crate::ListPlace::default();
    for sought in [
        WhoSought::Everybody,
        WhoSought::Name("mar".into()),
        WhoSought::Digits("9001".into()),
        WhoSought::Born("1984-03-02".parse().unwrap()),
        WhoSought::Email("m".into()),
    ] {
        tx.people(&sought, None, 10)?;
        tx.people(&sought, Some(&none), 10)?;
    }
    tx.undo_import(import, 0, 10)?;
    Ok(())
}
