//! Scenario files: history, live arrivals, answers, and files that are wrong.

use anteroom_model::ManualClock;
use anteroom_sim::scenario::{Scenario, ScenarioError};
use anteroom_sim::{Entry, Sim, SimConfig};
use jiff::SignedDuration;

use crate::clinic::{Clinic, START, each};

const SMALL: &str = r#"
[[patient]]
key = "leila"
name = "Leila Haddad"
instagram = "leila.haddad"
phone = "+15550100011"

[[event]]
at = "-2d 3h"
who = "leila"
on = "whatsapp"
does = "writes"
text = "Two days ago"

[[event]]
at = "10s"
who = "leila"
on = "instagram"
does = "sends_photo"

[[answer]]
who = "leila"
on = "whatsapp"
after = "20s"
does = "writes"
text = "Thank you"
"#;

fn inbound(sim: &Sim) -> Vec<(String, String)> {
    let entries = sim.ledger().into_iter();
    let rows = entries.filter_map(|entry| match entry {
        Entry::Inbound { channel, body, .. } => Some((channel, body)),
        Entry::Outbound { .. } | Entry::Unsent { .. } => None,
    });
    rows.collect()
}

#[tokio::test]
async fn history_is_there_at_once_and_the_rest_comes_by_the_clock() {
    let clinic = Clinic::open().await;
    clinic.sim.play(&Scenario::parse(SMALL).unwrap()).unwrap();
    let messages = clinic.get("Messages.json").await;
    assert_eq!(messages.text("/messages/0/date_sent"), "Fri, 20 Nov 2026 05:00:00 +0000");
    assert_eq!(inbound(&clinic.sim).len(), 1);
    clinic.after(10_000);
    assert_eq!(inbound(&clinic.sim)[1], ("instagram".into(), "".into()));
}

#[tokio::test]
async fn a_patient_answers_once_when_the_practice_writes() {
    let clinic = Clinic::open().await;
    clinic.sim.play(&Scenario::parse(SMALL).unwrap()).unwrap();
    for _ in 0..2 {
        clinic.sim.twilio().patient("+15550100011").on_whatsapp().writes("Hello?");
        clinic.whatsapp("+15550100011", "Good morning").await;
        clinic.after(20_000);
    }
    let thanks = inbound(&clinic.sim).iter().filter(|(_, body)| body == "Thank you").count();
    assert_eq!(thanks, 1);
}

#[tokio::test]
async fn a_restarted_world_has_the_same_past_and_a_new_present() {
    let mut runs = Vec::new();
    for seed in [1, 2] {
        let clock = ManualClock::at(START.parse().unwrap());
        let sim = Sim::start(SimConfig { seed, ..SimConfig::at(clock) }).await.unwrap();
        sim.play(&Scenario::parse(SMALL).unwrap()).unwrap();
        sim.advance(SignedDuration::from_mins(1));
        runs.push(sim.ledger());
    }
    let [first, second] = &runs[..] else { panic!("two runs") };
    assert_eq!(first.len(), 2);
    assert_eq!(first[0], second[0]);
    assert_ne!(first[1].provider_id(), second[1].provider_id());
    let person = |entry: &Entry| match entry {
        Entry::Inbound { patient, .. } => patient.clone(),
        Entry::Outbound { .. } | Entry::Unsent { .. } => String::new(),
    };
    assert_eq!(person(&first[1]), person(&second[1]));
}

#[test]
fn files_that_are_wrong_say_where() {
    let wrong = |from: &str, to: &str| Scenario::parse(&SMALL.replace(from, to));
    assert!(matches!(wrong("key =", "keys ="), Err(ScenarioError::Format(_))));
    assert!(matches!(wrong("does = \"sends_photo\"", "does = \"flies\""), Err(ScenarioError::Format(_))));
}

#[tokio::test]
async fn nothing_of_a_wrong_scenario_happens() {
    let clinic = Clinic::open().await;
    let play = |from: &str, to: &str| clinic.sim.play(&Scenario::parse(&SMALL.replace(from, to)).unwrap());
    assert!(matches!(play("at = \"10s\"", "at = \"soon\""), Err(ScenarioError::Time(1))));
    assert!(matches!(
        play("who = \"leila\"\non = \"instagram\"", "who = \"nobody\"\non = \"instagram\""),
        Err(ScenarioError::Nobody(1))
    ));
    assert!(matches!(play("on = \"instagram\"", "on = \"phone\""), Err(ScenarioError::Impossible(1, _))));
    assert!(matches!(play("phone = \"+15550100011\"\n", ""), Err(ScenarioError::Impossible(0, _))));
    assert!(inbound(&clinic.sim).is_empty());
}

#[tokio::test]
async fn the_demo_clinic_has_everything_a_front_desk_meets() {
    let clinic = Clinic::open().await;
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/demo/scenario.toml"))
            .unwrap();
    let scenario = Scenario::parse(&text).unwrap();
    assert!(scenario.patients.len() >= 25);
    clinic.sim.play(&scenario).unwrap();
    let at_start = inbound(&clinic.sim);
    for channel in ["instagram", "whatsapp", "sms", "phone"] {
        assert!(at_start.iter().any(|(found, _)| found == channel), "{channel} has no history");
    }
    clinic.after(15 * 60_000);
    let live = inbound(&clinic.sim).len() - at_start.len();
    assert!(live >= 15, "only {live} things happen live");
    for (arabic, word) in [(true, "Arabic"), (false, "German")] {
        let found = inbound(&clinic.sim).iter().any(|(_, body)| {
            if arabic {
                body.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c))
            } else {
                body.contains("ß")
            }
        });
        assert!(found, "nobody writes {word}");
    }
    assert!(!clinic.get("Recordings.json").await.rows("/recordings").is_empty());
    let calls = clinic.get("Calls.json").await.rows("/calls");
    assert!(each(&calls, "status").iter().any(|status| status == "no-answer"));
}
