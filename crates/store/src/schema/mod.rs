//! The shape of the file, in numbered steps.
//!
//! Holds: a step and the number it leads to are one transaction; a file with a higher number is refused before it is
//! read; a fresh file and a migrated one have equal schemas, because a fresh file is a migrated one.

use rusqlite::Connection;

use crate::opening::OpenError;
use crate::{Result, StoreError};

/// The steps in order; step n leads to version n.
const STEPS: [&str; 14] = [
    include_str!("0001_front_desk.sql"),
    include_str!("0002_late_replies.sql"),
    include_str!("0003_unclear_since.sql"),
    include_str!("0004_rights.sql"),
    include_str!("0005_triage.sql"),
    include_str!("0006_hours.sql"),
    include_str!("0007_staff.sql"),
    include_str!("0008_writing.sql"),
    include_str!("0009_people.sql"),
    include_str!("0010_figures.sql"),
    include_str!("0011_reactions.sql"),
    include_str!("0012_spam_figures.sql"),
    include_str!("0013_planned_drafts.sql"),
    include_str!("0014_reopened.sql"),
];

/// The version this program writes.
pub(crate) const KNOWN: u32 = STEPS.len() as u32;

/// The version of this file; 0 when nothing was ever done to it.
pub(crate) fn version(db: &Connection) -> Result<u32> {
    let version: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    u32::try_from(version).map_err(|_| StoreError::Damaged)
}

/// Refuses a file from a newer program.
pub(crate) fn refuse_newer(db: &Connection) -> std::result::Result<(), OpenError> {
    let found = version(db)?;
    if found > KNOWN { Err(OpenError::NewerVersion { found, known: KNOWN }) } else { Ok(()) }
}

/// Takes the steps that are missing.
pub(crate) fn migrate(db: &mut Connection) -> Result<()> {
    migrate_with(db, &STEPS)
}

fn migrate_with(db: &mut Connection, steps: &[&str]) -> Result<()> {
    let done = version(db)? as usize;
    for (n, step) in steps.iter().enumerate().skip(done) {
        let tx = db.transaction()?;
        tx.execute_batch(step)?;
        tx.pragma_update(None, "user_version", n as i64 + 1)?;
        tx.commit()?;
        tracing::info!(event = "store_migrated", n = n + 1);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
