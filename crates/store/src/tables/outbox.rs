//! Every message we owe a patient, read. The moves are in `sending`.

use anteroom_model::{
    AccountId, ConversationId, FailureKind, MessageId, Origin, OutboxId, OutboxState, ParkReason, Phi,
    ProviderCode,
};
use jiff::Timestamp;
use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};

use crate::codes::Coded;
use crate::column::{Fields, ms, time};
use crate::{Later, Position, ReadTx, Result, StoreError};

/// A message we owe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxRow {
    /// Id; the same on every attempt.
    pub id: OutboxId,
    /// The message as it is shown.
    pub message: MessageId,
    /// Where it belongs.
    pub conversation: ConversationId,
    /// Through which account.
    pub account: AccountId,
    /// Where it stands.
    pub state: OutboxState,
    /// Attempts begun.
    pub attempt: u32,
    /// Not before this.
    pub not_before: Timestamp,
    /// It can be taken back until then; if it waits for a time that a person chose, when they chose it.
    pub undo_until: Timestamp,
    /// While being sent: whoever sends it must be done by then.
    pub lease_until: Option<Timestamp>,
    /// When the last attempt began.
    pub attempted_at: Option<Timestamp>,
    /// When the first attempt began of which nobody knows whether it left.
    pub unclear_since: Option<Timestamp>,
    /// While unknown: when to look for it next.
    pub check_at: Option<Timestamp>,
    /// Times it was looked for.
    pub checks: u32,
    /// Why it waits or stopped.
    pub why: Option<OutboxWhy>,
    /// The provider's number for that.
    pub code: Option<ProviderCode>,
    /// The template to send, if it is one.
    pub template: Option<TemplateSend>,
    /// When a person wants it to leave, if not as soon as it can.
    pub scheduled: Option<Later>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it last moved.
    pub changed_at: Timestamp,
}

/// Why a message waits or stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "what", rename_all = "snake_case")]
pub enum OutboxWhy {
    /// It failed for now and will be tried again.
    Delayed(FailureKind),
    /// It stopped; a person decides.
    Parked(ParkReason),
}

/// A template and its blanks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateSend {
    /// The provider's id.
    pub template_id: String,
    /// The blanks, in order of their names.
    pub values: Vec<(String, Phi<String>)>,
}

/// How many messages stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutboxCounts {
    /// Wait for their turn or the network, or for their time.
    pub queued: u32,
    /// Of them, those whose time has not come.
    pub scheduled: u32,
    /// Being handed over.
    pub sending: u32,
    /// Nobody knows.
    pub unknown: u32,
    /// A person decides.
    pub parked: u32,
}

pub(super) const COLUMNS: &str =
    "SELECT o.id, i.id, c.id, a.id, o.state, o.attempt, o.not_before, o.undo_until, o.lease_until, o.attempted_at,
            o.unclear_since, o.check_at, o.checks, o.why, o.code, o.subcode, o.template, o.scheduled_at,
            o.unless_after IS NOT NULL, o.created_at, o.changed_at
     FROM outbox o CROSS JOIN item i ON i.pos = o.item CROSS JOIN conversation c ON c.row = o.conversation
     CROSS JOIN account a ON a.row = o.account";

/// More of the newest messages of a conversation than any look at a provider goes through.
const TAKEN_AT_MOST: u32 = 500;

/// What may be sent at `?1`, at most `?2`: in each conversation the oldest that is owed, and nothing where something is
/// being sent or unknown. What is parked does not hold up what comes after it: a person will decide about it.
pub(super) fn due_sql() -> String {
    format!(
        "{COLUMNS} WHERE o.state = 0 AND o.not_before <= ?1 AND {IN_TURN} ORDER BY o.not_before, o.row LIMIT ?2"
    )
}

/// Nothing of the conversation comes before row `o` at `?1`. What is to leave later than that is passed by; from its
/// time on it has the place in which it was written.
pub(super) const IN_TURN: &str =
    "NOT EXISTS (SELECT 1 FROM outbox p WHERE p.conversation = o.conversation AND p.state IN (0, 1, 3)
       AND p.row <> o.row AND (p.state IN (1, 3) OR (p.row < o.row AND coalesce(p.scheduled_at, 0) <= ?1)))";

fn outbox_row(row: &Row<'_>) -> Result<OutboxRow> {
    let mut row = Fields::of(row);
    Ok(OutboxRow {
        id: row.id(OutboxId::from_uuid)?,
        message: row.id(MessageId::from_uuid)?,
        conversation: row.id(ConversationId::from_uuid)?,
        account: row.id(AccountId::from_uuid)?,
        state: row.coded()?,
        attempt: row.get()?,
        not_before: row.time()?,
        undo_until: row.time()?,
        lease_until: row.maybe_time()?,
        attempted_at: row.maybe_time()?,
        unclear_since: row.maybe_time()?,
        check_at: row.maybe_time()?,
        checks: row.get()?,
        why: row.maybe_json()?,
        code: row.provider_code()?,
        template: row.maybe_json()?,
        scheduled: {
            let (at, unless_they_write) = (row.maybe_time()?, row.flag()?);
            at.map(|at| Later { at, unless_they_write })
        },
        created_at: row.time()?,
        changed_at: row.time()?,
    })
}

