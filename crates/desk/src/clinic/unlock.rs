//! Data that cannot be opened by itself: why, and the ways on.
//!
//! Holds: a wrong pass phrase or code changes nothing; whoever begins an empty inbox has proved the clinic's key, and
//! what was there before stays beside it.

use std::sync::Arc;

use anteroom_store::{
    KeyVault, LockReason, OpenError, Passphrase, PassphraseVault, Store, may_start_over, set_aside,
};

use super::first_run::{FirstRun, real};
use super::{Clinic, State, phase};
use crate::views::{AppInfo, Code, LockedClinic, PracticeDetails, Secret, WireError};

/// A clinic that cannot be opened now.
pub(super) struct Lock {
    pub view: LockedClinic,
    /// The vault with the key for an empty inbox, where one can be begun.
    start_over: Option<Arc<dyn KeyVault>>,
}

impl Lock {
    /// A lock that only trying again may open.
    pub fn of(why: Code) -> Self {
        let view = LockedClinic {
            why,
            recovery_helps: false,
            new_passphrase: false,
            start_over: false,
            set_aside: None,
        };
        Self { view, start_over: None }
    }
}

impl Clinic {
    /// What keeps the practice closed, and what would help.
    pub(super) async fn locked(&self, error: &OpenError, vault: &Arc<dyn KeyVault>) -> State {
        let mut lock = Lock::of(phase::code(error));
        tracing::warn!(event = "locked", status = ?lock.view.why);
        if let OpenError::Locked(reason) = error {
            let by_phrase = vault.backend() != self.parts.vault.backend();
            lock.view.recovery_helps = reason.recovery_helps();
            lock.view.new_passphrase =
                lock.view.recovery_helps && (by_phrase || reason.recovery_needs_passphrase());
        }
        let no_database = matches!(
            error,
            OpenError::Damaged { .. }
                | OpenError::Locked(LockReason::DatabaseSetAside | LockReason::DatabaseMissing)
        );
        if no_database {
            let (folder, asked) = (self.parts.folder.clone(), vault.clone());
            let looked = tokio::task::spawn_blocking(move || {
                (may_start_over(&folder, asked.as_ref()).unwrap_or(false), set_aside(&folder))
            });
            let (may, aside) = looked.await.unwrap_or((false, None));
            lock.view.start_over = may;
            lock.view.set_aside = aside.map(|path| path.to_string_lossy().into_owned());
            lock.start_over = may.then(|| vault.clone());
        }
        State::Locked(lock)
    }

    /// Looks again at what was locked, or whether a keychain has come for a clinic that is being made.
    ///
    /// # Errors
    /// Never for a clinic that is still locked.
    pub async fn unlock_retry(&self) -> Result<AppInfo, WireError> {
        let mut state = self.state.lock().await;
        if !matches!(*state, State::Open(_)) {
            let before = std::mem::replace(&mut *state, self.look().await);
            // The code may be on paper already.
            if let (State::FirstRun(now), State::FirstRun(FirstRun { paper, .. })) = (&mut *state, before) {
                now.paper = paper;
            }
        }
        Ok(self.info(&state))
    }

    /// Opens the practice with its pass phrase.
    ///
    /// # Errors
    /// [`Code::WrongPassphrase`]. Whatever else keeps it closed is a phase.
    pub async fn unlock_with_passphrase(&self, passphrase: Secret) -> Result<AppInfo, WireError> {
        let mut state = self.state.lock().await;
        if matches!(*state, State::Locked(_)) {
            let phrase = Passphrase::typed(passphrase.text());
            let vault: Arc<dyn KeyVault> = Arc::new(PassphraseVault::in_folder(&self.parts.folder, phrase));
            let opened = self.on_disk(&self.parts.folder, vault.clone(), Store::open).await;
            if matches!(opened, Err(OpenError::Locked(LockReason::WrongPassphrase))) {
                return Err(WireError::of(Code::WrongPassphrase));
            }
            *state = self.settle_on(opened, &vault).await;
        }
        Ok(self.info(&state))
    }

    /// Opens the practice with the code on paper and gives the keychain its key again; where no keychain takes it, the
    /// key is from now on behind a new pass phrase.
    ///
    /// # Errors
    /// [`Code::WrongRecoveryCode`], [`Code::PassphraseNeeded`], [`Code::PassphraseTooWeak`], or what keeps the data
    /// closed besides its key.
    pub async fn unlock_with_recovery(
        &self,
        code: Secret,
        passphrase: Option<Secret>,
    ) -> Result<AppInfo, WireError> {
        let mut state = self.state.lock().await;
        if let State::Locked(lock) = &*state {
            let vault = match (lock.view.new_passphrase, &passphrase) {
                (false, _) => self.parts.vault.clone(),
                (true, Some(phrase)) => self.chosen_passphrase(phrase)?,
                (true, None) => return Err(WireError::of(Code::PassphraseNeeded)),
            };
            let opened = self
                .on_disk(&self.parts.folder, vault.clone(), move |dir, vault, around| {
                    Store::open_with_recovery(dir, vault, code.text(), around)
                })
                .await;
            *state = match opened {
                Ok(opened) => self.desk_or_lock(opened).await,
                Err(error @ OpenError::Damaged { .. }) => self.locked(&error, &vault).await,
                Err(error) => return Err(WireError::of(phase::code(&error))),
            };
        }
        Ok(self.info(&state))
    }

    /// Begins an empty inbox under the clinic's own keys. What was there stays beside it; accounts have to be connected
    /// again.
    ///
    /// # Errors
    /// [`Code::Stale`] where there is a database, or the key is not at hand; what the disk says.
    pub async fn start_over(&self, practice: PracticeDetails) -> Result<AppInfo, WireError> {
        let mut state = self.state.lock().await;
        let State::Locked(Lock { start_over: Some(vault), .. }) = &*state else {
            return Err(WireError::of(Code::Stale));
        };
        let (vault, clinic) = (vault.clone(), real(practice));
        let made = self
            .on_disk(&self.parts.folder, vault, move |dir, vault, around| {
                Store::start_over(dir, vault, &clinic, around)
            })
            .await;
        let opened = made.map_err(|error| WireError::of(phase::code(&error)))?;
        tracing::warn!(event = "started_over");
        *state = self.desk_or_lock(opened).await;
        Ok(self.info(&state))
    }
}
