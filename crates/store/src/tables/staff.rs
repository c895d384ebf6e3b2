//! The people who work here.
//!
//! Holds: nobody is removed. A person who leaves keeps their place as the author of what they wrote, and comes back
//! under the same id.

use anteroom_model::StaffId;
use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::column::{Fields, ms};
use crate::{ReadTx, Result, Topic, WriteTx};

/// Somebody who works here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRow {
    /// Id.
    pub id: StaffId,
    /// Name.
    pub name: String,
    /// Up to three letters.
    pub initials: String,
    /// One of the six colours of the practice, from 1.
    pub colour: u8,
    /// When they began.
    pub added_at: Timestamp,
    /// Since when they do not work here any more.
    pub left_at: Option<Timestamp>,
}

/// What is written about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffWords {
    /// Name.
    pub name: String,
    /// Up to three letters.
    pub initials: String,
    /// One of the six colours of the practice, from 1.
    pub colour: u8,
}

const COLUMNS: &str = "SELECT id, name, initials, colour, added_at, left_at FROM staff";

fn staff_row(row: &Row<'_>) -> Result<StaffRow> {
    let mut row = Fields::of(row);
    Ok(StaffRow {
        id: row.id(StaffId::from_uuid)?,
        name: row.get()?,
        initials: row.get()?,
        colour: row.get()?,
        added_at: row.time()?,
        left_at: row.maybe_time()?,
    })
}

impl ReadTx<'_> {
    /// Everybody who works or worked here, in the order in which they came.
    pub fn staff(&self) -> Result<Vec<StaffRow>> {
        self.all(&format!("{COLUMNS} ORDER BY row"), [], staff_row)
    }

    /// One of them.
    pub fn staff_by_id(&self, id: StaffId) -> Result<Option<StaffRow>> {
        self.one(&format!("{COLUMNS} WHERE id = ?1"), [id.as_bytes()], staff_row)
    }

    pub(crate) fn staff_key(&self, id: StaffId) -> Result<i64> {
        self.required("SELECT row FROM staff WHERE id = ?1", [id.as_bytes()])
    }

    pub(crate) fn maybe_staff_key(&self, id: Option<StaffId>) -> Result<Option<i64>> {
        id.map(|id| self.staff_key(id)).transpose()
    }
}

impl WriteTx<'_> {
    /// Somebody new.
    pub fn add_staff(&mut self, words: &StaffWords) -> Result<StaffId> {
        let id = self.fresh(StaffId::at);
        self.change(
            "INSERT INTO staff (id, name, initials, colour, added_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![id.as_bytes(), words.name, words.initials, words.colour, ms(self.now())],
        )?;
        self.touch(Topic::Staff);
        Ok(id)
    }

    /// Changes what is written about a person; everything of theirs bears the new name.
    pub fn edit_staff(&mut self, id: StaffId, words: &StaffWords) -> Result<()> {
        self.change(
            "UPDATE staff SET name = ?2, initials = ?3, colour = ?4 WHERE id = ?1",
            params![id.as_bytes(), words.name, words.initials, words.colour],
        )?;
        self.touch(Topic::Staff);
        Ok(())
    }

    /// A person leaves, or comes back.
    pub fn set_staff_left(&mut self, id: StaffId, left: bool) -> Result<()> {
        let at = left.then(|| ms(self.now()));
        self.change("UPDATE staff SET left_at = ?2 WHERE id = ?1", params![id.as_bytes(), at])?;
        self.touch(Topic::Staff);
        Ok(())
    }
}

/// The first letters of the first and the last word.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next();
    [first, words.next_back()]
        .into_iter()
        .flatten()
        .filter_map(|word| word.chars().find(|c| c.is_alphabetic()))
        .flat_map(char::to_uppercase)
        .collect()
}
