//! When the practice is open: a week of periods in local time, and dates that are different.
//!
//! Holds: an [`OpeningHours`] that exists is valid; it can only be made by [`OpeningHours::new`], also from the store.
//! A period is what the clock on the wall shows. It begins at the first moment at which that clock has reached its
//! beginning and ends at the first moment at which it has reached its end, so on the night of a change of time nothing
//! is counted twice and an hour that does not exist is nobody's opening time.
//! Refused: an opening that runs past midnight as one period. It is two, ending at 24:00 and beginning at 00:00, and
//! counts as one run.

mod check;
mod spans;
mod time;

#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use check::{HoursError, HoursFault, HoursField, LONGEST_CLOSURE_NAME, MOST_CLOSURES, MOST_PERIODS};
pub use spans::Span;
pub use time::ClosedPeriod;

/// Minutes from midnight to midnight.
pub const DAY_MINUTES: u16 = 24 * 60;

/// A stretch of a day in which the practice is open, in minutes after midnight by the clock on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// The first minute.
    pub from: u16,
    /// The minute at which it closes; 1440 is midnight at the end of the day.
    pub to: u16,
}

/// Days that are not as their weekday says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// What staff call it.
    pub name: String,
    /// When it is open nevertheless; empty: closed.
    pub periods: Vec<Period>,
    /// The same days of every year.
    pub yearly: bool,
}

/// The parts of opening hours before anybody has checked them.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Parts {
    week: [Vec<Period>; 7],
    exceptions: Vec<Exception>,
}

/// When the practice is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct OpeningHours {
    week: [Vec<Period>; 7],
    exceptions: Vec<Exception>,
}

impl OpeningHours {
    /// Opening hours of these weekdays, Monday first, with these exceptions.
    ///
    /// # Errors
    /// The first field that is not right, and what is wrong with it.
    pub fn new(week: [Vec<Period>; 7], exceptions: Vec<Exception>) -> Result<Self, HoursError> {
        check::all(&week, &exceptions)?;
        let sorted = |mut periods: Vec<Period>| {
            periods.sort_unstable();
            periods
        };
        Ok(Self {
            week: week.map(sorted),
            exceptions: exceptions
                .into_iter()
                .map(|it| Exception { name: it.name.trim().to_owned(), periods: sorted(it.periods), ..it })
                .collect(),
        })
    }

    /// The periods of every weekday, Monday first.
    pub const fn week(&self) -> &[Vec<Period>; 7] {
        &self.week
    }

    /// The days that are different.
    pub fn exceptions(&self) -> &[Exception] {
        &self.exceptions
    }

    /// When it is open on `date`. Of several exceptions the one with the fewest days counts, a dated one before one of
    /// every year, and the later in the list before the earlier.
    pub fn on(&self, date: Date) -> &[Period] {
        let special = self
            .exceptions
            .iter()
            .enumerate()
            .filter(|(_, it)| it.covers(date))
            .min_by_key(|(at, it)| (it.days(), it.yearly, std::cmp::Reverse(*at)));
        match special {
            Some((_, exception)) => &exception.periods,
            None => &self.week[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())],
        }
    }

    /// Whether there is any period at all.
    fn ever_opens(&self) -> bool {
        self.week.iter().chain(self.exceptions.iter().map(|it| &it.periods)).any(|day| !day.is_empty())
    }
}

impl Exception {
    /// Whether it speaks of `date`.
    pub fn covers(&self, date: Date) -> bool {
        if !self.yearly {
            return self.from <= date && date <= self.to;
        }
        let day = |date: Date| (date.month(), date.day());
        let (from, to, at) = (day(self.from), day(self.to), day(date));
        if from <= to { from <= at && at <= to } else { at >= from || at <= to }
    }

    /// How many days it has.
    fn days(&self) -> i64 {
        self.from.duration_until(self.to).as_hours() / 24 + 1
    }
}

impl Default for OpeningHours {
    /// Monday to Friday, half past eight to half past five.
    fn default() -> Self {
        let open = vec![Period { from: 8 * 60 + 30, to: 17 * 60 + 30 }];
        let week = std::array::from_fn(|day| if day < 5 { open.clone() } else { Vec::new() });
        Self { week, exceptions: Vec::new() }
    }
}

impl TryFrom<Parts> for OpeningHours {
    type Error = HoursError;
    fn try_from(parts: Parts) -> Result<Self, HoursError> {
        Self::new(parts.week, parts.exceptions)
    }
}

impl From<OpeningHours> for Parts {
    fn from(hours: OpeningHours) -> Self {
        Self { week: hours.week, exceptions: hours.exceptions }
    }
}
