//! From a folder to an open desk: first run, unlocking, the demo clinic.
//!
//! Holds: the program is in exactly one [`AppPhase`]; a clinic is made only where there is nothing, and only after two
//! groups of the recovery code were typed back; the demo clinic has its own folder and its own key, and only a folder
//! that carries the demo mark is ever deleted.
//! Refused: offering "start over" on the locked screen (a keychain says "no entry" when it is merely unusable).
//! On a crash: first run is finished or begun again by the store at the next start; a demo clinic is opened again.

mod demo;
mod demo_cards;
mod first_run;
mod phase;

use std::path::PathBuf;
use std::sync::Arc;

use anteroom_model::Clock;
use anteroom_store::{FileVault, KeyVault, OpenError, Opened, StartState, Store, Surroundings, probe};
use tokio::sync::Mutex;

pub use demo::DemoWorld;
pub use demo_cards::DemoCard;
pub use phase::wire_error;

use crate::desk::{Desk, DeskParts};
use crate::dice::Dice;
use crate::loops::Run;
use crate::notify::Notifier;
use crate::ports::ConnectorFactory;
use crate::views::{AppInfo, AppPhase, Code, Settings, WireError};
use first_run::Paper;

/// What the program is made of; handed in by the composition root.
pub struct ClinicParts {
    /// The practice's folder.
    pub folder: PathBuf,
    /// The demo clinic's folder; another one.
    pub demo_folder: PathBuf,
    /// Keeps the practice's key.
    pub vault: Arc<dyn KeyVault>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub dice: Dice,
    /// Opens connectors.
    pub factory: Arc<dyn ConnectorFactory>,
    /// Tells about news.
    pub notifier: Arc<dyn Notifier>,
    /// The simulated world of the demo clinic, where there is one.
    pub demo: Option<Arc<dyn DemoWorld>>,
    /// Who takes the loops' turns.
    pub run: Run,
    /// The program's version.
    pub version: String,
    /// `linux`, `macos` or `windows`.
    pub platform: String,
    /// The system's language, as BCP 47.
    pub system_locale: String,
}

/// The program's clinic, open or not.
pub struct Clinic {
    parts: ClinicParts,
    state: Mutex<State>,
}

enum State {
    /// Nothing was looked at yet, or the desk was closed.
    Shut,
    /// No clinic; perhaps a recovery code on its way to paper.
    FirstRun(Option<Paper>),
    /// Data that cannot be opened now.
    Locked { why: Code, recovery_helps: bool },
    /// The desk runs.
    Open(Desk),
}

impl Clinic {
    /// A clinic that was not looked at yet; [`Clinic::begin`] looks.
    pub fn new(parts: ClinicParts) -> Self {
        Self { parts, state: Mutex::new(State::Shut) }
    }

    /// Looks at the folder and opens what can be opened. The demo clinic is opened where there is no other.
    ///
    /// # Errors
    /// Never for a locked clinic: that is a phase.
    pub async fn begin(&self) -> Result<AppInfo, WireError> {
        let mut state = self.state.lock().await;
        if !matches!(*state, State::Open(_)) {
            *state = self.look().await;
        }
        Ok(self.info(&state))
    }

    /// Where the program stands.
    pub async fn app_info(&self) -> AppInfo {
        let state = self.state.lock().await;
        self.info(&state)
    }

    /// Tries again to open what was locked.
    ///
    /// # Errors
    /// Never for a clinic that is still locked.
    pub async fn unlock_retry(&self) -> Result<AppInfo, WireError> {
        self.begin().await
    }

    /// Opens the practice with the code on paper and gives the vault its key again.
    ///
    /// # Errors
    /// [`Code::WrongRecoveryCode`], or what keeps the data closed besides its key.
    pub async fn unlock_with_recovery(&self, code: String) -> Result<AppInfo, WireError> {
        let mut state = self.state.lock().await;
        if matches!(*state, State::Locked { .. }) {
            let code = zeroize::Zeroizing::new(code);
            let opened = self
                .on_disk(&self.parts.folder, self.parts.vault.clone(), move |dir, vault, around| {
                    Store::open_with_recovery(dir, vault, &code, around)
                })
                .await
                .map_err(|error| WireError::of(phase::code(&error)))?;
            *state = State::Open(self.desk_of(opened).await?);
        }
        Ok(self.info(&state))
    }

