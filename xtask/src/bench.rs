//! `cargo xtask bench`: speed, as percentiles and ratios, never as a test that passes or fails.

use crate::step::{Done, built, cargo, run as step, stop};
use crate::{desktop, setup};

/// The profile in which a driver may open the window.
const DRIVEN: &str = "driven";

/// Options of `bench`.
#[derive(clap::Args)]
pub struct Args {
    /// What to measure: `store`, `insights`, `contacts`, `window`.
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
        "contacts" => {
            let which = [
                "bench",
                "--quiet",
                "-p",
                "anteroom-tests",
                "--features",
                "bench",
                "--bench",
                "contacts",
                "--",
            ];
            step("measuring an import", cargo(which).args(&args.rest))
        }
        "window" => window(&args.rest),
        other => stop(format!(
            "There is no benchmark named {other}. There are: store, insights, contacts, window."
        )),
    }
}

/// Builds the app as it ships, but for a door for the driver, and measures in its window, on a display nobody sees.
fn window(rest: &[String]) -> Done {
    if !cfg!(target_os = "linux") {
        return stop("The window is measured through WebKitWebDriver, which only Linux has.");
    }
    setup::everything(true)?;
    setup::ui()?;
    step(
        "building the app",
        &mut cargo(["build", "--quiet", "--profile", DRIVEN, "-p", "anteroom", "--bin", "anteroom"]),
    )?;
    let which = ["--profile", DRIVEN, "-p", "anteroom-tests", "--features", "bench", "--bench", "window"];
    step("building the hand", cargo(["bench", "--quiet", "--no-run"]).args(which))?;
    let mut measure = cargo(["bench", "--quiet"]);
    measure.args(which).arg("--").args(rest).env("ANTEROOM_APP", built(DRIVEN, "anteroom"));
    step("measuring the window", &mut desktop::enter(&measure)?)
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
