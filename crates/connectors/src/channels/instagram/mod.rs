//! Instagram direct messages, through the Instagram API with Instagram Login.
//!
//! Limits: text 1,000 bytes; a file or words in one message, not both; pictures 8 MB, sound, film and PDF 25 MB; 24 h
//! to answer, 7 days with the human-agent tag; conversations twice a second per account; the newest 20 messages of a
//! conversation can be opened.
//!
//! Quirks that shape this code:
//! - There is no push without a server, so it is polled. Neither edits nor unsends nor receipts are told to a poll: the
//!   first two are inferred (see `memory`), receipts do not exist here.
//! - A message beyond the newest 20 "was deleted" (9000001). It was not; that error never deletes or replaces anything.
//! - What the practice writes in the app is listed like everything else: it becomes outbound, from elsewhere.
//! - Fields beyond the plain ones are undocumented for this login: asked for, and given up one by one (see `fields`).
//! - Uploading a file is undocumented for this login: tried, and given up for some hours when the account does not know
//!   it (see `uploads`).
//! - No idempotency key exists: an unclear send is looked for among the newest 20.
//! - A reaction has neither an id nor a tag for late answers, and its answer says only whom it reached. It is set as a
//!   state ("this stands there"), so saying it twice is saying it once.
//! - The picture of a story that mentions us must not be stored: only its link is kept.
//!
//! On a crash: the cursor is the whole memory. Whether uploads work is found out anew.

mod account;
mod api;
mod capability;
mod convert;
mod failure;
mod fields;
mod mark;
mod media;
mod memory;
mod payload;
mod poll;
mod react;
mod send;
#[cfg(any(test, feature = "fuzzing"))]
pub mod strange;
mod uploads;

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anteroom_model::{
    Accepted, AccountProfile, Batch, BoxFuture, CallPlaced, CallProgress, CallRequest, Capabilities,
    ChannelKind, Connector, ConnectorError, Credential, Cursor, FailureKind, Feed, FeedName, MediaBody,
    Outgoing, OutgoingReaction, Phi, Provider, Reconciled, RemoteAttachment, RemoteIdentity, Retry,
    Revocation, SendError, StatusUpdate, Template, UnknownSend,
};
use jiff::Timestamp;

use crate::compose::AccountConfig;
use crate::transport::{Hosts, PaceRules, Rate, Transport};
use api::Api;
pub use api::Token;
use convert::Own;
use fields::Fields;
use uploads::Uploads;

/// The version of the Graph API that is asked for. Usable until July 2028.
pub const GRAPH_VERSION: &str = "v25.0";

/// Every host of Meta's that we talk to. All but the first hand out files.
pub const HOSTS: Hosts =
    Hosts::of(&[api::GRAPH, "lookaside.fbsbx.com"], &[".cdninstagram.com", ".fbcdn.net"]);

/// Conversations: 2 a second per account; a little slower, because calls bunch on their way. Sends: 100 a second are
/// allowed; a desk needs far fewer.
pub const PACE: PaceRules = PaceRules {
    poll: Rate { calls: 2, per: Duration::from_millis(1_100) },
    send: Rate { calls: 10, per: Duration::from_secs(1) },
    at_once: 4,
};

/// The only feed.
pub const MESSAGES: FeedName = "messages";

/// One connected Instagram account.
pub struct Instagram {
    api: Api,
    own: Own,
    human_agent: bool,
    uploads: Uploads,
    /// What the last poll found out, for calls that have no cursor.
    fields: Mutex<Fields>,
}

impl Instagram {
    /// The account that `token` opens. `transport` must have been made with [`HOSTS`].
    pub fn new(account: &AccountConfig, token: Token, transport: Transport) -> Self {
        let address = account.own_addresses.first().unwrap_or(&account.remote_id).clone();
        Self {
            api: Api::new(transport, token),
            own: Own { id: account.remote_id.clone(), address },
            human_agent: account.human_agent,
            uploads: Uploads::default(),
            fields: Mutex::default(),
        }
    }

    fn fields(&self) -> Fields {
        self.fields.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn remember(&self, fields: &Fields) {
        self.fields.lock().unwrap_or_else(PoisonError::into_inner).clone_from(fields);
    }
}

/// Asked for something that this channel does not have; callers look at the capabilities first.
const fn not_here() -> ConnectorError {
    ConnectorError::new(FailureKind::OurFault, Retry::Never)
}

impl Connector for Instagram {
    fn provider(&self) -> Provider {
        Provider::Instagram
    }

