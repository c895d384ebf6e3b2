//! Every answer of a vault, over nothing and over data.

use std::fs;
use std::path::PathBuf;

use anteroom_model::ManualClock;

use super::{create, files};
use crate::fixture::{Clinic, MemoryVault, all_bytes, new_clinic, nine, surroundings};
use crate::{LockReason, OpenError, RecoveryKit, StartState, Store, VaultError, probe};

const ALL_ERRORS: [VaultError; 12] = [
    VaultError::NoEntry,
    VaultError::Locked,
    VaultError::WrongPassphrase,
    VaultError::PlatformFailure,
    VaultError::NoDefaultStore,
    VaultError::BadEncoding,
    VaultError::BadDataFormat,
    VaultError::BadStoreFormat,
    VaultError::TooLong,
    VaultError::Invalid,
    VaultError::Ambiguous,
    VaultError::NotSupported,
];

#[test]
fn a_vault_that_does_not_answer_never_gets_a_key_where_nothing_is() {
    for error in ALL_ERRORS {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("clinic");
        let vault = MemoryVault::default();
        vault.fails_with(Some(error));
        let expected = match error {
            VaultError::NoEntry => StartState::FirstRun,
            other => StartState::FirstRunWithout(other.into()),
        };
        assert_eq!(probe(&dir, &vault), Ok(expected), "{error:?}");
        let made = create(&dir, &vault).map(drop);
        // "No entry" even after the key was written is a vault that keeps nothing.
        let refused = match error {
            VaultError::NoEntry => OpenError::VaultRefused(VaultError::NoEntry),
            other => OpenError::Locked(other.into()),
        };
        assert_eq!(made, Err(refused), "{error:?}");
        assert!(files(&dir).is_empty(), "{error:?}");
        if error != VaultError::NoEntry {
            assert_eq!(vault.holds(), None, "{error:?}");
        }
    }
}

#[test]
fn a_vault_that_does_not_answer_never_gets_a_key_over_data() {
    let clinic = Clinic::new();
    clinic.store.close().unwrap();
    let (key, before) = (clinic.vault.holds(), all_bytes(&clinic.dir()));
    for error in ALL_ERRORS {
        clinic.vault.fails_with(Some(error));
        let reason = LockReason::from(error);
        assert_eq!(probe(&clinic.dir(), &clinic.vault), Ok(StartState::Locked(reason)), "{error:?}");
        assert_eq!(clinic.reopen().map(drop), Err(OpenError::Locked(reason)), "{error:?}");
        assert_eq!(create(&clinic.dir(), &clinic.vault).map(drop), Err(OpenError::AlreadyHere), "{error:?}");
        assert!(reason.recovery_helps());
    }
    assert_eq!(clinic.vault.holds(), key);
    assert_eq!(all_bytes(&clinic.dir()), before);
    clinic.vault.fails_with(None);
    assert_eq!(probe(&clinic.dir(), &clinic.vault), Ok(StartState::Ready));
    clinic.reopen().unwrap();
}

#[test]
fn a_vault_that_refuses_or_forgets_the_key_ends_first_run() {
    let folder = tempfile::tempdir().unwrap();
    let refusing = MemoryVault::default();
    *refusing.write_fails.lock().unwrap() = Some(VaultError::Locked);
    let refused = create(folder.path(), &refusing).map(drop);
    assert_eq!(refused, Err(OpenError::VaultRefused(VaultError::Locked)));
    let forgetful = MemoryVault { forgets: true, ..MemoryVault::default() };
    let refused = create(folder.path(), &forgetful).map(drop);
    assert_eq!(refused, Err(OpenError::VaultRefused(VaultError::NoEntry)));
    assert!(files(folder.path()).is_empty());
}

#[test]
fn a_key_without_data_is_used_and_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let vault = MemoryVault::default();
    *vault.key.lock().unwrap() = Some(zeroize::Zeroizing::new([7; 32]));
    create(&folder.path().join("clinic"), &vault).unwrap();
    assert_eq!(vault.holds(), Some([7; 32]));
}

#[test]
fn half_of_the_data_is_locked_and_not_made_new() {
    let check = |gone: &str, reason: LockReason| {
        let clinic = Clinic::new();
        clinic.store.close().unwrap();
        fs::rename(clinic.dir().join(gone), clinic.folder.path().join("elsewhere")).unwrap();
        assert_eq!(probe(&clinic.dir(), &clinic.vault), Ok(StartState::Locked(reason)));
        assert_eq!(clinic.reopen().map(drop), Err(OpenError::Locked(reason)));
        assert_eq!(create(&clinic.dir(), &clinic.vault).map(drop), Err(OpenError::AlreadyHere));
        assert!(!reason.recovery_helps());
        fs::rename(clinic.folder.path().join("elsewhere"), clinic.dir().join(gone)).unwrap();
        clinic.reopen().unwrap();
    };
    check("anteroom.keyring", LockReason::KeyringMissing);
    check("anteroom.db", LockReason::DatabaseMissing);
}

