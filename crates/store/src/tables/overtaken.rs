//! Whether somebody wrote or rang before what was meant for their silence left.
//!
//! Holds: a person is looked for on every way on which they may turn up: the conversation itself, whatever is linked to
//! the same patient, and every identity of a number that is theirs. What counts is when it reached this desk, for
//! nobody could have read it before. A call that somebody took counts from when it began: whoever chose the time while
//! they talked, or before the provider listed the call, knew of it.
//! Refused: asking only the conversation of the message. Calls lie in another, and a call that was taken asks nothing.

use std::collections::BTreeSet;

use anteroom_model::{ChannelKind, Direction, later};
use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use crate::codes::{Coded, ItemKind, Role};
use crate::column::{Fields, ms};
use crate::{Position, ReadTx, Result, StoreError};

/// What was said earlier than this before a time was chosen is history that was fetched late, not a sign of life.
const HISTORY: SignedDuration = SignedDuration::from_hours(24);

impl ReadTx<'_> {
    /// Whether whom a conversation is with wrote or rang since, wherever.
    pub(super) fn turned_up_since(&self, conversation: i64, since: Timestamp) -> Result<bool> {
        for identity in self.where_they_turn_up(conversation)? {
            let found: i64 = self.required(
                "SELECT EXISTS (
                   SELECT 1 FROM conversation c CROSS JOIN item i ON i.conversation = c.row AND i.listed = 1 AND i.pos >= ?2
                   WHERE c.identity = ?1 AND i.direction = ?3 AND i.kind <> ?4
                     AND iif(i.kind = ?5 AND i.role <> ?6, i.pos >> 20, i.received_at) > ?7)",
                params![
                    identity,
                    Position::first_at(later(since, -HISTORY)),
                    Direction::Inbound.code(),
                    ItemKind::Note.code(),
                    ItemKind::Call.code(),
                    Role::Asks.code(),
                    ms(since)
                ],
            )?;
            if found != 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The identities that are whoever a conversation is with: itself, those of the same number, and those of the
    /// patient, also by the numbers on the card. Of a number that several share only that number.
    fn where_they_turn_up(&self, conversation: i64) -> Result<BTreeSet<i64>> {
        let (identity, channel, handle, linked) = self
            .one(
                "SELECT i.row, i.channel, i.handle, i.patient FROM conversation c
                 CROSS JOIN identity i ON i.row = c.identity WHERE c.row = ?1",
                [conversation],
                |row| {
                    let mut row = Fields::of(row);
                    Ok((
                        row.get::<i64>()?,
                        row.coded::<ChannelKind>()?,
                        row.get::<String>()?,
                        row.get::<Option<i64>>()?,
                    ))
                },
            )?
            .ok_or(StoreError::NotFound)?;
        let mut found = BTreeSet::from([identity]);
        let mut numbers = BTreeSet::new();
        let mut patient = linked;
        if channel.is_by_number() {
            let people = self.people_with_number(&handle)?;
            if people.len() == 1 {
                patient = patient.or(people.first().copied());
            }
            numbers.insert(handle);
        }
        if let Some(patient) = patient {
            found.extend(self.all(
                "SELECT identity FROM link WHERE patient = ?1 AND ended_at IS NULL",
                [patient],
                |row| Ok(row.get::<_, i64>(0)?),
            )?);
            numbers.extend(self.numbers_of(patient)?);
        }
        for number in numbers {
            found.extend(self.all(
                "SELECT row FROM identity WHERE handle = ?1 AND channel <> ?2",
                params![number, ChannelKind::Instagram.code()],
                |row| Ok(row.get::<_, i64>(0)?),
            )?);
        }
        Ok(found)
    }
}
