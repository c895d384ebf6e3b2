//! Puts the practice, its hours and the next opening into the words of a rule.

use anteroom_model::OpeningHours;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::hours;

/// What is put in.
pub(super) struct Around<'a> {
    pub practice: &'a str,
    pub hours: &'a OpeningHours,
    pub zone: &'a TimeZone,
    pub now: Timestamp,
}

/// The words as the patient reads them.
pub(super) fn filled(text: &str, language: &str, around: &Around<'_>) -> String {
    let week = hours::words(around.hours, language);
    let opens = around.hours.next_opening(around.zone, around.now);
    let opens = opens.map_or_else(|| week.clone(), |at| hours::moment(at, around.now, around.zone, language));
    // One pass, so that a practice called "{hours}" stays what it is called.
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        said.push_str(before);
        let known = [("{practice}", around.practice), ("{hours}", &week), ("{opens}", &opens)];
        match known.iter().find(|(name, _)| from.starts_with(name)) {
            Some((name, value)) => {
                said.push_str(value);
                rest = &from[name.len()..];
            }
            None => {
                said.push('{');
                rest = &from[1..];
            }
        }
    }
    said.push_str(rest);
    said.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_practice_its_hours_and_the_next_opening_are_put_in_once() {
        let zone = TimeZone::get("Europe/London").unwrap();
        let (hours, now) = (OpeningHours::default(), "2026-11-20T21:00:00Z".parse().unwrap());
        let around = Around { practice: "Odd {hours} Dental", hours: &hours, zone: &zone, now };
        assert_eq!(
            filled("{practice}: closed until {opens}. {hours}. {other} {", "en", &around),
            "Odd {hours} Dental: closed until Monday 08:30. Mon–Fri 08:30–17:30. {other} {"
        );
        let never = OpeningHours::new(Default::default(), Vec::new()).unwrap();
        let around = Around { hours: &never, ..around };
        assert_eq!(filled("We open {opens}", "en", &around), "We open");
    }
}
