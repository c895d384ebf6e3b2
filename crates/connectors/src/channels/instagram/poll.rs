//! Reading: one page of conversations per call, with their newest messages.
//!
//! Idle, this is one call for the five most recent conversations. Catching up walks through the list page by page;
//! the mark moves only when the walk has reached what was read before, so a crash in between repeats pages and skips
//! none. Accounts that do not answer to nested fields are read id by id, which is slow and works; edits then stay
//! unseen.

use anteroom_model::{
    Batch, ConnectorError, Cursor, Gap, InboundEvent, InboundMessage, ProviderCode, RemoteThread, Unsend,
};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::Instagram;
use super::api::CallError;
use super::convert::{self, Row};
use super::fields::Fields;
use super::mark::Marker;
use super::memory::{HORIZON, Memory, News};
use super::payload::{List, Thread, read, read_list};

/// Conversations per page: at rest, catching up, and where each message costs a call.
const AT_REST: usize = 5;
const CATCHING_UP: usize = 25;
const ONE_BY_ONE: usize = 3;

impl Instagram {
    pub(super) async fn poll(
        &self,
        cursor: Option<&Cursor>,
        now: Timestamp,
    ) -> Result<Batch, ConnectorError> {
        let mut memory = Memory::read(cursor, Marker::of(&self.api.token().secret), now);
        let page = self.page(&mut memory, now).await?;
        let list = read_list(&page);
        let mut gathered = Gathered::default();
        let mut activity = Vec::with_capacity(list.rows.len());
        for raw in &list.rows {
            let thread: Thread = read(raw);
            activity.extend(thread.updated_time);
            self.thread(thread, &mut memory, now, &mut gathered).await?;
        }
        let more = memory.end_page(&activity, list.after, now);
        self.remember(&memory.fields);
        Ok(Batch { events: gathered.events(), cursor: memory.write(), more, gaps: gathered.gaps })
    }

    /// Asks for the next page, and again with less when the account does not know what was asked for.
    async fn page(&self, memory: &mut Memory, now: Timestamp) -> Result<Value, ConnectorError> {
        let mut most = if memory.is_catching_up() { CATCHING_UP } else { AT_REST };
        loop {
            let limit = if memory.fields.expands() { most } else { most.min(ONE_BY_ONE) };
            let error = match self.api.threads(limit, memory.page_after(), &memory.fields).await {
                Ok(page) => return Ok(page),
                Err(error) => error,
            };
            match error.unknown_field() {
                // Perhaps it is the page's mark that has ended, not a field.
                Some("") if memory.page_after().is_some() => memory.restart_pass(),
                Some(field) if memory.fields.give_up(field, now) => {}
                None if most > AT_REST && is_too_much(&error) => most = AT_REST,
                _ => return Err(error.into()),
            }
        }
    }

    async fn thread(
        &self,
        mut thread: Thread,
        memory: &mut Memory,
        now: Timestamp,
        gathered: &mut Gathered,
    ) -> Result<(), ConnectorError> {
        let Some(id) = thread.id.clone() else { return Ok(()) };
        if thread.messages.is_none() {
            if !memory.may_have_news(&id, thread.updated_time) {
                return Ok(());
            }
            let mut fields = memory.fields.clone();
            let list = self.messages(&id, &mut fields, now, |message| memory.knows(&id, message)).await?;
            memory.fields = fields;
            thread.messages = Some(list);
        }
        let Some(with) = convert::other_side(&self.own, &thread) else { return Ok(()) };
        let remote = RemoteThread { id: Some(id.clone()), with, ours: self.own.address.clone() };
        let updated = thread.updated_time.unwrap_or(now);
        let list = thread.messages.unwrap_or_default();
        let rows = self.rows(&remote, &list, updated);
        let (beyond, reactions_told) = (list.after.is_some(), memory.fields.tell_reactions());
        let news = memory.compare(&id, updated, rows, beyond, reactions_told, now);
        gathered.take(news, id);
        Ok(())
    }

    pub(super) fn rows(&self, thread: &RemoteThread, list: &List, otherwise: Timestamp) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::with_capacity(HORIZON);
        for row in list.rows.iter().filter_map(|raw| convert::row(&self.own, thread, raw, otherwise)) {
            // A list may hold a row twice.
            if rows.len() < HORIZON && rows.iter().all(|other| other.id != row.id) {
                rows.push(row);
            }
        }
        rows
    }

    /// The newest messages of a conversation, one call each but for those that are known.
    pub(super) async fn messages(
        &self,
        thread: &str,
        fields: &mut Fields,
        now: Timestamp,
        known: impl Fn(&str) -> bool,
    ) -> Result<List, ConnectorError> {
        let value = self.api.thread_ids(thread).await?;
        let listed = value.get("messages").map(read_list).unwrap_or_default();
        let beyond = listed.after.is_some() || listed.rows.len() > HORIZON;
        let mut rows = Vec::new();
        for stub in listed.rows.into_iter().take(HORIZON) {
            let id = stub.get("id").and_then(Value::as_str).unwrap_or_default();
            // What is known keeps its place, so that its absence could be noticed.
            let row = if id.is_empty() || known(id) { None } else { self.message(id, fields, now).await? };
            rows.push(row.unwrap_or_else(|| json!({ "id": id, "created_time": stub.get("created_time") })));
        }
        Ok(List { rows, after: beyond.then(String::new) })
    }

    /// One message; `None` when it is listed and does not open.
    async fn message(
        &self,
        id: &str,
        fields: &mut Fields,
        now: Timestamp,
    ) -> Result<Option<Value>, ConnectorError> {
        loop {
            let error = match self.api.message(id, &fields.of_message()).await {
                Ok(row) => return Ok(Some(row)),
                Err(error) => error,
            };
            match &error {
                CallError::Refused(refusal) if refusal.is(9_000_001, None) || refusal.is(100, Some(33)) => {
                    return Ok(None);
                }
                _ => {}
            }
            match error.unknown_field() {
                Some(field) if fields.give_up(field, now) => {}
                _ => return Err(error.into()),
            }
        }
    }
}

/// Graph answers an answer that would be too large with its "unknown error".
fn is_too_much(error: &CallError) -> bool {
    matches!(error, CallError::Refused(refusal) if matches!(refusal.cause.code, Some(ProviderCode { code: 1, .. })))
}

/// What a page brought.
#[derive(Default)]
struct Gathered {
    messages: Vec<InboundMessage>,
    later: Vec<InboundEvent>,
    gaps: Vec<Gap>,
}

impl Gathered {
    fn take(&mut self, news: News, thread: String) {
        self.messages.extend(news.messages);
        self.later.extend(news.reactions.into_iter().map(InboundEvent::Reaction));
        let unsent = news.unsent.into_iter().map(|target| Unsend { target, at: None });
        self.later.extend(unsent.map(InboundEvent::Unsend));
        self.gaps.extend(news.gap.map(|before| Gap { thread: Some(thread), before }));
    }

    /// Oldest first; what is about messages comes after them.
    fn events(&mut self) -> Vec<InboundEvent> {
        self.messages.sort_by_key(|message| message.at);
        let messages = std::mem::take(&mut self.messages).into_iter().map(InboundEvent::Message);
        messages.chain(std::mem::take(&mut self.later)).collect()
    }
}
