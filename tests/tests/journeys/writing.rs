//! Writing: saved replies in the patient's language, with blanks that hold a reply back.

use anteroom_desk::views::{Code, PatientEdit, ReplySend, SavedPiece, SavedReplyEdit, SavedReplyText};
use anteroom_tests::{Clinic, minutes};

fn reply(title: &str, texts: &[(&str, &str)]) -> SavedReplyEdit {
    let text = |(language, body): &(&str, &str)| SavedReplyText {
        language: (*language).into(),
        body: (*body).into(),
    };
    SavedReplyEdit {
        title: title.into(),
        shortcut: title.to_lowercase(),
        texts: texts.iter().map(text).collect(),
    }
}

/// What the field would hold.
fn shown(pieces: &[SavedPiece]) -> String {
    let shown = |piece: &SavedPiece| match piece {
        SavedPiece::Words { text } | SavedPiece::Value { text, .. } => text.clone(),
        SavedPiece::Blank { name } => format!("⟦{name}⟧"),
    };
    pieces.iter().map(shown).collect()
}

#[tokio::test]
async fn a_saved_reply_speaks_the_patients_language_and_waits_for_its_blanks() {
    let clinic = Clinic::open().await.with_twilio().await;
    let leila = clinic.sim.twilio().patient("+447700900142");
    leila.writes("hello");
    clinic.advance(minutes(1)).await;
    let conversation = clinic.conversation(leila.number());
    let desk = clinic.desk();
    let texts = [
        ("en", "Hello {{first_name|there}}, {{practitioner}} sees you. {{practice}}, {{today}}"),
        ("de", "Guten Tag {{patient|}}, heute ist {{today}}."),
    ];
    desk.saved_reply_add(reply("Seen", &texts)).await.expect("kept");
    let filled = |typed: &str| {
        let found = desk.saved_replies(&conversation, typed, "en").expect("a list");
        found.iter().map(|reply| shown(&reply.pieces)).collect::<Vec<_>>()
    };
    let unknown = "Hello there, ⟦practitioner⟧ sees you. Marlow Street Dental, Tuesday 24 November";
    assert_eq!(filled("see"), [unknown], "a number is no name");
    assert_eq!(filled("parking"), [] as [&str; 0]);

    let card = desk.patient_card(&conversation).expect("a card");
    let edit = PatientEdit {
        name: "Leila Haddad".into(),
        birth_date: None,
        language: Some("de".into()),
        desk_note: String::new(),
        ..PatientEdit::default()
    };
    desk.patient_create(&card.identities[0].id, edit).await.expect("made");
    assert_eq!(filled(""), ["Guten Tag Leila Haddad, heute ist Dienstag, 24. November."]);

    let send = |text: &str| ReplySend {
        later: None,
        conversation: conversation.clone(),
        text: text.to_owned(),
        quote: None,
        files: vec![],
        press: clinic.press(),
    };
    let held = desk.reply_send(send(unknown)).await;
    assert_eq!(held.map(drop).map_err(|error| error.code), Err(Code::BlankUnfilled));
    desk.reply_send(send("Hello Leila, Dr Okafor sees you.")).await.expect("taken");
    clinic.advance(minutes(1)).await;
    assert_eq!(leila.received(), ["Hello Leila, Dr Okafor sees you."]);
}

#[tokio::test]
async fn the_starter_set_is_added_once_and_taken_away_again() {
    let clinic = Clinic::open().await;
    let desk = clinic.desk();
    let added = desk.saved_reply_starter("sq").await.expect("added");
    assert_eq!(added.len(), 8);
    let kept = desk.saved_reply_list().expect("a list");
    assert_eq!((kept[0].title.as_str(), kept[0].texts.len()), ("Orari", 6));
    desk.saved_reply_remove(&added).await.expect("removed");
    assert!(desk.saved_reply_list().expect("a list").is_empty());
    desk.saved_reply_undo(&added).await.expect("put back");
    assert_eq!(desk.saved_reply_list().expect("a list").len(), 8);
    let order: Vec<String> = added.iter().rev().cloned().collect();
    desk.saved_reply_order(&order).await.expect("ordered");
    assert_eq!(desk.saved_reply_list().expect("a list")[0].id, order[0]);
    let stale = desk.saved_reply_order(&order[1..]).await;
    assert_eq!(stale.map_err(|error| error.code), Err(Code::Stale), "a list that lacks one is old");
}

#[tokio::test]
async fn the_language_somebody_writes_in_is_guessed_here_and_staff_have_the_last_word() {
    let clinic = Clinic::open().await.with_twilio().await.that_reads_languages().await;
    let besnik = clinic.sim.twilio().patient("+447700900142");
    besnik.writes("A mundem me e shty terminin");
    clinic.advance(minutes(1)).await;
    let conversation = clinic.conversation(besnik.number());
    let languages = async || {
        let head = clinic.opens(besnik.number()).await.head;
        (head.language.guessed, head.language.said)
    };
    assert_eq!(languages().await, (Some("sq".into()), None));
    let desk = clinic.desk();
    desk.saved_reply_starter("en").await.expect("added");
    let found = desk.saved_replies(&conversation, "hours", "en").expect("a list");
    assert_eq!(found[0].language, "sq", "answered in what they write");

    let card = desk.patient_card(&conversation).expect("a card");
    let edit = PatientEdit {
        name: "Besnik Krasniqi".into(),
        birth_date: None,
        language: None,
        desk_note: String::new(),
        ..PatientEdit::default()
    };
    let card = desk.patient_create(&card.identities[0].id, edit).await.expect("made");
    let patient = card.patient.expect("a patient").id;
    assert_eq!(desk.patient_language_set(&patient, Some("de-CH".into())).await.expect("set"), None);
    let found = desk.saved_replies(&conversation, "hours", "en").expect("a list");
    assert_eq!(found[0].language, "de", "what staff say wins");
    besnik.writes("faleminderit, shihemi neser ne mengjes");
    clinic.advance(minutes(1)).await;
    assert_eq!(languages().await, (Some("sq".into()), Some("de".into())));
    let taken_back = desk.patient_language_set(&patient, None).await.expect("taken back");
    assert_eq!(taken_back.as_deref(), Some("de"));
    let nonsense = desk.patient_language_set(&patient, Some("x".into())).await;
    assert_eq!(nonsense.map_err(|error| error.code), Err(Code::FieldInvalid));
}

#[tokio::test]
async fn what_tells_no_language_leaves_the_guess_as_it_was() {
    let clinic = Clinic::open().await.with_twilio().await.that_reads_languages().await;
    let besnik = clinic.sim.twilio().patient("+447700900142");
    besnik.writes("Besnik Krasniqi");
    clinic.advance(minutes(1)).await;
    assert_eq!(clinic.opens(besnik.number()).await.head.language.guessed, None, "a name is no language");
    besnik.writes("Përshëndetje, a keni termin nesër?");
    clinic.advance(minutes(1)).await;
    besnik.writes("ok");
    clinic.advance(minutes(1)).await;
    assert_eq!(clinic.opens(besnik.number()).await.head.language.guessed.as_deref(), Some("sq"));
}
