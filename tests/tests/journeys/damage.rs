//! The data is not as it was left, or somebody else has it: each ends in its own sentence, and nothing is lost.

use std::fs;
use std::io::{BufRead as _, BufReader, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use anteroom_desk::clinic::wire_error;
use anteroom_desk::dice::Dice;
use anteroom_desk::views::{Code, DeliveryState};
use anteroom_model::{Clock as _, ManualClock};
use anteroom_store::{FileVault, OpenError, Opened, RecoveryKit, Store, Surroundings, TEST_MARK};
use anteroom_tests::{Clinic, marlow_street, minutes, seconds};

/// What opening a clinic's folder with the key of another one or its own ends in.
fn opening(folder: &Path, key_of: &Path, clock: &ManualClock) -> Result<Opened, OpenError> {
    Store::open(folder, &FileVault::in_folder(key_of), surroundings(clock))
}

fn surroundings(clock: &ManualClock) -> Surroundings {
    let dice = Dice::seeded(5);
    Surroundings { clock: Arc::new(clock.clone()), random: Box::new(move |bytes| dice.fill(bytes)) }
}

fn refused(opened: Result<Opened, OpenError>) -> Code {
    wire_error(&opened.map(drop).expect_err("it does not open")).code
}

/// Turns bits over.
fn damage(path: &Path, at: u64) {
    let mut file = fs::OpenOptions::new().write(true).open(path).expect("the file");
    file.seek(SeekFrom::Start(at)).expect("that far");
    file.write_all(&[0xA5; 64]).expect("written");
}

#[tokio::test]
async fn a_damaged_database_is_put_aside_whole_and_said_to_be_damaged() {
    let mut clinic = Clinic::open().await.with_twilio().await;
    clinic.sim.twilio().patient("+447700900142").writes("hello");
    clinic.advance(minutes(1)).await;
    clinic.close().await;
    let database = clinic.folder().join("anteroom.db");
    damage(&database, 1000);
    let bytes = fs::read(&database).expect("the damaged file");
    let opened = opening(clinic.folder(), clinic.folder(), &clinic.clock);
    let Err(OpenError::Damaged { moved_to }) = &opened else { panic!("{:?}", opened.map(drop)) };
    assert_eq!(fs::read(moved_to).expect("put aside"), bytes, "not a byte of it is gone");
    assert_eq!(refused(opened), Code::DatabaseDamaged);
    let again = opening(clinic.folder(), clinic.folder(), &clinic.clock);
    assert_eq!(refused(again), Code::DatabaseDamaged, "no empty clinic is made in its place");
}

#[tokio::test]
async fn damaged_pages_of_an_open_clinic_are_an_error_and_never_an_empty_list() {
    let mut clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    for n in 0..150 {
        yusuf.writes(&format!("{n} {}", "long words ".repeat(60)));
    }
    clinic.advance(minutes(1)).await;
    let id = clinic.conversation(yusuf.number());
    clinic.close().await;
    let database = clinic.folder().join("anteroom.db");
    let pages = fs::metadata(&database).expect("the file").len() / 4096;
    for page in 20..pages {
        damage(&database, page * 4096 + 2000);
    }
    match opening(clinic.folder(), clinic.folder(), &clinic.clock) {
        Err(error) => assert_eq!(wire_error(&error).code, Code::DatabaseDamaged),
        Ok(opened) => {
            opened.store.close().expect("closed");
            clinic.begin_again().await;
            let read = clinic.desk().conversation_read(&id);
            assert_eq!(read.map(drop).map_err(|error| error.code), Err(Code::DatabaseDamaged));
        }
    }
}

/// The files as a power cut leaves them, in another folder.
fn after_a_power_cut(folder: &Path, to: &Path) {
    for name in
        ["anteroom.db", "anteroom.db-wal", "anteroom.keyring", "anteroom.witness", "anteroom.demo-key"]
    {
        fs::copy(folder.join(name), to.join(name)).expect("copied");
    }
    fs::write(to.join(TEST_MARK), b"").expect("the mark");
}

#[tokio::test]
async fn commits_that_the_disk_lost_are_said_and_what_patients_wrote_is_fetched_again() {
    let mut clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("before");
    clinic.advance(minutes(1)).await;
    clinic.undo_seconds(30).await;
    clinic.tries_to_reply(yusuf.number(), "perhaps sent").await.expect("taken");
    clinic.desk().store().checkpoint().await.expect("the write-ahead file is empty");
    yusuf.writes("after");
    // Somebody looks, so it is fetched soon; at rest the write-ahead file would be emptied again.
    clinic.desk().looking(true);
    clinic.advance(seconds(35)).await;
    assert_eq!(yusuf.received(), ["perhaps sent"]);
    assert_eq!(clinic.thread(yusuf.number()).await.len(), 3);
    let cut = tempfile::tempdir().expect("a folder");
    after_a_power_cut(clinic.folder(), cut.path());
    damage(&cut.path().join("anteroom.db-wal"), 32 + 24 + 100);
    clinic.close().await;
    clinic.moves_to(cut);
    clinic.begin_again().await;
    let lost = clinic.desk().clinic().rolled_back.expect("it is said");
    assert!(lost >= 2, "{lost}");
    let state = clinic.delivery(yusuf.number(), "perhaps sent").await;
    assert!(matches!(state, DeliveryState::Unknown { .. }), "what was owed may have left: {state:?}");
    assert_eq!(clinic.thread(yusuf.number()).await, ["> before", "< perhaps sent"]);
    clinic.advance(minutes(10)).await;
    assert_eq!(yusuf.received(), ["perhaps sent"], "and is not sent again");
    assert_eq!(clinic.thread(yusuf.number()).await, ["> before", "< perhaps sent", "> after"]);
}

#[tokio::test]
async fn another_clinics_key_is_told_from_damage_and_changes_nothing() {
    let (mut clinic, mut other) = (Clinic::open().await, Clinic::open().await);
    clinic.close().await;
    other.close().await;
    let before = fs::read(clinic.folder().join("anteroom.db")).expect("the file");
    let opened = opening(clinic.folder(), other.folder(), &clinic.clock);
    assert_eq!(refused(opened), Code::WrongKey);
    assert_eq!(fs::read(clinic.folder().join("anteroom.db")).expect("the file"), before);
    clinic.begin_again().await;
}

/// A desk in a process of its own, from the torture program.
struct Elsewhere(Child);

impl Elsewhere {
    /// Opens the clinic in `work/clinic` and waits until it is open.
    fn opens(work: &Path, clock: &ManualClock) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_torture"));
        command.args(["desk", "--seed", "1", "--since", &clock.now().to_string(), "--work"]).arg(work);
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut process = started.expect("it starts");
        let said = process.stdout.take().expect("its standard output");
        let open = BufReader::new(said).lines().map_while(Result::ok).any(|line| line == "open");
        assert!(open, "the other desk opens");
        Self(process)
    }

    fn dies(mut self) {
        self.0.kill().expect("killed");
        self.0.wait().expect("gone");
    }
}

