//! Reactions of ours on their way: what is to stand at a patient's message and is not known to stand there.
//!
//! Holds: a wish is on disk before anybody opens a socket, and until an answer or the provider's own list says that it
//! stands; the newest wish for a message is the only one; what is shown as standing came from the provider. A wish
//! answers nobody and moves no conversation.
//! Refused: rows of the outbox (see decision 0023).
//! On a crash: the wish is there and is asked for again, which at the provider is the same reaction.

use anteroom_model::{
    AccountId, ConversationId, Direction, MessageId, ParkReason, Phi, ReactionId, StaffId, same_emoji,
};
use jiff::Timestamp;
use rusqlite::{Row, params};

use super::item::ProviderKey;
use crate::column::{Fields, ms, time, to_json};
use crate::{Conflict, OutboxWhy, ReadTx, Result, StoreError, WriteTx};

/// A reaction of ours that is not known to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReactingRow {
    /// Which wish; another one with every change of mind.
    pub id: ReactionId,
    /// The patient's message.
    pub message: MessageId,
    /// Where it belongs.
    pub conversation: ConversationId,
    /// Through which account.
    pub account: AccountId,
    /// The provider's id of the message.
    pub target: String,
    /// Who wants it.
    pub staff: StaffId,
    /// What is to stand there; `None`: nothing of ours.
    pub emoji: Option<Phi<String>>,
    /// What may stand there from an earlier wish.
    pub before: Option<Phi<String>>,
    /// Requests begun for this wish.
    pub attempt: u32,
    /// A request was made of which nobody knows whether it arrived.
    pub unclear: bool,
    /// Not before this.
    pub not_before: Timestamp,
    /// It stopped; a person decides.
    pub stopped: bool,
    /// Why it waits or stopped.
    pub why: Option<OutboxWhy>,
}

const COLUMNS: &str =
    "SELECT w.id, i.id, c.id, a.id, i.provider_id, s.id, w.emoji, w.before, w.attempt, w.unclear,
            w.not_before, w.stopped, w.why
     FROM reacting w CROSS JOIN item i ON i.provider_key = w.target_key
     CROSS JOIN conversation c ON c.row = i.conversation CROSS JOIN account a ON a.row = w.account
     CROSS JOIN staff s ON s.row = w.staff";

fn reacting_row(row: &Row<'_>) -> Result<ReactingRow> {
    let mut row = Fields::of(row);
    Ok(ReactingRow {
        id: row.id(ReactionId::from_uuid)?,
        message: row.id(MessageId::from_uuid)?,
        conversation: row.id(ConversationId::from_uuid)?,
        account: row.id(AccountId::from_uuid)?,
        target: row.get()?,
        staff: row.id(StaffId::from_uuid)?,
        emoji: row.maybe_phi()?,
        before: row.maybe_phi()?,
        attempt: row.get()?,
        unclear: row.flag()?,
        not_before: row.time()?,
        stopped: row.flag()?,
        why: row.maybe_json()?,
    })
}

/// The message that is reacted to.
struct Target {
    key: ProviderKey,
    conversation: i64,
    account: i64,
}

