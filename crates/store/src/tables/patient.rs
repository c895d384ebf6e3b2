//! Patients, as staff write them down.
//!
//! Holds: a patient that was joined with another one keeps its row and all its words, and nobody changes them; it is in
//! no list and no index, and whoever asks for it by its id is led to the one that stayed (`standing`).

use anteroom_model::{PatientId, Phi};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::params;

use crate::column::{Fields, ms};
use crate::search::fold;
use crate::{Conflict, ReadTx, Result, StoreError, Topic, WriteTx};

/// What staff write about a patient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PatientWords {
    /// Name, whole, as the patient writes it.
    pub name: Phi<String>,
    /// What they like to be called; empty when nothing else than the name.
    pub preferred_name: Phi<String>,
    /// Date of birth.
    pub birth_date: Option<Phi<Date>>,
    /// BCP 47.
    pub language: Option<String>,
    /// Who answers for them.
    pub guardian: Guardian,
    /// A note for the desk.
    pub desk_note: Phi<String>,
}

/// Who answers for a patient. Everything empty: nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guardian {
    /// Their name, when they are no patient.
    pub name: Phi<String>,
    /// Mother, carer, …
    pub relation: Phi<String>,
    /// Their number, when they are no patient.
    pub phone: Phi<String>,
    /// They are a patient themselves.
    pub patient: Option<PatientId>,
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
    /// The patient this one was joined with.
    pub merged_into: Option<PatientId>,
}

impl ReadTx<'_> {
    /// One patient.
    pub fn patient(&self, id: PatientId) -> Result<Option<PatientRow>> {
        self.one(
            "SELECT p.id, p.name, p.preferred_name, p.birth_date, p.language, p.guardian_name, p.guardian_relation,
                    p.guardian_phone, g.id, p.desk_note, p.created_at, m.id
             FROM patient p LEFT JOIN patient g ON g.row = p.guardian_patient
             LEFT JOIN patient m ON m.row = p.merged_into WHERE p.id = ?1",
            [id.as_bytes()],
            |row| {
                let mut row = Fields::of(row);
                Ok(PatientRow {
                    id: row.id(PatientId::from_uuid)?,
                    words: PatientWords {
                        name: row.phi()?,
                        preferred_name: row.phi()?,
                        birth_date: row
                            .get::<Option<String>>()?
                            .map(|date| date.parse().map(Phi::new).map_err(|_| StoreError::BadRow))
                            .transpose()?,
                        language: row.get()?,
                        guardian: Guardian {
                            name: row.phi()?,
                            relation: row.phi()?,
                            phone: row.phi()?,
                            patient: row.maybe_id(PatientId::from_uuid)?,
                        },
                        desk_note: row.phi()?,
                    },
                    created_at: row.time()?,
                    merged_into: row.maybe_id(PatientId::from_uuid)?,
                })
            },
        )
    }

    /// The patients of exactly this name, however it is written, those who came first at the front.
    pub fn patients_named(&self, name: &Phi<String>, limit: u32) -> Result<Vec<PatientId>> {
        self.all(
            "SELECT id FROM patient WHERE name_folded = ?1 AND merged_into IS NULL ORDER BY row LIMIT ?2",
            params![fold(name.reveal()), limit],
            |row| Fields::of(row).id(PatientId::from_uuid),
        )
    }

    /// Every name of a patient: the one on the card, and those of whoever was joined with them.
    pub fn names_of(&self, id: PatientId) -> Result<Vec<Phi<String>>> {
        let mut all = vec![self.patient_key(id)?];
        let mut names = Vec::new();
        while let Some(row) = all.pop() {
            names.push(self.required::<String>("SELECT name FROM patient WHERE row = ?1", [row])?.into());
            all.extend(self.merged_into(row)?);
        }
        Ok(names)
    }

    /// Who this patient is now: itself, or the one it was joined with.
    pub fn standing(&self, id: PatientId) -> Result<PatientId> {
        let row = self.root(self.patient_key(id)?)?;
        self.patient_id(row)
    }

    pub(crate) fn patient_key(&self, id: PatientId) -> Result<i64> {
        self.required("SELECT row FROM patient WHERE id = ?1", [id.as_bytes()])
    }

    pub(super) fn patient_id(&self, row: i64) -> Result<PatientId> {
        let id: [u8; 16] = self.required("SELECT id FROM patient WHERE row = ?1", [row])?;
        Ok(PatientId::from_uuid(uuid::Uuid::from_bytes(id)))
    }

    /// The row at the end of all joins.
    pub(super) fn root(&self, mut row: i64) -> Result<i64> {
        while let Some(into) =
            self.required::<Option<i64>>("SELECT merged_into FROM patient WHERE row = ?1", [row])?
        {
            row = into;
        }
        Ok(row)
    }

    /// The row of a patient that was not joined with another.
    pub(super) fn standing_key(&self, id: PatientId) -> Result<i64> {
        let row = self.patient_key(id)?;
        if self.root(row)? == row { Ok(row) } else { Err(Conflict::Merged.into()) }
    }
}

impl WriteTx<'_> {
    /// A new patient.
    pub fn create_patient(&mut self, words: &PatientWords) -> Result<PatientId> {
        let id = self.fresh(PatientId::at);
        self.change(
            "INSERT INTO patient (id, name, name_folded, desk_note, created_at) VALUES (?1, '', '', '', ?2)",
            params![id.as_bytes(), ms(self.now())],
        )?;
        let row = self.db().last_insert_rowid();
        self.write_words(row, words)?;
        self.settle_twins(row)?;
        self.touch(Topic::Patient(id));
        Ok(id)
    }

    /// Writes down what changed.
    pub fn edit_patient(&mut self, id: PatientId, words: &PatientWords) -> Result<()> {
        let row = self.standing_key(id)?;
        self.write_words(row, words)?;
        self.change("UPDATE patient SET edited = 1 WHERE row = ?1", [row])?;
        self.settle_twins(row)?;
        self.touch(Topic::Patient(id));
        Ok(())
    }

    /// Writes the words and enters the name wherever it is shown or looked for.
    pub(super) fn write_words(&mut self, row: i64, words: &PatientWords) -> Result<()> {
        let guardian = words.guardian.patient.map(|id| self.patient_key(id)).transpose()?;
        self.change(
            "UPDATE patient SET name = ?2, name_folded = ?3, preferred_name = ?4, birth_date = ?5, language = ?6,
                    guardian_name = ?7, guardian_relation = ?8, guardian_phone = ?9, guardian_patient = ?10,
                    desk_note = ?11 WHERE row = ?1",
            params![
                row,
                words.name.reveal(),
                fold(words.name.reveal()),
                words.preferred_name.reveal(),
                words.birth_date.as_ref().map(|date| date.reveal().to_string()),
                words.language,
                words.guardian.name.reveal(),
                words.guardian.relation.reveal(),
                words.guardian.phone.reveal(),
                guardian.filter(|guardian| *guardian != row),
                words.desk_note.reveal(),
            ],
        )?;
        self.enter_patient_name(row)?;
        let identities =
            self.all("SELECT row FROM identity WHERE patient = ?1", [row], |row| Ok(row.get::<_, i64>(0)?))?;
        for identity in identities {
            self.retitle(identity)?;
        }
        Ok(())
    }
}
