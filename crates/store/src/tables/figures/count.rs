//! Counting a day: one walk over its items in their order, and a look back in each conversation that was answered.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::{Direction, WallTime};
use rusqlite::params;

use super::{DueDay, FigureRules, Wait};
use crate::codes::{ItemKind, Role};
use crate::column::Fields;
use crate::{Position, ReadTx, Result, WriteTx};

/// What happened in an hour on a channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HourCount {
    /// Messages of patients.
    pub inbound: u32,
    /// Messages to patients.
    pub outbound: u32,
    /// Calls of patients.
    pub calls: u32,
    /// Of them, those that nobody took.
    pub missed: u32,
    /// Messages to patients that did not arrive.
    pub astray: u32,
}

/// Answers of somebody in a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaffCount {
    channel: i64,
    answers: u32,
}

/// A day, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayCount {
    /// The day.
    pub due: DueDay,
    /// Items that were looked at.
    pub items: u32,
    pub(super) hours: BTreeMap<(u8, i64), HourCount>,
    pub(super) waits: Vec<Wait>,
    pub(super) staff: BTreeMap<(i64, i64), StaffCount>,
    pub(super) missed: Vec<(Position, i64)>,
}

/// What an item says to the figures.
pub(super) struct Counted {
    pub pos: Position,
    pub conversation: i64,
    pub channel: i64,
    kind: ItemKind,
    direction: Direction,
    pub role: Role,
    pub turn: i64,
    pub staff: Option<i64>,
    pub sent_at: Option<i64>,
}

pub(super) const COUNTED: &str = "pos, conversation, channel, kind, direction, role, turn, staff, sent_at";

impl Counted {
    pub fn of(row: &rusqlite::Row<'_>) -> Result<Self> {
        let mut row = Fields::of(row);
        Ok(Self {
            pos: row.get()?,
            conversation: row.get()?,
            channel: row.get()?,
            kind: row.coded()?,
            direction: row.coded()?,
            role: row.coded()?,
            turn: row.get()?,
            staff: row.get()?,
            sent_at: row.get()?,
        })
    }

    /// Whether it is an answer that a person gave and that has left.
    pub fn answers(&self) -> bool {
        match self.role {
            Role::DeskAnswered => self.sent_at.is_some(),
            Role::AnsweredElsewhere => true,
            Role::None | Role::Asks | Role::NotSent | Role::DidNotArrive => false,
        }
    }

    fn add_to(&self, hour: &mut HourCount) {
        match (self.kind, self.direction) {
            (ItemKind::Message, Direction::Inbound) => hour.inbound += 1,
            (ItemKind::Message, Direction::Outbound) => {
                hour.outbound += u32::from(self.sent_at.is_some());
                hour.astray += u32::from(self.role == Role::DidNotArrive);
            }
            (ItemKind::Call, Direction::Inbound) => {
                hour.calls += 1;
                hour.missed += u32::from(self.role == Role::Asks);
            }
            (ItemKind::Call, Direction::Outbound) | (ItemKind::Note, _) => {}
        }
    }

    fn is_missed_call(&self) -> bool {
        self.kind == ItemKind::Call && self.direction == Direction::Inbound && self.role == Role::Asks
    }
}

/// After so many items what was counted is written down, so that neither a reader nor the writer is held for long.
const ITEMS_AT_ONCE: u32 = 1_500;

impl ReadTx<'_> {
    /// Counts the first of these days, as many as go in one go; one at least.
    pub fn count_days(&self, days: &[DueDay], rules: &FigureRules) -> Result<Vec<DayCount>> {
        let (mut counts, mut items) = (Vec::new(), 0);
        for due in days {
            let count = self.count_day(*due, rules)?;
            items += count.items;
            counts.push(count);
            if items >= ITEMS_AT_ONCE {
                break;
            }
        }
        Ok(counts)
    }

    /// Conversations that count in no figure. Those that are muted do: their patients wait like all others.
    fn spam(&self) -> Result<BTreeSet<i64>> {
        let rows = self
            .all("SELECT row FROM conversation WHERE spam = 1 AND last_pos > 0", [], |row| Ok(row.get(0)?))?;
        Ok(rows.into_iter().collect())
    }

    /// Counts a day.
    pub(crate) fn count_day(&self, due: DueDay, rules: &FigureRules) -> Result<DayCount> {
        let mut count = DayCount {
            due,
            items: 0,
            hours: BTreeMap::new(),
            waits: Vec::new(),
            staff: BTreeMap::new(),
            missed: Vec::new(),
        };
        let items = self.all(
            &format!("SELECT {COUNTED} FROM item WHERE pos >= ?1 AND pos < ?2 AND listed = 1 AND kind < 2"),
            params![due.from, due.to],
            Counted::of,
        )?;
        let spam = self.spam()?;
        for item in items {
            count.items += 1;
            if spam.contains(&item.conversation) {
                continue;
            }
            let hour = WallTime::of(&rules.zone, item.pos.at()).hour;
            item.add_to(count.hours.entry((hour, item.channel)).or_default());
            if item.is_missed_call() {
                count.missed.push((item.pos, item.conversation));
            }
            if !item.answers() {
                continue;
            }
            if let Some(staff) = item.staff {
                let load = count.staff.entry((staff, item.conversation));
                load.or_insert(StaffCount { channel: item.channel, answers: 0 }).answers += 1;
            }
            count.waits.extend(self.wait_ended_by(&item, rules)?);
        }
        Ok(count)
    }
}

impl WriteTx<'_> {
    /// Replaces what is kept of a day.
    pub(super) fn keep_day(&mut self, count: &DayCount) -> Result<()> {
        let DueDay { day, from, to } = count.due;
        self.execute("DELETE FROM figure_hour WHERE day = ?1", [day.0])?;
        self.execute("DELETE FROM figure_staff WHERE day = ?1", [day.0])?;
        self.execute("DELETE FROM figure_missed WHERE pos >= ?1 AND pos < ?2", params![from, to])?;
        self.execute(
            "DELETE FROM figure_reply WHERE answered_pos >= ?1 AND answered_pos < ?2",
            params![from, to],
        )?;
        for ((hour, channel), it) in &count.hours {
            self.execute(
                "INSERT INTO figure_hour (day, hour, channel, inbound, outbound, calls, missed, astray)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![day.0, hour, channel, it.inbound, it.outbound, it.calls, it.missed, it.astray],
            )?;
        }
        for ((staff, conversation), it) in &count.staff {
            self.execute(
                "INSERT INTO figure_staff (day, staff, conversation, channel, answers) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![day.0, staff, conversation, it.channel, it.answers],
            )?;
        }
        for (pos, conversation) in &count.missed {
            self.execute(
                "INSERT INTO figure_missed (pos, conversation) VALUES (?1, ?2)",
                params![pos, conversation],
            )?;
        }
        count.waits.iter().try_for_each(|wait| self.keep_wait(wait))
    }
}
