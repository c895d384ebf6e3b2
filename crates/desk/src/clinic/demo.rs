//! The demo clinic: invented patients, its own folder, its own key, gone with one click.

use anteroom_model::BoxFuture;
use anteroom_store::{ClinicKind, DEMO_MARK, NewClinic, OpenError, RecoveryKit, StartState, Store, probe};
use url::Url;

use super::{Clinic, DemoCard, State, demo_cards, phase};
use crate::desk::Desk;
use crate::views::{AppInfo, Code, ConnectRequest, WireError};

/// The simulated providers of the demo clinic.
pub trait DemoWorld: Send + Sync {
    /// Starts the world, if it does not run, and names the accounts to connect and the loopback address that replaces
    /// their providers.
    fn accounts(&self) -> BoxFuture<'_, Vec<(ConnectRequest, Url)>>;

    /// Whom the invented practice knew before: their cards, written once when the clinic is made.
    fn cards(&self) -> Vec<DemoCard>;
}

impl Clinic {
    /// Opens the demo clinic, made anew where there is none. The practice's own desk is closed meanwhile.
    ///
    /// # Errors
    /// [`Code::NotFound`] when this build has no demo world; what the disk says.
    pub async fn demo_start(&self) -> Result<AppInfo, WireError> {
        let Some(world) = &self.parts.demo else { return Err(WireError::of(Code::NotFound)) };
        let mut state = self.state.lock().await;
        if let State::Open(desk) = &*state {
            if desk.clinic().demo {
                return Ok(self.info(&state));
            }
            desk.stop().await;
        }
        *state = State::Shut;
        let opened = match self.look_at_demo().await {
            State::Open(desk) => {
                populate(world.as_ref(), &desk).await?;
                desk
            }
            State::FirstRun(_) => {
                let desk = self.make_demo().await?;
                populate(world.as_ref(), &desk).await?;
                demo_cards::write(&desk, world.cards()).await?;
                desk
            }
            other => {
                *state = other;
                return Ok(self.info(&state));
            }
        };
        *state = State::Open(opened);
        Ok(self.info(&state))
    }

    /// Closes the demo clinic, deletes its folder, and looks at the practice again.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is none; what the disk says.
    pub async fn demo_remove(&self) -> Result<AppInfo, WireError> {
        let mut state = self.state.lock().await;
        if !self.has_demo() {
            return Err(WireError::of(Code::NotFound));
        }
        if let State::Open(desk) = &*state {
            desk.stop().await;
        }
        *state = State::Shut;
        let folder = self.parts.demo_folder.clone();
        let removed = tokio::task::spawn_blocking(move || std::fs::remove_dir_all(folder)).await;
        if !matches!(removed, Ok(Ok(()))) {
            return Err(WireError::of(Code::FolderReadOnly));
        }
        *state = self.look().await;
        Ok(self.info(&state))
    }

    /// Opens the demo clinic that is there, with the world as it runs now.
    pub(super) async fn reopen_demo(&self) -> State {
        let state = self.look_at_demo().await;
        if let (State::Open(desk), Some(world)) = (&state, &self.parts.demo)
            && let Err(error) = populate(world.as_ref(), desk).await
        {
            // What is stored can be read without its world.
            tracing::warn!(event = "demo_without_world", status = ?error.code);
        }
        state
    }

    pub(super) fn has_demo(&self) -> bool {
        self.parts.demo_folder.join(DEMO_MARK).is_file()
    }

    async fn look_at_demo(&self) -> State {
        let (folder, vault) = (self.parts.demo_folder.clone(), self.demo_vault());
        let marked = self.has_demo();
        let found = tokio::task::spawn_blocking(move || probe(&folder, vault.as_ref())).await;
        match found {
            _ if !marked => State::FirstRun(None),
            Ok(Ok(StartState::FirstRun)) => State::FirstRun(None),
            Ok(Ok(StartState::Locked(reason))) => phase::locked(&reason.into()),
            Ok(Ok(StartState::Ready)) => {
                let opened = self.on_disk(&self.parts.demo_folder, self.demo_vault(), Store::open).await;
                self.settle_on(opened).await
            }
            Ok(Err(error)) => phase::locked(&error),
            Err(_) => State::Locked { why: Code::Unexpected, recovery_helps: false },
        }
    }

    async fn make_demo(&self) -> Result<Desk, WireError> {
        let made = self
            .on_disk(&self.parts.demo_folder, self.demo_vault(), |dir, vault, around| {
                std::fs::create_dir_all(dir)?;
                // The mark is what allows deleting: never on a folder that somebody else filled.
                let is_marked = dir.join(DEMO_MARK).is_file();
                if !is_marked && std::fs::read_dir(dir)?.next().is_some() {
                    return Err(OpenError::AlreadyHere);
                }
                std::fs::write(dir.join(DEMO_MARK), b"")?;
                // Nobody is asked to write down the code of invented patients.
                let kit = RecoveryKit::generate().map_err(|_| OpenError::NoRandomness)?;
                Store::create(dir, vault, &kit, &practice(), around)
            })
            .await;
        self.desk_of(made.map_err(|error| WireError::of(phase::code(&error)))?).await
    }
}

/// Connects the accounts of the invented practice, or signs in again: the simulated world forgets everything when it
/// ends, and comes back at another address.
async fn populate(world: &dyn DemoWorld, desk: &Desk) -> Result<(), WireError> {
    for (request, at) in world.accounts().await {
        desk.demo_connect(request, at).await?;
    }
    Ok(())
}

fn practice() -> NewClinic {
    NewClinic {
        name: "Marlow Street Dental".to_owned(),
        country: "GB".to_owned(),
        zone: "Europe/London".to_owned(),
        kind: ClinicKind::Demo,
        staff_name: "Ana Kovač".to_owned(),
    }
}
