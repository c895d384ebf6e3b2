//! The desk, open: one handle for everything that a window or the command line can ask of it.
//!
//! The commands themselves stand beside what they do: accounts in `accounts`, replies in `outbox`, reading in
//! `reading`, and so on. This file opens and closes.

use std::sync::Arc;

use anteroom_model::{Clock, LanguageGuess};
use anteroom_store::{ClinicKind, Store};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::accounts::{self, Upkeep};
use crate::automatic;
use crate::clock::TimeWatch;
use crate::core::{Bells, Core, Wake};
use crate::delivery::Delivery;
use crate::dice::Dice;
use crate::fault::Fault;
use crate::fetch::Fetch;
use crate::figures::Counting;
use crate::hours;
use crate::language::Reader;
use crate::loops::{Loops, Restless, Run, Stops};
use crate::notices::Notices;
use crate::notify::Notifier;
use crate::outbox::Worker;
use crate::ports::ConnectorFactory;
use crate::profiles::Profiles;
use crate::reacting::Reactions;
use crate::reconcile::Reconcile;
use crate::resting::Resting;
use crate::settings::{self, Current};
use crate::staff;
use crate::triage::Snoozes;
use crate::views::{OpenClinic, Settings, WireError};

/// What a desk is made of.
pub struct DeskParts {
    /// The clinic's store, open.
    pub store: Store,
    /// What the store said about lost commits.
    pub rolled_back: Option<u64>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub dice: Dice,
    /// Opens connectors.
    pub factory: Arc<dyn ConnectorFactory>,
    /// Tells about news.
    pub notifier: Arc<dyn Notifier>,
    /// Guesses the language in which somebody writes.
    pub language: Arc<dyn LanguageGuess>,
    /// Who takes the loops' turns.
    pub run: Run,
}

/// The open desk. Clones share it.
#[derive(Clone)]
pub struct Desk {
    pub(crate) core: Arc<Core>,
}

impl Desk {
    /// Opens the desk: sorts out what a crash left in the outbox, connects the accounts, begins to work.
    ///
    /// # Errors
    /// What the store says.
    pub async fn start(parts: DeskParts) -> Result<Self, WireError> {
        Ok(Self::begin(parts).await?)
    }

    async fn begin(parts: DeskParts) -> Result<Self, Fault> {
        let DeskParts { store, rolled_back, clock, dice, factory, notifier, language, run } = parts;
        let clinic = store.read(|tx| tx.clinic())?;
        let staff = staff::first_at_desk(&store)?;
        let settings = Current::<Settings>::read(&store, settings::KEY)?;
        let notices = Arc::new(Notices::new(clock.clone(), notifier));
        notices.want(settings.get().notifications);
        let core = Arc::new(Core {
            // A zone that this system does not know must not keep the desk closed.
            zone: TimeZone::get(&clinic.zone).unwrap_or(TimeZone::UTC),
            clinic,
            at_desk: staff.into(),
            rolled_back,
            settings,
            hours: Current::read(&store, hours::HOURS)?,
            goals: Current::read(&store, hours::GOALS)?,
            automatic: Current::read(&store, automatic::KEY)?,
            store,
            dice,
            factory,
            notices: notices.clone(),
            health: Default::default(),
            lines: Default::default(),
            loops: Loops::new(run, clock.clone()),
            clock,
            bells: Bells::default(),
            traffic: Default::default(),
            strangers: Default::default(),
            unread: Default::default(),
            pulse: Default::default(),
            shown: Default::default(),
            decided: Default::default(),
            shared: Default::default(),
            contacts: Default::default(),
            leaving: Default::default(),
            swept: Default::default(),
            closing: Default::default(),
        });
        crate::clock::at_start(&core).await?;
        let lost = core.write(|tx| tx.recover_at_start()).await?;
        if lost > 0 {
            tracing::warn!(event = "sends_interrupted", n = lost);
        }
        let loops = &core.loops;
        loops.add(Arc::new(TimeWatch::new(core.clone())), Stops::First);
        loops.add(Arc::new(Worker::new(core.clone())), Stops::Last);
        accounts::open_all(&core).await?;
        loops.add(Arc::new(Reconcile::new(core.clone())), Stops::First);
        loops.add(Arc::new(Reactions::new(core.clone())), Stops::First);
        loops.add(Arc::new(Delivery::new(core.clone())), Stops::First);
        loops.add(Arc::new(Fetch::new(core.clone())), Stops::First);
        loops.add(Arc::new(Snoozes::new(core.clone())), Stops::First);
        loops.add(Arc::new(Resting::new(core.clone())), Stops::First);
        loops.add(Arc::new(Profiles::new(core.clone())), Stops::First);
        loops.add(Arc::new(Reader::new(core.clone(), language)?), Stops::First);
        loops.add(Arc::new(Upkeep::new(core.clone())), Stops::First);
        loops.add(Arc::new(Counting::new(core.clone())), Stops::First);
        loops.add(notices, Stops::First);
        tracing::info!(event = "desk_open", n = core.lines.all().len());
        Ok(Self { core })
    }

    /// Closes in order: intake stops, the send on its way is written down, the store closes.
    pub async fn stop(&self) {
        self.core.closing.store(true, std::sync::atomic::Ordering::SeqCst);
        let in_time = self.core.loops.stop().await;
        let store = self.core.store.clone();
        // Closing waits for the writer's thread.
        let closed = tokio::task::spawn_blocking(move || store.close()).await;
        tracing::info!(event = "desk_closed", state = in_time && matches!(closed, Ok(Ok(()))));
    }

    /// Takes every turn that is due now until nothing is. Only for a desk that is run by hand.
    ///
    /// # Errors
    /// When a loop never comes to rest, which is a fault of ours.
    pub async fn settle(&self) -> Result<u32, Restless> {
        self.core.loops.settle().await
    }

    /// When the desk next has something to do by itself. Only for a desk that is run by hand.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.core.loops.next_due()
    }

    /// The clinic and who is at the desk.
    pub fn clinic(&self) -> OpenClinic {
        let core = &self.core;
        OpenClinic {
            name: core.clinic.name.clone(),
            demo: core.clinic.kind == ClinicKind::Demo,
            staff: staff::staff_view(core.staff()),
            rolled_back: core.rolled_back.map(|lost| u32::try_from(lost).unwrap_or(u32::MAX)),
            zone: core.clinic.zone.clone(),
        }
    }

    /// Somebody looks at the window, or looks away: decides how often is polled and whether news are told.
    pub fn looking(&self, looking: bool) {
        if self.core.notices.is_looking() != looking {
            self.core.notices.looking(looking);
            if looking {
                self.core.wake(Wake::Looking);
            }
        }
    }

    /// The store, for the command line's checks and figures.
    pub fn store(&self) -> &Store {
        &self.core.store
    }
}
