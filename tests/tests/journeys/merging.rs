//! One person on two cards, and one telephone for a whole family.

use anteroom_desk::views::{
    AgainstTwin, CheckHow, Code, ConsentSays, ConsentSet, ConsentWhat, ContactKind, ContactView,
    GuardianView, LinkHow, PatientCard, PatientEdit, TwinSign,
};
use anteroom_tests::{Clinic, hours, minutes};

fn called(name: &str) -> PatientEdit {
    PatientEdit { name: name.into(), ..PatientEdit::default() }
}

fn reached_by(name: &str, kind: ContactKind, value: &str) -> PatientEdit {
    PatientEdit { contacts: vec![ContactView { kind, value: value.into() }], ..called(name) }
}

fn id(card: &PatientCard) -> String {
    card.patient.as_ref().expect("a patient").id.clone()
}

/// Leila on WhatsApp and "L. Haddad" by text, each with a card.
async fn leila_twice(clinic: &Clinic) -> [(String, String); 2] {
    let twilio = clinic.sim.twilio();
    let (leila, other) = (twilio.patient("+447700900142"), twilio.patient("+447700900857"));
    leila.on_whatsapp().writes("my crown came off");
    other.writes("is it still 11:10?");
    clinic.advance(minutes(1)).await;
    let mut made = Vec::new();
    for (number, name) in [(leila.number(), "Leila Haddad"), (other.number(), "L. Haddad")] {
        let conversation = clinic.conversation(number);
        let card = clinic.desk().patient_card(&conversation).expect("a card");
        let edit = reached_by(name, ContactKind::Email, "leila@post.example");
        let card = clinic.desk().patient_create(&card.identities[0].id, edit).await.expect("made");
        made.push((conversation, id(&card)));
    }
    made.try_into().expect("two")
}

#[tokio::test]
async fn two_cards_of_one_person_are_offered_compared_joined_and_taken_apart() {
    let clinic = Clinic::open().await.with_twilio().await;
    let [(talk, leila), (other_talk, other)] = leila_twice(&clinic).await;
    let desk = clinic.desk();
    let pairs = desk.twins(None, 50).expect("pairs").pairs;
    assert_eq!((pairs.len(), pairs[0].signs.clone()), (1, vec![TwinSign::Email]));
    assert!(clinic.inbox().iter().any(|row| row.starts_with("L. Haddad: ")), "nobody is joined silently");
    let both = desk.patients_compare(&leila, &other).expect("compared");
    assert_eq!((both.evidence_for, both.evidence_against), (vec![TwinSign::Email], vec![AgainstTwin::Name]));

    let joined = desk.patients_join(&leila, &other, called("Leila Haddad")).await.expect("joined");
    assert_eq!(joined.card.identities.len(), 2);
    assert!(clinic.inbox().iter().all(|row| row.starts_with("Leila Haddad: ")), "{:?}", clinic.inbox());
    let how: Vec<_> =
        joined.card.identities.iter().filter_map(|one| one.link.as_ref()).map(|one| one.how).collect();
    assert!(how.contains(&LinkHow::Merge));
    let history = desk.person_timeline(&leila, None).expect("history");
    let from: Vec<_> = history.items.iter().map(|one| one.conversation.as_str()).collect();
    assert!(
        from.contains(&talk.as_str()) && from.contains(&other_talk.as_str()),
        "one history over both channels"
    );
    assert!(desk.twins(None, 50).expect("pairs").pairs.is_empty());
    let found = desk.people("haddad", None, 50).expect("a list").people;
    assert_eq!(found.len(), 1);
    assert_eq!(
        desk.patient_open(&other).map(|card| id(&card)),
        Ok(leila.clone()),
        "an old link leads to who stayed"
    );
    let again = desk.patients_join(&leila, &other, called("Leila")).await;
    assert_eq!(again.map(drop).map_err(|error| error.code), Err(Code::Stale));

    let card = desk.join_undo(&joined.merge).await.expect("taken apart");
    assert_eq!(card.identities.len(), 1);
    let row = clinic.inbox();
    assert!(row.iter().any(|row| row.starts_with("L. Haddad: ")), "{row:?}");
    let history = desk.person_timeline(&other, None).expect("history");
    assert!(history.items.iter().all(|one| one.conversation == other_talk));
    assert_eq!(desk.twins(None, 50).expect("pairs").pairs.len(), 1, "and they are offered again");
    desk.not_same_set(&leila, &other, true).await.expect("kept");
    assert!(desk.twins(None, 50).expect("pairs").pairs.is_empty());
}

