//! Turned bits, old copies, cut files: each is noticed, and nothing is deleted.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use anteroom_model::OutboxState;

use crate::fixture::{Clinic, minutes, nine, surroundings};
use crate::{LockReason, OpenError, Store, StoreError};

/// Turns bits over in the middle of a page.
pub(super) fn damage(path: &Path, at: u64) {
    let mut file = fs::OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(&[0xA5; 64]).unwrap();
}

#[test]
fn a_damaged_first_page_moves_the_database_aside_and_loses_nothing_of_it() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Hello");
    clinic.store.close().unwrap();
    let path = clinic.dir().join("anteroom.db");
    damage(&path, 1000);
    let bytes = fs::read(&path).unwrap();
    let Err(OpenError::Damaged { moved_to }) = clinic.reopen().map(drop) else { panic!() };
    assert!(!path.exists());
    assert_eq!(fs::read(&moved_to).unwrap(), bytes);
    assert_eq!(crate::set_aside(&clinic.dir()), Some(moved_to));
    assert_eq!(clinic.reopen().map(drop), Err(OpenError::Locked(LockReason::DatabaseSetAside)));
}

#[test]
fn an_empty_or_cut_file_is_damaged_and_not_a_new_database() {
    for length in [0, 100, 5000] {
        let clinic = Clinic::new();
        clinic.store.close().unwrap();
        let path = clinic.dir().join("anteroom.db");
        fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(length).unwrap();
        assert!(matches!(clinic.reopen().map(drop), Err(OpenError::Damaged { .. })), "{length}");
    }
}

#[test]
fn another_clinics_database_is_locked_and_left_where_it_is() {
    let (clinic, other) = (Clinic::new(), Clinic::new());
    clinic.store.close().unwrap();
    other.store.close().unwrap();
    let path = clinic.dir().join("anteroom.db");
    fs::copy(other.dir().join("anteroom.db"), &path).unwrap();
    let error = clinic.reopen().map(drop);
    assert_eq!(error, Err(OpenError::Locked(LockReason::DatabaseNotOurs)));
    assert!(!LockReason::DatabaseNotOurs.recovery_helps(), "another key is not what is missing");
    assert!(path.exists());
}

#[test]
fn a_damaged_beginning_is_not_called_a_wrong_key() {
    let clinic = Clinic::new();
    clinic.store.close().unwrap();
    let path = clinic.dir().join("anteroom.db");
    let mut bytes = fs::read(&path).unwrap();
    bytes[..512].fill(0);
    fs::write(&path, &bytes).unwrap();
    assert_eq!(clinic.reopen().map(drop), Err(OpenError::Locked(LockReason::DatabaseNotOurs)));
    assert_eq!(fs::read(&path).unwrap(), bytes, "left where it is, as it is");
}

#[test]
fn a_damaged_page_in_the_middle_is_an_error_and_never_an_empty_list() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    for n in 0..200 {
        clinic.patient_writes(mara, &format!("m{n}"), nine() + minutes(n), &"long words ".repeat(40));
    }
    assert!(clinic.store.check().unwrap().is_sound());
    clinic.store.close().unwrap();
    let path = clinic.dir().join("anteroom.db");
    let pages = fs::metadata(&path).unwrap().len() / 4096;
    // Every page from the middle on, so that some of them hold messages whatever the layout.
    for page in pages / 2..pages {
        damage(&path, page * 4096 + 2000);
    }
    match clinic.reopen() {
        Err(OpenError::Damaged { moved_to }) => assert!(moved_to.exists()),
        Err(other) => panic!("{other:?}"),
        Ok(opened) => {
            let read = opened.store.read(|tx| tx.timeline(mara, None, 200));
            assert_eq!(read.map(drop), Err(StoreError::Damaged));
            assert!(!opened.store.check().unwrap().is_sound());
        }
    }
}

/// The files as they lie while the store is open: what a power cut leaves.
fn snapshot(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for name in ["anteroom.db", "anteroom.db-wal", "anteroom.keyring", "anteroom.witness"] {
        fs::copy(from.join(name), to.join(name)).unwrap();
    }
}

fn open_at(dir: &Path, clinic: &Clinic) -> crate::Opened {
    Store::open(dir, &clinic.vault, surroundings(&clinic.clock)).unwrap()
}

