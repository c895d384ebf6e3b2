//! What a provider told us, in our words. One closed list: read it and you know everything that intake can be asked
//! to store.
//!
//! Holds: each event names the provider's own id of what it is about, so applying it twice, or in another order,
//! changes nothing.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    AttachmentKind, CallRecord, ChannelKind, Content, DeliveryStatus, Direction, Phi, ProviderCode,
    Recording, Transcript,
};

/// One thing that happened at the provider.
#[derive(Clone, Debug, PartialEq)]
pub enum InboundEvent {
    /// A message, from the patient or written by the practice elsewhere.
    Message(InboundMessage),
    /// News about a message of ours.
    Status(StatusUpdate),
    /// A reaction came or went.
    Reaction(Reaction),
    /// The patient took a message back.
    Unsend(Unsend),
    /// A call, or news about one.
    Call(CallRecord),
    /// A recording of a call.
    Recording(Recording),
    /// The words of a recording.
    Transcript(Transcript),
}

/// Somebody, as a provider names them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoteIdentity {
    /// The address on the channel: an IGSID, or an E.164 number with `+`.
    pub handle: Phi<String>,
    /// What the person calls themselves, if the provider says.
    pub display_name: Option<Phi<String>>,
    /// The public user name, if there is one ("mara.k").
    pub username: Option<Phi<String>>,
}

/// The thread a message belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteThread {
    /// The provider's thread id, if it has threads.
    pub id: Option<String>,
    /// The other side.
    pub with: RemoteIdentity,
    /// Our own address in it.
    pub ours: String,
}

/// Who or what wrote an outgoing message that did not come from our outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The patient.
    Patient,
    /// This desk.
    Desk,
    /// A person of the practice in the provider's own app, or another tool.
    Elsewhere,
    /// An automation of the provider (for example an automatic answer).
    Automation,
}

/// A message as the provider lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct InboundMessage {
    /// The provider's id; unique within the account.
    pub provider_id: String,
    /// Where.
    pub channel: ChannelKind,
    /// The thread.
    pub thread: RemoteThread,
    /// Who wrote.
    pub direction: Direction,
    /// Who or what wrote it, when the practice did.
    pub origin: Origin,
    /// The provider's time.
    pub at: Timestamp,
    /// What it says.
    pub content: Content,
    /// Its files, to be fetched later.
    pub attachments: Vec<RemoteAttachment>,
    /// The provider id of the message it answers.
    pub reply_to: Option<String>,
    /// How far it got, when the practice wrote it.
    pub status: Option<DeliveryStatus>,
    /// Reactions the list already carries.
    pub reactions: Vec<Reaction>,
}

/// A file at the provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoteAttachment {
    /// Something by which the connector finds it again; opaque to everybody else. May hold a signed address.
    pub reference: Phi<String>,
    /// What it is.
    pub kind: AttachmentKind,
    /// The media type the provider claims.
    pub mime: Option<String>,
    /// The file name the provider claims.
    pub file_name: Option<Phi<String>>,
    /// Bytes, if known.
    pub size: Option<u64>,
    /// Until when it can be fetched, if the provider says.
    pub available_until: Option<Timestamp>,
}

/// A reaction to a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    /// The message reacted to.
    pub target: String,
    /// Who reacted: the handle, or our own address.
    pub by: Phi<String>,
    /// The emoji; `None` takes the reaction away.
    pub emoji: Option<Phi<String>>,
    /// When, if the provider says.
    pub at: Option<Timestamp>,
}

/// A message was taken back by its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsend {
    /// The message.
    pub target: String,
    /// When, if the provider says.
    pub at: Option<Timestamp>,
}

/// News about a message of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusUpdate {
    /// The provider's id of the message.
    pub provider_id: String,
    /// How far it got.
    pub status: DeliveryStatus,
    /// When, by the provider's time.
    pub at: Timestamp,
    /// Why, if it failed.
    pub code: Option<ProviderCode>,
    /// The provider will say nothing more (some carriers give no receipt).
    pub is_last: bool,
}
