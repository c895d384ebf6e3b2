//! What staff see and do, in a test's words.

use std::sync::Mutex;

use anteroom_desk::notify::{News, Notifier};
use anteroom_desk::views::{
    ContentView, ConversationView, DeliveryState, InboxFilter, InboxRow, ItemBody, MessageView, Preview,
    Queue, ReplySend, RowGroup, Sent, TimelineItem, TriageAct, TriageDone, WireError,
};
use anteroom_store::Queue as KeptQueue;

use crate::Clinic;

/// What the system's notifications told.
#[derive(Default)]
pub struct Heard(Mutex<Vec<News>>);

impl Heard {
    /// Everything so far.
    pub fn all(&self) -> Vec<News> {
        self.0.lock().expect("nobody panicked").clone()
    }
}

impl Notifier for Heard {
    fn notify(&self, news: News) {
        self.0.lock().expect("nobody panicked").push(news);
    }
}

impl Clinic {
    /// The rows of a queue.
    pub fn queue(&self, queue: Queue) -> Vec<InboxRow> {
        let page = self.desk().inbox_open(InboxFilter::of(queue), 200);
        page.expect("the list can be read").rows
    }

    /// The rows of those who want an answer.
    pub fn waiting(&self) -> Vec<InboxRow> {
        self.queue(Queue::Waiting).into_iter().filter(|row| row.group == RowGroup::Waiting).collect()
    }

    /// Staff decide something about the conversations with these addresses.
    pub async fn decides(&self, handles: &[&str], act: TriageAct) -> TriageDone {
        let ids: Vec<_> = handles.iter().map(|handle| self.conversation(handle)).collect();
        let done = self.desk().triage(&ids, act).await.expect("it can be decided");
        self.settle().await;
        done
    }

    /// The list as a person would read it aloud: who, and what was said last.
    pub fn inbox(&self) -> Vec<String> {
        let rows = self.queue(Queue::All);
        rows.iter().map(|row| format!("{}: {}", row.name, said(&row.preview))).collect()
    }

    /// The id of the conversation with an address (E.164 or IGSID), the newest if there are several.
    pub fn conversation(&self, handle: &str) -> String {
        let found = self.desk().store().read(|tx| {
            let mut rows = tx.inbox(KeptQueue::All, None, None, 1000)?.rows;
            rows.extend(tx.inbox(KeptQueue::Spam, None, None, 1000)?.rows);
            Ok(rows.into_iter().find(|row| row.handle.reveal() == handle).map(|row| row.id.to_string()))
        });
        found.expect("the list can be read").expect("there is a conversation with this address")
    }

    /// Opens the conversation with an address.
    pub async fn opens(&self, handle: &str) -> ConversationView {
        let id = self.conversation(handle);
        self.desk().conversation_open(&id).await.expect("the conversation opens")
    }

    /// The conversation with an address as a person would read it aloud: `> ` the patient, `< ` the practice.
    pub async fn thread(&self, handle: &str) -> Vec<String> {
        self.opens(handle).await.items.iter().map(line).collect()
    }

    /// Staff answer; the desk does what is due.
    pub async fn replies(&self, handle: &str, text: &str) -> Sent {
        let sent = self.tries_to_reply(handle, text).await.expect("the reply is taken");
        self.settle().await;
        sent
    }

    /// Staff press send; nothing else happens yet.
    pub async fn tries_to_reply(&self, handle: &str, text: &str) -> Result<Sent, WireError> {
        let reply = ReplySend {
            later: None,
            conversation: self.conversation(handle),
            text: text.to_owned(),
            quote: None,
            files: Vec::new(),
            press: self.press(),
        };
        self.desk().reply_send(reply).await
    }

    /// How far our message with these words got.
    pub async fn delivery(&self, handle: &str, text: &str) -> DeliveryState {
        let view = self.opens(handle).await;
        let ours = |item: &TimelineItem| match &item.body {
            ItemBody::Message(message) if message.ours && words(message) == text => message.delivery.clone(),
            _ => None,
        };
        view.items.iter().rev().find_map(ours).expect("a message of ours with these words").state
    }
}

/// An item as a person would read it aloud.
fn line(item: &TimelineItem) -> String {
    match &item.body {
        ItemBody::Message(message) => {
            let mark = if message.ours { '<' } else { '>' };
            let gone = if message.taken_back { " (taken back)" } else { "" };
            let files = match message.attachments.len() {
                0 => String::new(),
                n => format!(" [{n}]"),
            };
            format!("{mark} {}{files}{gone}", words(message))
        }
        ItemBody::Call(call) => {
            format!(
                "{} call {:?} [{}]",
                if call.ours { '<' } else { '>' },
                call.outcome,
                call.recordings.len()
            )
        }
        ItemBody::Note { text, by, .. } => format!("# {by}: {text}"),
    }
}

/// The words of a message.
fn words(message: &MessageView) -> &str {
    match &message.content {
        ContentView::Text { body }
        | ContentView::StoryReply { body }
        | ContentView::Template { body, .. } => body,
        ContentView::Media { caption } => caption.as_deref().unwrap_or_default(),
        ContentView::Location { .. } => "(place)",
        ContentView::StoryMention => "(mention)",
        ContentView::Shared { .. } => "(share)",
        ContentView::Unsupported { .. } => "(unsupported)",
    }
}

fn said(preview: &Preview) -> String {
    match preview {
        Preview::Text { text, ours } => format!("{}{text}", if *ours { "us: " } else { "" }),
        Preview::Attachment { kind, .. } => format!("{kind:?}"),
        Preview::Call { outcome, .. } => format!("call {outcome:?}"),
        Preview::Note { text } => format!("note: {text}"),
        other => format!("{other:?}"),
    }
}
