//! `cargo xtask test`: every test there is, and one closing line with the totals.

use std::fmt;
use std::process::Command;

use crate::step::{Done, built, cargo, npm, run as step, run_and_read, stop};
use crate::{desktop, setup, tidy};

/// Options of `test`.
#[derive(clap::Args)]
pub struct Args {
    /// Leave the window out (no display, no browser driver).
    #[arg(long)]
    no_window: bool,
}

/// How many times the desk is killed in a test run; a thousand by hand.
const KILLS: &str = "100";

/// The packages that are built and tested: one choice everywhere, so that features agree and nothing builds twice.
const ALL_BUT_US: [&str; 3] = ["--workspace", "--exclude", "xtask"];

/// Sets up and runs everything.
pub fn run(args: &Args) -> Done {
    let window = !args.no_window && cfg!(target_os = "linux");
    setup::everything(window)?;
    setup::rust_components()?;
    setup::nextest()?;
    setup::ui()?;
    let mut totals = Totals::default();

    tidy::run(&tidy::Args::whole())?;
    let ui = run_and_read_all(
        "the UI's tests",
        &mut npm([
            "run",
            "--silent",
            "test",
            "--",
            "--reporter=default",
            "--reporter=json",
            "--outputFile.json=node_modules/.vitest.json",
        ]),
    )?;
    totals.ui = ui;
    // One build for all: the app itself (for the window tests), the simulator, the tests. Not this program: it is
    // running, and building it anew would take its file from under it.
    step("building everything", cargo(["build", "--quiet", "--bins", "--tests"]).args(ALL_BUT_US))?;
    let mut rust =
        cargo(["nextest", "run", "--no-fail-fast", "--status-level", "fail", "--final-status-level", "fail"]);
    rust.args(ALL_BUT_US);
    if !setup::may_mount() {
        rust.args(["-E", "not test(/^small_disk::/)"]);
        totals.not_tested.push("a full disk and a read-only one (this system lets nobody mount any)");
    }
    totals.add(&run_and_read("Rust's tests", &mut rust)?);
    step("the examples in the documentation", cargo(["test", "--quiet", "--doc"]).args(ALL_BUT_US))?;

    let mut torture = Command::new(built("debug", "torture"));
    torture.args(["--kills", KILLS, "--seed", "1"]);
    step(&format!("killing the desk {KILLS} times"), &mut torture)?;

    if window {
        let mut inside =
            cargo(["nextest", "run", "--profile", "desktop", "--no-fail-fast", "--status-level", "pass"]);
        inside.args(ALL_BUT_US);
        inside.env("ANTEROOM_APP", built("debug", "anteroom"));
        totals.add(&run_and_read("the real window and the real keychain", &mut desktop::enter(&inside)?)?);
    } else {
        totals.not_tested.push("the window and the keychain");
    }
    println!("\n{totals}");
    Ok(())
}

#[derive(Default)]
struct Totals {
    rust: u64,
    ui: u64,
    /// What could not or should not be tried here, in words.
    not_tested: Vec<&'static str>,
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rust, ui, not_tested } = self;
        write!(f, "All green: {rust} Rust tests, {ui} UI tests, {KILLS} kills")?;
        match not_tested.as_slice() {
            [] => f.write_str(", window and keychain included."),
            left_out => write!(f, ". Not tested: {}.", left_out.join("; ")),
        }
    }
}

impl Totals {
    /// Reads "Summary [ 1.2s] 18 tests run: 18 passed, 0 skipped".
    fn add(&mut self, said: &str) {
        let count = said.lines().rev().find_map(|line| {
            let (before, _) = line.split_once(" tests run:").or_else(|| line.split_once(" test run:"))?;
            before.rsplit(' ').next()?.parse::<u64>().ok()
        });
        self.rust += count.unwrap_or(0);
    }
}

/// Runs the UI's tests and reads their number from the machine-readable report.
fn run_and_read_all(what: &str, command: &mut Command) -> Done<u64> {
    step(what, command)?;
    let report = crate::step::root().join("ui/node_modules/.vitest.json");
    let report: Option<serde_json::Value> =
        std::fs::read(report).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    match report.and_then(|report| report["numPassedTests"].as_u64()) {
        Some(0) | None => stop("The UI's tests left no count behind: none ran?"),
        Some(passed) => Ok(passed),
    }
}
