//! The outbox: every message we owe a patient.
//!
//! Holds: what staff see as written is committed before anything else; an attempt is committed before a socket opens;
//! one HTTP request per attempt; one send per conversation at a time, in the order of writing; a send whose outcome
//! nobody knows is never repeated by the program. What waited is checked again when it leaves: window, opt-out, size.
//! Refused: sending from the command (lost on a crash); one queue per channel (one stuck message would hold up all).
//! On a crash: "being sent" becomes "unknown" at the next start; see `reconcile`.

mod decide;
mod fit;
mod load;
mod reply;
mod templates;
mod worker;

pub(crate) use fit::check_file;
pub use fit::{Load, Misfit, fits};
pub(crate) use load::{may_leave, outgoing_of};
pub(crate) use reply::into_draft;
pub use worker::Worker;
pub(crate) use worker::hold_back;
