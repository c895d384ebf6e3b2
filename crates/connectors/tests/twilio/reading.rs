use std::collections::BTreeSet;

use anteroom_model::{ChannelKind, Content, DeliveryStatus, InboundEvent, Origin};
use anteroom_sim::{Fault, FaultKind};

use crate::desk::Desk;

const DAY: i64 = 24 * 3600;

fn ids(events: &[InboundEvent]) -> BTreeSet<String> {
    let messages = events.iter().filter_map(|event| match event {
        InboundEvent::Message(message) => Some(message.provider_id.clone()),
        _ => None,
    });
    messages.collect()
}

#[tokio::test]
async fn the_first_connection_tells_the_news_first_and_then_a_month_of_history() {
    let mut desk = Desk::open().await;
    let patient = desk.patient("+15550100001");
    let mut written = Vec::new();
    for day in 0..40 {
        written.push(patient.writes(&format!("Day {day}")));
        desk.wait(DAY);
    }
    let today = patient.writes("Today");
    let (first, more) = desk.step("messages").await;
    assert!(more, "history waits");
    assert!(
        first.iter().any(|event| matches!(event, InboundEvent::Message(one) if one.provider_id == today))
    );
    let mut found = ids(&first);
    found.extend(desk.messages().await.into_iter().map(|message| message.provider_id));
    let month: BTreeSet<String> = written[10..37].iter().cloned().collect();
    assert!(month.is_subset(&found), "thirty days back");
    assert!(!found.contains(&written[0]), "and no further");
    assert!(desk.messages().await.is_empty());
}

#[tokio::test]
async fn calls_of_the_past_are_told_with_their_legs_whole() {
    let mut desk = Desk::open().await;
    let patient = desk.patient("+15550100001");
    // A second before midnight: the desk's leg begins on the next day, whichever days are read together.
    desk.wait(15 * 3600 - 1);
    let mut rang = Vec::new();
    for _ in 0..20 {
        rang.push(patient.rings_and_talks(30));
        desk.wait(DAY);
    }
    desk.wait(3600);
    let told = desk.read("calls").await;
    let mut found = BTreeSet::new();
    for event in &told {
        let InboundEvent::Call(call) = event else { panic!("calls only") };
        assert!(call.talk_seconds >= 30, "not one of them was missed: {:?}", call.outcome);
        found.insert(call.provider_id.clone());
    }
    assert_eq!(found, rang.into_iter().collect());
}

#[tokio::test]
async fn rows_that_come_in_between_two_pages_cost_nothing() {
    let mut desk = Desk::open().await;
    let patient = desk.patient("+15550100001");
    desk.sim.twilio().shifting_pages(true);
    let written: BTreeSet<String> = (0..730).map(|n| patient.writes(&format!("Line {n}"))).collect();
    let found: Vec<String> = desk.messages().await.into_iter().map(|message| message.provider_id).collect();
    let distinct: BTreeSet<String> = found.iter().cloned().collect();
    assert!(written.is_subset(&distinct), "all 730");
    assert_eq!(distinct.len(), found.len(), "each once");
}

#[tokio::test]
async fn a_quiet_poll_is_one_request_and_a_short_cursor() {
    let mut desk = Desk::open().await;
    let patient = desk.patient("+15550100001");
    (0..500).for_each(|n| drop(patient.writes(&format!("Line {n}"))));
    desk.messages().await;
    let before = desk.requests();
    desk.wait(10);
    assert!(desk.messages().await.is_empty());
    assert_eq!(desk.requests() - before, 1);
    assert!(
        desk.cursor_size("messages") < 6_000,
        "{} characters for 500 messages",
        desk.cursor_size("messages")
    );
}

#[tokio::test]
async fn a_month_without_power_loses_nothing() {
    let mut desk = Desk::open().await;
    let patient = desk.patient("+15550100001");
    desk.messages().await;
    patient.writes("Before");
    desk.messages().await;
    let mut written = BTreeSet::new();
    for n in 0..45 {
        desk.wait(DAY);
        written.extend((0..20).map(|m| patient.writes(&format!("Day {n}, line {m}"))));
    }
    let found: BTreeSet<String> =
        desk.messages().await.into_iter().map(|message| message.provider_id).collect();
    assert!(found == written, "{} of {}", found.len(), written.len());
}

