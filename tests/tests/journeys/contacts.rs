//! Contacts from files of other programs: looked at whole, taken over in steps, taken back as one.

use anteroom_desk::Desk;
use anteroom_desk::views::{
    Code, ContactField as F, ContactsCheck, ContactsRun, DoubleWhy, ImportUndone, PatientEdit, RowProblem,
};
use anteroom_tests::{Clinic, minutes};

pub fn check(desk: &Desk) -> ContactsCheck {
    let mut found = desk.contacts_check(true).expect("a check");
    while !found.done {
        found = desk.contacts_check(false).expect("a check");
    }
    found
}

pub async fn run(desk: &Desk) -> ContactsRun {
    loop {
        let run = desk.contacts_run().await.expect("a step");
        if run.done {
            return run;
        }
    }
}

pub async fn undo(desk: &Desk, import: &str) -> (u32, u32) {
    let (mut after, mut sum) = (String::new(), (0, 0));
    loop {
        let step: ImportUndone = desk.import_undo(import, &after).await.expect("a step");
        sum = (sum.0 + step.removed, sum.1 + step.stayed);
        if step.done {
            return sum;
        }
        after = step.after;
    }
}

pub fn names(desk: &Desk) -> Vec<String> {
    let page = desk.people("", None, 200).expect("a page");
    page.people.into_iter().map(|row| row.name).collect()
}

/// Leila Haddad has written from her number, and has a card.
async fn where_leila_wrote() -> Clinic {
    let clinic = Clinic::open().await.with_twilio().await;
    let leila = clinic.sim.twilio().patient("+447700900142");
    leila.writes("hello");
    clinic.advance(minutes(1)).await;
    let desk = clinic.desk();
    let card = desk.patient_card(&clinic.conversation(leila.number())).expect("a card");
    let edit = PatientEdit { name: "Leila Haddad".into(), ..PatientEdit::default() };
    desk.patient_create(&card.identities[0].id, edit).await.expect("made");
    clinic
}

#[tokio::test]
async fn a_table_of_an_old_program_is_taken_over_without_doubling_anybody() {
    let clinic = where_leila_wrote().await;
    let desk = clinic.desk();

    let file = b"Vorname;Nachname;Geburtsdatum;Handy;E-Mail\r\n\
        Leila;Haddad;3.8.1981;07700 900142;\r\n\
        J\xf6rg;M\xfcller;1.2.1990;07700 900150;joerg@post.example\r\n\
        Omar;Haddad;4.5.2015;07700 900142;\r\n\
        J\xf6rg;M\xfcller;;;JOERG@post.example\r\n\
        ;;;07700 900199;\r\n\
        Nora;Lind;31.2.1990;;\r\n";
    let open = desk.contacts_open(file.to_vec()).expect("a file");
    assert_eq!((open.encoding.as_str(), open.delimiter.as_deref()), ("windows-1252", Some(";")));
    assert_eq!(open.mapping, [F::GivenName, F::FamilyName, F::BirthDate, F::Phone, F::Email]);
    assert_eq!(open.sample[1].name, "Jörg Müller");
    assert_eq!(
        desk.contacts_run().await.map(drop).map_err(|error| error.code),
        Err(Code::Stale),
        "looked at first"
    );

    let found = check(desk);
    assert_eq!((found.rows, found.good, found.known, found.possible, found.bad), (6, 2, 2, 1, 2));
    let doubles: Vec<_> = found.doubles.iter().map(|row| (row.line, row.why, row.here.as_deref())).collect();
    assert_eq!(
        doubles,
        [
            (2, DoubleWhy::SamePerson, Some("Leila Haddad")),
            (4, DoubleWhy::SameContact, Some("Leila Haddad")),
            (5, DoubleWhy::InFile, None)
        ]
    );
    let bad: Vec<_> = found.bad_rows.iter().map(|row| (row.line, row.problem)).collect();
    assert_eq!(bad, [(6, RowProblem::NoName), (7, RowProblem::BirthDate)]);
    assert_eq!(names(desk), ["Leila Haddad"], "looking writes nothing");

    let done = run(desk).await;
    assert_eq!((done.rows, done.made, done.known, done.bad), (6, 2, 2, 2));
    assert_eq!(names(desk), ["Jörg Müller", "Leila Haddad", "Omar Haddad"]);
    let again = desk.contacts_open(file.to_vec()).map(drop);
    assert_eq!(again, Ok(()));
    assert_eq!(check(desk).good, 0, "a second time there is nothing to take over");
    assert_eq!(run(desk).await.import, None);
    assert_eq!(desk.imports().expect("imports").len(), 1);
}

