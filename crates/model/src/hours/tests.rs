//! Opening hours by example, and their laws over several zones.

use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::{Exception, HoursFault, HoursField, OpeningHours, Period};

const fn period(from: u16, to: u16) -> Period {
    Period { from, to }
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

/// Every day the same.
fn daily(periods: &[Period]) -> OpeningHours {
    OpeningHours::new(std::array::from_fn(|_| periods.to_vec()), Vec::new()).unwrap()
}

fn at(zone: &TimeZone, text: &str) -> Timestamp {
    text.parse::<jiff::civil::DateTime>().unwrap().to_zoned(zone.clone()).unwrap().timestamp()
}

fn closure(from: jiff::civil::Date, to: jiff::civil::Date, yearly: bool, periods: Vec<Period>) -> Exception {
    Exception { from, to, name: "Closed".into(), periods, yearly }
}

#[test]
fn a_new_practice_is_open_from_monday_to_friday() {
    let (hours, london) = (OpeningHours::default(), zone("Europe/London"));
    assert!(!hours.is_open(&london, at(&london, "2026-11-20T08:29:59")));
    assert!(hours.is_open(&london, at(&london, "2026-11-20T08:30")));
    assert!(hours.is_open(&london, at(&london, "2026-11-20T17:29:59")));
    assert!(!hours.is_open(&london, at(&london, "2026-11-20T17:30")), "a Friday's closing");
    assert!(!hours.is_open(&london, at(&london, "2026-11-21T12:00")), "a Saturday");
    let closed = hours.closed_period(&london, at(&london, "2026-11-21T12:00")).unwrap();
    assert_eq!(closed.from, at(&london, "2026-11-20T17:30"));
    assert_eq!(closed.to, Some(at(&london, "2026-11-23T08:30")));
    assert_eq!(hours.closed_period(&london, at(&london, "2026-11-20T17:30")), Some(closed));
    assert_eq!(hours.closed_period(&london, at(&london, "2026-11-23T08:30")), None);
}

#[test]
fn waiting_counts_only_while_the_door_is_open() {
    let (hours, london) = (OpeningHours::default(), zone("Europe/London"));
    let friday = at(&london, "2026-11-20T17:00");
    let hour = SignedDuration::from_hours(1);
    assert_eq!(hours.after_open(&london, friday, hour), Some(at(&london, "2026-11-23T09:00")));
    assert_eq!(hours.open_between(&london, friday, at(&london, "2026-11-23T09:00")), hour);
    assert_eq!(
        hours.open_between(&london, friday + hour, friday),
        SignedDuration::ZERO,
        "backwards is nothing"
    );
}

#[test]
fn a_break_at_noon_closes_and_midnight_between_two_periods_does_not() {
    let berlin = zone("Europe/Berlin");
    let split = daily(&[period(8 * 60, 12 * 60), period(14 * 60, 18 * 60)]);
    let ten = at(&berlin, "2026-11-20T10:00");
    assert!(split.is_open(&berlin, ten) && !split.is_open(&berlin, at(&berlin, "2026-11-20T12:00")));
    assert_eq!(split.next_opening(&berlin, ten), Some(at(&berlin, "2026-11-20T14:00")));
    let night = daily(&[period(0, 6 * 60), period(20 * 60, 24 * 60)]);
    let late = at(&berlin, "2026-11-20T23:00");
    assert!(night.is_open(&berlin, at(&berlin, "2026-11-21T00:00")));
    assert!(!night.is_open(&berlin, at(&berlin, "2026-11-21T06:00")));
    assert_eq!(night.next_opening(&berlin, late), Some(at(&berlin, "2026-11-21T20:00")));
}

#[test]
fn clocks_that_jump_take_and_give_an_hour() {
    let berlin = zone("Europe/Berlin");
    let always = daily(&[period(0, 24 * 60)]);
    let day =
        |from: &str, to: &str| always.open_between(&berlin, at(&berlin, from), at(&berlin, to)).as_hours();
    assert_eq!(day("2026-03-29T00:00", "2026-03-30T00:00"), 23);
    assert_eq!(day("2026-10-25T00:00", "2026-10-26T00:00"), 25);
    // 02:30 does not exist on this night: it opens when the clock jumps to 03:00.
    let early = daily(&[period(150, 240)]);
    let night = at(&berlin, "2026-03-29T00:00");
    assert_eq!(early.next_opening(&berlin, night), Some(at(&berlin, "2026-03-29T03:00")));
    assert_eq!(
        early.open_between(&berlin, night, at(&berlin, "2026-03-29T12:00")),
        SignedDuration::from_hours(1)
    );
    // An hour that does not exist opens nothing.
    let gap = daily(&[period(120, 180)]);
    assert_eq!(gap.next_opening(&berlin, night), Some(at(&berlin, "2026-03-30T02:00")));
    // An hour that comes twice is open once, unless the period reaches beyond it.
    let fold = at(&berlin, "2026-10-25T00:00");
    let noon = at(&berlin, "2026-10-25T12:00");
    assert_eq!(
        gap.open_between(&berlin, fold, noon),
        SignedDuration::from_hours(2),
        "02:00 to 03:00, which is two"
    );
    assert_eq!(daily(&[period(120, 150)]).open_between(&berlin, fold, noon), SignedDuration::from_mins(30));
}

#[test]
fn a_clock_that_is_set_back_over_midnight_and_a_day_that_is_left_out_are_understood() {
    let beirut = zone("Asia/Beirut");
    let late = daily(&[period(20 * 60, 24 * 60)]);
    let noon = at(&beirut, "2026-10-24T12:00");
    assert_eq!(
        late.open_between(&beirut, noon, noon + SignedDuration::from_hours(24)),
        SignedDuration::from_hours(5)
    );
    let apia = zone("Pacific/Apia");
    let always = daily(&[period(9 * 60, 17 * 60)]);
    let before = at(&apia, "2011-12-29T18:00");
    assert_eq!(
        always.next_opening(&apia, before),
        Some(at(&apia, "2011-12-31T09:00")),
        "there was no 30 December"
    );
}

#[test]
fn holidays_close_and_the_narrowest_exception_counts() {
    let berlin = zone("Europe/Berlin");
    let week = OpeningHours::default().week().clone();
    let hours = OpeningHours::new(
        week,
        vec![
            closure(date(2020, 12, 24), date(2021, 1, 1), true, Vec::new()),
            closure(date(2026, 12, 29), date(2026, 12, 29), false, vec![period(600, 720)]),
        ],
    )
    .unwrap();
    assert!(!hours.is_open(&berlin, at(&berlin, "2026-12-24T10:00")));
    assert!(!hours.is_open(&berlin, at(&berlin, "2027-01-01T10:00")), "a yearly closure over the new year");
    assert!(hours.is_open(&berlin, at(&berlin, "2026-12-29T10:00")), "an emergency morning in the closure");
    assert!(!hours.is_open(&berlin, at(&berlin, "2026-12-29T12:00")));
    assert!(hours.is_open(&berlin, at(&berlin, "2027-01-04T10:00")));
    assert_eq!(
        hours.next_opening(&berlin, at(&berlin, "2026-12-23T18:00")),
        Some(at(&berlin, "2026-12-29T10:00"))
    );
}

#[test]
fn what_is_wrong_is_named_with_its_field() {
    let wrong = |periods: &[Period]| {
        let mut week: [Vec<Period>; 7] = Default::default();
        week[2] = periods.to_vec();
        let error = OpeningHours::new(week, Vec::new()).unwrap_err();
        (error.field, error.fault)
    };
    let second = HoursField::Week { day: 2, period: 1 };
    assert_eq!(wrong(&[period(0, 60), period(30, 90)]), (second, HoursFault::Overlaps));
    assert_eq!(wrong(&[period(0, 60), period(90, 90)]), (second, HoursFault::EndsBeforeItBegins));
    assert_eq!(wrong(&[period(0, 60), period(90, 1441)]), (second, HoursFault::NotATime));
    let exception = |it: Exception| {
        let error = OpeningHours::new(Default::default(), vec![it]).unwrap_err();
        (error.field, error.fault)
    };
    let dates = HoursField::ExceptionDates { exception: 0 };
    let (may, june) = (date(2026, 5, 1), date(2026, 6, 1));
    assert_eq!(exception(closure(june, may, false, Vec::new())), (dates, HoursFault::EndsBeforeItBegins));
    assert_eq!(
        exception(closure(may, date(2027, 5, 1), true, Vec::new())),
        (dates, HoursFault::LongerThanAYear)
    );
    let nameless = Exception { name: "  ".into(), ..closure(may, june, false, Vec::new()) };
    assert_eq!(exception(nameless), (HoursField::ExceptionName { exception: 0 }, HoursFault::NoName));
    assert!(
        serde_json::from_str::<OpeningHours>(
            r#"{"week":[[],[],[],[],[],[],[{"from":9,"to":3}]],"exceptions":[]}"#
        )
        .is_err()
    );
}

#[test]
fn a_practice_that_never_opens_and_one_that_never_closes_cost_a_bounded_look() {
    let (kiritimati, now) = (zone("Pacific/Kiritimati"), Timestamp::UNIX_EPOCH);
    let never = daily(&[]);
    assert_eq!(never.next_opening(&kiritimati, now), None);
    assert_eq!(never.after_open(&kiritimati, now, SignedDuration::from_mins(1)), None);
    let closed = never.closed_period(&kiritimati, now).unwrap();
    assert_eq!((closed.from, closed.to), (Timestamp::MIN, None));
    let always = daily(&[period(0, 1440)]);
    assert_eq!(always.next_opening(&kiritimati, now), None);
    for at in [Timestamp::MIN, Timestamp::MAX] {
        for hours in [&never, &always] {
            let _ = (hours.is_open(&kiritimati, at), hours.closed_period(&kiritimati, at));
            let _ = hours.next_opening(&kiritimati, at);
            let _ = hours.after_open(&kiritimati, at, SignedDuration::MAX);
        }
    }
}

const ZONES: [&str; 6] = [
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
];

fn some_hours() -> impl Strategy<Value = OpeningHours> {
    // Cut points of a day, taken in pairs, never overlap.
    let day = proptest::collection::btree_set(0u16..=1440, 0..7)
        .prop_map(|cuts| cuts.into_iter().collect::<Vec<_>>())
        .prop_map(|cuts| cuts.chunks_exact(2).map(|pair| period(pair[0], pair[1])).collect::<Vec<_>>());
    let closed =
        (0i32..700, 0i32..20, any::<bool>(), day.clone()).prop_map(|(start, long, yearly, periods)| {
            use jiff::ToSpan;
            let from = date(2026, 1, 1).saturating_add(start.days());
            closure(from, from.saturating_add(long.days()), yearly, periods)
        });
    (proptest::array::uniform7(day), proptest::collection::vec(closed, 0..4))
        .prop_map(|(week, exceptions)| OpeningHours::new(week, exceptions).unwrap())
}

/// A moment within two years, in seconds, so that it is near every change of the clocks now and then.
fn some_moment() -> impl Strategy<Value = Timestamp> {
    (1_767_225_600i64..1_830_297_600).prop_map(|second| Timestamp::from_second(second).unwrap())
}

proptest! {
    #[test]
    fn opening_time_adds_up(hours in some_hours(), z in 0usize..6, mut moments in proptest::array::uniform3(some_moment())) {
        let zone = zone(ZONES[z]);
        moments.sort();
        let [a, b, c] = moments;
        prop_assert_eq!(
            hours.open_between(&zone, a, b) + hours.open_between(&zone, b, c),
            hours.open_between(&zone, a, c)
        );
        prop_assert!(hours.open_between(&zone, a, c) <= c.duration_since(a));
        let spans = hours.spans_between(&zone, a, c);
        let sum: SignedDuration = spans.iter().map(|span| span.1.duration_since(span.0)).sum();
        prop_assert_eq!(sum, hours.open_between(&zone, a, c));
        prop_assert!(spans.windows(2).all(|two| two[0].1 < two[1].0));
    }

    #[test]
    fn after_so_much_opening_time_so_much_has_passed(hours in some_hours(), z in 0usize..6, from in some_moment(), minutes in 1i64..5_000) {
        let zone = zone(ZONES[z]);
        let dur = SignedDuration::from_mins(minutes);
        if let Some(then) = hours.after_open(&zone, from, dur) {
            prop_assert_eq!(hours.open_between(&zone, from, then), dur);
            let just_before = then - SignedDuration::from_secs(1);
            prop_assert!(hours.open_between(&zone, from, just_before) < dur);
        } else {
            prop_assert_eq!(hours.open_between(&zone, from, from + SignedDuration::from_hours(24 * 366)), SignedDuration::ZERO);
        }
    }

    #[test]
    fn openings_are_where_the_door_moves(hours in some_hours(), z in 0usize..6, now in some_moment()) {
        let zone = zone(ZONES[z]);
        let second = SignedDuration::from_secs(1);
        if let Some(opens) = hours.next_opening(&zone, now) {
            prop_assert!(opens > now && hours.is_open(&zone, opens) && !hours.is_open(&zone, opens - second));
        }
        match hours.closed_period(&zone, now) {
            None => prop_assert!(hours.is_open(&zone, now)),
            Some(closed) => {
                prop_assert!(closed.from <= now && closed.to == hours.next_opening(&zone, now));
                prop_assert_eq!(hours.open_between(&zone, closed.from.max(now - SignedDuration::from_hours(24 * 400)), now), SignedDuration::ZERO);
                prop_assert_eq!(hours.closed_period(&zone, closed.from.max(now - second * 3600)), Some(closed));
            }
        }
    }
}
