//! What can go wrong with a sealed file, each with its own name.

use std::io;

/// A sealed file could not be written or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealedError {
    /// There is no file of this name.
    #[error("the sealed file is missing")]
    Missing,
    /// The file is not what was written.
    #[error("the sealed file is damaged: {0}")]
    Damaged(Damage),
    /// No room is left.
    #[error("the disk is full")]
    DiskFull,
    /// The folder cannot be written to.
    #[error("the folder is read-only")]
    ReadOnly,
    /// The bytes to be sealed could not be read to their end.
    #[error("what was to be sealed could not be read")]
    Source(io::ErrorKind),
    /// The system gave no randomness; nothing is sealed without.
    #[error("the system gave no randomness")]
    NoRandomness,
    /// Anything else that the system refused.
    #[error("the sealed file could not be reached")]
    Io(io::ErrorKind),
}

/// How a sealed file differs from what was written. A wrong key shows as [`Damage::Chunk`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// It does not begin as a sealed file does.
    #[error("head")]
    Head,
    /// It was written by a newer version.
    #[error("version {0}")]
    Version(u8),
    /// It is shorter or longer than its row says.
    #[error("length")]
    Length,
    /// This chunk does not open: flipped bits, another chunk, another file, another key.
    #[error("chunk {0}")]
    Chunk(u32),
    /// Larger than the format can count (256 TiB).
    #[error("too large")]
    TooLarge,
}

impl SealedError {
    /// Names what the system said.
    pub(super) fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound => Self::Missing,
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::DiskFull,
            Kind::ReadOnlyFilesystem | Kind::PermissionDenied => Self::ReadOnly,
            Kind::UnexpectedEof => Self::Damaged(Damage::Length),
            kind => Self::Io(kind),
        }
    }
}
