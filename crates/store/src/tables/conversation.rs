//! Everything exchanged with one identity through one of our addresses.

use anteroom_model::{
    AccountId, ChannelKind, ConversationId, IdentityId, LabelId, ParkReason, PatientId, Phi, ProviderCode,
    StaffId,
};
use jiff::Timestamp;
use rusqlite::{Row, params};
use uuid::Uuid;

use super::item::Place;
use super::scheduling::waits_for_its_time;
use crate::codes::{Coded, Role};
use crate::column::{Fields, ms};
use crate::{Conflict, OutboxWhy, Position, Preview, ReadTx, Result, StoreError, WriteTx};

/// Where a conversation's name comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFrom {
    /// The address itself.
    Handle,
    /// The public user name.
    Username,
    /// What the person calls themselves.
    DisplayName,
    /// The patient's name as staff wrote it.
    Patient,
}

/// Why the newest of the messages that certainly did not leave or arrive did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// It stopped before the provider took it.
    Parked(ParkReason),
    /// The provider took it and could not deliver it; its number for that, if it gave one.
    NotDelivered(Option<ProviderCode>),
}

/// Who has a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub id: StaffId,
    /// Their name.
    pub name: String,
    /// One or two letters.
    pub initials: String,
}

/// A conversation with its kept summary.
///
/// How its messages stand in the outbox is not kept: it is looked up with the row, by index, so that it cannot differ
/// from the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConversationRow {
    /// Id.
    pub id: ConversationId,
    /// The account it runs through.
    pub account: AccountId,
    /// Where.
    pub channel: ChannelKind,
    /// The other side.
    pub identity: IdentityId,
    /// The patient, if the identity is linked.
    pub patient: Option<PatientId>,
    /// The other side's address on the channel.
    pub handle: Phi<String>,
    /// Our address in it.
    pub own_address: String,
    /// The provider's thread id.
    pub thread: Option<String>,
    /// When it began here, our clock.
    pub created_at: Timestamp,
    /// Messages before this may be missing.
    pub gap_before: Option<Timestamp>,
    /// The patient's newest message; the reply window counts from it. The provider's time.
    pub last_inbound_at: Option<Timestamp>,
    /// The newest item; `None` while empty.
    pub last: Option<Position>,
    /// The oldest unanswered item of the patient; `None` when nobody waits.
    pub waiting: Option<Position>,
    /// Somebody waits and nobody has opened what they wrote last.
    pub unopened: bool,
    /// Marked done, and nothing was written since.
    pub done: bool,
    /// Messages of ours that did not leave or arrive, or of which nobody knows, and that need a person.
    pub not_sent: u32,
    /// Of them, those of which nobody knows whether they were sent.
    pub unclear: u32,
    /// Messages of ours that wait to leave or are being handed over: they answer, and nothing has left yet. Without those
    /// that wait for their time.
    pub queued: u32,
    /// Why the newest of those that certainly were not sent was not; `None` when all are unclear or there are none.
    pub stuck: Option<Stuck>,
    /// Somebody wrote and did not send.
    pub has_draft: bool,
    /// The last thing that happened.
    pub preview: Preview,
    /// What it is called.
    pub name: Phi<String>,
    /// Where that name comes from.
    pub name_from: NameFrom,
    /// The language in which the patient writes here, as this computer guesses it.
    pub guessed_language: Option<String>,
    /// The patient's language, as staff said it.
    pub said_language: Option<String>,
    /// Who has it.
    pub holder: Option<Holder>,
    /// When it comes back; [`Position::NEVER`] when only the patient brings it back.
    pub snoozed: Option<Position>,
    /// It wants an answer because it came back or was marked as not opened, not because the patient wrote.
    pub back: bool,
    /// At the top, since.
    pub pinned: Option<Position>,
    /// No notices about it.
    pub muted: bool,
    /// Out of sight.
    pub spam: bool,
    /// What it is about.
    pub labels: Vec<LabelId>,
    /// When the first message leaves that waits for its time.
    pub scheduled: Option<Position>,
    /// How many patients share the identity; 0 while it is not shared.
    pub shared_by: u32,
}

impl ConversationRow {
    /// Since when the patient waits.
    pub fn waiting_since(&self) -> Option<Timestamp> {
        self.waiting.map(Position::at)
    }

    /// When something last happened; when it began, while empty.
    pub fn last_at(&self) -> Timestamp {
        self.last.map_or(self.created_at, Position::at)
    }
}

