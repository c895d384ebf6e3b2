//! What staff decide about conversations: put aside and back to the minute, many at once, taken back.

use anteroom_desk::views::{
    InboxFilter, OwnerFilter, Queue, RowGroup, RowMark, SavedView, TriageAct, UtcMillis,
};
use anteroom_model::Clock;
use anteroom_tests::{Clinic, hours, minutes, seconds};

const YUSUF: &str = "+447700900142";
const VERA: &str = "+447700900177";

async fn two_wait() -> Clinic {
    let clinic = Clinic::open().await.with_twilio().await;
    clinic.sim.twilio().patient(YUSUF).writes("Can I come earlier?");
    clinic.advance(minutes(1)).await;
    clinic.sim.twilio().patient(VERA).writes("Is there parking?");
    clinic.advance(minutes(1)).await;
    clinic
}

fn names(clinic: &Clinic) -> Vec<String> {
    clinic.waiting().into_iter().map(|row| row.name).collect()
}

fn in_time(clinic: &Clinic, minutes: i64) -> TriageAct {
    let until = clinic.clock.now() + jiff::SignedDuration::from_mins(minutes);
    TriageAct::Snooze { until: Some(UtcMillis::from(until)) }
}

#[tokio::test]
async fn what_is_put_aside_comes_back_on_the_minute() {
    let clinic = two_wait().await;
    clinic.decides(&[YUSUF], in_time(&clinic, 30)).await;
    assert_eq!(names(&clinic), ["+44 7700 900177"]);
    let aside = clinic.queue(Queue::Snoozed);
    assert_eq!((aside.len(), aside[0].mark), (1, RowMark::Snoozed));
    clinic.advance(minutes(29)).await;
    assert_eq!(clinic.queue(Queue::Snoozed).len(), 1);
    clinic.advance(minutes(1) + seconds(1)).await;
    // The longest wait is first again: it was put aside, not answered.
    assert_eq!(names(&clinic), ["+44 7700 900142", "+44 7700 900177"]);
    assert!(clinic.queue(Queue::Snoozed).is_empty());
}

#[tokio::test]
async fn it_comes_back_after_the_computer_slept_through_its_time() {
    let clinic = two_wait().await;
    clinic.decides(&[YUSUF, VERA], in_time(&clinic, 30)).await;
    assert!(names(&clinic).is_empty());
    clinic.sleeps(hours(9)).await;
    assert_eq!(names(&clinic).len(), 2);
}

#[tokio::test]
async fn it_comes_back_after_a_restart_too() {
    let mut clinic = two_wait().await;
    clinic.decides(&[YUSUF], in_time(&clinic, 30)).await;
    clinic.restart().await;
    clinic.advance(minutes(31)).await;
    assert_eq!(names(&clinic).len(), 2);
}

#[tokio::test]
async fn whoever_writes_while_put_aside_waits_again() {
    for until in [None, Some(600)] {
        let clinic = two_wait().await;
        let act = until.map_or(TriageAct::Snooze { until: None }, |minutes| in_time(&clinic, minutes));
        clinic.decides(&[YUSUF], act).await;
        assert_eq!(names(&clinic), ["+44 7700 900177"]);
        clinic.sim.twilio().patient(YUSUF).writes("Hello?");
        clinic.advance(minutes(1)).await;
        assert_eq!(names(&clinic).len(), 2, "{until:?}");
        assert!(clinic.queue(Queue::Snoozed).is_empty(), "{until:?}");
    }
}

#[tokio::test]
async fn an_answered_one_that_was_put_aside_comes_back_as_something_to_do() {
    let clinic = two_wait().await;
    clinic.replies(YUSUF, "I will ask the doctor.").await;
    clinic.decides(&[YUSUF], in_time(&clinic, 60)).await;
    assert_eq!(names(&clinic), ["+44 7700 900177"]);
    clinic.advance(minutes(61)).await;
    let back = clinic.waiting().into_iter().find(|row| row.name.contains("142")).expect("it is back");
    assert!(back.back, "nobody wrote");
    clinic.replies(YUSUF, "Ten past four is free.").await;
    assert_eq!(names(&clinic), ["+44 7700 900177"]);
}

#[tokio::test]
async fn many_are_done_at_once_and_taken_back_without_undoing_what_came_after() {
    let clinic = two_wait().await;
    let done = clinic.decides(&[YUSUF, VERA], TriageAct::Done).await;
    assert_eq!(done.changed, 2);
    assert!(names(&clinic).is_empty());
    clinic.sim.twilio().patient(VERA).writes("One more thing");
    clinic.advance(minutes(1)).await;
    let me = clinic.desk().clinic().staff.id;
    clinic.decides(&[VERA], TriageAct::Assign { to: Some(me) }).await;
    let undo = done.undo.expect("something changed");
    assert_eq!(clinic.desk().triage_undo(&undo).await, Ok(2));
    let waiting = clinic.waiting();
    assert_eq!(waiting.len(), 2);
    assert_eq!(waiting.iter().filter(|row| row.owner.as_ref().is_some_and(|owner| owner.me)).count(), 1);
    assert!(clinic.desk().triage_undo(&undo).await.is_err(), "only once");
}

