//! Missed calls, and whether somebody saw to them.
//!
//! Looked up when it is asked for, by index, a few calls a day: what answers a missed call may come in another
//! conversation with the same number, and marking days for that would cost every text message a search.

use std::ops::Range;

use anteroom_model::{ChannelKind, ConversationId, Phi};
use jiff::SignedDuration;
use rusqlite::params;

use crate::codes::Coded;
use crate::codes::Role;
use crate::{Position, ReadTx, Result};

/// How somebody saw to a missed call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CallBackHow {
    /// The practice rang.
    Rang,
    /// A person of the practice wrote to the number.
    Wrote,
    /// The patient rang again and got through.
    GotThrough,
}

/// The first thing after a missed call that saw to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallBack {
    /// When.
    pub at: Position,
    /// How.
    pub how: CallBackHow,
}

/// A call that nobody took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissedCall {
    /// When.
    pub at: Position,
    /// The conversation.
    pub conversation: ConversationId,
    /// What it is called.
    pub name: Phi<String>,
    /// What came of it.
    pub back: Option<CallBack>,
}

/// What happens later is about something else.
const SEEN_TO_WITHIN: SignedDuration = SignedDuration::from_hours(7 * 24);

impl ReadTx<'_> {
    /// Missed calls in a range of places, the newest first, so many at most.
    pub fn missed_calls(&self, range: Range<Position>, limit: u32) -> Result<Vec<MissedCall>> {
        let found = self.all(
            "SELECT pos, conversation FROM figure_missed WHERE pos >= ?1 AND pos < ?2 ORDER BY pos DESC LIMIT ?3",
            params![range.start, range.end, limit],
            |row| Ok((row.get::<_, Position>(0)?, row.get::<_, i64>(1)?)),
        )?;
        let mut calls = Vec::with_capacity(found.len());
        for (at, row) in found {
            if let Some((conversation, name)) = self.named(row)? {
                calls.push(MissedCall { at, conversation, name, back: self.call_back(row, at)? });
            }
        }
        Ok(calls)
    }

    fn call_back(&self, conversation: i64, missed: Position) -> Result<Option<CallBack>> {
        let end = Position::first_at(anteroom_model::later(missed.at(), SEEN_TO_WITHIN));
        let called = self.one(
            "SELECT pos, direction FROM item
             WHERE conversation = ?1 AND listed = 1 AND pos > ?2 AND pos < ?3 AND kind = 1 AND (direction = 1 OR role = 4)
             ORDER BY pos LIMIT 1",
            params![conversation, missed, end],
            |row| {
                let ours = row.get::<_, i64>(1)? == 1;
                let how = if ours { CallBackHow::Rang } else { CallBackHow::GotThrough };
                Ok(CallBack { at: row.get(0)?, how })
            },
        )?;
        let mut first = called;
        let others = self.all(
            "SELECT c.row FROM conversation p JOIN identity i ON i.row = p.identity
             CROSS JOIN identity o ON o.handle = i.handle CROSS JOIN conversation c ON c.identity = o.row
             WHERE p.row = ?1 AND o.channel IN (?2, ?3)",
            params![conversation, ChannelKind::WhatsApp.code(), ChannelKind::Sms.code()],
            |row| Ok(row.get::<_, i64>(0)?),
        )?;
        for other in others {
            for role in [Role::DeskAnswered, Role::AnsweredElsewhere] {
                let wrote: Option<Position> = self.value(
                    // What waits to be sent has not reached them.
                    "SELECT pos FROM item WHERE conversation = ?1 AND role = ?2 AND role > 0 AND listed = 1
                       AND sent_at IS NOT NULL AND turn > ?3 AND turn < ?4 AND pos > ?3 ORDER BY turn LIMIT 1",
                    params![other, role.code(), missed, end],
                )?;
                let wrote = wrote.map(|at| CallBack { at, how: CallBackHow::Wrote });
                first = [first, wrote].into_iter().flatten().min_by_key(|back| back.at);
            }
        }
        Ok(first)
    }
}
