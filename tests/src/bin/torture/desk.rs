//! The desk that gets killed: opening it, and one life of it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anteroom_assembly::RealConnectors;
use anteroom_connectors::transport::Patience;
use anteroom_desk::dice::Dice;
use anteroom_desk::loops::Run;
use anteroom_desk::notify::Silent;
use anteroom_desk::{Desk, DeskParts, logging};
use anteroom_store::{FileVault, Opened, Store, Surroundings};
use jiff::Timestamp;

use crate::haste::Haste;
use crate::staff::Staff;

/// The lines a life says on its standard output.
pub const OPENING: &str = "opening";
/// The desk is open and works.
pub const OPEN: &str = "open";

/// In the machine's own time: a simulator that does not answer so long is spoilt on purpose.
const PATIENCE: Patience = Patience {
    connect: Duration::from_millis(1000),
    read: Duration::from_millis(1500),
    total: Duration::from_millis(2000),
};

/// The clinic's folder in the folder of a run.
pub fn clinic(work: &Path) -> std::path::PathBuf {
    work.join("clinic")
}

/// What the store needs from outside.
pub fn surroundings(haste: Haste, seed: u64) -> Surroundings {
    let dice = Dice::seeded(seed ^ 0x5704e);
    Surroundings { clock: Arc::new(haste), random: Box::new(move |bytes| dice.fill(bytes)) }
}

/// Opens the store; a kill of a process must not cost it a commit.
pub fn open(work: &Path, haste: Haste, seed: u64) -> Result<Opened, String> {
    let folder = clinic(work);
    let opened = Store::open(&folder, &FileVault::in_folder(&folder), surroundings(haste, seed))
        .map_err(|error| format!("the store did not open: {error}"))?;
    match opened.rolled_back {
        None => Ok(opened),
        Some(lost) => Err(format!("a kill cost {lost} commits")),
    }
}

/// Opens the desk over a store.
pub async fn begin(opened: Opened, haste: Haste, seed: u64, run: Run) -> Result<Desk, String> {
    let dice = Dice::seeded(seed);
    let connectors = RealConnectors::new(Arc::new(haste), dice.clone()).with_patience(PATIENCE);
    let desk = Desk::start(DeskParts {
        store: opened.store,
        rolled_back: opened.rolled_back,
        clock: Arc::new(haste),
        dice,
        factory: Arc::new(connectors),
        notifier: Arc::new(Silent),
        language: Arc::new(anteroom_model::NoGuess),
        run,
    });
    desk.await.map_err(|error| format!("the desk did not open: {:?}", error.code))
}

/// One life: opens, works, and goes on until it is killed.
pub async fn live(work: &Path, since: Timestamp, seed: u64) -> Result<(), String> {
    end_with_whoever_started_us();
    let haste = Haste::since(since);
    logging::start(&work.join("logs"), Arc::new(haste)).map_err(|error| error.to_string())?;
    crate::say(OPENING);
    let desk = begin(open(work, haste, seed)?, haste, seed, Run::ByItself).await?;
    crate::say(OPEN);
    Staff::at(work, desk, Dice::seeded(seed ^ 0x57aff))?.work().await
}

/// Nobody is left to kill us when the other end of our standard input is gone.
fn end_with_whoever_started_us() {
    std::thread::spawn(|| {
        let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        std::process::exit(2);
    });
}