#[tokio::test]
async fn the_list_of_those_who_wait_ends_with_what_was_answered_today() {
    let clinic = two_wait().await;
    clinic.replies(VERA, "Behind the house.").await;
    let groups: Vec<_> = clinic.queue(Queue::Waiting).iter().map(|row| row.group).collect();
    assert_eq!(groups, [RowGroup::Waiting, RowGroup::AnsweredToday]);
    clinic.decides(&[VERA], TriageAct::Pin { on: true }).await;
    let groups: Vec<_> = clinic.queue(Queue::Waiting).iter().map(|row| row.group).collect();
    assert_eq!(groups, [RowGroup::Pinned, RowGroup::Waiting], "nobody is listed twice");
    clinic.decides(&[VERA], TriageAct::Pin { on: false }).await;
    clinic.advance(hours(24)).await;
    let groups: Vec<_> = clinic.queue(Queue::Waiting).iter().map(|row| row.group).collect();
    assert_eq!(groups, [RowGroup::Waiting], "yesterday is over");
    assert_eq!(clinic.queue(Queue::Answered).len(), 1);
}

#[tokio::test]
async fn spam_is_out_of_sight_and_tells_nobody_and_nothing_of_it_is_lost() {
    let clinic = two_wait().await;
    clinic.decides(&[YUSUF], TriageAct::Spam { on: true }).await;
    clinic.decides(&[VERA], TriageAct::Mute { on: true }).await;
    clinic.advance(minutes(1)).await;
    let told = clinic.heard.all().len();
    clinic.sim.twilio().patient(YUSUF).writes("Win a prize");
    clinic.sim.twilio().patient(VERA).writes("And for bicycles?");
    clinic.advance(minutes(2)).await;
    assert_eq!(clinic.heard.all().len(), told, "nobody is told");
    assert_eq!(names(&clinic), ["+44 7700 900177"], "the muted one waits like any other");
    assert_eq!(clinic.queue(Queue::Spam).len(), 1);
    assert_eq!(clinic.thread(YUSUF).await, ["> Can I come earlier?", "> Win a prize"]);
    clinic.decides(&[YUSUF], TriageAct::Spam { on: false }).await;
    assert_eq!(names(&clinic).len(), 2);
}

#[tokio::test]
async fn labels_and_owners_narrow_the_list_and_a_narrowed_list_can_be_kept() {
    let clinic = two_wait().await;
    let desk = clinic.desk().clone();
    let label = desk.label_add("Recall", 2).await.expect("a label");
    assert!(desk.label_add(" recall", 3).await.is_err(), "there is one of this name");
    clinic.decides(&[VERA], TriageAct::Label { label: label.id.clone(), on: true }).await;
    let filter = InboxFilter { label: Some(label.id.clone()), ..InboxFilter::of(Queue::Waiting) };
    let listed = desk.inbox_open(filter.clone(), 50).expect("the list").rows;
    assert_eq!((listed.len(), listed[0].labels.clone()), (1, vec![label.id.clone()]));
    let view = SavedView { name: "Recalls".into(), filter };
    desk.saved_views_save(vec![view.clone()]).await.expect("kept");
    assert_eq!(desk.saved_views().expect("the views")[0].n, 1);
    assert!(desk.saved_views_save(vec![view.clone(), view]).await.is_err(), "two of one name");
    desk.label_remove(&label.id, true).await.expect("removed");
    assert!(clinic.waiting().iter().all(|row| row.labels.is_empty()));
    desk.label_remove(&label.id, false).await.expect("back");
    assert_eq!(clinic.waiting().iter().filter(|row| !row.labels.is_empty()).count(), 1);
    let nobodys = InboxFilter { owner: OwnerFilter::Nobody, ..InboxFilter::of(Queue::Waiting) };
    let me = desk.clinic().staff.id;
    clinic.decides(&[YUSUF], TriageAct::Assign { to: Some(me) }).await;
    let page = desk.inbox_open(nobodys, 50).expect("the list");
    assert_eq!((page.rows.len(), page.counts.mine, page.counts.nobodys), (1, 1, 1));
}

#[tokio::test]
async fn a_time_that_has_passed_is_no_time_to_come_back() {
    let clinic = two_wait().await;
    let id = clinic.conversation(YUSUF);
    let past = TriageAct::Snooze { until: Some(UtcMillis::from(clinic.clock.now())) };
    assert!(clinic.desk().triage(&[id], past).await.is_err());
    assert!(clinic.desk().triage(&[], TriageAct::Done).await.is_err());
    assert_eq!(names(&clinic).len(), 2);
}
