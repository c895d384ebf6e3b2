//! One process at a time. The operating system's lock is the authority; the text inside is for people.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use super::OpenError;
use super::paths::private;

/// Held for as long as the store is open; the system lets it go when the process ends, however it ends.
#[derive(Debug)]
pub(crate) struct FolderLock(#[expect(dead_code, reason = "held, not read")] File);

impl FolderLock {
    pub fn take(path: &Path) -> Result<Self, OpenError> {
        let mut options = OpenOptions::new();
        let mut file = private(options.read(true).write(true).create(true).truncate(false)).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                // On Windows the holder's lock keeps us from reading; then we do not know who it is.
                let _ = file.read_to_string(&mut text);
                return Err(OpenError::AlreadyOpen { pid: text.trim().parse().ok() });
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(std::process::id().to_string().as_bytes())?;
        Ok(Self(file))
    }
}