#[test]
fn nothing_is_opened_where_nothing_is() {
    let folder = tempfile::tempdir().unwrap();
    let clock = ManualClock::at(nine());
    let opened = Store::open(&folder.path().join("x"), &MemoryVault::default(), surroundings(&clock));
    assert_eq!(opened.map(drop), Err(OpenError::NothingHere));
}

#[test]
fn another_key_or_another_backend_is_locked_and_the_kit_opens() {
    let clinic = Clinic::new();
    clinic.store.close().unwrap();
    *clinic.vault.key.lock().unwrap() = Some(zeroize::Zeroizing::new([9; 32]));
    assert_eq!(clinic.reopen().map(drop), Err(OpenError::Locked(LockReason::WrongKey)));
    let clock = clinic.clock.clone();
    let with_code = |vault: &MemoryVault, code: &str| {
        Store::open_with_recovery(&clinic.dir(), vault, code, surroundings(&clock)).map(|opened| opened.store)
    };
    let other_kit = RecoveryKit::generate().unwrap().groups().join(" ");
    assert_eq!(with_code(&clinic.vault, "nonsense").map(drop), Err(OpenError::WrongRecoveryCode));
    assert_eq!(with_code(&clinic.vault, &other_kit).map(drop), Err(OpenError::WrongRecoveryCode));
    let code = clinic.kit.groups().join("-").to_lowercase();
    let store = with_code(&clinic.vault, &code).unwrap();
    assert_eq!(store.read(|tx| Ok(tx.clinic()?.name)).unwrap(), "Marlow Street Dental");
    store.close().unwrap();
    clinic.reopen().unwrap().store.close().unwrap();
    // Another computer: an empty vault of another kind.
    let vault = MemoryVault { other_backend: true, ..MemoryVault::default() };
    assert_eq!(probe(&clinic.dir(), &vault), Ok(StartState::Locked(LockReason::OtherVault)));
    with_code(&vault, &code).unwrap().close().unwrap();
    assert_eq!(probe(&clinic.dir(), &vault), Ok(StartState::Ready));
    assert!(vault.holds().is_some());
    assert_eq!(clinic.reopen().map(drop), Err(OpenError::Locked(LockReason::OtherVault)));
}

#[test]
fn a_damaged_keyring_file_is_said_to_be_damaged() {
    let clinic = Clinic::new();
    clinic.store.close().unwrap();
    let path = clinic.dir().join("anteroom.keyring");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(clinic.reopen().map(drop), Err(OpenError::Locked(LockReason::KeyringDamaged)));
    fs::write(&path, b"{\"format\": 99}").unwrap();
    assert_eq!(clinic.reopen().map(drop), Err(OpenError::Locked(LockReason::KeyringNewer)));
    fs::write(&path, &whole).unwrap();
    clinic.reopen().unwrap();
}

#[test]
fn a_crash_in_first_run_is_finished_or_begun_again() {
    // Before the keyring file: begun again.
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("clinic");
    fs::create_dir(&dir).unwrap();
    fs::write(dir.join("anteroom.db.new"), b"half").unwrap();
    let vault = MemoryVault::default();
    assert_eq!(probe(&dir, &vault), Ok(StartState::FirstRun));
    create(&dir, &vault).unwrap();
    // After it: finished.
    let clinic = Clinic::new();
    clinic.store.close().unwrap();
    fs::rename(clinic.dir().join("anteroom.db"), clinic.dir().join("anteroom.db.new")).unwrap();
    assert_eq!(probe(&clinic.dir(), &clinic.vault), Ok(StartState::Ready));
    let store = clinic.reopen().unwrap().store;
    assert_eq!(store.read(|tx| tx.staff()).unwrap().len(), 1);
}

#[test]
fn a_marked_folder_opens_with_the_demo_vault() {
    let folder = tempfile::tempdir().unwrap();
    let dir: PathBuf = folder.path().join("demo");
    fs::create_dir(&dir).unwrap();
    fs::write(dir.join(crate::DEMO_MARK), b"").unwrap();
    let vault = crate::FileVault::in_folder(&dir);
    let clock = ManualClock::at(nine());
    let kit = RecoveryKit::generate().unwrap();
    Store::create(&dir, &vault, &kit, &new_clinic(), surroundings(&clock)).unwrap().store.close().unwrap();
    Store::open(&dir, &vault, surroundings(&clock)).unwrap();
}