    fn feeds(&self) -> Vec<Feed> {
        let channels = &[ChannelKind::Instagram];
        vec![Feed { name: MESSAGES, channels, active_seconds: 15, idle_seconds: 60 }]
    }

    fn capabilities(&self, channel: ChannelKind) -> Capabilities {
        match channel {
            ChannelKind::Instagram => {
                let now = self.api.transport().clock().now();
                capability::capabilities(self.human_agent, self.uploads.may_work(now))
            }
            ChannelKind::WhatsApp | ChannelKind::Sms | ChannelKind::Phone => capability::nothing(),
        }
    }

    fn fetch<'a>(
        &'a self,
        feed: FeedName,
        cursor: Option<&'a Cursor>,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Batch, ConnectorError>> {
        Box::pin(async move {
            if feed != MESSAGES {
                return Err(not_here());
            }
            self.poll(cursor, now).await
        })
    }

    fn send<'a>(&'a self, out: &'a Outgoing) -> BoxFuture<'a, Result<Accepted, SendError>> {
        Box::pin(self.hand_over(out))
    }

    fn react<'a>(&'a self, out: &'a OutgoingReaction) -> BoxFuture<'a, Result<(), SendError>> {
        Box::pin(self.set_reaction(out))
    }

    /// Always empty: a poll is told neither "delivered" nor "read". What Instagram accepted stays accepted.
    fn statuses<'a>(&'a self, _: &'a [String]) -> BoxFuture<'a, Result<Vec<StatusUpdate>, ConnectorError>> {
        Box::pin(std::future::ready(Ok(Vec::new())))
    }

    fn reconcile<'a>(
        &'a self,
        send: &'a UnknownSend,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Reconciled, ConnectorError>> {
        Box::pin(self.look_for(send, now))
    }

    fn media<'a>(
        &'a self,
        file: &'a RemoteAttachment,
        most_bytes: u64,
    ) -> BoxFuture<'a, Result<MediaBody, ConnectorError>> {
        Box::pin(self.fetch_file(file, most_bytes))
    }

    /// Instagram has no such call.
    fn delete_media<'a>(&'a self, _: &'a RemoteAttachment) -> BoxFuture<'a, Result<(), ConnectorError>> {
        Box::pin(std::future::ready(Err(not_here())))
    }

    fn profile<'a>(
        &'a self,
        channel: ChannelKind,
        handle: &'a Phi<String>,
    ) -> BoxFuture<'a, Result<Option<RemoteIdentity>, ConnectorError>> {
        Box::pin(async move {
            if channel != ChannelKind::Instagram {
                return Ok(None);
            }
            match self.api.person(handle).await.map_err(ConnectorError::from) {
                Ok(value) => {
                    let person: payload::Person = payload::read(&value);
                    Ok(Some(convert::identity(handle.reveal().clone(), person.username, person.name)))
                }
                // No consent (230), no profile, or nobody: it says nothing, which is an answer.
                Err(error) if matches!(error.kind, FailureKind::NotFound | FailureKind::Unreachable) => {
                    Ok(None)
                }
                Err(error) => Err(error),
            }
        })
    }

    fn templates(&self) -> BoxFuture<'_, Result<Vec<Template>, ConnectorError>> {
        Box::pin(std::future::ready(Ok(Vec::new())))
    }

    fn place_call<'a>(&'a self, _: &'a CallRequest) -> BoxFuture<'a, Result<CallPlaced, SendError>> {
        Box::pin(std::future::ready(Err(SendError::Definite(not_here()))))
    }

    fn call_progress<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<CallProgress, ConnectorError>> {
        Box::pin(std::future::ready(Err(not_here())))
    }

    fn check(&self) -> BoxFuture<'_, Result<AccountProfile, ConnectorError>> {
        Box::pin(self.who_are_we())
    }

    fn renew(&self, now: Timestamp) -> BoxFuture<'_, Result<Option<Credential>, ConnectorError>> {
        Box::pin(self.renew_token(now))
    }

    fn revoke(&self) -> BoxFuture<'_, Revocation> {
        Box::pin(self.give_back())
    }
}
