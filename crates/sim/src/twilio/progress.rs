//! How a message of the practice fares: steps in time, decided when it is taken.
//!
//! Some endings of the number decide the fate, so that a test can choose it: see the README.

use jiff::{SignedDuration, Timestamp};

use super::account::{Line, Step};

/// Endings of numbers whose messages fail with that code.
const FAILING: [u32; 7] = [30003, 30004, 30006, 30007, 30008, 63016, 63018];

/// What stands in the way of a message, known when it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The code it will fail with.
    pub fails: Option<u32>,
    /// It goes through a messaging service, which picks the sender first.
    pub service: bool,
}

/// The steps of a message to `number` that was taken at `now`.
pub fn steps(line: Line, number: &str, now: Timestamp, verdict: Verdict) -> Vec<Step> {
    let after = |ms: i64| now + SignedDuration::from_millis(ms);
    let step = |ms: i64, status: &'static str| Step { at: after(ms), status, code: None };
    let mut steps = vec![step(0, if verdict.service { "accepted" } else { "queued" })];
    if verdict.service {
        steps.push(step(200, "queued"));
    }
    let magic = FAILING.into_iter().find(|code| number.ends_with(&code.to_string()));
    if let Some(code) = verdict.fails.or(magic) {
        steps.push(Step { at: after(1000), status: "undelivered", code: Some(code) });
        return steps;
    }
    steps.push(step(500, "sending"));
    steps.push(step(1000, "sent"));
    if number.ends_with("4444") {
        return steps;
    }
    steps.push(step(2500, "delivered"));
    if line == Line::WhatsApp && !number.ends_with("5555") {
        steps.push(step(20_000, "read"));
    }
    steps
}
