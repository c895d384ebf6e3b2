//! The timeline's common ground: places, keys, roles, and putting an item in.
//!
//! Holds: one space of positions for messages, calls and notes, so one index pages the whole timeline; a provider's id
//! is one item for ever.

use anteroom_model::{
    AccountId, AttachmentKind, CallOutcome, DeliveryStatus, Direction, MessageKind, Origin, OutboxState, Rule,
};
use jiff::{SignedDuration, Timestamp};
use rusqlite::params;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::codes::{Coded, ItemKind, Role};
use crate::column::{Fields, ms};
use crate::{Position, ReadTx, Result, StoreError, WriteTx, search};

/// A question older than this that arrives late is history, not somebody who waits.
const LATE_AT_MOST: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Where an item goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub conversation: i64,
    pub account: i64,
    pub channel: i64,
}

/// What a provider's id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Message,
    Call,
    Recording,
}

/// Sixteen bytes instead of ids of up to two hundred letters in an index.
pub(super) type ProviderKey = [u8; 16];

/// The key of a provider's id within an account.
pub(super) fn provider_key(account: AccountId, sort: Sort, id: &str) -> ProviderKey {
    let mut hash = Sha256::new();
    hash.update(account.as_bytes());
    hash.update(match sort {
        Sort::Message => b"m",
        Sort::Call => b"c",
        Sort::Recording => b"r",
    });
    hash.update(id.as_bytes());
    let mut key = [0; 16];
    key.copy_from_slice(&hash.finalize()[..16]);
    key
}

/// What an item's row says about its files, for filters and search.
#[derive(Default)]
pub(super) struct Files {
    /// `1 << kind` of each.
    bits: i64,
    /// One a line.
    names: String,
}

impl Files {
    pub fn of<'a>(files: impl Iterator<Item = (AttachmentKind, Option<&'a str>)>) -> Self {
        let mut all = Self::default();
        for (kind, name) in files {
            all.bits |= 1 << kind.code();
            if let Some(name) = name {
                if !all.names.is_empty() {
                    all.names.push('\n');
                }
                all.names.push_str(name);
            }
        }
        all
    }
}

/// An item to put in.
pub(super) struct NewItem<'a> {
    pub pos: Position,
    pub id: Uuid,
    pub kind: ItemKind,
    pub listed: bool,
    pub direction: Direction,
    pub origin: Origin,
    pub staff: Option<i64>,
    pub rule: Option<Rule>,
    pub role: Role,
    pub turn: i64,
    pub provider: Option<(&'a str, ProviderKey)>,
    pub content_kind: MessageKind,
    pub body: &'a str,
    pub extra: Option<&'a str>,
    pub reply_to: Option<&'a str>,
    pub files: Files,
    pub taken_back: bool,
    pub status: Option<DeliveryStatus>,
    pub sent_at: Option<Timestamp>,
    pub shadow_of: Option<i64>,
}

impl ReadTx<'_> {
    /// The next free place at a time.
    pub(super) fn free_place(&self, at: Timestamp) -> Result<Position> {
        let mut first = Position::first_at(at);
        loop {
            let last = first.last_of_ms();
            let taken: Option<Position> = self.value(
                "SELECT pos FROM item WHERE pos BETWEEN ?1 AND ?2 ORDER BY pos DESC LIMIT 1",
                params![first, last],
            )?;
            match taken {
                None => return Ok(first),
                Some(taken) if taken < last => return Ok(Position(taken.0 + 1)),
                Some(_) => first = Position(last.0 + 1),
            }
        }
    }

    /// A place for something that the desk does now: after everything in the conversation, whatever the clocks say.
    pub(super) fn place_after_all(&self, conversation: i64) -> Result<Position> {
        let newest: Option<Position> = self.value(
            "SELECT pos FROM item WHERE conversation = ?1 AND listed = 1 ORDER BY pos DESC LIMIT 1",
            [conversation],
        )?;
        let at = newest.map_or(self.now(), |newest| newest.at().max(self.now()));
        let place = self.free_place(at)?;
        // In the newest item's own millisecond the next free place is after it already.
        Ok(place)
    }

    /// The turn of a question: its place, or, when staff dealt with the conversation before it arrived, now.
    pub(super) fn turn_of_question(&self, conversation: i64, pos: Position) -> Result<i64> {
        let barrier = self.barrier(conversation)?;
        let late = pos.0 <= barrier && pos.at() + LATE_AT_MOST > self.now();
        Ok(if late { Position::first_at(self.now()).0.max(barrier + 1) } else { pos.0 })
    }

    pub(super) fn item_by_key(&self, key: ProviderKey) -> Result<Option<Position>> {
        self.value("SELECT pos FROM item WHERE provider_key = ?1", [key])
    }

    pub(super) fn conversation_of_item(&self, pos: Position) -> Result<i64> {
        self.required("SELECT conversation FROM item WHERE pos = ?1", [pos])
    }

    /// What an item means now, from its row and what hangs on it.
    fn role_of(&self, pos: Position) -> Result<Role> {
        let found = self.one(
            "SELECT i.kind, i.direction, i.origin, i.status, o.state, c.outcome,
                    EXISTS (SELECT 1 FROM recording r WHERE r.call_key = i.provider_key AND r.source = 0
                              AND r.seconds > 0)
             FROM item i LEFT JOIN outbox o ON o.item = i.pos LEFT JOIN call c ON c.pos = i.pos WHERE i.pos = ?1",
            [pos],
            |row| {
                let mut row = Fields::of(row);
                let (kind, direction, origin) = (row.coded()?, row.coded()?, row.coded()?);
                let status = row.maybe_coded()?;
                let state: Option<OutboxState> = row.maybe_coded()?;
                let outcome: Option<CallOutcome> = row.maybe_coded()?;
                let voicemail = row.flag()?;
                Ok(match (kind, outcome) {
                    (ItemKind::Note, _) => Role::None,
                    (ItemKind::Call, Some(outcome)) => role_of_call(direction, outcome, voicemail),
                    (ItemKind::Call, None) => return Err(StoreError::BadRow),
                    (ItemKind::Message, _) => role_of_message(direction, origin, status, state),
                })
            },
        )?;
        found.ok_or(StoreError::NotFound)
    }
}

