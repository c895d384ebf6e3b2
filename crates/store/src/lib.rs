//! Where things rest: one SQLCipher file per clinic, and sealed attachment files beside it.
//!
//! Holds: all SQL is here; one writer, many readers, and the type says which ([`ReadTx`], [`WriteTx`]); inbound is
//! stored once whatever arrives how often and in which order; what we owe a patient is committed before anybody opens
//! a socket; kept counts equal fresh ones after every commit; no error carries a patient's word.
//! Refused: an ORM (the query plans are part of the design); field-level encryption (indexes, times and the full-text
//! index would stay in clear); row ids that leave this crate.
//! On a crash: a transaction is there or not. Half-made clinics are finished at the next start, half-written sealed
//! files are removed, sends whose end nobody knows become "unknown".

#[cfg(feature = "bench")]
pub mod bench;
mod codes;
mod column;
mod db;
mod error;
#[cfg(test)]
mod fixture;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
mod keys;
mod opening;
mod position;
mod schema;
pub mod sealed;
mod search;
mod tables;

pub use db::{CheckReport, Commit, ReadTx, Store, Topic, WriteTx};
pub use error::{Conflict, Result, StoreError};
pub use keys::{
    DEMO_MARK, FileVault, KeyVault, KitError, Passphrase, PassphraseVault, RecoveryKit, RootKey, TEST_MARK,
    TooWeak, VaultError,
};
pub use opening::{
    LockReason, NewClinic, NotLocal, OpenError, Opened, RandomSource, StartState, Surroundings,
    may_start_over, not_local, probe, set_aside,
};
pub use position::Position;
pub use search::{Found, FoundConversation, FoundIn, FoundItem, FoundPerson, ItemIs, Piece, fold};
pub use tables::*;
