//! From a wish to times that lie ahead.
//!
//! Holds: a time that the clock skips in spring moves forward by what was skipped; one that it shows twice in autumn is
//! the earlier. A wish whose time has passed today means the next day on which it can be, never the past.

use jiff::civil::{Date, Time, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp, ToSpan};

use super::lexicon::Part;
use super::wish::{DayWish, TimeWish, Wish};
use crate::OpeningHours;

/// A day on which nothing is known begins then.
pub(super) const USUAL_OPENING: Time = time(8, 30, 0, 0);
/// Nobody plans further ahead at a front desk; a slip of the finger does.
const FURTHEST: SignedDuration = SignedDuration::from_hours(2 * 366 * 24);

/// Where a text is read: the time, the zone, the opening hours.
pub(super) struct Place<'a> {
    now: Timestamp,
    today: Date,
    zone: &'a TimeZone,
    hours: &'a OpeningHours,
}

/// The moment of a local time.
pub(super) fn moment(zone: &TimeZone, date: Date, time: Time) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(date.to_datetime(time)).compatible().ok()
}

/// When the practice opens first and closes last on a day; `None` if it is closed.
pub(super) fn open_on(hours: &OpeningHours, date: Date) -> Option<(Time, Time)> {
    let periods = hours.on(date);
    let at = |minute: u16| {
        let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
        // Midnight at the end of the day is the last time that the day has.
        Some(Time::new(hour, minute, 0, 0).unwrap_or(Time::MAX))
    };
    Some((at(periods.first()?.from)?, at(periods.last()?.to)?))
}

impl<'a> Place<'a> {
    pub fn new(now: Timestamp, zone: &'a TimeZone, hours: &'a OpeningHours) -> Self {
        Self { now, today: zone.to_datetime(now).date(), zone, hours }
    }

    /// What a wish comes to, the likeliest first.
    pub fn times(&self, wish: &Wish, next_skips: bool) -> Vec<Timestamp> {
        if let Some(minutes) = wish.minutes {
            let at = self.now.checked_add(SignedDuration::from_mins(minutes)).ok();
            return at.filter(|at| self.is_ahead(*at)).into_iter().collect();
        }
        let days = self.days(wish, next_skips);
        let mut found = Vec::new();
        for date in days.dates {
            let at = self.on(date, wish);
            let had_any = !at.is_empty();
            found.extend(at);
            if had_any && !(days.repeats && date == self.today) {
                break;
            }
        }
        if days.both {
            found.extend(self.days_after(wish, next_skips));
        }
        found
    }

    fn is_ahead(&self, at: Timestamp) -> bool {
        at > self.now && at.duration_since(self.now) <= FURTHEST
    }

    fn day(&self, span: Span) -> Option<Date> {
        self.today.checked_add(span).ok()
    }

    /// The days that a wish names, in order; the first on which its time lies ahead counts.
    fn days(&self, wish: &Wish, next_skips: bool) -> Days {
        let in_days = |n: i32| self.day(n.days());
        let dates = match (wish.day, wish.week) {
            (None, None) if wish.time.is_some() || wish.part.is_some() => vec![in_days(0), in_days(1)],
            (None, None) => Vec::new(),
            (None, Some(week)) if week > 0 => vec![self.in_week(week, 0)],
            (None, Some(_)) => Vec::new(),
            (Some(DayWish::Weekday { day, .. }), Some(week)) => vec![self.in_week(week, day)],
            (Some(_), Some(_)) => Vec::new(),
            (Some(DayWish::After(n)), None) => vec![in_days(n)],
            (Some(DayWish::Months(n)), None) => vec![self.day(n.months())],
            (Some(DayWish::MonthStart(n)), None) => vec![self.day(n.months()).map(Date::first_of_month)],
            (Some(DayWish::Date { year, month, day }), None) => match year {
                Some(year) => vec![Date::new(year, month, day).ok()],
                None => (0..=2).map(|n| Date::new(self.today.year() + n, month, day).ok()).collect(),
            },
            (Some(DayWish::Weekday { day, next }), None) => {
                let coming = self.until(day);
                return match (next, next_skips) {
                    (false, _) => {
                        let dates = vec![in_days(coming), in_days(coming + 7)];
                        Days { repeats: coming == 0, ..Days::of(dates) }
                    }
                    (true, true) => Days { both: true, ..Days::of(vec![self.in_week(1, day)]) },
                    (true, false) => {
                        let first = if coming == 0 { 7 } else { coming };
                        Days { both: true, ..Days::of(vec![in_days(first)]) }
                    }
                };
            }
        };
        Days::of(dates)
    }