#[test]
fn a_clinic_that_another_process_has_is_left_alone_until_that_process_ends() {
    let work = tempfile::tempdir().expect("a folder");
    let folder: PathBuf = work.path().join("clinic");
    fs::create_dir(&folder).expect("the clinic's folder");
    fs::write(folder.join(TEST_MARK), b"").expect("the mark");
    // The time of the process elsewhere runs; it must not lie before what is in the clinic already.
    let clock = ManualClock::at("2026-11-20T09:00:00Z".parse().expect("a time"));
    let made = Store::create(
        &folder,
        &FileVault::in_folder(&folder),
        &RecoveryKit::generate().expect("randomness"),
        &marlow_street(),
        surroundings(&clock),
    );
    made.expect("a new clinic").store.close().expect("closed");
    let elsewhere = Elsewhere::opens(work.path(), &clock);
    let before = fs::read(folder.join("anteroom.db")).expect("the file");
    let opened = opening(&folder, &folder, &clock);
    assert_eq!(opened.as_ref().map(drop), Err(&OpenError::AlreadyOpen { pid: Some(elsewhere.0.id()) }));
    assert_eq!(refused(opened), Code::AlreadyOpen);
    assert_eq!(fs::read(folder.join("anteroom.db")).expect("the file"), before);
    elsewhere.dies();
    let opened = opening(&folder, &folder, &clock).expect("free again");
    assert_eq!(opened.rolled_back, None);
}
