//! Which days are to be counted.

use anteroom_model::hours::OpeningHours;
use anteroom_model::{Day, WallTime};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::params;

use super::DayCount;
use crate::column::{ms, to_json};
use crate::{Position, ReadTx, Result, WriteTx};

/// Under what days are counted. When it changes, all are counted again: figures are a function of the items, of this, and
/// of the accounts that may answer late.
#[derive(Clone, Debug)]
pub struct FigureRules {
    /// The practice's zone.
    pub zone: TimeZone,
    /// Its opening hours.
    pub hours: OpeningHours,
}

/// Changes when this program counts otherwise than the one before.
const WAY_OF_COUNTING: u32 = 2;

/// A day that is to be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueDay {
    /// The day.
    pub day: Day,
    /// Its first place.
    pub from: Position,
    /// Its end, or now if it is not over.
    pub to: Position,
}

/// What there is to count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayPlan {
    /// Days to count, the newest first.
    pub due: Vec<DueDay>,
    /// Conversations to look at again.
    pub late: u32,
    /// The first day that has anything.
    pub first: Option<Day>,
    /// When a day was counted last.
    pub counted_at: Option<Timestamp>,
    /// Somebody has asked for figures in this clinic.
    pub wanted: bool,
    /// The zone, the hours or the rights are other ones than those of the count before.
    pub new_rules: bool,
}

/// Days that are announced in one go. More would be read again if the program ended meanwhile.
const DAYS_AT_ONCE: usize = 14;

impl DayPlan {
    /// The days to announce next, when so many of those that are due were counted.
    pub fn next(&self, counted: usize) -> &[DueDay] {
        let left = self.due.get(counted..).unwrap_or_default();
        &left[..left.len().min(DAYS_AT_ONCE)]
    }

    /// Whether everything is counted.
    pub fn is_done(&self) -> bool {
        self.due.is_empty() && self.late == 0 && !self.new_rules
    }
}

/// Looked at again in one go.
pub(super) const LATE_AT_ONCE: i64 = 50;

impl ReadTx<'_> {
    /// The rules as they are kept. Which accounts may answer late is one of them: what was too late depends on it.
    fn words(&self, rules: &FigureRules) -> Result<String> {
        let late = "SELECT row FROM account WHERE human_agent = 1 ORDER BY row";
        let late: Vec<i64> = self.all(late, [], |row| Ok(row.get(0)?))?;
        to_json(&(WAY_OF_COUNTING, rules.zone.iana_name(), &rules.hours, late))
    }

    /// What is to be counted, up to now.
    pub fn figures_due(&self, rules: &FigureRules) -> Result<DayPlan> {
        let kept: Option<String> = self.value("SELECT rules FROM figure_rules WHERE row = 1", [])?;
        let words = self.words(rules)?;
        let first: Option<Position> = self.value("SELECT min(pos) FROM item", [])?.flatten();
        let late = self.all("SELECT conversation FROM figure_late LIMIT ?1", [LATE_AT_ONCE], |row| {
            Ok(row.get::<_, i64>(0)?)
        })?;
        let mut plan = DayPlan {
            late: u32::try_from(late.len()).unwrap_or(u32::MAX),
            wanted: kept.is_some(),
            new_rules: kept.is_some_and(|kept| words != kept),
            ..DayPlan::default()
        };
        let Some(first) = first else { return Ok(plan) };
        let known =
            self.all("SELECT from_pos, to_pos, state, at FROM figure_day ORDER BY from_pos", [], |row| {
                let (from, to): (Position, Position) = (row.get(0)?, row.get(1)?);
                Ok((from, to, row.get::<_, i64>(2)?, row.get::<_, Option<i64>>(3)?))
            })?;
        plan.counted_at = known
            .iter()
            .filter_map(|known| known.3)
            .max()
            .and_then(|at| Timestamp::from_millisecond(at).ok());
        // What happened in this very millisecond is there too.
        let now = Position(Position::first_at(self.now()).last_of_ms().0 + 1);
        let mut day = WallTime::of(&rules.zone, first.at()).day;
        plan.first = Some(day);
        let mut from = Position::first_at(day.begins(&rules.zone));
        while from <= now {
            let end = Position::first_at(day.plus(1).begins(&rules.zone));
            let to = end.min(now);
            let due = match known.binary_search_by_key(&from, |known| known.0) {
                Err(_) => true,
                Ok(at) if known[at].2 > 0 || plan.new_rules => true,
                Ok(at) => known[at].1 < to && self.has_items(known[at].1, to)?,
            };
            if due && from < end {
                plan.due.push(DueDay { day, from, to: to.max(from) });
            }
            (day, from) = (day.plus(1), end);
        }
        plan.due.reverse();
        Ok(plan)
    }

    /// Whether there is an item from one place up to, without, another.
    fn has_items(&self, from: Position, to: Position) -> Result<bool> {
        let found: Option<i64> =
            self.value("SELECT 1 FROM item WHERE pos >= ?1 AND pos < ?2 LIMIT 1", params![from, to])?;
        Ok(found.is_some())
    }

    /// Whether a place lies in a counted part of a day.
    pub(super) fn is_counted(&self, pos: Position) -> Result<bool> {
        let to: Option<Position> = self.value(
            "SELECT to_pos FROM figure_day WHERE from_pos <= ?1 ORDER BY from_pos DESC LIMIT 1",
            [pos],
        )?;
        Ok(to.is_some_and(|to| pos < to))
    }
}

impl WriteTx<'_> {
    /// From now on these are the rules; everything that was counted under others is counted again.
    pub fn figures_begin(&mut self, rules: &FigureRules) -> Result<()> {
        let (words, kept) =
            (self.words(rules)?, self.value::<String>("SELECT rules FROM figure_rules WHERE row = 1", [])?);
        if kept.as_ref() == Some(&words) {
            return Ok(());
        }
        if kept.is_some() {
            // In another zone days begin elsewhere. What was counted under the old ones is replaced day by day.
            self.execute("DELETE FROM figure_day", [])?;
        }
        self.execute(
            "INSERT INTO figure_rules (row, rules) VALUES (1, ?1) ON CONFLICT (row) DO UPDATE SET rules = excluded.rules",
            [words],
        )?;
        Ok(())
    }

    /// These days are read after this: what changes in them from now on marks them anew.
    pub fn figures_reading(&mut self, days: &[DueDay]) -> Result<()> {
        for due in days {
            self.execute(
                "INSERT INTO figure_day (from_pos, to_pos, day, state) VALUES (?1, ?2, ?3, 1)
                 ON CONFLICT (from_pos) DO UPDATE SET to_pos = max(to_pos, excluded.to_pos), day = excluded.day, state = 1",
                params![due.from, due.to, due.day.0],
            )?;
        }
        Ok(())
    }

    /// Keeps what was counted of days that were announced with [`WriteTx::figures_reading`].
    pub fn figures_keep(&mut self, days: &[DayCount]) -> Result<()> {
        for count in days {
            self.keep_day(count)?;
            self.execute(
                "UPDATE figure_day SET state = iif(state = 1, 0, state), at = ?2 WHERE from_pos = ?1",
                params![count.due.from, ms(self.now())],
            )?;
        }
        Ok(())
    }
}
