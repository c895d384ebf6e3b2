//! A clinic on a computer without a keychain: its key behind a pass phrase, in real files.

use std::fs;
use std::path::{Path, PathBuf};

use anteroom_model::ManualClock;
use tempfile::TempDir;

use super::create;
use crate::fixture::{MemoryVault, new_clinic, nine, surroundings};
use crate::{
    LockReason, OpenError, Passphrase, PassphraseVault, RecoveryKit, StartState, Store, VaultError,
    may_start_over, probe,
};

const PHRASE: &str = "the rain falls on stones";

struct Vaulted {
    _folder: TempDir,
    dir: PathBuf,
    kit: RecoveryKit,
}

fn with(dir: &Path, phrase: &str) -> PassphraseVault {
    PassphraseVault::in_folder(dir, Passphrase::typed(phrase))
}

impl Vaulted {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("clinic");
        let kit = RecoveryKit::generate().unwrap();
        let made = Store::create(&dir, &with(&dir, PHRASE), &kit, &new_clinic(), around());
        made.unwrap().store.close().unwrap();
        Self { _folder: folder, dir, kit }
    }

    fn opens(&self, phrase: &str) -> Result<(), OpenError> {
        Store::open(&self.dir, &with(&self.dir, phrase), around()).map(|opened| opened.store.close().unwrap())
    }

    fn recovers(&self, phrase: &str) -> Result<(), OpenError> {
        let code = self.kit.groups().join(" ");
        Store::open_with_recovery(&self.dir, &with(&self.dir, phrase), &code, around())
            .map(|opened| opened.store.close().unwrap())
    }
}

fn around() -> crate::Surroundings {
    surroundings(&ManualClock::at(nine()))
}

#[test]
fn it_opens_with_its_phrase_and_says_when_the_phrase_is_wrong() {
    let clinic = Vaulted::new();
    clinic.opens("  the rain  falls on stones").unwrap();
    let wrong = clinic.opens("the rain falls on stone");
    assert_eq!(wrong, Err(OpenError::Locked(LockReason::WrongPassphrase)));
    let keychain = MemoryVault::default();
    keychain.fails_with(Some(VaultError::NoDefaultStore));
    let asks = StartState::Locked(LockReason::PassphraseNeeded);
    assert_eq!(probe(&clinic.dir, &keychain), Ok(asks));
    keychain.fails_with(None);
    assert_eq!(probe(&clinic.dir, &keychain), Ok(asks), "also where a keychain has come");
    let opened = Store::open(&clinic.dir, &keychain, around()).map(drop);
    assert_eq!(opened, Err(OpenError::Locked(LockReason::PassphraseNeeded)));
    assert_eq!(keychain.holds(), None);
}

#[test]
fn the_recovery_code_gives_a_forgotten_phrase_a_new_one() {
    let clinic = Vaulted::new();
    clinic.recovers("another phrase of four words").unwrap();
    clinic.opens("another phrase of four words").unwrap();
    assert_eq!(clinic.opens(PHRASE), Err(OpenError::Locked(LockReason::WrongPassphrase)));
    // The vault's file is gone or broken: the code helps as well.
    fs::write(clinic.dir.join("anteroom.passphrase"), b"broken").unwrap();
    assert_eq!(clinic.opens(PHRASE), Err(OpenError::Locked(LockReason::KeyUnreadable)));
    clinic.recovers(PHRASE).unwrap();
    fs::remove_file(clinic.dir.join("anteroom.passphrase")).unwrap();
    assert_eq!(clinic.opens(PHRASE), Err(OpenError::Locked(LockReason::KeyMissing)));
    clinic.recovers(PHRASE).unwrap();
    clinic.opens(PHRASE).unwrap();
}

#[test]
fn a_clinic_whose_keychain_is_gone_goes_on_with_a_phrase() {
    let clinic = crate::fixture::Clinic::new();
    clinic.store.close().unwrap();
    let code = clinic.kit.groups().join(" ");
    let (dir, vault) = (clinic.dir(), with(&clinic.dir(), PHRASE));
    assert_eq!(Store::open(&dir, &vault, around()).map(drop), Err(OpenError::Locked(LockReason::OtherVault)));
    Store::open_with_recovery(&dir, &vault, &code, around()).unwrap().store.close().unwrap();
    assert_eq!(probe(&dir, &clinic.vault), Ok(StartState::Locked(LockReason::PassphraseNeeded)));
    Store::open(&dir, &vault, around()).unwrap();
}

#[test]
fn what_a_first_run_left_behind_does_not_decide_the_phrase() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("clinic");
    fs::create_dir(&dir).unwrap();
    // The crash came after the vault's file and before the keyring file.
    crate::KeyVault::write(&with(&dir, "an older phrase of words"), &[3; 32]).unwrap();
    let left = fs::read(dir.join("anteroom.passphrase")).unwrap();
    let kit = RecoveryKit::generate().unwrap();
    Store::create(&dir, &with(&dir, PHRASE), &kit, &new_clinic(), around()).unwrap().store.close().unwrap();
    Store::open(&dir, &with(&dir, PHRASE), around()).unwrap();
    assert_eq!(fs::read(dir.join("anteroom.passphrase.old-0")).unwrap(), left);
}

#[test]
fn a_keychain_that_has_the_key_keeps_it_when_a_clinic_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let vault = MemoryVault::default();
    create(&folder.path().join("one"), &vault).unwrap();
    let key = vault.holds();
    create(&folder.path().join("two"), &vault).unwrap();
    assert_eq!(vault.holds(), key);
}

#[test]
fn beginning_anew_asks_for_the_phrase_first() {
    let clinic = Vaulted::new();
    fs::rename(clinic.dir.join("anteroom.db"), clinic.dir.join("elsewhere")).unwrap();
    let keychain = MemoryVault::default();
    assert_eq!(probe(&clinic.dir, &keychain), Ok(StartState::Locked(LockReason::PassphraseNeeded)));
    assert_eq!(clinic.opens(PHRASE), Err(OpenError::Locked(LockReason::DatabaseMissing)));
    assert_eq!(may_start_over(&clinic.dir, &with(&clinic.dir, "not the phrase at all")), Ok(false));
    let vault = with(&clinic.dir, PHRASE);
    assert_eq!(may_start_over(&clinic.dir, &vault), Ok(true));
    Store::start_over(&clinic.dir, &vault, &new_clinic(), around()).unwrap().store.close().unwrap();
    clinic.opens(PHRASE).unwrap();
}
