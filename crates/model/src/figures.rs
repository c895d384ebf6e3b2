//! Figures: local days as numbers, and what stands for many waits.
//!
//! Holds: a day is the practice's own, also on the nights on which the clocks change; half and nine in ten are waits
//! that somebody really had, never something in between.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

const FIRST: Date = Date::constant(1970, 1, 1);

/// A date as a number: days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

impl Day {
    /// The number of a date.
    pub fn of(date: Date) -> Self {
        let days = FIRST.duration_until(date).as_hours() / 24;
        Self(i32::try_from(days).unwrap_or_default())
    }

    /// The date; the nearest one that there is for numbers out of all range.
    pub fn date(self) -> Date {
        FIRST.saturating_add(self.0.days())
    }

    /// The day after so many days.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Monday is 0.
    pub fn weekday(self) -> u8 {
        let offset = self.date().weekday().since(Weekday::Monday);
        u8::try_from(offset).unwrap_or_default()
    }

    /// When it begins at the practice.
    pub fn begins(self, zone: &TimeZone) -> Timestamp {
        match self.date().to_zoned(zone.clone()) {
            Ok(begins) => begins.timestamp(),
            Err(_) if self.0 < 0 => Timestamp::MIN,
            Err(_) => Timestamp::MAX,
        }
    }
}

/// A moment by the clock and the calendar on the practice's wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WallTime {
    /// The day.
    pub day: Day,
    /// The hour, 0 to 23.
    pub hour: u8,
}

impl WallTime {
    /// What the wall shows at `at`.
    pub fn of(zone: &TimeZone, at: Timestamp) -> Self {
        let local = zone.to_datetime(at);
        Self { day: Day::of(local.date()), hour: u8::try_from(local.hour()).unwrap_or_default() }
    }
}

/// What stands for many waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Typical<T> {
    /// How many there were.
    pub of: usize,
    /// Half were at most so long.
    pub half: T,
    /// Nine in ten were at most so long.
    pub nine_in_ten: T,
}

impl<T: Copy + Ord> Typical<T> {
    /// Of some waits in any order; `None` of none.
    pub fn among(waits: &mut [T]) -> Option<Self> {
        let of = waits.len();
        // The smallest one that so many tenths do not exceed.
        let place = |tenths: usize| (of * tenths).div_ceil(10).saturating_sub(1);
        let (half, most) = (place(5), place(9));
        if of == 0 {
            return None;
        }
        let nine_in_ten = *waits.select_nth_unstable(most).1;
        let half = *waits[..=most].select_nth_unstable(half).1;
        Some(Self { of, half, nine_in_ten })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn london() -> TimeZone {
        TimeZone::get("Europe/London").unwrap()
    }

    #[test]
    fn a_day_begins_at_the_practices_midnight_also_when_the_clocks_change() {
        let spring = Day::of(Date::constant(2026, 3, 29));
        assert_eq!(spring.begins(&london()).to_string(), "2026-03-29T00:00:00Z");
        assert_eq!(spring.plus(1).begins(&london()).to_string(), "2026-03-29T23:00:00Z");
        assert_eq!(spring.weekday(), 6);
        let after = "2026-03-29T01:00:00Z".parse().unwrap();
        assert_eq!(WallTime::of(&london(), after), WallTime { day: spring, hour: 2 });
    }

    #[test]
    fn a_zone_that_skips_midnight_begins_its_day_later() {
        let beirut = TimeZone::get("Asia/Beirut").unwrap();
        let day = Day::of(Date::constant(2026, 3, 29));
        assert_eq!(WallTime::of(&beirut, day.begins(&beirut)), WallTime { day, hour: 1 });
    }

    #[test]
    fn half_and_nine_in_ten_are_waits_that_somebody_had() {
        assert_eq!(Typical::<i32>::among(&mut []), None);
        assert_eq!(Typical::among(&mut [7]), Some(Typical { of: 1, half: 7, nine_in_ten: 7 }));
        let mut ten: Vec<i32> = (1..=10).rev().collect();
        assert_eq!(Typical::among(&mut ten), Some(Typical { of: 10, half: 5, nine_in_ten: 9 }));
    }

    proptest! {
        #[test]
        fn they_are_what_sorting_would_give(mut waits in prop::collection::vec(0i64..1000, 1..60)) {
            let mut sorted = waits.clone();
            sorted.sort_unstable();
            let found = Typical::among(&mut waits).unwrap();
            let at_most = |most: i64| sorted.iter().filter(|wait| **wait <= most).count();
            prop_assert!(at_most(found.half) * 2 >= sorted.len() && at_most(found.half - 1) * 2 < sorted.len());
            prop_assert!(at_most(found.nine_in_ten) * 10 >= sorted.len() * 9);
            prop_assert!(at_most(found.nine_in_ten - 1) * 10 < sorted.len() * 9);
        }

        #[test]
        fn every_day_comes_back_as_its_number(n in -200_000i32..200_000) {
            prop_assert_eq!(Day::of(Day(n).date()), Day(n));
        }
    }
}
