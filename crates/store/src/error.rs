//! What a read or a write can end in. Codes only: SQLite's texts may quote a row.

use std::io;

use rusqlite::ErrorCode;

/// A read or write did not happen. A failed write left nothing behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The folder or file cannot be written.
    #[error("the store cannot be written")]
    ReadOnly,
    /// The file is no longer where it was opened.
    #[error("the store's file is gone")]
    Gone,
    /// The file is damaged.
    #[error("the store is damaged")]
    Damaged,
    /// Somebody held it for too long.
    #[error("the store is busy")]
    Busy,
    /// What the caller named is not there.
    #[error("not found")]
    NotFound,
    /// What the caller wants does not fit what is there.
    #[error("conflict: {0}")]
    Conflict(Conflict),
    /// A kept value cannot be read back.
    #[error("a kept value cannot be read back")]
    BadRow,
    /// The store was closed.
    #[error("the store is closed")]
    Closed,
    /// The disk failed under a file beside the database.
    #[error("the disk failed: {0:?}")]
    Io(io::ErrorKind),
    /// SQLite refused, or the disk under it; its extended code.
    #[error("sqlite refused with code {0}")]
    Sqlite(i32),
    /// The caller's own code gave up while it wrote.
    #[error("a write was given up")]
    GivenUp,
}

/// What does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// This account is connected already.
    #[error("already connected")]
    AlreadyConnected,
    /// This identity is linked to a patient already.
    #[error("already linked")]
    AlreadyLinked,
    /// This patient was joined with another one, or the other way round.
    #[error("joined with another patient")]
    Merged,
    /// The patient said so themselves; only they can take it back.
    #[error("the patient said stop")]
    PatientSaidStop,
    /// The outbox row is not in a state from which it could go there.
    #[error("the outbox row is in another state")]
    OutboxState,
    /// It is not this message's turn.
    #[error("not its turn")]
    NotItsTurn,
    /// The provider's id is another message already.
    #[error("the provider's id is taken")]
    ProviderIdTaken,
    /// The thread belongs to another account or channel.
    #[error("belongs to another account")]
    OtherAccount,
    /// There is one of this name already.
    #[error("there is one of this name")]
    SameName,
    /// Nobody can react to this: we wrote it, or it was taken back.
    #[error("nobody can react to this")]
    NotReactable,
}

impl Conflict {
    /// A word for the log.
    pub const fn word(self) -> &'static str {
        match self {
            Self::AlreadyConnected => "already_connected",
            Self::AlreadyLinked => "already_linked",
            Self::Merged => "merged",
            Self::PatientSaidStop => "patient_said_stop",
            Self::OutboxState => "outbox_state",
            Self::NotItsTurn => "not_its_turn",
            Self::ProviderIdTaken => "provider_id_taken",
            Self::OtherAccount => "other_account",
            Self::NotReactable => "not_reactable",
            Self::SameName => "same_name",
        }
    }
}

/// What reads and writes return.
pub type Result<T> = std::result::Result<T, StoreError>;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        match error {
            E::SqliteFailure(failure, _) => Self::of(failure),
            E::SqlInputError { error, .. } => Self::of(error),
            E::QueryReturnedNoRows => Self::NotFound,
            E::FromSqlConversionFailure(..)
            | E::IntegralValueOutOfRange(..)
            | E::InvalidColumnType(..)
            | E::Utf8Error(..) => Self::BadRow,
            _ => Self::Sqlite(rusqlite::ffi::SQLITE_MISUSE),
        }
    }
}

impl StoreError {
    /// A word for the log, which keeps codes and drops sentences.
    pub const fn word(self) -> &'static str {
        match self {
            Self::DiskFull => "disk_full",
            Self::ReadOnly => "read_only",
            Self::Gone => "gone",
            Self::Damaged => "damaged",
            Self::Busy => "busy",
            Self::NotFound => "not_found",
            Self::Conflict(conflict) => conflict.word(),
            Self::BadRow => "bad_row",
            Self::Closed => "closed",
            Self::Io(_) => "io",
            Self::Sqlite(_) => "sqlite",
            Self::GivenUp => "given_up",
        }
    }

    /// The number that goes with the word: SQLite's extended code.
    pub const fn number(self) -> Option<i32> {
        match self {
            Self::Sqlite(code) => Some(code),
            _ => None,
        }
    }

    fn of(failure: rusqlite::ffi::Error) -> Self {
        match failure.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::CannotOpen => Self::Gone,
            _ => Self::Sqlite(failure.extended_code),
        }
    }

    /// What the system said about a file beside the database.
    pub(crate) fn of_io(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::DiskFull,
            Kind::ReadOnlyFilesystem | Kind::PermissionDenied => Self::ReadOnly,
            Kind::NotFound => Self::Gone,
            kind => Self::Io(kind),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        Self::of_io(&error)
    }
}

impl From<Conflict> for StoreError {
    fn from(conflict: Conflict) -> Self {
        Self::Conflict(conflict)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_disk_says_under_sqlite_keeps_its_number() {
        let failure = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR_FSYNC);
        let error = StoreError::from(rusqlite::Error::SqliteFailure(failure, None));
        assert_eq!((error.word(), error.number()), ("sqlite", Some(1034)));
    }
}
