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
    // Its tests are a program of their own, so this one is left alone; and nothing else is built for them.
    let mut own = cargo(["nextest", "run", "-p", "xtask", "--status-level", "fail"]);
    totals.add(&run_and_read("this program's own tests", plain(&mut own))?)?;
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
    totals.add(&run_and_read("Rust's tests", plain(&mut rust))?)?;
    step("the examples in the documentation", cargo(["test", "--quiet", "--doc"]).args(ALL_BUT_US))?;

    let mut torture = Command::new(built("debug", "torture"));
    torture.args(["--kills", KILLS, "--seed", "1"]);
    step(&format!("killing the desk {KILLS} times"), &mut torture)?;

    if window {
        let mut inside =
            cargo(["nextest", "run", "--profile", "desktop", "--no-fail-fast", "--status-level", "pass"]);
        inside.args(ALL_BUT_US);
        inside.env("ANTEROOM_APP", built("debug", "anteroom"));
        let mut inside = desktop::enter(&inside)?;
        totals.add(&run_and_read("the real window and the real keychain", plain(&mut inside))?)?;
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
    fn add(&mut self, said: &str) -> Done {
        match count(said) {
            Some(0) | None => stop("The test runner left no count behind: none ran?"),
            Some(count) => {
                self.rust += count;
                Ok(())
            }
        }
    }
}

/// Reads "Summary [ 1.2s] 18 tests run: 18 passed, 0 skipped".
fn count(said: &str) -> Option<u64> {
    said.lines().rev().find_map(|line| {
        let (before, _) = line.split_once(" tests run:").or_else(|| line.split_once(" test run:"))?;
        before.rsplit(' ').next()?.parse().ok()
    })
}

/// Without colours, whatever the surroundings ask for: a coloured count cannot be read.
fn plain(command: &mut Command) -> &mut Command {
    command.env("CARGO_TERM_COLOR", "never").env("NO_COLOR", "1").env_remove("FORCE_COLOR")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_read_from_the_runners_last_word() {
        let said = "  PASS [ 0.1s] a::b says 7 tests run: no\n  Summary [  92.1s] 918 tests run: 918 passed, 12 skipped\n";
        assert_eq!(count(said), Some(918));
        assert_eq!(count("     Summary [   0.012s] 1 test run: 1 passed, 0 skipped"), Some(1));
        let mut totals = Totals::default();
        assert!(totals.add(said).is_ok());
        assert_eq!(totals.rust, 918);
    }

    #[test]
    fn a_run_without_a_count_or_without_a_test_is_no_success() {
        for said in [
            "",
            "no such thing",
            "Summary [0s] \u{1b}[1m18\u{1b}[0m tests run: 18 passed",
            "0 tests run: 0 passed",
        ] {
            assert!(Totals::default().add(said).is_err(), "{said:?}");
        }
    }

    #[test]
    fn what_is_read_is_written_without_colours() {
        let mut command = Command::new("cargo");
        let set: Vec<_> = plain(&mut command).get_envs().collect();
        for (name, value) in
            [("CARGO_TERM_COLOR", Some("never")), ("NO_COLOR", Some("1")), ("FORCE_COLOR", None)]
        {
            assert!(set.contains(&(name.as_ref(), value.map(AsRef::as_ref))), "{name}: {set:?}");
        }
    }
}
