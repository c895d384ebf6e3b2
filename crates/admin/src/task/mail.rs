//! `sync`, `inbox`, `show`, `send`, `search`.

use std::path::Path;

use anteroom_desk::Desk;
use anteroom_desk::clock::SystemClock;
use anteroom_desk::views::{
    ConversationView, InboxCounts, InboxFilter, InboxPage, InboxRow, ItemBody, Piece, Queue, ReplySend,
    RowGroup, SearchResults, StatusBar, WireError,
};
use anteroom_model::Clock as _;

use crate::exit::{Done, Exit, Failure};
use crate::options::{Options, QueueName};
use crate::task::outcome;
use crate::words::{self, Clock};
use crate::{open, say, secret};

/// Rows that are read in one go where only some of them are wanted.
const AT_ONCE: u32 = 500;

/// Takes every turn that is due until nothing is. Ends well only when every provider has told everything.
pub async fn sync(options: &Options) -> Done {
    let began = SystemClock::new().now().into();
    let desk = open::desk(options).await?;
    let settled = settle(&desk).await;
    let (bar, clock) = (desk.status(), Clock::of(&desk));
    desk.stop().await;
    settled?;
    let bar = bar?;
    say::result(options, &bar, |bar| status_lines(bar, &clock))?;
    outcome::of_polls(&bar, began).map_or(Ok(()), |failure| Err(failure.after_result()))
}

async fn settle(desk: &Desk) -> Done<u32> {
    desk.settle()
        .await
        .map_err(|_| Failure::new(Exit::Unexpected, "restless", "The desk did not come to rest."))
}

/// What `sync` prints of the status bar.
fn status_lines(bar: &StatusBar, clock: &Clock) -> Vec<String> {
    let head = format!("{}; {}", clock.overall(&bar.overall), counted(&bar.counts, bar.queued));
    let channels = bar.channels.iter().map(|channel| {
        format!("    {}: {}", words::channel_name(channel.channel), clock.freshness(&channel.freshness))
    });
    std::iter::once(head).chain(channels).collect()
}

/// How much waits, here and on its way.
pub fn counted(counts: &InboxCounts, queued: u32) -> String {
    format!(
        "waiting {}, not sent {}, unclear {}, queued {queued}, snoozed {}, scheduled {}",
        counts.waiting,
        counts.not_sent.saturating_sub(counts.unclear),
        counts.unclear,
        counts.snoozed,
        counts.scheduled,
    )
}

/// Lists conversations.
pub async fn inbox(options: &Options, queue: QueueName, limit: u32) -> Done {
    let (queue, group) = match queue {
        QueueName::Waiting => (Queue::Waiting, None),
        QueueName::AnsweredToday => (Queue::Waiting, Some(RowGroup::AnsweredToday)),
        QueueName::WithThePatient => (Queue::Answered, None),
        QueueName::Snoozed => (Queue::Snoozed, None),
        QueueName::Scheduled => (Queue::Scheduled, None),
        QueueName::NotSent => (Queue::NotSent, None),
        QueueName::Done => (Queue::Done, None),
        QueueName::Spam => (Queue::Spam, None),
        QueueName::All => (Queue::All, None),
    };
    let desk = open::desk(options).await?;
    let filter = InboxFilter::of(queue);
    let page = match group {
        Some(group) => part(&desk, &filter, group, limit),
        None => desk.inbox_open(filter, limit),
    };
    let clock = Clock::of(&desk);
    desk.stop().await;
    say::result(options, &page?, |page| page.rows.iter().map(|row| line(row, &clock)).collect())
}

/// One part of a list, which stands below the others.
fn part(desk: &Desk, filter: &InboxFilter, group: RowGroup, limit: u32) -> Result<InboxPage, WireError> {
    let mut page = desk.inbox_open(filter.clone(), AT_ONCE)?;
    let mut rows = Vec::new();
    loop {
        rows.extend(page.rows.drain(..).filter(|row| row.group == group));
        match page.next.take() {
            Some(after) if rows.len() < limit as usize => {
                page = desk.inbox_more(filter.clone(), &after, AT_ONCE)?;
            }
            _ => break,
        }
    }
    rows.truncate(limit as usize);
    Ok(InboxPage { rows, ..page })
}

