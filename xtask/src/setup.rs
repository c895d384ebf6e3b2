//! Puts in place what the work needs. Idempotent: a second call finds everything there and takes a moment.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::step::{Done, answers, cargo, npm, root, run, stop};

/// Debian packages that the app is built with.
const BUILD: &[&str] = &[
    "build-essential",
    "git",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "pkg-config",
];

/// Debian packages that showing a window without a display, and testing it, takes: a display, a browser driver, a
/// Secret Service, a notification daemon, sound decoders for voicemail, letters to draw.
const DESKTOP: &[&str] = &[
    "dbus",
    "dunst",
    "fonts-dejavu-core",
    "fonts-noto-color-emoji",
    "gnome-keyring",
    "gstreamer1.0-plugins-base",
    "gstreamer1.0-plugins-good",
    "libnotify-bin",
    "webkit2gtk-driver",
    "xvfb",
];

/// What the app is linked against, as pkg-config names it: the question for systems that are not Debian's.
const LIBRARIES: &[&str] = &["librsvg-2.0", "openssl", "webkit2gtk-4.1"];

/// The programs that a window without a display is shown and driven with.
const PROGRAMS: &[(&str, &str)] = &[
    ("dbus-run-session", "--version"),
    ("gnome-keyring-daemon", "--version"),
    ("WebKitWebDriver", "--help"),
    ("Xvfb", "-help"),
];

/// Everything for building; with `desktop` also what the window tests need.
pub fn everything(desktop: bool) -> Done {
    system(desktop)?;
    node()?;
    ui_packages()
}

/// System packages.
pub fn system(desktop: bool) -> Done {
    if cfg!(target_os = "linux") {
        let wanted: Vec<&str> = BUILD.iter().chain(if desktop { DESKTOP } else { &[] }).copied().collect();
        if answers("apt-get", "--version") { debian(&wanted) } else { elsewhere(desktop, &wanted) }
    } else if cfg!(target_os = "macos") {
        // They bring git as well.
        if answers("xcode-select", "-p") {
            Ok(())
        } else {
            stop("Anteroom needs Apple's command line tools. Run: xcode-select --install")
        }
    } else {
        // Visual Studio's C++ tools come with Rust's own installer; WebView2 is part of Windows 10 and 11.
        // Perl builds the vendored OpenSSL.
        if !answers("perl", "-v") {
            return stop(
                "Anteroom needs Perl to build OpenSSL. Run: winget install StrawberryPerl.StrawberryPerl",
            );
        }
        if answers("git", "--version") {
            Ok(())
        } else {
            stop("Anteroom's checks ask git for its files. Run: winget install Git.Git")
        }
    }
}

fn debian(wanted: &[&str]) -> Done {
    let missing: Vec<&str> = wanted.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let as_root = |args: &[&str]| {
        let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
        let mut command = if is_root { Command::new("apt-get") } else { Command::new("sudo") };
        if !is_root {
            command.arg("apt-get");
        }
        command.args(args).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run("reading Debian's package lists", as_root(&["update", "-q"]).stdout(Stdio::null()))?;
    let mut install = vec!["install", "-y", "-q", "--no-install-recommends"];
    install.extend(&missing);
    run(&format!("installing {}", missing.join(" ")), as_root(&install).stdout(Stdio::null()))
}

/// Another Linux: its own names for packages are unknown here, so what they bring is asked for itself.
fn elsewhere(desktop: bool, debian_names: &[&str]) -> Done {
    let library = |name: &&&str| {
        !Command::new("pkg-config").args(["--exists", **name]).status().is_ok_and(|status| status.success())
    };
    let program = |(name, argument): &&(&str, &str)| desktop && !answers(name, argument);
    let mut missing: Vec<&str> = LIBRARIES.iter().filter(library).copied().collect();
    missing.extend((!answers("git", "--version")).then_some("git"));
    missing.extend(PROGRAMS.iter().filter(program).map(|(name, _)| *name));
    if missing.is_empty() {
        return Ok(());
    }
    stop(format!(
        "Missing here: {}. Install what your system has for these packages of Debian's and try again: {}.",
        missing.join(", "),
        debian_names.join(" ")
    ))
}

fn is_installed(package: &str) -> bool {
    Command::new("dpkg-query")
        .args(["-W", "-f=${db:Status-Status}", package])
        .stderr(Stdio::null())
        .output()
        .is_ok_and(|answer| answer.stdout == b"installed")
}

fn node() -> Done {
    if has_node() && answers("npm", "--version") {
        Ok(())
    } else {
        stop(
            "Anteroom's window is built with Node.js 20.19 or newer, which is not here. Get it from nodejs.org or your system's packages.",
        )
    }
}

/// Whether Node.js is there and new enough for the bundler (20.19).
fn has_node() -> bool {
    let Ok(said) = Command::new("node").arg("--version").output() else { return false };
    let said = String::from_utf8_lossy(&said.stdout);
    let mut parts =
        said.trim().trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= (20, 19)
}

/// Installs the UI's packages when the lock file is newer than what is installed.
fn ui_packages() -> Done {
    let lock = root().join("ui/package-lock.json");
    let stamp = root().join("ui/node_modules/.package-lock.json");
    let newer = |a: &Path, b: &Path| {
        let time = |path: &Path| std::fs::metadata(path).and_then(|meta| meta.modified());
        matches!((time(a), time(b)), (Ok(a), Ok(b)) if a > b)
    };
    if stamp.exists() && !newer(&lock, &stamp) {
        return Ok(());
    }
    run("installing the UI's packages", &mut npm(["ci", "--no-audit", "--no-fund"]))
}

/// The linter and the formatter, which a minimal installation of Rust leaves out.
pub fn rust_components() -> Done {
    let here = |name: &str| {
        let mut asked = cargo([name, "--version"]);
        asked.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    };
    if here("clippy") && here("fmt") {
        return Ok(());
    }
    if !answers("rustup", "--version") {
        return stop("Rust's clippy and rustfmt are missing. Install them with your Rust packages.");
    }
    let mut add = Command::new("rustup");
    run("adding clippy and rustfmt", add.args(["component", "add", "clippy", "rustfmt"]))
}

/// The test runner; built from its source when it is not there, which takes some minutes once.
pub fn nextest() -> Done {
    if cargo(["nextest", "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
    {
        return Ok(());
    }
    run("building the test runner (once)", &mut cargo(["install", "--locked", "cargo-nextest"]))
}

/// Whether anybody may mount a small disk of their own here, as the tests of a full disk do. Some containers, and
/// systems without name spaces for users, forbid it.
pub fn may_mount() -> bool {
    let mut mount = Command::new("unshare");
    mount.args(["--map-root-user", "--mount", "mount", "-t", "tmpfs", "none"]).arg(std::env::temp_dir());
    cfg!(target_os = "linux") && mount.output().is_ok_and(|ended| ended.status.success())
}

/// Builds the window's files, which the app carries inside.
pub fn ui() -> Done {
    run("building the window's files", &mut npm(["run", "--silent", "build"]))
}
