//! A root key in a plain file beside the data. For demo and test clinics alone: there it protects nothing, because
//! nothing there is worth protecting.

use std::io;
use std::path::PathBuf;

use super::vault::{KeyVault, RootKey, VaultError};
use crate::opening::replace_file;

/// A file of this name marks a demo clinic's folder.
pub const DEMO_MARK: &str = "anteroom.demo";
/// A file of this name marks a test clinic's folder.
pub const TEST_MARK: &str = "anteroom.test";
const KEY_FILE: &str = "anteroom.demo-key";

/// The vault of a demo or test clinic. Every call refuses unless the folder carries one of the marks.
#[derive(Clone, Debug)]
pub struct FileVault {
    dir: PathBuf,
}

impl FileVault {
    /// The vault in this folder.
    pub fn in_folder(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into() }
    }

    fn marked(&self) -> Result<(), VaultError> {
        let marked = [DEMO_MARK, TEST_MARK].iter().any(|mark| self.dir.join(mark).is_file());
        if marked { Ok(()) } else { Err(VaultError::NotSupported) }
    }
}

impl KeyVault for FileVault {
    fn backend(&self) -> &str {
        "demo-file"
    }

    fn read(&self) -> Result<RootKey, VaultError> {
        self.marked()?;
        let bytes = std::fs::read(self.dir.join(KEY_FILE)).map_err(|error| of_io(&error))?;
        bytes.as_slice().try_into().map(RootKey::new).map_err(|_| VaultError::BadDataFormat)
    }

    fn write(&self, key: &[u8; 32]) -> Result<(), VaultError> {
        self.marked()?;
        replace_file(&self.dir.join(KEY_FILE), key).map_err(|error| of_io(&error))
    }
}

pub(super) fn of_io(error: &io::Error) -> VaultError {
    match error.kind() {
        io::ErrorKind::NotFound => VaultError::NoEntry,
        io::ErrorKind::PermissionDenied => VaultError::Locked,
        _ => VaultError::PlatformFailure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_a_mark_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let vault = FileVault::in_folder(dir.path());
        assert_eq!(vault.read(), Err(VaultError::NotSupported));
        assert_eq!(vault.write(&[1; 32]), Err(VaultError::NotSupported));
        std::fs::write(dir.path().join(TEST_MARK), b"").unwrap();
        assert_eq!(vault.read(), Err(VaultError::NoEntry));
        vault.write(&[1; 32]).unwrap();
        assert_eq!(vault.read().as_deref(), Ok(&[1; 32]));
        std::fs::write(dir.path().join(KEY_FILE), b"short").unwrap();
        assert_eq!(vault.read(), Err(VaultError::BadDataFormat));
    }
}
