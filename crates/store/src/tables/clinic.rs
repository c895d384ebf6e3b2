//! The clinic.

use anteroom_model::ClinicId;
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
}
