//! What every part of the desk holds on to.
//!
//! Holds: every read and write of the store goes through here, so that a full disk or a vanished folder is noticed
//! once and shown. Everything that can wake a loop is in [`Wake`].

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use anteroom_model::{AccountId, Clock, OpeningHours};
use anteroom_store::{ClinicRow, ReadTx, StaffRow, Store, StoreError, WriteTx};
use jiff::tz::TimeZone;
use tokio::sync::{OnceCell, watch};

use crate::automatic::Automatic;
use crate::dice::Dice;
use crate::feed::Shown;
use crate::health::Health;
use crate::hours::Goals;
use crate::lines::Lines;
use crate::loops::Loops;
use crate::notices::Notices;
use crate::patients::Shared;
use crate::ports::ConnectorFactory;
use crate::profiles::Strangers;
use crate::settings::Current;
use crate::tasks::Bell;
use crate::traffic::Counted;
use crate::triage::Decided;
use crate::views::{Settings, StorageTrouble};

/// The shared middle of the desk.
pub struct Core {
    /// The clinic's store.
    pub store: Store,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub dice: Dice,
    /// Opens connectors.
    pub factory: Arc<dyn ConnectorFactory>,
    /// Tells about new messages.
    pub notices: Arc<Notices>,
    /// How fresh everything is.
    pub health: Health,
    /// The connected accounts.
    pub lines: Lines,
    /// All loops.
    pub loops: Loops,
    /// Their bells.
    pub bells: Bells,
    /// Bytes that were sent and received.
    pub traffic: Counted,
    /// People whose names are to be asked for.
    pub strangers: Strangers,
    /// Conversations whose language is to be guessed.
    pub unread: crate::language::Unread,
    /// Moves when something changed that no commit tells about.
    pub pulse: watch::Sender<u64>,
    /// The clinic.
    pub clinic: ClinicRow,
    /// Its time zone.
    pub zone: TimeZone,
    /// Who is at the desk; read by [`Core::staff`].
    pub at_desk: RwLock<StaffRow>,
    /// Commits that the disk lost before this start.
    pub rolled_back: Option<u64>,
    /// How the window looks and behaves.
    pub settings: Current<Settings>,
    /// When the practice is open.
    pub hours: Current<OpeningHours>,
    /// How long a patient may wait while it is open.
    pub goals: Current<Goals>,
    /// What the desk writes by itself.
    pub automatic: Current<Automatic>,
    /// What the window holds and looks at.
    pub shown: Mutex<Shown>,
    /// The ways back from what staff decided lately.
    pub decided: Decided,
    /// The ways back from what staff said lately about who shares an identity.
    pub shared: Shared,
    /// The file of contacts that is being looked at.
    pub contacts: crate::contacts::Opened,
    /// Held while an account is given back.
    pub leaving: tokio::sync::Mutex<()>,
    /// Whether this start has swept the sealed files.
    pub swept: OnceCell<()>,
    /// The desk closes: nothing new may leave.
    pub closing: AtomicBool,
}

/// The bells of the loops that are not polls.
#[derive(Default)]
pub struct Bells {
    /// Sends.
    pub outbox: Bell,
    /// Looks for sends whose outcome is unknown.
    pub reconcile: Bell,
    /// Fetches files.
    pub files: Bell,
    /// Asks for statuses.
    pub delivery: Bell,
    /// Renews credentials and template lists.
    pub upkeep: Bell,
    /// Counts figures.
    pub figures: Bell,
    /// Brings back what was put aside.
    pub snoozes: Bell,
    /// Asks for reactions of ours.
    pub reactions: Bell,
}

