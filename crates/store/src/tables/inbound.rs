//! A message as the provider lists it, stored once.
//!
//! Holds: one provider id is one item, whatever arrives how often and in which order. An echo of something that we are
//! sending right now is kept out of sight until the send has ended, so it is never shown twice; an echo of a send whose
//! end nobody knows, or that stopped or waits again after an attempt that may have left, is its end.
//! Refused: matching echoes by time alone (two patients, two quick replies); throwing an echo away (if our send turns
//! out to have failed, somebody else did write it).

use anteroom_model::{
    AccountId, Content, ConversationId, DeliveryStatus, Direction, InboundMessage, MessageId, Origin,
    OutboxId, OutboxState, later,
};
use jiff::SignedDuration;
use rusqlite::params;

use super::content::{from_columns, to_columns};
use super::item::{Files, NewItem, Place, ProviderKey, Sort, provider_key, role_of_message};
use crate::codes::{Coded, ItemKind};
use crate::column::{Fields, ms};
use crate::{Conflict, Position, ReadTx, Result, StoreError, Topic, WriteTx};

/// What became of a message that the provider listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inbound {
    /// It is new.
    Inserted(MessageId),
    /// It was here; what is new about it was taken over.
    Known {
        /// Our id of it.
        id: MessageId,
        /// Files that the provider had not listed before are to be fetched now.
        files: bool,
    },
    /// It is probably what we are sending right now; it stays out of sight until we know.
    Shadow(MessageId),
    /// It is a send of ours whose end nobody knew. Now it is known: it was sent.
    Settled(OutboxId, MessageId),
}

/// How much earlier than our attempt a provider's clock may put it.
const CLOCKS_APART: SignedDuration = SignedDuration::from_mins(2);
/// How long after a person said "it was sent", or after an attempt that seemed not to have left, an echo may still be
/// that message.
const VOUCHED_FOR: SignedDuration = SignedDuration::from_hours(72);

/// A send of ours that an echo could be.
struct Candidate {
    row: i64,
    id: OutboxId,
    message: MessageId,
    pos: Position,
    state: OutboxState,
}

