//! The demo clinic is opened a second time: the invented world began anew, the clinic's folder did not.

use std::collections::BTreeMap;
use std::sync::Arc;

use anteroom_desk::Desk;
use anteroom_desk::views::{ContentView, InboxFilter, ItemBody, Queue};
use anteroom_sim::scenario::Scenario;
use anteroom_sim::{Sim, SimConfig};
use anteroom_tests::{House, hours, minutes, seconds};
use jiff::SignedDuration;

use crate::first_run::World;

const SCENARIO: &str = r#"
[[patient]]
key = "leila"
name = "Leila Haddad"
instagram = "leila.haddad"
phone = "+15550100011"

[[event]]
at = "-2d"
who = "leila"
on = "instagram"
does = "writes"
text = "long ago"

[[event]]
at = "-3h"
who = "leila"
on = "instagram"
does = "sends_photo"

[[event]]
at = "-2h"
who = "leila"
on = "whatsapp"
does = "writes"
text = "this morning"

[[event]]
at = "-1h"
who = "leila"
on = "phone"
does = "rings_in_vain"

[[event]]
at = "30s"
who = "leila"
on = "instagram"
does = "writes"
text = "now"

[[event]]
at = "40s"
who = "leila"
on = "whatsapp"
does = "writes"
text = "now"

[[event]]
at = "50s"
who = "leila"
on = "phone"
does = "rings_in_vain"
"#;

/// Every conversation by its channel, as a person would read it aloud.
async fn read_aloud(desk: &Desk) -> BTreeMap<String, Vec<String>> {
    let page = desk.inbox_open(InboxFilter::of(Queue::All), 50).expect("the list");
    let mut said = BTreeMap::new();
    for row in page.rows {
        let view = desk.conversation_open(&row.id).await.expect("the conversation opens");
        let lines = view.items.into_iter().map(|item| match item.body {
            ItemBody::Message(message) if message.taken_back => "taken back".to_owned(),
            ItemBody::Message(message) => match message.content {
                ContentView::Text { body } => body,
                _ => format!("[{}]", message.attachments.len()),
            },
            ItemBody::Call(_) => "call".to_owned(),
            ItemBody::Note { text, .. } => text,
        });
        said.insert(format!("{:?}", row.channel), lines.collect());
    }
    said
}

async fn passes(house: &House, desk: &Desk, time: SignedDuration) {
    let step = seconds(20);
    let mut passed = SignedDuration::ZERO;
    while passed < time {
        house.clock.advance(step);
        passed += step;
        desk.settle().await.expect("rest");
    }
}

#[tokio::test]
async fn a_demo_that_is_opened_again_knows_its_past_and_hears_what_is_new() {
    let scenario = Scenario::parse(SCENARIO).expect("a scenario");
    let mut house = House::new();
    let mut runs = Vec::new();
    for seed in [1, 2] {
        let sim =
            Sim::start(SimConfig { seed, ..SimConfig::at(house.clock.clone()) }).await.expect("a world");
        sim.play(&scenario).expect("played");
        house.demo = Some(Arc::new(World(sim)));
        let program = house.program();
        program.begin().await.expect("a phase");
        program.demo_start().await.expect("a demo");
        let desk = program.desk().await.expect("open");
        desk.settle().await.expect("rest");
        let before = read_aloud(&desk).await;
        // Longer than a list may be late.
        passes(&house, &desk, minutes(12)).await;
        runs.push((before, read_aloud(&desk).await));
        program.close().await;
        house.clock.advance(hours(20));
    }
    let said = |instagram: &[&str], whatsapp: &[&str], phone: usize| {
        let lines = |list: &[&str]| list.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        BTreeMap::from([
            ("Instagram".to_owned(), lines(instagram)),
            ("Whatsapp".to_owned(), lines(whatsapp)),
            ("Phone".to_owned(), vec!["call".to_owned(); phone]),
        ])
    };
    let photo = "[1]";
    assert_eq!(runs[0].0, said(&["long ago", photo], &["this morning"], 1));
    assert_eq!(runs[0].1, said(&["long ago", photo, "now"], &["this morning", "now"], 2));
    assert_eq!(runs[1].0, runs[0].1, "the past is there once");
    assert_eq!(runs[1].1, said(&["long ago", photo, "now", "now"], &["this morning", "now", "now"], 3));
}
