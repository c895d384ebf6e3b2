//! The world of a story: the simulator in this process, by the machine's clock, with the people and the past of the demo
//! clinic. What happens live is up to the story.

use std::sync::Arc;

use anteroom_desk::clock::SystemClock;
use anteroom_sim::scenario::Scenario;
use anteroom_sim::{Entry, Sim, SimClock, SimConfig};
use serde_json::json;

/// The outside world.
pub struct World(pub Sim);

impl World {
    /// Starts the simulator: two connected accounts, and nobody has written yet.
    pub async fn without_a_past() -> Self {
        let config = SimConfig {
            clock: SimClock::Running(Arc::new(SystemClock::new())),
            seed: 1,
            port: 0,
            control_port: 0,
            ledger: None,
        };
        let sim = Sim::start(config).await.expect("the simulator starts");
        // How a limit is kept is shown elsewhere; here it would only make every story wait a minute.
        sim.instagram().calls_per_second(None);
        Self(sim)
    }

    /// Starts the simulator and lets the past happen.
    pub async fn with_a_past() -> Self {
        let world = Self::without_a_past().await;
        let mut scenario =
            Scenario::parse(include_str!("../../../assets/demo/scenario.toml")).expect("the demo's scenario");
        scenario.events.retain(|event| event.at.starts_with('-'));
        scenario.answers.clear();
        world.0.play(&scenario).expect("the past can happen");
        world
    }

    /// What the program is told about this world.
    pub fn described(&self) -> String {
        let twilio = self.0.twilio();
        let (key_sid, key_secret) = twilio.key();
        let cards = include_str!("../../../assets/demo/cards.json");
        let cards: serde_json::Value = serde_json::from_str(cards).expect("the demo's cards");
        json!({
            "url": self.0.url(),
            "cards": cards,
            "instagram": { "token": self.0.instagram().token() },
            "twilio": { "account_sid": twilio.account_sid(), "key_sid": key_sid, "key_secret": key_secret },
        })
        .to_string()
    }

    /// How often the providers took these words from this program.
    pub fn times_sent(&self, words: &str) -> usize {
        let ours =
            |entry: &&Entry| matches!(entry, Entry::Outbound { body, elsewhere: false, .. } if body == words);
        self.0.ledger().iter().filter(ours).count()
    }
}
