//! Going through a file: first to look, then to take over, in steps that the window asks for.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use anteroom_model::{ImportId, PatientId, Phi};
use anteroom_store::{NewContact, PatientWords, ReadTx, StoreError, WhoSought, WriteTx};

use super::{File, RawRow, ReadRow, Reading, Rows, broken, line};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::{contacts, words};
use crate::views::{
    BadRow, Code, ContactsCheck, ContactsRun, DoubleRow, DoubleWhy, PatientEdit, RowProblem, WireError,
};

/// Rows looked at in one step.
const LOOKED: usize = 1000;
/// Rows taken over in one step: one transaction, short enough not to hold up what patients write.
const TAKEN: usize = 200;
/// Rows that are told one by one.
const TOLD: usize = 50;

/// What is being done with a file.
pub(crate) enum Work {
    /// It is read through.
    Looking {
        /// What is left.
        rows: Rows,
        /// Who stood in the rows before; hashes, so that a long file needs little room. Two that fall
        /// together by chance make one row be told as a double; taking over compares the words themselves.
        before: HashSet<u64>,
        /// So far.
        found: ContactsCheck,
    },
    /// It is taken over.
    Taking {
        /// What is left.
        rows: Rows,
        /// So far.
        run: ContactsRun,
    },
    /// A step of taking over is being written.
    Writing,
}

/// A row with everything by which it is compared.
struct Person {
    words: PatientWords,
    contacts: Vec<NewContact>,
}

fn person(row: &RawRow, reading: &Reading) -> Result<Person, RowProblem> {
    let ReadRow { name, preferred_name, birth_date, language, contacts: reached, note } =
        row.understand(reading)?;
    let contacts = contacts(&reached, &reading.home).map_err(|_| RowProblem::TooLong)?;
    let edit =
        PatientEdit { name, preferred_name, birth_date, language, desk_note: note, ..PatientEdit::default() };
    Ok(Person { words: words(edit).map_err(|_| RowProblem::TooLong)?, contacts })
}

/// What agrees with a patient here.
enum Here {
    /// A number or address, and the name or the date of birth: it is this one.
    Same(PatientId),
    /// A number or address of this one, and the name is another: a family shares it, or somebody is called anew.
    Shares(PatientId),
}

/// Who of the patients here has one of the numbers or addresses.
fn here(tx: &ReadTx<'_>, person: &Person) -> Result<Option<Here>, StoreError> {
    let mut shares = None;
    for contact in &person.contacts {
        let Some(comparable) = &contact.comparable else { continue };
        for patient in tx.patients_with(contact.kind, comparable)? {
            let Some(row) = tx.patient(patient)? else { continue };
            let born = row.words.birth_date.is_some() && row.words.birth_date == person.words.birth_date;
            if born || name_parts(&row.words.name) == name_parts(&person.words.name) {
                return Ok(Some(Here::Same(patient)));
            }
            shares = shares.or(Some(Here::Shares(patient)));
        }
    }
    Ok(shares)
}

/// The words of a name, whatever order and case they stand in: "Haddad, Leila" is "Leila Haddad".
fn name_parts(name: &Phi<String>) -> Vec<String> {
    let lower = name.reveal().to_lowercase();
    let words = lower.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    words.sort_unstable();
    words
}

fn is_named(tx: &ReadTx<'_>, name: &Phi<String>) -> Result<bool, StoreError> {
    let page = tx.people(&WhoSought::Name(name.clone()), None, 5)?;
    Ok(page.people.iter().any(|one| name_parts(&one.name) == name_parts(name)))
}

impl Work {
    fn look(file: &File, again: bool, work: Option<Self>) -> (Rows, HashSet<u64>, ContactsCheck) {
        match work {
            Some(Self::Looking { rows, before, found }) if !again => (rows, before, found),
            _ => (file.rows(), HashSet::new(), ContactsCheck::default()),
        }
    }
}

/// What is told about a row that is or may be a double.
fn double(
    tx: &ReadTx<'_>,
    person: &Person,
    before: &mut HashSet<u64>,
) -> Result<Option<(DoubleWhy, Option<String>)>, StoreError> {
    let mut twice = false;
    for contact in &person.contacts {
        if let Some(comparable) = &contact.comparable {
            let mut hash = DefaultHasher::new();
            (comparable.reveal(), name_parts(&person.words.name)).hash(&mut hash);
            twice |= !before.insert(hash.finish());
        }
    }
    let called = |patient| Ok::<_, StoreError>(tx.patient(patient)?.map(|row| row.words.name.into_inner()));
    Ok(match here(tx, person)? {
        Some(Here::Same(patient)) => Some((DoubleWhy::SamePerson, called(patient)?)),
        _ if twice => Some((DoubleWhy::InFile, None)),
        Some(Here::Shares(patient)) => Some((DoubleWhy::SameContact, called(patient)?)),
        None if is_named(tx, &person.words.name)? => {
            Some((DoubleWhy::SameName, Some(person.words.name.reveal().clone())))
        }
        None => None,
    })
}

