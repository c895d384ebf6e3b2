//! Attachment files at rest: sealed, apart from the database, readable from any byte on.
//!
//! Holds: plaintext never touches the disk. Each file has its own 256-bit key, which lives in the attachment's row and
//! nowhere else, so that deleting the row makes the file noise at once. A file is complete or absent: it is written
//! under another name, flushed to the disk, then renamed. Whatever is damaged, missing or foreign is a
//! [`SealedError`], never wrong bytes.
//! Format 1: 16 bytes of head (`AnteSeal`, version, 7 random bytes), then chunks of 64 KiB, each with its 16-byte tag
//! (AES-256-GCM). The nonce is the 7 random bytes, the chunk's number and a mark on the last chunk; the additional data
//! is the version and the file's name. So a chunk cannot be moved, dropped, added or brought in from another file.
//! Refused: files as rows (the database would grow by gigabytes and every backup with it); one key for all files
//! (nothing could be destroyed alone); one tag for the whole file (a recording could not be played from the middle).
//! On a crash: a half-written file lies in `part/` and is removed at the next start; a finished file whose row was not
//! committed is found by [`SealedFolder::sweep`].

mod chunks;
mod error;
mod folder;
mod key;
mod read;
mod write;

#[cfg(test)]
mod tests;

#[cfg(feature = "fuzzing")]
pub(crate) use chunks::strange;
pub use error::{Damage, SealedError};
pub use folder::{SealedFolder, Swept};
pub use key::{FileKey, FileName, SealedFile};
pub use read::SealedReader;
