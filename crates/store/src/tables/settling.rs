//! The ends of a send: accepted, or unknown and then found out.
//!
//! Holds: a message has one picture; the echo of one that is settled goes. What nobody knows is never sent again by the
//! program.
//! On a crash: [`WriteTx::recover_at_start`] makes "being sent" into "unknown"; after a disk lost commits, everything
//! that seemed to wait is unknown too.

use anteroom_model::{AccountId, DeliveryStatus, Direction, FailureKind, Origin, OutboxId, OutboxState};
use jiff::Timestamp;
use rusqlite::params;

use super::item::{ProviderKey, Sort, provider_key};
use super::sending::must_become;
use super::tally;
use crate::codes::Coded;
use crate::column::{Fields, ms, to_json};
use crate::{Conflict, OutboxRow, Position, Result, StoreError, Topic, WriteTx};

/// Where an attempt that brought no yes ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttemptEnd {
    /// As the caller said: unknown, queued again, or parked.
    AsSaid,
    /// The provider had listed it already, or an earlier attempt: it was sent.
    Accepted,
}

impl WriteTx<'_> {
    /// The provider took the attempt that is on its way, as this message.
    pub fn settle_accepted(&mut self, id: OutboxId, provider_id: &str) -> Result<()> {
        self.settle_as(id, provider_id, |known| known.state == OutboxState::Sending)
    }

    /// Looking for an unclear attempt brought it to light, as this message; perhaps after a person had it queued again.
    /// Refused while another attempt is on its way: that one has an end of its own, and what there is of both is shown.
    pub fn settle_found(&mut self, id: OutboxId, provider_id: &str) -> Result<()> {
        self.settle_as(id, provider_id, |known| {
            known.state != OutboxState::Sending && known.unclear_since.is_some()
        })
    }

    fn settle_as(
        &mut self,
        id: OutboxId,
        provider_id: &str,
        allowed: impl FnOnce(&OutboxRow) -> bool,
    ) -> Result<()> {
        let (row, pos, state) = self.outbox_key(id)?;
        must_become(state, OutboxState::Accepted)?;
        let known = self.outbox(id)?.ok_or(StoreError::NotFound)?;
        if !allowed(&known) {
            return Err(Conflict::OutboxState.into());
        }
        let key = provider_key(known.account, Sort::Message, provider_id);
        self.settle_row(row, pos, Some((provider_id, key)), self.now())
    }

    /// A person says that an unknown or parked message did arrive. An echo that comes later is recognised as it.
    pub fn settle_by_person(&mut self, id: OutboxId) -> Result<()> {
        let (row, pos, state) = self.outbox_key(id)?;
        if !matches!(state, OutboxState::Unknown | OutboxState::Parked) {
            return Err(Conflict::OutboxState.into());
        }
        self.settle_row(row, pos, None, self.now())
    }

    /// The end of a send: the row is accepted, the message has the provider's id, an echo of it goes.
    pub(super) fn settle_row(
        &mut self,
        row: i64,
        pos: Position,
        provider: Option<(&str, ProviderKey)>,
        sent_at: Timestamp,
    ) -> Result<()> {
        let mut status = DeliveryStatus::Accepted;
        if let Some((_, key)) = provider
            && let Some(echo) = self.item_by_key(key)?.filter(|echo| *echo != pos)
        {
            status = self.drop_echo(echo, pos)?.map_or(status, |echoed| status.advance(echoed));
        }
        self.change(
            "UPDATE outbox SET state = 2, lease_until = NULL, check_at = NULL, why = NULL, code = NULL, subcode = NULL,
               changed_at = ?2 WHERE row = ?1",
            params![row, ms(self.now())],
        )?;
        self.change(
            "UPDATE item SET provider_id = ?2, provider_key = ?3, status = ?4, status_at = ?5, sent_at = ?5,
               code = NULL, subcode = NULL, next_status_at = ?6, status_tries = 0 WHERE pos = ?1",
            params![
                pos,
                provider.map(|(id, _)| id),
                provider.map(|(_, key)| key),
                status.code(),
                ms(sent_at),
                provider.filter(|_| !status.is_final()).map(|_| ms(self.now() + super::delivery::FIRST)),
            ],
        )?;
        self.unshadow(row)?;
        if let Some((_, key)) = provider {
            self.apply_early(pos, key)?;
        }
        self.set_role(pos)?;
        self.touch(Topic::Outbox);
        self.witness_this();
        Ok(())
    }

    /// Removes the second picture of a message of ours; how far it got, as the provider said with it. Only an echo may
    /// go: a provider that gives one id to two of our messages, or a patient's id to ours, is refused.
    fn drop_echo(&mut self, echo: Position, ours: Position) -> Result<Option<DeliveryStatus>> {
        let (direction, origin, status, conversation) = self
            .one("SELECT direction, origin, status, conversation FROM item WHERE pos = ?1", [echo], |row| {
                let mut row = Fields::of(row);
                let (direction, origin): (Direction, Origin) = (row.coded()?, row.coded()?);
                Ok((direction, origin, row.maybe_coded()?, row.get::<i64>()?))
            })?
            .ok_or(StoreError::NotFound)?;
        let is_echo = direction == Direction::Outbound
            && origin != Origin::Desk
            && !self.is_by_rule(echo)?
            && conversation == self.conversation_of_item(ours)?;
        if !is_echo {
            return Err(Conflict::ProviderIdTaken.into());
        }
        // Its files were never fetched for show; ours are here.
        self.delete_attachments_of(echo)?;
        self.execute("DELETE FROM item WHERE pos = ?1", [echo])?;
        self.touch_conversation(conversation);
        Ok(status)
    }

    /// Bytes left and no clear answer came. If the provider has listed it meanwhile, it was sent.
    pub fn settle_unknown(&mut self, id: OutboxId, check_at: Timestamp) -> Result<AttemptEnd> {
        let (row, pos, state) = self.outbox_key(id)?;
        self.lose_track(row, pos, state, check_at)
    }

    fn lose_track(
        &mut self,
        row: i64,
        pos: Position,
        state: OutboxState,
        check_at: Timestamp,
    ) -> Result<AttemptEnd> {
        self.change(
            "UPDATE outbox SET unclear_since = coalesce(unclear_since, attempted_at) WHERE row = ?1",
            [row],
        )?;
        if self.settle_by_echo(row, pos, state)? {
            return Ok(AttemptEnd::Accepted);
        }
        self.unshadow(row)?;
        self.change(
            "UPDATE outbox SET check_at = ?2, checks = 0 WHERE row = ?1",
            params![row, ms(check_at)],
        )?;
        self.go(row, pos, state, OutboxState::Unknown, DeliveryStatus::Unknown)?;
        Ok(AttemptEnd::AsSaid)
    }

    /// If the provider has listed an attempt that may have left while the last one was on its way, that is the end of
    /// the send. Whether there was one.
    pub(super) fn settle_by_echo(&mut self, row: i64, pos: Position, state: OutboxState) -> Result<bool> {
        let echo = self.one(
            "SELECT s.provider_id, s.provider_key, s.sent_at FROM item s JOIN outbox o ON o.row = s.shadow_of
             WHERE s.shadow_of = ?1 AND s.sent_at >= o.unclear_since - 120000 ORDER BY s.pos LIMIT 1",
            [row],
            |row| {
                let mut row = Fields::of(row);
                Ok((row.get::<String>()?, row.get::<ProviderKey>()?, row.time()?))
            },
        )?;
        let Some((provider_id, key, at)) = echo else { return Ok(false) };
        must_become(state, OutboxState::Accepted)?;
        self.settle_row(row, pos, Some((&provider_id, key)), at)?;
        Ok(true)
    }

    /// It was looked for and not found yet; again at `at`, or no more by itself.
    pub fn check_again(&mut self, id: OutboxId, at: Option<Timestamp>) -> Result<()> {
        let (row, pos, state) = self.outbox_key(id)?;
        if state != OutboxState::Unknown {
            return Err(Conflict::OutboxState.into());
        }
        self.change(
            "UPDATE outbox SET check_at = ?2, checks = checks + 1 WHERE row = ?1",
            params![row, at.map(ms)],
        )?;
        let conversation = self.conversation_of_item(pos)?;
        self.touch_conversation(conversation);
        Ok(())
    }

    /// It could not be looked for; that says nothing and does not count.
    pub fn put_off_check(&mut self, id: OutboxId, at: Timestamp) -> Result<()> {
        let (row, _, state) = self.outbox_key(id)?;
        if state != OutboxState::Unknown {
            return Err(Conflict::OutboxState.into());
        }
        self.change("UPDATE outbox SET check_at = ?2 WHERE row = ?1", params![row, ms(at)])?;
        Ok(())
    }

    /// An account that could not be asked can be asked again: what waits for that is due now.
    pub fn account_answers(&mut self, id: AccountId) -> Result<()> {
        let (account, now) = (self.account_key(id)?, ms(self.now()));
        self.execute(
            "UPDATE outbox SET check_at = ?2 WHERE state = 3 AND account = ?1 AND check_at > ?2",
            params![account, now],
        )?;
        let [offline, signed_out] = FailureKind::NOBODY_ASKED.map(|why| to_json(&why));
        self.execute(
            "UPDATE attachment SET due_at = ?2 WHERE due_at > ?2 AND account = ?1 AND why IN (?3, ?4)",
            params![account, now, offline?, signed_out?],
        )?;
        Ok(())
    }

    /// After a start: whatever was being sent is unknown now. How many.
    pub fn recover_at_start(&mut self) -> Result<u32> {
        let rows = self.outbox_rows("SELECT row, item FROM outbox WHERE state = 1")?;
        let now = self.now();
        let mut unknown = 0;
        for (row, pos) in rows {
            if self.lose_track(row, pos, OutboxState::Sending, now)? == AttemptEnd::AsSaid {
                unknown += 1;
            }
        }
        Ok(unknown)
    }

    /// The disk lost the last commits: whatever still waits here may have left meanwhile.
    pub(crate) fn distrust_everything(&mut self, commits: u64) -> Result<()> {
        tally::commits_at_least(self.db(), commits)?;
        let mut rows = self.outbox_rows("SELECT row, item FROM outbox WHERE state = 0")?;
        rows.extend(self.outbox_rows("SELECT row, item FROM outbox WHERE state = 1")?);
        let now = ms(self.now());
        for (row, pos) in rows {
            // Not one of the ordinary moves: the row itself is from before.
            self.change(
                "UPDATE outbox SET state = 3, attempted_at = coalesce(attempted_at, created_at), lease_until = NULL,
                   unclear_since = coalesce(unclear_since, attempted_at, created_at), check_at = ?2, checks = 0,
                   changed_at = ?2 WHERE row = ?1",
                params![row, now],
            )?;
            self.change(
                "UPDATE item SET status = ?2, status_at = ?3 WHERE pos = ?1",
                params![pos, DeliveryStatus::Unknown.code(), now],
            )?;
            self.unshadow(row)?;
            self.set_role(pos)?;
        }
        self.touch(Topic::Outbox);
        self.witness_this();
        Ok(())
    }

    fn outbox_rows(&self, sql: &str) -> Result<Vec<(i64, Position)>> {
        self.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}
