//! The desk: what the running core does.

pub mod clock;
pub mod convert;
pub mod dice;
pub mod feed;
pub mod health;
pub mod lines;
pub mod logging;
pub mod loops;
pub mod media;
pub mod notices;
pub mod notify;
pub mod optout;
pub mod outbox;
pub mod ports;
pub mod tasks;
pub mod traffic;
pub mod views;
