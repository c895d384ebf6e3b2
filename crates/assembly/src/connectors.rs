//! Real connectors for the desk's port.

use std::sync::Arc;

use anteroom_connectors::transport::{Ledger, Patience};
use anteroom_connectors::{AccountConfig, ConnectError, World, connect};
use anteroom_desk::dice::Dice;
use anteroom_desk::ports::{ConnectPlan, ConnectorFactory, Traffic};
use anteroom_model::{Clock, Connector, ConnectorError, FailureKind, Retry};

/// Opens the connectors that talk to the providers.
pub struct RealConnectors {
    clock: Arc<dyn Clock>,
    dice: Dice,
    patience: Patience,
}

impl RealConnectors {
    /// With the usual patience.
    pub fn new(clock: Arc<dyn Clock>, dice: Dice) -> Self {
        Self { clock, dice, patience: Patience::default() }
    }

    /// With another patience, for tests that wait for a slow provider.
    #[must_use]
    pub fn with_patience(mut self, patience: Patience) -> Self {
        self.patience = patience;
        self
    }
}

impl ConnectorFactory for RealConnectors {
    fn open(&self, plan: ConnectPlan<'_>) -> Result<Arc<dyn Connector>, ConnectorError> {
        let mut config = plan.account.map(AccountConfig::from).unwrap_or_default();
        config.base_url = plan.base_url.cloned();
        let world = World {
            clock: self.clock.clone(),
            ledger: Arc::new(Counter(plan.traffic)),
            patience: self.patience,
        };
        match connect(&config, plan.credential, world, self.dice.rng()) {
            Ok(connector) => Ok(Arc::from(connector)),
            Err(ConnectError::NoWayOut(error)) => Err(error),
            Err(ConnectError::NotLoopback(_)) => {
                Err(ConnectorError::new(FailureKind::HostRefused, Retry::Never))
            }
        }
    }
}

/// The desk's books as the transport's ledger.
struct Counter(Arc<dyn Traffic>);

impl Ledger for Counter {
    fn note(&self, host: &str, sent: u64, received: u64) {
        self.0.note(host, sent, received);
    }
}
