//! Instagram's calls, one function each. Knows addresses and parameters, decides nothing.

use std::sync::{PoisonError, RwLock};

use anteroom_model::{ConnectorError, FailureKind, Retry, SendError};
use bytes::Bytes;
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use url::Url;

use super::GRAPH_VERSION;
use super::failure::{Refusal, refusal};
use super::fields::Fields;
use super::payload::{Done, GraphError, read};
use crate::transport::{Answer, Lane, Part, RequestSpec, Transport, TransportError};

/// Data, messaging and token renewal (Instagram Login).
pub(super) const GRAPH: &str = "graph.instagram.com";

/// The token and what is known of its life.
#[derive(Clone, Debug)]
pub struct Token {
    pub(super) secret: SecretString,
    pub(super) obtained_at: Timestamp,
    pub(super) expires_at: Option<Timestamp>,
}

impl Token {
    /// A token, when it was obtained or last renewed, and when it ends, if that is known.
    pub const fn new(secret: SecretString, obtained_at: Timestamp, expires_at: Option<Timestamp>) -> Self {
        Self { secret, obtained_at, expires_at }
    }
}

/// A call that brought nothing.
#[derive(Debug)]
pub(super) enum CallError {
    /// No complete answer.
    Lost(TransportError),
    /// A complete answer that says no.
    Refused(Refusal),
}

impl CallError {
    pub(super) fn of_send(self) -> SendError {
        match self {
            Self::Lost(error) => error.of_send(),
            Self::Refused(refusal) => refusal.of_send(),
        }
    }

    /// The field that this account does not know; empty when the refusal does not name one.
    pub(super) fn unknown_field(&self) -> Option<&str> {
        match self {
            Self::Refused(refusal) => refusal.unknown_field.as_deref(),
            Self::Lost(_) => None,
        }
    }
}

impl From<CallError> for ConnectorError {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Lost(error) => error.cause,
            CallError::Refused(refusal) => refusal.cause,
        }
    }
}

/// The calls of one account.
pub(super) struct Api {
    transport: Transport,
    token: RwLock<Token>,
}

impl Api {
    pub(super) fn new(transport: Transport, token: Token) -> Self {
        Self { transport, token: RwLock::new(token) }
    }

