//! Which days somebody wants to see.

use std::ops::RangeInclusive;

use anteroom_model::{Day, WallTime};
use jiff::civil::Date;

use crate::core::Core;
use crate::fault::Fault;
use crate::views::InsightsRange;

/// More days than a year and its leap day are not drawn.
const MOST_DAYS: i32 = 366;

/// Some days, and as many before them.
#[derive(Clone, Debug)]
pub(super) struct Days {
    pub these: RangeInclusive<Day>,
    pub before: RangeInclusive<Day>,
}

impl Days {
    pub fn of(core: &Core, range: &InsightsRange) -> Result<Self, Fault> {
        let today = WallTime::of(&core.zone, core.clock.now()).day;
        let (from, to) = match range {
            InsightsRange::Days { days } => {
                let days = i32::try_from(*days).unwrap_or(MOST_DAYS).clamp(1, MOST_DAYS);
                (today.plus(1 - days), today)
            }
            InsightsRange::Dates { from, to } => (date(from, "from")?, date(to, "to")?),
        };
        if to < from || to.0 - from.0 >= MOST_DAYS {
            return Err(Fault::invalid("to"));
        }
        let length = to.0 - from.0 + 1;
        Ok(Self { these: from..=to, before: from.plus(-length)..=from.plus(-1) })
    }

    pub fn length(&self) -> u32 {
        u32::try_from(self.these.end().0 - self.these.start().0 + 1).unwrap_or_default()
    }

    /// The first day of both.
    pub fn earliest(&self) -> Day {
        *self.before.start()
    }
}

/// Each of some days.
pub(super) fn each(days: &RangeInclusive<Day>) -> impl Iterator<Item = Day> + use<> {
    (days.start().0..=days.end().0).map(Day)
}

fn date(text: &str, field: &str) -> Result<Day, Fault> {
    let invalid = || Fault::invalid(field);
    let date: Date = text.trim().parse().map_err(|_| invalid())?;
    // Nobody's practice has figures of other centuries.
    if (1970..=2200).contains(&date.year()) { Ok(Day::of(date)) } else { Err(invalid()) }
}
