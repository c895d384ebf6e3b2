//! Patients, as staff write them down.

use anteroom_model::{PatientId, Phi};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::params;

use crate::column::{Fields, ms};
use crate::search::fold;
use crate::{ReadTx, Result, StoreError, Topic, WriteTx};

/// What staff write about a patient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PatientWords {
    /// Name.
    pub name: Phi<String>,
    /// Date of birth.
    pub birth_date: Option<Phi<Date>>,
    /// BCP 47.
    pub language: Option<String>,
    /// A note for the desk.
    pub desk_note: Phi<String>,
}

/// A patient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatientRow {
    /// Id.
    pub id: PatientId,
    /// What staff wrote.
    pub words: PatientWords,
    /// Known since, our clock.
    pub created_at: Timestamp,
}

impl ReadTx<'_> {
    /// One patient.
    pub fn patient(&self, id: PatientId) -> Result<Option<PatientRow>> {
        self.one(
            "SELECT id, name, birth_date, language, desk_note, created_at FROM patient WHERE id = ?1",
            [id.as_bytes()],
            |row| {
                let mut row = Fields::of(row);
                Ok(PatientRow {
                    id: row.id(PatientId::from_uuid)?,
                    words: PatientWords {
                        name: row.phi()?,
                        birth_date: row
                            .get::<Option<String>>()?
                            .map(|date| date.parse().map(Phi::new).map_err(|_| StoreError::BadRow))
                            .transpose()?,
                        language: row.get()?,
                        desk_note: row.phi()?,
                    },
                    created_at: row.time()?,
                })
            },
        )
    }

    pub(crate) fn patient_key(&self, id: PatientId) -> Result<i64> {
        self.required("SELECT row FROM patient WHERE id = ?1", [id.as_bytes()])
    }
}

impl WriteTx<'_> {
    /// A new patient.
    pub fn create_patient(&mut self, words: &PatientWords) -> Result<PatientId> {
        let id = self.fresh(PatientId::at);
        self.change(
            "INSERT INTO patient (id, name, name_folded, birth_date, language, desk_note, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                id.as_bytes(),
                words.name.reveal(),
                fold(words.name.reveal()),
                words.birth_date.as_ref().map(|date| date.reveal().to_string()),
                words.language,
                words.desk_note.reveal(),
                ms(self.now()),
            ],
        )?;
        let row = self.db().last_insert_rowid();
        self.enter_patient_name(row)?;
        self.touch(Topic::Patient(id));
        Ok(id)
    }

    /// Writes down what changed.
    pub fn edit_patient(&mut self, id: PatientId, words: &PatientWords) -> Result<()> {
        let row = self.patient_key(id)?;
        self.change(
            "UPDATE patient SET name = ?2, name_folded = ?3, birth_date = ?4, language = ?5, desk_note = ?6
             WHERE row = ?1",
            params![
                row,
                words.name.reveal(),
                fold(words.name.reveal()),
                words.birth_date.as_ref().map(|date| date.reveal().to_string()),
                words.language,
                words.desk_note.reveal(),
            ],
        )?;
        self.enter_patient_name(row)?;
        let identities =
            self.all("SELECT row FROM identity WHERE patient = ?1", [row], |row| Ok(row.get::<_, i64>(0)?))?;
        for identity in identities {
            self.retitle(identity)?;
        }
        self.touch(Topic::Patient(id));
        Ok(())
    }
}
