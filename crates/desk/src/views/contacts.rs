//! Importing contacts from a file.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{ContactView, UtcMillis};

/// What a column of a file says about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ContactField {
    /// Nothing that is taken over.
    Skip,
    /// The whole name.
    Name,
    /// The given name.
    GivenName,
    /// The family name.
    FamilyName,
    /// What they like to be called.
    PreferredName,
    /// Date of birth.
    BirthDate,
    /// Language.
    Language,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A postal address, or a part of one.
    Postal,
    /// Another way to reach them.
    Other,
    /// A note for the desk.
    Note,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RowProblem {
    /// It has no name.
    NoName,
    /// Its date of birth cannot be read, or nobody alive was born then.
    BirthDate,
    /// Its e-mail address is none.
    Email,
    /// Its number cannot be read.
    Phone,
    /// A cell is too long, or there are too many numbers and addresses.
    TooLong,
    /// It has signs that no text has, or letters that were lost.
    Broken,
    /// Its cells do not fit the columns of the header.
    Cells,
    /// The file ends within it.
    CutShort,
    /// Its number or e-mail address stands on so many cards that it is nobody's own.
    TooShared,
}

/// A file of contacts that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ContactsFile {
    /// It is one of vCards; its fields need no mapping.
    pub vcard: bool,
    /// The encoding that was found.
    pub encoding: String,
    /// What parts its cells.
    pub delimiter: Option<String>,
    /// The first row.
    pub headers: Vec<String>,
    /// What each column says.
    pub mapping: Vec<ContactField>,
    /// The first ten rows as they would be taken over.
    pub sample: Vec<ContactSample>,
}

/// A row as it would be taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ContactSample {
    /// The line of the file.
    pub line: u32,
    /// Name.
    pub name: String,
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// Numbers and addresses.
    pub contacts: Vec<ContactView>,
    /// What is wrong with it.
    pub problem: Option<RowProblem>,
}

/// What going through a whole file found so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ContactsCheck {
    /// Every row was looked at.
    pub done: bool,
    /// Rows looked at.
    pub rows: u32,
    /// Rows that would become patients.
    pub good: u32,
    /// Rows of people who are here already, or stand in the file before: left out.
    pub known: u32,
    /// Of the good ones, those who share a number, an e-mail address or the name with somebody here.
    pub possible: u32,
    /// Rows that would be left out because something is wrong with them.
    pub bad: u32,
    /// The first fifty rows of people who are or may be here.
    pub doubles: Vec<DoubleRow>,
    /// The first fifty rows with something wrong.
    pub bad_rows: Vec<BadRow>,
}

/// How a row may be somebody who is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DoubleWhy {
    /// A patient has the name, and the number, an address or the date of birth, and nothing contradicts; or the row says
    /// nothing but the name: left out.
    SamePerson,
    /// A row before is the same person: left out.
    InFile,
    /// A patient has the number or the e-mail address and another name or date of birth, as families do: taken over.
    SameContact,
    /// A patient has the name, and nothing else agrees: taken over.
    SameName,
}

/// A row of somebody who is or may be here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DoubleRow {
    /// The line of the file.
    pub line: u32,
    /// The name in the file.
    pub name: String,
    /// The name here; `None` when it is only in the file.
    pub here: Option<String>,
    /// What agrees.
    pub why: DoubleWhy,
}

/// A row that would be left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BadRow {
    /// The line of the file.
    pub line: u32,
    /// What is wrong with it.
    pub problem: RowProblem,
}

/// How far an import is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ContactsRun {
    /// Every row was taken over or left out.
    pub done: bool,
    /// Rows so far.
    pub rows: u32,
    /// Patients made.
    pub made: u32,
    /// People who were here already, left as they are.
    pub known: u32,
    /// Rows left out because something is wrong with them.
    pub bad: u32,
    /// The import, to be undone by; `None` while it made nobody.
    pub import: Option<String>,
}

/// An import that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportView {
    /// Id.
    pub id: String,
    /// When.
    pub at: UtcMillis,
    /// Who made it.
    pub by: Option<String>,
    /// Patients that it made.
    pub made: u32,
    /// It was undone.
    pub undone_at: Option<UtcMillis>,
    /// Patients that undoing removed.
    pub removed: u32,
}

/// How far undoing an import is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportUndone {
    /// Nothing is left to do.
    pub done: bool,
    /// Hand this back to go on.
    pub after: String,
    /// Patients removed in this step.
    pub removed: u32,
    /// Patients that stay because somebody touched them.
    pub stayed: u32,
}
