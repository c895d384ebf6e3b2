//! A private desktop: a display nobody sees, a session bus, an unlocked Secret Service and a notification daemon.
//!
//! Holds: everything started here ends with it, and nothing of the person's own desktop is used.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use crate::step::{Done, Stop, root, stop};

/// What to run inside.
#[derive(clap::Args)]
pub struct Args {
    /// Program and arguments.
    #[arg(trailing_var_arg = true, required = true)]
    command: Vec<String>,
}

/// Something that ends when it is dropped.
struct Started(Child);

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A command that runs `program` inside a private desktop.
pub fn enter(program: &Command) -> Done<Command> {
    let myself =
        std::env::current_exe().map_err(|error| Stop(format!("cannot find this program: {error}")))?;
    let mut command = Command::new("dbus-run-session");
    command
        .arg("--")
        .arg(myself)
        .args(["inside", "--"])
        .arg(program.get_program())
        .args(program.get_args())
        .current_dir(root());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    Ok(command)
}

/// Runs inside `dbus-run-session`: brings up the rest, then the program.
pub fn inside(args: &Args) -> Done {
    let (program, arguments) = args.command.split_first().ok_or_else(|| Stop("nothing to run".to_owned()))?;
    let (_display, number) = display()?;
    let _keyring = keyring()?;
    let mut daemon = Command::new("dunst");
    daemon.env("DISPLAY", &number).stdout(Stdio::null()).stderr(Stdio::null());
    // Without a notification daemon Anteroom still works; the tests that need one say so themselves.
    let _notifications = daemon.spawn().map(Started);
    let status = Command::new(program)
        .args(arguments)
        .env("DISPLAY", &number)
        .env("GDK_BACKEND", "x11")
        .env_remove("WAYLAND_DISPLAY")
        .status()
        .map_err(|error| Stop(format!("could not start {program}: {error}")))?;
    if status.success() { Ok(()) } else { stop(format!("{program}: failed ({status}).")) }
}

fn display() -> Done<(Started, String)> {
    let mut server = Command::new("Xvfb");
    server
        .args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut server = server.spawn().map_err(|error| Stop(format!("could not start Xvfb: {error}")))?;
    let mut number = String::new();
    let read = server.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
    let server = Started(server);
    match read {
        Some(Ok(n)) if n > 0 => Ok((server, format!(":{}", number.trim()))),
        _ => stop("Xvfb did not open a display."),
    }
}

/// Starts the Secret Service with an empty, unlocked keyring of its own.
fn keyring() -> Done<Started> {
    let mut daemon = Command::new("gnome-keyring-daemon");
    daemon
        .args(["--unlock", "--components=secrets", "--foreground"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let home = std::env::temp_dir().join(format!("anteroom-keyring-{}", std::process::id()));
    std::fs::create_dir_all(&home)
        .map_err(|error| Stop(format!("could not make a folder for the keyring: {error}")))?;
    daemon.env("XDG_DATA_HOME", &home);
    let mut daemon =
        daemon.spawn().map_err(|error| Stop(format!("could not start gnome-keyring-daemon: {error}")))?;
    if let Some(mut password) = daemon.stdin.take() {
        password
            .write_all(b"only for tests")
            .map_err(|error| Stop(format!("could not unlock the keyring: {error}")))?;
    }
    Ok(Started(daemon))
}
