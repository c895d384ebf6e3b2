//! `anteroom-admin`: the desk without a window, for the people who look after the computers, and for scripts.
//!
//! Holds: it works on the same folder with the same desk as the window, never at the same time (the folder is locked);
//! secrets come from standard input or a file, never from an argument, which other users of the computer could read;
//! `--json` prints one JSON value and nothing else on standard output.
//! On a crash: as with the window; the store was written to be killed at any point.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool talks through its terminal"
)]

mod exit;
mod open;
mod options;
mod say;
mod secret;
mod task;
mod words;

use std::process::ExitCode;

use clap::Parser;

use crate::options::Options;

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    match task::run(&options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::failure(&options, &failure);
            failure.exit.into()
        }
    }
}
