//! Opening hours in a few words of a patient's language, for what is written to patients.
//!
//! Holds: times are written with two digits and 24 hours in every language, as on the door; weekdays that are open at the
//! same times are one stretch ("Mon–Fri 08:30–17:30").

use anteroom_model::OpeningHours;
use anteroom_model::hours::Period;
use anteroom_model::saved::{short_language, week_days};
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// How a language writes opening hours.
struct Names {
    /// Monday first.
    short: [&'static str; 7],
    /// Between two periods of a day.
    comma: &'static str,
    /// Between two stretches of days.
    stop: &'static str,
    /// A day and a month as numbers.
    date: fn(i8, i8) -> String,
}

fn slashed(day: i8, month: i8) -> String {
    format!("{day:02}/{month:02}")
}

fn dotted(day: i8, month: i8) -> String {
    format!("{day:02}.{month:02}.")
}

/// The names of a language, given as a BCP 47 tag; English for one that we do not speak.
fn names(locale: &str) -> Names {
    match short_language(locale).as_str() {
        "de" => {
            Names { short: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"], comma: ", ", stop: "; ", date: dotted }
        }
        "sq" => Names {
            short: ["Hën", "Mar", "Mër", "Enj", "Pre", "Sht", "Die"],
            comma: ", ",
            stop: "; ",
            date: dotted,
        },
        "ar" => Names {
            short: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
            comma: "، ",
            stop: "؛ ",
            date: slashed,
        },
        "fr" => Names {
            short: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
            comma: ", ",
            stop: " ; ",
            date: slashed,
        },
        "es" => Names {
            short: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
            comma: ", ",
            stop: "; ",
            date: slashed,
        },
        _ => Names {
            short: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
            comma: ", ",
            stop: "; ",
            date: slashed,
        },
    }
}

/// The usual week in a few words; empty if it never opens. Exceptions are left out.
pub fn words(hours: &OpeningHours, locale: &str) -> String {
    let names = names(locale);
    let week = hours.week();
    let mut said = Vec::new();
    let mut from = 0;
    while from < week.len() {
        let same = week[from..].iter().take_while(|day| **day == week[from]).count();
        if !week[from].is_empty() {
            let (first, last) = (names.short[from], names.short[from + same - 1]);
            let days = match same {
                1 => first.to_owned(),
                _ => format!("{first}–{last}"),
            };
            let times: Vec<String> = week[from].iter().map(times).collect();
            said.push(format!("{days} {}", times.join(names.comma)));
        }
        from += same;
    }
    said.join(names.stop)
}

/// A moment as a patient would say it: the day and the time, with a date when the day alone could be the wrong week's.
pub fn moment(at: Timestamp, now: Timestamp, zone: &TimeZone, locale: &str) -> String {
    let names = names(locale);
    let (at, now): (Zoned, Zoned) = (at.to_zoned(zone.clone()), now.to_zoned(zone.clone()));
    let day = week_days(locale)[index(at.weekday())];
    let time = format!("{:02}:{:02}", at.hour(), at.minute());
    // The same weekday a week on is another day.
    let near = now.date().duration_until(at.date()).as_hours().abs() < 7 * 24;
    if near {
        format!("{day} {time}")
    } else {
        format!("{day} {} {time}", (names.date)(at.day(), at.month()))
    }
}

fn index(day: Weekday) -> usize {
    usize::from(day.to_monday_zero_offset().unsigned_abs())
}

fn times(period: &Period) -> String {
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    format!("{}–{}", clock(period.from), clock(period.to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zoned(text: &str) -> Timestamp {
        text.parse::<jiff::civil::DateTime>()
            .unwrap()
            .to_zoned(TimeZone::get("Europe/London").unwrap())
            .unwrap()
            .timestamp()
    }

    #[test]
    fn days_with_the_same_times_are_one_stretch_in_every_language() {
        let usual = OpeningHours::default();
        assert_eq!(words(&usual, "en-GB"), "Mon–Fri 08:30–17:30");
        assert_eq!(words(&usual, "de"), "Mo–Fr 08:30–17:30");
        assert_eq!(words(&usual, "ar"), "الاثنين–الجمعة 08:30–17:30");
        assert_eq!(words(&usual, "tlh"), "Mon–Fri 08:30–17:30", "a language that we do not speak");
        let mut week = usual.week().clone();
        week[2] = vec![Period { from: 480, to: 720 }, Period { from: 840, to: 1440 }];
        week[6] = vec![Period { from: 600, to: 720 }];
        let mixed = OpeningHours::new(week, Vec::new()).unwrap();
        assert_eq!(
            words(&mixed, "en"),
            "Mon–Tue 08:30–17:30; Wed 08:00–12:00, 14:00–24:00; Thu–Fri 08:30–17:30; Sun 10:00–12:00"
        );
        let never = OpeningHours::new(Default::default(), Vec::new()).unwrap();
        assert_eq!(words(&never, "en"), "");
    }

    #[test]
    fn a_moment_has_its_date_when_the_day_alone_would_mislead() {
        let zone = TimeZone::get("Europe/London").unwrap();
        let friday = zoned("2026-12-18T21:00");
        assert_eq!(moment(zoned("2026-12-21T08:30"), friday, &zone, "en"), "Monday 08:30");
        assert_eq!(moment(zoned("2026-12-28T08:30"), friday, &zone, "de"), "Montag 28.12. 08:30");
        assert_eq!(moment(zoned("2026-12-25T08:30"), friday, &zone, "fr"), "vendredi 25/12 08:30");
    }
}
