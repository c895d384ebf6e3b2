//! Known words go through every path, also through those that fail; afterwards no log and no file has them.

use std::path::Path;

use anteroom_desk::logging;
use anteroom_sim::{Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes};

const NAME: &str = "Leocadia Quimby";
const USERNAME: &str = "quimby.leocadia";
const WORDS: &str = "xanthosiderite hurts";
const ANSWER: &str = "zygodactyl at ten";
const NOTE: &str = "ornithorhynchus first";
const NUMBER: &str = "+447700900963";
const DIGITS: &str = "7700900963";

/// Every text in a folder, below it, and in the names of its files.
fn everything_in(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.display().to_string(), std::fs::read(&path).unwrap_or_default()));
            }
        }
    }
    found
}

#[tokio::test]
async fn no_log_and_no_file_has_a_patients_word_name_number_or_a_token() {
    let logs = tempfile::tempdir().expect("a folder");
    let mut clinic = Clinic::open().await;
    // Another test of this process may have begun to log; then its files are looked at by nobody, and this test
    // would show nothing.
    logging::start(logs.path(), std::sync::Arc::new(clinic.clock.clone())).expect("the first to log");
    clinic = clinic.with_instagram().await.with_twilio().await;
    let token = clinic.sim.instagram().token();
    let secret = clinic.sim.twilio().main_key().1;
    let quimby = clinic.sim.instagram().patient(NAME, USERNAME);
    let texter = clinic.sim.twilio().patient(NUMBER);
    let faults = [
        FaultKind::Reset { taken: true },
        FaultKind::Down { status: 500, taken: false, retry_after: None },
        FaultKind::Truncated { bytes: 30 },
        FaultKind::Garbage,
        FaultKind::TooMany { retry_after: Some(1) },
    ];
    quimby.writes(WORDS);
    texter.writes(WORDS);
    quimby.sends_photo();
    texter.sends_file("xanthosiderite.pdf");
    clinic.advance(minutes(2)).await;
    for fault in faults {
        clinic.sim.fault(Fault::always(fault).every(2));
        quimby.writes(WORDS);
        texter.rings_in_vain();
        for handle in [quimby.id(), NUMBER] {
            let _ = clinic.tries_to_reply(handle, ANSWER).await;
            let _ = clinic.desk().note_add(&clinic.conversation(handle), NOTE).await;
        }
        clinic.advance(minutes(5)).await;
        clinic.sim.clear_faults();
    }
    let _ = clinic.desk().search(WORDS, None);
    let _ = clinic.tries_to_reply(quimby.id(), &ANSWER.repeat(100)).await;
    let _ = clinic.desk().conversation_open(NAME).await;
    clinic.sim.instagram().revoke_token();
    clinic.sim.twilio().revoke();
    clinic.advance(hours(1)).await;
    let panicked = std::panic::catch_unwind(|| panic!("{NAME} {NUMBER}"));
    assert!(panicked.is_err());
    clinic.restart().await;
    clinic.close().await;

    let mut seen = everything_in(logs.path());
    assert!(seen.iter().map(|(_, text)| text.len()).sum::<usize>() > 1000, "something was logged");
    let log = seen.iter().map(|(_, text)| String::from_utf8_lossy(text)).collect::<String>();
    assert!(
        log.contains("\"panic\"") && log.contains("poll_failed") && log.contains("sent"),
        "also failures"
    );
    seen.extend(everything_in(clinic.folder()));
    for canary in
        [NAME, "Leocadia", USERNAME, WORDS, "xanthosiderite", ANSWER, NOTE, NUMBER, DIGITS, &token, secret]
    {
        for (file, content) in &seen {
            let found = content.windows(canary.len()).any(|part| part == canary.as_bytes());
            assert!(!found && !file.contains(canary), "{canary} in {file}");
        }
    }
}
