//! The times that are offered without typing, numbered 1 to 6.
//!
//! Holds: there are always six, each in its own place, so that the hand learns them; each lies ahead and on a day on
//! which the practice is open, so that what wakes up then wakes before somebody.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp, ToSpan};

use super::place::{USUAL_OPENING, moment, open_on};
use crate::OpeningHours;

/// Which time is offered; the window has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceKey {
    /// In three hours.
    LaterToday,
    /// When the practice opens next, where today is over or tomorrow is closed.
    NextOpening,
    /// Tomorrow at opening.
    Tomorrow,
    /// In two days at opening.
    InTwoDays,
    /// Monday of next week at opening.
    NextWeek,
    /// In a week at opening.
    InAWeek,
    /// In a month at opening.
    InAMonth,
}

/// A time that is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Which.
    pub key: ChoiceKey,
    /// The time.
    pub at: Timestamp,
}

const LATER: SignedDuration = SignedDuration::from_hours(3);
/// Clock faces have five-minute marks, and so have times that people read.
const STEP: i64 = 5 * 60;
/// A practice that is closed longer than this has no hours that help.
const LONGEST_CLOSED: i32 = 31;

/// The six times that are offered at `now`.
pub fn choices(now: Timestamp, zone: &TimeZone, hours: &OpeningHours) -> Vec<Choice> {
    let today = zone.to_datetime(now).date();
    let day = |span: Span| today.checked_add(span).unwrap_or(today);
    let opening = |from: Date| opening_from(from, zone, hours);
    let tomorrow = day(1.days());
    let to_monday = 7 - i32::from(today.weekday().to_monday_zero_offset());
    let first = match later_today(now, today, zone, hours) {
        Some(at) => (ChoiceKey::LaterToday, Some(at)),
        None => (ChoiceKey::NextOpening, opening(tomorrow)),
    };
    let second =
        if open_on(hours, tomorrow).is_some() { ChoiceKey::Tomorrow } else { ChoiceKey::NextOpening };
    let offered = [
        first,
        (second, opening(tomorrow)),
        (ChoiceKey::InTwoDays, opening(day(2.days()))),
        (ChoiceKey::NextWeek, opening(day(to_monday.days()))),
        (ChoiceKey::InAWeek, opening(day(7.days()))),
        (ChoiceKey::InAMonth, opening(day(1.months()))),
    ];
    offered.into_iter().filter_map(|(key, at)| Some(Choice { key, at: at? })).collect()
}

fn later_today(now: Timestamp, today: Date, zone: &TimeZone, hours: &OpeningHours) -> Option<Timestamp> {
    let (_, until) = open_on(hours, today)?;
    let closes = moment(zone, today, until)?;
    let seconds = now.checked_add(LATER).ok()?.as_second();
    let rounded = seconds.checked_add((STEP - seconds.rem_euclid(STEP)) % STEP)?;
    Timestamp::from_second(rounded).ok().filter(|at| *at < closes)
}

/// The opening of the first open day from `date` on.
fn opening_from(date: Date, zone: &TimeZone, hours: &OpeningHours) -> Option<Timestamp> {
    let days = (0..LONGEST_CLOSED).filter_map(|n| date.checked_add(n.days()).ok());
    let found = days.into_iter().find_map(|day| Some((day, open_on(hours, day)?.0)));
    let (day, from): (Date, Time) = found.unwrap_or((date, USUAL_OPENING));
    moment(zone, day, from)
}
