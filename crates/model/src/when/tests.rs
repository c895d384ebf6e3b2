use super::*;
use crate::hours::Period;
use jiff::civil::{DateTime, date};
use proptest::prelude::*;

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("a zone of the system")
}

/// Open from Monday to Friday, 8 to 18.
fn weekdays() -> OpeningHours {
    let day = |n| if n < 5 { vec![Period { from: 8 * 60, to: 18 * 60 }] } else { Vec::new() };
    OpeningHours::new(std::array::from_fn(day), Vec::new()).expect("valid hours")
}

fn never() -> OpeningHours {
    OpeningHours::new(Default::default(), Vec::new()).expect("valid hours")
}

/// What a text means on a local time in Vienna.
fn local(text: &str, language: Language, now: &str) -> Vec<(String, bool)> {
    let zone = zone("Europe/Vienna");
    let now: DateTime = now.parse().expect("a time");
    let now = zone.to_timestamp(now).expect("a time");
    let readings = read(text, Some(language), now, &zone, &weekdays());
    let shown = |at: Timestamp| zone.to_datetime(at).strftime("%Y-%m-%d %H:%M").to_string();
    readings.into_iter().map(|reading| (shown(reading.at), reading.sure)).collect()
}

/// Tuesday, 24 November 2026, 09:41.
const TUESDAY: &str = "2026-11-24T09:41";

#[track_caller]
fn check(language: Language, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let found: Vec<String> =
            local(text, language, TUESDAY).into_iter().map(|(at, _)| at[5..].to_owned()).collect();
        assert_eq!(found.join(" | "), *expected, "{text:?}");
    }
}

#[test]
fn a_receptionist_types_a_time_in_english() {
    check(
        Language::En,
        &[
            ("tue 3pm", "11-24 15:00 | 12-01 15:00"),
            ("wed 3pm", "11-25 15:00"),
            ("tuesday", "11-24 14:00 | 12-01 08:00"),
            ("Wednesday", "11-25 08:00"),
            ("sunday", "11-29 08:30"),
            ("tomorrow 8:00", "11-25 08:00"),
            ("tomorrow morning", "11-25 08:00"),
            ("tomorrow at 3 in the afternoon", "11-25 15:00"),
            ("in 2 hours", "11-24 11:41"),
            ("2h", "11-24 11:41"),
            ("2h 30m", "11-24 12:11"),
            ("in half an hour", "11-24 10:11"),
            ("45 min", "11-24 10:26"),
            ("3d", "11-27 08:00"),
            ("in two days at 9", "11-26 09:00"),
            ("in a week", "12-01 08:00"),
            ("in a month", "12-24 08:00"),
            ("next week", "11-30 08:00"),
            ("next week thu 10:15", "12-03 10:15"),
            ("next tue", "12-01 08:00"),
            ("next fri", "12-04 08:00 | 11-27 08:00"),
            ("next month", "12-01 08:00"),
            ("monday 9", "11-30 09:00"),
            ("monday 9.30", "11-30 09:30"),
            ("14:30", "11-24 14:30"),
            ("9:30", "11-25 09:30"),
            ("25 nov 9:00", "11-25 09:00"),
            ("nov 25th at noon", "11-25 12:00"),
            ("25th of november", "11-25 08:00"),
            ("25.11.", "11-25 08:00"),
            ("25/11 9am", "11-25 09:00"),
            ("11/25 9am", "11-25 09:00"),
            ("1/3", "03-01 08:00"),
            ("2026-12-01 10:00", "12-01 10:00"),
            ("1.12.26 10:00", "12-01 10:00"),
            ("noon", "11-24 12:00"),
            ("tonight", "11-24 18:00"),
            ("this afternoon", "11-24 14:00"),
            ("this evening at 7", "11-24 19:00"),
            ("morning", "11-25 08:00"),
            ("9", "11-25 09:00"),
            ("3:00", "11-24 15:00"),
            ("03:00", "11-25 03:00"),
            ("12am tomorrow", "11-25 00:00"),
            ("12pm", "11-24 12:00"),
            ("day after tomorrow 8 a.m.", "11-26 08:00"),
        ],
    );
}