impl Desk {
    /// Looks at the next rows of the file, or begins to; nothing is written.
    ///
    /// # Errors
    /// [`Code::ContactsBroken`] with the line; [`Code::Stale`] when no file is open.
    pub fn contacts_check(&self, again: bool) -> Result<ContactsCheck, WireError> {
        let core = &self.core;
        let reading = Reading::of(core);
        let mut open = core.contacts.file();
        let file =
            open.as_mut().filter(|file| !file.is_writing()).ok_or_else(|| WireError::of(Code::Stale))?;
        let work = file.work.take();
        let (mut rows, mut before, mut found) = Work::look(file, again, work);
        for _ in 0..LOOKED {
            let Some(row) = rows.next() else {
                found.done = true;
                file.checked = true;
                return Ok(found);
            };
            let row = row.map_err(broken)?;
            found.rows += 1;
            let person = match person(&row, &reading) {
                Ok(person) => person,
                Err(problem) => {
                    found.bad += 1;
                    if found.bad_rows.len() < TOLD {
                        found.bad_rows.push(BadRow { line: line(&row), problem });
                    }
                    continue;
                }
            };
            let double = core.read(|tx| double(tx, &person, &mut before)).map_err(Fault::from)?;
            match &double {
                Some((DoubleWhy::SamePerson | DoubleWhy::InFile, _)) => found.known += 1,
                Some((DoubleWhy::SameContact | DoubleWhy::SameName, _)) => {
                    found.good += 1;
                    found.possible += 1;
                }
                None => found.good += 1,
            }
            if let Some((why, here)) = double
                && found.doubles.len() < TOLD
            {
                let name = person.words.name.into_inner();
                found.doubles.push(DoubleRow { line: line(&row), name, here, why });
            }
        }
        file.work = Some(Work::Looking { rows, before, found: found.clone() });
        Ok(found)
    }

    /// Takes the next rows over, or begins to. Only after all of the file was looked at.
    ///
    /// # Errors
    /// [`Code::Stale`] when it was not. What the store says: then nothing of this step was written and the file is let
    /// go; what the steps before made can be undone.
    pub async fn contacts_run(&self) -> Result<ContactsRun, WireError> {
        let core = &self.core;
        let (mut run, people, rest) = self.next_rows()?;
        let by = core.staff().id;
        let written = core
            .write(move |tx| {
                for person in &people {
                    if matches!(here(tx, person)?, Some(Here::Same(_))) {
                        run.known += 1;
                        continue;
                    }
                    let import = match run.import.as_deref().map(str::parse) {
                        Some(Ok(import)) => import,
                        _ => begin(tx, by, &mut run)?,
                    };
                    tx.import_patient(import, &person.words, &person.contacts)?;
                    run.made += 1;
                }
                Ok(run)
            })
            .await;
        let mut open = core.contacts.file();
        // Whoever closed the file meanwhile, or opened another, stopped this import.
        if let Some(file) = open.as_mut().filter(|file| file.is_writing()) {
            match (&written, rest) {
                (Ok(run), Some(rows)) => file.work = Some(Work::Taking { rows, run: run.clone() }),
                // Once is enough: whoever wants it again opens the file again.
                _ => *open = None,
            }
        }
        Ok(written.map_err(Fault::from)?)
    }

    fn next_rows(&self) -> Result<(ContactsRun, Vec<Person>, Option<Rows>), WireError> {
        let reading = Reading::of(&self.core);
        let mut open = self.core.contacts.file();
        let ready = |file: &&mut File| file.checked && !file.is_writing();
        let file = open.as_mut().filter(ready).ok_or_else(|| WireError::of(Code::Stale))?;
        let (mut rows, mut run) = match file.work.replace(Work::Writing) {
            Some(Work::Taking { rows, run }) => (rows, run),
            _ => (file.rows(), ContactsRun::default()),
        };
        let mut people = Vec::new();
        for _ in 0..TAKEN {
            let Some(row) = rows.next() else {
                run.done = true;
                return Ok((run, people, None));
            };
            run.rows += 1;
            match person(&row.map_err(broken)?, &reading) {
                Ok(person) => people.push(person),
                Err(_) => run.bad += 1,
            }
        }
        Ok((run, people, Some(rows)))
    }
}

fn begin(
    tx: &mut WriteTx<'_>,
    by: anteroom_model::StaffId,
    run: &mut ContactsRun,
) -> Result<ImportId, StoreError> {
    let import = tx.begin_import(Some(by))?;
    tx.audit("contacts_imported", Some(by), Some(import.uuid()), "")?;
    run.import = Some(import.to_string());
    Ok(import)
}
