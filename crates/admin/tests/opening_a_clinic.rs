//! A clinic behind a pass-phrase, a damaged one, and the folder above one: what the program says and does.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// What the program ended with, and what it printed.
fn admin(folder: &Path, phrase: Option<&str>, arguments: &[&str]) -> (i32, Value) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom-admin"));
    command.arg("--json").arg("--data").arg(folder).args(arguments);
    // No keychain, whatever runs beside the test.
    command.env_remove("DBUS_SESSION_BUS_ADDRESS").env("XDG_RUNTIME_DIR", folder);
    let file = tempfile::NamedTempFile::new().expect("a file");
    if let Some(phrase) = phrase {
        std::fs::write(file.path(), phrase).expect("written");
        command.arg("--passphrase-file").arg(file.path());
    }
    let output = command.output().expect("the program ends");
    let said = serde_json::from_slice(&output.stdout).unwrap_or_default();
    (output.status.code().expect("an exit code"), said)
}

const INIT: [&str; 5] = ["init", "--name", "Marlow", "--staff", "Ana"];
const PHRASE: Option<&str> = Some("the rain falls on stones\n");

fn refused(answer: (i32, Value)) -> (i32, String) {
    (answer.0, answer.1["error"].as_str().unwrap_or_default().to_owned())
}

#[test]
fn a_pass_phrase_is_asked_for_by_name_and_a_wrong_one_is_no_locked_keychain() {
    let folder = tempfile::tempdir().expect("a folder");
    let clinic = folder.path().join("clinic");
    assert_eq!(refused(admin(&clinic, Some("short"), &INIT)), (8, "passphrase_too_weak".into()));
    assert_eq!(admin(&clinic, PHRASE, &INIT).0, 0);
    assert_eq!(admin(&clinic, PHRASE, &["check"]).1["sound"], true);
    let wrong = Some("the rain falls on stone");
    assert_eq!(refused(admin(&clinic, wrong, &["check"])), (3, "wrong_passphrase".into()));
    assert_eq!(refused(admin(&clinic, None, &["check"])), (3, "passphrase_needed".into()));
    // Somebody names the folder as for the window.
    assert_eq!(refused(admin(folder.path(), PHRASE, &["check"])), (3, "folder_above".into()));
    assert_eq!(refused(admin(folder.path(), PHRASE, &INIT)), (3, "folder_above".into()));
}

#[test]
fn an_empty_inbox_is_begun_beside_a_damaged_one_only_when_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let clinic = folder.path();
    let start_over = [&INIT[..], &["--start-over"]].concat();
    assert_eq!(refused(admin(clinic, PHRASE, &start_over)), (3, "not_open".into()));
    assert_eq!(admin(clinic, PHRASE, &INIT).0, 0);
    assert_eq!(refused(admin(clinic, PHRASE, &start_over)), (8, "already_here".into()));
    std::fs::write(clinic.join("anteroom.db"), [7; 8192]).expect("overwritten");
    // Another database's first bytes are not damage; the file is left where it is.
    assert_eq!(refused(admin(clinic, PHRASE, &["health"])), (7, "database_not_ours".into()));
    std::fs::write(clinic.join("anteroom.db"), b"cut").expect("cut");
    assert_eq!(refused(admin(clinic, PHRASE, &["health"])), (7, "database_damaged".into()));
    assert_eq!(refused(admin(clinic, PHRASE, &["health"])), (7, "database_damaged".into()));
    assert_eq!(refused(admin(clinic, Some("not that one"), &start_over)), (3, "wrong_passphrase".into()));
    let (exit, begun) = admin(clinic, PHRASE, &start_over);
    assert_eq!(exit, 0);
    let aside = begun["set_aside"].as_str().expect("where the damaged file lies");
    assert_eq!(std::fs::read(aside).expect("it stays"), b"cut");
    assert!(begun["recovery_code"].is_null(), "the old code stays the code");
    let (exit, health) = admin(clinic, PHRASE, &["health"]);
    assert_eq!((exit, health["accounts"].as_array().map(Vec::len)), (0, Some(0)));
}

#[test]
fn a_real_clinic_talks_to_its_providers_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let clinic = folder.path().join("clinic");
    assert_eq!(admin(&clinic, PHRASE, &INIT).0, 0);
    let token = folder.path().join("token");
    std::fs::write(&token, "IGAAnobody").expect("written");
    let token = token.to_str().expect("a path");
    // Nobody listens there; the clinic is asked before anything is sent.
    for here in ["http://127.0.0.1:9", "http://localhost:9", "http://[::1]:9"] {
        let add = ["account", "add", "instagram", "--secret-file", token, "--base-url", here];
        assert_eq!(refused(admin(&clinic, PHRASE, &add)), (8, "not_allowed".into()), "{here}");
    }
    let elsewhere =
        ["account", "add", "instagram", "--secret-file", token, "--base-url", "http://192.0.2.1:9"];
    assert_eq!(refused(admin(&clinic, PHRASE, &elsewhere)), (8, "not_loopback".into()));
    assert_eq!(admin(&clinic, PHRASE, &["account", "list"]).1, Value::Array(Vec::new()));
}
