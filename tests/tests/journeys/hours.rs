//! Opening hours: kept, checked, and the clock of whoever waits.

use anteroom_desk::views::{Code, ExceptionView, GoalsView, HoursView, PeriodView, Queue, UtcMillis};
use anteroom_tests::{Clinic, hours, minutes};

fn at(text: &str) -> UtcMillis {
    text.parse::<jiff::Timestamp>().expect("a time").into()
}

fn closed_on(day: &str) -> ExceptionView {
    ExceptionView {
        from: day.into(),
        to: day.into(),
        name: "Training".into(),
        periods: Vec::new(),
        yearly: false,
    }
}

#[tokio::test]
async fn opening_hours_are_checked_kept_and_there_after_a_restart() {
    let mut clinic = Clinic::open().await;
    let usual = clinic.desk().hours();
    assert_eq!(usual.week[0], [PeriodView { from: 510, to: 1050 }]);
    let wrong = HoursView { week: usual.week[..6].to_vec(), ..usual.clone() };
    assert_eq!(clinic.desk().hours_save(wrong).await.unwrap_err().code, Code::FieldInvalid);
    let mut week = usual.week.clone();
    week[2] = vec![PeriodView { from: 540, to: 720 }, PeriodView { from: 700, to: 900 }];
    let overlap = clinic.desk().hours_save(HoursView { week, ..usual.clone() }).await.unwrap_err();
    assert_eq!(overlap.params.get("field").map(String::as_str), Some("week.2.1"));
    let nonsense = HoursView { exceptions: vec![closed_on("soon")], ..usual.clone() };
    let nonsense = clinic.desk().hours_save(nonsense).await.unwrap_err();
    assert_eq!(nonsense.params.get("field").map(String::as_str), Some("exceptions.0.dates"));
    assert_eq!(clinic.desk().hours(), usual, "nothing of it was kept");
    let new = HoursView { exceptions: vec![closed_on("2026-11-25")], ..usual };
    clinic.desk().hours_save(new.clone()).await.expect("kept");
    clinic.restart().await;
    assert_eq!(clinic.desk().hours(), new);
}

#[tokio::test]
async fn who_writes_before_closing_waits_over_the_night_and_the_closure_without_being_late() {
    let clinic = Clinic::open_at("2026-11-24T17:00:00Z").await.with_twilio().await;
    let new = HoursView { exceptions: vec![closed_on("2026-11-25")], ..clinic.desk().hours() };
    clinic.desk().hours_save(new).await.expect("kept");
    let ben = clinic.sim.twilio().patient("+447700900142");
    ben.writes("hello");
    clinic.settle().await;
    clinic.advance(minutes(1)).await;
    let row = clinic.queue(Queue::Waiting).remove(0);
    // Half an hour until closing, the other half on Thursday.
    assert_eq!(row.goal_at, Some(at("2026-11-26T09:00:00Z")));
    let head = clinic.opens(ben.number()).await.head;
    assert_eq!(head.goal_at, row.goal_at);
    let spans: Vec<_> = head.open_until_goal.iter().map(|span| (span.from, span.to)).collect();
    assert_eq!(
        spans,
        [
            (at("2026-11-24T17:00:00Z"), at("2026-11-24T17:30:00Z")),
            (at("2026-11-26T08:30:00Z"), at("2026-11-26T09:00:00Z"))
        ]
    );
    clinic.replies(ben.number(), "hello Ben").await;
    assert_eq!(clinic.opens(ben.number()).await.head.goal_at, None, "nobody waits");
}

#[tokio::test]
async fn a_goal_can_be_changed_and_switched_off_per_channel() {
    let clinic = Clinic::open().await.with_twilio().await;
    let ben = clinic.sim.twilio().patient("+447700900142");
    ben.writes("hello");
    clinic.advance(minutes(1)).await;
    let goal = |clinic: &Clinic| clinic.queue(Queue::Waiting).remove(0).goal_at;
    assert_eq!(goal(&clinic), Some(at("2026-11-24T10:00:00Z")));
    let goals = clinic.desk().goals();
    clinic.desk().goals_save(GoalsView { sms: Some(15), ..goals }).await.expect("kept");
    assert_eq!(goal(&clinic), Some(at("2026-11-24T09:15:00Z")));
    clinic.desk().goals_save(GoalsView { sms: None, ..goals }).await.expect("kept");
    assert_eq!(goal(&clinic), None);
    clinic.desk().goals_save(GoalsView { sms: Some(0), ..goals }).await.expect("kept");
    assert_eq!(clinic.desk().goals().sms, None, "no minutes are no goal");
    clinic.advance(hours(1)).await;
    assert_eq!(goal(&clinic), None);
}
