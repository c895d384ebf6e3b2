//! From a patient's first question to a person's first answer.
//!
//! A question is closed by the first of: an answer of this desk, if the question had reached us by then (turn); an
//! answer elsewhere, if it was written before (place); "done". These are the rules of `summary`, said backwards: an
//! answer ends the wait of the questions that nothing before it had closed. An answer that has not left ends no wait,
//! and one that left later than it was written ends it then.

use anteroom_model::{ChannelKind, Day, ReplyWindow, WallTime, WindowRule};
use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use super::FigureRules;
use super::count::{COUNTED, Counted};
use super::days::LATE_AT_ONCE;
use crate::codes::{Coded, Role};
use crate::column::time;
use crate::{Position, ReadTx, Result, WriteTx};

/// A wait that an answer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// The answer.
    pub answered: Position,
    pub(super) conversation: i64,
    pub(super) channel: i64,
    pub(super) staff: Option<i64>,
    /// The first question.
    pub asked: Position,
    pub(super) asked_day: Day,
    pub(super) asked_hour: u8,
    /// Opening time.
    pub waited: SignedDuration,
    /// The reply window had closed.
    pub too_late: bool,
}

/// A conversation that was looked at again from a place on.
#[derive(Clone, Debug)]
pub struct LateWaits {
    conversation: i64,
    from: Position,
    marks: i64,
    waits: Vec<Wait>,
    /// Answers at earlier places with a later turn, whatever they end now.
    earlier: Vec<Position>,
}

/// A question that arrives late takes a turn of at most so much later than its place; see `item::LATE_AT_MOST`.
const LATEST_TURN: SignedDuration = SignedDuration::from_hours(9 * 24);

