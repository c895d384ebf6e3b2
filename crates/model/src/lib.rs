//! What things are: patients, identities, conversations, messages, calls, and the rules about them.
//!
//! Holds: this crate touches no file, no network, no clock and no database. Rules are pure functions that take
//! `now`. Everything a patient wrote, is called or can be reached by is a [`Phi`], which prints as a mark and never
//! as itself.
//! Refused: letting each layer have its own idea of a message. There is one, here; the wire and the tables convert.
//! On a crash: nothing to recover, nothing is kept here.

mod account;
mod call;
mod capability;
mod channel;
mod clock;
mod connector;
mod credential;
mod failure;
mod figures;
pub mod hours;
mod ids;
mod inbound;
mod language;
mod message;
mod opt_out;
mod outbox;
mod outgoing;
mod phi;
mod phone;
mod query;
mod reaction;
mod retry;
mod rule;
pub mod saved;
mod template;
pub mod when;
mod window;

pub use account::{Account, AccountProfile, AccountState, Grant, Provider, Revocation, RevocationOutcome};
pub use call::{
    CallDirection, CallOutcome, CallPlaced, CallProgress, CallRecord, CallRequest, Recording,
    RecordingSource, Transcript, TranscriptLine,
};
pub use capability::{AttachmentLimit, Capabilities, TextLimit, TextMeasure, TextTooLong};
pub use channel::ChannelKind;
pub use clock::{Clock, ManualClock, later};
pub use connector::{Batch, Connector, Cursor, Feed, FeedName, Gap, MediaBody, Reconciled, UnknownSend};
pub use credential::Credential;
pub use failure::{ConnectorError, FailureKind, ProviderCode, Retry, SendError};
pub use figures::{Day, Typical, WallTime};
pub use hours::{ClosedPeriod, OpeningHours};
pub use ids::{
    AccountId, AttachmentId, CallId, ClinicId, ContactId, ConversationId, DraftId, HandoverId, IdentityId,
    ImportId, LabelId, LinkId, MergeId, MessageId, NoteId, OutboxId, PatientId, ReactionId, ReviewId,
    SavedReplyId, StaffId, WriterId,
};
pub use inbound::{
    InboundEvent, InboundMessage, Origin, Reaction, RemoteAttachment, RemoteIdentity, RemoteThread,
    StatusUpdate, Unsend,
};
pub use language::{LanguageGuess, NoGuess};
pub use message::{AttachmentKind, Content, DeliveryStatus, Direction, MessageKind};
pub use opt_out::OptWord;
pub use outbox::{HoldReason, LATE_AT_MOST, OutboxState, ParkReason, has_missed};
pub use outgoing::{Accepted, Outgoing, OutgoingAttachment, OutgoingBody};
pub use phi::Phi;
pub use phone::{can_take_texts, digits, normalise_phone, shown_phone};
pub use query::{HasFilter, Query};
pub use reaction::{OutgoingReaction, is_emoji, same_emoji};
pub use retry::{Jitter, Next, after_failure, pause};
pub use rule::Rule;
pub use template::{Template, TemplateApproval, TemplateProblem};
pub use window::{ReplyWindow, WindowRule};

/// Futures that ports return: boxed, so that a port can be a trait object.
pub type BoxFuture<'a, T> = futures::future::BoxFuture<'a, T>;
