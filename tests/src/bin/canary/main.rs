//! `canary FILE`: known words go through every path of the desk, also through those that fail. The words are written
//! to FILE; whoever started this looks for them in every other file that this process left behind.
//!
//! Holds: it is a process of its own, so that its logs, its temporary folder, its panics and its standard output and
//! error can be looked at whole. It ends in the middle of its work: the files lie as a crash leaves them.
//! Refused: doing this inside the test's own process (the tests beside it write into the same temporary folder, and
//! the harness prints panics).

mod acts;
mod doors;
mod paths;
mod words;

use std::process::ExitCode;
use std::sync::Arc;

use anteroom_desk::logging;
use anteroom_desk::notify::{News, Words};
use anteroom_tests::Clinic;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Some(list) = std::env::args_os().nth(1) else { return ExitCode::FAILURE };
    let folder = std::env::temp_dir();
    let mut clinic = Clinic::open().await;
    let Ok(_) = logging::start(&folder.join("logs"), Arc::new(clinic.clock.clone())) else {
        return ExitCode::FAILURE;
    };
    let mut canaries: Vec<String> = words::ALL.iter().map(|&word| word.to_owned()).collect();
    let (house, code) = doors::walk().await;
    canaries.extend(code);
    canaries.extend(paths::walk(&mut clinic).await);
    acts::damaged(&clinic, &folder.join("copies"));
    let told = notifications(&clinic.heard.all());
    let written = std::fs::write(list, serde_json::to_vec(&canaries).unwrap_or_default());
    if written.is_err() || std::fs::write(folder.join("notifications.txt"), told).is_err() {
        return ExitCode::FAILURE;
    }
    // Nothing is closed and nothing is tidied up.
    std::mem::forget(house);
    std::process::exit(0)
}

/// An error as it may end in front of somebody: its sentence and its insides, on the standard error.
#[expect(clippy::print_stderr, reason = "what stands there is looked at, too")]
fn complain(error: &impl std::fmt::Debug) {
    eprintln!("{error:?}");
}

/// What the system would have shown, one line each: in every language, and in one with a patient's words for a name.
fn notifications(heard: &[News]) -> String {
    let languages =
        ["en-GB", "de-DE", "sq_AL.UTF-8", "ar", "fr-FR", "es_ES.UTF-8", words::HOSTILE].map(Words::of);
    let lines = heard.iter().flat_map(|news| languages.iter().map(|words| words.say(news)));
    lines.collect::<Vec<_>>().join("\n")
}
