//! The database as a file that is not open: its name, its salt, and putting it aside.
//!
//! Holds: nothing here deletes; what is put aside keeps every byte and gets a name that nothing had.
//! On a crash: each step is one rename. Of a database that is put aside the WAL goes first, so what stays under the old
//! name is older, never half.

use std::fs::{File, rename};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use anteroom_model::Clock;

use super::paths::sync_folder;
use super::{DAMAGED, OpenError, Paths};

/// Gives the unborn database its name.
pub(super) fn name_database(paths: &Paths) -> Result<(), OpenError> {
    rename(&paths.unborn, &paths.db)?;
    Ok(sync_folder(&paths.dir)?)
}

/// The first sixteen bytes of a SQLCipher file are its salt, in clear.
pub(super) fn salt_of(path: &Path) -> Result<[u8; 16], OpenError> {
    let mut salt = [0; 16];
    match File::open(path)?.read_exact(&mut salt) {
        // Too short to be anything; the caller sees by its salt that it is not ours.
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok([0; 16]),
        other => Ok(other.map(|()| salt)?),
    }
}

/// Gives the damaged database and what belongs to it another name.
pub(super) fn move_aside(paths: &Paths, clock: &dyn Clock) -> Result<PathBuf, OpenError> {
    let stamp = clock.now().as_millisecond();
    // A WAL may lie there alone.
    let taken = |path: &Path| Paths::with_companions(path).iter().any(|path| path.exists());
    let target = (0..)
        .map(|n| paths.dir.join(format!("{DAMAGED}{stamp}-{n}")))
        .find(|path| !taken(path))
        .expect("one of endless names is free");
    let from = Paths::with_companions(&paths.db);
    // The WAL first: a database without its WAL is older, a WAL without its database is nothing.
    for (from, to) in from.iter().zip(Paths::with_companions(&target)).rev() {
        match rename(from, to) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    sync_folder(&paths.dir)?;
    Ok(target)
}
