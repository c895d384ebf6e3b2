//! Reading: one page of conversations per call, with their newest messages.
//!
//! Idle, this is one call for the five most recent conversations. Catching up walks through the list page by page;
//! the mark moves only when the walk has reached what was read before, so a crash in between repeats pages and skips
//! none. Accounts that do not answer to nested fields are read id by id, which is slow and works; edits then stay
//! unseen. There, a message that Instagram refuses to open stops nothing: something stands for it, and it is asked for
//! again while it may still open (see `memory`).

use anteroom_model::{
    Batch, ConnectorError, Cursor, FailureKind, Gap, InboundEvent, InboundMessage, ProviderCode,
    RemoteThread, Unsend,
};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::Instagram;
use super::api::CallError;
use super::convert::{self, Row};
use super::failure::Refusal;
use super::fields::{Fields, PLAIN};
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
            if !memory.may_have_news(&id, thread.updated_time, now) {
                return Ok(());
            }
            let mut fields = memory.fields.clone();
            let known = |message: &str| memory.knows(&id, message, now);
            let list = self.messages(&id, &mut fields, now, known).await?;
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
        for mut row in list.rows.iter().filter_map(|raw| convert::row(&self.own, thread, raw, otherwise)) {
            if list.refused.contains(&row.id) {
                row.message = Some(convert::refused(thread, &row.id, row.at));
                row.refused = true;
            }
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
        let (mut rows, mut refused) = (Vec::new(), Vec::new());
        for stub in listed.rows.into_iter().take(HORIZON) {
            let id = stub.get("id").and_then(Value::as_str).unwrap_or_default();
            // What is known keeps its place, so that its absence could be noticed.
            let in_its_place = || json!({ "id": id, "created_time": stub.get("created_time") });
            let opened = match id.is_empty() || known(id) {
                true => Opened::Closed,
                false => self.message(id, fields, now).await?,
            };
            rows.push(match opened {
                Opened::Message(row) => row,
                Opened::Closed => in_its_place(),
                Opened::Refused => {
                    refused.push(id.to_owned());
                    in_its_place()
                }
            });
        }
        Ok(List { rows, after: beyond.then(String::new), refused })
    }

    /// One message, with as much of it as the account tells.
    async fn message(&self, id: &str, fields: &mut Fields, now: Timestamp) -> Result<Opened, ConnectorError> {
        let before = fields.clone();
        loop {
            let asked = fields.of_message();
            let refusal = match self.open(id, &asked).await? {
                Ok(opened) => return Ok(opened),
                Err(refusal) => refusal,
            };
            match &refusal.unknown_field {
                Some(field) if fields.give_up(field, now) => continue,
                Some(_) => *fields = before,
                None if asked != PLAIN => {
                    // Perhaps its words can be had without the rest.
                    return Ok(self.open(id, PLAIN).await?.unwrap_or(Opened::Refused));
                }
                None => {}
            }
            return Ok(Opened::Refused);
        }
    }

    /// Asks for one message. A refusal inside is about this message; outside stands what would meet all of them.
    async fn open(&self, id: &str, fields: &str) -> Result<Result<Opened, Refusal>, ConnectorError> {
        match self.api.message(id, fields).await {
            Ok(row) if row.get("id").is_some() => Ok(Ok(Opened::Message(row))),
            Ok(_) => Ok(Ok(Opened::Refused)),
            Err(CallError::Refused(refusal)) if refusal.cause.kind == FailureKind::NotFound => {
                Ok(Ok(Opened::Closed))
            }
            Err(CallError::Refused(refusal)) if is_about_this_one(&refusal) => Ok(Err(refusal)),
            Err(error) => Err(error.into()),
        }
    }
}

/// What became of the question for one message.
enum Opened {
    Message(Value),
    /// It is listed and cannot be had, which is how Instagram treats old ones. That says nothing about it.
    Closed,
    /// Instagram refused for another reason.
    Refused,
}

/// Whether a refusal means the message and not the account. Its conversation was just listed by the same right, so "not
/// permitted" is about the message as well, and so is "unknown error" (code 1), which Graph gives for what it cannot put
/// together.
const fn is_about_this_one(refusal: &Refusal) -> bool {
    match refusal.cause.kind {
        FailureKind::ProviderDown => refusal.is(1, None),
        FailureKind::SignInNeeded
        | FailureKind::AccessSwitchedOff
        | FailureKind::AccountRestricted
        | FailureKind::RateLimited
        | FailureKind::Offline
        | FailureKind::Timeout
        | FailureKind::HostRefused => false,
        _ => true,
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
