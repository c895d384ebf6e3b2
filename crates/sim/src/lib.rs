//! The outside world: the providers' HTTP APIs on loopback, with invented patients, for the demo clinic, tests and
//! benchmarks.
//!
//! Holds: everything happens by the clock that is handed in and under one lock, so a test that moves the clock sees
//! the same world every time. What is due is done before any question is answered. A client that sends what the
//! provider would refuse gets the provider's own refusal.
//! Refused: background tasks that move statuses along (a test would have to wait for them); recorded answers (they
//! cannot refuse anything); one server per provider (a desk has one base URL).
//! On a crash: the state is in memory and gone; the ledger file, if asked for, has every message that was taken.

mod control;
mod fault;
mod http;
pub mod instagram;
mod ledger;
mod media;
mod mint;
pub mod scenario;
pub mod signed;
mod sim;
pub mod twilio;
mod world;

pub use fault::{Fault, FaultKind};
pub use http::Network;
pub use ledger::{Entry, Received};
pub use sim::{Sim, SimClock, SimConfig, SimError};