/// A conversation in a list: how far it is, until when it was put aside, when its reply leaves.
fn line(row: &InboxRow, clock: &Clock) -> String {
    let (channel, mark) = (words::channel_name(row.channel), words::mark(row.mark));
    let aside = row.snoozed.as_ref().map(|snoozed| match snoozed.until {
        Some(until) => format!("  snoozed until {}", clock.at(until)),
        None => "  snoozed until they write".to_owned(),
    });
    let leaves = row.scheduled.map(|at| format!("  a reply leaves at {}", clock.at(at)));
    let spam = row.spam.then(|| "  spam".to_owned());
    let more: String = [aside, leaves, spam].into_iter().flatten().collect();
    format!("{}  {channel}  {mark}  {}{more}", row.id, row.name)
}

/// Shows a conversation. Looking from here does not mark it as opened by anybody at the desk.
pub async fn show(options: &Options, conversation: &str) -> Done {
    let desk = open::desk(options).await?;
    let (view, clock) = (desk.conversation_read(conversation), Clock::of(&desk));
    desk.stop().await;
    say::result(options, &view?, |view| conversation_lines(view, &clock))
}

fn conversation_lines(view: &ConversationView, clock: &Clock) -> Vec<String> {
    let head = &view.head;
    let head = format!("{} ({}, {})", head.name, words::channel_name(head.channel), head.address);
    let items = view.items.iter().map(|item| {
        let said = match &item.body {
            ItemBody::Note { text, by, .. } => format!("note by {by}: {text}"),
            ItemBody::Call(call) => {
                format!("call {}, {} s", words::call_end(call.outcome), call.talk_seconds)
            }
            ItemBody::Message(message) => {
                let far = message.delivery.as_ref();
                let far = far.map(|far| format!("  [{}]", clock.delivery(&far.state))).unwrap_or_default();
                format!("{} {}{far}", if message.ours { "→" } else { "←" }, words::message(message))
            }
        };
        format!("{}  {said}", clock.at(item.at))
    });
    std::iter::once(head).chain(items).collect()
}

/// Puts a text into the outbox and lets the desk try once. Ends well only when the provider took it.
pub async fn send(options: &Options, conversation: &str, text_file: &Path) -> Done {
    let text = secret::read(text_file)?;
    let desk = open::desk(options).await?;
    let done = async {
        // A script that runs twice sends twice: it has no button that could be pressed twice by accident.
        let reply = ReplySend {
            later: None,
            conversation: conversation.to_owned(),
            text,
            quote: None,
            files: Vec::new(),
            press: desk.fresh_press(),
        };
        let sent = desk.reply_send_now(reply).await?;
        settle(&desk).await?;
        let view = desk.conversation_read(conversation)?;
        let item = view.items.into_iter().find(|item| item.id == sent.item.id);
        item.ok_or_else(|| {
            Failure::new(Exit::NotFound, "not_found", "The message was stored and is not in the newest page.")
        })
    }
    .await;
    let clock = Clock::of(&desk);
    desk.stop().await;
    let item = done?;
    let state = match &item.body {
        ItemBody::Message(message) => message.delivery.as_ref().map(|delivery| &delivery.state),
        _ => None,
    };
    let far = state.map_or_else(|| "stored".to_owned(), |state| clock.delivery(state));
    say::result(options, &item, |item| vec![format!("{}  {far}", item.id)])?;
    state.and_then(outcome::of_message).map_or(Ok(()), |failure| Err(failure.after_result()))
}

/// Searches all history.
pub async fn search(options: &Options, words: &[String]) -> Done {
    let typed = match words {
        [only] if only == "-" => secret::read(Path::new("-"))?,
        words => words.join(" "),
    };
    let desk = open::desk(options).await?;
    let found = desk.search(&typed, None);
    desk.stop().await;
    say::result(options, &found?, search_lines)
}

fn search_lines(found: &SearchResults) -> Vec<String> {
    let text = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
    let people = found.people.iter().map(|hit| format!("patient  {}", text(&hit.name)));
    let conversations = found
        .conversations
        .iter()
        .map(|hit| format!("conversation {}  {}", hit.conversation, text(&hit.name)));
    let messages = found.messages.iter().map(|hit| {
        format!("{} {}  {}: {}", words::hit(hit.kind), hit.conversation, hit.name, text(&hit.snippet))
    });
    people.chain(conversations).chain(messages).collect()
}
