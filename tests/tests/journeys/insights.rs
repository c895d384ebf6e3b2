//! How long people wait, who answers and which calls were missed, as the figures tell it.

use anteroom_desk::views::{Channel, Code, InsightsRange, InsightsTable, InsightsView};
use anteroom_tests::{Clinic, hours, minutes};

const MONTH: InsightsRange = InsightsRange::Days { days: 28 };

/// Looks at the figures until they are counted, as a window that asks again does.
async fn insights(clinic: &Clinic, channel: Option<Channel>) -> InsightsView {
    clinic.desk().insights(MONTH, channel).await.expect("figures");
    clinic.settle().await;
    let view = clinic.desk().insights(MONTH, channel).await.expect("figures");
    assert_eq!(view.progress.done, view.progress.of, "everything is counted");
    view
}

/// Ben writes, and is answered after so many minutes.
async fn asks_and_waits(clinic: &Clinic, wait: i64) {
    let ben = clinic.sim.twilio().patient("+447700900177").by_text();
    ben.writes("Is Friday free?");
    clinic.advance(minutes(wait)).await;
    clinic.replies(ben.number(), "Yes, at ten.").await;
    clinic.advance(minutes(1)).await;
}

#[tokio::test]
async fn a_week_of_answers_says_how_long_people_wait() {
    let clinic = Clinic::open().await.with_twilio().await;
    asks_and_waits(&clinic, 20).await;
    assert!(!insights(&clinic, None).await.enough, "one answer says nothing");
    clinic.sleeps(hours(7 * 24)).await;
    asks_and_waits(&clinic, 40).await;
    let view = insights(&clinic, None).await;
    assert!(view.enough);
    assert_eq!((view.replies.count, view.replies.half, view.replies.nine_in_ten), (2, 20 * 60, 40 * 60));
    assert_eq!((view.incoming, view.replies_before), (2, None));
    let staff = &view.staff[0];
    assert_eq!((staff.name.as_str(), staff.answers, staff.conversations), ("Ana Kovač", 2, 1));
    // Tuesday at nine, twice.
    let nine = view.hours.iter().find(|hour| (hour.weekday, hour.hour) == (1, 9)).expect("an hour");
    assert_eq!((nine.incoming, nine.open), (2, true));
    let sms = view.channels.iter().find(|it| it.channel == Channel::Sms).expect("a channel");
    assert_eq!((sms.incoming, sms.outbound, sms.not_delivered), (2, 2, 0));
    // The slowest leads to where it was asked.
    let slowest = &view.slowest[0];
    assert_eq!(slowest.waited, 40 * 60);
    let there = clinic.desk().conversation_around(&slowest.conversation, &slowest.position).await;
    assert!(there.expect("the conversation").items.iter().any(|item| item.position == slowest.position));
    let pages = clinic.desk().insights_slowest(MONTH, None, None).await.expect("all of them");
    assert_eq!(pages.rows.iter().map(|row| row.waited).collect::<Vec<_>>(), [40 * 60, 20 * 60]);
}

#[tokio::test]
async fn the_night_is_nobodys_waiting_time() {
    let clinic = Clinic::open_at("2026-11-24T17:15:00Z").await.with_twilio().await;
    let ben = clinic.sim.twilio().patient("+447700900177").by_text();
    ben.writes("Is Friday free?");
    // Closed from half past five to half past eight.
    clinic.advance(hours(15) + minutes(25)).await;
    clinic.replies(ben.number(), "Yes, at ten.").await;
    clinic.advance(minutes(1)).await;
    let view = insights(&clinic, None).await;
    assert_eq!(view.replies.half, 25 * 60, "a quarter of an hour before the night and ten minutes after it");
}

#[tokio::test]
async fn a_late_delivery_is_counted_on_its_own_day() {
    let clinic = Clinic::open().await.with_twilio().await;
    asks_and_waits(&clinic, 20).await;
    assert_eq!(insights(&clinic, None).await.incoming, 1);
    let ivy = clinic.sim.twilio().patient("+447700900188").by_text();
    ivy.writes("Hello?");
    // Nobody asks Twilio for a day.
    clinic.sleeps(hours(26)).await;
    clinic.advance(minutes(10)).await;
    let view = insights(&clinic, None).await;
    let by_day: Vec<_> =
        view.days.iter().filter(|day| day.inbound > 0).map(|day| (&*day.date, day.inbound)).collect();
    assert_eq!(by_day, [("2026-11-24", 2)]);
}

