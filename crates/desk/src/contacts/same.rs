//! Whether a row is somebody who is here already, or stands in the file before.
//!
//! Holds: the same person has the same name, whatever order and case its words stand in; agrees in a number, an e-mail
//! address, the date of birth or another address; and contradicts no date of birth. So parent and child with one name,
//! and twins with one telephone, stay two. A row that says nothing but a name says nothing new of whoever has it. What
//! is kept of the rows before, [`Before`], decides as the store would if they were taken over, so that looking and
//! taking over count the same.
//! Refused: taking a number alone for a person, and comparing with everybody: at most [`MOST_NAMED`] of one name are
//! looked at, and a number can stand on [`MOST_SHARING`] cards, so that a file in which everybody has the practice's own
//! number does not stand still.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use anteroom_model::{PatientId, Phi};
use anteroom_store::{ContactKind, NewContact, PatientWords, ReadTx, StoreError, fold};
use jiff::civil::Date;

/// Patients of one name that are looked at.
const MOST_NAMED: u32 = 100;
/// Cards on which a number or an e-mail address can stand; more people share none.
const MOST_SHARING: usize = 50;

/// A row with everything by which it is compared.
pub(super) struct Person {
    pub words: PatientWords,
    pub contacts: Vec<NewContact>,
}

/// What agrees with a patient here.
pub(super) enum Here {
    /// It is this one.
    Same(PatientId),
    /// A number or address stands on so many cards that it is nobody's.
    TooShared,
    /// A number or address of this one, and another name or date of birth.
    Shares(PatientId),
    /// The name of this one, and nothing else.
    Named(PatientId),
}

impl Person {
    fn birth_date(&self) -> Option<Date> {
        self.words.birth_date.as_ref().map(|date| *date.reveal())
    }

    /// What can be compared wherever it stands.
    fn keys(&self) -> impl Iterator<Item = (ContactKind, &Phi<String>)> {
        self.contacts.iter().filter_map(|one| Some((one.kind, one.comparable.as_ref()?)))
    }

    /// What can be compared only with those of the same name.
    fn others(&self) -> impl Iterator<Item = &NewContact> {
        self.contacts.iter().filter(|one| one.comparable.is_none())
    }

    fn is_bare(&self) -> bool {
        self.words.birth_date.is_none() && self.contacts.is_empty()
    }
}

/// The words of a name, whatever order and case they stand in: "Haddad, Leila" is "Leila Haddad".
fn name_words(name: &Phi<String>) -> Vec<String> {
    let folded = fold(name.reveal());
    let mut words: Vec<String> = folded.split(' ').map(str::to_owned).collect();
    words.sort_unstable();
    // A name of signs only has no words, and is itself.
    if folded.is_empty() { vec![name.reveal().clone()] } else { words }
}

fn agrees(one: Option<Date>, other: Option<Date>) -> bool {
    one.is_none() || other.is_none() || one == other
}

/// Who of the patients here a row is, or could be.
pub(super) fn here(tx: &ReadTx<'_>, person: &Person, before: &Before) -> Result<Option<Here>, StoreError> {
    let words = name_words(&person.words.name);
    let (mut shares, mut too_shared) = (None, false);
    for (kind, key) in person.keys() {
        let patients = tx.patients_with(kind, key)?;
        too_shared |= patients.len() + before.sharing(kind, key) >= MOST_SHARING;
        for patient in patients {
            let born = tx.patient(patient)?.and_then(|row| row.words.birth_date).map(|date| *date.reveal());
            let named = tx.names_of(patient)?.iter().any(|name| name_words(name) == words);
            if named && agrees(born, person.birth_date()) {
                return Ok(Some(Here::Same(patient)));
            }
            shares = shares.or(Some(Here::Shares(patient)));
        }
    }
    let mut named = None;
    for patient in tx.patients_named(&person.words.name, MOST_NAMED)? {
        let Some(row) = tx.patient(patient)? else { continue };
        if name_words(&row.words.name) != words {
            continue;
        }
        named = named.or(Some(Here::Named(patient)));
        let born = row.words.birth_date.map(|date| *date.reveal());
        let same = if person.is_bare() {
            person.words.desk_note.is_empty() || person.words.desk_note == row.words.desk_note
        } else if !agrees(born, person.birth_date()) {
            false
        } else {
            let kept = if person.others().next().is_some() { tx.contacts_of(patient)? } else { Vec::new() };
            (born.is_some() && born == person.birth_date())
                || person.others().any(|one| kept.iter().any(|kept| kept.contact == *one))
        };
        if same {
            return Ok(Some(Here::Same(patient)));
        }
    }
    Ok(if too_shared { Some(Here::TooShared) } else { shares.or(named) })
}