/// What a message means.
pub(super) fn role_of_message(
    direction: Direction,
    origin: Origin,
    status: Option<DeliveryStatus>,
    outbox: Option<OutboxState>,
) -> Role {
    match (direction, origin, outbox) {
        (Direction::Inbound, ..) => Role::Asks,
        // Nobody waits for what a rule wrote; but only a person can say whether one that is unclear was sent.
        (_, Origin::Automation, Some(OutboxState::Unknown)) => Role::NotSent,
        (_, Origin::Automation, _) => Role::None,
        (_, _, Some(OutboxState::Parked | OutboxState::Unknown)) => Role::NotSent,
        (_, _, Some(OutboxState::Discarded)) => Role::None,
        (_, _, Some(_)) if status == Some(DeliveryStatus::Failed) => Role::DidNotArrive,
        (_, _, Some(_)) => Role::DeskAnswered,
        // Somebody else's message that failed answered nobody.
        (_, _, None) if status == Some(DeliveryStatus::Failed) => Role::None,
        (_, _, None) => Role::AnsweredElsewhere,
    }
}

/// What a call means. Talking answers whatever was open, whoever rang.
fn role_of_call(direction: Direction, outcome: CallOutcome, voicemail: bool) -> Role {
    match (direction, outcome) {
        _ if voicemail && direction == Direction::Inbound => Role::Asks,
        (_, CallOutcome::Ringing | CallOutcome::InProgress) => Role::None,
        (_, CallOutcome::Answered) => Role::AnsweredElsewhere,
        (Direction::Inbound, _) => Role::Asks,
        (Direction::Outbound, _) => Role::None,
    }
}

impl WriteTx<'_> {
    /// Puts an item in.
    pub(super) fn put_item(&mut self, place: Place, item: &NewItem<'_>) -> Result<()> {
        self.execute(
            "INSERT INTO item (pos, id, conversation, channel, kind, listed, direction, origin, staff, role, turn,
                               provider_id, provider_key, content_kind, body, extra, reply_to, taken_back, status,
                               status_at, sent_at, shadow_of, received_at, files, file_names, rule)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
                     ?22, ?23, ?24, ?25, ?26)",
            params![
                item.pos,
                item.id.as_bytes(),
                place.conversation,
                place.channel,
                item.kind.code(),
                item.listed,
                item.direction.code(),
                item.origin.code(),
                item.staff,
                item.role.code(),
                item.turn,
                item.provider.map(|(id, _)| id),
                item.provider.map(|(_, key)| key),
                item.content_kind.code(),
                item.body,
                item.extra,
                item.reply_to,
                item.taken_back,
                item.status.map(Coded::code),
                item.status.and(item.sent_at).map(ms),
                item.sent_at.map(ms),
                item.shadow_of,
                ms(self.now()),
                item.files.bits,
                item.files.names,
                item.rule.map(Coded::code),
            ],
        )?;
        if item.listed {
            let words = search::words_of(item.body, "", &item.files.names, item.kind.code(), item.files.bits);
            self.execute(search::ADD_WORDS, params![item.pos, words])?;
            if item.kind != ItemKind::Note {
                self.count_figures_again(place.conversation, item.pos)?;
            }
        }
        self.touch_conversation(place.conversation);
        Ok(())
    }

    /// Gives an item the role that follows from its row. A question that becomes one only now takes its turn now.
    pub(super) fn set_role(&mut self, pos: Position) -> Result<()> {
        let role = self.role_of(pos)?;
        let (conversation, old): (i64, i64) = self
            .one("SELECT conversation, role FROM item WHERE pos = ?1", [pos], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .ok_or(StoreError::NotFound)?;
        if role.code() != old {
            if role == Role::Asks {
                let turn = self.turn_of_question(conversation, pos)?;
                self.change("UPDATE item SET turn = ?2 WHERE pos = ?1", params![pos, turn])?;
            }
            self.change("UPDATE item SET role = ?2 WHERE pos = ?1", params![pos, role.code()])?;
        }
        self.touch_conversation(conversation);
        Ok(())
    }

    /// Writes down which kinds of files an item has and what they are called, for filters and search.
    pub(super) fn refresh_files(&mut self, pos: Position) -> Result<()> {
        let files = self.all(
            "SELECT kind, file_name FROM attachment WHERE item = ?1 ORDER BY ordinal",
            [pos],
            |row| {
                let mut row = Fields::of(row);
                Ok((row.coded::<AttachmentKind>()?, row.get::<Option<String>>()?))
            },
        )?;
        let files = Files::of(files.iter().map(|(kind, name)| (*kind, name.as_deref())));
        self.change(
            "UPDATE item SET files = ?2, file_names = ?3 WHERE pos = ?1",
            params![pos, files.bits, files.names],
        )?;
        let conversation = self.conversation_of_item(pos)?;
        self.touch_conversation(conversation);
        Ok(())
    }
}
