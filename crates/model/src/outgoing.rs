//! A message on its way out, complete enough for a connector to hand it over.

use bytes::Bytes;

use crate::{AttachmentKind, ChannelKind, OutboxId, Phi};

/// What to hand to the provider, once.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// The same on every attempt; sent along where the provider has a field for it.
    pub outbox: OutboxId,
    /// Where.
    pub channel: ChannelKind,
    /// Our address.
    pub from: String,
    /// The patient's address on the channel.
    pub to: Phi<String>,
    /// The provider's thread, if it has threads.
    pub thread: Option<String>,
    /// What.
    pub body: OutgoingBody,
    /// The provider id of the message it answers.
    pub reply_to: Option<String>,
    /// Outside 24 h, inside 7 days, typed by a person (Instagram's human-agent tag).
    pub human_agent: bool,
}

/// What is sent.
#[derive(Clone, Debug)]
pub enum OutgoingBody {
    /// Words.
    Text(Phi<String>),
    /// A file, perhaps with words.
    Attachment(OutgoingAttachment),
    /// An approved template.
    Template {
        /// The provider's id (`HX…`).
        template_id: String,
        /// The blanks, in order of their names.
        values: Vec<(String, Phi<String>)>,
    },
}

/// A file on its way out.
#[derive(Clone, Debug)]
pub struct OutgoingAttachment {
    /// What it is.
    pub kind: AttachmentKind,
    /// Its media type, from its bytes.
    pub mime: String,
    /// Its name.
    pub file_name: Phi<String>,
    /// Its bytes.
    pub bytes: Bytes,
    /// Words beside it, where the channel allows.
    pub caption: Option<Phi<String>>,
}

/// The provider took a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The provider's id of it.
    pub provider_id: String,
}
