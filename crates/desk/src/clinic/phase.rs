//! From what keeps a store closed to the sentence that the window shows.

use anteroom_store::{LockReason, OpenError, StoreError};

use crate::views::{Code, WireError};

/// What keeps a store closed, as the window and the command line say it.
pub fn wire_error(error: &OpenError) -> WireError {
    WireError::of(code(error))
}

/// One sentence for each thing that a person does next.
pub(super) fn code(error: &OpenError) -> Code {
    match error {
        OpenError::NothingHere => Code::NotOpen,
        OpenError::AlreadyHere => Code::Stale,
        OpenError::Locked(reason) => of_lock(*reason),
        OpenError::WrongRecoveryCode => Code::WrongRecoveryCode,
        OpenError::VaultRefused(refusal) => of_lock(LockReason::from(*refusal)),
        OpenError::NewerVersion { .. } => Code::DatabaseFromNewerVersion,
        OpenError::Damaged { .. } => Code::DatabaseDamaged,
        OpenError::AlreadyOpen { .. } => Code::AlreadyOpen,
        OpenError::FolderNotLocal(_) => Code::FolderNotLocal,
        OpenError::ReadOnly => Code::FolderReadOnly,
        OpenError::DiskFull => Code::DiskFull,
        OpenError::Store(StoreError::Damaged) => Code::DatabaseDamaged,
        OpenError::Store(StoreError::Gone) => Code::StorageGone,
        OpenError::NoRandomness | OpenError::Io(_) | OpenError::Store(_) => Code::Unexpected,
    }
}

pub(super) const fn of_lock(reason: LockReason) -> Code {
    match reason {
        LockReason::VaultLocked | LockReason::VaultFailed => Code::KeychainLocked,
        LockReason::VaultMissing => Code::KeychainMissing,
        LockReason::KeyMissing => Code::KeyMissing,
        LockReason::KeyUnreadable | LockReason::OtherVault | LockReason::WrongKey => Code::WrongKey,
        LockReason::KeyringNewer => Code::DatabaseFromNewerVersion,
        LockReason::PassphraseNeeded => Code::PassphraseNeeded,
        LockReason::WrongPassphrase => Code::WrongPassphrase,
        LockReason::DatabaseNotOurs => Code::DatabaseNotOurs,
        LockReason::KeyringMissing | LockReason::KeyringDamaged => Code::KeyFileDamaged,
        LockReason::DatabaseSetAside => Code::DatabaseDamaged,
        LockReason::DatabaseMissing => Code::DatabaseMissing,
    }
}
