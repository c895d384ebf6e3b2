//! The one file: how it is opened, who may read and who may write.
//!
//! Holds: one writer thread, `BEGIN IMMEDIATE`; a few readers that cannot write; a change is announced after its
//! commit and in commit order; nothing is awaited while a transaction is open, because a transaction is a plain
//! function on its own thread.
//! Refused: a pool of writers (they would wait for each other and lose the order of announcements); an async
//! transaction (it could be left open while something slow is awaited).
//! On a crash: what was committed is there, what was not is not.

mod connection;
mod readers;
mod store;
mod topic;
mod transaction;
mod writer;

#[cfg(feature = "bench")]
pub(crate) use connection::open_plain;
pub(crate) use connection::{Key, Role as ConnectionRole, open as open_connection};
pub(crate) use store::StoreParts;
pub use store::{CheckReport, Store};
pub use topic::{Commit, Topic};
pub use transaction::{ReadTx, WriteTx};
pub(crate) use writer::Writer;
