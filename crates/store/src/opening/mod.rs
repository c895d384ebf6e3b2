//! From a folder to an open store, or to a plain word why not.
//!
//! | database | keyring file | vault answers | then |
//! | --- | --- | --- | --- |
//! | no | no | no entry, or a key without data | first run: the key is made, or the one there is used |
//! | no | no | anything else | first run without it: nothing is made, unless behind a pass phrase |
//! | any | any, made with a pass phrase | no phrase was given | locked; asks for it |
//! | any | any (not both missing) | no entry, locked, failed, none, odd | locked; nothing is made |
//! | yes | no | – | locked: the keyring file is missing |
//! | no | yes | – | locked: the database is missing or was put aside (a crash in first run is finished instead) |
//! | no | yes | the right key | the same; an empty database may be begun under the same keys |
//! | yes | yes | the right key | open |
//! | yes | yes | another key, another backend | locked; the recovery kit helps |
//!
//! Holds: a key is never made over data; a damaged database is moved aside with its WAL, never deleted; one process
//! at a time; the folder is this user's alone and on this computer.
//! Refused: trusting "no entry" (a keychain says so when it is merely unusable).
//! On a crash: first run and beginning anew make the database under another name, then the keyring file, then rename;
//! each step is finished or begun again at the next start.

mod check;
mod create;
mod error;
mod file;
mod folder;
mod lock;
mod open;
mod paths;
mod start;
mod witness;

#[cfg(test)]
mod tests;

pub(crate) use check::check;
pub use create::NewClinic;
pub use error::{LockReason, OpenError};
pub use folder::{NotLocal, not_local};
pub(crate) use lock::FolderLock;
pub use open::{Opened, RandomSource, Surroundings};
pub(crate) use paths::{DAMAGED, FilePlace, Paths, free_name, replace_file};
pub use start::{StartState, may_start_over, probe, set_aside};
pub(crate) use witness::Witness;
