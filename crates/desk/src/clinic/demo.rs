//! The demo clinic: invented patients, its own folder, its own key, gone with one click.

use anteroom_model::BoxFuture;
use anteroom_store::{ClinicKind, DEMO_MARK, NewClinic, OpenError, RecoveryKit, StartState, Store, probe};
use url::Url;

use super::first_run::FirstRun;
use super::unlock::Lock;
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
    /// [`Code::NotFound`] when this build has no demo world; what the disk or the demo world says. The practice's own
    /// desk is open again then.
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
        let demo = self.demo_or_error(world.as_ref()).await;
        let failed = match demo {
            Ok(demo) => {
                *state = demo;
                return Ok(self.info(&state));
            }
            Err(error) => error,
        };
        // The practice's own desk was closed for it, and is what people need.
        *state = self.look().await;
        Err(failed)
    }

    async fn demo_or_error(&self, world: &dyn DemoWorld) -> Result<State, WireError> {
        let (desk, fresh) = match self.look_at_demo().await {
            State::Open(desk) => (desk, false),
            State::FirstRun(_) => (self.make_demo().await?, true),
            other => return Ok(other),
        };
        let settled = async {
            populate(world, &desk).await?;
            if fresh { demo_cards::write(&desk, world.cards()).await } else { Ok(()) }
        };
        match settled.await {
            Ok(()) => Ok(State::Open(desk)),
            Err(error) => {
                desk.stop().await;
                Err(error)
            }
        }
    }

    /// Closes the demo clinic, deletes its folder, and looks at the practice again.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is none; [`Code::FolderReadOnly`] when it could not be deleted: the practice's own
    /// desk is open again all the same.
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
        *state = self.look().await;
        match removed {
            Ok(Ok(())) => Ok(self.info(&state)),
            _ => Err(WireError::of(Code::FolderReadOnly)),
        }
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
            _ if !marked => State::FirstRun(FirstRun::default()),
            Ok(Ok(StartState::FirstRun)) => State::FirstRun(FirstRun::default()),
            Ok(Ok(StartState::Locked(reason) | StartState::FirstRunWithout(reason))) => {
                demo_locked(&reason.into())
            }
            Ok(Ok(StartState::Ready)) => {
                let opened = self.on_disk(&self.parts.demo_folder, self.demo_vault(), Store::open).await;
                match opened {
                    Ok(opened) => self.desk_or_lock(opened).await,
                    Err(error) => demo_locked(&error),
                }
            }
            Ok(Err(error)) => demo_locked(&error),
            Err(_) => State::Locked(Lock::of(Code::Unexpected)),
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

/// Nothing in a demo clinic is worth recovering; the ways on of a practice are not offered for it.
fn demo_locked(error: &OpenError) -> State {
    State::Locked(Lock::of(phase::code(error)))
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
