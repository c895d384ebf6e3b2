//! The computer's clock was set back: what was written down while it was ahead speaks of times that do not come for
//! years.
//!
//! Holds: afterwards nothing waits for a time of the wrong clock. A pause that was meant (the seconds of an undo, the
//! minutes after a refusal) is kept as it was meant, counted from now; what is only looked at again is looked at now. What
//! somebody put aside comes back now: asked twice is better than never. The
//! time that a person chose for a message is a time on the wall and stays.
//! Refused: subtracting the jump everywhere (after a restart nobody knows how far it was); leaving an unclear attempt
//! where "now" is (it was made before, and would be looked for too late and called "not sent").
//! On a crash: one transaction; done twice it changes nothing more.

use anteroom_model::{AccountId, Credential, Origin, OutboxState, later};
use jiff::SignedDuration;
use rusqlite::params;

use super::scheduling::waits_for_its_time;
use crate::codes::{Coded, ItemKind};
use crate::column::{Fields, ms};
use crate::{Position, ReadTx, Result, Topic, WriteTx};

/// Clocks are corrected by seconds all the time.
const HARMLESS: SignedDuration = SignedDuration::from_mins(1);
/// Nothing is put off longer than this on purpose.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(24);

impl ReadTx<'_> {
    /// Whether something here was written at a time that has not come yet. For the start of the program, which has not
    /// seen the clock being set.
    pub fn is_from_the_future(&self) -> Result<bool> {
        let now = ms(later(self.now(), HARMLESS));
        let found: i64 = self.required(
            "SELECT EXISTS (SELECT 1 FROM account a CROSS JOIN outbox o
                            WHERE o.account = a.row AND o.state IN (0, 1, 3, 4) AND o.changed_at > ?1)
                 OR EXISTS (SELECT 1 FROM feed WHERE ok_at > ?1)
                 OR EXISTS (SELECT 1 FROM account a CROSS JOIN credential c
                            WHERE c.account = a.row AND json_extract(c.json, '$.obtained_at') > ?1)
                 OR EXISTS (SELECT 1 FROM account a CROSS JOIN template_list t
                            WHERE t.account = a.row AND t.read_at > ?1)
                 OR EXISTS (SELECT 1 FROM item WHERE next_status_at > ?2)
                 OR EXISTS (SELECT 1 FROM attachment WHERE due_at > ?2)",
            params![now, ms(later(self.now(), LONGEST_PAUSE))],
        )?;
        Ok(found != 0 || !self.put_aside_later(HARMLESS)?.is_empty())
    }

    /// What was put aside for a time at a moment that has not come yet. What was put aside until the patient writes
    /// comes back with their next word, whatever the clock; and where only a message stands in the future, the moment
    /// in which somebody put it aside was not.
    fn put_aside_later(&self, by: SignedDuration) -> Result<Vec<i64>> {
        self.all(
            "SELECT row FROM conversation c WHERE snooze_pos IS NOT NULL AND snooze_pos < ?1 AND snooze_turn > ?2
               AND NOT EXISTS (SELECT 1 FROM item i WHERE i.conversation = c.row AND i.role IN (1, 2, 3, 4, 5)
                               AND i.role > 0 AND i.listed = 1 AND i.turn >= c.snooze_turn)",
            params![Position::NEVER, Position::first_at(later(self.now(), by))],
            |row| Ok(row.get(0)?),
        )
    }
}

