//! Days and opening hours in words, in the language of a reply. Where we do not have the words for a day, figures, which
//! everybody reads; opening hours are then left to a person.

use jiff::civil::Date;

use crate::hours::{OpeningHours, Period};

struct Names {
    /// From Monday.
    days: [&'static str; 7],
    /// From January.
    months: [&'static str; 12],
    /// From Monday, as they stand in a list of opening hours.
    short: [&'static str; 7],
    /// Between the day of the week and the day of the month.
    after_day: &'static str,
    /// Between the day of the month and the month.
    after_number: &'static str,
}

const ENGLISH: Names = Names {
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    short: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    after_day: " ",
    after_number: " ",
};
const GERMAN: Names = Names {
    days: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    short: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    after_day: ", ",
    after_number: ". ",
};
const ALBANIAN: Names = Names {
    days: ["e hënë", "e martë", "e mërkurë", "e enjte", "e premte", "e shtunë", "e diel"],
    months: [
        "janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor",
        "nëntor", "dhjetor",
    ],
    short: ["hën", "mar", "mër", "enj", "pre", "sht", "die"],
    after_day: ", ",
    after_number: " ",
};
const ARABIC: Names = Names {
    days: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    months: [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    short: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    after_day: " ",
    after_number: " ",
};
const FRENCH: Names = Names {
    days: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    short: ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"],
    after_day: " ",
    after_number: " ",
};
const SPANISH: Names = Names {
    days: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    short: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
    after_day: " ",
    after_number: " de ",
};

/// A language tag without its region.
pub fn short_language(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

fn names(language: &str) -> Option<&'static Names> {
    Some(match short_language(language).as_str() {
        "en" => &ENGLISH,
        "de" => &GERMAN,
        "sq" => &ALBANIAN,
        "ar" => &ARABIC,
        "fr" => &FRENCH,
        "es" => &SPANISH,
        _ => return None,
    })
}

/// A day as a letter names it: "Tuesday 24 November", "Dienstag, 24. November".
pub fn day_words(day: Date, language: &str) -> String {
    let Some(names) = names(language) else {
        return format!("{:02}.{:02}.{}", day.day(), day.month(), day.year());
    };
    let week_day = names.days[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs()) % 7];
    let month = names.months[usize::from(day.month().unsigned_abs()).saturating_sub(1) % 12];
    format!("{week_day}{}{}{}{month}", names.after_day, day.day(), names.after_number)
}

/// The ordinary week in one line: "Mon–Thu 08:30–12:00, 13:00–17:30; Fri 08:30–13:00". `None` where we lack the words,
/// or when the practice never opens. Exceptions are left out: a letter that names some holidays and not others misleads.
pub fn hours_words(hours: &OpeningHours, language: &str) -> Option<String> {
    let names = names(language)?;
    let week = hours.week();
    let mut said = Vec::new();
    let mut day = 0;
    while day < week.len() {
        let last = (day..week.len()).take_while(|other| week[*other] == week[day]).last().unwrap_or(day);
        if !week[day].is_empty() {
            let periods: Vec<String> = week[day].iter().map(period).collect();
            let until = if last > day { format!("–{}", names.short[last]) } else { String::new() };
            said.push(format!("{}{until} {}", names.short[day], periods.join(", ")));
        }
        day = last + 1;
    }
    (!said.is_empty()).then(|| said.join("; "))
}

fn period(period: &Period) -> String {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    format!("{}–{}", clock(period.from), clock(period.to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_named_as_the_language_names_it() {
        let day = Date::new(2026, 11, 24).unwrap();
        let said = |language| day_words(day, language);
        assert_eq!(said("en-GB"), "Tuesday 24 November");
        assert_eq!(said("de"), "Dienstag, 24. November");
        assert_eq!(said("sq"), "e martë, 24 nëntor");
        assert_eq!(said("ar"), "الثلاثاء 24 نوفمبر");
        assert_eq!(said("fr_FR"), "mardi 24 novembre");
        assert_eq!(said("es"), "martes 24 de noviembre");
        assert_eq!(said("tr"), "24.11.2026");
    }

    #[test]
    fn days_with_the_same_hours_are_said_together() {
        let week = OpeningHours::default().week().clone();
        assert_eq!(hours_words(&OpeningHours::default(), "en").as_deref(), Some("Mon–Fri 08:30–17:30"));
        let mut split = week;
        split[2] = vec![Period { from: 480, to: 720 }, Period { from: 780, to: 1440 }];
        split[5] = vec![Period { from: 540, to: 720 }];
        let split = OpeningHours::new(split, Vec::new()).unwrap();
        assert_eq!(
            hours_words(&split, "de").as_deref(),
            Some("Mo–Di 08:30–17:30; Mi 08:00–12:00, 13:00–24:00; Do–Fr 08:30–17:30; Sa 09:00–12:00")
        );
        assert_eq!(hours_words(&split, "tr"), None);
        let never = OpeningHours::new(Default::default(), Vec::new()).unwrap();
        assert_eq!(hours_words(&never, "en"), None);
    }
}