#[test]
fn and_in_german() {
    check(
        Language::De,
        &[
            ("Di 15 Uhr", "11-24 15:00 | 12-01 15:00"),
            ("morgen 8:00", "11-25 08:00"),
            ("morgen früh", "11-25 08:00"),
            ("Mittwoch morgen", "11-25 08:00"),
            ("übermorgen nachmittag", "11-26 14:00"),
            ("heute Abend", "11-24 18:00"),
            ("in einer Stunde", "11-24 10:41"),
            ("in 3 Tagen um 14.30 Uhr", "11-27 14:30"),
            ("nächste Woche", "11-30 08:00"),
            ("nächsten Freitag", "11-27 08:00 | 12-04 08:00"),
            ("am 25.11. um 9", "11-25 09:00"),
            ("1. Dezember 2026, 10:00", "12-01 10:00"),
            ("halb neun", "11-25 08:30"),
            ("14h", "11-24 14:00"),
            ("2h", "11-24 11:41 | 11-24 14:00"),
            ("mittags", "11-24 12:00"),
            ("10.12", "12-10 08:00 | 11-24 10:12"),
            ("tomorrow 3pm", "11-25 15:00"),
        ],
    );
}

#[test]
fn and_in_albanian_french_and_spanish() {
    check(
        Language::Sq,
        &[
            ("nesër në mëngjes", "11-25 08:00"),
            ("neser ora 9", "11-25 09:00"),
            ("të mërkurën 15:00", "11-25 15:00"),
            ("pas 2 orësh", "11-24 11:41"),
            ("pas një jave", "12-01 08:00"),
            ("javën tjetër", "11-30 08:00"),
            ("pasnesër pasdite", "11-26 14:00"),
            ("sonte", "11-24 18:00"),
            ("25 nëntor", "11-25 08:00"),
        ],
    );
    check(
        Language::Fr,
        &[
            ("demain matin", "11-25 08:00"),
            ("après-demain 14h30", "11-26 14:30"),
            ("aujourd’hui 15 h", "11-24 15:00"),
            ("dans 2 heures", "11-24 11:41"),
            ("cet après-midi", "11-24 14:00"),
            ("mercredi à midi", "11-25 12:00"),
            ("la semaine prochaine", "11-30 08:00"),
            ("vendredi prochain", "11-27 08:00 | 12-04 08:00"),
            ("le 1er décembre à 9h", "12-01 09:00"),
            ("ce soir", "11-24 18:00"),
        ],
    );
    check(
        Language::Es,
        &[
            ("mañana por la mañana", "11-25 08:00"),
            ("mañana a las 3 de la tarde", "11-25 15:00"),
            ("miércoles mañana", "11-25 08:00"),
            ("pasado mañana 9:00", "11-26 09:00"),
            ("en 2 horas", "11-24 11:41"),
            ("dentro de una semana", "12-01 08:00"),
            ("la próxima semana", "11-30 08:00"),
            ("la semana que viene", "11-30 08:00"),
            ("25 de noviembre", "11-25 08:00"),
            ("esta tarde", "11-24 14:00"),
        ],
    );
}

#[test]
fn and_in_arabic_with_either_digits() {
    check(
        Language::Ar,
        &[
            ("غداً الساعة ٩:٣٠", "11-25 09:30"),
            ("بعد غد", "11-26 08:00"),
            ("يوم الأربعاء ٣ مساءً", "11-25 15:00"),
            ("بعد ساعتين", "11-24 11:41"),
            ("بعد أسبوع", "12-01 08:00"),
            ("الأسبوع القادم", "11-30 08:00"),
            ("غدا بعد الظهر", "11-25 14:00"),
            ("الليلة", "11-24 18:00"),
            ("٢٥ نوفمبر", "11-25 08:00"),
            ("1 كانون الأول", "12-01 08:00"),
        ],
    );
}

