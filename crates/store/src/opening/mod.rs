//! From a folder to an open store, or to a plain word why not.
//!
//! | database | keyring file | vault answers | then |
//! | --- | --- | --- | --- |
//! | no | no | no entry, or a key without data | first run: the key is made, or the one there is used |
//! | no | no | anything else | locked; nothing is made |
//! | any | any (not both missing) | no entry, locked, failed, none, odd | locked; nothing is made |
//! | yes | no | – | locked: the keyring file is missing |
//! | no | yes | – | locked: the database is missing (a crash in first run is finished instead) |
//! | yes | yes | the right key | open |
//! | yes | yes | another key, another backend | locked; the recovery kit helps |
//!
//! Holds: a key is never made over data; a damaged database is moved aside with its WAL, never deleted; one process
//! at a time; the folder is this user's alone and on this computer.
//! Refused: trusting "no entry" (a keychain says so when it is merely unusable).
//! On a crash: first run makes the database under another name, then the keyring file, then renames; each step is
//! finished or begun again at the next start.

mod check;
mod create;
mod error;
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
pub(crate) use paths::{FilePlace, Paths, replace_file};
pub use start::{StartState, probe};
pub(crate) use witness::Witness;
