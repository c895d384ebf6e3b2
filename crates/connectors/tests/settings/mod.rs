//! The way out as the tests set it: a clock that stands still, a fast pace, one seed.

use std::sync::Arc;
use std::time::Duration;

use anteroom_connectors::transport::{
    Hosts, Ledger, PaceRules, Patience, Rate, Transport, TransportSettings,
};
use anteroom_model::ManualClock;
use jiff::Timestamp;
use rand::SeedableRng;
use rand::rngs::StdRng;

/// To these hosts, with so much patience.
pub fn transport(hosts: Hosts, patience: Patience, ledger: Arc<dyn Ledger>) -> Transport {
    let rate = Rate { calls: 100, per: Duration::from_secs(1) };
    Transport::new(TransportSettings {
        account: None,
        hosts,
        pace: PaceRules { poll: rate, send: rate, at_once: 4 },
        patience,
        clock: Arc::new(ManualClock::at(Timestamp::UNIX_EPOCH)),
        ledger,
        rng: StdRng::seed_from_u64(1),
    })
    .expect("a transport")
}

/// Patience of five seconds for everything; only a hang reaches it.
pub fn five_seconds() -> Patience {
    let wait = Duration::from_secs(5);
    Patience { connect: wait, read: wait, total: wait }
}
