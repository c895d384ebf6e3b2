//! The list of people who wait, and the counts beside the queues.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Channel, StuckView, UtcMillis, WritingView};

/// The queues of the sidebar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Queue {
    /// Who wants an answer, the longest wait first; below them what was not sent and what was answered today.
    Waiting,
    /// Something of ours did not leave or arrive, or nobody knows whether it did.
    NotSent,
    /// We wrote last, within a month: the patient's turn.
    Answered,
    /// Put aside until a time or until the patient writes.
    Snoozed,
    /// A reply waits for its time; what leaves first, first.
    Scheduled,
    /// Marked done.
    Done,
    /// Marked as spam.
    Spam,
    /// Everything but spam, newest first.
    All,
    /// A note names whoever sits at the desk, and they have not read it.
    Mentioned,
}

/// Who has a conversation, as a filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum OwnerFilter {
    /// Whoever.
    #[default]
    Anyone,
    /// Whoever is at the desk.
    Me,
    /// Nobody yet.
    Nobody,
    /// This person.
    Staff {
        /// Who.
        id: String,
    },
}

/// Which rows to list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct InboxFilter {
    /// The queue.
    pub queue: Queue,
    /// Only this channel.
    pub channel: Option<Channel>,
    /// Only what this person has.
    pub owner: OwnerFilter,
    /// Only with this label.
    pub label: Option<String>,
    /// Only people who are no patient here yet.
    pub new_patients: bool,
}

impl InboxFilter {
    /// A whole queue.
    pub const fn of(queue: Queue) -> Self {
        Self { queue, channel: None, owner: OwnerFilter::Anyone, label: None, new_patients: false }
    }
}

/// The part of the list that a row stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RowGroup {
    /// Kept at the top.
    Pinned,
    /// Wants an answer.
    Waiting,
    /// Was not sent, or nobody knows.
    NotSent,
    /// Was answered today.
    AnsweredToday,
    /// The queue itself.
    Listed,
}

/// Who has a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OwnerView {
    /// Who.
    pub id: String,
    /// Their name.
    pub name: String,
    /// One or two letters.
    pub initials: String,
    /// Whoever is at the desk now.
    pub me: bool,
}

/// Until when a conversation is put aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SnoozeView {
    /// The time; `None` when only the patient brings it back.
    pub until: Option<UtcMillis>,
}

/// How far a conversation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RowMark {
    /// Nobody opened it.
    Unopened,
    /// Opened, nobody answered.
    Opened,
    /// Something was certainly not sent or did not arrive.
    NotSent,
    /// Nobody knows whether something was sent: sending it again could send it twice.
    Unclear,
    /// Answered, and the answer has not left yet.
    Queued,
    /// Answered: we wrote last.
    Answered,
    /// Put aside.
    Snoozed,
    /// Answered, and the answer waits for its time.
    Scheduled,
    /// Marked done.
    Done,
}

/// The last thing that happened, for the preview line. The window makes the words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Preview {
    /// Words.
    Text {
        /// The words, cut to about 160 characters.
        text: String,
        /// The practice wrote them.
        ours: bool,
    },
    /// A file.
    Attachment {
        /// Its kind.
        kind: FileKind,
        /// Words beside it.
        text: Option<String>,
        /// The practice sent it.
        ours: bool,
    },
    /// A call.
    Call {
        /// How it ended.
        outcome: CallEnd,
        /// The practice rang.
        ours: bool,
        /// Seconds of voicemail, if one was left.
        voicemail_seconds: Option<u32>,
        /// First words of its transcript.
        transcript: Option<String>,
    },
    /// A place.
    Location,
    /// A mention in a story, a share.
    Story,
    /// Something this version cannot show.
    Unsupported,
    /// Taken back by the patient.
    TakenBack,
    /// A note for staff.
    Note {
        /// The words.
        text: String,
    },
    /// Nothing yet.
    Empty,
}

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Picture.
    Image,
    /// Sound.
    Audio,
    /// Film.
    Video,
    /// Anything else.
    File,
    /// Sticker.
    Sticker,
}

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CallEnd {
    /// Not over yet.
    Ongoing,
    /// People talked.
    Answered,
    /// Nobody at the practice took it.
    Missed,
    /// Busy.
    Busy,
    /// No answer.
    NoAnswer,
    /// Could not be put through.
    Failed,
    /// Given up.
    Cancelled,
}

