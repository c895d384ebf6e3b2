//! `cargo xtask torture`: the desk is killed with SIGKILL at random points of ingest and send, started again, and at
//! the end its store is compared with what the simulator saw.

use crate::step::{Done, built, cargo, command, run as step};

/// Options of `torture`.
#[derive(clap::Args)]
pub struct Args {
    /// How often to kill.
    #[arg(long, default_value_t = 1000)]
    kills: u32,
    /// The seed of what is drawn: who writes what, which faults, after how many milliseconds each life ends. Which line
    /// of the program a kill then hits depends on the machine, so no run can be repeated exactly.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Builds and runs the torture program of the tests' package.
pub fn run(args: &Args) -> Done {
    step(
        "building the desk, the simulator and the tormentor",
        &mut cargo(["build", "--quiet", "-p", "anteroom-tests", "-p", "anteroom-sim", "--bins"]),
    )?;
    let program = built("debug", "torture");
    let mut torture = command(
        &program.to_string_lossy(),
        ["--kills", &args.kills.to_string(), "--seed", &args.seed.to_string()],
    );
    step(&format!("killing the desk {} times", args.kills), &mut torture)
}
