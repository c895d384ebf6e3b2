//! `cargo xtask run`: Anteroom in the demo clinic, with the simulator beside it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::step::{Done, Stop, built, cargo, root, run as step, stop};
use crate::{desktop, setup};

/// Whom the invented practice knew before the demo.
const CARDS: &str = "assets/demo/cards.json";

/// Options of `run`.
#[derive(clap::Args)]
pub struct Args {
    /// Throw the demo clinic away and begin anew.
    #[arg(long)]
    fresh: bool,
    /// Show the window on a display that nobody sees (for machines without one).
    #[arg(long)]
    xvfb: bool,
    /// Another scenario file for the simulator.
    #[arg(long, default_value = "assets/demo/scenario.toml")]
    scenario: String,
    /// Build with optimisations, as it ships.
    #[arg(long)]
    release: bool,
}

struct Ends(Child);

impl Drop for Ends {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Builds and opens.
pub fn run(args: &Args) -> Done {
    let has_display = !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    if !has_display && !args.xvfb {
        return stop(
            "There is no display here to open a window on. Use `cargo xtask run --xvfb` for one that nobody sees.",
        );
    }
    setup::everything(args.xvfb)?;
    setup::ui()?;
    let mut build = vec![
        "build",
        "--quiet",
        "-p",
        "anteroom",
        "-p",
        "anteroom-sim",
        "--bin",
        "anteroom",
        "--bin",
        "anteroom-sim",
    ];
    if args.release {
        build.push("--release");
    }
    step("building Anteroom and the simulator", &mut cargo(&build))?;
    let profile = if args.release { "release" } else { "debug" };

    let (_simulator, url) = simulator(profile, &args.scenario)?;
    println!("── the invented patients live at {url}");
    let mut app = Command::new(built(profile, "anteroom"));
    app.arg("--demo").env("ANTEROOM_DEMO", described(&url)?).current_dir(root());
    if args.fresh {
        app.arg("--fresh");
    }
    if args.xvfb {
        step("Anteroom, on a hidden display", &mut desktop::enter(&app)?)
    } else {
        step("Anteroom", &mut app)
    }
}

/// Starts the simulator on a free port and reads from it where it listens.
fn simulator(profile: &str, scenario: &str) -> Done<(Ends, String)> {
    let child = Command::new(built(profile, "anteroom-sim"))
        .args(["--port", "0", "--scenario", scenario])
        .current_dir(root())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| Stop(format!("could not start the simulator: {error}")))?;
    let mut child = Ends(child);
    let out = child.0.stdout.take().ok_or_else(|| Stop("the simulator has no output".to_owned()))?;
    for line in BufReader::new(out).lines().map_while(Result::ok) {
        if let Some(at) = line.find("http://") {
            return Ok((child, line[at..].trim().to_owned()));
        }
    }
    stop("The simulator ended before it listened.")
}

/// What the app has to know of the simulator: where it is, which credentials it takes, and who is known already.
fn described(url: &str) -> Done<String> {
    let answer = ask(url, "/control/credentials")
        .map_err(|error| Stop(format!("the simulator does not answer: {error}")))?;
    let mut credentials: serde_json::Value = serde_json::from_str(&answer)
        .map_err(|error| Stop(format!("the simulator's credentials make no sense: {error}")))?;
    credentials["url"] = url.into();
    let cards = std::fs::read_to_string(root().join(CARDS))
        .map_err(|error| Stop(format!("could not read {CARDS}: {error}")))?;
    credentials["cards"] =
        serde_json::from_str(&cards).map_err(|error| Stop(format!("{CARDS} makes no sense: {error}")))?;
    Ok(credentials.to_string())
}

/// One plain request to our own simulator on this computer; an HTTP library would be a lot for that.
fn ask(url: &str, path: &str) -> std::io::Result<String> {
    use std::io::{Read, Write};
    let host = url.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = std::net::TcpStream::connect(host)?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned());
    body.ok_or_else(|| std::io::ErrorKind::InvalidData.into())
}
