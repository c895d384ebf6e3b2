//! `torture --kills N --seed S`: the desk is killed in the middle of its work, again and again, and at the end its
//! store is compared with what the providers really saw.
//!
//! Holds: the desk runs in a process of its own, with the parts that ship (encrypted store, connectors over real
//! HTTP), and dies by SIGKILL, so nothing of it gets a chance to tidy up. The world (simulator, patients, faults) and
//! what staff meant to send (written down before the desk hears of it) live on and are the judges.
//! Refused: killing a thread or dropping a future (destructors run, the lock file is let go, buffers are flushed); a
//! mocked clock (two processes and a network cannot share one that stands still). Time runs twenty times faster than
//! the machine's instead, for all of them alike, so that a pause of 90 seconds costs 4.5.
//! On a crash of this program: the desk's process ends when its standard input closes.

mod compare;
mod desk;
mod finish;
mod haste;
mod intents;
mod kill;
mod report;
mod staff;
mod world;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jiff::Timestamp;

/// Kills the desk at random points of its work and compares its store with what the providers saw.
#[derive(Parser)]
struct Options {
    #[command(subcommand)]
    part: Option<Part>,
    /// How often to kill.
    #[arg(long, default_value_t = 1000)]
    kills: u32,
    /// The seed of what is drawn: who writes what, which faults, after how many milliseconds each life ends. Which line
    /// of the program a kill then hits depends on the machine, so no run can be repeated exactly.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Prints the figures as one JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(Subcommand)]
enum Part {
    /// The desk that gets killed.
    #[command(hide = true)]
    Desk {
        /// The folder of this run.
        #[arg(long)]
        work: PathBuf,
        /// When the run began: its clock counts from there.
        #[arg(long)]
        since: Timestamp,
        /// Makes the ids and the choices of this life.
        #[arg(long)]
        seed: u64,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    let done = match options.part {
        Some(Part::Desk { work, since, seed }) => desk::live(&work, since, seed).await.map(|()| true),
        None => kill::torture(options.kills, options.seed).await.map(|report| {
            say(&if options.json { report.json() } else { report.to_string() });
            report.is_clean()
        }),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            complain(&problem);
            ExitCode::FAILURE
        }
    }
}

/// A line for whoever started this.
#[expect(clippy::print_stdout, reason = "this is a command-line program")]
fn say(line: &str) {
    println!("{line}");
}

/// A line about what went wrong.
#[expect(clippy::print_stderr, reason = "this is a command-line program")]
fn complain(problem: &str) {
    eprintln!("torture: {problem}");
}