#[tokio::test]
async fn undoing_an_import_keeps_who_was_touched_since() {
    let clinic = Clinic::open().await.with_twilio().await;
    let desk = clinic.desk();
    let cards = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=\r\n=B6rg;;;\r\n\
        TEL;CELL:+447700900150\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nora Lind\r\nTEL:+447700900151\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Omar Lind\r\nTEL:+447700900151\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Cut sh";
    let open = desk.contacts_open(cards.to_vec()).expect("cards");
    assert!(open.vcard);
    let found = check(desk);
    assert_eq!(
        (found.good, found.bad_rows[0].line, found.bad_rows[0].problem),
        (3, 17, RowProblem::CutShort)
    );
    let import = run(desk).await.import.expect("an import");
    let nora = desk.people("nora", None, 5).expect("a page").people[0].patient.clone();
    let edit = PatientEdit { name: "Nora Lindgren".into(), ..PatientEdit::default() };
    desk.patient_edit(&nora, edit).await.expect("edited");
    assert_eq!(undo(desk, &import).await, (2, 1));
    assert_eq!(names(desk), ["Nora Lindgren"]);
    let kept = &desk.imports().expect("imports")[0];
    assert_eq!((kept.made, kept.removed, kept.undone_at.is_some()), (3, 2, true));
    assert_eq!(undo(desk, &import).await, (0, 1), "a second time nothing is lost");
}

#[tokio::test]
async fn a_number_that_an_import_shared_is_its_owners_again() {
    let clinic = where_leila_wrote().await;
    let desk = clinic.desk();
    desk.contacts_open(b"Name,Phone\nOmar Haddad,07700 900142\n".to_vec()).expect("a file");
    check(desk);
    let import = run(desk).await.import.expect("an import");
    assert!(!clinic.inbox()[0].starts_with("Leila Haddad:"), "two share it: {:?}", clinic.inbox());
    assert_eq!(undo(desk, &import).await, (1, 0));
    assert!(clinic.inbox()[0].starts_with("Leila Haddad:"), "{:?}", clinic.inbox());
}

#[tokio::test]
async fn stopping_keeps_what_was_taken_over_as_one_import() {
    let clinic = Clinic::open().await;
    let desk = clinic.desk();
    let rows: String = (0..500).map(|n| format!("Person {n},p{n}@post.example\n")).collect();
    desk.contacts_open(format!("Name,Email\n{rows}").into_bytes()).expect("a file");
    check(desk);
    let first = desk.contacts_run().await.expect("a step");
    assert!(!first.done && first.made > 0 && first.made < 500);
    desk.contacts_close();
    assert_eq!(desk.contacts_run().await.map(drop).map_err(|error| error.code), Err(Code::Stale));
    assert_eq!(undo(desk, &first.import.expect("an import")).await, (first.made, 0));
    assert!(names(desk).is_empty());
}

#[tokio::test]
async fn the_list_of_patients_reads_back_as_it_was() {
    let clinic = Clinic::open().await;
    let desk = clinic.desk();
    let file = "Name,Phone,Note\n=HYPERLINK(1),+447700900142; +447700900143,\"two\nlines\"\nJörg,,@me\n";
    desk.contacts_open(file.as_bytes().to_vec()).expect("a file");
    check(desk);
    let import = run(desk).await.import.expect("an import");
    let list = desk.contacts_export().await.expect("a list");
    let text = std::str::from_utf8(&list.bytes).expect("UTF-8");
    for line in text.lines() {
        for cell in line.split(',') {
            let cell = cell.trim_start_matches('"');
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
    undo(desk, &import).await;
    desk.contacts_open(list.bytes.to_vec()).expect("our own list");
    assert_eq!(check(desk).good, 2);
    run(desk).await;
    let again = desk.contacts_export().await.expect("a list");
    assert_eq!(*again.bytes, *list.bytes);
}
