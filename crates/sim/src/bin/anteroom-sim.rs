//! The simulator by itself: `anteroom-sim --port 4010 --scenario assets/demo/scenario.toml`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anteroom_model::{BoxFuture, Clock, ManualClock};
use anteroom_sim::scenario::Scenario;
use anteroom_sim::{Sim, SimClock, SimConfig};
use clap::Parser;
use jiff::Timestamp;

/// The providers' APIs on loopback, with invented patients. For development only.
#[derive(Parser)]
struct Options {
    /// The port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// The port for the control API, which stays up when the network is down; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    control_port: u16,
    /// The scenario to play.
    #[arg(long)]
    scenario: Option<PathBuf>,
    /// Makes the ids of what happens live; the same seed makes the same world. From the clock if not given.
    #[arg(long)]
    seed: Option<u64>,
    /// Appends everything that was written to this file, one JSON object a line.
    #[arg(long)]
    log: Option<PathBuf>,
    /// Begins at this time and stands still until the control API moves the clock, e.g. 2026-11-20T09:00:00Z.
    #[arg(long)]
    manual_clock: Option<Timestamp>,
}

/// The machine's clock: the only place in this crate that reads it.
struct MachineClock;

impl Clock for MachineClock {
    #[expect(clippy::disallowed_methods, reason = "the simulator as a program lives in real time")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    #[expect(clippy::disallowed_methods, reason = "the simulator as a program lives in real time")]
    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        let wait = Duration::try_from(at.duration_since(self.now())).unwrap_or_default();
        Box::pin(tokio::time::sleep(wait))
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            complain(&problem);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "this is a command-line program")]
fn complain(problem: &str) {
    eprintln!("anteroom-sim: {problem}");
}

#[expect(clippy::print_stdout, reason = "whoever started it reads the addresses here")]
async fn run(options: Options) -> Result<(), String> {
    let scenario = match &options.scenario {
        None => None,
        Some(path) => {
            let text =
                std::fs::read_to_string(path).map_err(|error| format!("the scenario file: {error}"))?;
            Some(Scenario::parse(&text).map_err(|error| error.to_string())?)
        }
    };
    let clock = match options.manual_clock {
        Some(at) => SimClock::Manual(ManualClock::at(at)),
        None => SimClock::Running(Arc::new(MachineClock)),
    };
    let seed = options.seed.unwrap_or_else(|| clock.now().as_millisecond().unsigned_abs());
    let Options { port, control_port, log: ledger, .. } = options;
    let config = SimConfig { clock, seed, port, control_port, ledger };
    let sim = Sim::start(config).await.map_err(|error| error.to_string())?;
    if let Some(scenario) = scenario {
        sim.play(&scenario).map_err(|error| error.to_string())?;
    }
    println!("{}\n{}", sim.url(), sim.control_url());
    tokio::signal::ctrl_c().await.map_err(|error| error.to_string())
}
