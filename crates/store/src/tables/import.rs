//! Imports of contacts: what one made can be taken back as one.
//!
//! Holds: undoing removes only patients that nobody touched since: not edited, not joined, linked to nothing, named by
//! nobody else. It goes in steps, so that a large one does not hold up the desk; a step that was done stays done.

use anteroom_model::{ImportId, PatientId, StaffId};
use jiff::Timestamp;
use rusqlite::params;

use crate::column::{Fields, ms};
use crate::{NewContact, PatientWords, ReadTx, Result, Topic, WriteTx};

/// An import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Id.
    pub id: ImportId,
    /// Who did it.
    pub by: Option<StaffId>,
    /// When.
    pub at: Timestamp,
    /// Patients that it made.
    pub made: u64,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
    /// Patients that undoing removed.
    pub removed: u64,
}

/// What a step of undoing did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UndoStep {
    /// Go on after this one.
    pub after: i64,
    /// Patients removed in this step.
    pub removed: u64,
    /// Patients that stay because somebody touched them.
    pub stayed: u64,
    /// Nothing is left to do.
    pub done: bool,
}

impl ReadTx<'_> {
    /// Imports, newest first.
    pub fn imports(&self, limit: u32) -> Result<Vec<ImportRow>> {
        self.all(
            "SELECT i.id, s.id, i.at, i.made, i.undone_at, i.removed
             FROM import i LEFT JOIN staff s ON s.row = i.by_staff WHERE i.row > 0 ORDER BY i.row DESC LIMIT ?1",
            [limit],
            |row| {
                let mut row = Fields::of(row);
                Ok(ImportRow {
                    id: row.id(ImportId::from_uuid)?,
                    by: row.maybe_id(StaffId::from_uuid)?,
                    at: row.time()?,
                    made: row.get::<i64>()?.unsigned_abs(),
                    undone_at: row.maybe_time()?,
                    removed: row.get::<i64>()?.unsigned_abs(),
                })
            },
        )
    }

    fn import_key(&self, id: ImportId) -> Result<i64> {
        self.required("SELECT row FROM import WHERE id = ?1", [id.as_bytes()])
    }
}

impl WriteTx<'_> {
    /// An import begins.
    pub fn begin_import(&mut self, by: Option<StaffId>) -> Result<ImportId> {
        let by = self.maybe_staff_key(by)?;
        let id = self.fresh(ImportId::at);
        self.change(
            "INSERT INTO import (id, by_staff, at) VALUES (?1, ?2, ?3)",
            params![id.as_bytes(), by, ms(self.now())],
        )?;
        Ok(id)
    }

    /// Makes a patient as part of an import.
    pub fn import_patient(
        &mut self,
        import: ImportId,
        words: &PatientWords,
        contacts: &[NewContact],
    ) -> Result<PatientId> {
        let import = self.import_key(import)?;
        let id = self.create_patient(words)?;
        self.set_contacts(id, contacts)?;
        self.change(
            "UPDATE patient SET import = ?2, edited = 0 WHERE id = ?1",
            params![id.as_bytes(), import],
        )?;
        self.change("UPDATE import SET made = made + 1 WHERE row = ?1", [import])?;
        Ok(id)
    }

    /// Undoes a part of an import: at most `limit` of its patients, those after `after`.
    pub fn undo_import(&mut self, id: ImportId, after: i64, limit: u32) -> Result<UndoStep> {
        let import = self.import_key(id)?;
        let rows = self.all(
            "SELECT row, edited FROM patient WHERE import = ?1 AND row > ?2 ORDER BY row LIMIT ?3",
            params![import, after, limit],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)? != 0)),
        )?;
        let mut step = UndoStep { after, removed: 0, stayed: 0, done: rows.len() < limit as usize };
        for (row, edited) in rows {
            step.after = row;
            if !edited && self.is_untouched(row)? {
                self.remove_patient(row)?;
                step.removed += 1;
            } else {
                step.stayed += 1;
            }
        }
        self.change(
            "UPDATE import SET removed = removed + ?2, undone_at = coalesce(undone_at, ?3) WHERE row = ?1",
            params![
                import,
                i64::try_from(step.removed).unwrap_or(0),
                // One that was broken off half-way is not undone yet, and is offered again.
                step.done.then(|| ms(self.now()))
            ],
        )?;
        Ok(step)
    }

    fn is_untouched(&self, row: i64) -> Result<bool> {
        let touched: i64 = self.required(
            "SELECT EXISTS (SELECT 1 FROM link WHERE patient = ?1)
                 OR EXISTS (SELECT 1 FROM consent WHERE patient = ?1)
                 OR EXISTS (SELECT 1 FROM patient WHERE guardian_patient = ?1)
                 OR EXISTS (SELECT 1 FROM patient WHERE merged_into = ?1)
                 OR EXISTS (SELECT 1 FROM shared_said WHERE patient = ?1)
                 OR EXISTS (SELECT 1 FROM not_same WHERE a = ?1)
                 OR EXISTS (SELECT 1 FROM not_same WHERE b = ?1)",
            [row],
        )?;
        Ok(touched == 0)
    }

    /// Removes a patient on whom nothing hangs but what the import brought.
    fn remove_patient(&mut self, row: i64) -> Result<()> {
        let id = self.patient_id(row)?;
        let contacts = self.contacts_of(id)?;
        self.execute("DELETE FROM twin WHERE a = ?1", [row])?;
        self.execute("DELETE FROM twin WHERE b = ?1", [row])?;
        self.remove_contacts("patient = ?1", [row])?;
        // A number that was shared only because the import said so is its owner's alone again.
        for contact in contacts {
            if let (crate::ContactKind::Phone, Some(number)) =
                (contact.contact.kind, &contact.contact.comparable)
            {
                self.settle_number(number)?;
            }
        }
        self.execute("DELETE FROM name_entry WHERE patient = ?1", [row])?;
        self.change("DELETE FROM patient WHERE row = ?1", [row])?;
        self.touch(Topic::Patient(id));
        Ok(())
    }
}
