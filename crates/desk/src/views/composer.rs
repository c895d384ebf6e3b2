//! The dock: what can be written here and now, and what was written but not sent.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{FileKind, TimelineItem, UtcMillis};

/// The dock of a conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ComposerView {
    /// Longest text; `None` when the channel takes none.
    pub text_limit: Option<TextLimitView>,
    /// Files that can be attached; empty when the channel takes none from this computer.
    pub attachments: Vec<AttachmentLimitView>,
    /// Templates exist on this channel.
    pub templates: bool,
    /// Calls can be placed to this patient.
    pub can_call: bool,
    /// A message may be quoted.
    pub can_quote: bool,
    /// A patient's message may be reacted to, while the reply window is open.
    pub can_react: bool,
    /// The patient opted out of this channel.
    pub opted_out: bool,
    /// The account is connected.
    pub connected: bool,
    /// What was written and not sent.
    pub draft: DraftView,
}

/// How long a text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TextLimitView {
    /// How many.
    pub most: u32,
    /// Counted in bytes of UTF-8 rather than characters.
    pub bytes: bool,
}

/// A kind of file that can be attached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AttachmentLimitView {
    /// Kind.
    pub kind: FileKind,
    /// Media types.
    pub mime: Vec<String>,
    /// Most bytes.
    #[specta(type = u32)]
    pub most_bytes: u64,
}

/// What was written and not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DraftView {
    /// Words of the reply.
    pub reply: String,
    /// Words of the note.
    pub note: String,
    /// Files, already sealed in the store.
    pub files: Vec<DraftFile>,
    /// The message being quoted.
    pub quote: Option<String>,
    /// When the reply is to leave once it is sent, if not at once. May have passed.
    pub later: Option<SendLater>,
}

/// A file of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DraftFile {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: FileKind,
    /// Bytes.
    #[specta(type = u32)]
    pub size: u64,
}

/// Words of a draft, to keep.
#[derive(Clone, Serialize, Deserialize, Type)]
pub struct DraftSave {
    /// The conversation.
    pub conversation: String,
    /// Words of the reply.
    pub reply: String,
    /// Words of the note.
    pub note: String,
    /// The message being quoted.
    pub quote: Option<String>,
    /// When the reply is to leave once it is sent, if not at once.
    pub later: Option<SendLater>,
    /// Who wrote them, if somebody else may sit at the desk by now.
    pub by: Option<String>,
}

/// A reply to send: the words, with the files of the draft.
#[derive(Clone, Serialize, Deserialize, Type)]
pub struct ReplySend {
    /// The conversation.
    pub conversation: String,
    /// The words.
    pub text: String,
    /// The message being quoted.
    pub quote: Option<String>,
    /// Files of the draft to send along.
    pub files: Vec<String>,
    /// Made by the window, the same for a repeated press of the same button: never two sends.
    pub press: String,
    /// When it is to leave, if not now.
    pub later: Option<SendLater>,
}

/// When a message is to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SendLater {
    /// The time.
    pub at: UtcMillis,
    /// Not if the patient writes or rings before.
    pub unless_they_write: bool,
}

/// A message was put into the outbox and is in the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Sent {
    /// The item; when words and files travel as several messages, the first. The feed brings the others.
    pub item: TimelineItem,
    /// Its outbox row, for undo.
    pub outbox: String,
}

/// A template to send.
#[derive(Clone, Serialize, Deserialize, Type)]
pub struct TemplateSend {
    /// The conversation.
    pub conversation: String,
    /// The template.
    pub template: String,
    /// The blanks.
    pub values: Vec<(String, String)>,
    /// As in [`ReplySend`].
    pub press: String,
    /// As in [`ReplySend`].
    pub later: Option<SendLater>,
}

/// A template to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TemplateView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Language.
    pub language: String,
    /// Category.
    pub category: Option<String>,
    /// Text with blanks as `{{name}}`.
    pub body: String,
    /// Words on its buttons.
    pub buttons: Vec<String>,
    /// The blanks in order.
    pub blanks: Vec<TemplateBlank>,
    /// May be sent.
    pub approved: bool,
    /// Why not, in the provider's word (`paused`, `rejected`, …).
    pub state: String,
    /// The provider's reason, if any.
    pub reason: Option<String>,
}

/// A blank of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TemplateBlank {
    /// Name (`1`).
    pub name: String,
    /// The provider's example.
    pub example: Option<String>,
    /// What we would put in (the patient's name).
    pub suggestion: Option<String>,
}

/// The templates of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TemplateList {
    /// The templates.
    pub templates: Vec<TemplateView>,
    /// When the list was read at the provider.
    pub read_at: Option<UtcMillis>,
}
