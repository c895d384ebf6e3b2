//! Twilio: text messages, WhatsApp and the telephone of a clinic, through one account.
//!
//! A desk behind a router cannot be called by Twilio, so everything is asked for:
//! - **messages** (SMS and WhatsApp, one list), **calls**, **recordings** with their words: three feeds, each a
//!   stretch of days that is read again and again and told apart by ids (`window` says how, and why nothing is lost).
//!   The first connection walks thirty days back in steps.
//! - **sending** by number or, once WhatsApp's 24 h are over, by template (`ContentSid`). Twilio answers 201 to nearly
//!   everything; refusals by WhatsApp and carriers show on the message minutes later, so every message is asked about
//!   until it is final.
//! - **calls from the desk** ring the desk phone first and then the patient, by TwiML inside the request.
//!
//! Holds: the three values AC…, SK… and secret; Basic authentication to Twilio's hosts and to no redirect target. A send
//! is one request. Nothing is kept between calls but the connection.
//! Limits: 1,600 characters; no files from this computer (Twilio takes public addresses only); no quotes, reactions or
//! read marks towards the patient (the one call that marks WhatsApp as read also claims that somebody is typing); no
//! names of WhatsApp users, no buttons' payloads, no locations (webhook only). Opting out is Twilio's own doing: STOP
//! arrives as a message like any other, later sends fail with 21610.
//! Refused: the Auth Token instead of an API key (it is the whole account, and cannot be given back); Event Streams and
//! Conversations (they need a server, or take over the clinic's number).
//! On a crash: cursors are stored by intake together with what they brought; nothing here is lost.

mod account;
mod api;
mod calls;
mod capability;
mod convert;
mod failure;
mod feed;
mod known;
mod legs;
mod media;
mod messages;
mod payload;
mod phone;
mod recordings;
mod send;
#[cfg(any(test, feature = "fuzzing"))]
pub mod strange;
mod templates;
#[cfg(test)]
mod tests;
mod transcripts;
mod window;
mod words;

use std::time::Duration;

use anteroom_model::{
    Accepted, AccountProfile, Batch, BoxFuture, CallPlaced, CallProgress, CallRequest, Capabilities,
    ChannelKind, Connector, ConnectorError, Credential, Cursor, FailureKind, Feed, FeedName, MediaBody,
    Outgoing, OutgoingReaction, Phi, Provider, ProviderCode, Reconciled, RemoteAttachment, RemoteIdentity,
    Retry, Revocation, SendError, StatusUpdate, Template, UnknownSend,
};
use jiff::Timestamp;

use crate::transport::{Hosts, PaceRules, Rate, Transport};
use api::Api;

/// Every host of Twilio's that we talk to. The last three hand out files.
pub const HOSTS: Hosts = Hosts::of(
    &[
        api::API,
        api::CONTENT,
        api::INTELLIGENCE,
        api::MESSAGING,
        api::IAM,
        "mms.twiliocdn.com",
        "media.twiliocdn.com",
        "s3-external-1.amazonaws.com",
    ],
    &[],
);

/// Twilio limits requests under way, not requests a minute, and does not say to how many. Staff's own requests are
/// few; a back-fill would be many.
pub const PACE: PaceRules = PaceRules {
    poll: Rate { calls: 300, per: Duration::from_secs(60) },
    send: Rate { calls: 120, per: Duration::from_secs(60) },
    at_once: 4,
};

/// A clinic's Twilio account.
pub struct Twilio {
    api: Api,
}

impl Twilio {
    /// The account that `credential` opens. `transport` must have been made with [`HOSTS`].
    pub fn new(credential: &Credential, transport: Transport) -> Result<Self, ConnectorError> {
        Ok(Self { api: Api::new(credential, transport)? })
    }
}

impl Connector for Twilio {
    fn provider(&self) -> Provider {
        Provider::Twilio
    }

    fn feeds(&self) -> Vec<Feed> {
        capability::feeds()
    }

    fn capabilities(&self, channel: ChannelKind) -> Capabilities {
        capability::of(channel)
    }

    fn fetch<'a>(
        &'a self,
        feed: FeedName,
        cursor: Option<&'a Cursor>,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Batch, ConnectorError>> {
        Box::pin(async move {
            match feed {
                capability::MESSAGES => feed::fetch::<messages::State>(&self.api, cursor, now).await,
                capability::CALLS => feed::fetch::<calls::State>(&self.api, cursor, now).await,
                capability::RECORDINGS => feed::fetch::<recordings::State>(&self.api, cursor, now).await,
                _ => Err(ConnectorError::new(FailureKind::OurFault, Retry::Never)),
            }
        })
    }

    fn send<'a>(&'a self, out: &'a Outgoing) -> BoxFuture<'a, Result<Accepted, SendError>> {
        Box::pin(self.api.hand_over(out))
    }

    /// Twilio has no reactions.
    fn react<'a>(&'a self, _: &'a OutgoingReaction) -> BoxFuture<'a, Result<(), SendError>> {
        let error = ConnectorError::new(FailureKind::OurFault, Retry::Never);
        Box::pin(std::future::ready(Err(SendError::Definite(error))))
    }

    fn statuses<'a>(
        &'a self,
        provider_ids: &'a [String],
    ) -> BoxFuture<'a, Result<Vec<StatusUpdate>, ConnectorError>> {
        Box::pin(self.api.progress_of(provider_ids, self.api.transport.clock().now()))
    }

    fn reconcile<'a>(
        &'a self,
        send: &'a UnknownSend,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Reconciled, ConnectorError>> {
        Box::pin(self.api.look_for(send, now))
    }

    fn media<'a>(
        &'a self,
        file: &'a RemoteAttachment,
        most_bytes: u64,
    ) -> BoxFuture<'a, Result<MediaBody, ConnectorError>> {
        Box::pin(self.api.file(file, most_bytes))
    }

    fn delete_media<'a>(&'a self, file: &'a RemoteAttachment) -> BoxFuture<'a, Result<(), ConnectorError>> {
        Box::pin(self.api.delete_file(file))
    }

    fn profile<'a>(
        &'a self,
        _: ChannelKind,
        _: &'a Phi<String>,
    ) -> BoxFuture<'a, Result<Option<RemoteIdentity>, ConnectorError>> {
        Box::pin(std::future::ready(Ok(None)))
    }

    fn templates(&self) -> BoxFuture<'_, Result<Vec<Template>, ConnectorError>> {
        Box::pin(self.api.all_templates())
    }

    fn place_call<'a>(&'a self, call: &'a CallRequest) -> BoxFuture<'a, Result<CallPlaced, SendError>> {
        Box::pin(self.api.ring(call))
    }

    fn call_progress<'a>(
        &'a self,
        provider_id: &'a str,
    ) -> BoxFuture<'a, Result<CallProgress, ConnectorError>> {
        Box::pin(self.api.progress_of_call(provider_id))
    }

    fn check(&self) -> BoxFuture<'_, Result<AccountProfile, ConnectorError>> {
        Box::pin(self.api.who())
    }

    fn renew(&self, _: Timestamp) -> BoxFuture<'_, Result<Option<Credential>, ConnectorError>> {
        Box::pin(std::future::ready(Ok(None)))
    }

    fn revoke(&self) -> BoxFuture<'_, Revocation> {
        Box::pin(self.api.give_back())
    }

    fn failure_of(&self, code: ProviderCode) -> FailureKind {
        failure::kind_of(code)
    }
}