impl WriteTx<'_> {
    /// Brings everything that waits for a time back to the time that it is now. The accounts whose credential changed.
    pub fn clock_was_set_back(&mut self) -> Result<Vec<AccountId>> {
        let now = ms(self.now());
        self.bring_back_unclear(now)?;
        self.execute(
            concat!(
                "UPDATE outbox SET not_before = iif(",
                waits_for_its_time!(),
                ", scheduled_at, ?1 + max(not_before - changed_at, 0)),
                   undo_until = ?1 + max(undo_until - changed_at, 0), lease_until = ?1 + max(lease_until - changed_at, 0),
                   created_at = min(created_at, ?1), changed_at = ?1
                 WHERE row IN (SELECT o.row FROM account a CROSS JOIN outbox o
                               WHERE o.account = a.row AND o.state IN (0, 1, 3, 4) AND o.changed_at > ?1)"
            ),
            [now],
        )?;
        self.execute("UPDATE outbox SET check_at = ?1 WHERE state = 3 AND check_at > ?1", [now])?;
        self.execute(
            "UPDATE item SET next_status_at = ?1, sent_at = min(sent_at, ?1) WHERE next_status_at > ?1",
            [now],
        )?;
        self.execute("UPDATE attachment SET due_at = ?1 WHERE due_at > ?1", [now])?;
        self.execute(
            "UPDATE template_list SET read_at = ?1 WHERE account IN (SELECT row FROM account) AND read_at > ?1",
            [now],
        )?;
        // "Up to date" at a time that nobody lived through is no promise to keep.
        self.execute("UPDATE feed SET ok_at = NULL WHERE ok_at > ?1", [now])?;
        self.execute("UPDATE feed SET behind_since = NULL WHERE behind_since > ?1", [now])?;
        self.execute("UPDATE feed SET next_at = ?1 WHERE next_at > ?1", [now])?;
        for row in self.put_aside_later(SignedDuration::ZERO)? {
            self.wake(row)?;
        }
        self.touch(Topic::Outbox);
        self.touch(Topic::Accounts);
        self.bring_back_credentials()
    }

    /// An unclear attempt is looked for from the last thing on that the provider had listed in its conversation before
    /// it: the provider's time, which no clock of ours could spoil.
    fn bring_back_unclear(&mut self, now: i64) -> Result<()> {
        let unclear = self.all(
            "SELECT o.row, o.conversation, o.attempted_at, o.state FROM account a CROSS JOIN outbox o
             WHERE o.account = a.row AND o.state IN (0, 1, 3, 4) AND o.attempted_at > ?1",
            [now],
            |row| {
                let mut row = Fields::of(row);
                Ok((row.get::<i64>()?, row.get::<i64>()?, row.get::<i64>()?, row.coded::<OutboxState>()?))
            },
        )?;
        for (row, conversation, attempted_at, state) in unclear {
            let before: Option<Position> = self.value(
                "SELECT pos FROM item WHERE conversation = ?1 AND listed = 1 AND pos < ?2 AND kind <> ?3
                   AND origin <> ?4 AND received_at <= ?5 ORDER BY pos DESC LIMIT 1",
                params![
                    conversation,
                    Position::first_at(self.now()),
                    ItemKind::Note.code(),
                    Origin::Desk.code(),
                    attempted_at
                ],
            )?;
            let from = before.map_or(0, |before| ms(before.at()));
            // An attempt that is still on its way becomes unclear, if it does, from there too; of the others it counts
            // how long the provider has had to list them.
            let attempted_at = if state == OutboxState::Sending { from } else { now };
            self.change(
                "UPDATE outbox SET attempted_at = ?2, unclear_since = iif(unclear_since > ?3, ?4, unclear_since)
                 WHERE row = ?1",
                params![row, attempted_at, now, from],
            )?;
        }
        Ok(())
    }

    /// A token is renewed by its age, which it now does not have.
    fn bring_back_credentials(&mut self) -> Result<Vec<AccountId>> {
        let now = self.now();
        let mut changed = Vec::new();
        for account in self.accounts()? {
            if let Some(Credential::InstagramToken { token, obtained_at, .. }) =
                self.credential(account.id)?
                && obtained_at > now
            {
                // Its end was counted from the wrong day too; the next renewal tells it.
                let credential = Credential::InstagramToken { token, obtained_at: now, expires_at: None };
                self.set_credential(account.id, &credential)?;
                changed.push(account.id);
            }
        }
        Ok(changed)
    }
}
