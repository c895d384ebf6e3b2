//! `cargo xtask bench`: speed, as percentiles and ratios, never as a test that passes or fails.

use crate::step::{Done, cargo, run as step, stop};

/// Options of `bench`.
#[derive(clap::Args)]
pub struct Args {
    /// What to measure: `store`, `insights`.
    #[arg(default_value = "store")]
    what: String,
    /// Passed on, e.g. `--sizes 10k,100k,1m`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

/// Builds with optimisations and measures.
pub fn run(args: &Args) -> Done {
    match args.what.as_str() {
        "store" => step("measuring the store", store_bench().args(&args.rest)),
        "insights" => step("measuring the figures", store_bench().arg("insights").args(&args.rest)),
        other => stop(format!("There is no benchmark named {other}. There are: store, insights.")),
    }
}

fn store_bench() -> std::process::Command {
    cargo([
        "run",
        "--quiet",
        "--release",
        "-p",
        "anteroom-store",
        "--features",
        "bench",
        "--bin",
        "store_bench",
        "--",
    ])
}
