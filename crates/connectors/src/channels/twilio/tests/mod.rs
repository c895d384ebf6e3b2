//! Twilio's answers, with invented people, read without a network.

mod calls;
mod messages;
mod sending;
mod strange;
mod words;

use jiff::Timestamp;
use serde_json::Value;

use super::payload::{Page, parse_time};

pub(super) fn time(text: &str) -> Timestamp {
    parse_time(text).expect("a test's time")
}

/// Noon of the day on which all fixtures play.
pub(super) fn noon() -> Timestamp {
    time("2026-11-20T12:00:00Z")
}

pub(super) fn rows(page: &str, key: &str) -> Vec<Value> {
    Page::read(page.as_bytes(), key).expect("a fixture").rows
}