#[tokio::test]
async fn what_is_written_after_the_join_goes_home_too() {
    let clinic = Clinic::open().await.with_twilio().await;
    let [(_, leila), (_, other)] = leila_twice(&clinic).await;
    let joined = clinic.desk().patients_join(&leila, &other, called("Leila Haddad")).await.expect("joined");
    clinic.sim.twilio().patient("+447700900857").writes("and my son has pain too");
    clinic.advance(minutes(1)).await;
    assert_eq!(clinic.desk().person_timeline(&leila, None).expect("history").items.len(), 3);
    clinic.desk().join_undo(&joined.merge).await.expect("taken apart");
    assert_eq!(clinic.desk().person_timeline(&leila, None).expect("history").items.len(), 1);
    assert_eq!(clinic.desk().person_timeline(&other, None).expect("history").items.len(), 2);
}

#[tokio::test]
async fn a_family_number_asks_who_is_writing_and_asks_again_after_half_a_day() {
    let clinic = Clinic::open().await.with_twilio().await;
    let phone = clinic.sim.twilio().patient("+447700900142");
    phone.writes("Can we come today?");
    clinic.advance(minutes(1)).await;
    let talk = clinic.conversation(phone.number());
    let desk = clinic.desk();
    let card = desk.patient_card(&talk).expect("a card");
    let nora = desk.patient_create(&card.identities[0].id, called("Nora Adeyemi")).await.expect("made");
    assert!(clinic.inbox()[0].starts_with("Nora Adeyemi: "));
    let ife =
        desk.patient_add(reached_by("Ife Adeyemi", ContactKind::Phone, "07700 900142")).await.expect("made");
    assert!(clinic.inbox()[0].starts_with("+44 7700 900142: "), "{:?}", clinic.inbox());
    let card = desk.patient_card(&talk).expect("a card");
    assert_eq!((card.patient, card.shared_by.len()), (None, 2));
    let head = desk.conversation_read(&talk).expect("open").head;
    let shared = head.shared.expect("shared");
    assert!(shared.asks_from.is_some() && shared.writers.is_empty());

    let said = desk.writer_set(&talk, &id(&ife)).await.expect("said");
    let head = desk.conversation_read(&talk).expect("open").head;
    assert!(head.name_is_handle, "the row stays with the number");
    let shared = head.shared.expect("shared");
    assert_eq!((shared.asks_from, shared.writers[0].person.name.as_str()), (None, "Ife Adeyemi"));
    assert_eq!(desk.patient_card(&talk).map(|card| id(&card)), Ok(id(&ife)), "the card is hers meanwhile");
    assert_eq!(desk.person_timeline(&id(&ife), None).expect("history").items.len(), 1);
    assert_eq!(desk.person_timeline(&id(&nora), None).expect("history").items.len(), 0);

    clinic.advance(hours(13)).await;
    phone.writes("Hello again");
    clinic.advance(minutes(1)).await;
    let asks = |clinic: &Clinic| {
        clinic.desk().conversation_read(&talk).expect("open").head.shared.expect("shared").asks_from
    };
    assert!(asks(&clinic).is_some());
    assert_eq!(desk.person_timeline(&id(&ife), None).expect("history").items.len(), 1);
    desk.writer_set(&talk, &id(&nora)).await.expect("said");
    assert_eq!(asks(&clinic), None);
    desk.writer_undo(&said).await.expect("taken back");
    assert_eq!(desk.person_timeline(&id(&ife), None).expect("history").items.len(), 0);
}

