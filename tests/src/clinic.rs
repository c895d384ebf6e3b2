//! The clinic: opening, closing, crashing, letting time pass.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anteroom_assembly::{Languages, RealConnectors};
use anteroom_connectors::transport::Patience;
use anteroom_desk::desk::{Desk, DeskParts};
use anteroom_desk::dice::Dice;
use anteroom_desk::loops::Run;
use anteroom_desk::views::{AccountView, ConnectRequest, Settings};
use anteroom_model::{Clock, LanguageGuess, ManualClock, NoGuess};
use anteroom_sim::{Sim, SimConfig};
use anteroom_store::{ClinicKind, FileVault, NewClinic, Opened, RecoveryKit, Store, Surroundings, TEST_MARK};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;
use url::Url;

use crate::{Brisk, Heard};

/// A front desk with its world.
pub struct Clinic {
    /// The outside world.
    pub sim: Sim,
    /// The time.
    pub clock: ManualClock,
    /// What the system's notifications told.
    pub heard: Arc<Heard>,
    folder: TempDir,
    desk: Option<Desk>,
    presses: std::cell::Cell<u32>,
    language: Arc<dyn LanguageGuess>,
}

/// So many seconds.
pub fn seconds(n: i64) -> SignedDuration {
    SignedDuration::from_secs(n)
}

/// So many minutes.
pub fn minutes(n: i64) -> SignedDuration {
    SignedDuration::from_mins(n)
}

/// So many hours.
pub fn hours(n: i64) -> SignedDuration {
    SignedDuration::from_hours(n)
}

/// How long the connectors wait for a provider, in the machine's own time: enough for a busy machine, short enough for
/// a test in which nobody answers.
const PATIENCE: Patience =
    Patience { connect: Duration::from_secs(5), read: Duration::from_secs(2), total: Duration::from_secs(4) };

/// The practice of every test.
pub fn marlow_street() -> NewClinic {
    NewClinic {
        name: "Marlow Street Dental".into(),
        country: "GB".into(),
        zone: "Europe/London".into(),
        kind: ClinicKind::Test,
        staff_name: "Ana Kovač".into(),
    }
}

impl Clinic {
    /// A clinic on a Tuesday morning, with nothing connected. Replies leave at once.
    pub async fn open() -> Self {
        Self::open_at("2026-11-24T09:00:00Z").await
    }

