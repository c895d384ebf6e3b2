//! A disk that is really full, and one that is really read-only: a small one, mounted in a name space of its own.
//!
//! Each test starts itself again inside `unshare`, where it may mount without being anybody special. Where the system
//! forbids that (some containers do), these tests fail: a test that did not test must not count. `cargo xtask test`
//! looks first, leaves them out there, and says so in its last line.
//! Refused: a limit on the length of files in its place (SQLite sees another error than that of a full disk).
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use anteroom_desk::clinic::wire_error;
use anteroom_desk::dice::Dice;
use anteroom_desk::views::{Code, StorageTrouble};
use anteroom_store::{FileVault, Store, Surroundings};
use anteroom_tests::{Clinic, minutes};

/// Where the small disk is, in the process that is inside.
const INSIDE: &str = "ANTEROOM_TEST_SMALL_DISK";
/// In bytes: room for a clinic and little else.
const SIZE: &str = "size=4m";
/// How the part outside knows that the part inside never began.
const NOT_MOUNTED: i32 = 77;
const FORBIDDEN: &str = "this system lets nobody mount a small disk, so nothing could be tried; \
    leave these tests out with `-E 'not test(/^small_disk::/)'`, as `cargo xtask test` does";

/// Whether this is the inside; if not, runs the test again on a small disk, and fails when that fails.
fn on_a_small_disk(test: &str) -> bool {
    if std::env::var_os(INSIDE).is_some() {
        return true;
    }
    let disk = tempfile::tempdir().expect("a folder");
    let script = format!(
        "mount -t tmpfs -o {SIZE} none \"$1\" || exit {NOT_MOUNTED}; exec \"$0\" --exact {test} --nocapture"
    );
    let mut inside = Command::new("unshare");
    inside.args(["--map-root-user", "--mount", "sh", "-c", &script]);
    inside.arg(std::env::current_exe().expect("this program")).arg(disk.path());
    inside.env(INSIDE, disk.path()).env("TMPDIR", disk.path());
    let may = Command::new("unshare").args(["--map-root-user", "--mount", "true"]).status();
    assert!(may.is_ok_and(|status| status.success()), "{FORBIDDEN}");
    let ended = inside.output().expect("it runs");
    assert_ne!(ended.status.code(), Some(NOT_MOUNTED), "{FORBIDDEN}");
    let said = String::from_utf8_lossy(&ended.stdout);
    // A name that fits no test would end well too.
    let passed = ended.status.success() && said.contains("1 passed");
    assert!(passed, "inside: {}\n{said}\n{}", ended.status, String::from_utf8_lossy(&ended.stderr));
    false
}

/// Fills the disk to the last byte.
fn fill(disk: &Path) -> std::path::PathBuf {
    let ballast = disk.join("ballast");
    let mut file = fs::File::create(&ballast).expect("a file");
    while std::io::Write::write_all(&mut file, &[0x55; 512]).is_ok() {}
    ballast
}

#[test]
fn a_full_disk_is_said_and_what_patients_wrote_comes_in_when_there_is_room() {
    if !on_a_small_disk("small_disk::a_full_disk_is_said_and_what_patients_wrote_comes_in_when_there_is_room")
    {
        return;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let clinic = Clinic::open().await.with_twilio().await;
        let yusuf = clinic.sim.twilio().patient("+447700900142");
        yusuf.writes("before");
        clinic.advance(minutes(1)).await;
        let disk = std::env::temp_dir();
        let ballast = fill(&disk);
        let words = |n: u32| format!("{n} {}.", "many words ".repeat(100));
        for n in 0..400 {
            yusuf.writes(&words(n));
        }
        clinic.advance(minutes(3)).await;
        let bar = clinic.desk().status().expect("reading still works");
        assert_eq!(bar.storage_trouble, Some(StorageTrouble::DiskFull));
        assert_eq!(clinic.thread(yusuf.number()).await, ["> before"], "all of an answer or nothing of it");
        let long = "sentences ".repeat(100);
        let mut refused = None;
        for _ in 0..200 {
            match clinic.tries_to_reply(yusuf.number(), &long).await {
                Ok(_) => {}
                Err(error) => {
                    refused = Some(error.code);
                    break;
                }
            }
        }
        assert_eq!(refused, Some(Code::DiskFull), "what cannot be kept is not promised");
        fs::remove_file(ballast).expect("room again");
        clinic.advance(minutes(3)).await;
        assert_eq!(clinic.desk().status().expect("a bar").storage_trouble, None);
        let id = clinic.conversation(yusuf.number()).parse().expect("an id");
        let page = clinic.desk().store().read(|tx| tx.timeline(id, None, 2000)).expect("the timeline");
        let texts: Vec<String> = page
            .items
            .iter()
            .filter_map(|item| match item {
                anteroom_store::ItemRow::Message(message) => message.content.text().map(str::to_owned),
                _ => None,
            })
            .collect();
        for n in 0..400 {
            assert_eq!(texts.iter().filter(|text| **text == words(n)).count(), 1, "message {n}");
        }
        assert!(clinic.desk().store().check().expect("a check").is_sound());
    });
}

#[test]
fn a_disk_that_may_not_be_written_is_said_and_nothing_of_it_changes() {
    if !on_a_small_disk("small_disk::a_disk_that_may_not_be_written_is_said_and_nothing_of_it_changes") {
        return;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut clinic = Clinic::open().await.with_twilio().await;
        let yusuf = clinic.sim.twilio().patient("+447700900142");
        yusuf.writes("before");
        clinic.advance(minutes(1)).await;
        clinic.close().await;
        let mount = |how: &str| {
            let status = Command::new("mount").args(["-o", how]).arg(std::env::temp_dir()).status();
            assert!(status.expect("mount runs").success(), "{how}");
        };
        mount("remount,ro");
        let dice = Dice::seeded(5);
        let around = Surroundings {
            clock: Arc::new(clinic.clock.clone()),
            random: Box::new(move |bytes| dice.fill(bytes)),
        };
        let opened = Store::open(clinic.folder(), &FileVault::in_folder(clinic.folder()), around);
        let error = opened.map(drop).expect_err("it does not open");
        assert_eq!(wire_error(&error).code, Code::FolderReadOnly, "{error:?}");
        mount("remount,rw");
        clinic.begin_again().await;
        assert_eq!(clinic.thread(yusuf.number()).await, ["> before"]);
    });
}