impl ReadTx<'_> {
    /// One of them.
    pub fn outbox(&self, id: OutboxId) -> Result<Option<OutboxRow>> {
        self.one(&format!("{COLUMNS} WHERE o.id = ?1"), [id.as_bytes()], outbox_row)
    }

    /// The row of a message, if it left from this desk.
    pub fn outbox_of(&self, message: MessageId) -> Result<Option<OutboxRow>> {
        let pos = self.message_place(message)?;
        self.outbox_at(pos)
    }

    pub(super) fn outbox_at(&self, item: Position) -> Result<Option<OutboxRow>> {
        self.one(&format!("{COLUMNS} WHERE o.item = ?1"), [item], outbox_row)
    }

    /// The row that a press of a button made.
    pub fn outbox_by_press(&self, press: &str) -> Result<Option<OutboxRow>> {
        self.one(&format!("{COLUMNS} WHERE o.press = ?1"), [press], outbox_row)
    }

    /// What may be sent now, the longest due first: at most one of each conversation.
    pub fn outbox_due(&self, now: Timestamp, limit: u32) -> Result<Vec<OutboxRow>> {
        self.all(&due_sql(), params![ms(now), limit], outbox_row)
    }

    /// When the next queued row's time comes; in the past while one waits for another of its conversation.
    pub fn outbox_next_due(&self, after: Timestamp) -> Result<Option<Timestamp>> {
        self.value::<i64>(
            "SELECT not_before FROM outbox WHERE state = 0 AND not_before > ?1 ORDER BY not_before LIMIT 1",
            [ms(after)],
        )?
        .map(time)
        .transpose()
    }

    /// Unknown sends that are to be looked for now.
    pub fn outbox_unknown(&self, now: Timestamp, limit: u32) -> Result<Vec<OutboxRow>> {
        self.all(
            &format!("{COLUMNS} WHERE o.state = 3 AND o.check_at <= ?1 ORDER BY o.check_at LIMIT ?2"),
            params![ms(now), limit],
            outbox_row,
        )
    }

    /// When the next unknown send is to be looked for.
    pub fn outbox_next_check(&self) -> Result<Option<Timestamp>> {
        self.value::<i64>(
            "SELECT check_at FROM outbox WHERE state = 3 AND check_at IS NOT NULL ORDER BY check_at LIMIT 1",
            [],
        )?
        .map(time)
        .transpose()
    }

    /// Everything that is not settled in an account, oldest first.
    pub fn outbox_of_account(&self, account: AccountId) -> Result<Vec<OutboxRow>> {
        let account = self.account_key(account)?;
        self.all(
            &format!("{COLUMNS} WHERE o.account = ?1 AND o.state IN (0, 1, 3, 4) ORDER BY o.row"),
            [account],
            outbox_row,
        )
    }

    /// How many messages stand where.
    pub fn outbox_counts(&self) -> Result<OutboxCounts> {
        let mut counts = OutboxCounts::default();
        let found = self.all(
            "SELECT o.state, count(*), count(iif(o.state = 0 AND o.scheduled_at > ?1, 1, NULL)) FROM account a CROSS JOIN outbox o
             WHERE o.account = a.row AND o.state IN (0, 1, 3, 4) GROUP BY o.state",
            [ms(self.now())],
            |row| {
                let mut row = Fields::of(row);
                Ok((row.coded::<OutboxState>()?, row.get::<u32>()?, row.get::<u32>()?))
            },
        )?;
        for (state, n, later) in found {
            match state {
                OutboxState::Queued => (counts.queued, counts.scheduled) = (n, later),
                OutboxState::Sending => counts.sending = n,
                OutboxState::Unknown => counts.unknown = n,
                OutboxState::Parked => counts.parked = n,
                OutboxState::Accepted | OutboxState::Discarded => {}
            }
        }
        Ok(counts)
    }

    /// Provider ids that are certainly not an unknown send of this conversation that was first attempted at `since`: of
    /// what this desk sent, of what the provider answered by itself, and of what was here before the attempt. What
    /// somebody else seems to have written since then may be the send in other letters (a provider plains quotation
    /// marks, puts words in front, lists a file as nothing), so it is not among them.
    ///
    /// Not bounded by place: a message of ours stands where it was written, which can be long before it left.
    pub fn taken_provider_ids(&self, conversation: ConversationId, since: Timestamp) -> Result<Vec<String>> {
        let place = self.place_in(conversation)?;
        self.all(
            "SELECT provider_id FROM item WHERE conversation = ?1 AND listed = 1 AND direction = 1 AND kind = 0
               AND provider_id IS NOT NULL AND (origin <> ?2 OR received_at < ?3) ORDER BY pos DESC LIMIT ?4",
            params![place.conversation, Origin::Elsewhere.code(), ms(since), TAKEN_AT_MOST],
            |row| Ok(row.get(0)?),
        )
    }

    /// Row, item, state.
    pub(super) fn outbox_key(&self, id: OutboxId) -> Result<(i64, Position, OutboxState)> {
        self.one("SELECT row, item, state FROM outbox WHERE id = ?1", [id.as_bytes()], |row| {
            Ok((row.get(0)?, row.get(1)?, OutboxState::of(row.get(2)?)?))
        })?
        .ok_or(StoreError::NotFound)
    }
}
