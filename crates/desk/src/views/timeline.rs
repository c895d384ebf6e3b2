//! A conversation: its head, its items, and the states of what we sent.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{
    CallEnd, Channel, ComposerView, Delivery, FileKind, LanguageView, NotePiece, OpenSpan, OtherView,
    OwnerView, PatientCard, QueuedFor, RuleName, SharedView, SnoozeView, StuckView, UtcMillis, WindowView,
};

/// A conversation, opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ConversationView {
    /// Id.
    pub id: String,
    /// Its head and its dock.
    pub head: ConversationHead,
    /// Items, oldest first: the newest, or those around a place.
    pub items: Vec<TimelineItem>,
    /// Hand this back for earlier items.
    pub older: Option<String>,
    /// The items do not reach the end of the conversation: hand this back for later ones.
    pub newer: Option<String>,
    /// Everything the provider still knows was fetched; before this moment messages may be missing.
    pub gap_before: Option<UtcMillis>,
    /// The dock.
    pub composer: ComposerView,
    /// The patient.
    pub card: PatientCard,
}

/// Earlier items of a conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct OlderPage {
    /// The items, oldest first.
    pub items: Vec<TimelineItem>,
    /// Hand this back for earlier items.
    pub older: Option<String>,
}

/// Later items of a conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct NewerPage {
    /// The items, oldest first.
    pub items: Vec<TimelineItem>,
    /// Hand this back for later items; `None` at the end of the conversation.
    pub newer: Option<String>,
}

/// The head of a conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ConversationHead {
    /// The patient's name or handle.
    pub name: String,
    /// The name is a number or handle.
    pub name_is_handle: bool,
    /// Where.
    pub channel: Channel,
    /// The address on the channel, as it is shown (`@mara.k`, `+44 7700 900142`).
    pub address: String,
    /// Since when the patient waits.
    pub waiting_since: Option<UtcMillis>,
    /// When the practice's goal for answering is passed, counted in opening time; `None` when nobody waits or there is no
    /// goal.
    pub goal_at: Option<UtcMillis>,
    /// The opening times from when the patient wrote until then.
    pub open_until_goal: Vec<OpenSpan>,
    /// Marked done.
    pub done: bool,
    /// Who has it.
    pub owner: Option<OwnerView>,
    /// Put aside.
    pub snoozed: Option<SnoozeView>,
    /// Kept at the top of the list.
    pub pinned: bool,
    /// No notices about it.
    pub muted: bool,
    /// Out of sight.
    pub spam: bool,
    /// Ids of its labels.
    pub labels: Vec<String>,
    /// Time left to reply.
    pub window: WindowView,
    /// The account it runs through.
    pub account: String,
    /// The languages we know of.
    pub language: LanguageView,
    /// Who else opened it or began an answer; whoever was there last comes first.
    pub others: Vec<OtherView>,
    /// The number belongs to several patients.
    pub shared: Option<SharedView>,
}

/// One item of the timeline, oldest first by `at`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct TimelineItem {
    /// Id of the message, call or note.
    pub id: String,
    /// Sorts the timeline; the same item keeps it for ever.
    pub position: String,
    /// The provider's time.
    pub at: UtcMillis,
    /// What it is.
    pub body: ItemBody,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ItemBody {
    /// A message.
    Message(MessageView),
    /// A call.
    Call(CallView),
    /// A note for staff.
    Note {
        /// The words.
        text: String,
        /// Who wrote it.
        by: String,
        /// Their initials.
        initials: String,
        /// Their colour, from 1.
        colour: u32,
        /// The words in pieces, so that those which name somebody can be told apart.
        pieces: Vec<NotePiece>,
        /// It was written while looking through conversations.
        of_review: bool,
        /// It names whoever sits at the desk, and they have not read it.
        for_me: bool,
    },
}

/// A message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct MessageView {
    /// The practice wrote it.
    pub ours: bool,
    /// Who or what wrote it, when the practice did.
    pub origin: OriginView,
    /// What it says.
    pub content: ContentView,
    /// Its files.
    pub attachments: Vec<AttachmentView>,
    /// What it answers.
    pub reply_to: Option<QuoteView>,
    /// Reactions to it.
    pub reactions: Vec<ReactionView>,
    /// The patient took it back.
    pub taken_back: bool,
    /// How far it got, when the practice wrote it.
    pub delivery: Option<Delivery>,
}

/// Who or what wrote a message of the practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum OriginView {
    /// The patient.
    Patient,
    /// A person at this desk.
    Staff {
        /// Their name.
        name: String,
    },
    /// A person of the practice, in the provider's own app or another tool.
    Elsewhere,
    /// An automation of the provider.
    Automation,
    /// A rule of this desk.
    Rule {
        /// Which.
        rule: RuleName,
        /// It was told not to write to this patient.
        stopped: bool,
    },
}

