//! A connected provider account and what we know of its state.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{AccountId, ChannelKind};

/// Whose official API the account uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provider {
    /// Instagram API with Instagram Login.
    Instagram,
    /// Twilio: SMS, WhatsApp and telephone.
    Twilio,
}

impl Provider {
    /// The word used in the store, in logs and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Instagram => "instagram",
            Self::Twilio => "twilio",
        }
    }
}

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// Polled and usable.
    Active,
    /// The provider refuses the credential; a person has to sign in again. Nothing is polled.
    NeedsSignIn,
    /// Disconnected by a manager; the credential is gone.
    Disconnected,
}

/// A connected account without its credential.
#[derive(Clone, Debug)]
pub struct Account {
    /// Our id.
    pub id: AccountId,
    /// Whose API.
    pub provider: Provider,
    /// What staff call it, e.g. "@marlowstreet.clinic".
    pub label: String,
    /// The provider's own id of the account (`1784…`, `AC…`).
    pub remote_id: String,
    /// The channels it carries.
    pub channels: Vec<ChannelKind>,
    /// Our own addresses on it: handles or E.164 numbers.
    pub own_addresses: Vec<String>,
    /// Where it stands.
    pub state: AccountState,
    /// When it was connected.
    pub connected_at: Timestamp,
    /// When its credential ends, if it ends.
    pub credential_expires_at: Option<Timestamp>,
    /// A loopback address that replaces the provider's hosts; only in a demo or test clinic.
    pub base_url: Option<url::Url>,
    /// Instagram: staff say that Meta approved the practice's app for answers by a person within 7 days instead of 24 h
    /// ("Human Agent"). Nothing at Meta can be asked whether that is so; off until somebody says it.
    pub human_agent: bool,
    /// The rights that the provider showed when the account was last connected or signed in.
    pub grants: Vec<Grant>,
}

/// A right that the account grants us, to be shown as one plain sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grant {
    /// Name, picture and number of the clinic's own account.
    SeeOwnAccount,
    /// Read and answer direct messages.
    ReadAndAnswerMessages,
    /// Read and send texts and WhatsApp messages.
    TextMessages,
    /// Read calls, fetch recordings, place calls.
    Calls,
}

/// What the provider says about the account when it is being connected.
#[derive(Clone, Debug)]
pub struct AccountProfile {
    /// Whose API.
    pub provider: Provider,
    /// The provider's own id.
    pub remote_id: String,
    /// What to call it.
    pub label: String,
    /// Channels that work with this credential.
    pub channels: Vec<ChannelKind>,
    /// Our own addresses.
    pub own_addresses: Vec<String>,
    /// Rights that were granted.
    pub grants: Vec<Grant>,
    /// Rights that we need and did not get.
    pub missing: Vec<Grant>,
    /// The provider holds messages back because a switch in its app is off.
    pub message_access_off: bool,
}

/// What became of our right at the provider when the account was disconnected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RevocationOutcome {
    /// The provider confirmed that the credential no longer works.
    Revoked,
    /// The provider has no such call, or refused it; the person has to remove the right there.
    ByHand,
    /// The provider could not be reached; the credential is deleted here all the same.
    Unreachable,
}

/// The answer of a disconnect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// What the provider did.
    pub outcome: RevocationOutcome,
}
