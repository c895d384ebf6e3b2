//! Opening the file. The order of the statements matters: the key comes before anything that reads.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::{Result, search};

/// The database key, raw: SQLCipher derives nothing from it.
#[derive(Clone)]
pub(crate) struct Key(pub Zeroizing<[u8; 32]>);

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Makes the file.
    Create,
    /// The one writer.
    Write,
    /// One of the readers.
    Read,
}

/// Statements prepared once and kept; there are about a hundred different ones.
const STATEMENTS: usize = 160;

/// Opens the file with everything that must hold for every connection.
///
/// `synchronous=FULL`: with less, a power cut could forget that we were about to send, and a message would be sent
/// twice. `secure_delete` and `temp_store=MEMORY`: no clear or dead copies. A short WAL: a damaged one loses commits.
pub(crate) fn open(path: &Path, key: &Key, role: Role) -> Result<Connection> {
    let db = connect(path, role)?;
    give_key(&db, key)?;
    // Three quarters of the cost of the default, SHA-512, where the processor knows SHA-256; part of the file's format.
    db.execute_batch("PRAGMA cipher_hmac_algorithm = HMAC_SHA256;")?;
    make_ready(&db, role)?;
    Ok(db)
}

/// The same without a cipher, to compare with. Nothing of a clinic is ever opened so.
#[cfg(feature = "bench")]
pub(crate) fn open_plain(path: &Path, role: Role) -> Result<Connection> {
    let db = connect(path, role)?;
    make_ready(&db, role)?;
    Ok(db)
}

fn connect(path: &Path, role: Role) -> Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if role == Role::Create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    Ok(Connection::open_with_flags(path, flags)?)
}

fn make_ready(db: &Connection, role: Role) -> Result<()> {
    db.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    // A first read proves the key before anything else is tried.
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    db.busy_timeout(Duration::from_secs(5))?;
    pragma(db, "PRAGMA journal_mode = WAL")?;
    db.execute_batch("PRAGMA synchronous = FULL;")?;
    #[cfg(target_os = "macos")]
    db.execute_batch("PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;")?;
    db.execute_batch(
        "PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;",
    )?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // A plan that does not look at what is bound. Without this, every statement with a bound LIMIT is planned anew each
    // time it is asked, which costs more than most answers; with it, the plans that are tested are those that run.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    db.execute_batch(
        "PRAGMA wal_autocheckpoint = 256;
         PRAGMA cache_size = -65536;
         PRAGMA mmap_size = 0;",
    )?;
    if role == Role::Read {
        db.execute_batch("PRAGMA query_only = ON;")?;
    }
    // The triggers that keep the search index call our functions.
    search::install(db)?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}

/// A pragma that answers with a row.
fn pragma(db: &Connection, sql: &str) -> Result<()> {
    db.query_row(sql, [], |_| Ok(()))?;
    Ok(())
}

fn give_key(db: &Connection, key: &Key) -> Result<()> {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    // Room for the whole statement from the start: growing would leave copies behind.
    let mut statement = Zeroizing::new(String::with_capacity(96));
    statement.push_str("PRAGMA key = \"x'");
    for byte in key.0.iter() {
        statement.push(char::from(HEX[usize::from(byte >> 4)]));
        statement.push(char::from(HEX[usize::from(byte & 15)]));
    }
    statement.push_str("'\"");
    db.execute_batch(&statement)?;
    Ok(())
}
