//! Opening hours as moments: one after the other, forwards or backwards from a day.
//!
//! Holds: the spans of one walk do not overlap, are never empty, and follow each other in one direction. A walk ends after
//! [`FARTHEST`] days, so that a practice which never opens costs a bounded look.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, ToSpan};

use super::{DAY_MINUTES, OpeningHours, Period};

/// Days that a walk looks at: eleven years, so that spans of ten are exact.
pub(super) const FARTHEST: usize = 11 * 366;

/// Open from, and until.
pub type Span = (Timestamp, Timestamp);

/// The spans from the day before `at` on. Two adjoining periods are two spans.
pub(super) fn forward<'a>(
    hours: &'a OpeningHours,
    zone: &'a TimeZone,
    at: Timestamp,
) -> impl Iterator<Item = Span> + 'a {
    days(hours, zone, at, 1)
        .flat_map(move |date| hours.on(date).iter().filter_map(move |period| span(zone, date, *period)))
}

/// The spans from the day after `at` back.
pub(super) fn backward<'a>(
    hours: &'a OpeningHours,
    zone: &'a TimeZone,
    at: Timestamp,
) -> impl Iterator<Item = Span> + 'a {
    days(hours, zone, at, -1)
        .flat_map(move |date| hours.on(date).iter().rev().filter_map(move |period| span(zone, date, *period)))
}

/// Days in one direction. They begin one day on the other side, since clocks that are set back at midnight show yesterday
/// again.
fn days(hours: &OpeningHours, zone: &TimeZone, at: Timestamp, step: i32) -> impl Iterator<Item = Date> {
    let today = at.to_zoned(zone.clone()).date();
    let first = today.saturating_sub(step.days());
    let most = if hours.ever_opens() { FARTHEST } else { 0 };
    std::iter::successors(Some(first), move |date| date.checked_add(step.days()).ok()).take(most)
}

/// The moments of a period on a day; `None` if the clocks leave nothing of it.
fn span(zone: &TimeZone, date: Date, period: Period) -> Option<Span> {
    let from = first_at(zone, at_minute(date, period.from)?)?;
    let to = first_at(zone, at_minute(date, period.to)?)?;
    (from < to).then_some((from, to))
}

fn at_minute(date: Date, minute: u16) -> Option<DateTime> {
    let date = if minute >= DAY_MINUTES { date.tomorrow().ok()? } else { date };
    let minute = minute % DAY_MINUTES;
    Some(date.at(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0))
}

/// The first moment at which the clock on the wall has reached `at`. In a gap that is the end of the gap.
fn first_at(zone: &TimeZone, at: DateTime) -> Option<Timestamp> {
    match zone.to_ambiguous_timestamp(at).offset() {
        AmbiguousOffset::Unambiguous { offset } => offset.to_timestamp(at).ok(),
        AmbiguousOffset::Fold { before, .. } => before.to_timestamp(at).ok(),
        AmbiguousOffset::Gap { after, .. } => {
            // Read with the later offset it lies before the change, which is therefore the next one.
            let earlier = after.to_timestamp(at).ok()?;
            zone.following(earlier).next().map(|change| change.timestamp())
        }
    }
}
