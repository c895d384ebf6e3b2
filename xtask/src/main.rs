//! `cargo xtask`: everything one does with this repository, the same way on every system.
//!
//! Holds: no step assumes a Unix shell; every program is started directly with its arguments. What is missing is
//! installed where that is possible without asking (Debian and Ubuntu packages, UI packages) and named where not.
//! Refused: a Makefile and shell scripts, which half of our receptionists' systems could not run.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool talks through its terminal"
)]

mod bench;
mod desktop;
mod package;
mod play;
mod setup;
mod step;
mod test;
mod tidy;
mod torture;
mod types;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Builds, runs, tests and packages Anteroom.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing, build, and open Anteroom in the demo clinic.
    Run(play::Args),
    /// Install what is missing and run every test.
    Test(test::Args),
    /// Measure speed; prints percentiles and ratios.
    Bench(bench::Args),
    /// Kill the desk again and again while patients write and staff answer, and compare with what the simulator saw.
    Torture(torture::Args),
    /// Generate the TypeScript contract from the Rust types.
    Types(types::Args),
    /// Check the house rules: formatting, lints, arrows between crates, file lengths, names.
    Tidy(tidy::Args),
    /// Build the installer for this system.
    Package(package::Args),
    /// Runs inside a private desktop session; started by `test` and `run --xvfb`.
    #[command(hide = true)]
    Inside(desktop::Args),
}

fn main() -> ExitCode {
    let done = match Cli::parse().task {
        Task::Run(args) => play::run(&args),
        Task::Test(args) => test::run(&args),
        Task::Bench(args) => bench::run(&args),
        Task::Torture(args) => torture::run(&args),
        Task::Types(args) => types::run(&args),
        Task::Tidy(args) => tidy::run(&args),
        Task::Package(args) => package::run(&args),
        Task::Inside(args) => desktop::inside(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("\n{stop}");
            ExitCode::FAILURE
        }
    }
}
