//! What always holds of imports, tried on lists that chance writes: looking and taking over count the same, a second
//! time adds nobody, taking back leaves everything as it was, and a list that was saved reads back as the same list.

use anteroom_desk::Desk;
use anteroom_desk::views::{ContactKind, ContactView, ContactsCheck, ContactsRun, PatientEdit};
use anteroom_tests::{Clinic, minutes};

use crate::contacts::{check, run, undo};

/// Chance from a seed.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).expect("below n")
    }

    fn of(&mut self, some: &[&'static str]) -> &'static str {
        some[self.below(some.len())]
    }
}

const NAMES: [&str; 9] = [
    "Leila Haddad",
    "Haddad, Leila",
    "HADDAD LEILA",
    "Omar Haddad",
    "Jörg Müller",
    "=Nora",
    "'=Nora",
    "+Sam \"the\" Lee; Jr.",
    "Ana",
];
const PHONES: [&str; 6] =
    ["", "07700 900142", "+447700900142", "07700 900143", "07700 900142; +44 7700 900144", "call her"];
const EMAILS: [&str; 4] = ["", "leila@post.example", "LEILA@post.example", "not an address"];
const BORN: [&str; 4] = ["", "3.8.1981", "1981-08-03", "4.5.2015"];
const POSTAL: [&str; 4] = ["", "1 Marlow St; London", "-2 Upper\nStreet", "1 Marlow St; London ::: 9 Low Rd"];
const NOTES: [&str; 4] = ["", "@home", "two\nlines, \"quoted\"", "\t-x"];

/// A list with many who are nearly the same.
fn list(chance: &mut Chance, rows: usize) -> String {
    let sign = chance.of(&[",", ";", "\t"]);
    let mut list = ["Name", "Phone", "E-mail", "Date of birth", "Address", "Note", "Other"].join(sign);
    for _ in 0..rows {
        list.push('\n');
        let cells = [
            chance.of(&NAMES),
            chance.of(&PHONES),
            chance.of(&EMAILS),
            chance.of(&BORN),
            chance.of(&POSTAL),
            chance.of(&NOTES),
            chance.of(&["", "", "www.haddad.example"]),
        ];
        let quoted = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        list.push_str(&quoted.join(sign));
    }
    list
}

async fn imports(desk: &Desk, file: &[u8]) -> (ContactsCheck, ContactsRun) {
    desk.contacts_open(file.to_vec()).expect("a file");
    let found = check(desk);
    (found, run(desk).await)
}

/// Everything that staff see of everybody.
fn everything(clinic: &Clinic) -> String {
    let desk = clinic.desk();
    let page = desk.people("", None, 200).expect("a page");
    assert_eq!(page.next, None, "all of them");
    let cards: Vec<_> =
        page.people.iter().map(|row| desk.patient_open(&row.patient).expect("a card")).collect();
    let twins = desk.twins(None, 200).expect("pairs").pairs;
    let found = desk.search("haddad", None).expect("a search");
    format!("{page:#?}\n{cards:#?}\n{twins:#?}\n{:#?}\n{:#?}", found.people, clinic.inbox())
}

/// Patients made by hand, one who writes, a number that two share, and a number that nobody has.
async fn some_are_here(chance: &mut Chance) -> Clinic {
    let clinic = Clinic::open().await.with_twilio().await;
    for number in ["+447700900142", "+447700900143", "+447700900144"] {
        clinic.sim.twilio().patient(number).writes("hello");
    }
    clinic.advance(minutes(1)).await;
    let desk = clinic.desk();
    let leila = desk.patient_card(&clinic.conversation("+447700900142")).expect("a card");
    let edit = PatientEdit { name: "Leila Haddad".into(), ..PatientEdit::default() };
    desk.patient_create(&leila.identities[0].id, edit).await.expect("made");
    for _ in 0..chance.below(4) {
        let value = chance.of(&["07700 900143", "07700 900150"]).to_owned();
        let edit = PatientEdit {
            name: chance.of(&["Omar Haddad", "Leila Haddad", "Ana"]).into(),
            contacts: vec![ContactView { kind: ContactKind::Phone, value }],
            ..PatientEdit::default()
        };
        desk.patient_add(edit).await.expect("made");
    }
    clinic
}

#[tokio::test]
async fn an_import_counts_as_it_was_looked_at_adds_nobody_twice_and_leaves_no_trace_when_taken_back() {
    for seed in 0..16 {
        let mut chance = Chance(seed);
        let clinic = some_are_here(&mut chance).await;
        let desk = clinic.desk();
        let before = everything(&clinic);
        let file = list(&mut chance, 30);

        let (found, done) = imports(desk, file.as_bytes()).await;
        let told = (found.rows, found.good, found.known, found.bad);
        assert_eq!(told, (done.rows, done.made, done.known, done.bad), "seed {seed}\n{file}");
        assert!(done.made > 0 && done.known > 0 && done.bad > 0, "seed {seed} tries everything: {done:?}");

        let (again, nothing) = imports(desk, file.as_bytes()).await;
        assert_eq!((again.good, nothing.made, nothing.import), (0, 0, None), "seed {seed}\n{file}");

        let import = done.import.expect("an import");
        assert_eq!(undo(desk, &import).await, (done.made, 0), "seed {seed}");
        assert_eq!(everything(&clinic), before, "seed {seed}\n{file}");
    }
}

#[tokio::test]
async fn a_list_that_was_saved_reads_back_as_the_same_list() {
    for seed in 100..112 {
        let mut chance = Chance(seed);
        let (one, other) = (Clinic::open().await, Clinic::open().await);
        let (_, done) = imports(one.desk(), list(&mut chance, 30).as_bytes()).await;
        let saved = one.desk().contacts_export().await.expect("a list");
        let (found, again) = imports(other.desk(), &saved.bytes).await;
        assert_eq!((again.made, found.bad, found.known), (done.made, 0, 0), "seed {seed}: {found:?}");
        let saved_again = other.desk().contacts_export().await.expect("a list");
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        assert_eq!(text(&saved_again.bytes), text(&saved.bytes), "seed {seed}");
    }
}
