//! What opening hours must be like, and which field is not.

use serde::{Deserialize, Serialize};

use super::{DAY_MINUTES, Exception, Period};

/// More periods in one day than any practice has.
pub const MOST_PERIODS: usize = 8;
/// Holidays of many years; more would make every look at the clock slow.
pub const MOST_CLOSURES: usize = 300;
/// Characters of an exception's name.
pub const LONGEST_CLOSURE_NAME: usize = 80;

/// A field of opening hours. Numbers count from 0, as they were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "field", rename_all = "snake_case")]
pub enum HoursField {
    /// A period of a weekday; Monday is 0.
    Week {
        /// The weekday.
        day: usize,
        /// Which of its periods.
        period: usize,
    },
    /// A period of an exception.
    ExceptionPeriod {
        /// Which exception.
        exception: usize,
        /// Which of its periods.
        period: usize,
    },
    /// The days of an exception.
    ExceptionDates {
        /// Which exception.
        exception: usize,
    },
    /// The name of an exception.
    ExceptionName {
        /// Which exception.
        exception: usize,
    },
    /// The list of exceptions.
    Exceptions,
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoursFault {
    /// No such time of day.
    NotATime,
    /// It ends before it begins, or at once.
    EndsBeforeItBegins,
    /// It overlaps an earlier one.
    Overlaps,
    /// There are too many.
    TooMany,
    /// It has no name.
    NoName,
    /// Its name is too long.
    NameTooLong,
    /// It returns every year but is longer than one.
    LongerThanAYear,
}

/// Opening hours that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("opening hours: {fault:?} in {field:?}")]
pub struct HoursError {
    /// Which field.
    pub field: HoursField,
    /// What is wrong with it.
    pub fault: HoursFault,
}

pub(super) fn all(week: &[Vec<Period>; 7], exceptions: &[Exception]) -> Result<(), HoursError> {
    for (day, periods) in week.iter().enumerate() {
        of_day(periods, |period| HoursField::Week { day, period })?;
    }
    if exceptions.len() > MOST_CLOSURES {
        return Err(HoursError { field: HoursField::Exceptions, fault: HoursFault::TooMany });
    }
    for (exception, it) in exceptions.iter().enumerate() {
        let dates = |fault| HoursError { field: HoursField::ExceptionDates { exception }, fault };
        let name = |fault| HoursError { field: HoursField::ExceptionName { exception }, fault };
        if it.to < it.from {
            return Err(dates(HoursFault::EndsBeforeItBegins));
        }
        if it.yearly && it.days() > 365 {
            return Err(dates(HoursFault::LongerThanAYear));
        }
        match it.name.trim().chars().count() {
            0 => return Err(name(HoursFault::NoName)),
            long if long > LONGEST_CLOSURE_NAME => return Err(name(HoursFault::NameTooLong)),
            _ => of_day(&it.periods, |period| HoursField::ExceptionPeriod { exception, period })?,
        }
    }
    Ok(())
}

fn of_day(periods: &[Period], field: impl Fn(usize) -> HoursField) -> Result<(), HoursError> {
    for (at, period) in periods.iter().enumerate() {
        let wrong = if at >= MOST_PERIODS {
            Some(HoursFault::TooMany)
        } else if period.from >= DAY_MINUTES || period.to > DAY_MINUTES {
            Some(HoursFault::NotATime)
        } else if period.to <= period.from {
            Some(HoursFault::EndsBeforeItBegins)
        } else if periods[..at].iter().any(|other| period.from < other.to && other.from < period.to) {
            Some(HoursFault::Overlaps)
        } else {
            None
        };
        if let Some(fault) = wrong {
            return Err(HoursError { field: field(at), fault });
        }
    }
    Ok(())
}
