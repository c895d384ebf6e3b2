//! What the tool prints where nobody asked for a patient: health, checks and errors have no word, name, number or secret.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use anteroom_desk::clock::SystemClock;
use anteroom_sim::{Sim, SimClock, SimConfig};

const NUMBER: &str = "+15550100963";
const WRITTEN: &str = "xanthosiderite hurts";
const ANSWER: &str = "zygodactyl at ten";
const WRONG_TOKEN: &str = "IGAAcanarytokenthatneverworked0123456789";

/// Everything that one run prints.
fn said(folder: &Path, input: &str, json: bool, arguments: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_anteroom-admin"));
    program.args(json.then_some("--json")).arg("--data").arg(folder).args(arguments);
    program.env("RUST_BACKTRACE", "1").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().expect("the program starts");
    // A task that reads nothing may end before it is written to.
    let _ = child.stdin.take().expect("an input").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}

/// The words that stand in what was said.
fn slips<'a>(said: &str, words: &[&'a str]) -> Vec<&'a str> {
    words.iter().filter(|word| said.to_lowercase().contains(&word.to_lowercase())).copied().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn health_checks_and_errors_have_no_word_name_number_or_secret() {
    let clock = SimClock::Running(Arc::new(SystemClock::new()));
    let config = SimConfig { clock, seed: 1, port: 0, control_port: 0, ledger: None };
    let sim = Sim::start(config).await.expect("the simulator starts");
    let patient = sim.twilio().patient(NUMBER);
    patient.writes(WRITTEN);
    let (account, (key, secret), url) = (sim.twilio().account_sid(), sim.twilio().key(), sim.url());
    let twilio = sim.twilio();
    let walk = tokio::task::spawn_blocking(move || {
        let folder = tempfile::tempdir().expect("a folder");
        let dir = folder.path();
        said(dir, "", true, &["init", "--name", "Marlow", "--staff", "Ana", "--test"]);
        let add =
            ["account", "add", "twilio", "--account-sid", account, "--key-sid", key, "--base-url", &url];
        let mut all = said(dir, secret, true, &add);
        all += &said(dir, "", true, &["sync", "--once"]);
        // Here a patient is asked for: her words are there, and the look finds them.
        let inbox = said(dir, "", true, &["inbox"]);
        let id = serde_json::from_str::<serde_json::Value>(&inbox).expect("JSON")["rows"][0]["id"].clone();
        let id = id.as_str().expect("one conversation").to_owned();
        let sent = said(dir, ANSWER, true, &["send", &id]);
        let shown = inbox + &sent + &said(dir, "", true, &["show", &id]);
        let quiet: [&[&str]; 12] = [
            &["health"],
            &["check"],
            &["account", "list"],
            &["sync", "--once"],
            &["show", WRITTEN],
            &["show", NUMBER],
            &["send", WRITTEN],
            &["account", "remove", WRITTEN],
            &["account", "add", "instagram", "--base-url", &url],
            &["account", "add", "instagram", "--base-url", "http://192.0.2.1/"],
            &["account", "set", NUMBER, "--human-agent", "on"],
            &["init", "--name", "x", "--staff", "y", "--test"],
        ];
        let go_round = |all: &mut String| {
            for arguments in quiet {
                for json in [true, false] {
                    *all += &said(dir, WRONG_TOKEN, json, arguments);
                }
            }
        };
        go_round(&mut all);
        // The key is gone.
        twilio.revoke();
        go_round(&mut all);
        // The database is damaged.
        let path = dir.join("anteroom.db");
        let mut bytes = std::fs::read(&path).expect("the database");
        bytes[1000..1064].fill(0xA5);
        std::fs::write(path, bytes).expect("written");
        go_round(&mut all);
        (all, shown)
    });
    let (all, shown) = walk.await.expect("the walk ends");
    let words =
        ["xanthosiderite", "zygodactyl", "5550100963", "555-010-0963", "canarytoken", secret, "backtrace"];
    assert_eq!(slips(&all, &words), [] as [&str; 0], "{all}");
    assert_eq!(slips(&shown, &words[..2]), ["xanthosiderite", "zygodactyl"], "the look finds what is there");
    assert_eq!(patient.received(), [ANSWER], "it went everywhere");
    for word in ["sign_in", "database_damaged"] {
        assert!(all.contains(word), "{word} was met: {all}");
    }
}
