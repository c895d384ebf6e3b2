//! The program before its desk is open: a folder, a keychain, first run and locked doors.

use std::path::PathBuf;
use std::sync::Arc;

use anteroom_assembly::RealConnectors;
use anteroom_desk::clinic::{Clinic, ClinicParts, DemoWorld};
use anteroom_desk::dice::Dice;
use anteroom_desk::loops::Run;
use anteroom_desk::notify::Silent;
use anteroom_desk::views::{ClinicSetup, PracticeDetails, RecoveryCode};
use anteroom_model::ManualClock;
use tempfile::TempDir;

use crate::{Brisk, TestVault};

/// A computer on which the program is started, again and again.
pub struct House {
    /// Everything that the program keeps.
    pub folder: TempDir,
    /// The keychain.
    pub vault: Arc<TestVault>,
    /// The time.
    pub clock: ManualClock,
    /// The demo's world, where there is one.
    pub demo: Option<Arc<dyn DemoWorld>>,
    /// Where the demo clinic lives.
    pub demo_folder: PathBuf,
}

impl Default for House {
    fn default() -> Self {
        Self::new()
    }
}

impl House {
    /// An empty folder on a Tuesday morning.
    pub fn new() -> Self {
        let clock = ManualClock::at("2026-11-24T09:00:00Z".parse().expect("a time"));
        let folder = tempfile::tempdir().expect("a folder");
        let demo_folder = folder.path().join("demo");
        Self { folder, vault: Arc::default(), clock, demo: None, demo_folder }
    }

    /// The clinic's folder.
    pub fn clinic(&self) -> PathBuf {
        self.folder.path().join("clinic")
    }

    /// The program, started anew.
    pub fn program(&self) -> Clinic {
        let clock = Arc::new(self.clock.clone());
        Clinic::new(ClinicParts {
            folder: self.clinic(),
            demo_folder: self.demo_folder.clone(),
            vault: self.vault.clone(),
            language: Arc::new(anteroom_model::NoGuess),
            factory: Arc::new(RealConnectors::new(Arc::new(Brisk(self.clock.clone())), Dice::seeded(2))),
            clock,
            dice: Dice::seeded(1),
            notifier: Arc::new(Silent),
            demo: self.demo.clone(),
            run: Run::ByHand,
            version: "0".into(),
            platform: "linux".into(),
            system_locale: "en".into(),
        })
    }

    /// Bits turned over in the middle of the database's first page.
    pub fn damages_the_database(&self) {
        let path = self.clinic().join("anteroom.db");
        let mut bytes = std::fs::read(&path).expect("the database");
        bytes[1000..1064].fill(0xA5);
        std::fs::write(path, bytes).expect("written");
    }
}

/// What a first run is told, with the groups of the code that it asked for.
pub fn setup(practice: PracticeDetails, code: &RecoveryCode) -> ClinicSetup {
    let group = |n: u32| code.groups[usize::try_from(n).expect("small") - 1].clone();
    ClinicSetup {
        practice,
        recovery_check: [group(code.ask[0]).to_lowercase(), group(code.ask[1])],
        passphrase: None,
    }
}

/// The practice of every test.
pub fn practice() -> PracticeDetails {
    PracticeDetails {
        clinic_name: "Marlow Street Dental".into(),
        country: "GB".into(),
        zone: "Europe/London".into(),
        staff_name: "Ana Kovač".into(),
    }
}
