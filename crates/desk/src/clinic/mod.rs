//! From a folder to an open desk: first run, unlocking, the demo clinic.
//!
//! Holds: the program is in exactly one [`AppPhase`]; a clinic is made only where there is nothing, and only after two
//! groups of the recovery code were typed back; the demo clinic has its own folder and its own key, and only a folder
//! that carries the demo mark is ever deleted. An empty inbox over old keys is begun only where the database is
//! certainly gone or put aside and its key is at hand, and only when a person says so.
//! Refused: offering that for any other lock (a keychain says "no entry" when it is merely unusable).
//! On a crash: first run is finished or begun again by the store at the next start; a demo clinic is opened again.

mod demo;
mod demo_cards;
mod first_run;
mod phase;
mod unlock;

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
use first_run::FirstRun;
use unlock::Lock;

/// What the program is made of; handed in by the composition root.
pub struct ClinicParts {
    /// The practice's folder.
    pub folder: PathBuf,
    /// The demo clinic's folder; another one.
    pub demo_folder: PathBuf,
    /// Keeps the practice's key, unless a pass phrase does.
    pub vault: Arc<dyn KeyVault>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub dice: Dice,
    /// Opens connectors.
    pub factory: Arc<dyn ConnectorFactory>,
    /// Guesses the language in which somebody writes.
    pub language: Arc<dyn anteroom_model::LanguageGuess>,
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
    /// No clinic.
    FirstRun(FirstRun),
    /// Data that cannot be opened now.
    Locked(Lock),
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

    /// Whether screen recorders are kept away from the window: as the clinic that is open says, and always where none
    /// is open.
    pub async fn hides_from_recording(&self) -> bool {
        self.app_info().await.settings.hide_from_recording
    }

    /// Closes the desk in order: intake, outbox, store.
    pub async fn close(&self) {
        let mut state = self.state.lock().await;
        if let State::Open(desk) = std::mem::replace(&mut *state, State::Shut) {
            desk.stop().await;
        }
    }

    async fn look(&self) -> State {
        let (folder, vault) = (self.parts.folder.clone(), self.parts.vault.clone());
        let found = tokio::task::spawn_blocking(move || probe(&folder, vault.as_ref())).await;
        match found {
            Ok(Ok(StartState::FirstRun | StartState::FirstRunWithout(_))) if self.has_demo() => {
                self.reopen_demo().await
            }
            Ok(Ok(StartState::FirstRun)) => State::FirstRun(FirstRun::default()),
            Ok(Ok(StartState::FirstRunWithout(reason))) => {
                State::FirstRun(FirstRun { no_keychain: Some(phase::of_lock(reason)), paper: None })
            }
            Ok(Ok(StartState::Locked(reason))) => self.locked(&reason.into(), &self.parts.vault).await,
            Ok(Ok(StartState::Ready)) => {
                let opened = self.on_disk(&self.parts.folder, self.parts.vault.clone(), Store::open).await;
                self.settle_on(opened, &self.parts.vault).await
            }
            Ok(Err(error)) => self.locked(&error, &self.parts.vault).await,
            Err(_) => State::Locked(Lock::of(Code::Unexpected)),
        }
    }

    /// The practice's desk, or why there is none.
    async fn settle_on(&self, opened: Result<Opened, OpenError>, vault: &Arc<dyn KeyVault>) -> State {
        match opened {
            Ok(opened) => self.desk_or_lock(opened).await,
            Err(error) => self.locked(&error, vault).await,
        }
    }

    async fn desk_or_lock(&self, opened: Opened) -> State {
        match self.desk_of(opened).await {
            Ok(desk) => State::Open(desk),
            Err(error) => State::Locked(Lock::of(error.code)),
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
            language: self.parts.language.clone(),
            run: self.parts.run,
        })
        .await
    }

    fn info(&self, state: &State) -> AppInfo {
        let (phase, settings) = match state {
            State::Shut => (AppPhase::FirstRun { no_keychain: None }, Settings::default()),
            State::FirstRun(first) => {
                (AppPhase::FirstRun { no_keychain: first.no_keychain }, Settings::default())
            }
            State::Locked(lock) => (AppPhase::Locked(lock.view.clone()), Settings::default()),
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