pub(super) const COLUMNS: &str = concat!(
    "SELECT c.id, a.id, c.channel, i.id, p.id, i.handle, c.own_address, c.thread, c.created_at, c.gap_before,
            c.last_inbound_at, c.last_pos, c.waiting_pos, c.unopened, c.done, c.not_sent, c.has_draft, c.preview,
            c.name, c.name_from, c.language, p.language, i.shared_by,
            (SELECT count(*) FROM outbox o WHERE o.conversation = c.row AND o.state IN (0, 1, 3) AND o.state = 3),
            (SELECT count(*) FROM outbox o WHERE o.conversation = c.row AND o.state IN (0, 1, 3) AND o.state <> 3
               AND NOT ",
    waits_for_its_time!(),
    "),
            iif(c.not_sent = 0, NULL,
              (SELECT o.why FROM item t CROSS JOIN outbox o ON o.item = t.pos
               WHERE t.conversation = c.row AND t.role = 3 AND t.role > 0 AND t.listed = 1 AND o.state = 4
               ORDER BY t.turn DESC LIMIT 1)),
            iif(c.not_sent = 0, NULL, (SELECT t.code FROM item t WHERE t.conversation = c.row AND t.role = 5
               AND t.role > 0 AND t.listed = 1 ORDER BY t.turn DESC LIMIT 1)),
            iif(c.not_sent = 0, NULL, (SELECT t.subcode FROM item t WHERE t.conversation = c.row AND t.role = 5
               AND t.role > 0 AND t.listed = 1 ORDER BY t.turn DESC LIMIT 1)),
            s.id, s.name, s.initials, c.snooze_pos, coalesce(c.back_pos = c.waiting_pos, 0), c.pinned_pos,
            c.muted, c.spam,
            (SELECT group_concat(hex(l.id)) FROM conversation_label x CROSS JOIN label l ON l.row = x.label
             WHERE x.conversation = c.row AND l.removed_at IS NULL), c.scheduled_pos"
);
pub(super) const TABLES: &str =
    "conversation c CROSS JOIN account a ON a.row = c.account CROSS JOIN identity i ON i.row = c.identity
     LEFT JOIN patient p ON p.row = i.patient LEFT JOIN staff s ON s.row = c.assignee";

pub(super) fn conversation_row(row: &Row<'_>) -> Result<ConversationRow> {
    let mut row = Fields::of(row);
    let mut found = ConversationRow {
        id: row.id(ConversationId::from_uuid)?,
        account: row.id(AccountId::from_uuid)?,
        channel: row.coded()?,
        identity: row.id(IdentityId::from_uuid)?,
        patient: row.maybe_id(PatientId::from_uuid)?,
        handle: row.phi()?,
        own_address: row.get()?,
        thread: row.get()?,
        created_at: row.time()?,
        gap_before: row.maybe_time()?,
        last_inbound_at: row.maybe_time()?,
        last: Some(row.get::<Position>()?).filter(|pos| pos.0 > 0),
        waiting: row.get()?,
        unopened: row.flag()?,
        done: row.flag()?,
        not_sent: row.get()?,
        has_draft: row.flag()?,
        preview: row.json()?,
        name: row.phi()?,
        name_from: row.coded()?,
        guessed_language: row.get()?,
        said_language: row.get()?,
        shared_by: row.get()?,
        unclear: row.get()?,
        queued: row.get()?,
        stuck: None,
        holder: None,
        snoozed: None,
        back: false,
        pinned: None,
        muted: false,
        spam: false,
        labels: Vec::new(),
        scheduled: None,
    };
    let why: Option<OutboxWhy> = row.maybe_json()?;
    let code = row.provider_code()?;
    found.stuck = match why {
        Some(OutboxWhy::Parked(reason)) => Some(Stuck::Parked(reason)),
        // Nothing is parked, so what is certain and counts was taken and did not arrive.
        _ => (found.not_sent > found.unclear).then_some(Stuck::NotDelivered(code)),
    };
    let (id, name, initials) =
        (row.maybe_id(StaffId::from_uuid)?, row.get::<Option<String>>()?, row.get::<Option<String>>()?);
    found.holder = id.zip(name).zip(initials).map(|((id, name), initials)| Holder { id, name, initials });
    found.snoozed = row.get()?;
    found.back = row.flag()?;
    found.pinned = row.get()?;
    found.muted = row.flag()?;
    found.spam = row.flag()?;
    let labels: Option<String> = row.get()?;
    let label = |hex: &str| Uuid::parse_str(hex).map(LabelId::from_uuid).map_err(|_| StoreError::BadRow);
    found.labels = labels.iter().flat_map(|all| all.split(',')).map(label).collect::<Result<_>>()?;
    found.labels.sort();
    found.scheduled = row.get()?;
    Ok(found)
}

impl ReadTx<'_> {
    /// One conversation.
    pub fn conversation(&self, id: ConversationId) -> Result<Option<ConversationRow>> {
        self.one(&format!("{COLUMNS} FROM {TABLES} WHERE c.id = ?1"), [id.as_bytes()], conversation_row)
    }

    /// The conversations with an identity, the newest first.
    pub fn conversations_of(&self, identity: IdentityId) -> Result<Vec<ConversationRow>> {
        let identity = self.identity_key(identity)?;
        let mut found = self.all(
            &format!("{COLUMNS} FROM {TABLES} WHERE c.identity = ?1"),
            [identity],
            conversation_row,
        )?;
        // One identity has a conversation per address of ours: a handful.
        found.sort_by_key(|row| std::cmp::Reverse(row.last));
        Ok(found)
    }

    /// Calls with an identity's address since `since`, on every conversation with it.
    pub fn calls_since(&self, identity: IdentityId, since: Timestamp) -> Result<u32> {
        let calls: i64 = self.required(
            "SELECT count(*) FROM conversation c JOIN item t ON t.conversation = c.row
             WHERE c.identity = (SELECT row FROM identity WHERE id = ?1)
               AND t.listed = 1 AND t.pos >= ?2 AND t.kind = 1",
            params![identity.as_bytes(), Position::first_at(since)],
        )?;
        Ok(u32::try_from(calls).unwrap_or(u32::MAX))
    }

    pub(super) fn conversations_with(&self, identity: i64) -> Result<Vec<i64>> {
        self.all("SELECT row FROM conversation WHERE identity = ?1", [identity], |row| Ok(row.get(0)?))
    }

    /// What writes need to know about a conversation.
    pub(super) fn place_in(&self, id: ConversationId) -> Result<Place> {
        self.one("SELECT row, account, channel FROM conversation WHERE id = ?1", [id.as_bytes()], |row| {
            let mut row = Fields::of(row);
            Ok(Place { conversation: row.get()?, account: row.get()?, channel: row.get()? })
        })?
        .ok_or(StoreError::NotFound)
    }
}

