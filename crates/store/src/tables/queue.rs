//! The queues of the inbox and how each is read.
//!
//! Holds: a queue is walked along an index made for it, from a key on, and never sorted; what narrows it further is asked
//! of each row on the way. Only a label's own conversations, a few out of many, are gathered first and then put in order.
//! A count looks at so many rows of the walk and no more, however few of them fit.
//! Refused: an index for every filter (each would be written at every message).

use anteroom_model::{ChannelKind, LabelId, StaffId};
use jiff::Timestamp;

use super::conversation::{COLUMNS, TABLES};
use crate::codes::Coded;
use crate::{ConversationRow, Position};

/// The queues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Queue {
    /// Somebody waits; the longest first.
    Waiting,
    /// Kept at the top by staff; the newest pin first.
    Pinned,
    /// Something of ours did not leave or arrive; the newest first.
    NotSent,
    /// We wrote last and nothing is left to do until the patient writes; the newest first.
    Answered,
    /// Put aside until a time or until the patient writes; what comes back first, first.
    Snoozed,
    /// A reply waits for its time; what leaves first, first.
    Scheduled,
    /// Marked done; the newest first.
    Done,
    /// Marked as spam; the newest first.
    Spam,
    /// Everything that is not empty and not spam; the newest first.
    All,
}

/// Who has a conversation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Owner {
    /// Whoever.
    #[default]
    Anyone,
    /// Nobody yet.
    Nobody,
    /// This person.
    Staff(StaffId),
}

/// What narrows a queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Only this channel.
    pub channel: Option<ChannelKind>,
    /// Only what this person has.
    pub owner: Owner,
    /// Only with this label.
    pub label: Option<LabelId>,
    /// Only identities that no patient is known for.
    pub new_only: bool,
    /// Without what is pinned.
    pub unpinned: bool,
    /// Without those in which somebody waits.
    pub idle: bool,
    /// Only what happened since then.
    pub since: Option<Timestamp>,
}

impl From<Option<ChannelKind>> for Filter {
    fn from(channel: Option<ChannelKind>) -> Self {
        Self { channel, ..Self::default() }
    }
}

/// Where in a walk is asked what narrows it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Narrowed {
    /// Of each row, which is left out if it does not fit.
    OnTheWay,
    /// Of each row, which is there all the same.
    Afterwards,
    NotAtAll,
}

/// How a queue is walked.
struct Walk {
    which: &'static str,
    key: &'static str,
    ascending: bool,
    index: &'static str,
    /// Its index begins with the channel, so that the list of all channels merges them.
    by_channel: bool,
    /// A few of many: a label among them is better found from the label's side.
    long: bool,
}

impl Queue {
    /// The place of a conversation in this queue's order: what a page goes on after.
    pub fn key(self, row: &ConversationRow) -> Option<Position> {
        match self {
            Self::Waiting => row.waiting,
            Self::Pinned => row.pinned,
            Self::Snoozed => row.snoozed,
            Self::Scheduled => row.scheduled,
            Self::NotSent | Self::Answered | Self::Done | Self::Spam | Self::All => row.last,
        }
    }

    /// Whether a conversation is in this queue.
    pub const fn has(self, row: &ConversationRow) -> bool {
        match self {
            Self::Waiting => row.waiting.is_some(),
            Self::Pinned => row.pinned.is_some(),
            Self::NotSent => row.not_sent > 0,
            Self::Answered => {
                row.last.is_some()
                    && row.waiting.is_none()
                    && !row.done
                    && !row.spam
                    && row.snoozed.is_none()
                    && row.not_sent == 0
            }
            Self::Snoozed => row.snoozed.is_some(),
            Self::Scheduled => row.scheduled.is_some(),
            Self::Done => row.done && !row.spam,
            Self::Spam => row.spam && row.last.is_some(),
            Self::All => row.last.is_some() && !row.spam,
        }
    }

    const fn walk(self) -> Walk {
        let (which, key, ascending, index, long) = match self {
            Self::Waiting => ("waiting_pos IS NOT NULL", "waiting_pos", true, "inbox_waiting", false),
            Self::Pinned => ("pinned_pos IS NOT NULL", "pinned_pos", false, "inbox_pinned", false),
            Self::NotSent => ("not_sent > 0", "last_pos", false, "inbox_not_sent", false),
            Self::Answered => (
                "last_pos > 0 AND waiting_pos IS NULL AND done = 0 AND spam = 0 AND snooze_pos IS NULL AND not_sent = 0",
                "last_pos",
                false,
                "inbox_all",
                true,
            ),
            Self::Snoozed => ("snooze_pos IS NOT NULL", "snooze_pos", true, "inbox_snoozed", false),
            Self::Scheduled => ("scheduled_pos IS NOT NULL", "scheduled_pos", true, "inbox_scheduled", false),
            Self::Done => ("done = 1 AND spam = 0", "last_pos", false, "inbox_done", true),
            Self::Spam => ("spam = 1 AND last_pos > 0", "last_pos", false, "inbox_spam", false),
            Self::All => ("last_pos > 0 AND spam = 0", "last_pos", false, "inbox_all", true),
        };
        let by_channel = !matches!(self, Self::Pinned | Self::Snoozed | Self::Scheduled | Self::Spam);
        Walk { which, key, ascending, index, by_channel, long }
    }

