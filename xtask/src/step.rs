//! One external program, started directly: what it is for, where it runs, whether it worked.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a task stopped, in a sentence with a next step.
#[derive(Debug)]
pub struct Stop(pub String);

impl std::fmt::Display for Stop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The result of a step.
pub type Done<T = ()> = Result<T, Stop>;

/// Stops with a sentence.
pub fn stop<T>(sentence: impl Into<String>) -> Done<T> {
    Err(Stop(sentence.into()))
}

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the root").to_owned()
}

/// The target folder that the running cargo uses.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A built program.
pub fn built(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A command in the repository's root.
pub fn command<S: AsRef<OsStr>>(program: &str, args: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(on_path(program));
    command.args(args).current_dir(root());
    command
}

/// `npm` in the UI's folder.
pub fn npm<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    let mut command = command("npm", args);
    command.current_dir(root().join("ui"));
    command
}

/// The cargo that started us.
pub fn cargo<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    command(&program, args)
}

/// Node's programs are `.cmd` files on Windows, which must be named in full.
fn on_path(program: &str) -> String {
    match program {
        "npm" | "npx" if cfg!(windows) => format!("{program}.cmd"),
        other => other.to_owned(),
    }
}

/// Runs a command with its output on our terminal.
pub fn run(what: &str, command: &mut Command) -> Done {
    println!("── {what}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => stop(format!("{what}: failed ({status}).")),
        Err(error) => stop(format!("{what}: could not start {:?}: {error}.", command.get_program())),
    }
}

/// Runs a command, shows its output and returns it as well.
pub fn run_and_read(what: &str, command: &mut Command) -> Done<String> {
    use std::io::{BufRead, BufReader, Write};
    println!("── {what}");
    let child = command.stdout(Stdio::inherit()).stderr(Stdio::piped()).spawn();
    let mut child = child
        .map_err(|error| Stop(format!("{what}: could not start {:?}: {error}.", command.get_program())))?;
    let mut said = String::new();
    if let Some(stderr) = child.stderr.take() {
        let mut lines = BufReader::new(stderr);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
            let _ = std::io::stderr().write_all(&line);
            said.push_str(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(said),
        Ok(status) => stop(format!("{what}: failed ({status}).")),
        Err(error) => stop(format!("{what}: {error}.")),
    }
}

/// Whether a program answers.
pub fn answers(program: &str, argument: &str) -> bool {
    Command::new(on_path(program))
        .arg(argument)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
