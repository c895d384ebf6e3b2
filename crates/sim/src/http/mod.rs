//! The server: one origin, the real host as first path segment, faults around everything but the control API.

mod call;
mod fields;
mod serve;
mod spoil;
mod wire;

pub use call::{Answer, Call};
pub use fields::{Field, parse_fields};
pub use serve::serve;
pub use wire::{Cable, Network};
