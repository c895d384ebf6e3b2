//! Signed webhooks, prepared for the day when something can receive them: a relay.
//!
//! Holds: what is signed is what is sent, byte for byte.

mod meta;
mod twilio;

pub use meta::{meta_body, meta_signature, signed_request};
pub use twilio::{body_hash, twilio_signature};
