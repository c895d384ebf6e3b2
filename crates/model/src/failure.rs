//! What can go wrong at a provider: what happened, whether trying again helps, and, for a send, whether the message
//! may have left all the same.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// A provider's error number; never its text, which may quote the patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProviderCode {
    /// The main number (Twilio `code`, Meta `code`); 0 when there was none.
    pub code: i64,
    /// Meta's subcode, if any.
    pub subcode: Option<i64>,
}

impl ProviderCode {
    /// A code without a subcode.
    pub const fn of(code: i64) -> Self {
        Self { code, subcode: None }
    }
}

/// What happened, as far as it changes what staff can do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// The provider could not be reached at all.
    Offline,
    /// It answered too slowly or stopped in the middle.
    Timeout,
    /// It said that it is ill (5xx, "temporarily down").
    ProviderDown,
    /// It said that we ask too often.
    RateLimited,
    /// It refuses the credential.
    SignInNeeded,
    /// The credential lacks a right.
    MissingRight,
    /// A switch in the provider's app keeps messages from us.
    AccessSwitchedOff,
    /// The reply window is closed.
    OutsideWindow,
    /// The provider does not let this account answer late, although the account is set up for it here: Instagram
    /// refused the human-agent tag, or its 7 days are over.
    LateReplyRefused,
    /// The patient does not want messages from us on this channel.
    OptedOut,
    /// This address cannot be reached on this channel.
    Unreachable,
    /// The person cannot receive messages now.
    Unavailable,
    /// Too long, too big, or of a kind the channel does not take.
    ContentRefused,
    /// The template is missing, paused, rejected or wrongly filled.
    TemplateRefused,
    /// The account is restricted, suspended or not set up for this.
    AccountRestricted,
    /// What was asked for is not there (any more).
    NotFound,
    /// The answer made no sense.
    BadAnswer,
    /// The host is not on the list of this account's hosts.
    HostRefused,
    /// The provider refused for a reason that we do not know.
    Refused,
    /// We asked in a way that is our own fault.
    OurFault,
}

impl FailureKind {
    /// Kinds in which nobody was asked: nothing was tried, however long it lasts, and it waits to be woken.
    pub const NOBODY_ASKED: [Self; 2] = [Self::Offline, Self::SignInNeeded];

    /// Whether nobody was asked.
    pub fn nobody_asked(self) -> bool {
        Self::NOBODY_ASKED.contains(&self)
    }
}

/// Whether and when asking again helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// With the usual back-off.
    Soon,
    /// Not before this time has passed.
    After(Duration),
    /// Once a person has put the account in order.
    WhenReconnected,
    /// Never as it is.
    Never,
}

/// A failed call to a provider. Holds no text from the provider and nothing about a patient.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("provider call failed: {kind:?} (code {code:?}, http {http:?})")]
pub struct ConnectorError {
    /// What happened.
    pub kind: FailureKind,
    /// Whether asking again helps.
    pub retry: Retry,
    /// The provider's number, if it gave one.
    pub code: Option<ProviderCode>,
    /// The HTTP status, if there was one.
    pub http: Option<u16>,
}

impl ConnectorError {
    /// A failure without a provider's number.
    pub const fn new(kind: FailureKind, retry: Retry) -> Self {
        Self { kind, retry, code: None, http: None }
    }

    /// The same with the provider's number.
    #[must_use]
    pub const fn with_code(mut self, code: ProviderCode) -> Self {
        self.code = Some(code);
        self
    }

    /// The same with the HTTP status.
    #[must_use]
    pub const fn with_http(mut self, status: u16) -> Self {
        self.http = Some(status);
        self
    }
}

/// A failed send. The difference between the two is the difference between "try again" and "never by itself".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The provider certainly did not take it: no byte left, or it answered no.
    #[error("not sent: {0}")]
    Definite(ConnectorError),
    /// Bytes left and no clear answer came back. It may have been sent.
    #[error("unknown whether sent: {0}")]
    Ambiguous(ConnectorError),
}

impl SendError {
    /// What happened, in both cases.
    pub const fn cause(&self) -> &ConnectorError {
        match self {
            Self::Definite(cause) | Self::Ambiguous(cause) => cause,
        }
    }
}
