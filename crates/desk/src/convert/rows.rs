//! Rows of the list and heads of conversations.

use anteroom_model::{ChannelKind, ReplyWindow, WindowRule};
use anteroom_store::{ConversationRow, InboxCounts as Counts, NameFrom, Preview as Kept, Stuck};
use jiff::Timestamp;

use super::{call_end, failure_view, file_kind, park_view, shown_address, window_view};
use crate::core::Core;
use crate::hours;
use crate::views::{
    ConversationHead, FailureView, InboxCounts, InboxRow, LanguageView, OtherView, OwnerView, Preview,
    RowGroup, RowMark, SnoozeView, StuckView, UtcMillis,
};

/// The rule of a channel, from the account's connector; when it is not connected, the strictest that we know.
pub fn window_rule(core: &Core, row: &ConversationRow) -> WindowRule {
    match core.lines.of(row.account) {
        Some(line) => line.connector.capabilities(row.channel).window,
        None => match row.channel {
            ChannelKind::Instagram => WindowRule::Instagram { human_agent: false },
            ChannelKind::WhatsApp => WindowRule::TemplatesAfter,
            ChannelKind::Sms | ChannelKind::Phone => WindowRule::NoLimit,
        },
    }
}

/// Where a conversation stands in its reply window.
pub fn window_of(core: &Core, row: &ConversationRow, now: Timestamp) -> ReplyWindow {
    window_rule(core, row).at(row.last_inbound_at, now)
}

/// A row of the list.
pub fn inbox_row(core: &Core, row: &ConversationRow, group: RowGroup, now: Timestamp) -> InboxRow {
    InboxRow {
        id: row.id.to_string(),
        name: shown_name(row),
        name_is_handle: name_is_handle(row),
        channel: row.channel.into(),
        mark: mark(row),
        waiting_since: row.waiting_since().map(UtcMillis::from),
        goal_at: hours::goal_at(core, row).map(UtcMillis::from),
        last_at: row.last_at().into(),
        preview: preview(&row.preview),
        window: window_view(row.channel, window_of(core, row, now)),
        not_sent: row.not_sent,
        unclear: row.unclear,
        queued: row.queued,
        stuck: row.stuck.map(|stuck| stuck_view(core, row, stuck)),
        has_draft: row.has_draft,
        writing: None,
        language: language(row),
        group,
        owner: owner(core, row),
        snoozed: snoozed(row),
        scheduled: row.scheduled.map(|pos| pos.at().into()),
        back: row.back,
        pinned: row.pinned.is_some(),
        muted: row.muted,
        spam: row.spam,
        labels: labels(row),
        new_patient: row.patient.is_none() && row.shared_by == 0,
        shared_by: row.shared_by,
    }
}

/// The head of a conversation.
pub fn head(
    core: &Core,
    row: &ConversationRow,
    username: Option<&str>,
    others: Vec<OtherView>,
    now: Timestamp,
) -> ConversationHead {
    let goal_at = hours::goal_at(core, row);
    ConversationHead {
        name: shown_name(row),
        name_is_handle: name_is_handle(row),
        channel: row.channel.into(),
        address: shown_address(row.channel, row.handle.reveal(), username),
        waiting_since: row.waiting_since().map(UtcMillis::from),
        goal_at: goal_at.map(UtcMillis::from),
        open_until_goal: hours::open_until(core, row, goal_at),
        done: row.done,
        owner: owner(core, row),
        snoozed: snoozed(row),
        pinned: row.pinned.is_some(),
        muted: row.muted,
        spam: row.spam,
        labels: labels(row),
        window: window_view(row.channel, window_of(core, row, now)),
        account: row.account.to_string(),
        language: language(row),
        others,
        shared: None,
    }
}

fn language(row: &ConversationRow) -> LanguageView {
    LanguageView { said: row.said_language.clone(), guessed: row.guessed_language.clone() }
}

