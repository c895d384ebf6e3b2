//! The long check: every page, every tree, both full-text indexes, the audit chain.

use rusqlite::Connection;

use crate::db::CheckReport;
use crate::tables::{audit, tally};
use crate::{Result, StoreError};

/// Reads everything.
pub(crate) fn check(db: &Connection) -> Result<CheckReport> {
    let bad_pages = rows(db, "PRAGMA cipher_integrity_check")?;
    let trees = rows(db, "PRAGMA integrity_check")?;
    let indexes = ["words", "names"].iter().filter(|name| !index_is_sound(db, name)).count();
    Ok(CheckReport {
        bad_pages,
        complaints: trees + u32::try_from(indexes).unwrap_or(u32::MAX),
        audit_breaks_at: audit::breaks_at(db)?,
        commits: tally::commits(db)?,
    })
}

/// How many lines other than "ok" a check answers with.
fn rows(db: &Connection, sql: &str) -> Result<u32> {
    let mut statement = db.prepare(sql)?;
    let mut answers = statement.query([])?;
    let mut complaints = 0;
    loop {
        match answers.next().map_err(StoreError::from) {
            Ok(None) => return Ok(complaints),
            Ok(Some(row)) => complaints += u32::from(row.get::<_, String>(0)? != "ok"),
            // A page so broken that the check itself cannot go on.
            Err(StoreError::Damaged) => return Ok(complaints + 1),
            Err(error) => return Err(error),
        }
    }
}

/// The full-text index agrees with the rows it was made from.
fn index_is_sound(db: &Connection, name: &str) -> bool {
    db.execute(&format!("INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)"), []).is_ok()
}