impl ReadTx<'_> {
    /// What is to be asked for now, the longest due first.
    pub fn reacting_due(&self, now: Timestamp, limit: u32) -> Result<Vec<ReactingRow>> {
        self.all(
            &format!("{COLUMNS} WHERE w.stopped = 0 AND w.not_before <= ?1 ORDER BY w.not_before LIMIT ?2"),
            params![ms(now), limit],
            reacting_row,
        )
    }

    /// When the next one's time comes.
    pub fn reacting_next_due(&self, after: Timestamp) -> Result<Option<Timestamp>> {
        self.value::<i64>(
            "SELECT not_before FROM reacting WHERE stopped = 0 AND not_before > ?1 ORDER BY not_before LIMIT 1",
            [ms(after)],
        )?
        .map(time)
        .transpose()
    }

    pub(super) fn reacting_to(&self, key: ProviderKey) -> Result<Option<ReactingRow>> {
        self.one(&format!("{COLUMNS} WHERE w.target_key = ?1"), [key], reacting_row)
    }

    fn target(&self, message: MessageId) -> Result<Target> {
        let (key, conversation, account, direction, taken_back) = self
            .one(
                "SELECT i.provider_key, i.conversation, c.account, i.direction, i.taken_back
                 FROM item i CROSS JOIN conversation c ON c.row = i.conversation WHERE i.id = ?1 AND i.kind = 0",
                [message.as_bytes()],
                |row| {
                    let mut row = Fields::of(row);
                    let key: Option<ProviderKey> = row.get()?;
                    Ok((key, row.get()?, row.get()?, row.coded::<Direction>()?, row.flag()?))
                },
            )?
            .ok_or(StoreError::NotFound)?;
        match key {
            Some(key) if direction == Direction::Inbound && !taken_back => {
                Ok(Target { key, conversation, account })
            }
            _ => Err(Conflict::NotReactable.into()),
        }
    }

    /// Our reaction that stands at a message, as far as the provider said.
    fn reaction_standing(&self, key: ProviderKey) -> Result<Option<Phi<String>>> {
        let found: Option<String> = self.value(
            "SELECT emoji FROM reaction WHERE target_key = ?1 AND ours = 1 AND emoji IS NOT NULL",
            [key],
        )?;
        Ok(found.map(Phi::new))
    }
}

