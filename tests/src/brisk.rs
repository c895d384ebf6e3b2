//! The clock of the connectors in tests: waiting for a turn moves the time.

use anteroom_model::{BoxFuture, Clock, ManualClock};
use jiff::Timestamp;

/// Shows the test's time. Whoever sleeps on it moves it: a connector that keeps its pace would otherwise wait for a
/// test that waits for the connector.
#[derive(Clone)]
pub struct Brisk(pub ManualClock);

impl Clock for Brisk {
    fn now(&self) -> Timestamp {
        self.0.now()
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        if self.0.now() < at {
            self.0.set(at);
        }
        Box::pin(std::future::ready(()))
    }
}