impl WriteTx<'_> {
    /// The conversation with an identity at one of our addresses, made if it is new.
    pub fn conversation_for(
        &mut self,
        account: AccountId,
        channel: ChannelKind,
        identity: IdentityId,
        own_address: &str,
        thread: Option<&str>,
    ) -> Result<ConversationId> {
        let identity = self.identity_key(identity)?;
        let account = self.account_key(account)?;
        let known = self.one(
            "SELECT id, thread, account, row FROM conversation WHERE identity = ?1 AND own_address = ?2",
            params![identity, own_address],
            |row| {
                let mut row = Fields::of(row);
                Ok((
                    row.id(ConversationId::from_uuid)?,
                    row.get::<Option<String>>()?,
                    row.get::<i64>()?,
                    row.get::<i64>()?,
                ))
            },
        )?;
        if let Some((id, known_thread, known_account, row)) = known {
            if known_account != account {
                return Err(Conflict::OtherAccount.into());
            }
            if thread.is_some() && thread != known_thread.as_deref() {
                self.change("UPDATE conversation SET thread = ?2 WHERE row = ?1", params![row, thread])?;
            }
            return Ok(id);
        }
        let id = self.fresh(ConversationId::at);
        self.change(
            "INSERT INTO conversation (id, account, channel, identity, own_address, thread, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![id.as_bytes(), account, channel.code(), identity, own_address, thread, ms(self.now())],
        )?;
        self.retitle(identity)?;
        Ok(id)
    }

    /// Somebody looks at it: nothing in it is unopened any more.
    pub fn mark_opened(&mut self, id: ConversationId) -> Result<()> {
        let row = self.place_in(id)?.conversation;
        let asked = self.newest_turn(row, Role::Asks)?;
        let changed = self.execute(
            "UPDATE conversation SET opened_turn = max(opened_turn, ?2), flagged = 0
             WHERE row = ?1 AND (opened_turn < ?2 OR flagged = 1)",
            params![row, asked],
        )?;
        if changed > 0 {
            self.touch_conversation(row);
        }
        Ok(())
    }

    /// The provider would not give us what is older than this.
    pub fn set_gap_before(&mut self, id: ConversationId, before: Option<Timestamp>) -> Result<()> {
        let row = self.place_in(id)?.conversation;
        self.change("UPDATE conversation SET gap_before = ?2 WHERE row = ?1", params![row, before.map(ms)])?;
        self.touch_conversation(row);
        Ok(())
    }
}
