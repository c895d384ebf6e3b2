//! `cargo xtask package`: the installer for the system it runs on.

use crate::setup;
use crate::step::{Done, npm, run as step};

/// Options of `package`.
#[derive(clap::Args)]
pub struct Args {
    /// Bundles to build, e.g. `deb,appimage`; by default all of this system's.
    #[arg(long)]
    bundles: Option<String>,
}

/// Builds the window's files, the release program and the bundles.
pub fn run(args: &Args) -> Done {
    setup::everything(false)?;
    let default = if cfg!(target_os = "linux") { "deb" } else { "all" };
    let bundles = args.bundles.as_deref().unwrap_or(default);
    let mut build = npm(["exec", "--", "tauri", "build", "--ci"]);
    build.current_dir(crate::step::root()).env("PATH", with_ui_programs());
    let mut build = if bundles == "all" {
        build
    } else {
        let mut build = build;
        build.args(["--bundles", bundles]);
        build
    };
    step("building the installer", &mut build)?;
    println!("── the installer lies in {}", crate::step::target().join("release/bundle").display());
    Ok(())
}

/// The Tauri command line is one of the UI's development packages.
fn with_ui_programs() -> std::ffi::OsString {
    let own = crate::step::root().join("ui/node_modules/.bin");
    let rest = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::iter::once(own).chain(std::env::split_paths(&rest))).unwrap_or(rest)
}
