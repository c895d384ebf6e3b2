//! The run: a world, a clinic, one life after the other.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use anteroom_desk::clock::SystemClock;
use anteroom_desk::dice::Dice;
use anteroom_desk::loops::Run;
use anteroom_desk::views::{ConnectRequest, Settings};
use anteroom_model::Clock as _;
use anteroom_sim::{Fault, FaultKind, Sim, SimClock, SimConfig};
use anteroom_store::{FileVault, Opened, RecoveryKit, Store, TEST_MARK};
use anteroom_tests::marlow_street;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use url::Url;

use crate::desk::{self, OPEN, OPENING};
use crate::finish;
use crate::haste::{Haste, pause};
use crate::report::Report;
use crate::staff;
use crate::world::World;

/// A life that does not open within so many waits of ten milliseconds has hung.
const HUNG: u32 = 3000;

/// Kills the desk so often and compares.
pub async fn torture(kills: u32, seed: u64) -> Result<Report, String> {
    let folder = tempfile::Builder::new().prefix("anteroom-torture-").tempdir().map_err(text)?;
    let work = folder.path().to_owned();
    let haste = Haste::since(SystemClock.now());
    let clock = SimClock::Running(Arc::new(haste));
    let config = SimConfig { clock, seed, port: 0, control_port: 0, ledger: Some(staff::ledger(&work)) };
    let sim = Arc::new(Sim::start(config).await.map_err(text)?);
    let world = World::new(sim.clone(), Dice::seeded(seed ^ 0x301d));
    first_day(&work, haste, &sim, seed).await?;

    let world = tokio::spawn(world.go_on());
    let mut lives = Lives { work: &work, haste, sim: &sim, seed, dice: Dice::seeded(seed), while_opening: 0 };
    let mut tortured = Ok(());
    for number in 1..=kills {
        tortured = lives.one(number).await;
        if tortured.is_err() {
            break;
        }
    }
    let while_opening = lives.while_opening;
    world.abort();
    let _ = world.await;
    let finished = match tortured {
        Ok(()) => finish::settle_and_compare(&work, haste, &sim, seed).await,
        Err(problem) => Err(problem),
    };
    let report = finished.map(|report| Report { kills, while_opening, ..report });
    if !report.as_ref().is_ok_and(Report::is_clean) {
        if let Ok(report) = &report {
            report.details.iter().for_each(|detail| crate::complain(detail));
        }
        // Whoever looks for the reason needs the database, the logs, the ledger and the intents.
        crate::complain(&format!("kept for you: {}", folder.keep().display()));
    }
    report
}

/// Makes the clinic, connects its accounts and takes in what everybody wrote first.
async fn first_day(work: &Path, haste: Haste, sim: &Sim, seed: u64) -> Result<(), String> {
    let folder = desk::clinic(work);
    std::fs::create_dir(&folder).map_err(text)?;
    std::fs::write(folder.join(TEST_MARK), b"").map_err(text)?;
    let made = Store::create(
        &folder,
        &FileVault::in_folder(&folder),
        &RecoveryKit::generate().map_err(text)?,
        &marlow_street(),
        desk::surroundings(haste, seed),
    );
    let opened: Opened = made.map_err(text)?;
    let desk = desk::begin(opened, haste, seed, Run::ByHand).await?;
    let twilio = sim.twilio();
    let (key, secret) = twilio.main_key();
    let requests = [
        ConnectRequest::Instagram { token: sim.instagram().token() },
        ConnectRequest::Twilio {
            account_sid: twilio.account_sid().to_owned(),
            key_sid: key.to_owned(),
            secret: secret.to_owned(),
        },
    ];
    let code = |error: anteroom_desk::views::WireError| format!("the first day went wrong: {:?}", error.code);
    let settings = Settings { undo_seconds: 0, ..Settings::default() };
    desk.settings_save(settings).await.map_err(code)?;
    for request in requests {
        let at = Url::parse(&sim.url()).map_err(text)?;
        desk.account_connect_at(request, Some(at)).await.map_err(code)?;
    }
    desk.settle().await.map_err(text)?;
    desk.stop().await;
    Ok(())
}

struct Lives<'a> {
    work: &'a Path,
    haste: Haste,
    sim: &'a Sim,
    seed: u64,
    dice: Dice,
    while_opening: u32,
}

impl Lives<'_> {
    /// One life, from its start to its violent end.
    async fn one(&mut self, number: u32) -> Result<(), String> {
        let mut life =
            Life::start(self.work, self.haste, self.seed.wrapping_mul(1_000_003) + u64::from(number))?;
        match self.dice.below(10) {
            0 => {
                life.says(OPENING).await?;
                pause(self.dice.below(80)).await;
            }
            // In the middle of a send: the request was taken, the answer is on its way.
            1..=3 => {
                life.says(OPEN).await?;
                let slow = FaultKind::Slow { bytes: 64, pause_ms: 1000 };
                let number = self.sim.fault(Fault::once(slow).method("POST").path("essages"));
                for _ in 0..60 {
                    if self.sim.fault_hits(number) > 0 {
                        break;
                    }
                    pause(5).await;
                }
                pause(self.dice.below(40)).await;
            }
            _ => {
                life.says(OPEN).await?;
                pause(5 + self.dice.below(146)).await;
            }
        }
        if !life.kill()? {
            self.while_opening += 1;
        }
        Ok(())
    }
}

/// A desk in a process of its own.
struct Life {
    process: Child,
    lines: UnboundedReceiver<String>,
    open: bool,
}

impl Life {
    fn start(work: &Path, haste: Haste, seed: u64) -> Result<Self, String> {
        let program = std::env::current_exe().map_err(text)?;
        let mut command = Command::new(program);
        command.arg("desk").arg("--work").arg(work);
        command.arg("--since").arg(haste.beginning().to_string());
        command.arg("--seed").arg(seed.to_string());
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(text)?;
        let said = process.stdout.take().ok_or("the desk has no standard output")?;
        let (tell, lines) = unbounded_channel();
        std::thread::spawn(move || {
            for line in BufReader::new(said).lines().map_while(Result::ok) {
                if tell.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Self { process, lines, open: false })
    }

    /// Waits until it says a line.
    async fn says(&mut self, wanted: &str) -> Result<(), String> {
        for _ in 0..HUNG {
            while let Ok(line) = self.lines.try_recv() {
                self.open |= line == OPEN;
                if line == wanted {
                    return Ok(());
                }
            }
            if let Some(status) = self.process.try_wait().map_err(text)? {
                return Err(format!("the desk ended by itself: {status}"));
            }
            pause(10).await;
        }
        Err(format!("the desk never said \"{wanted}\""))
    }

    /// Kills it. Tells whether it had said that it is open.
    fn kill(mut self) -> Result<bool, String> {
        if let Some(status) = self.process.try_wait().map_err(text)? {
            return Err(format!("the desk ended by itself: {status}"));
        }
        self.process.kill().map_err(text)?;
        self.process.wait().map_err(text)?;
        while let Ok(line) = self.lines.try_recv() {
            self.open |= line == OPEN;
        }
        Ok(self.open)
    }
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
