//! The operating system's keychain as a vault: Keychain on macOS, Credential Manager on Windows, the Secret Service
//! elsewhere.
//!
//! Holds: exactly one item per clinic folder, 32 bytes; what the keychain hands out is wrapped at once so that it is
//! wiped after use. On Windows the item stays on this computer and does not roam with a domain profile.
//! Refused: the kernel's keyring on Linux (gone at the next start); a plain file (no key at all).
//! On a crash: the keychain has the item or it has not; the store's start-up table knows both.

use std::collections::HashMap;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use anteroom_store::{KeyVault, RootKey, VaultError};
use zeroize::{Zeroize, Zeroizing};

/// The service under which the item is listed; people see it when they look into their keychain.
const SERVICE: &str = "Anteroom";

/// A job for the thread that talks to the keychain.
type Job = Box<dyn FnOnce() + Send>;

/// The keychain's item for one clinic.
pub struct Keychain {
    clinic: String,
    jobs: Sender<Job>,
}

impl Keychain {
    /// The item for a clinic. `clinic` tells several clinics of one person apart; it is no name of a practice.
    pub fn for_clinic(clinic: &str) -> Self {
        let (jobs, work) = channel::<Job>();
        // One thread for good: Windows warns against using an item from several, and zbus blocks.
        let started = thread::Builder::new()
            .name("keychain".to_owned())
            .spawn(move || work.into_iter().for_each(|job| job()));
        drop(started);
        Self { clinic: clinic.to_owned(), jobs }
    }

    /// Asks on the keychain's own thread.
    fn ask<T: Send + 'static>(
        &self,
        f: impl FnOnce(keyring_core::Entry) -> Result<T, VaultError> + Send + 'static,
    ) -> Result<T, VaultError> {
        let clinic = self.clinic.clone();
        let (answer, wait) = channel();
        let job = Box::new(move || {
            let _ = answer.send(entry(&clinic).and_then(f));
        });
        self.jobs.send(job).map_err(|_| VaultError::PlatformFailure)?;
        wait.recv().unwrap_or(Err(VaultError::PlatformFailure))
    }
}

impl KeyVault for Keychain {
    fn backend(&self) -> &str {
        if cfg!(target_os = "macos") {
            "keychain:apple"
        } else if cfg!(windows) {
            "keychain:windows"
        } else {
            "keychain:secret-service"
        }
    }

    fn read(&self) -> Result<RootKey, VaultError> {
        self.ask(|entry| {
            let mut found = entry.get_secret().map_err(|error| kind(&error))?;
            let key = <[u8; 32]>::try_from(found.as_slice())
                .map(Zeroizing::new)
                .map_err(|_| VaultError::BadDataFormat);
            found.zeroize();
            key
        })
    }

    fn write(&self, key: &[u8; 32]) -> Result<(), VaultError> {
        let key = Zeroizing::new(*key);
        self.ask(move |entry| entry.set_secret(key.as_slice()).map_err(|error| kind(&error)))
    }
}

fn entry(clinic: &str) -> Result<keyring_core::Entry, VaultError> {
    if let Err(error) = keyring::Entry::store_status() {
        return Err(match kind(error) {
            // The service could not even be asked: to the person at the desk there is no keychain.
            VaultError::PlatformFailure => VaultError::NoDefaultStore,
            other => other,
        });
    }
    if cfg!(windows) {
        let local = HashMap::from([("persistence", "Local")]);
        keyring_core::Entry::new_with_modifiers(SERVICE, clinic, &local).map_err(|error| kind(&error))
    } else {
        keyring_core::Entry::new(SERVICE, clinic).map_err(|error| kind(&error))
    }
}

/// The keychain's error without its text, which may name paths and people.
fn kind(error: &keyring_core::Error) -> VaultError {
    use keyring_core::Error;
    match error {
        Error::NoEntry => VaultError::NoEntry,
        Error::NoStorageAccess(_) => VaultError::Locked,
        Error::NoDefaultStore => VaultError::NoDefaultStore,
        Error::BadEncoding(_) => VaultError::BadEncoding,
        Error::BadDataFormat(..) => VaultError::BadDataFormat,
        Error::BadStoreFormat(_) => VaultError::BadStoreFormat,
        Error::TooLong(..) => VaultError::TooLong,
        Error::Invalid(..) => VaultError::Invalid,
        Error::Ambiguous(_) => VaultError::Ambiguous,
        Error::NotSupportedByStore(_) => VaultError::NotSupported,
        // The list of the library may grow; what it says then is a failure of the platform to us.
        _ => VaultError::PlatformFailure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use keyring_core::Error;

    #[test]
    fn every_kind_of_keychain_trouble_has_its_own_word() {
        let platform = || Box::<dyn std::error::Error + Send + Sync>::from("secret detail");
        let all = [
            (Error::NoEntry, VaultError::NoEntry),
            (Error::NoStorageAccess(platform()), VaultError::Locked),
            (Error::NoDefaultStore, VaultError::NoDefaultStore),
            (Error::PlatformFailure(platform()), VaultError::PlatformFailure),
            (Error::BadEncoding(vec![1]), VaultError::BadEncoding),
            (Error::BadDataFormat(vec![1], platform()), VaultError::BadDataFormat),
            (Error::TooLong("x".into(), 1), VaultError::TooLong),
            (Error::Ambiguous(vec![]), VaultError::Ambiguous),
        ];
        for (theirs, ours) in all {
            assert_eq!(kind(&theirs), ours);
        }
    }
}