impl ReadTx<'_> {
    /// The wait that an answer ended, if it ended one.
    pub(super) fn wait_ended_by(&self, answer: &Counted, rules: &FigureRules) -> Result<Option<Wait>> {
        let (conversation, turn, pos) = (answer.conversation, answer.turn, answer.pos);
        let before = |role: Role| -> Result<i64> {
            let found: Option<i64> = self.value(
                "SELECT turn FROM item WHERE conversation = ?1 AND role = ?2 AND role > 0 AND listed = 1
                   AND turn <= ?3 AND (turn < ?3 OR pos < ?4) ORDER BY turn DESC LIMIT 1",
                params![conversation, role.code(), turn, pos],
            )?;
            Ok(found.unwrap_or(0))
        };
        let done: Option<i64> = self.value(
            "SELECT turn FROM figure_done WHERE conversation = ?1 AND turn < ?2 ORDER BY turn DESC LIMIT 1",
            params![conversation, turn],
        )?;
        let elsewhere = before(Role::AnsweredElsewhere)?;
        let settled = before(Role::DeskAnswered)?.max(done.unwrap_or(0));
        // An answer elsewhere answers what was written before it, also what reached us later.
        let is_desk = answer.role == Role::DeskAnswered;
        let (last_turn, end) = if is_desk {
            (turn, Position(i64::MAX))
        } else {
            (Position::first_at(anteroom_model::later(pos.at(), LATEST_TURN)).0, pos)
        };
        let asked = self.one(
            "SELECT min(pos), max(pos) FROM item
             WHERE conversation = ?1 AND role = ?2 AND role > 0 AND listed = 1
               AND turn > ?3 AND turn <= ?4 AND pos > ?5 AND pos < ?6",
            params![conversation, Role::Asks.code(), settled.max(elsewhere), last_turn, elsewhere, end],
            |row| Ok(row.get::<_, Option<Position>>(0)?.zip(row.get::<_, Option<Position>>(1)?)),
        )?;
        let Some((asked, newest)) = asked.flatten() else { return Ok(None) };
        let left = answer.sent_at.filter(|_| is_desk).map(time).transpose()?;
        let answered_at = left.map_or(pos.at(), |left| left.max(pos.at()));
        let wall = WallTime::of(&rules.zone, asked.at());
        Ok(Some(Wait {
            answered: pos,
            conversation,
            channel: answer.channel,
            staff: answer.staff,
            asked,
            asked_day: wall.day,
            asked_hour: wall.hour,
            waited: rules.hours.open_between(&rules.zone, asked.at(), answered_at),
            too_late: self.was_too_late(answer, newest.at(), answered_at)?,
        }))
    }

    fn was_too_late(&self, answer: &Counted, asked: Timestamp, answered: Timestamp) -> Result<bool> {
        let rule = match ChannelKind::of(answer.channel)? {
            ChannelKind::Instagram => {
                let human_agent: i64 = self.required(
                    "SELECT a.human_agent FROM conversation c JOIN account a ON a.row = c.account WHERE c.row = ?1",
                    [answer.conversation],
                )?;
                WindowRule::Instagram { human_agent: human_agent != 0 }
            }
            ChannelKind::WhatsApp => WindowRule::TemplatesAfter,
            ChannelKind::Sms | ChannelKind::Phone => WindowRule::NoLimit,
        };
        let window = rule.at(Some(asked), answered);
        Ok(matches!(window, ReplyWindow::TemplateOnly { .. } | ReplyWindow::Closed { .. }))
    }

    /// Looks again at conversations in which something changed before answers that are counted; some at a time.
    pub fn late_waits(&self, rules: &FigureRules) -> Result<Vec<LateWaits>> {
        let late = self.all(
            "SELECT conversation, from_pos, marks FROM figure_late LIMIT ?1",
            [LATE_AT_ONCE],
            |row| {
                let (conversation, from, marks) = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok(LateWaits { conversation, from, marks, waits: Vec::new(), earlier: Vec::new() })
            },
        )?;
        late.into_iter().map(|late| self.look_again(late, rules)).collect()
    }

    fn look_again(&self, mut late: LateWaits, rules: &FigureRules) -> Result<LateWaits> {
        let spam: i64 = self.required("SELECT spam FROM conversation WHERE row = ?1", [late.conversation])?;
        for role in [Role::DeskAnswered, Role::AnsweredElsewhere] {
            let answers = self.all(
                &format!(
                    "SELECT {COUNTED} FROM item
                     WHERE conversation = ?1 AND role = ?2 AND role > 0 AND listed = 1 AND turn >= ?3"
                ),
                params![late.conversation, role.code(), late.from],
                Counted::of,
            )?;
            for answer in answers {
                if answer.pos < late.from {
                    late.earlier.push(answer.pos);
                }
                if spam == 0 && answer.answers() && self.is_counted(answer.pos)? {
                    late.waits.extend(self.wait_ended_by(&answer, rules)?);
                }
            }
        }
        Ok(late)
    }
}

impl WriteTx<'_> {
    pub(super) fn keep_wait(&mut self, wait: &Wait) -> Result<()> {
        self.execute(
            "INSERT OR REPLACE INTO figure_reply (answered_pos, conversation, channel, staff, asked_pos, asked_day,
                                                  asked_hour, waited, too_late)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                wait.answered,
                wait.conversation,
                wait.channel,
                wait.staff,
                wait.asked,
                wait.asked_day.0,
                wait.asked_hour,
                i64::try_from(wait.waited.as_millis()).unwrap_or(i64::MAX),
                wait.too_late
            ],
        )?;
        Ok(())
    }

    /// Keeps what looking again found. What was marked once more meanwhile stays marked.
    pub fn keep_late_waits(&mut self, late: &[LateWaits]) -> Result<()> {
        for late in late {
            self.execute(
                "DELETE FROM figure_reply WHERE conversation = ?1 AND answered_pos >= ?2",
                params![late.conversation, late.from],
            )?;
            for earlier in &late.earlier {
                self.execute("DELETE FROM figure_reply WHERE answered_pos = ?1", [earlier])?;
            }
            for wait in &late.waits {
                self.keep_wait(wait)?;
            }
            self.execute(
                "DELETE FROM figure_late WHERE conversation = ?1 AND marks = ?2",
                params![late.conversation, late.marks],
            )?;
        }
        Ok(())
    }
}
