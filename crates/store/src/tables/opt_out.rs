//! Who does not want messages from which of our numbers. The provider keeps no list that could be read, so ours is made
//! from the words that it acts on and from its refusals.
//!
//! Holds: the last word counts, whatever else was said since and in whichever order history comes in.
//! Refused: heeding a word only while nothing newer is here (a STOP among three days of history would be lost behind
//! yesterday's "hello?").

use anteroom_model::{ConversationId, Direction, IdentityId, MessageKind, OptWord, StaffId, later};
use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use crate::codes::{Coded, ItemKind};
use crate::column::{Fields, ms};
use crate::{Conflict, Position, ReadTx, Result, StoreError, Topic, WriteTx};

/// Characters; the words that count are shorter, with room for a full stop or quotation marks.
const LONGEST_WORD: i64 = 24;
/// A refusal has our time, a word the provider's.
const CLOCKS_APART: SignedDuration = SignedDuration::from_mins(2);

impl ReadTx<'_> {
    /// Whether the person does not want messages from this number of ours.
    pub fn opted_out(&self, identity: IdentityId, own_address: &str) -> Result<bool> {
        let found: Option<i64> = self.value(
            "SELECT 1 FROM opt_out o JOIN identity i ON i.row = o.identity WHERE i.id = ?1 AND o.own_address = ?2",
            params![identity.as_bytes(), own_address],
        )?;
        Ok(found.is_some())
    }

    /// Since when the person does not want messages from this number of ours, and who at the desk said so; nobody if
    /// the person or the provider did.
    pub fn opt_out(
        &self,
        identity: IdentityId,
        own_address: &str,
    ) -> Result<Option<(Timestamp, Option<StaffId>)>> {
        self.one(
            "SELECT o.at, s.id FROM opt_out o JOIN identity i ON i.row = o.identity
             LEFT JOIN staff s ON s.row = o.by_staff WHERE i.id = ?1 AND o.own_address = ?2",
            params![identity.as_bytes(), own_address],
            |row| {
                let mut row = Fields::of(row);
                Ok((row.time()?, row.maybe_id(StaffId::from_uuid)?))
            },
        )
    }

    /// The last word by which the person opted out or in, of those that are here, and when it was said.
    fn newest_opt_word(&self, conversation: i64) -> Result<Option<(OptWord, Timestamp)>> {
        let short = self.all(
            "SELECT body, pos FROM item
             WHERE conversation = ?1 AND listed = 1 AND direction = ?2 AND kind = ?3 AND content_kind = ?4
               AND length(trim(body)) <= ?5 ORDER BY pos DESC",
            params![
                conversation,
                Direction::Inbound.code(),
                ItemKind::Message.code(),
                MessageKind::Text.code(),
                LONGEST_WORD
            ],
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, Position>(1)?.at())),
        )?;
        Ok(short.into_iter().find_map(|(body, at)| OptWord::in_text(&body).zip(Some(at))))
    }
}

impl WriteTx<'_> {
    /// The person said stop or start in a conversation: the last of these words counts, in whichever order they came
    /// here and whatever else was said since. Against a refusal by the provider only a later word counts.
    pub fn heed_opt_words(&mut self, id: ConversationId) -> Result<()> {
        let row = self.place_in(id)?.conversation;
        let Some((word, at)) = self.newest_opt_word(row)? else { return Ok(()) };
        let conversation = self.conversation(id)?.ok_or(StoreError::NotFound)?;
        let (identity, own_address) = (conversation.identity, conversation.own_address);
        let since: Option<i64> = self.value(
            "SELECT o.at FROM opt_out o JOIN identity i ON i.row = o.identity
             WHERE i.id = ?1 AND o.own_address = ?2",
            params![identity.as_bytes(), own_address],
        )?;
        match word {
            OptWord::In if since.is_some_and(|since| since > ms(later(at, CLOCKS_APART))) => Ok(()),
            OptWord::In => self.set_opt_out(identity, &own_address, None),
            OptWord::Out => self.set_opt_out(identity, &own_address, Some(at)),
        }
    }

    /// Since when the person wants no messages from one of our numbers; `None` when they do again.
    pub fn set_opt_out(
        &mut self,
        identity: IdentityId,
        own_address: &str,
        since: Option<Timestamp>,
    ) -> Result<()> {
        let row = self.identity_key(identity)?;
        if let Some(since) = since {
            self.execute(
                "INSERT INTO opt_out (identity, own_address, at) VALUES (?1, ?2, ?3)
                 ON CONFLICT (identity, own_address) DO UPDATE SET at = max(at, excluded.at), by_staff = NULL",
                params![row, own_address, ms(since)],
            )?;
        } else {
            self.execute(
                "DELETE FROM opt_out WHERE identity = ?1 AND own_address = ?2",
                params![row, own_address],
            )?;
        }
        for conversation in self.conversations_with(row)? {
            self.touch_conversation(conversation);
        }
        if let Some(patient) = self.identity(identity)?.and_then(|identity| identity.patient) {
            self.touch(Topic::Patient(patient));
        }
        Ok(())
    }

    /// Staff say that the person wants no messages, or take that back. What the person said stays as it is: only they
    /// can take it back.
    pub fn set_opt_out_by_hand(
        &mut self,
        identity: IdentityId,
        own_address: &str,
        out: bool,
        by: StaffId,
    ) -> Result<()> {
        let known = self.opt_out(identity, own_address)?;
        match (known, out) {
            (None, true) => {
                let now = self.now();
                self.set_opt_out(identity, own_address, Some(now))?;
                let (row, by) = (self.identity_key(identity)?, self.staff_key(by)?);
                self.change(
                    "UPDATE opt_out SET by_staff = ?3 WHERE identity = ?1 AND own_address = ?2",
                    params![row, own_address, by],
                )
            }
            (Some((_, Some(_))), false) => self.set_opt_out(identity, own_address, None),
            (Some((_, None)), false) => Err(Conflict::PatientSaidStop.into()),
            _ => Ok(()),
        }
    }
}