/// Who stood in the rows before; hashes, so that a long file needs little room. Two that fall together by chance make
/// one row be told as a double; taking over compares the words themselves.
#[derive(Default)]
pub(super) struct Before {
    said: HashSet<u64>,
    sharing: HashMap<u64, u32>,
}

fn hash(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

fn key_hash(kind: ContactKind, key: &Phi<String>) -> u64 {
    hash((kind == ContactKind::Phone, key.reveal()))
}

/// What a row says in one go: who must agree in it, and in which date of birth; `Err` is any.
type Saying<'a> = (u8, &'a [String], &'a str, Result<Option<Date>, ()>);

impl Before {
    fn sharing(&self, kind: ContactKind, key: &Phi<String>) -> usize {
        self.sharing.get(&key_hash(kind, key)).map_or(0, |n| *n as usize)
    }

    /// Whether a row before is the same person.
    pub fn has(&self, person: &Person) -> bool {
        let words = name_words(&person.words.name);
        let exact = [exactly(&person.words.name)];
        let said = |saying: Saying<'_>| self.said.contains(&hash(saying));
        let either = |what: u8, words: &[String], text: &str| match person.birth_date() {
            Some(date) => said((what, words, text, Ok(Some(date)))) || said((what, words, text, Ok(None))),
            None => said((what, words, text, Err(()))),
        };
        if person.is_bare() {
            let note = person.words.desk_note.reveal();
            return said((if note.is_empty() { 3 } else { 4 }, &exact, note, Err(())));
        }
        person.keys().any(|(kind, key)| either(u8::from(kind == ContactKind::Phone), &words, key.reveal()))
            || person.birth_date().is_some_and(|date| said((2, &exact, "", Ok(Some(date)))))
            || person.others().any(|one| either(5 + kind_of(one), &exact, one.value.reveal()))
    }

    /// Keeps what a row says that would be taken over.
    pub fn keep(&mut self, person: &Person) {
        let words = name_words(&person.words.name);
        let exact = [exactly(&person.words.name)];
        let date = person.birth_date();
        let mut say = |saying: Saying<'_>| self.said.insert(hash(saying));
        say((3, &exact, "", Err(())));
        say((4, &exact, person.words.desk_note.reveal(), Err(())));
        say((2, &exact, "", Ok(date)));
        for (kind, key) in person.keys() {
            for date in [Ok(date), Err(())] {
                say((u8::from(kind == ContactKind::Phone), &words, key.reveal(), date));
            }
        }
        for one in person.others() {
            for date in [Ok(date), Err(())] {
                say((5 + kind_of(one), &exact, one.value.reveal(), date));
            }
        }
        let keys: HashSet<u64> = person.keys().map(|(kind, key)| key_hash(kind, key)).collect();
        for key in keys {
            *self.sharing.entry(key).or_default() += 1;
        }
    }
}

/// The name as the store looks it up.
fn exactly(name: &Phi<String>) -> String {
    let folded = fold(name.reveal());
    if folded.is_empty() { name.reveal().clone() } else { folded }
}

fn kind_of(contact: &NewContact) -> u8 {
    match contact.kind {
        ContactKind::Phone => 0,
        ContactKind::Email => 1,
        ContactKind::Postal => 2,
        ContactKind::Other => 3,
    }
}