    pub(super) fn token(&self) -> Token {
        self.token.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Goes on with a renewed token.
    pub(super) fn take_token(&self, token: Token) {
        *self.token.write().unwrap_or_else(PoisonError::into_inner) = token;
    }

    pub(super) const fn transport(&self) -> &Transport {
        &self.transport
    }

    fn path<'a>(&'a self, rest: &[&'a str]) -> Vec<&'a str> {
        std::iter::once(GRAPH_VERSION).chain(rest.iter().copied()).collect()
    }

    /// Makes a call with the token and reads the error envelope, which may also stand in a 200.
    async fn call(&self, spec: RequestSpec) -> Result<Value, CallError> {
        let spec = spec.bearer(&self.token().secret);
        self.call_open(spec).await
    }

    async fn call_open(&self, spec: RequestSpec) -> Result<Value, CallError> {
        let lane = spec.pays();
        let answer = self.transport.ask(spec).await.map_err(CallError::Lost)?;
        let value: Option<Value> = serde_json::from_slice(&answer.body).ok();
        let error = value.as_ref().and_then(|value| value.get("error"));
        if answer.is_success() && error.is_none() {
            return value.ok_or_else(|| CallError::Lost(senseless(&answer)));
        }
        let mut refusal = refusal(&answer, error.map(read::<GraphError>).as_ref());
        if refusal.cause.kind == FailureKind::RateLimited {
            refusal.cause.retry = Retry::After(self.transport.throttled(lane, answer.wait));
        }
        Err(CallError::Refused(refusal))
    }

    /// Who we are.
    pub(super) async fn me(&self) -> Result<Value, CallError> {
        let spec = RequestSpec::get(GRAPH, "graph.instagram.com/{v}/me", self.path(&["me"]));
        self.call(spec.lane(Lane::Send).query("fields", "id,user_id,username,name,account_type")).await
    }

    /// A page of conversations, most recently active first.
    pub(super) async fn threads(
        &self,
        limit: usize,
        after: Option<&str>,
        fields: &Fields,
    ) -> Result<Value, CallError> {
        let spec = self
            .conversations()
            .query("limit", limit.to_string())
            .query("fields", fields.of_thread(fields.expands()));
        self.call(match after {
            Some(after) => spec.query("after", after),
            None => spec,
        })
        .await
    }

    /// The one conversation with a person, as a list of none or one.
    pub(super) async fn thread_with(&self, igsid: &str, fields: &Fields) -> Result<Value, CallError> {
        let spec = self.conversations().query("user_id", igsid);
        self.call(spec.query("fields", fields.of_thread(fields.expands()))).await
    }

    /// Whether conversations may be read at all.
    pub(super) async fn probe(&self) -> Result<Value, CallError> {
        self.call(self.conversations().lane(Lane::Send).query("limit", "1").query("fields", "id")).await
    }

    fn conversations(&self) -> RequestSpec {
        let path = self.path(&["me", "conversations"]);
        RequestSpec::get(GRAPH, "graph.instagram.com/{v}/me/conversations", path)
            .query("platform", "instagram")
    }

    /// The ids of a conversation's messages, newest first, for accounts without expansion.
    pub(super) async fn thread_ids(&self, thread: &str) -> Result<Value, CallError> {
        let spec = RequestSpec::get(GRAPH, "graph.instagram.com/{v}/{thread}", self.path(&[thread]));
        self.call(spec.query("fields", "messages")).await
    }

    /// One message.
    pub(super) async fn message(&self, id: &str, fields: &str) -> Result<Value, CallError> {
        let spec = RequestSpec::get(GRAPH, "graph.instagram.com/{v}/{message}", self.path(&[id]));
        self.call(spec.query("fields", fields)).await
    }

    /// What a person calls themselves.
    pub(super) async fn person(&self, igsid: &str) -> Result<Value, CallError> {
        let spec = RequestSpec::get(GRAPH, "graph.instagram.com/{v}/{person}", self.path(&[igsid]));
        self.call(spec.query("fields", "name,username")).await
    }

    /// Hands a message over. The only call besides [`Api::react`] that can reach a patient's screen.
    pub(super) async fn send(&self, body: &Value) -> Result<Done, CallError> {
        self.call(self.to_messages().json(body)).await.map(|value| read(&value))
    }

    /// Sets or takes away our reaction to a message. Said twice it is the same reaction.
    pub(super) async fn react(&self, body: &Value) -> Result<(), CallError> {
        self.call(self.to_messages().json(body)).await.map(drop)
    }

    fn to_messages(&self) -> RequestSpec {
        RequestSpec::post(GRAPH, "graph.instagram.com/{v}/me/messages", self.path(&["me", "messages"]))
    }

    /// Hands over a file's bytes; nobody sees them until a message names the id that comes back.
    pub(super) async fn upload(
        &self,
        kind: &str,
        mime: &str,
        name: &str,
        bytes: Bytes,
    ) -> Result<Done, CallError> {
        let message = json!({ "attachment": { "type": kind, "payload": { "is_reusable": true } } });
        let file =
            Part { name: "filedata", mime: Some(mime.to_owned()), file_name: Some(name.to_owned()), bytes };
        let path = self.path(&["me", "message_attachments"]);
        let spec = RequestSpec::post(GRAPH, "graph.instagram.com/{v}/me/message_attachments", path)
            .harmless_to_repeat()
            .parts(vec![
                Part::field("platform", "instagram"),
                Part::field("message", message.to_string()),
                file,
            ]);
        self.call(spec).await.map(|value| read(&value))
    }

    /// A file at an address that Instagram handed out. The address is signed; the token stays here.
    pub(super) async fn file(&self, url: Url, most_bytes: u64) -> Result<Answer, TransportError> {
        self.transport.ask(RequestSpec::file(url, "{instagram media}", most_bytes).follow(3)).await
    }

    /// Renews the token. The parameter is the documented way; the address is never logged.
    pub(super) async fn refresh(&self) -> Result<Done, CallError> {
        let token = self.token().secret;
        let route = "graph.instagram.com/refresh_access_token";
        let spec = RequestSpec::get(GRAPH, route, ["refresh_access_token"])
            .lane(Lane::Send)
            .query("grant_type", "ig_refresh_token")
            .query("access_token", token.expose_secret());
        self.call_open(spec).await.map(|value| read(&value))
    }

    /// Gives our right back. Seen in the field, not documented for this host.
    pub(super) async fn give_back(&self) -> Result<bool, CallError> {
        let path = self.path(&["me", "permissions"]);
        let spec = RequestSpec::delete(GRAPH, "graph.instagram.com/{v}/me/permissions", path);
        let value = self.call(spec.lane(Lane::Send)).await?;
        Ok(value == Value::Bool(true) || read::<Done>(&value).success == Some(true))
    }
}

const fn senseless(answer: &Answer) -> TransportError {
    let cause = ConnectorError::new(FailureKind::BadAnswer, Retry::Soon).with_http(answer.http);
    TransportError { cause, left: true }
}
