//! How far a message of the practice got.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::UtcMillis;

/// How far a message of ours got, and what can be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Delivery {
    /// Its outbox row, when it left from this desk.
    pub outbox: Option<String>,
    /// How far.
    pub state: DeliveryState,
}

/// How far a message of ours got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum DeliveryState {
    /// Can still be taken back.
    Leaving {
        /// Until then.
        until: UtcMillis,
    },
    /// Waits for a time that a person chose.
    Scheduled {
        /// The time.
        at: UtcMillis,
        /// Not if the patient writes or rings before.
        unless_they_write: bool,
    },
    /// Waits.
    Queued {
        /// Not before this time, if it was refused for now.
        retry_at: Option<UtcMillis>,
        /// For what.
        waits_for: QueuedFor,
    },
    /// Being handed over.
    Sending,
    /// The provider took it.
    Accepted {
        /// When.
        at: UtcMillis,
        /// No receipt came in the channel's usual time.
        receipt_overdue: bool,
    },
    /// It arrived.
    Delivered {
        /// When.
        at: UtcMillis,
    },
    /// The patient saw it.
    Read {
        /// When.
        at: UtcMillis,
    },
    /// Nobody knows whether it was sent.
    Unknown {
        /// Since when.
        since: UtcMillis,
        /// The program is looking for it.
        checking: bool,
    },
    /// We held it back.
    HeldBack {
        /// Why.
        why: HoldView,
        /// When.
        at: UtcMillis,
        /// When it was to leave, if a person had chosen a time.
        due: Option<UtcMillis>,
    },
    /// It was not sent or will not arrive.
    Failed {
        /// Why.
        why: FailureView,
        /// The provider's number, for the details line.
        code: Option<String>,
        /// When.
        at: UtcMillis,
    },
}

/// What a queued message waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum QueuedFor {
    /// Its turn, any moment.
    Turn,
    /// The network.
    Network,
    /// An earlier message of this conversation.
    Earlier,
    /// The provider said "later".
    Provider,
    /// The account needs a person.
    SignIn,
}

/// Why a message certainly was not sent or did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum StuckView {
    /// We held it back.
    HeldBack {
        /// Why.
        why: HoldView,
    },
    /// It was refused, or taken and not delivered.
    Failed {
        /// Why.
        why: FailureView,
    },
}

/// Why we held a message back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum HoldView {
    /// The reply window ended.
    WindowClosed,
    /// The patient opted out.
    OptedOut,
    /// The account is gone.
    AccountGone,
    /// It does not fit.
    DoesNotFit,
    /// Its file cannot be read.
    AttachmentGone,
    /// We looked for it and it was not sent.
    NotSent,
    /// A rule wrote it, and the practice has opened.
    PracticeOpen,
    /// A rule wrote it, and the rule was switched off.
    RuleOff,
    /// A rule wrote it, and somebody has answered.
    Answered,
    /// A rule wrote it, and it waited too long.
    TooLate,
    /// This desk could not send it at the chosen time.
    MissedTime,
    /// The patient wrote before its time.
    PatientWrote,
}

/// Why a message failed, in words' codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FailureView {
    /// Outside the reply window.
    OutsideWindow,
    /// The account may answer late here, and the provider does not let it.
    LateReplyRefused,
    /// Opted out.
    OptedOut,
    /// This address cannot be reached on this channel.
    Unreachable,
    /// The person cannot receive messages now.
    Unavailable,
    /// Refused for its content or size.
    ContentRefused,
    /// The template.
    TemplateRefused,
    /// Sign in again.
    SignInNeeded,
    /// A right is missing.
    MissingRight,
    /// The account is restricted.
    AccountRestricted,
    /// The provider was ill for too long.
    ProviderDown,
    /// Too many messages.
    RateLimited,
    /// Refused, no reason known.
    Refused,
}
