//! Putting a connector together: the account, its credential, and the world it runs in.

use std::sync::Arc;

use anteroom_model::{Account, AccountId, Clock, Connector, ConnectorError, Credential};
use rand::rngs::StdRng;
use url::Url;

use crate::channels::instagram::{self, Instagram, Token};
use crate::channels::twilio::{self, Twilio};
use crate::transport::{Ledger, NotLoopback, Patience, Transport, TransportSettings};

/// What a connector has to know of its account. While an account is being connected only the credential is known:
/// the default will do, and [`Connector::check`] says the rest.
#[derive(Clone, Debug, Default)]
pub struct AccountConfig {
    /// Our id, for the log.
    pub id: Option<AccountId>,
    /// The provider's id of the account (`1784…`, `AC…`).
    pub remote_id: String,
    /// Our own handles or E.164 numbers on it.
    pub own_addresses: Vec<String>,
    /// An address on this computer that stands in for the provider; in demo and test clinics only.
    pub base_url: Option<Url>,
    /// Instagram: the app has the human-agent right, so a person may answer for 7 days.
    pub human_agent: bool,
}

impl From<&Account> for AccountConfig {
    fn from(account: &Account) -> Self {
        Self {
            id: Some(account.id),
            remote_id: account.remote_id.clone(),
            own_addresses: account.own_addresses.clone(),
            base_url: account.base_url.clone(),
            human_agent: account.human_agent,
        }
    }
}

/// What surrounds every connector.
#[derive(Clone)]
pub struct World {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Who takes down the traffic.
    pub ledger: Arc<dyn Ledger>,
    /// How long to wait for a provider.
    pub patience: Patience,
}

/// Why no connector could be put together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConnectError {
    /// The address that is to stand in for the provider is not on this computer.
    #[error(transparent)]
    NotLoopback(#[from] NotLoopback),
    /// The way out could not be set up.
    #[error(transparent)]
    NoWayOut(#[from] ConnectorError),
}

/// The connector that the credential calls for. Talks to nobody yet. `rng` spreads the pauses of many desks.
pub fn connect(
    account: &AccountConfig,
    credential: Credential,
    world: World,
    rng: StdRng,
) -> Result<Box<dyn Connector>, ConnectError> {
    let (hosts, pace) = match &credential {
        Credential::InstagramToken { .. } => (instagram::HOSTS, instagram::PACE),
        Credential::TwilioKey { .. } => (twilio::HOSTS, twilio::PACE),
    };
    let hosts = match &account.base_url {
        Some(base) => hosts.loopback(base)?,
        None => hosts,
    };
    let World { clock, ledger, patience } = world;
    let settings = TransportSettings { account: account.id, hosts, pace, patience, clock, ledger, rng };
    let transport = Transport::new(settings)?;
    match &credential {
        Credential::InstagramToken { token, obtained_at, expires_at } => {
            let token = Token::new(token.clone(), *obtained_at, *expires_at);
            Ok(Box::new(Instagram::new(account, token, transport)))
        }
        Credential::TwilioKey { .. } => Ok(Box::new(Twilio::new(&credential, transport)?)),
    }
}