#[tokio::test]
async fn consent_opting_out_and_checking_are_kept_with_who_and_when() {
    let clinic = Clinic::open().await.with_twilio().await;
    let [_, (talk, leila)] = leila_twice(&clinic).await;
    let desk = clinic.desk();
    let set = |what, says| ConsentSet { patient: leila.clone(), what, channel: None, says };
    desk.consent_set(set(ConsentWhat::Offers, ConsentSays::Yes)).await.expect("kept");
    desk.consent_set(set(ConsentWhat::Offers, ConsentSays::No)).await.expect("kept");
    let card = desk.patient_open(&leila).expect("a card");
    let patient = card.patient.expect("a patient");
    let says: Vec<_> = patient.consents.iter().map(|one| (one.says, one.by.as_deref())).collect();
    assert_eq!(says, [(ConsentSays::Yes, Some("Ana Kovač")), (ConsentSays::No, Some("Ana Kovač"))]);

    let identity = card.identities[0].id.clone();
    desk.opt_out_set(&identity, true).await.expect("kept");
    let shown =
        |clinic: &Clinic| clinic.desk().patient_card(&talk).expect("a card").identities[0].opt_out.clone();
    assert_eq!(shown(&clinic).and_then(|one| one.by), Some("Ana Kovač".into()));
    desk.opt_out_set(&identity, false).await.expect("taken back");
    assert_eq!(shown(&clinic), None);
    clinic.sim.twilio().patient("+447700900857").writes("STOP");
    clinic.advance(minutes(1)).await;
    assert_eq!(shown(&clinic).map(|one| one.by), Some(None));
    let refused = desk.opt_out_set(&identity, false).await;
    assert_eq!(refused.map_err(|error| error.code), Err(Code::NotAllowed), "only she can take it back");

    let link = card.identities[0].link.as_ref().expect("linked").id.clone();
    desk.link_check(&link, Some(CheckHow::BirthDate)).await.expect("kept");
    let checked =
        desk.patient_open(&leila).expect("a card").identities[0].link.clone().and_then(|link| link.checked);
    assert_eq!(checked.map(|one| (one.how, one.by)), Some((CheckHow::BirthDate, Some("Ana Kovač".into()))));
}

#[tokio::test]
async fn a_guardian_may_be_a_patient_and_the_list_finds_by_everything() {
    let clinic = Clinic::open().await.with_twilio().await;
    let [(_, leila), _] = leila_twice(&clinic).await;
    let desk = clinic.desk();
    let guardian = GuardianView {
        name: String::new(),
        relation: "Mother".into(),
        phone: String::new(),
        patient: Some(leila.clone()),
    };
    let son = PatientEdit {
        guardian: Some(guardian),
        birth_date: Some("2019-05-04".into()),
        preferred_name: "Samo".into(),
        ..reached_by("Sami Haddad", ContactKind::Email, "leila@post.example")
    };
    let card = desk.patient_add(son).await.expect("made");
    let patient = card.patient.expect("a patient");
    assert_eq!(patient.guardian.map(|one| one.name), Some("Leila Haddad".into()));
    assert!(patient.twins.iter().all(|twin| twin.patient != leila), "a child has the address of its mother");
    let finds = |typed: &str| {
        let page = desk.people(typed, None, 50).expect("a list");
        page.people.into_iter().map(|row| row.name).collect::<Vec<_>>()
    };
    assert_eq!(finds("samo"), ["Sami Haddad"]);
    assert_eq!(finds("4.5.2019"), ["Sami Haddad"]);
    assert_eq!(finds("0142"), ["Leila Haddad"]);
    assert_eq!(finds("").len(), 3);
    assert_eq!(finds("leila@po").len(), 3);
    let first = desk.people("", None, 2).expect("a page");
    let second = desk.people("", first.next.as_deref(), 2).expect("a page");
    assert_eq!((first.people.len(), second.people.len(), second.next), (2, 1, None));
    let bad = desk.patient_add(reached_by("Sami", ContactKind::Email, "not an address")).await;
    assert_eq!(bad.map(drop).map_err(|error| error.code), Err(Code::FieldInvalid));
}
