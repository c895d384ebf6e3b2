//! What was imported, and taking it back.

use anteroom_model::ImportId;
use anteroom_store::{ImportRow, ReadTx, StoreError};

use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::views::{Code, ImportUndone, ImportView, WireError};

/// Imports that are offered to be undone.
const LISTED: u32 = 20;
/// Patients removed in one step.
const REMOVED: u32 = 200;

impl Desk {
    /// The imports of this practice, newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn imports(&self) -> Result<Vec<ImportView>, WireError> {
        let read = |tx: &ReadTx<'_>| tx.imports(LISTED)?.into_iter().map(|row| view(tx, row)).collect();
        Ok(self.core.read(read).map_err(Fault::from)?)
    }

    /// Undoes a part of an import, from its beginning when `after` is empty: patients that nobody touched since are
    /// removed.
    ///
    /// # Errors
    /// When there is no such import.
    pub async fn import_undo(&self, import: &str, after: &str) -> Result<ImportUndone, WireError> {
        let id: ImportId = parsed(import)?;
        let from =
            if after.is_empty() { 0 } else { after.parse().map_err(|_| WireError::of(Code::Stale))? };
        let by = self.core.staff().id;
        let step = self.core.write(move |tx| {
            if from == 0 {
                tx.audit("import_undone", Some(by), Some(id.uuid()), "")?;
            }
            tx.undo_import(id, from, REMOVED)
        });
        let step = step.await.map_err(Fault::from)?;
        Ok(ImportUndone {
            done: step.done,
            after: step.after.to_string(),
            removed: count(step.removed),
            stayed: count(step.stayed),
        })
    }
}

fn view(tx: &ReadTx<'_>, row: ImportRow) -> Result<ImportView, StoreError> {
    let by = row.by.map(|id| tx.staff_by_id(id)).transpose()?.flatten();
    Ok(ImportView {
        id: row.id.to_string(),
        at: row.at.into(),
        by: by.map(|staff| staff.name),
        made: count(row.made),
        undone_at: row.undone_at.map(Into::into),
        removed: count(row.removed),
    })
}

fn count(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