/// Everything that wakes a loop before its own time. Read this and [`Core::wake`] and you know when what runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// A message was put into the outbox, taken out, or settled: the next of its conversation may go.
    Outbox,
    /// A send ended unknown, or a person asks to look for one.
    Unclear,
    /// There are files to fetch.
    Files,
    /// A message was accepted: its status will change.
    Accepted,
    /// A provider that could not be reached can be reached.
    Online,
    /// Time moved without us.
    Jumped,
    /// An account was connected or signed in again.
    Account(AccountId),
    /// A person wants news of an account now.
    Look(AccountId),
    /// Somebody began to look at the window.
    Looking,
    /// Somebody looks at figures that are not counted yet.
    Figures,
    /// A conversation was put aside, or that was taken back.
    Snoozed,
    /// A reaction of ours is wanted or not wanted any more.
    Reaction,
}

impl Core {
    /// Wakes the loops that a change concerns.
    pub fn wake(&self, wake: Wake) {
        let bells = &self.bells;
        match wake {
            Wake::Outbox => bells.outbox.ring(),
            Wake::Unclear => bells.reconcile.ring(),
            Wake::Files => bells.files.ring(),
            Wake::Accepted => bells.delivery.ring(),
            Wake::Online => {
                bells.outbox.ring();
                bells.reconcile.ring();
                bells.files.ring();
                bells.reactions.ring();
                self.lines.all().iter().for_each(|line| line.look());
            }
            Wake::Jumped => {
                for bell in [
                    &bells.outbox,
                    &bells.reconcile,
                    &bells.files,
                    &bells.delivery,
                    &bells.upkeep,
                    &bells.snoozes,
                    &bells.reactions,
                ] {
                    bell.ring();
                }
                self.lines.all().iter().for_each(|line| line.look());
            }
            Wake::Account(account) => {
                bells.outbox.ring();
                bells.reconcile.ring();
                bells.files.ring();
                bells.delivery.ring();
                bells.upkeep.ring();
                bells.reactions.ring();
                self.wake(Wake::Look(account));
            }
            Wake::Look(account) => {
                if let Some(line) = self.lines.of(account) {
                    line.look();
                }
            }
            Wake::Reaction => bells.reactions.ring(),
            Wake::Snoozed => bells.snoozes.ring(),
            Wake::Looking => self.lines.all().iter().for_each(|line| line.look()),
            Wake::Figures => bells.figures.ring(),
        }
    }

    /// The practice's time zone.
    pub fn zone(&self) -> TimeZone {
        self.zone.clone()
    }

    /// Who is at the desk now. An act takes this once, at its beginning: whoever began it is its author, also when
    /// somebody else sits down before it is stored.
    pub fn staff(&self) -> StaffRow {
        self.at_desk.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Somebody sits down at the desk, or the one who sits there has a new name.
    pub fn seat(&self, staff: StaffRow) {
        *self.at_desk.write().unwrap_or_else(PoisonError::into_inner) = staff;
    }

    /// What the window holds. Nothing is awaited while it is locked.
    pub fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells the feed that something changed which no commit tells about.
    pub fn pulse(&self) {
        self.pulse.send_modify(|beat| *beat = beat.wrapping_add(1));
    }

    /// Reads one state of the store.
    ///
    /// # Errors
    /// What the store says.
    pub fn read<T>(&self, f: impl FnOnce(&ReadTx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.store.read(f)
    }

    /// Writes in one transaction; notices what the disk says.
    ///
    /// # Errors
    /// What the store says; nothing was written then.
    pub async fn write<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut WriteTx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let written = self.store.write(f).await;
        let trouble = match &written {
            Err(StoreError::DiskFull) => Some(StorageTrouble::DiskFull),
            Err(StoreError::ReadOnly) => Some(StorageTrouble::ReadOnly),
            Err(StoreError::Gone) => Some(StorageTrouble::Gone),
            // Any other refusal says nothing about the disk.
            Err(_) => self.health.storage_trouble(),
            Ok(_) => None,
        };
        if self.health.storage(trouble) {
            tracing::warn!(event = "storage", state = trouble.map(tracing::field::debug));
            self.pulse();
        }
        written
    }
}