    /// The same at another time.
    pub async fn open_at(when: &str) -> Self {
        let clock = ManualClock::at(when.parse().expect("a time"));
        let sim = Sim::start(SimConfig::at(clock.clone())).await.expect("the simulator starts");
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join(TEST_MARK), b"").expect("the mark");
        let heard = Arc::new(Heard::default());
        let mut clinic = Self {
            sim,
            clock,
            heard,
            folder,
            desk: None,
            presses: std::cell::Cell::new(0),
            language: Arc::new(NoGuess),
        };
        let made = Store::create(
            clinic.folder.path(),
            &FileVault::in_folder(clinic.folder.path()),
            &RecoveryKit::generate().expect("randomness"),
            &marlow_street(),
            clinic.surroundings(),
        );
        clinic.begin(made.expect("a new clinic")).await;
        clinic.undo_seconds(0).await;
        clinic
    }

    /// From now on languages are guessed, by the part that ships. It reads a model, so only tests about it ask for it.
    pub async fn that_reads_languages(mut self) -> Self {
        self.language = Arc::new(Languages::new());
        self.restart().await;
        self
    }

    /// Connects the practice's Instagram account.
    pub async fn with_instagram(self) -> Self {
        self.connect(self.instagram_request()).await;
        self
    }

    /// Connects the practice's Twilio account: texts, WhatsApp and calls.
    pub async fn with_twilio(self) -> Self {
        self.connect(self.twilio_request()).await;
        self
    }

    /// A working Instagram token, as the dashboard would show it.
    pub fn instagram_request(&self) -> ConnectRequest {
        ConnectRequest::Instagram { token: self.sim.instagram().token() }
    }

    /// A working Twilio key.
    pub fn twilio_request(&self) -> ConnectRequest {
        let twilio = self.sim.twilio();
        let (key, secret) = twilio.main_key();
        ConnectRequest::Twilio {
            account_sid: twilio.account_sid().to_owned(),
            key_sid: key.to_owned(),
            secret: secret.to_owned(),
        }
    }

    /// The simulator's address.
    pub fn base_url(&self) -> Url {
        Url::parse(&self.sim.url()).expect("the simulator's address")
    }

    /// Connects an account and takes in what is there.
    pub async fn connect(&self, request: ConnectRequest) -> AccountView {
        let connected = self.desk().account_connect_at(request, Some(self.base_url())).await;
        let account = connected.expect("the account is connected");
        self.settle().await;
        account
    }

    /// The desk.
    pub fn desk(&self) -> &Desk {
        self.desk.as_ref().expect("the desk is open")
    }

    /// The clinic's folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// How long a reply waits for an undo.
    pub async fn undo_seconds(&self, undo_seconds: u32) {
        let settings =
            Settings { undo_seconds, desk_phone: Some("+442079460100".into()), ..Settings::default() };
        self.desk().settings_save(settings).await.expect("settings are kept");
    }

    /// Lets the desk do everything that is due now.
    pub async fn settle(&self) {
        self.desk().settle().await.expect("the desk comes to rest");
    }

    /// Lets time pass, with the desk doing what becomes due when it becomes due.
    pub async fn advance(&self, by: SignedDuration) {
        let end = self.clock.now() + by;
        self.settle().await;
        while let Some(due) = self.desk().next_due().filter(|due| *due <= end) {
            self.go_to(due).await;
        }
        self.go_to(end).await;
    }

    /// The computer sleeps: time passes and nobody is there.
    pub async fn sleeps(&self, time: SignedDuration) {
        self.clock.advance(time);
        self.settle().await;
    }

    async fn go_to(&self, at: Timestamp) {
        if self.clock.now() < at {
            self.clock.set(at);
        }
        self.settle().await;
    }

    /// Closes the desk in order and opens it again.
    pub async fn restart(&mut self) {
        if let Some(desk) = self.desk.take() {
            desk.stop().await;
        }
        self.begin_again().await;
    }

    /// Closes the desk in order and leaves it closed.
    pub async fn close(&mut self) {
        if let Some(desk) = self.desk.take() {
            desk.stop().await;
        }
    }

    /// The program is killed: nothing is finished, nothing is written down any more. What the desk was doing when this
    /// is called must have been dropped by the caller.
    pub fn crashes(&mut self) {
        if let Some(desk) = self.desk.take() {
            desk.store().close().expect("the file is let go");
        }
    }

    /// The closed clinic's files are now those in another folder, as after a power cut or a restore.
    pub fn moves_to(&mut self, folder: TempDir) {
        self.folder = folder;
    }

    /// Opens the closed desk.
    pub async fn begin_again(&mut self) {
        let vault = FileVault::in_folder(self.folder.path());
        let opened = Store::open(self.folder.path(), &vault, self.surroundings());
        self.begin(opened.expect("the clinic opens")).await;
    }

    async fn begin(&mut self, opened: Opened) {
        let desk = Desk::start(DeskParts {
            store: opened.store,
            rolled_back: opened.rolled_back,
            clock: Arc::new(self.clock.clone()),
            dice: Dice::seeded(7),
            factory: Arc::new(
                RealConnectors::new(Arc::new(Brisk(self.clock.clone())), Dice::seeded(11))
                    .with_patience(PATIENCE),
            ),
            notifier: self.heard.clone(),
            language: self.language.clone(),
            run: Run::ByHand,
        });
        self.desk = Some(desk.await.expect("the desk opens"));
    }

    /// The time and the randomness of a store.
    pub fn surroundings(&self) -> Surroundings {
        let dice = Dice::seeded(3);
        Surroundings { clock: Arc::new(self.clock.clone()), random: Box::new(move |bytes| dice.fill(bytes)) }
    }

    /// A new press of a button.
    pub fn press(&self) -> String {
        self.presses.set(self.presses.get() + 1);
        format!("press-{}", self.presses.get())
    }
}
