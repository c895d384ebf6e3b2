//! `cargo xtask package`: the installer for the system it runs on.
//!
//! Holds: the simulator is no part of it; the app alone is built and bundled.

use crate::setup;
use crate::step::{Done, command, root, run as step, target};

/// Options of `package`.
#[derive(clap::Args)]
pub struct Args {
    /// Bundles to build, e.g. `deb,appimage`. Without it: the .deb on Linux (an AppImage's tools are fetched from the
    /// internet), all of this system's elsewhere.
    #[arg(long)]
    bundles: Option<String>,
}

/// Builds the window's files, the release program and the bundles.
pub fn run(args: &Args) -> Done {
    setup::everything(false)?;
    // The Tauri command line is one of the UI's development packages; it wants to be started beside its settings.
    let tauri = root().join("ui/node_modules/@tauri-apps/cli/tauri.js");
    let mut build = command("node", [tauri.as_os_str()]);
    build.args(["build", "--ci"]);
    match args.bundles.as_deref() {
        Some(bundles) => {
            build.args(["--bundles", bundles]);
        }
        None if cfg!(target_os = "linux") => {
            build.args(["--bundles", "deb"]);
        }
        None => {}
    }
    step("building the installer", &mut build)?;
    println!("── the installer lies in {}", target().join("release/bundle").display());
    Ok(())
}