#[test]
fn what_was_committed_survives_a_power_cut() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Hello");
    let copy = clinic.folder.path().join("after");
    snapshot(&clinic.dir(), &copy);
    let opened = open_at(&copy, &clinic);
    assert_eq!(opened.rolled_back, None);
    assert_eq!(opened.store.read(|tx| tx.timeline(mara, None, 10)).unwrap().items.len(), 1);
}

#[test]
fn a_damaged_wal_is_noticed_and_the_outbox_is_not_trusted() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let queued = clinic.ana_sends(mara, "p0", "Queued long ago").outbox;
    clinic.store.on_writer(|writer| writer.checkpoint()).unwrap();
    for n in 0..10 {
        clinic.patient_writes(mara, &format!("m{n}"), nine() + minutes(n), "Hello");
    }
    let lost = clinic.ana_sends(mara, "p1", "Sent and then forgotten").outbox;
    let copy = clinic.folder.path().join("after");
    snapshot(&clinic.dir(), &copy);
    let wal = copy.join("anteroom.db-wal");
    assert!(fs::metadata(&wal).unwrap().len() > 8000);
    damage(&wal, 32 + 24 + 100);
    let opened = open_at(&copy, &clinic);
    let gone = opened.rolled_back.unwrap();
    assert!(gone >= 11, "{gone}");
    let state = opened.store.read(|tx| tx.outbox(queued)).unwrap().unwrap().state;
    assert_eq!(state, OutboxState::Unknown);
    assert!(opened.store.read(|tx| tx.outbox(lost)).unwrap().is_none());
    assert!(opened.store.read(|tx| tx.outbox_due(nine() + minutes(600), 10)).unwrap().is_empty());
    // Said once: the next start goes on from here.
    opened.store.close().unwrap();
    assert_eq!(open_at(&copy, &clinic).rolled_back, None);
}

#[test]
fn an_older_copy_of_the_whole_database_is_noticed() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.store.close().unwrap();
    let path = clinic.dir().join("anteroom.db");
    let old = fs::read(&path).unwrap();
    let store = clinic.reopen().unwrap().store;
    store.write_blocking(|tx| tx.put_setting("theme", "dark")).unwrap();
    store.write_blocking(move |tx| tx.audit("opened", None, Some(mara.uuid()), "")).unwrap();
    store.close().unwrap();
    fs::write(&path, old).unwrap();
    assert_eq!(clinic.reopen().unwrap().rolled_back, Some(2));
}

#[test]
fn a_torn_or_missing_witness_does_not_keep_the_store_shut() {
    let clinic = Clinic::new();
    clinic.store.close().unwrap();
    let path = clinic.dir().join("anteroom.witness");
    for bytes in [b"".as_slice(), b"torn", &[0xff; 500]] {
        fs::write(&path, bytes).unwrap();
        let opened = clinic.reopen().unwrap();
        assert_eq!(opened.rolled_back, None);
        opened.store.close().unwrap();
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(clinic.reopen().unwrap().rolled_back, None);
}

#[test]
fn the_audit_chain_shows_every_change() {
    let clinic = Clinic::new();
    let ana = clinic.ana;
    for action in ["opened", "searched", "opened"] {
        clinic.write(move |tx| tx.audit(action, Some(ana), None, ""));
    }
    assert!(clinic.store.check().unwrap().is_sound());
    let tamper = |sql: &'static str| {
        clinic.store.on_writer(move |writer| Ok(writer.db.execute_batch(sql)?)).unwrap();
        clinic.store.check().unwrap().audit_breaks_at
    };
    assert_eq!(tamper("UPDATE audit SET action = 'nothing' WHERE seq = 2"), Some(2));
    assert_eq!(tamper("UPDATE audit SET action = 'searched' WHERE seq = 2"), None);
    assert_eq!(tamper("UPDATE audit SET at = at + 1 WHERE seq = 3"), Some(3));
    assert_eq!(tamper("DELETE FROM audit WHERE seq = 1"), Some(1));
}

#[test]
fn an_audit_trail_whose_tail_was_cut_is_noticed_at_the_next_start() {
    let clinic = Clinic::new();
    clinic.write(|tx| tx.audit("exported", None, None, ""));
    clinic.store.on_writer(|writer| writer.checkpoint()).unwrap();
    clinic.store.on_writer(|writer| Ok(writer.db.execute_batch("DELETE FROM audit")?)).unwrap();
    let copy = clinic.folder.path().join("after");
    snapshot(&clinic.dir(), &copy);
    assert_eq!(open_at(&copy, &clinic).rolled_back, Some(1));
}
