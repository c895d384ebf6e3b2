//! The port that every channel's connector implements, and nothing else of a connector is known above it.
//!
//! Holds: asking a feed twice with one cursor is harmless; `send` makes exactly one HTTP request that could send, and
//! says honestly whether its failure is definite; no method keeps state that would be lost in a crash.
//! Refused: a connector that writes to the store (it would decide about transactions), one that retries a send by
//! itself (it would decide about doubles).

use bytes::Bytes;
use jiff::Timestamp;

use crate::{
    Accepted, AccountProfile, BoxFuture, CallPlaced, CallProgress, CallRequest, Capabilities, ChannelKind,
    ConnectorError, Credential, FailureKind, InboundEvent, Outgoing, OutgoingReaction, Phi, Provider,
    ProviderCode, RemoteAttachment, RemoteIdentity, Revocation, SendError, StatusUpdate, Template,
};

/// The name of a feed within an account, e.g. `messages`, `calls`.
pub type FeedName = &'static str;

/// A stream of news that has its own cursor and its own health.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Its name, stable for ever: the cursor is stored under it.
    pub name: FeedName,
    /// The channels whose freshness depends on it.
    pub channels: &'static [ChannelKind],
    /// Seconds between polls while the window is in use.
    pub active_seconds: u32,
    /// Seconds between polls otherwise.
    pub idle_seconds: u32,
}

/// How far a feed was read. Opaque to everybody but its connector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor(pub String);

/// A stretch of time whose messages the provider would not give us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The thread it concerns.
    pub thread: Option<String>,
    /// Messages before this may be missing.
    pub before: Timestamp,
}

/// One answer of a feed.
#[derive(Clone, Debug)]
pub struct Batch {
    /// What happened, oldest first as far as the provider tells.
    pub events: Vec<InboundEvent>,
    /// Where to go on; stored in the same transaction as the events.
    pub cursor: Cursor,
    /// More waits behind the cursor: ask again at once.
    pub more: bool,
    /// What is known to be missing.
    pub gaps: Vec<Gap>,
}

/// A send whose outcome nobody knows.
#[derive(Clone, Debug)]
pub struct UnknownSend {
    /// What was to be sent.
    pub outgoing: Outgoing,
    /// When the first attempt that may have left began, by our clock.
    pub since: Timestamp,
    /// When the last attempt began; the same unless a person had it sent again.
    pub attempted_at: Timestamp,
    /// Provider ids that are certainly some other message, so they cannot be this one.
    pub taken: Vec<String>,
}

/// What looking for an unknown send brought to light.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reconciled {
    /// It was sent, as this message.
    Sent(Accepted),
    /// The provider lists everything of that time and it is not there.
    NotSent,
    /// Cannot tell (yet).
    CannotTell,
}

/// A file's bytes as the provider handed them over.
#[derive(Clone, Debug)]
pub struct MediaBody {
    /// The media type the provider claims.
    pub mime: Option<String>,
    /// The bytes.
    pub bytes: Bytes,
}

/// How messages come and go through one connected account.
pub trait Connector: Send + Sync {
    /// Whose API.
    fn provider(&self) -> Provider;

    /// The feeds to poll.
    fn feeds(&self) -> Vec<Feed>;

    /// What `channel` can do now.
    fn capabilities(&self, channel: ChannelKind) -> Capabilities;

    /// News of `feed` after `cursor`.
    fn fetch<'a>(
        &'a self,
        feed: FeedName,
        cursor: Option<&'a Cursor>,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Batch, ConnectorError>>;

    /// Hands one message over. Never retries.
    fn send<'a>(&'a self, out: &'a Outgoing) -> BoxFuture<'a, Result<Accepted, SendError>>;

    /// Sets or takes away our reaction to a message. Never retries; said twice it is the same reaction, so whoever does
    /// not know what became of it may ask again.
    fn react<'a>(&'a self, out: &'a OutgoingReaction) -> BoxFuture<'a, Result<(), SendError>>;

    /// News about messages of ours that are not in a final state. Ids the provider no longer knows are left out.
    fn statuses<'a>(
        &'a self,
        provider_ids: &'a [String],
    ) -> BoxFuture<'a, Result<Vec<StatusUpdate>, ConnectorError>>;

    /// Looks for a send whose outcome is unknown.
    fn reconcile<'a>(
        &'a self,
        send: &'a UnknownSend,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Reconciled, ConnectorError>>;

    /// Fetches a file, at most `most_bytes` of it.
    fn media<'a>(
        &'a self,
        file: &'a RemoteAttachment,
        most_bytes: u64,
    ) -> BoxFuture<'a, Result<MediaBody, ConnectorError>>;

    /// Deletes a recording or file at the provider. Not there counts as done.
    fn delete_media<'a>(&'a self, file: &'a RemoteAttachment) -> BoxFuture<'a, Result<(), ConnectorError>>;

    /// What the provider says about a patient who wrote. `None` when it says nothing.
    fn profile<'a>(
        &'a self,
        channel: ChannelKind,
        handle: &'a Phi<String>,
    ) -> BoxFuture<'a, Result<Option<RemoteIdentity>, ConnectorError>>;

    /// The approved and not so approved templates.
    fn templates(&self) -> BoxFuture<'_, Result<Vec<Template>, ConnectorError>>;

    /// Rings the desk phone and then the patient.
    fn place_call<'a>(&'a self, call: &'a CallRequest) -> BoxFuture<'a, Result<CallPlaced, SendError>>;

    /// How a placed call is going.
    fn call_progress<'a>(
        &'a self,
        provider_id: &'a str,
    ) -> BoxFuture<'a, Result<CallProgress, ConnectorError>>;

    /// Who we are at the provider and what we may do. Used when connecting and by "check again".
    fn check(&self) -> BoxFuture<'_, Result<AccountProfile, ConnectorError>>;

    /// Renews the credential if it is due at `now`; `None` when there is nothing to renew.
    fn renew(&self, now: Timestamp) -> BoxFuture<'_, Result<Option<Credential>, ConnectorError>>;

    /// Gives our right back to the provider, as far as it can.
    fn revoke(&self) -> BoxFuture<'_, Revocation>;

    /// What the provider's number on a message that failed after it was accepted means for staff.
    fn failure_of(&self, code: ProviderCode) -> FailureKind {
        let _ = code;
        FailureKind::Refused
    }
}
