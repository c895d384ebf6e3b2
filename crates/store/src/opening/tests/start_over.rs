//! An empty database under the clinic's own keys, where the old one is damaged or gone; nothing that was there is lost.

use std::fs;
use std::path::{Path, PathBuf};

use super::damage::damage;
use crate::fixture::{Clinic, new_clinic, nine, surroundings};
use crate::{LockReason, OpenError, Opened, Store, VaultError, may_start_over};

fn start_over(clinic: &Clinic) -> Result<Opened, OpenError> {
    Store::start_over(&clinic.dir(), &clinic.vault, &new_clinic(), surroundings(&clinic.clock))
}

fn may(clinic: &Clinic) -> bool {
    may_start_over(&clinic.dir(), &clinic.vault).unwrap()
}

/// A closed clinic whose database is damaged and was put aside; where it lies.
fn put_aside() -> (Clinic, PathBuf) {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Hello");
    clinic.store.close().unwrap();
    damage(&clinic.dir().join("anteroom.db"), 1000);
    let Err(OpenError::Damaged { moved_to }) = clinic.reopen().map(drop) else { panic!() };
    (clinic, moved_to)
}

/// The one name in the folder that begins so.
fn named(dir: &Path, start: &str) -> PathBuf {
    let all = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let found: Vec<_> =
        all.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with(start)).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

#[test]
fn an_empty_inbox_begins_under_the_same_keys_and_the_damaged_file_stays() {
    let (clinic, moved_to) = put_aside();
    let bytes = fs::read(&moved_to).unwrap();
    assert!(may(&clinic));
    let opened = start_over(&clinic).unwrap();
    assert_eq!(opened.rolled_back, None);
    assert!(opened.store.read(|tx| tx.accounts()).unwrap().is_empty());
    opened.store.close().unwrap();
    assert!(!may(&clinic));
    assert_eq!(start_over(&clinic).map(drop), Err(OpenError::AlreadyHere));
    assert_eq!(fs::read(&moved_to).unwrap(), bytes);
    let opened = clinic.reopen().unwrap();
    assert_eq!(opened.rolled_back, None);
    opened.store.close().unwrap();
    // The code on paper is the old one.
    *clinic.vault.key.lock().unwrap() = None;
    let code = clinic.kit.groups().join(" ");
    Store::open_with_recovery(&clinic.dir(), &clinic.vault, &code, surroundings(&clinic.clock)).unwrap();
}

#[test]
fn the_old_database_opens_again_once_it_is_repaired_and_has_its_name_back() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Hello");
    clinic.store.close().unwrap();
    let (db, whole) = (clinic.dir().join("anteroom.db"), clinic.dir().join("whole"));
    fs::rename(&db, &whole).unwrap();
    start_over(&clinic).unwrap().store.close().unwrap();
    fs::rename(&db, clinic.dir().join("new")).unwrap();
    fs::rename(&whole, &db).unwrap();
    let store = clinic.reopen().unwrap().store;
    assert_eq!(store.read(|tx| tx.timeline(mara, None, 10)).unwrap().items.len(), 1);
}

#[test]
fn the_sealed_files_go_aside_with_the_database_that_has_their_keys() {
    let (clinic, _) = put_aside();
    fs::write(clinic.dir().join("files").join("sealed"), b"a picture").unwrap();
    start_over(&clinic).unwrap();
    assert!(!clinic.dir().join("files").join("sealed").exists());
    let aside = named(&clinic.dir(), "files.damaged-");
    assert_eq!(fs::read(aside.join("sealed")).unwrap(), b"a picture");
}

#[test]
fn the_write_ahead_file_of_a_lost_database_is_not_mixed_into_the_new_one() {
    let clinic = Clinic::new();
    clinic.store.close().unwrap();
    fs::remove_file(clinic.dir().join("anteroom.db")).unwrap();
    fs::write(clinic.dir().join("anteroom.db-wal"), b"left alone").unwrap();
    assert_eq!(clinic.reopen().map(drop), Err(OpenError::Locked(LockReason::DatabaseMissing)));
    assert!(may(&clinic));
    start_over(&clinic).unwrap().store.close().unwrap();
    assert_eq!(fs::read(named(&clinic.dir(), "anteroom.db.damaged-")).unwrap(), b"left alone");
    clinic.reopen().unwrap();
}

#[test]
fn it_is_not_possible_without_the_key_or_with_a_database() {
    let clinic = Clinic::new();
    clinic.store.close().unwrap();
    assert!(!may(&clinic), "there is a database");
    fs::rename(clinic.dir().join("anteroom.db"), clinic.dir().join("elsewhere")).unwrap();
    assert!(may(&clinic));
    for error in [VaultError::Locked, VaultError::NoEntry, VaultError::NoDefaultStore] {
        clinic.vault.fails_with(Some(error));
        assert!(!may(&clinic), "{error:?}");
        assert_eq!(start_over(&clinic).map(drop), Err(OpenError::Locked(error.into())));
    }
    clinic.vault.fails_with(None);
    fs::remove_file(clinic.dir().join("anteroom.keyring")).unwrap();
    assert!(!may(&clinic));
    assert_eq!(start_over(&clinic).map(drop), Err(OpenError::NothingHere));
}

#[test]
fn a_crash_in_the_middle_is_begun_again_or_finished() {
    // Before the keyring file names the new database: it may be half, so it is no database.
    let (clinic, _) = put_aside();
    fs::write(clinic.dir().join("anteroom.db.new"), [7; 8192]).unwrap();
    assert_eq!(clinic.reopen().map(drop), Err(OpenError::Locked(LockReason::DatabaseSetAside)));
    assert!(may(&clinic));
    start_over(&clinic).unwrap().store.close().unwrap();
    // After it: only the name was missing.
    fs::rename(clinic.dir().join("anteroom.db"), clinic.dir().join("anteroom.db.new")).unwrap();
    assert!(!may(&clinic));
    clinic.reopen().unwrap();
}