#[tokio::test]
async fn a_missed_call_is_followed_to_the_call_back() {
    let clinic = Clinic::open().await.with_twilio().await;
    let (ben, ivy, joel) = {
        let twilio = clinic.sim.twilio();
        (twilio.patient("+447700900177"), twilio.patient("+447700900188"), twilio.patient("+447700900199"))
    };
    ben.rings_in_vain();
    ivy.rings_in_vain();
    joel.rings_in_vain();
    clinic.advance(minutes(10)).await;
    // Ben gets through the second time, Ivy is written to, Joel is forgotten.
    ben.rings_and_talks(60);
    ivy.by_text().writes("You rang?");
    clinic.advance(minutes(10)).await;
    clinic.undo_seconds(30).await;
    clinic.tries_to_reply(ivy.number(), "Yes, about Friday").await.expect("taken");
    assert_eq!(insights(&clinic, None).await.calls.wrote, 0, "it has not left yet");
    clinic.advance(minutes(1)).await;
    let calls = insights(&clinic, None).await.calls;
    assert_eq!((calls.incoming, calls.missed), (4, 3));
    assert_eq!((calls.rang_back, calls.wrote, calls.got_through), (0, 1, 1));
    assert_eq!(calls.back.expect("two were seen to").count, 2);
    let texts = insights(&clinic, Some(Channel::Sms)).await.calls;
    assert_eq!(texts.missed, 0, "only what the channel has");
}

#[tokio::test]
async fn figures_are_saved_for_a_spreadsheet() {
    let clinic = Clinic::open().await.with_twilio().await;
    asks_and_waits(&clinic, 20).await;
    insights(&clinic, None).await;
    let range = || InsightsRange::Dates { from: "2026-11-23".into(), to: "2026-11-24".into() };
    let file = clinic.desk().insights_export(range(), None, InsightsTable::Days).await.expect("a file");
    assert_eq!(file.name, "insights days 2026-11-23 to 2026-11-24.csv");
    let text = String::from_utf8(file.bytes.to_vec()).expect("text");
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("date,messages_in,messages_out"));
    assert_eq!(lines[1], "2026-11-23,0,0,0,0,0,,");
    assert_eq!(lines[2], "2026-11-24,1,1,0,0,1,20.0,20.0");
    let staff = clinic.desk().insights_export(range(), None, InsightsTable::Staff).await.expect("a file");
    assert!(String::from_utf8_lossy(&staff.bytes).contains("Ana Kovač,1,1,1,20.0,20.0"));
}

#[tokio::test]
async fn days_that_are_none_are_refused() {
    let clinic = Clinic::open().await;
    for (from, to) in
        [("2026-11-24", "2026-11-23"), ("2020-01-01", "2026-11-24"), ("soon", "2026-11-24"), ("", "")]
    {
        let range = InsightsRange::Dates { from: from.into(), to: to.into() };
        let refused = clinic.desk().insights(range, None).await;
        assert_eq!(refused.map_err(|error| error.code), Err(Code::FieldInvalid), "{from} {to}");
    }
    let nothing = insights(&clinic, None).await;
    assert_eq!((nothing.progress.of, nothing.enough), (0, false));
}

#[tokio::test]
async fn a_count_that_was_broken_off_goes_on_after_the_next_start() {
    let mut clinic = Clinic::open().await.with_twilio().await;
    asks_and_waits(&clinic, 20).await;
    clinic.desk().insights(MONTH, None).await.expect("asked for, and not counted yet");
    clinic.crashes();
    clinic.begin_again().await;
    clinic.settle().await;
    let view = clinic.desk().insights(MONTH, None).await.expect("figures");
    assert_eq!((view.progress.done, view.progress.of, view.replies.count), (1, 1, 1));
}
