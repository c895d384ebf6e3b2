//! Days in words, in the language of a reply. Where we do not have the words for a day, figures, which everybody reads.

use jiff::civil::Date;

struct Names {
    /// From Monday.
    days: [&'static str; 7],
    /// From January.
    months: [&'static str; 12],
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
    after_day: ", ",
    after_number: ". ",
};
const ALBANIAN: Names = Names {
    days: ["e hënë", "e martë", "e mërkurë", "e enjte", "e premte", "e shtunë", "e diel"],
    months: [
        "janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor",
        "nëntor", "dhjetor",
    ],
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

/// The days of the week from Monday, as they stand within a sentence; English where we do not have the words.
pub fn week_days(language: &str) -> [&'static str; 7] {
    names(language).unwrap_or(&ENGLISH).days
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
}