#[test]
fn what_is_not_wholly_understood_is_not_understood() {
    for text in [
        "",
        " ",
        "soon",
        "tomorrow perhaps",
        "tue tue",
        "25:00",
        "9:75",
        "31/2",
        "32.1.",
        "2020-01-01",
        "2099-01-01",
        "next",
        "in",
        "::",
        "tomorrow 8 9",
        "99999999999",
        "yesterday",
        "☃",
        "in 999999 hours",
        "today 8pm 9pm",
    ] {
        assert_eq!(local(text, Language::En, TUESDAY), [], "{text:?}");
    }
}

#[test]
fn only_what_has_one_meaning_is_sure() {
    let sure = |text| local(text, Language::En, TUESDAY).first().map(|(_, sure)| *sure);
    assert_eq!(sure("wed 3pm"), Some(true));
    assert_eq!(sure("tomorrow 8:00"), Some(true));
    assert_eq!(sure("tue 3pm"), Some(false), "today or in a week");
    assert_eq!(sure("9"), Some(false), "a number may be anything");
    assert_eq!(sure("next fri"), Some(false));
}

#[test]
fn what_the_clock_skips_moves_forward_and_what_it_shows_twice_is_the_earlier() {
    assert_eq!(
        local("2027-03-28 02:30", Language::En, TUESDAY),
        [("2027-03-28 03:30".to_owned(), true)],
        "there is no half past two on that night"
    );
    let zone = zone("Europe/Vienna");
    let now: Timestamp = "2027-10-30T12:00:00Z".parse().expect("a time");
    let twice = read("31.10. 02:30", Some(Language::De), now, &zone, &weekdays());
    let first: Timestamp = "2027-10-31T00:30:00Z".parse().expect("a time");
    assert_eq!(twice, [Reading { at: first, sure: true }]);
}

#[test]
fn six_times_are_offered_in_the_same_places() {
    use ChoiceKey::{InAMonth, InAWeek, InTwoDays, LaterToday, NextOpening, NextWeek, Tomorrow};
    let zone = zone("Europe/Vienna");
    let offered = |now: DateTime| -> Vec<(ChoiceKey, String)> {
        let now = zone.to_timestamp(now).expect("a time");
        let shown = |at: Timestamp| zone.to_datetime(at).strftime("%m-%d %H:%M").to_string();
        choices(now, &zone, &weekdays()).into_iter().map(|one| (one.key, shown(one.at))).collect()
    };
    let says = |key, at: &str| (key, at.to_owned());
    assert_eq!(
        offered(date(2026, 11, 24).at(9, 41, 7, 0)),
        [
            says(LaterToday, "11-24 12:45"),
            says(Tomorrow, "11-25 08:00"),
            says(InTwoDays, "11-26 08:00"),
            says(NextWeek, "11-30 08:00"),
            says(InAWeek, "12-01 08:00"),
            says(InAMonth, "12-24 08:00"),
        ]
    );
    let friday = offered(date(2026, 11, 27).at(16, 0, 0, 0));
    assert_eq!(friday[..2], [says(NextOpening, "11-30 08:00"), says(NextOpening, "11-30 08:00")]);
    assert_eq!(friday.len(), 6);
}

proptest! {
    #[test]
    fn nothing_typed_can_break_it_or_lead_into_the_past(
        text in "\\PC{0,60}|([0-9]{1,4}[.:/ -]?|tue |next |in |heute |h |am |pm |25 |nov ){0,9}",
        second in -10_000_000_000_i64..100_000_000_000,
    ) {
        let now = Timestamp::from_second(second).expect("in range");
        for language in Language::ALL {
            let found = read(&text, Some(language), now, &zone("America/New_York"), &weekdays());
            prop_assert!(found.len() <= MOST && found.iter().all(|reading| reading.at > now));
        }
        prop_assert!(choices(now, &zone("Asia/Tehran"), &never()).iter().all(|choice| choice.at > now));
    }
}
