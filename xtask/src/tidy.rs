//! `cargo xtask tidy`: the house rules, as far as a program can read them.

use std::path::Path;
use std::process::Command;

use crate::step::{Done, Stop, cargo, npm, root, run as step, stop, target};

/// Options of `tidy`.
#[derive(clap::Args)]
pub struct Args {
    /// Leave out the lints that need a build (formatting, arrows, lengths and names only).
    #[arg(long)]
    quick: bool,
}

impl Args {
    /// Everything, as the test run wants it.
    pub const fn whole() -> Self {
        Self { quick: false }
    }
}

/// Which of our crates each may use. Anything else is an arrow that must not exist.
const ARROWS: &[(&str, &[&str])] = &[
    ("anteroom-model", &[]),
    ("anteroom-store", &["anteroom-model"]),
    ("anteroom-connectors", &["anteroom-model"]),
    ("anteroom-desk", &["anteroom-model", "anteroom-store"]),
    ("anteroom-assist", &["anteroom-model"]),
    ("anteroom-sim", &["anteroom-model"]),
    (
        "anteroom-assembly",
        &["anteroom-model", "anteroom-store", "anteroom-desk", "anteroom-connectors", "anteroom-assist"],
    ),
    ("anteroom-admin", &["anteroom-model", "anteroom-store", "anteroom-desk", "anteroom-assembly"]),
    ("anteroom", &["anteroom-model", "anteroom-store", "anteroom-desk", "anteroom-assembly"]),
];

/// Outside libraries that belong to one crate alone.
const ALONE: &[(&str, &[&str])] = &[
    ("rusqlite", &["anteroom-store"]),
    ("keyring", &["anteroom-assembly"]),
    ("lingua", &["anteroom-assist"]),
    ("reqwest", &["anteroom-connectors", "anteroom-tests"]),
    ("tauri", &["anteroom"]),
    ("notify-rust", &["anteroom"]),
];

const LONGEST_FILE: usize = 400;
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "manager", "common", "misc"];

/// Checks everything and names every breach.
pub fn run(args: &Args) -> Done {
    let mut breaches = arrows()?;
    breaches.extend(files()?);
    if !breaches.is_empty() {
        return stop(format!("House rules:\n{}", breaches.join("\n")));
    }
    println!("── arrows, lengths and names: fine");
    step("formatting", &mut cargo(["fmt", "--all", "--check"]))?;
    if args.quick {
        return Ok(());
    }
    step("the UI's types, lints and formatting", &mut npm(["run", "--silent", "check"]))?;
    step(
        "Rust's lints",
        &mut cargo(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    )?;
    // Without its default feature the fuzzer itself, in C++, is left out.
    let mut fuzz = cargo(["check", "--quiet", "--manifest-path", "fuzz/Cargo.toml", "--no-default-features"]);
    step("the fuzz targets compile", fuzz.env("CARGO_TARGET_DIR", target()))
}

/// Reads the arrows from cargo, which knows them better than any text search.
fn arrows() -> Done<Vec<String>> {
    let output = cargo(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .output()
        .map_err(|error| Stop(format!("cargo metadata: {error}")))?;
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).map_err(|error| Stop(format!("cargo metadata: {error}")))?;
    let mut breaches = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let uses =
            package["dependencies"].as_array().into_iter().flatten().filter(|used| used["kind"].is_null());
        for used in uses.filter_map(|used| used["name"].as_str()) {
            let allowed = ARROWS.iter().find(|(from, _)| *from == name).map(|(_, to)| *to);
            if used.starts_with("anteroom") && allowed.is_some_and(|to| !to.contains(&used)) {
                breaches.push(format!("{name} must not use {used}"));
            }
            if ALONE.iter().any(|(library, owners)| *library == used && !owners.contains(&name)) {
                breaches.push(format!("{name} must not use {used} itself"));
            }
        }
    }
    Ok(breaches)
}

fn files() -> Done<Vec<String>> {
    let mut breaches = Vec::new();
    for path in listed(&root())? {
        let path = Path::new(&path);
        let is_ours =
            path.extension().is_some_and(|end| ["rs", "ts", "svelte"].iter().any(|known| end == *known));
        if !is_ours || path.ends_with("bindings.ts") {
            continue;
        }
        if says_nothing(path) {
            breaches.push(format!("{}: the name says nothing", path.display()));
        }
        let length = std::fs::read_to_string(root().join(path)).map(|text| text.lines().count()).unwrap_or(0);
        if length > LONGEST_FILE {
            breaches.push(format!("{}: {length} lines, at most {LONGEST_FILE}", path.display()));
        }
    }
    Ok(breaches)
}

/// The files that git knows in a folder.
fn listed(folder: &Path) -> Done<Vec<String>> {
    let output = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(folder)
        .output()
        .map_err(|error| Stop(format!("git ls-files: {error}. Install git and try again.")))?;
    if !output.status.success() {
        return stop(format!(
            "The house rules are read from the files that git knows, and git does not know this folder: {} \
             Run this in a clone of the repository.",
            String::from_utf8_lossy(&output.stderr).trim()
        ));
    }
    let listed: Vec<String> = String::from_utf8_lossy(&output.stdout)
        .split('\0')
        .filter(|path| !path.is_empty())
        .map(str::to_owned)
        .collect();
    if listed.is_empty() {
        return stop(
            "Git knows no file of this folder, so none was checked. Run this in a clone of the repository.",
        );
    }
    Ok(listed)
}

/// Whether a file, or a folder it lies in, has a name that would do for anything.
fn says_nothing(path: &Path) -> bool {
    let empty =
        |name: &std::ffi::OsStr| EMPTY_NAMES.contains(&name.to_string_lossy().to_lowercase().as_str());
    path.file_stem().is_some_and(empty) || path.iter().any(empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_would_do_for_anything_are_found_in_files_and_in_folders() {
        for bad in ["src/util.rs", "crates/desk/src/helpers/mod.rs", "ui/src/Common/Row.svelte", "misc/a.ts"]
        {
            assert!(says_nothing(Path::new(bad)), "{bad}");
        }
        for good in ["src/utility_bills.rs", "crates/desk/src/outbox/mod.rs", "ui/src/inbox/Row.svelte"] {
            assert!(!says_nothing(Path::new(good)), "{good}");
        }
    }

    #[test]
    fn outside_a_repository_nothing_is_called_fine() {
        let folder = std::env::temp_dir().join(format!("anteroom-no-repository-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let answer = listed(&folder);
        std::fs::remove_dir_all(&folder).expect("removed");
        assert!(answer.is_err_and(|stop| stop.0.contains("git does not know this folder")));
        assert!(listed(&root()).is_ok_and(|files| files.iter().any(|file| file == "xtask/src/tidy.rs")));
    }
}