    /// The other day that "next Tuesday" may be.
    fn days_after(&self, wish: &Wish, next_skips: bool) -> Vec<Timestamp> {
        let Some(DayWish::Weekday { day, .. }) = wish.day else { return Vec::new() };
        let coming = self.until(day);
        let other = if next_skips { coming } else { coming + 7 };
        let date = self.day(other.days()).filter(|date| *date != self.today);
        date.map(|date| self.on(date, wish)).unwrap_or_default()
    }

    /// Days until a day of the week, 0 to 6.
    fn until(&self, day: i8) -> i32 {
        i32::from(day - self.today.weekday().to_monday_zero_offset()).rem_euclid(7)
    }

    fn in_week(&self, week: i32, day: i8) -> Option<Date> {
        let since_monday = i32::from(self.today.weekday().to_monday_zero_offset());
        self.day((week * 7 - since_monday + i32::from(day)).days())
    }

    /// The times of a wish on a day that lie ahead.
    fn on(&self, date: Date, wish: &Wish) -> Vec<Timestamp> {
        let (times, all) = match (wish.time, wish.part) {
            (Some(wished), part) => {
                let some_day = wish.day.is_none() && wish.week.is_none();
                (clock_times(wished, part, some_day), wished.hour < 7 && !wished.bare)
            }
            (None, Some(Part::Morning)) => (vec![self.morning(date)], false),
            (None, Some(Part::Noon)) => (vec![time(12, 0, 0, 0)], false),
            (None, Some(Part::Afternoon)) => (vec![time(14, 0, 0, 0), time(16, 0, 0, 0)], false),
            (None, Some(Part::Evening)) => {
                (vec![time(18, 0, 0, 0), time(20, 0, 0, 0), time(22, 0, 0, 0)], false)
            }
            (None, None) if date == self.today => {
                let later = [14, 16, 18].map(|hour| time(hour, 0, 0, 0));
                (std::iter::once(self.opening(date)).chain(later).collect(), false)
            }
            (None, None) => (vec![self.opening(date)], false),
        };
        let ahead = times.into_iter().filter_map(|time| moment(self.zone, date, time));
        let ahead = ahead.filter(|at| self.is_ahead(*at));
        if all { ahead.collect() } else { ahead.take(1).collect() }
    }

    fn opening(&self, date: Date) -> Time {
        open_on(self.hours, date).map_or(USUAL_OPENING, |(from, _)| from)
    }

    /// A practice that opens after noon still has mornings.
    fn morning(&self, date: Date) -> Time {
        Some(self.opening(date)).filter(|from| from.hour() < 12).unwrap_or(USUAL_OPENING)
    }
}

struct Days {
    dates: Vec<Date>,
    /// The first is today and the same weekday in a week may be meant just as well.
    repeats: bool,
    /// There is another day that may be meant.
    both: bool,
}

impl Days {
    fn of(dates: Vec<Option<Date>>) -> Self {
        Self { dates: dates.into_iter().flatten().collect(), repeats: false, both: false }
    }
}

/// The times of day that a number may be, the likelier first: nobody works at three at night, and on `some_day` nine
/// o'clock is the next morning rather than tonight.
fn clock_times(wished: TimeWish, part: Option<Part>, some_day: bool) -> Vec<Time> {
    let TimeWish { hour, minute, exact, .. } = wished;
    let after_noon = hour % 12 + 12;
    let hours = match part {
        _ if exact => vec![hour],
        Some(Part::Morning) => vec![hour],
        Some(Part::Noon) if hour >= 10 => vec![hour],
        Some(Part::Noon | Part::Afternoon | Part::Evening) => vec![after_noon],
        None if hour <= 6 => vec![after_noon, hour],
        None if some_day => vec![hour],
        None => vec![hour, after_noon],
    };
    hours.into_iter().filter_map(|hour| Time::new(hour, minute, 0, 0).ok()).collect()
}