    /// The page's query: `?1` the key to go on after, `?2` how many, `?3` the owner's row, `?4` the label's row, `?5` the
    /// earliest place. SQLite merges the channels as it goes.
    pub(super) fn sql(self, filter: &Filter) -> String {
        let order = if self.walk().ascending { "ASC" } else { "DESC" };
        let keys = self.keys(filter, Narrowed::OnTheWay);
        format!(
            "{COLUMNS} FROM ({keys} ORDER BY key {order} LIMIT ?2) k CROSS JOIN {TABLES} WHERE c.row = k.row
             ORDER BY k.key {order}"
        )
    }

    /// The rows of the page in its order, and nothing of them.
    pub(super) fn order_sql(self, filter: &Filter) -> String {
        let order = if self.walk().ascending { "ASC" } else { "DESC" };
        format!("{} ORDER BY key {order} LIMIT ?2", self.keys(filter, Narrowed::OnTheWay))
    }

    /// How many there are among the first `?6` of the walk, counted no further than `?2`.
    pub(super) fn count_sql(self, filter: &Filter) -> String {
        let walked = self.keys(filter, Narrowed::Afterwards);
        format!("SELECT count(*) FROM (SELECT 1 FROM ({walked} LIMIT ?6) WHERE fits LIMIT ?2)")
    }

    /// How long the walk is, no further than `?6`.
    pub(super) fn walked_sql(self, filter: &Filter) -> String {
        format!("SELECT count(*) FROM ({} LIMIT ?6)", self.keys(filter, Narrowed::NotAtAll))
    }

    fn keys(self, filter: &Filter, narrowed: Narrowed) -> String {
        let Walk { which, key, ascending, index, by_channel, long } = self.walk();
        let beyond = if ascending { ">" } else { "<" };
        // The first that makes a queue is what its index is of.
        let (of_index, of_queue) = which.split_once(" AND ").unwrap_or((which, "1"));
        let mut asked = vec![of_index.to_owned(), format!("{key} {beyond} ?1")];
        let mut narrow = vec![of_queue.to_owned()];
        if filter.unpinned {
            narrow.push("pinned_pos IS NULL".into());
        }
        if filter.idle {
            narrow.push("waiting_pos IS NULL".into());
        }
        if filter.new_only {
            // 3: the patient's name, which is there exactly while a patient is linked.
            narrow.push("name_from <> 3".into());
        }
        if filter.since.is_some() {
            asked.push("last_pos >= ?5".into());
        }
        match filter.owner {
            Owner::Anyone => {}
            Owner::Nobody => narrow.push("assignee IS NULL".into()),
            Owner::Staff(_) => asked.push("assignee = ?3 AND assignee IS NOT NULL".into()),
        }
        let from_label = filter.label.is_some() && long;
        if filter.label.is_some() && !from_label {
            narrow.push(
                "EXISTS (SELECT 1 FROM conversation_label x WHERE x.conversation = conversation.row AND x.label = ?4)"
                    .into(),
            );
        }
        if let Some(channel) = filter.channel {
            asked.push(format!("channel = {}", channel.code()));
        }
        let select = |table: &str, asked: &[String]| {
            let (asked, narrow) = (asked.join(" AND "), narrow.join(" AND "));
            match narrowed {
                Narrowed::OnTheWay => {
                    format!("SELECT conversation.row, {key} AS key FROM {table} WHERE {asked} AND {narrow}")
                }
                Narrowed::Afterwards => format!("SELECT {narrow} AS fits FROM {table} WHERE {asked}"),
                Narrowed::NotAtAll => format!("SELECT 1 FROM {table} WHERE {asked}"),
            }
        };
        if from_label {
            asked.push("x.label = ?4 AND conversation.row = x.conversation".into());
            return select("conversation_label x CROSS JOIN conversation", &asked);
        }
        // What was not sent is a handful, and what somebody ever had is not: an owner's is looked for among the few.
        let owned = matches!(filter.owner, Owner::Staff(_)) && by_channel && !matches!(self, Self::NotSent);
        let index = match self {
            Self::Waiting if owned => "inbox_owned",
            _ if owned => "inbox_owned_last",
            _ => index,
        };
        // Said, because a planner that knows nothing of the numbers would sort what one owner has.
        let table = format!("conversation INDEXED BY {index}");
        if owned || !by_channel || filter.channel.is_some() {
            return select(&table, &asked);
        }
        let of_channel = |channel: ChannelKind| {
            let mut asked = asked.clone();
            asked.push(format!("channel = {}", channel.code()));
            select(&table, &asked)
        };
        ChannelKind::ALL.map(of_channel).join(" UNION ALL ")
    }

    pub(super) const fn first_key(self) -> Position {
        if self.walk().ascending { Position(0) } else { Position(i64::MAX) }
    }
}
