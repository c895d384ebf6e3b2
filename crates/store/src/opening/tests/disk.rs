//! Full, read-only and vanished disks, a second process, and the connections themselves.

use std::fs;
use std::path::Path;

use super::create;
use crate::fixture::{Clinic, MemoryVault, all_bytes, minutes, nine, surroundings};
use crate::{Act, OpenError, Store, StoreError};

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

#[cfg(unix)]
#[test]
fn every_file_is_this_users_alone_and_one_that_is_not_is_put_right() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let names = ["db", "db-wal", "db-shm", "keyring", "witness", "lock"];
    let clinic = Clinic::new();
    let paths = names.map(|end| clinic.dir().join(format!("anteroom.{end}")));
    for path in &paths {
        assert_eq!(mode(path), 0o600, "{}", path.display());
    }
    clinic.store.close().unwrap();
    // Somebody put a copy back, with a damaged database and files that an earlier one had put aside.
    let aside = clinic.dir().join("anteroom.db.damaged-1-0");
    fs::write(&aside, b"cut").unwrap();
    let folders = ["files", "files.damaged-1-0"].map(|name| clinic.dir().join(name));
    for folder in &folders {
        fs::create_dir_all(folder).unwrap();
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let elsewhere = tempfile::NamedTempFile::new().unwrap();
    fs::set_permissions(elsewhere.path(), fs::Permissions::from_mode(0o644)).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), clinic.dir().join("link")).unwrap();
    for path in paths.iter().chain([&aside]).filter(|path| path.exists()) {
        fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
    }
    fs::set_permissions(clinic.dir(), fs::Permissions::from_mode(0o755)).unwrap();
    let _open = clinic.reopen().unwrap();
    for path in paths.iter().chain([&aside]) {
        assert_eq!(mode(path), 0o600, "{}", path.display());
    }
    for folder in folders.iter().chain([&clinic.dir()]) {
        assert_eq!(mode(folder), 0o700, "{}", folder.display());
    }
    assert_eq!(mode(elsewhere.path()), 0o644, "what a link leads to is left alone");
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
    let refused = clinic.store.write_blocking(move |tx| tx.triage(&[mara], Act::Done));
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
    assert_eq!(clinic.store.write_blocking(move |tx| tx.triage(&[mara], Act::Done)), Err(StoreError::Gone));
    fs::rename(clinic.folder.path().join("unplugged"), clinic.dir()).unwrap();
    clinic.store.write_blocking(move |tx| tx.triage(&[mara], Act::Done)).unwrap();
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
        // A cipher that did not know the name would keep its own in silence, and another version could not read the file.
        ("PRAGMA cipher_hmac_algorithm", "Text(\"HMAC_SHA256\")"),
    ] {
        assert_eq!(ask(pragma), expected, "{pragma}");
    }
    let shadow = clinic.store.on_writer(|writer| Ok(writer.db.execute_batch("DELETE FROM words_data")?));
    assert!(shadow.is_err(), "defensive mode keeps the index's own tables");
    let write = clinic.store.read(|tx| Ok(tx.db().execute_batch("DELETE FROM setting")?));
    assert_eq!(write, Err(StoreError::ReadOnly));
}

#[test]
fn a_write_counts_also_when_the_witness_cannot_be_told() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic
        .store
        .on_writer(|writer| {
            writer.witness.go_blind();
            Ok(())
        })
        .unwrap();
    let sent = clinic.ana_sends(mara, "p1", "Yes");
    assert!(sent.fresh);
    assert_eq!(clinic.read(|tx| tx.outbox_due(nine(), 10)).len(), 1);
}
