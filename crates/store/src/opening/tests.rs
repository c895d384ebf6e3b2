//! The start-up table, and what a disk can do to us.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use anteroom_model::{ManualClock, OutboxState};

use crate::fixture::{Clinic, MemoryVault, all_bytes, minutes, new_clinic, nine, surroundings};
use crate::{LockReason, OpenError, RecoveryKit, StartState, Store, StoreError, VaultError, probe};

const ALL_ERRORS: [VaultError; 11] = [
    VaultError::NoEntry,
    VaultError::Locked,
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

fn create(dir: &Path, vault: &MemoryVault) -> Result<Store, OpenError> {
    let kit = RecoveryKit::generate().unwrap();
    let clock = ManualClock::at(nine());
    Store::create(dir, vault, &kit, &new_clinic(), surroundings(&clock)).map(|opened| opened.store)
}

/// Which files of ours lie there, without the lock.
fn files(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(dir)
        .map(|entries| entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect())
        .unwrap_or_default();
    names.retain(|name| name != "anteroom.lock");
    names.sort();
    names
}

#[test]
fn a_vault_that_does_not_answer_never_gets_a_key_where_nothing_is() {
    for error in ALL_ERRORS {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("clinic");
        let vault = MemoryVault::default();
        vault.fails_with(Some(error));
        let expected = match error {
            VaultError::NoEntry => StartState::FirstRun,
            other => StartState::Locked(other.into()),
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
fn a_second_process_is_told_who_has_it() {
    let clinic = Clinic::new();
    let pid = Some(std::process::id());
    assert_eq!(clinic.reopen().map(drop), Err(OpenError::AlreadyOpen { pid }));
    clinic.store.close().unwrap();
    clinic.reopen().unwrap();
}

#[test]
fn a_database_from_a_newer_version_is_refused_untouched() {
    let clinic = Clinic::new();
    clinic.store.on_writer(|writer| Ok(writer.db.execute_batch("PRAGMA user_version = 99")?)).unwrap();
    clinic.store.close().unwrap();
    let before = fs::read(clinic.dir().join("anteroom.db")).unwrap();
    let refused = clinic.reopen().map(drop);
    assert_eq!(refused, Err(OpenError::NewerVersion { found: 99, known: crate::schema::KNOWN }));
    assert_eq!(fs::read(clinic.dir().join("anteroom.db")).unwrap(), before);
}

#[test]
fn the_files_show_no_word_of_a_patient() {
    let clinic = Clinic::new();
    let mara = clinic.with("4915550001111");
    clinic.patient_writes(mara, "m1", nine(), "pomegranate toothache");
    clinic.ana_sends(mara, "p1", "rhubarb appointment");
    for closed in [false, true] {
        if closed {
            clinic.store.close().unwrap();
        }
        let bytes = all_bytes(&clinic.dir());
        assert!(bytes.len() > 100_000);
        let words =
            ["pomegranate", "rhubarb", "4915550001111", "Marlow", "Ana Reis", "IGAAtoken", "SQLite format"];
        for word in words {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{word} is readable");
        }
    }
}

/// Turns bits over in the middle of a page.
fn damage(path: &Path, at: u64) {
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
    assert_eq!(clinic.reopen().map(drop), Err(OpenError::Locked(LockReason::DatabaseMissing)));
    // A person decides to begin again under the same keys.
    let clock = clinic.clock.clone();
    let start_over = || Store::start_over(&clinic.dir(), &clinic.vault, &new_clinic(), surroundings(&clock));
    let opened = start_over().unwrap();
    assert_eq!(opened.rolled_back, None);
    assert!(opened.store.read(|tx| tx.accounts()).unwrap().is_empty());
    opened.store.close().unwrap();
    assert_eq!(start_over().map(drop), Err(OpenError::AlreadyHere));
    assert!(moved_to.exists());
    clinic.reopen().unwrap();
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
    assert_eq!(clinic.reopen().map(drop), Err(OpenError::Locked(LockReason::WrongKey)));
    assert!(path.exists());
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
fn a_full_disk_loses_nothing_and_is_said() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Hello");
    let limit = |pages: i64| {
        clinic
            .store
            .on_writer(move |writer| Ok(writer.db.pragma_update(None, "max_page_count", pages)?))
            .unwrap();
    };
    limit(1); // Never below what there is.
    let mut news = clinic.store.changes();
    let (account, long) = (clinic.account, "words ".repeat(20_000));
    let message = crate::fixture::inbound("m2", nine() + minutes(1), &long);
    let again = message.clone();
    let full = clinic.store.write_blocking(move |tx| tx.insert_inbound(account, mara, &message));
    assert_eq!(full, Err(StoreError::DiskFull));
    assert!(news.try_recv().is_err(), "nothing is announced");
    assert_eq!(clinic.read(|tx| tx.timeline(mara, None, 10)).items.len(), 1);
    limit(1_000_000);
    clinic.write(move |tx| tx.insert_inbound(account, mara, &again));
    assert_eq!(clinic.read(|tx| tx.timeline(mara, None, 10)).items.len(), 2);
}

#[test]
fn a_store_that_became_read_only_says_so() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.store.on_writer(|writer| Ok(writer.db.execute_batch("PRAGMA query_only = ON")?)).unwrap();
    let refused = clinic.store.write_blocking(move |tx| tx.set_done(mara));
    assert_eq!(refused, Err(StoreError::ReadOnly));
    assert!(clinic.read(|tx| tx.conversation(mara)).is_some());
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_said_to_be_so() {
    // The kernel's own tree takes no folders of ours, whoever asks.
    let refused = create(Path::new("/sys/kernel/anteroom-test"), &MemoryVault::default()).map(drop);
    assert_eq!(refused, Err(OpenError::ReadOnly));
}

#[test]
fn a_folder_that_vanished_takes_no_more_writes() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    fs::rename(clinic.dir(), clinic.folder.path().join("unplugged")).unwrap();
    assert_eq!(clinic.store.write_blocking(move |tx| tx.set_done(mara)), Err(StoreError::Gone));
    fs::rename(clinic.folder.path().join("unplugged"), clinic.dir()).unwrap();
    clinic.store.write_blocking(move |tx| tx.set_done(mara)).unwrap();
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

#[test]
fn a_job_that_panics_rolls_back_and_the_store_goes_on() {
    let clinic = Clinic::new();
    let given_up = clinic.store.write_blocking(|tx| -> crate::Result<()> {
        tx.put_setting("theme", "dark")?;
        panic!("a fault in the caller")
    });
    assert_eq!(given_up, Err(StoreError::GivenUp));
    assert_eq!(clinic.read(|tx| tx.setting::<String>("theme")), None);
    clinic.write(|tx| tx.put_setting("theme", "light"));
}

#[test]
fn commits_are_announced_in_order_and_reads_see_them() {
    let clinic = Clinic::new();
    let mut news = clinic.store.changes();
    for n in 0..20 {
        clinic.write(move |tx| tx.put_setting("n", &n));
    }
    clinic.write(|tx| tx.setting::<i32>("n"));
    let seqs: Vec<u64> = std::iter::from_fn(|| news.try_recv().ok()).map(|commit| commit.seq).collect();
    assert_eq!(seqs.len(), 20, "a write that wrote nothing is not announced");
    assert!(seqs.windows(2).all(|pair| pair[1] == pair[0] + 1));
    let reads: Vec<i32> = std::thread::scope(|scope| {
        let asks: Vec<_> =
            (0..8).map(|_| scope.spawn(|| clinic.read(|tx| tx.setting::<i32>("n")).unwrap())).collect();
        asks.into_iter().map(|ask| ask.join().unwrap()).collect()
    });
    assert_eq!(reads, [19; 8]);
}

#[test]
fn the_last_handle_may_be_dropped_by_a_job() {
    let clinic = Clinic::new();
    let (dir, vault, clock) = (clinic.dir(), &clinic.vault, clinic.clock.clone());
    let store = clinic.store.clone();
    let held = store.clone();
    store
        .write_blocking(move |tx| {
            let _held = held;
            tx.put_setting("theme", "dark")
        })
        .unwrap();
    drop(store);
    clinic.store.close().unwrap();
    Store::open(&dir, vault, surroundings(&clock)).unwrap();
}

#[test]
fn connections_are_set_as_decided() {
    let clinic = Clinic::new();
    let ask = |sql: &'static str| -> String {
        clinic
            .store
            .on_writer(move |writer| {
                Ok(writer.db.query_row(sql, [], |row| {
                    let value: rusqlite::types::Value = row.get(0)?;
                    Ok(format!("{value:?}"))
                })?)
            })
            .unwrap()
    };
    for (pragma, expected) in [
        ("PRAGMA journal_mode", "Text(\"wal\")"),
        ("PRAGMA synchronous", "Integer(2)"),
        ("PRAGMA secure_delete", "Integer(1)"),
        ("PRAGMA temp_store", "Integer(2)"),
        ("PRAGMA foreign_keys", "Integer(1)"),
        ("PRAGMA trusted_schema", "Integer(0)"),
        ("PRAGMA cell_size_check", "Integer(1)"),
        ("PRAGMA wal_autocheckpoint", "Integer(256)"),
        ("PRAGMA cache_size", "Integer(-65536)"),
        ("PRAGMA busy_timeout", "Integer(5000)"),
    ] {
        assert_eq!(ask(pragma), expected, "{pragma}");
    }
    let shadow = clinic.store.on_writer(|writer| Ok(writer.db.execute_batch("DELETE FROM words_data")?));
    assert!(shadow.is_err(), "defensive mode keeps the index's own tables");
    let write = clinic.store.read(|tx| Ok(tx.db().execute_batch("DELETE FROM setting")?));
    assert_eq!(write, Err(StoreError::ReadOnly));
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