/// What a message says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ContentView {
    /// Words.
    Text {
        /// The words; show as text, never as markup.
        body: String,
    },
    /// Files, perhaps with words.
    Media {
        /// The words.
        caption: Option<String>,
    },
    /// A place.
    Location {
        /// Degrees north.
        #[specta(type = u32)]
        latitude: f64,
        /// Degrees east.
        #[specta(type = u32)]
        longitude: f64,
        /// Name.
        name: Option<String>,
        /// Address.
        address: Option<String>,
    },
    /// A template.
    Template {
        /// Its name.
        name: String,
        /// The words as the patient sees them.
        body: String,
    },
    /// An answer to our story.
    StoryReply {
        /// The words.
        body: String,
    },
    /// A mention in a story.
    StoryMention,
    /// A shared post or link.
    Shared {
        /// Address.
        url: Option<String>,
        /// Title.
        title: Option<String>,
    },
    /// Something this version cannot show.
    Unsupported {
        /// The provider's own word for it.
        raw_kind: String,
    },
}

/// A file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct AttachmentView {
    /// Id; the media scheme serves `anteroom-media://localhost/<id>`.
    pub id: String,
    /// Kind.
    pub kind: FileKind,
    /// Name, if it has one.
    pub name: Option<String>,
    /// Bytes, if known.
    #[specta(type = Option<u32>)]
    pub size: Option<u64>,
    /// Where it stands.
    pub state: FetchState,
    /// A small picture exists under `anteroom-media://localhost/<id>/thumb`.
    pub has_thumbnail: bool,
    /// Pixels, for the room to keep while it loads.
    pub dimensions: Option<(u32, u32)>,
    /// Seconds, for sounds.
    pub seconds: Option<u32>,
    /// Loudness over time, 0 to 255, for sounds that we can read.
    pub waveform: Option<Vec<u8>>,
}

/// Where a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum FetchState {
    /// Will be fetched.
    Waiting,
    /// Being tried again.
    Retrying {
        /// Not before.
        at: UtcMillis,
        /// Possible until, if the provider says.
        possible_until: Option<UtcMillis>,
    },
    /// Here, sealed.
    Here,
    /// Cannot be fetched any more.
    Gone,
    /// The channel forbids keeping it, or it is too big.
    NotKept,
}

/// The message that is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct QuoteView {
    /// Its id, if we have it.
    pub id: Option<String>,
    /// The practice wrote it.
    pub ours: bool,
    /// First words.
    pub text: Option<String>,
}

/// A reaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReactionView {
    /// The emoji.
    pub emoji: String,
    /// The practice reacted.
    pub ours: bool,
    /// Who at this desk, if it was done here.
    pub by: Option<String>,
    /// Whether it stands there.
    pub state: ReactionState,
}

/// Whether a reaction stands at the patient's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ReactionState {
    /// It does.
    There,
    /// Not that we know: it is on its way.
    Going {
        /// For what it waits.
        waits_for: QueuedFor,
    },
    /// It is being taken away.
    Leaving {
        /// For what that waits.
        waits_for: QueuedFor,
    },
    /// It could not be set or taken away; a person decides.
    Stopped {
        /// Why.
        why: StuckView,
        /// It was to be taken away.
        leaving: bool,
        /// Nobody knows whether the patient sees it.
        unclear: bool,
    },
}

/// A call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct CallView {
    /// The practice rang.
    pub ours: bool,
    /// How it ended.
    pub outcome: CallEnd,
    /// Seconds people talked.
    pub talk_seconds: u32,
    /// Seconds it rang, if known.
    pub ring_seconds: Option<u32>,
    /// Who placed it, if from this desk.
    pub by: Option<String>,
    /// What was recorded.
    pub recordings: Vec<RecordingView>,
}

/// A recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct RecordingView {
    /// The caller left a message (otherwise a recorded conversation).
    pub voicemail: bool,
    /// The sound; `None` when nothing was said.
    pub audio: Option<AttachmentView>,
    /// Seconds.
    pub seconds: u32,
    /// Machine transcript.
    pub transcript: Vec<TranscriptLineView>,
    /// The audio was deleted at the provider.
    pub deleted_at_provider: bool,
    /// When that was, if it is known.
    pub deleted_at_provider_on: Option<UtcMillis>,
}

/// A line of a transcript.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct TranscriptLineView {
    /// Seconds from the start.
    #[specta(type = Option<u32>)]
    pub start: Option<f32>,
    /// Words.
    pub text: String,
    /// The machine was unsure.
    pub unsure: bool,
}