impl WriteTx<'_> {
    /// Stores a message of the provider's. Its reactions and its status come with it; what came before it is applied.
    pub fn insert_inbound(
        &mut self,
        account: AccountId,
        conversation: ConversationId,
        message: &InboundMessage,
    ) -> Result<Inbound> {
        let place = self.place_in(conversation)?;
        if self.account_key(account)? != place.account {
            return Err(Conflict::OtherAccount.into());
        }
        let key = provider_key(account, Sort::Message, &message.provider_id);
        let outcome = match self.item_by_key(key)? {
            Some(pos) => self.renew(place, pos, message)?,
            None => self.insert_new(place, key, message)?,
        };
        for reaction in &message.reactions {
            let ours = reaction.by.reveal() == &message.thread.ours;
            self.apply_reaction(account, reaction, ours)?;
        }
        Ok(outcome)
    }

    fn insert_new(&mut self, place: Place, key: ProviderKey, message: &InboundMessage) -> Result<Inbound> {
        self.note_news(place.account, place.channel, message.at)?;
        let echo = message.direction == Direction::Outbound && message.origin != Origin::Automation;
        let candidate = if echo { self.candidate(place, message)? } else { None };
        if let Some(candidate) = &candidate
            && candidate.state != OutboxState::Sending
        {
            self.adopt(candidate.pos, candidate.row, key, message)?;
            return Ok(Inbound::Settled(candidate.id, candidate.message));
        }
        let pos = self.free_place(message.at)?;
        let id = self.fresh(MessageId::at);
        let columns = to_columns(&message.content)?;
        let inbound = message.direction == Direction::Inbound;
        let status = (!inbound).then(|| message.status.unwrap_or(DeliveryStatus::Accepted));
        let turn = if inbound { self.turn_of_question(place.conversation, pos)? } else { pos.0 };
        let origin = if inbound { Origin::Patient } else { message.origin };
        self.put_item(
            place,
            &NewItem {
                pos,
                id: id.uuid(),
                kind: ItemKind::Message,
                listed: candidate.is_none(),
                direction: message.direction,
                origin: if origin == Origin::Desk { Origin::Elsewhere } else { origin },
                staff: None,
                rule: None,
                role: role_of_message(message.direction, origin, status, None),
                turn,
                provider: Some((&message.provider_id, key)),
                content_kind: columns.kind,
                body: &columns.body,
                extra: columns.extra.as_deref(),
                reply_to: message.reply_to.as_deref(),
                files: Files::of(
                    message
                        .attachments
                        .iter()
                        .map(|file| (file.kind, file.file_name.as_ref().map(|name| name.reveal().as_str()))),
                ),
                taken_back: false,
                status,
                sent_at: (!inbound).then_some(message.at),
                shadow_of: candidate.as_ref().map(|candidate| candidate.row),
            },
        )?;
        self.add_remote_files(place, pos, &message.attachments)?;
        if inbound {
            self.execute(
                "UPDATE conversation SET last_inbound_at = ?2
                 WHERE row = ?1 AND (last_inbound_at IS NULL OR last_inbound_at < ?2)",
                params![place.conversation, ms(message.at)],
            )?;
        }
        self.apply_early(pos, key)?;
        Ok(if candidate.is_some() { Inbound::Shadow(id) } else { Inbound::Inserted(id) })
    }

    /// Takes over what is new about a message that is here: status, changed words, a kind that we now understand, files
    /// that were not listed at first.
    fn renew(&mut self, place: Place, pos: Position, message: &InboundMessage) -> Result<Inbound> {
        let (id, direction, origin, taken_back, old) = self
            .one(
                "SELECT id, direction, origin, taken_back, content_kind, body, extra FROM item WHERE pos = ?1",
                [pos],
                |row| {
                    let mut row = Fields::of(row);
                    let id = row.id(MessageId::from_uuid)?;
                    let (direction, origin): (Direction, Origin) = (row.coded()?, row.coded()?);
                    let taken_back = row.flag()?;
                    let (kind, body) = (row.coded()?, row.get()?);
                    let extra: Option<String> = row.get()?;
                    Ok((id, direction, origin, taken_back, from_columns(kind, body, extra.as_deref())?))
                },
            )?
            .ok_or(StoreError::NotFound)?;
        if direction == Direction::Outbound
            && let Some(status) = message.status
        {
            self.advance_status(pos, status, message.at)?;
        }
        if taken_back || origin == Origin::Desk || self.is_by_rule(pos)? {
            return Ok(Inbound::Known { id, files: false });
        }
        let files = self.has_late_files(pos, message)?;
        if let Some(content) = worth_taking(&old, &message.content, files) {
            let columns = to_columns(&content)?;
            let changed_words = old.kind() == content.kind();
            self.change(
                "UPDATE item SET content_kind = ?2, body = ?3, extra = ?4, edited = max(edited, ?5) WHERE pos = ?1",
                params![pos, columns.kind.code(), columns.body, columns.extra, changed_words],
            )?;
            let conversation = self.conversation_of_item(pos)?;
            self.touch_conversation(conversation);
        }
        if files {
            self.add_remote_files(place, pos, &message.attachments)?;
            self.refresh_files(pos)?;
        }
        Ok(Inbound::Known { id, files })
    }

    /// An echo is the end of a send of ours: it gets the provider's id and is accepted.
    fn adopt(
        &mut self,
        pos: Position,
        outbox: i64,
        key: ProviderKey,
        message: &InboundMessage,
    ) -> Result<()> {
        self.settle_row(outbox, pos, Some((&message.provider_id, key)), message.at)?;
        if let Some(status) = message.status {
            self.advance_status(pos, status, message.at)?;
        }
        self.touch(Topic::Outbox);
        self.witness_this();
        Ok(())
    }
}