/// Time left to reply freely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum WindowView {
    /// This channel has no limit.
    NoLimit,
    /// Free writing until then.
    Open {
        /// The end.
        until: UtcMillis,
    },
    /// Free writing by a person until then (Instagram, up to 7 days).
    HumanAgent {
        /// The end.
        until: UtcMillis,
    },
    /// Only templates.
    TemplateOnly {
        /// Since when; `None` if the patient never wrote.
        since: Option<UtcMillis>,
    },
    /// Nothing until the patient writes.
    Closed {
        /// Since when; `None` if the patient never wrote.
        since: Option<UtcMillis>,
    },
    /// This channel takes no writing at all (telephone).
    NotWritable,
}

/// The patient's languages, as far as they are known. Two letters each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LanguageView {
    /// What staff say.
    pub said: Option<String>,
    /// What they write here, as this computer guesses it.
    pub guessed: Option<String>,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct InboxRow {
    /// The conversation.
    pub id: String,
    /// The patient's name, or the handle as it is shown.
    pub name: String,
    /// The name is a number or handle, so it is set left to right.
    pub name_is_handle: bool,
    /// Where.
    pub channel: Channel,
    /// The mark at the start.
    pub mark: RowMark,
    /// Since when the patient waits; `None` when nobody waits.
    pub waiting_since: Option<UtcMillis>,
    /// When the practice's goal for answering is passed, counted in opening time; `None` when nobody waits or there is no
    /// goal.
    pub goal_at: Option<UtcMillis>,
    /// When something last happened.
    pub last_at: UtcMillis,
    /// What last happened.
    pub preview: Preview,
    /// Time left to reply.
    pub window: WindowView,
    /// Messages that need a person: not sent, not arrived, or unclear.
    pub not_sent: u32,
    /// Of them, those of which nobody knows whether they were sent.
    pub unclear: u32,
    /// Messages that wait to leave or are on their way to the provider. Nothing of them is true yet.
    pub queued: u32,
    /// Why the newest that was certainly not sent was not.
    pub stuck: Option<StuckView>,
    /// Whoever sits at the desk wrote here and has not sent it.
    pub has_draft: bool,
    /// Somebody else did.
    pub writing: Option<WritingView>,
    /// Nobody we know yet.
    pub new_patient: bool,
    /// The languages we know of.
    pub language: LanguageView,
    /// How many patients share the number; 0 while it is not shared.
    pub shared_by: u32,
    /// The part of the list it stands in.
    pub group: RowGroup,
    /// Who has it.
    pub owner: Option<OwnerView>,
    /// Put aside.
    pub snoozed: Option<SnoozeView>,
    /// When the first reply leaves that waits for its time.
    pub scheduled: Option<UtcMillis>,
    /// It came back, or was marked as not opened; nobody wrote.
    pub back: bool,
    /// Kept at the top.
    pub pinned: bool,
    /// No notices about it.
    pub muted: bool,
    /// Out of sight.
    pub spam: bool,
    /// Ids of its labels.
    pub labels: Vec<String>,
}

/// The numbers beside the queues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct InboxCounts {
    /// People waiting.
    pub waiting: u32,
    /// Of them, not opened by anybody.
    pub unopened: u32,
    /// Of them, those of whoever is at the desk.
    pub mine: u32,
    /// Of them, those that nobody has.
    pub nobodys: u32,
    /// Put aside.
    pub snoozed: u32,
    /// Conversations in which a reply waits for its time.
    pub scheduled: u32,
    /// Messages that need a person: not sent, not arrived, or unclear.
    pub not_sent: u32,
    /// Of them, those of which nobody knows whether they were sent.
    pub unclear: u32,
    /// Since when the longest has been waiting.
    pub longest_since: Option<UtcMillis>,
    /// Conversations with a note that names whoever sits at the desk and that they have not read.
    pub mentions: u32,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct InboxPage {
    /// The rows, in the order of the queue.
    pub rows: Vec<InboxRow>,
    /// The numbers.
    pub counts: InboxCounts,
    /// Hand this back for the next page.
    pub next: Option<String>,
}

#[cfg(test)]
impl InboxRow {
    /// A row of which a test says only what matters to it.
    pub(crate) fn with_id(id: impl ToString) -> Self {
        Self {
            id: id.to_string(),
            name: String::new(),
            name_is_handle: false,
            channel: Channel::Sms,
            mark: RowMark::Opened,
            waiting_since: None,
            last_at: UtcMillis(0),
            preview: Preview::Empty,
            window: WindowView::NoLimit,
            not_sent: 0,
            unclear: 0,
            queued: 0,
            stuck: None,
            has_draft: false,
            new_patient: false,
            language: LanguageView::default(),
            shared_by: 0,
            goal_at: None,
            writing: None,
            group: RowGroup::Listed,
            owner: None,
            snoozed: None,
            scheduled: None,
            back: false,
            pinned: false,
            muted: false,
            spam: false,
            labels: Vec::new(),
        }
    }
}
