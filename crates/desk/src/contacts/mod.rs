//! Contacts from a file, and back into one.
//!
//! Holds: a file is read row by row from the bytes that the window handed over, so a million rows need no more room than
//! the file itself. Before anything is written, all of it was read through once: what cannot be read as a table or as
//! cards is refused with its line, and nothing is half done. An import goes in steps, each one transaction; the window
//! asks for the next, shows how far it is, and stops by not asking. What an import made is one batch that can be undone.
//! Refused: joining a row with a person because the name is the same; that is told and offered on the cards.
//! On a crash: the steps that were done are there and can be undone as the batch that they are; the rest is not.

mod decode;
mod export;
mod import;
mod lines;
#[cfg(test)]
mod mutated;
mod row;
mod same;
mod table;
mod undo;
mod vcard;
mod watch;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use jiff::civil::Date;

use crate::core::Core;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{Code, ContactField, ContactSample, ContactsFile, WireError};
use import::Work;
use row::{RawRow, ReadRow};
use table::{NoTable, Table, guess};

/// Larger files are no list of a practice's patients.
const MOST_BYTES: usize = 200_000_000;
/// A million is taken over, in steps, within minutes; see docs/benchmarks.md. What is kept of each row to tell doubles is
/// kept in memory, so there must be an end.
const MOST_ROWS: usize = 1_000_000;
/// Rows shown before anything is taken over.
const SAMPLE: usize = 10;

/// What the rows of a file are read against.
pub(crate) struct Reading {
    /// The practice's country, for numbers without one.
    home: String,
    /// Nobody is born later.
    today: Date,
}

impl Reading {
    fn of(core: &Core) -> Self {
        Self { home: core.clinic.country.clone(), today: core.clock.now().to_zoned(core.zone.clone()).date() }
    }

    /// One that says the same on every day.
    fn example() -> Self {
        Self { home: "GB".to_owned(), today: Date::constant(2026, 6, 1) }
    }
}

/// The rows of a file, one by one.
pub(crate) type Rows = Box<dyn Iterator<Item = Result<RawRow, NoTable>> + Send>;

/// The one file that is being looked at, if there is one.
#[derive(Default)]
pub struct Opened {
    file: Mutex<Option<File>>,
    count: AtomicU64,
}

pub(crate) struct File {
    /// Tells it from a file that was opened while a step of another one was written.
    number: u64,
    source: Source,
    mapping: Vec<ContactField>,
    work: Option<Work>,
    /// Read through to its end with this mapping, and nothing was wrong with it.
    checked: bool,
}

enum Source {
    Table(Table),
    Cards(Bytes),
}

impl Opened {
    fn file(&self) -> MutexGuard<'_, Option<File>> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl File {
    fn rows(&self) -> Rows {
        match &self.source {
            Source::Table(table) => Box::new(table.rows(self.mapping.clone())),
            Source::Cards(bytes) => Box::new(vcard::cards(bytes.clone())),
        }
    }

    /// Whether it has more rows than can be taken over. Every row ends its line, so nearly no file has to be counted.
    fn has_more_rows_than(&self, most: usize) -> bool {
        let bytes = match &self.source {
            Source::Table(table) => table.bytes(),
            Source::Cards(bytes) => bytes,
        };
        let lines = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
        lines >= most && self.rows().nth(most).is_some()
    }

    fn is_writing(&self) -> bool {
        matches!(self.work, Some(Work::Writing))
    }

    fn view(&self, reading: &Reading) -> Result<ContactsFile, Fault> {
        let mut sample = Vec::new();
        for row in self.rows().take(SAMPLE) {
            let row = row.map_err(broken)?;
            let line = line(&row);
            sample.push(match row.understand(reading) {
                Ok(ReadRow { name, birth_date, contacts, .. }) => {
                    ContactSample { line, name, birth_date, contacts, problem: None }
                }
                Err(problem) => ContactSample { line, problem: Some(problem), ..ContactSample::default() },
            });
        }
        let (encoding, delimiter, headers) = match &self.source {
            Source::Table(table) => {
                let headers = table.headers.iter().map(|header| header.reveal().clone()).collect();
                (table.encoding(), Some(char::from(table.delimiter).to_string()), headers)
            }
            Source::Cards(bytes) => (vcard::encoding(bytes), None, Vec::new()),
        };
        Ok(ContactsFile {
            vcard: delimiter.is_none(),
            encoding: encoding.to_owned(),
            delimiter,
            headers,
            mapping: self.mapping.clone(),
            sample,
        })
    }
}

/// A file that cannot be read, and where that shows.
fn broken(at: NoTable) -> Fault {
    Fault::Refused(WireError::of(Code::ContactsBroken).with("line", at.0))
}

/// The line of a row, for the window.
fn line(row: &RawRow) -> u32 {
    u32::try_from(row.line).unwrap_or(u32::MAX)
}

impl Desk {
    /// Opens a file of contacts; the one that was open is let go.
    ///
    /// # Errors
    /// [`Code::ContactsTooBig`], [`Code::ContactsTooMany`], or [`Code::ContactsBroken`] with the line.
    pub fn contacts_open(&self, bytes: Vec<u8>) -> Result<ContactsFile, WireError> {
        if bytes.len() > MOST_BYTES {
            return Err(WireError::of(Code::ContactsTooBig).with("most", MOST_BYTES / 1_000_000));
        }
        let bytes = Bytes::from(bytes);
        let (source, mapping) = if vcard::is_vcard(&bytes) {
            (Source::Cards(bytes), Vec::new())
        } else {
            let table = Table::of(bytes).map_err(broken)?;
            let mapping = table.headers.iter().map(|header| guess(header)).collect();
            (Source::Table(table), mapping)
        };
        let number = self.core.contacts.count.fetch_add(1, Ordering::Relaxed);
        let file = File { number, source, mapping, work: None, checked: false };
        let view = file.view(&Reading::of(&self.core))?;
        if file.has_more_rows_than(MOST_ROWS) {
            return Err(WireError::of(Code::ContactsTooMany).with("most", MOST_ROWS / 1_000_000));
        }
        *self.core.contacts.file() = Some(file);
        Ok(view)
    }

    /// Says what the columns are.
    ///
    /// # Errors
    /// [`Code::Stale`] when no file is open.
    pub fn contacts_map(&self, mapping: Vec<ContactField>) -> Result<ContactsFile, WireError> {
        let mut open = self.core.contacts.file();
        let file =
            open.as_mut().filter(|file| !file.is_writing()).ok_or_else(|| WireError::of(Code::Stale))?;
        if mapping.len() == file.mapping.len() {
            file.mapping = mapping;
            file.work = None;
            file.checked = false;
        }
        Ok(file.view(&Reading::of(&self.core))?)
    }

    /// Lets the file go. What was taken over stays.
    pub fn contacts_close(&self) {
        *self.core.contacts.file() = None;
    }
}

/// Reads a file as the import would, for fuzzing. How many rows can be taken over.
pub fn read_through(bytes: &[u8]) -> usize {
    let bytes = Bytes::copy_from_slice(bytes);
    let reading = Reading::example();
    let good = |row: Result<RawRow, NoTable>| row.is_ok_and(|row| row.understand(&reading).is_ok());
    if vcard::is_vcard(&bytes) {
        return vcard::cards(bytes).filter_map(|row| good(row).then_some(())).count();
    }
    Table::of(bytes).map_or(0, |table| {
        let mapping = table.headers.iter().map(|header| guess(header)).collect();
        table.rows(mapping).filter_map(|row| good(row).then_some(())).count()
    })
}
