//! How messages come and go: one connector per provider, and one way out for all of them.
//!
//! Holds: this crate opens sockets and nothing else does (but `assist`); it keeps nothing on disk, writes to no store,
//! and knows the other crates only through the ports of `model`.

pub mod channels;
mod compose;
#[cfg(any(test, feature = "fuzzing"))]
pub mod fuzzing;
pub mod transport;

pub use compose::{AccountConfig, ConnectError, World, connect};
