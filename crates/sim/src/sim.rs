//! The simulator as a library: start it, act on it, ask it.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anteroom_model::{BoxFuture, Clock, ManualClock};
use jiff::{SignedDuration, Timestamp};

use crate::fault::Fault;
use crate::http::{Cable, Network, serve};
use crate::instagram::Instagram;
use crate::ledger::{Entry, Ledger};
use crate::scenario::{Scenario, ScenarioError};
use crate::twilio::Twilio;
use crate::world::World;

/// The clock that the world follows.
pub enum SimClock {
    /// Stands still until it is moved; the control API may move it.
    Manual(ManualClock),
    /// Runs by itself.
    Running(Arc<dyn Clock>),
}

impl SimClock {
    /// The time now.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::Manual(clock) => clock.now(),
            Self::Running(clock) => clock.now(),
        }
    }

    /// Ends when the clock shows `at`.
    pub fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        match self {
            Self::Manual(clock) => clock.sleep_until(at),
            Self::Running(clock) => clock.sleep_until(at),
        }
    }
}

/// How to start a simulator.
pub struct SimConfig {
    /// The clock.
    pub clock: SimClock,
    /// Makes the ids; the same seed makes the same world.
    pub seed: u64,
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// A second port that answers the same and stays up when the network is down, for the control API; 0 takes a free
    /// one.
    pub control_port: u16,
    /// Where the ledger is appended, one JSON object a line, if anywhere.
    pub ledger: Option<PathBuf>,
}

impl SimConfig {
    /// A free port, seed 1, no file, and a clock that the test moves.
    pub fn at(clock: ManualClock) -> Self {
        Self { clock: SimClock::Manual(clock), seed: 1, port: 0, control_port: 0, ledger: None }
    }
}

/// The simulator could not start.
#[derive(Debug, thiserror::Error)]
pub enum SimError {
    /// The port is taken or not allowed.
    #[error("cannot listen on the loopback port")]
    Port(#[source] std::io::Error),
    /// The ledger file cannot be opened.
    #[error("cannot open the ledger file")]
    Ledger(#[source] std::io::Error),
}

/// What the server and the handles share.
pub struct Shared {
    world: Mutex<World>,
    clock: Arc<SimClock>,
    pub network: Network,
}

impl Shared {
    /// The world, up to date. Hold it only for as long as one act takes; nothing is awaited meanwhile.
    pub fn world(&self) -> MutexGuard<'_, World> {
        let mut world = self.world.lock().unwrap_or_else(PoisonError::into_inner);
        world.catch_up(self.clock.now());
        world
    }

    pub fn clock(&self) -> Arc<SimClock> {
        self.clock.clone()
    }
}

/// A running simulator. Stops when dropped.
pub struct Sim {
    at: SocketAddr,
    control_at: SocketAddr,
    shared: Arc<Shared>,
    tasks: [tokio::task::JoinHandle<()>; 2],
}

impl Drop for Sim {
    fn drop(&mut self) {
        self.tasks.iter().for_each(tokio::task::JoinHandle::abort);
    }
}

impl Sim {
    /// Starts one on 127.0.0.1.
    pub async fn start(config: SimConfig) -> Result<Self, SimError> {
        let ledger = Ledger::at(config.ledger.as_deref()).map_err(SimError::Ledger)?;
        let cable = Cable::bind(config.port).await.map_err(SimError::Port)?;
        let control = Cable::bind(config.control_port).await.map_err(SimError::Port)?;
        let world = World::new(config.clock.now(), config.seed, ledger);
        let (at, control_at) = (cable.address(), control.address());
        let shared = Arc::new(Shared {
            world: Mutex::new(world),
            clock: Arc::new(config.clock),
            network: cable.network(),
        });
        let tasks = [cable, control].map(|cable| tokio::spawn(serve(cable, shared.clone())));
        Ok(Self { at, control_at, shared, tasks })
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.at)
    }

    /// The address of the control API, which stays up when the network is down.
    pub fn control_url(&self) -> String {
        format!("http://{}/control", self.control_at)
    }

    /// The practice's Instagram account and the people who write to it.
    pub fn instagram(&self) -> Instagram {
        Instagram::of(self.shared.clone())
    }

    /// The practice's Twilio account and the people who write or ring.
    pub fn twilio(&self) -> Twilio {
        Twilio::of(self.shared.clone())
    }

    /// The cable between the practice and the world.
    pub fn network(&self) -> Network {
        self.shared.network.clone()
    }

    /// Arms a fault; the number clears it.
    pub fn fault(&self, fault: Fault) -> u64 {
        self.shared.world().faults.add(fault)
    }

    /// How many requests a fault has hit.
    pub fn fault_hits(&self, number: u64) -> u32 {
        self.shared.world().faults.hits(number)
    }

    /// Takes all faults away.
    pub fn clear_faults(&self) {
        self.shared.world().faults.clear_all();
    }

    /// Everything that was written, from either side, in order.
    pub fn ledger(&self) -> Vec<Entry> {
        self.shared.world().ledger.entries().to_vec()
    }

    /// Requests that reached an address which no client should follow.
    pub fn trapped(&self) -> u32 {
        self.shared.world().trapped
    }

    /// Plays a scenario from now on.
    pub fn play(&self, scenario: &Scenario) -> Result<(), ScenarioError> {
        scenario.begin(&mut self.shared.world())
    }

    /// Moves a manual clock; a running one is left alone. Whatever becomes due happens.
    pub fn advance(&self, by: SignedDuration) {
        if let SimClock::Manual(clock) = &*self.shared.clock {
            clock.advance(by);
        }
        drop(self.shared.world());
    }
}
