//! Why a store did not open. One variant for each thing that a person does next.

use std::io;
use std::path::PathBuf;

use super::NotLocal;
use crate::{StoreError, VaultError};

/// The store did not open. Nothing was changed, and nothing was deleted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// There is nothing here yet: first run.
    #[error("there is no clinic in this folder")]
    NothingHere,
    /// First run was asked for where data exists.
    #[error("there is a clinic in this folder already")]
    AlreadyHere,
    /// There is data and its key cannot be had now.
    #[error("locked: {0:?}")]
    Locked(LockReason),
    /// The typed recovery code is none, or not this clinic's.
    #[error("the recovery code does not fit")]
    WrongRecoveryCode,
    /// The vault would not keep the new key, or gave another one back.
    #[error("the vault did not keep the key: {0}")]
    VaultRefused(VaultError),
    /// Written by a newer version of the program.
    #[error("the database has version {found}, this program knows {known}")]
    NewerVersion {
        /// What the file says.
        found: u32,
        /// What we know.
        known: u32,
    },
    /// The database cannot be read; it was moved aside.
    #[error("the database is damaged and was moved aside")]
    Damaged {
        /// Where it lies now.
        moved_to: PathBuf,
    },
    /// Another process has it open.
    #[error("another process has it open")]
    AlreadyOpen {
        /// Which, if it could be read.
        pid: Option<u32>,
    },
    /// The folder is not on this computer alone.
    #[error("the folder is not local: {0:?}")]
    FolderNotLocal(NotLocal),
    /// The folder cannot be written.
    #[error("the folder cannot be written")]
    ReadOnly,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The system gave no randomness for keys.
    #[error("the system gave no randomness")]
    NoRandomness,
    /// The disk failed otherwise.
    #[error("the disk failed: {0:?}")]
    Io(io::ErrorKind),
    /// The database refused otherwise.
    #[error("the database refused: {0}")]
    Store(StoreError),
}

/// Why the data is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockReason {
    /// The vault has no key for the data, or says so.
    KeyMissing,
    /// The keychain is locked.
    VaultLocked,
    /// The data is protected by a pass phrase, and none was given.
    PassphraseNeeded,
    /// The pass phrase is not the one.
    WrongPassphrase,
    /// The keychain's service failed.
    VaultFailed,
    /// This computer has no keychain.
    VaultMissing,
    /// The keychain's entry is not a key, or there are several.
    KeyUnreadable,
    /// The data was locked with another kind of vault.
    OtherVault,
    /// The key does not open this data.
    WrongKey,
    /// The file in the database's place is another clinic's, or its first bytes are damaged.
    DatabaseNotOurs,
    /// The database is here, its keyring file is not.
    KeyringMissing,
    /// The keyring file cannot be understood.
    KeyringDamaged,
    /// The keyring file was written by a newer version.
    KeyringNewer,
    /// The keyring file is here; a damaged database was put aside and none is in its place.
    DatabaseSetAside,
    /// The keyring file is here, the database is not.
    DatabaseMissing,
}

impl LockReason {
    /// Whether the recovery code opens it only together with a new pass phrase: there is no keychain that would take
    /// the key, or the data has none.
    pub const fn recovery_needs_passphrase(self) -> bool {
        matches!(
            self,
            Self::PassphraseNeeded
                | Self::WrongPassphrase
                | Self::VaultLocked
                | Self::VaultFailed
                | Self::VaultMissing
        )
    }

    /// Whether the recovery code would open it.
    pub const fn recovery_helps(self) -> bool {
        !matches!(
            self,
            Self::KeyringMissing
                | Self::KeyringDamaged
                | Self::KeyringNewer
                | Self::DatabaseNotOurs
                | Self::DatabaseSetAside
                | Self::DatabaseMissing
        )
    }
}

impl From<VaultError> for LockReason {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::NoEntry => Self::KeyMissing,
            VaultError::Locked => Self::VaultLocked,
            VaultError::WrongPassphrase => Self::WrongPassphrase,
            VaultError::PlatformFailure => Self::VaultFailed,
            VaultError::NoDefaultStore | VaultError::NotSupported => Self::VaultMissing,
            VaultError::BadEncoding
            | VaultError::BadDataFormat
            | VaultError::BadStoreFormat
            | VaultError::TooLong
            | VaultError::Invalid
            | VaultError::Ambiguous => Self::KeyUnreadable,
        }
    }
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::DiskFull => Self::DiskFull,
            StoreError::ReadOnly => Self::ReadOnly,
            StoreError::Io(kind) => Self::Io(kind),
            other => Self::Store(other),
        }
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        match StoreError::of_io(&error) {
            StoreError::Gone => Self::Io(io::ErrorKind::NotFound),
            other => other.into(),
        }
    }
}

impl From<LockReason> for OpenError {
    fn from(reason: LockReason) -> Self {
        Self::Locked(reason)
    }
}
