//! The network goes away and comes back; the computer sleeps and wakes.

use anteroom_desk::views::{DeliveryState, Freshness, Overall, Queue, QueuedFor, RowMark};
use anteroom_model::Clock;
use anteroom_tests::{Clinic, hours, minutes};

#[tokio::test]
async fn a_reply_waits_for_the_network_and_goes_out_once() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.writes("Is Friday free?");
    clinic.advance(minutes(1)).await;
    clinic.sim.network().down().await;
    clinic.replies(maria.id(), "Yes, at ten.").await;
    clinic.advance(minutes(20)).await;
    let state = clinic.delivery(maria.id(), "Yes, at ten.").await;
    assert!(matches!(state, DeliveryState::Queued { waits_for: QueuedFor::Network, .. }), "{state:?}");
    let bar = clinic.desk().status().expect("a status");
    assert!(matches!(bar.overall, Overall::Offline { .. }), "{:?}", bar.overall);
    assert_eq!(bar.queued, 1);
    // Nobody waits for a second answer, and nothing in the list says that this one has left.
    assert!(clinic.waiting().is_empty());
    let row = clinic.queue(Queue::All).remove(0);
    assert_eq!((row.mark, row.queued, row.not_sent), (RowMark::Queued, 1, 0));
    clinic.sim.network().up().await;
    clinic.advance(minutes(1)).await;
    assert_eq!(maria.received(), ["Yes, at ten."]);
    let row = clinic.queue(Queue::All).remove(0);
    assert_eq!((row.mark, row.queued), (RowMark::Answered, 0));
    let bar = clinic.desk().status().expect("a status");
    assert!(matches!(bar.overall, Overall::UpToDate { .. }), "{:?}", bar.overall);
}

#[tokio::test]
async fn up_to_date_is_never_later_than_the_beginning_of_a_poll_that_worked() {
    let clinic = Clinic::open().await.with_twilio().await;
    clinic.advance(minutes(1)).await;
    let last_good = clinic.clock.now();
    clinic.sim.network().down().await;
    clinic.advance(minutes(10)).await;
    for account in clinic.desk().accounts().expect("the accounts") {
        for channel in account.channels {
            let Freshness::Behind { since: Some(since), .. } = channel.freshness else {
                panic!("{:?}", channel.freshness)
            };
            assert!(since.0 <= last_good.as_millisecond());
        }
    }
}

#[tokio::test]
async fn after_sleep_the_desk_looks_at_once_and_claims_nothing_before() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    clinic.advance(minutes(1)).await;
    yusuf.writes("while you slept");
    clinic.sleeps(hours(8)).await;
    let woken = clinic.clock.now();
    assert_eq!(clinic.thread(yusuf.number()).await, ["> while you slept"]);
    let bar = clinic.desk().status().expect("a status");
    let Overall::UpToDate { at } = bar.overall else { panic!("{:?}", bar.overall) };
    assert!(at.0 >= woken.as_millisecond() - 2000, "fresh from after the sleep");
}

#[tokio::test]
async fn reading_searching_and_drafting_work_without_a_network() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("My crown came loose");
    clinic.advance(minutes(1)).await;
    clinic.sim.network().down().await;
    clinic.advance(minutes(5)).await;
    assert_eq!(clinic.thread(yusuf.number()).await, ["> My crown came loose"]);
    let found = clinic.desk().search("crow", None).expect("a search");
    assert_eq!(found.messages.len(), 1);
}
