//! Connectors, handed in by the composition root: the window, the command line, the test clinic.

use std::sync::Arc;

use anteroom_model::{Account, Connector, ConnectorError, Credential};
use url::Url;

/// Takes down the traffic of an account. Called from any thread; returns at once.
pub trait Traffic: Send + Sync {
    /// Bytes of content sent to and received from `host`.
    fn note(&self, host: &str, sent: u64, received: u64);
}

/// What a connector is to be opened for.
pub struct ConnectPlan<'a> {
    /// The account; `None` while a credential is only tried.
    pub account: Option<&'a Account>,
    /// What lets us in.
    pub credential: Credential,
    /// A loopback address that replaces the provider's hosts; only in a demo or test clinic.
    pub base_url: Option<&'a Url>,
    /// Where to take down the traffic.
    pub traffic: Arc<dyn Traffic>,
}

/// Opens connectors. Opening talks to nobody.
pub trait ConnectorFactory: Send + Sync {
    /// The connector for a credential.
    ///
    /// # Errors
    /// When this computer cannot speak to the provider at all (no certificates), or the address is refused.
    fn open(&self, plan: ConnectPlan<'_>) -> Result<Arc<dyn Connector>, ConnectorError>;
}
