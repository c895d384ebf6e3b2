//! Going through a file: first to look, then to take over, in steps that the window asks for.

use anteroom_model::{ImportId, PatientId};
use anteroom_store::{ReadTx, StoreError, WriteTx};

use super::same::{Before, Here, Person, here};
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
        /// Who stood in the rows before.
        before: Before,
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

fn person(row: &RawRow, reading: &Reading) -> Result<Person, RowProblem> {
    let ReadRow { name, preferred_name, birth_date, language, contacts: reached, note } =
        row.understand(reading)?;
    let contacts = contacts(&reached, &reading.home).map_err(|_| RowProblem::TooLong)?;
    let edit =
        PatientEdit { name, preferred_name, birth_date, language, desk_note: note, ..PatientEdit::default() };
    Ok(Person { words: words(edit).map_err(|_| RowProblem::TooLong)?, contacts })
}

impl Work {
    fn look(file: &File, again: bool, work: Option<Self>) -> (Rows, Before, ContactsCheck) {
        match work {
            Some(Self::Looking { rows, before, found }) if !again => (rows, before, found),
            _ => (file.rows(), Before::default(), ContactsCheck::default()),
        }
    }
}

/// The number of the file, how far it is, who is taken over next, and what is left after that.
type NextRows = (u64, ContactsRun, Vec<Person>, Option<Rows>);

/// What becomes of a row.
enum Fate {
    /// It is a patient who is here, or stands in the file before: left out.
    Known(DoubleWhy, Option<PatientId>),
    /// It is taken over, although it could be one who is here.
    Possible(DoubleWhy, PatientId),
    New,
    Bad(RowProblem),
}

fn fate(tx: &ReadTx<'_>, person: &Person, before: &mut Before) -> Result<Fate, StoreError> {
    let here = here(tx, person, before)?;
    if let Some(Here::Same(patient)) = here {
        return Ok(Fate::Known(DoubleWhy::SamePerson, Some(patient)));
    }
    if before.has(person) {
        return Ok(Fate::Known(DoubleWhy::InFile, None));
    }
    if let Some(Here::TooShared) = here {
        return Ok(Fate::Bad(RowProblem::TooShared));
    }
    before.keep(person);
    Ok(match here {
        Some(Here::Shares(patient)) => Fate::Possible(DoubleWhy::SameContact, patient),
        Some(Here::Named(patient)) => Fate::Possible(DoubleWhy::SameName, patient),
        _ => Fate::New,
    })
}

fn tell(found: &mut ContactsCheck, row: &RawRow, problem: RowProblem) {
    found.bad += 1;
    if found.bad_rows.len() < TOLD {
        found.bad_rows.push(BadRow { line: line(row), problem });
    }
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
                    tell(&mut found, &row, problem);
                    continue;
                }
            };
            let read = |tx: &ReadTx<'_>| {
                let fate = fate(tx, &person, &mut before)?;
                let called = match &fate {
                    Fate::Known(_, Some(patient)) | Fate::Possible(_, patient) => tx.patient(*patient)?,
                    _ => None,
                };
                Ok::<_, StoreError>((fate, called.map(|row| row.words.name.into_inner())))
            };
            let (fate, here) = core.read(read).map_err(Fault::from)?;
            let why = match fate {
                Fate::Bad(problem) => {
                    tell(&mut found, &row, problem);
                    continue;
                }
                Fate::New => {
                    found.good += 1;
                    continue;
                }
                Fate::Known(why, _) => {
                    found.known += 1;
                    why
                }
                Fate::Possible(why, _) => {
                    found.good += 1;
                    found.possible += 1;
                    why
                }
            };
            if found.doubles.len() < TOLD {
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
        let (number, mut run, people, rest) = self.next_rows()?;
        let by = core.staff().id;
        let written = core
            .write(move |tx| {
                let before = Before::default();
                for person in &people {
                    // Whoever stood in the rows before is here by now.
                    match here(tx, person, &before)? {
                        Some(Here::Same(_)) => {
                            run.known += 1;
                            continue;
                        }
                        Some(Here::TooShared) => {
                            run.bad += 1;
                            continue;
                        }
                        Some(Here::Shares(_) | Here::Named(_)) | None => {}
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
        if let Some(file) = open.as_mut().filter(|file| file.number == number) {
            match (&written, rest) {
                (Ok(run), Some(rows)) => file.work = Some(Work::Taking { rows, run: run.clone() }),
                // Once is enough: whoever wants it again opens the file again.
                _ => *open = None,
            }
        }
        Ok(written.map_err(Fault::from)?)
    }

    fn next_rows(&self) -> Result<NextRows, WireError> {
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
                return Ok((file.number, run, people, None));
            };
            run.rows += 1;
            match person(&row.map_err(broken)?, &reading) {
                Ok(person) => people.push(person),
                Err(_) => run.bad += 1,
            }
        }
        Ok((file.number, run, people, Some(rows)))
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