impl WriteTx<'_> {
    /// A person wants this reaction to stand at a patient's message, or none. Whether there is something to ask for: what
    /// stands already, with nothing on its way, is left alone.
    pub fn react(&mut self, message: MessageId, emoji: Option<&Phi<String>>, by: StaffId) -> Result<bool> {
        let Target { key, conversation, account } = self.target(message)?;
        let (old, stands) = (self.reacting_to(key)?, self.reaction_standing(key)?);
        let unclear = old.as_ref().is_some_and(|old| old.unclear);
        self.touch_conversation(conversation);
        if same(stands.as_ref(), emoji) && !unclear {
            self.execute("DELETE FROM reacting WHERE target_key = ?1", [key])?;
            return Ok(false);
        }
        let before = old.and_then(|old| old.emoji.or(old.before)).filter(|_| unclear);
        let id = self.fresh(ReactionId::at);
        self.execute(
            "INSERT OR REPLACE INTO reacting (target_key, id, account, staff, emoji, before, unclear, not_before, wished_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
            params![
                key,
                id.as_bytes(),
                account,
                self.staff_key(by)?,
                emoji.map(|emoji| emoji.reveal().as_str()),
                before.as_ref().map(|emoji| emoji.reveal().as_str()),
                unclear,
                ms(self.now())
            ],
        )?;
        Ok(true)
    }

    /// A person lets a wish go that cannot be asked for any more: `emoji` is what stands. Whether there was one.
    pub fn stop_reacting(&mut self, message: MessageId, emoji: Option<&Phi<String>>) -> Result<bool> {
        let Target { key, conversation, .. } = self.target(message)?;
        if !same(self.reaction_standing(key)?.as_ref(), emoji) {
            return Ok(false);
        }
        self.touch_conversation(conversation);
        Ok(self.execute("DELETE FROM reacting WHERE target_key = ?1", [key])? > 0)
    }

    /// Takes a wish for asking; committed before anybody opens a socket. `None` when it is not wanted any more. The row is
    /// as it was before, but for the attempt that it counts.
    pub fn claim_reaction(&mut self, id: ReactionId) -> Result<Option<ReactingRow>> {
        let Some(row) = self.one(&format!("{COLUMNS} WHERE w.id = ?1"), [id.as_bytes()], reacting_row)?
        else {
            return Ok(None);
        };
        self.execute(
            "UPDATE reacting SET attempt = attempt + 1, unclear = 1 WHERE id = ?1",
            [id.as_bytes()],
        )?;
        Ok(Some(ReactingRow { attempt: row.attempt + 1, ..row }))
    }

    /// The provider took it: it stands, whatever is wanted by now.
    pub fn reaction_stands(&mut self, claimed: &ReactingRow) -> Result<()> {
        let (key, conversation, address): (ProviderKey, i64, String) = self
            .one(
                "SELECT i.provider_key, c.row, c.own_address
                 FROM item i CROSS JOIN conversation c ON c.row = i.conversation WHERE i.id = ?1",
                [claimed.message.as_bytes()],
                |row| {
                    let mut row = Fields::of(row);
                    Ok((row.get()?, row.get()?, row.get()?))
                },
            )?
            .ok_or(StoreError::NotFound)?;
        self.one_of_ours(key, &address)?;
        // Lists tell no time; what they say next must not look older than this.
        self.execute(
            "INSERT INTO reaction (target_key, by_handle, ours, emoji, at, staff) VALUES (?1, ?2, 1, ?3, 0, ?4)
             ON CONFLICT (target_key, by_handle) DO UPDATE SET emoji = excluded.emoji, staff = excluded.staff",
            params![
                key,
                address,
                claimed.emoji.as_ref().map(|emoji| emoji.reveal().as_str()),
                self.staff_key(claimed.staff)?
            ],
        )?;
        self.execute("DELETE FROM reacting WHERE id = ?1", [claimed.id.as_bytes()])?;
        self.touch_conversation(conversation);
        Ok(())
    }

    /// It is asked for again then. `unclear`: it may stand there.
    pub fn reaction_waits(
        &mut self,
        claimed: &ReactingRow,
        not_before: Timestamp,
        why: anteroom_model::FailureKind,
        unclear: bool,
    ) -> Result<()> {
        self.end_of_request(claimed, not_before, Some(OutboxWhy::Delayed(why)), false, unclear)
    }

    /// It stops; a person decides.
    pub fn reaction_stops(&mut self, wish: &ReactingRow, why: ParkReason, unclear: bool) -> Result<()> {
        self.end_of_request(wish, wish.not_before, Some(OutboxWhy::Parked(why)), true, unclear)
    }

    fn end_of_request(
        &mut self,
        wish: &ReactingRow,
        not_before: Timestamp,
        why: Option<OutboxWhy>,
        stopped: bool,
        unclear: bool,
    ) -> Result<()> {
        // Another wish may have taken its place meanwhile; then this end concerns nobody.
        let changed = self.execute(
            "UPDATE reacting SET not_before = ?2, why = ?3, stopped = ?4, unclear = ?5 WHERE id = ?1",
            params![
                wish.id.as_bytes(),
                ms(not_before),
                why.as_ref().map(to_json).transpose()?,
                stopped,
                unclear
            ],
        )?;
        if changed > 0 {
            let row = self.place_in(wish.conversation)?.conversation;
            self.touch_conversation(row);
        }
        Ok(())
    }

    /// The patient took the message back: nothing can be said to it any more.
    pub(super) fn forget_reacting(&self, key: ProviderKey) -> Result<()> {
        self.execute("DELETE FROM reacting WHERE target_key = ?1", [key])?;
        Ok(())
    }

    /// The provider's list says what stands there of ours. If that is what was wanted, it is done; who wanted it.
    pub(super) fn reaction_came_true(
        &self,
        key: ProviderKey,
        emoji: Option<&Phi<String>>,
    ) -> Result<Option<i64>> {
        let found = self.one("SELECT emoji, staff FROM reacting WHERE target_key = ?1", [key], |row| {
            let mut row = Fields::of(row);
            Ok((row.maybe_phi()?, row.get::<i64>()?))
        })?;
        match found {
            Some((wanted, staff)) if same(wanted.as_ref(), emoji) => {
                self.forget_reacting(key)?;
                Ok(Some(staff))
            }
            _ => Ok(None),
        }
    }
}

fn same(one: Option<&Phi<String>>, other: Option<&Phi<String>>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => same_emoji(one.reveal(), other.reveal()),
        _ => false,
    }
}
