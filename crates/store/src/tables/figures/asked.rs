//! Waits by the day of their question.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::RangeInclusive;

use anteroom_model::{ChannelKind, ConversationId, Day, Phi};
use jiff::{SignedDuration, Timestamp};
use rusqlite::params;
use uuid::Uuid;

use crate::codes::Coded;
use crate::column::{Fields, ms};
use crate::{Position, ReadTx, Result};

/// A wait, as the figures need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedReply {
    /// The day of the question.
    pub day: Day,
    /// Its hour.
    pub hour: u8,
    /// Where.
    pub channel: ChannelKind,
    /// Opening time until the answer.
    pub waited: SignedDuration,
    /// Who answered, by row; `None` elsewhere or by talking.
    pub staff: Option<i64>,
    /// The reply window had closed.
    pub too_late: bool,
}

/// One of the slowest answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlowReply {
    /// Where.
    pub conversation: ConversationId,
    /// What it is called.
    pub name: Phi<String>,
    /// On which channel.
    pub channel: ChannelKind,
    /// The first question.
    pub asked: Position,
    /// Its id, whatever it is.
    pub item: Uuid,
    /// The answer.
    pub answered: Position,
    /// Opening time between them.
    pub waited: SignedDuration,
    /// Who answered, by row.
    pub staff: Option<i64>,
}

impl ReadTx<'_> {
    /// The waits that began on some days, on one channel or all.
    pub fn figures_replies(
        &self,
        days: &RangeInclusive<Day>,
        channel: Option<ChannelKind>,
        mut take: impl FnMut(AskedReply, Position),
    ) -> Result<()> {
        let mut statement = self.prepare(
            "SELECT asked_day, asked_hour, channel, waited, staff, too_late, answered_pos FROM figure_reply
             WHERE asked_day >= ?1 AND asked_day <= ?2",
        )?;
        let mut rows = statement.query(params![days.start().0, days.end().0])?;
        while let Some(row) = rows.next()? {
            let mut row = Fields::of(row);
            let reply = AskedReply {
                day: Day(row.get()?),
                hour: row.get()?,
                channel: row.coded()?,
                waited: SignedDuration::from_millis(row.get()?),
                staff: row.get()?,
                too_late: row.flag()?,
            };
            if channel.is_none_or(|channel| channel == reply.channel) {
                take(reply, row.get()?);
            }
        }
        Ok(())
    }

    /// The slowest answers, the slowest first; those after a wait and a place, if given.
    pub fn slowest_replies(
        &self,
        days: &RangeInclusive<Day>,
        channel: Option<ChannelKind>,
        after: Option<(SignedDuration, Position)>,
        limit: usize,
    ) -> Result<Vec<SlowReply>> {
        let mut slowest = BinaryHeap::new();
        self.figures_replies(days, channel, |reply, pos| {
            let key = (reply.waited, pos);
            if after.is_none_or(|after| key < after) {
                slowest.push(Reverse(key));
                if slowest.len() > limit {
                    slowest.pop();
                }
            }
        })?;
        slowest
            .into_sorted_vec()
            .into_iter()
            .filter_map(|Reverse((_, pos))| self.slow_reply(pos).transpose())
            .collect()
    }

    fn slow_reply(&self, answered: Position) -> Result<Option<SlowReply>> {
        self.one(
            "SELECT c.id, c.name, r.channel, r.asked_pos, q.id, r.answered_pos, r.waited, r.staff
             FROM figure_reply r JOIN conversation c ON c.row = r.conversation JOIN item q ON q.pos = r.asked_pos
             WHERE r.answered_pos = ?1",
            [answered],
            |row| {
                let mut row = Fields::of(row);
                Ok(SlowReply {
                    conversation: row.id(ConversationId::from_uuid)?,
                    name: row.phi()?,
                    channel: row.coded()?,
                    asked: row.get()?,
                    item: row.id(|id| id)?,
                    answered: row.get()?,
                    waited: SignedDuration::from_millis(row.get()?),
                    staff: row.get()?,
                })
            },
        )
    }

    /// The oldest day with a wait that is counted.
    pub fn figures_since(&self) -> Result<Option<Day>> {
        let day: Option<i32> = self.value("SELECT min(asked_day) FROM figure_reply", [])?.flatten();
        Ok(day.map(Day))
    }

    /// People who wait and whose reply window has closed, of those who began to wait from a place on; so many at most.
    pub fn waiting_too_late(
        &self,
        channel: ChannelKind,
        from: Position,
        wrote_before: Timestamp,
        most: u32,
    ) -> Result<u32> {
        let found = self.all(
            "SELECT row FROM conversation
             WHERE channel = ?1 AND waiting_pos IS NOT NULL AND spam = 0 AND waiting_pos >= ?2 AND last_inbound_at < ?3 LIMIT ?4",
            params![channel.code(), from, ms(wrote_before), most],
            |row| Ok(row.get::<_, i64>(0)?),
        )?;
        Ok(u32::try_from(found.len()).unwrap_or(most))
    }
}
