//! The clinic and the people who work there.

use anteroom_model::{ClinicId, StaffId};
use jiff::Timestamp;

use crate::column::Fields;
use crate::{ReadTx, Result, StoreError};

/// What kind of clinic this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClinicKind {
    /// Real patients.
    Real,
    /// Invented patients, to look around.
    Demo,
    /// Invented patients, for tests.
    Test,
}

/// The clinic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClinicRow {
    /// Id.
    pub id: ClinicId,
    /// Name.
    pub name: String,
    /// ISO 3166 country.
    pub country: String,
    /// IANA time zone.
    pub zone: String,
    /// Real, demo or test.
    pub kind: ClinicKind,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Somebody who works here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRow {
    /// Id.
    pub id: StaffId,
    /// Name.
    pub name: String,
    /// One or two letters.
    pub initials: String,
}

impl ReadTx<'_> {
    /// The clinic.
    pub fn clinic(&self) -> Result<ClinicRow> {
        self.one("SELECT id, name, country, zone, kind, created_at FROM clinic", [], |row| {
            let mut row = Fields::of(row);
            Ok(ClinicRow {
                id: row.id(ClinicId::from_uuid)?,
                name: row.get()?,
                country: row.get()?,
                zone: row.get()?,
                kind: row.coded()?,
                created_at: row.time()?,
            })
        })?
        .ok_or(StoreError::NotFound)
    }

    /// Everybody who works here, in the order in which they came.
    pub fn staff(&self) -> Result<Vec<StaffRow>> {
        self.all("SELECT id, name, initials FROM staff ORDER BY row", [], staff_row)
    }

    /// One of them.
    pub fn staff_by_id(&self, id: StaffId) -> Result<Option<StaffRow>> {
        self.one("SELECT id, name, initials FROM staff WHERE id = ?1", [id.as_bytes()], staff_row)
    }

    pub(crate) fn staff_key(&self, id: StaffId) -> Result<i64> {
        self.required("SELECT row FROM staff WHERE id = ?1", [id.as_bytes()])
    }

    pub(crate) fn maybe_staff_key(&self, id: Option<StaffId>) -> Result<Option<i64>> {
        id.map(|id| self.staff_key(id)).transpose()
    }
}

fn staff_row(row: &rusqlite::Row<'_>) -> Result<StaffRow> {
    let mut row = Fields::of(row);
    Ok(StaffRow { id: row.id(StaffId::from_uuid)?, name: row.get()?, initials: row.get()? })
}

/// The first letters of the first and the last word.
pub(crate) fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next();
    [first, words.next_back()]
        .into_iter()
        .flatten()
        .filter_map(|word| word.chars().find(|c| c.is_alphabetic()))
        .flat_map(char::to_uppercase)
        .collect()
}