    /// The open desk.
    ///
    /// # Errors
    /// [`Code::NotOpen`].
    pub async fn desk(&self) -> Result<Desk, WireError> {
        match &*self.state.lock().await {
            State::Open(desk) => Ok(desk.clone()),
            _ => Err(WireError::of(Code::NotOpen)),
        }
    }

    /// Closes the desk in order: intake, outbox, store.
    pub async fn close(&self) {
        let mut state = self.state.lock().await;
        if let State::Open(desk) = std::mem::replace(&mut *state, State::Shut) {
            desk.stop().await;
        }
    }

    async fn look(&self) -> State {
        let folder = self.parts.folder.clone();
        let vault = self.parts.vault.clone();
        let found = tokio::task::spawn_blocking(move || probe(&folder, vault.as_ref())).await;
        match found {
            Ok(Ok(StartState::FirstRun)) if self.has_demo() => self.reopen_demo().await,
            Ok(Ok(StartState::FirstRun)) => State::FirstRun(None),
            Ok(Ok(StartState::Locked(reason))) => phase::locked(&OpenError::Locked(reason)),
            Ok(Ok(StartState::Ready)) => {
                let opened = self.on_disk(&self.parts.folder, self.parts.vault.clone(), Store::open).await;
                self.settle_on(opened).await
            }
            Ok(Err(error)) => phase::locked(&error),
            Err(_) => State::Locked { why: Code::Unexpected, recovery_helps: false },
        }
    }

    async fn settle_on(&self, opened: Result<Opened, OpenError>) -> State {
        match opened {
            Ok(opened) => match self.desk_of(opened).await {
                Ok(desk) => State::Open(desk),
                Err(error) => State::Locked { why: error.code, recovery_helps: false },
            },
            Err(error) => phase::locked(&error),
        }
    }

    /// Runs something slow (keys, files) away from the executor.
    async fn on_disk<T: Send + 'static>(
        &self,
        folder: &std::path::Path,
        vault: Arc<dyn KeyVault>,
        work: impl FnOnce(&std::path::Path, &dyn KeyVault, Surroundings) -> Result<T, OpenError> + Send + 'static,
    ) -> Result<T, OpenError> {
        let folder = folder.to_owned();
        let around = self.surroundings();
        let done = tokio::task::spawn_blocking(move || work(&folder, vault.as_ref(), around)).await;
        // A panic over there was noted by the panic hook; here it is a disk that failed.
        done.unwrap_or(Err(OpenError::Io(std::io::ErrorKind::Other)))
    }

    fn surroundings(&self) -> Surroundings {
        let dice = self.parts.dice.clone();
        Surroundings { clock: self.parts.clock.clone(), random: Box::new(move |bytes| dice.fill(bytes)) }
    }

    async fn desk_of(&self, opened: Opened) -> Result<Desk, WireError> {
        Desk::start(DeskParts {
            store: opened.store,
            rolled_back: opened.rolled_back,
            clock: self.parts.clock.clone(),
            dice: self.parts.dice.clone(),
            factory: self.parts.factory.clone(),
            notifier: self.parts.notifier.clone(),
            run: self.parts.run,
        })
        .await
    }

    fn info(&self, state: &State) -> AppInfo {
        let (phase, settings) = match state {
            State::Shut | State::FirstRun(_) => (AppPhase::FirstRun, Settings::default()),
            State::Locked { why, recovery_helps } => {
                (AppPhase::Locked { why: *why, recovery_helps: *recovery_helps }, Settings::default())
            }
            State::Open(desk) => (AppPhase::Open(desk.clinic()), desk.settings()),
        };
        AppInfo {
            phase,
            version: self.parts.version.clone(),
            platform: self.parts.platform.clone(),
            settings,
            system_locale: self.parts.system_locale.clone(),
            place: match state {
                State::Open(desk) => desk.place(),
                _ => None,
            },
            demo_available: self.parts.demo.is_some(),
        }
    }

    fn demo_vault(&self) -> Arc<dyn KeyVault> {
        Arc::new(FileVault::in_folder(&self.parts.demo_folder))
    }
}
