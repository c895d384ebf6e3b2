//! The desk: what the running core does.
//!
//! Holds: everything that a window or the command line can ask is a method of [`desk::Desk`]; what a patient wrote is
//! in the store before anybody is told, and what staff wrote is there before anything leaves. This crate opens no
//! socket, writes no SQL, knows no window and reads no clock but its own.
//! Refused: commands that talk to providers while a person waits for the list (they go through the store and a loop).
//! On a crash: every loop finds its work in the store again; see `outbox` and `reconcile` for what was on its way.

pub mod accounts;
pub mod automatic;
mod calls;
pub mod clinic;
pub mod clock;
pub mod contacts;
mod convert;
mod core;
mod csv;
mod delivery;
pub mod desk;
pub mod dice;
mod drafts;
mod fault;
pub mod feed;
mod fetch;
mod figures;
pub mod files;
mod health;
pub mod hours;
mod intake;
mod keys;
mod language;
mod lines;
pub mod logging;
pub mod loops;
pub mod media;
mod notices;
pub mod notify;
mod outbox;
mod patients;
pub mod ports;
mod profiles;
mod reacting;
mod reading;
mod reconcile;
mod resting;
mod review;
mod saved;
mod schedule;
mod search;
mod settings;
mod staff;
mod status;
mod sweep;
mod tasks;
mod traffic;
mod triage;
pub mod views;

pub use desk::{Desk, DeskParts};
