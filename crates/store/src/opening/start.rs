//! The start-up table: what exists, what the vault says, and what follows.

use std::path::Path;

use super::{LockReason, OpenError, Paths};
use crate::db::Key;
use crate::keys::{Keyring, KeyringError};
use crate::{KeyVault, VaultError};

/// Where a folder stands before anything is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartState {
    /// Nothing exists here, and the vault can be asked.
    FirstRun,
    /// The key is at hand.
    Ready,
    /// There is data, or a vault that does not answer. Nothing may be made or deleted.
    Locked(LockReason),
}

/// Looks without touching anything.
pub fn probe(dir: &Path, vault: &dyn KeyVault) -> Result<StartState, OpenError> {
    let found = Found::in_folder(&Paths::of(dir))?;
    Ok(match found.state(vault) {
        Err(reason) => StartState::Locked(reason),
        Ok(None) => StartState::FirstRun,
        Ok(Some(_)) => StartState::Ready,
    })
}

/// What lies in the folder.
pub(super) struct Found {
    pub db: bool,
    /// The database that first run made and did not come to name.
    pub unborn: bool,
    pub keyring: Option<Result<Keyring, KeyringError>>,
}

impl Found {
    pub fn in_folder(paths: &Paths) -> Result<Self, OpenError> {
        let there = |path: &Path| path.try_exists().map_err(OpenError::from);
        Ok(Self {
            db: there(&paths.db)?,
            unborn: there(&paths.unborn)?,
            keyring: Keyring::read(&paths.keyring)?,
        })
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
        if self.db || self.unborn { Ok(ring) } else { Err(LockReason::DatabaseMissing) }
    }

    /// The whole table: `Ok(None)` is first run, `Ok(Some)` the key.
    pub fn state(&self, vault: &dyn KeyVault) -> Result<Option<Key>, LockReason> {
        if self.is_nothing() {
            return match vault.read() {
                Ok(_) | Err(VaultError::NoEntry) => Ok(None),
                Err(error) => Err(error.into()),
            };
        }
        let ring = self.complete()?;
        key_of(ring, vault).map(Some)
    }
}

/// The database key, from the vault.
pub(super) fn key_of(ring: &Keyring, vault: &dyn KeyVault) -> Result<Key, LockReason> {
    if vault.backend() != ring.backend {
        return Err(LockReason::OtherVault);
    }
    let root = vault.read()?;
    ring.open(&root).map(Key).map_err(|_| LockReason::WrongKey)
}