fn owner(core: &Core, row: &ConversationRow) -> Option<OwnerView> {
    row.holder.as_ref().map(|holder| OwnerView {
        id: holder.id.to_string(),
        name: holder.name.clone(),
        initials: holder.initials.clone(),
        me: holder.id == core.staff().id,
    })
}

fn snoozed(row: &ConversationRow) -> Option<SnoozeView> {
    row.snoozed.map(|pos| SnoozeView { until: (!pos.is_never()).then(|| pos.at().into()) })
}

fn labels(row: &ConversationRow) -> Vec<String> {
    row.labels.iter().map(ToString::to_string).collect()
}

/// What a conversation is called on the screen.
pub fn shown_name(row: &ConversationRow) -> String {
    match row.name_from {
        NameFrom::Handle => shown_address(row.channel, row.handle.reveal(), None),
        NameFrom::Username => shown_address(row.channel, row.handle.reveal(), Some(row.name.reveal())),
        NameFrom::DisplayName | NameFrom::Patient => row.name.reveal().clone(),
    }
}

fn name_is_handle(row: &ConversationRow) -> bool {
    matches!(row.name_from, NameFrom::Handle | NameFrom::Username)
}

fn mark(row: &ConversationRow) -> RowMark {
    if row.not_sent > row.unclear {
        RowMark::NotSent
    } else if row.unclear > 0 {
        RowMark::Unclear
    } else if row.queued > 0 && row.waiting.is_none() {
        // Also when it is done: what was answered is not true before it left.
        RowMark::Queued
    } else if row.scheduled.is_some() && row.waiting.is_none() {
        RowMark::Scheduled
    } else if row.snoozed.is_some() {
        RowMark::Snoozed
    } else if row.done {
        RowMark::Done
    } else if row.waiting.is_none() {
        RowMark::Answered
    } else if row.unopened {
        RowMark::Unopened
    } else {
        RowMark::Opened
    }
}

/// Why the newest that was certainly not sent was not; the provider's numbers are its connector's to explain.
fn stuck_view(core: &Core, row: &ConversationRow, stuck: Stuck) -> StuckView {
    match stuck {
        Stuck::Parked(reason) => park_view(reason),
        Stuck::NotDelivered(code) => {
            let line = core.lines.of(row.account);
            let kind = code.zip(line).map(|(code, line)| line.connector.failure_of(code));
            StuckView::Failed { why: kind.map_or(FailureView::Refused, failure_view) }
        }
    }
}

fn preview(kept: &Kept) -> Preview {
    let words = |text: &anteroom_model::Phi<String>| text.reveal().clone();
    match kept {
        Kept::Text { text, ours } => Preview::Text { text: words(text), ours: *ours },
        Kept::Attachment { kind, text, ours } => Preview::Attachment {
            kind: kind.map_or(crate::views::FileKind::File, file_kind),
            text: text.as_ref().map(words),
            ours: *ours,
        },
        Kept::Call { outcome, ours, voicemail_seconds, transcript } => Preview::Call {
            outcome: call_end(*outcome),
            ours: *ours,
            voicemail_seconds: *voicemail_seconds,
            transcript: transcript.as_ref().map(words),
        },
        Kept::Location => Preview::Location,
        Kept::Story => Preview::Story,
        Kept::Unsupported => Preview::Unsupported,
        Kept::TakenBack => Preview::TakenBack,
        Kept::Note { text } => Preview::Note { text: words(text) },
        Kept::Empty => Preview::Empty,
    }
}

/// The numbers beside the queues.
pub fn counts(kept: Counts, mentions: u32) -> InboxCounts {
    InboxCounts {
        waiting: kept.waiting,
        unopened: kept.unopened,
        mine: kept.mine,
        nobodys: kept.nobodys,
        snoozed: kept.snoozed,
        scheduled: kept.scheduled,
        not_sent: kept.not_sent,
        unclear: kept.unclear,
        longest_since: kept.longest_since.map(UtcMillis::from),
        mentions,
    }
}
