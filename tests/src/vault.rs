//! A keychain that a test can lock, break and empty.

use std::sync::{Mutex, PoisonError};

use anteroom_store::{KeyVault, RootKey, VaultError};

/// Keeps one key in memory.
#[derive(Default)]
pub struct TestVault(Mutex<State>);

#[derive(Default)]
struct State {
    key: Option<RootKey>,
    trouble: Option<VaultError>,
}

impl TestVault {
    /// From now on every question ends so; `None`: it works again.
    pub fn fails_with(&self, trouble: Option<VaultError>) {
        self.lock().trouble = trouble;
    }

    /// The key is gone.
    pub fn forgets(&self) {
        self.lock().key = None;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeyVault for TestVault {
    fn backend(&self) -> &str {
        "keychain:test"
    }

    fn read(&self) -> Result<RootKey, VaultError> {
        let state = self.lock();
        match state.trouble {
            Some(trouble) => Err(trouble),
            None => state.key.clone().ok_or(VaultError::NoEntry),
        }
    }

    fn write(&self, key: &[u8; 32]) -> Result<(), VaultError> {
        let mut state = self.lock();
        match state.trouble {
            Some(trouble) => Err(trouble),
            None => {
                state.key = Some(RootKey::new(*key));
                Ok(())
            }
        }
    }
}
