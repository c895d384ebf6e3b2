//! What is wished: which day, which time, which part of the day, or how long from now.
//!
//! Holds: each slot is filled once; filling it a second time, or with what does not go with the others, is no wish.

use super::lexicon::{Part, Unit};

/// Which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayWish {
    /// So many days from today.
    After(i32),
    /// So many months from today.
    Months(i32),
    /// The first of a month, so many from this.
    MonthStart(i32),
    /// A day of the week, in a named week if there is one; counted from Monday as 0.
    Weekday { day: i8, next: bool },
    /// A date, with or without its year.
    Date { year: Option<i16>, month: i8, day: i8 },
}

/// Which time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TimeWish {
    pub hour: i8,
    pub minute: i8,
    /// Before or after noon is settled.
    pub exact: bool,
    /// An hour alone, without minutes.
    pub bare: bool,
}

/// What is wished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wish {
    pub day: Option<DayWish>,
    /// A week, counted from the current one.
    pub week: Option<i32>,
    pub time: Option<TimeWish>,
    pub part: Option<Part>,
    /// Minutes from now.
    pub minutes: Option<i64>,
    /// The next one of what follows is meant.
    pub next: bool,
}

impl Wish {
    /// A number that may be something else than a time of day.
    pub fn is_vague(&self) -> bool {
        self.day.is_none()
            && self.week.is_none()
            && self.part.is_none()
            && self.time.is_some_and(|time| time.bare && !time.exact)
    }

    pub fn on(self, day: DayWish) -> Option<Self> {
        (self.day.is_none() && self.minutes.is_none() && !self.next)
            .then_some(Self { day: Some(day), ..self })
    }

    pub fn at(self, hour: u32, minute: u32, bare: bool, exact: bool) -> Option<Self> {
        if self.time.is_some() || self.minutes.is_some() || hour > 23 || minute > 59 {
            return None;
        }
        let (hour, minute) = (i8::try_from(hour).ok()?, i8::try_from(minute).ok()?);
        let exact = exact || hour == 0 || hour > 12;
        Some(Self { time: Some(TimeWish { hour, minute, exact, bare }), ..self })
    }

    pub fn part(self, part: Part) -> Option<Self> {
        (self.part.is_none() && self.minutes.is_none()).then_some(Self { part: Some(part), ..self })
    }

    pub fn half_day(self, after_noon: bool) -> Option<Self> {
        let time = self.time.filter(|time| time.hour <= 12 && !time.exact)?;
        let hour = time.hour % 12 + if after_noon { 12 } else { 0 };
        Some(Self { time: Some(TimeWish { hour, exact: true, ..time }), ..self })
    }

    pub fn span(self, n: u32, unit: Unit) -> Option<Self> {
        let n = i32::try_from(n).ok().filter(|n| *n <= 10_000)?;
        match unit {
            Unit::Minute | Unit::Hour => {
                if self.day.is_some() || self.week.is_some() || self.time.is_some() || self.part.is_some() {
                    return None;
                }
                let each = if unit == Unit::Hour { 60 } else { 1 };
                Some(Self { minutes: Some(self.minutes.unwrap_or(0) + i64::from(n) * each), ..self })
            }
            Unit::Day => self.on(DayWish::After(n)),
            Unit::Week => self.on(DayWish::After(n * 7)),
            Unit::Month => self.on(DayWish::Months(n)),
        }
    }

    pub fn week(self, week: i32) -> Option<Self> {
        (self.week.is_none() && self.minutes.is_none()).then_some(Self { week: Some(week), ..self })
    }

    pub fn date(self, year: Option<u32>, month: u32, day: u32) -> Option<Self> {
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let year = year.map(i16::try_from).transpose().ok()?;
        self.on(DayWish::Date { year, month: i8::try_from(month).ok()?, day: i8::try_from(day).ok()? })
    }
}
