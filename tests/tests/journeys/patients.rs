//! Who is who: identities stay as they are, links are made by people and can be undone.

use anteroom_desk::views::{Code, CouldBeWhy, PatientEdit};
use anteroom_tests::{Clinic, minutes};

fn called(name: &str) -> PatientEdit {
    PatientEdit { name: name.into(), birth_date: Some("1984-03-02".into()), ..PatientEdit::default() }
}

#[tokio::test]
async fn one_number_on_two_channels_is_offered_and_never_linked_by_itself() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("by text");
    clinic.advance(minutes(1)).await;
    let by_text = clinic.conversation(yusuf.number());
    let card = clinic.desk().patient_card(&by_text).expect("a card");
    assert!(card.patient.is_none());
    let card =
        clinic.desk().patient_create(&card.identities[0].id, called("Yusuf Demir")).await.expect("made");
    let patient = card.patient.expect("a patient").id;
    yusuf.on_whatsapp().writes("by WhatsApp");
    clinic.advance(minutes(1)).await;
    let on_whatsapp = clinic.conversation(yusuf.number());
    assert_ne!(by_text, on_whatsapp);
    let card = clinic.desk().patient_card(&on_whatsapp).expect("a card");
    assert!(card.patient.is_none(), "nobody is linked silently");
    assert_eq!(
        (card.could_be[0].patient.as_str(), card.could_be[0].why),
        (patient.as_str(), CouldBeWhy::SameNumber)
    );
    let card = clinic.desk().identity_link(&card.identities[0].id, &patient).await.expect("linked");
    assert_eq!(card.identities.len(), 2);
    assert!(clinic.inbox().iter().all(|row| row.starts_with("Yusuf Demir: ")), "{:?}", clinic.inbox());
    let found = clinic.desk().search("demir", None).expect("a search");
    assert_eq!(found.people.len(), 1);

    let link = card.identities.iter().find(|identity| identity.conversation.as_deref() == Some(&on_whatsapp));
    let link = link.and_then(|identity| identity.link.clone()).expect("a link");
    assert_eq!(link.by.as_deref(), Some("Ana Kovač"));
    let card = clinic.desk().link_undo(&link.id).await.expect("undone");
    assert!(card.patient.is_none());
    assert_eq!(clinic.thread(yusuf.number()).await, ["> by WhatsApp"], "the messages stay");
}

#[tokio::test]
async fn a_patient_without_a_name_is_refused() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("hello");
    clinic.advance(minutes(1)).await;
    let card = clinic.desk().patient_card(&clinic.conversation(yusuf.number())).expect("a card");
    for bad in [called("  "), PatientEdit { birth_date: Some("2 March".into()), ..called("Yusuf") }] {
        let refused = clinic.desk().patient_create(&card.identities[0].id, bad).await;
        assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::FieldInvalid));
    }
}
