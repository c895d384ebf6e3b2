//! The start-up table: what exists, what the vault says, and what follows.

use std::path::{Path, PathBuf};

use super::file::salt_of;
use super::{LockReason, OpenError, Paths};
use crate::db::Key;
use crate::keys::{Keyring, KeyringError, PASSPHRASE};
use crate::{KeyVault, VaultError};

/// Where a folder stands before anything is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartState {
    /// Nothing exists here, and the vault can be asked.
    FirstRun,
    /// Nothing exists here, and the vault does not answer: only a pass phrase could protect what is made.
    FirstRunWithout(LockReason),
    /// The key is at hand.
    Ready,
    /// There is data that cannot be opened. Nothing may be made or deleted.
    Locked(LockReason),
}

/// Looks without touching anything.
pub fn probe(dir: &Path, vault: &dyn KeyVault) -> Result<StartState, OpenError> {
    let found = Found::in_folder(&Paths::of(dir))?;
    Ok(match found.state(vault) {
        Err(reason) if found.is_nothing() => StartState::FirstRunWithout(reason),
        Err(reason) => StartState::Locked(reason),
        Ok(None) => StartState::FirstRun,
        Ok(Some(_)) => StartState::Ready,
    })
}

/// Whether an empty database can be begun under the clinic's own keys: the keyring file is here, its key is at hand,
/// and the database is not.
pub fn may_start_over(dir: &Path, vault: &dyn KeyVault) -> Result<bool, OpenError> {
    let found = Found::in_folder(&Paths::of(dir))?;
    Ok(found.without_database().is_ok_and(|ring| key_of(ring, vault).is_ok()))
}

/// Where the newest damaged database was put, if one was.
pub fn set_aside(dir: &Path) -> Option<PathBuf> {
    Paths::of(dir).damaged().ok().flatten()
}

/// What lies in the folder.
pub(super) struct Found {
    pub db: bool,
    /// The database that first run (or beginning anew) made whole and did not come to name.
    pub unborn: bool,
    pub keyring: Option<Result<Keyring, KeyringError>>,
    /// A damaged database was put aside here.
    set_aside: bool,
}

impl Found {
    pub fn in_folder(paths: &Paths) -> Result<Self, OpenError> {
        let there = |path: &Path| path.try_exists().map_err(OpenError::from);
        let keyring = Keyring::read(&paths.keyring)?;
        // The keyring file is written after the database it names is whole.
        let unborn = match &keyring {
            Some(Ok(ring)) if there(&paths.unborn)? => salt_of(&paths.unborn)? == ring.salt.0,
            _ => false,
        };
        Ok(Self { db: there(&paths.db)?, unborn, keyring, set_aside: paths.damaged()?.is_some() })
    }

    pub const fn is_nothing(&self) -> bool {
        !self.db && self.keyring.is_none()
    }

    /// The keyring, if both it and the database it opens are here.
    pub fn complete(&self) -> Result<&Keyring, LockReason> {
        let ring = match &self.keyring {
            None => return Err(LockReason::KeyringMissing),
            Some(Err(KeyringError::Newer)) => return Err(LockReason::KeyringNewer),
            Some(Err(_)) => return Err(LockReason::KeyringDamaged),
            Some(Ok(ring)) => ring,
        };
        match self {
            Self { db: true, .. } | Self { unborn: true, .. } => Ok(ring),
            Self { set_aside: true, .. } => Err(LockReason::DatabaseSetAside),
            _ => Err(LockReason::DatabaseMissing),
        }
    }

    /// The keyring, if it is here and the database it opens is not.
    pub fn without_database(&self) -> Result<&Keyring, OpenError> {
        match (self.complete(), &self.keyring) {
            _ if self.is_nothing() => Err(OpenError::NothingHere),
            (Err(LockReason::DatabaseSetAside | LockReason::DatabaseMissing), Some(Ok(ring))) => Ok(ring),
            (Ok(_), _) => Err(OpenError::AlreadyHere),
            (Err(reason), _) => Err(reason.into()),
        }
    }

    /// The whole table: `Ok(None)` is first run, `Ok(Some)` the key.
    pub fn state(&self, vault: &dyn KeyVault) -> Result<Option<Key>, LockReason> {
        if self.is_nothing() {
            return match vault.read() {
                Ok(_) | Err(VaultError::NoEntry) => Ok(None),
                Err(error) => Err(error.into()),
            };
        }
        if let Some(Ok(ring)) = &self.keyring {
            // Asked for first: without it nobody can tell whether the key is at hand.
            needs_phrase(ring, vault)?;
        }
        let ring = self.complete()?;
        key_of(ring, vault).map(Some)
    }
}

fn needs_phrase(ring: &Keyring, vault: &dyn KeyVault) -> Result<(), LockReason> {
    let needed = ring.backend == PASSPHRASE && vault.backend() != PASSPHRASE;
    if needed { Err(LockReason::PassphraseNeeded) } else { Ok(()) }
}

/// The database key, from the vault.
pub(super) fn key_of(ring: &Keyring, vault: &dyn KeyVault) -> Result<Key, LockReason> {
    needs_phrase(ring, vault)?;
    if vault.backend() != ring.backend {
        return Err(LockReason::OtherVault);
    }
    let root = vault.read()?;
    ring.open(&root).map(Key).map_err(|_| LockReason::WrongKey)
}