impl ReadTx<'_> {
    /// Providers list a message before they list its files. Files that are here are never exchanged: their order may
    /// change from answer to answer, and a link that is signed anew is not another file.
    fn has_late_files(&self, pos: Position, message: &InboundMessage) -> Result<bool> {
        if message.attachments.is_empty() {
            return Ok(false);
        }
        let none: i64 =
            self.required("SELECT NOT EXISTS (SELECT 1 FROM attachment WHERE item = ?1)", [pos])?;
        Ok(none != 0)
    }

    /// The oldest send of ours in this conversation that this echo could be.
    fn candidate(&self, place: Place, message: &InboundMessage) -> Result<Option<Candidate>> {
        let conversation = place.conversation;
        let earliest = later(message.at, CLOCKS_APART);
        let vouched_from = later(message.at, -VOUCHED_FOR);
        // What is on its way, is unknown, or waits again although an attempt may have left.
        let mut open = self.all(
            "SELECT o.row, o.id, i.id, o.item, o.state FROM outbox o JOIN item i ON i.pos = o.item
             WHERE o.conversation = ?1 AND o.state IN (0, 1, 3)
               AND (o.state = 1 OR (o.unclear_since <= ?2 AND (o.state = 3 OR o.unclear_since >= ?3))) ORDER BY o.row",
            params![conversation, ms(earliest), ms(vouched_from)],
            candidate,
        )?;
        // What is on its way first: taken for another's end, its own answer would have nowhere to go.
        open.sort_by_key(|found| found.state != OutboxState::Sending);
        // A person said that it was sent; it has no provider's id yet.
        let vouched = self.all(
            "SELECT o.row, o.id, i.id, o.item, o.state FROM item i JOIN outbox o ON o.item = i.pos
             WHERE i.conversation = ?1 AND i.status BETWEEN 3 AND 5 AND i.provider_key IS NULL
               AND i.sent_at >= ?2 AND o.state = 2 AND coalesce(o.unclear_since, o.attempted_at) <= ?3",
            params![conversation, ms(vouched_from), ms(earliest)],
            candidate,
        )?;
        // It stopped after an attempt that may have left; perhaps the list was only late.
        let stopped = self.all(
            "SELECT o.row, o.id, i.id, o.item, o.state FROM outbox o CROSS JOIN item i ON i.pos = o.item
             WHERE o.account = ?1 AND o.state IN (0, 1, 3, 4) AND o.state = 4 AND o.conversation = ?2
               AND o.unclear_since BETWEEN ?3 AND ?4 ORDER BY o.row",
            params![place.account, conversation, ms(vouched_from), ms(earliest)],
            candidate,
        )?;
        for found in open.into_iter().chain(vouched).chain(stopped) {
            if self.says_the_same(found.pos, message)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// Whether a message of ours and an echo have the same words and the same kinds of files.
    fn says_the_same(&self, ours: Position, echo: &InboundMessage) -> Result<bool> {
        let words: String = self.required("SELECT body FROM item WHERE pos = ?1", [ours])?;
        let mut kinds =
            self.all("SELECT kind FROM attachment WHERE item = ?1 ORDER BY ordinal", [ours], |row| {
                Ok(row.get::<_, i64>(0)?)
            })?;
        let mut theirs: Vec<i64> = echo.attachments.iter().map(|file| file.kind.code()).collect();
        kinds.sort_unstable();
        theirs.sort_unstable();
        Ok(kinds == theirs && words.trim() == echo.content.text().unwrap_or_default().trim())
    }
}

fn candidate(row: &rusqlite::Row<'_>) -> Result<Candidate> {
    let mut row = Fields::of(row);
    Ok(Candidate {
        row: row.get()?,
        id: row.id(OutboxId::from_uuid)?,
        message: row.id(MessageId::from_uuid)?,
        pos: row.get()?,
        state: row.coded()?,
    })
}

/// What of the provider's words now is better than what we keep. Providers answer "deleted" or nothing for old messages;
/// that never replaces words that we have, and files that come late leave them as their caption.
fn worth_taking(old: &Content, new: &Content, late_files: bool) -> Option<Content> {
    let says_something = || new.text().is_some_and(|text| !text.is_empty());
    match (old, new) {
        _ if old == new => None,
        (_, Content::Unsupported { .. }) => None,
        (Content::Text { body }, Content::Media { .. }) if late_files && !says_something() => {
            Some(Content::Media { caption: (!body.is_empty()).then(|| body.clone()) })
        }
        (Content::Text { .. }, Content::Media { .. }) if late_files => Some(new.clone()),
        (Content::Unsupported { .. }, _) => Some(new.clone()),
        _ => (old.kind() == new.kind() && says_something()).then(|| new.clone()),
    }
}
