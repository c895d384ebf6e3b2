//! Connected accounts, their health, and connecting one.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Channel, Code, UtcMillis};

/// Whose API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ProviderView {
    /// Instagram.
    Instagram,
    /// Twilio.
    Twilio,
}

/// A connected account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AccountView {
    /// Id.
    pub id: String,
    /// Whose API.
    pub provider: ProviderView,
    /// What staff call it.
    pub label: String,
    /// Its channels and how fresh each is.
    pub channels: Vec<ChannelHealth>,
    /// Own addresses.
    pub own_addresses: Vec<String>,
    /// Where it stands.
    pub state: AccountStateView,
    /// Connected since.
    pub connected_at: UtcMillis,
    /// The credential ends then.
    pub credential_expires_at: Option<UtcMillis>,
    /// It ends within a week and could not be renewed.
    pub expiry_warning: bool,
    /// Instagram: a person may answer for 7 days instead of 24 hours, as staff say.
    pub human_agent: bool,
    /// What became of it when it was disconnected, until somebody has seen that.
    pub goodbye: Option<DisconnectReport>,
    /// Rights that the provider showed when it was connected or last signed in.
    pub grants: Vec<GrantView>,
    /// Since when something that arrived could not be kept here; `None` when everything is here.
    pub missing_since: Option<UtcMillis>,
    /// Hosts it talks to.
    pub hosts: Vec<HostUse>,
}

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AccountStateView {
    /// Works.
    Active,
    /// A person must sign in.
    NeedsSignIn,
    /// Disconnected.
    Disconnected,
}

/// How fresh a channel is, from real polls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChannelHealth {
    /// The channel.
    pub channel: Channel,
    /// How fresh.
    pub freshness: Freshness,
    /// Last message seen.
    pub last_message_at: Option<UtcMillis>,
}

/// How fresh a channel is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Freshness {
    /// Nothing asked yet.
    Starting,
    /// Everything up to this moment is here.
    UpToDate {
        /// The moment.
        at: UtcMillis,
    },
    /// Fetching what piled up.
    CatchingUp {
        /// Stored so far in this run.
        done: u32,
    },
    /// Messages after this moment may be missing.
    Behind {
        /// The moment; `None` if it never worked.
        since: Option<UtcMillis>,
        /// Why.
        why: Code,
        /// Next attempt.
        retry_at: Option<UtcMillis>,
    },
    /// Not polled.
    Off,
}

/// A host that was talked to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HostUse {
    /// The host.
    pub host: String,
    /// Bytes sent since midnight.
    #[specta(type = u32)]
    pub sent: u64,
    /// Bytes received since midnight.
    #[specta(type = u32)]
    pub received: u64,
}

/// A credential to try or to connect. Travels from the window to the core once and is not kept in the window.
#[derive(Clone, Serialize, Deserialize, Type)]
#[serde(tag = "provider", rename_all = "snake_case")]
pub enum ConnectRequest {
    /// A token pasted from the Instagram dashboard.
    Instagram {
        /// The token.
        token: String,
    },
    /// A Twilio API key.
    Twilio {
        /// `AC…`
        account_sid: String,
        /// `SK…`
        key_sid: String,
        /// The secret.
        secret: String,
    },
}

/// What the provider said about a credential.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConnectCheck {
    /// What to call it.
    pub label: String,
    /// Channels it would carry.
    pub channels: Vec<Channel>,
    /// Own addresses.
    pub own_addresses: Vec<String>,
    /// Rights granted.
    pub grants: Vec<GrantView>,
    /// Rights missing.
    pub missing: Vec<GrantView>,
    /// Message access is switched off in the provider's app.
    pub message_access_off: bool,
}

/// A right, for its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum GrantView {
    /// See the clinic's own account.
    SeeOwnAccount,
    /// Read and answer direct messages.
    ReadAndAnswerMessages,
    /// Read and send texts and WhatsApp messages.
    TextMessages,
    /// Read calls, fetch recordings, place calls.
    Calls,
}

/// What happened at a disconnect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DisconnectReport {
    /// The credential was deleted here.
    pub credential_deleted: bool,
    /// What the provider did.
    pub upstream: UpstreamRevocation,
    /// Messages that were waiting and are held back now.
    pub held_back: u32,
}

/// What the provider did with our right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum UpstreamRevocation {
    /// Taken back.
    Revoked,
    /// To be removed by hand in the provider's settings.
    ByHand,
    /// The provider could not be reached.
    Unreachable,
}