#[tokio::test]
async fn a_row_that_stands_below_known_ones_is_found_within_the_hour() {
    let mut desk = Desk::open().await;
    let patient = desk.patient("+15550100001");
    // The simulator lists rows of one instant in the order in which they came: what comes last stands last.
    (0..150).for_each(|n| drop(patient.writes(&format!("Line {n}"))));
    assert_eq!(desk.messages().await.len(), 150);
    let late = patient.writes("Below a page of known ones");
    assert!(desk.messages().await.is_empty(), "a quick look does not see it");
    desk.wait(3601);
    let found: Vec<String> = desk.messages().await.into_iter().map(|message| message.provider_id).collect();
    assert_eq!(found, [late], "it alone: the hourly reading of everything tells nothing known again");
}

#[tokio::test]
async fn a_reading_that_broke_off_goes_on_where_it_stopped() {
    let mut desk = Desk::open().await;
    let patient = desk.patient("+15550100001");
    let written: BTreeSet<String> = (0..900).map(|n| patient.writes(&format!("Line {n}"))).collect();
    let mut found = BTreeSet::new();
    let mut failures = 0;
    desk.sim.fault(Fault::always(FaultKind::Reset { taken: false }).path("Messages.json").every(3));
    for _ in 0..60 {
        match desk.try_step("messages").await {
            Ok((events, more)) => {
                found.extend(ids(&events));
                if !more {
                    break;
                }
            }
            Err(_) => failures += 1,
        }
    }
    assert!(failures > 0, "the fault was felt");
    assert!(found == written, "{} of {}", found.len(), written.len());
}

#[tokio::test]
async fn pictures_that_twilio_will_not_list_hold_no_message_up() {
    let mut desk = Desk::open().await;
    let id = desk.patient("+15550100001").sends_photo("this tooth");
    desk.sim.fault(Fault::once(FaultKind::Garbage).path("Media.json"));
    let found = desk.messages().await;
    let [message] = found.as_slice() else { panic!("one message") };
    assert_eq!(message.provider_id, id);
    assert!(matches!(&message.content, Content::Media { caption: Some(_) }));
    let [file] = message.attachments.as_slice() else { panic!("its picture, found later") };
    assert!(!desk.connector.media(file, 10_000_000).await.expect("its bytes").bytes.is_empty());
    desk.connector.delete_media(file).await.expect("deleted");
    desk.connector.delete_media(file).await.expect("not there counts as done");
}

#[tokio::test]
async fn a_picture_that_is_listed_twice_is_one_picture() {
    let mut desk = Desk::open().await;
    desk.patient("+15550100001").sends_photo("this tooth");
    desk.sim.fault(Fault::once(FaultKind::Duplicates).path("Media.json"));
    let found = desk.messages().await;
    assert_eq!(found.iter().map(|message| message.attachments.len()).collect::<Vec<_>>(), [1]);
}

#[tokio::test]
async fn the_list_itself_tells_how_our_messages_fare() {
    let mut desk = Desk::open().await;
    let patient = desk.patient("+15550100001");
    desk.read("messages").await;
    let sent = desk.connector.send(&desk.text(ChannelKind::Sms, &patient, "Yes.")).await.expect("taken");
    let mut told = Vec::new();
    for _ in 0..6 {
        desk.wait(1);
        for event in desk.read("messages").await {
            match event {
                InboundEvent::Status(status) => {
                    assert_eq!(status.provider_id, sent.provider_id);
                    told.push(status.status);
                }
                InboundEvent::Message(message) => assert_eq!(message.origin, Origin::Elsewhere),
                _ => {}
            }
        }
    }
    assert!(told.is_sorted(), "{told:?}");
    assert_eq!(told.last(), Some(&DeliveryStatus::Delivered));
}
