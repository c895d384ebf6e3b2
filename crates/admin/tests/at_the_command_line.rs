//! The admin tool as somebody uses it: the real program, a real folder, the providers' APIs on loopback.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use anteroom_desk::clock::SystemClock;
use anteroom_desk::dice::Dice;
use anteroom_model::{Clock as _, Content, ConversationId};
use anteroom_sim::{Fault, FaultKind, Sim, SimClock, SimConfig};
use anteroom_store::{Act, Author, FileVault, Later, NewSend, Store, Surroundings};
use jiff::SignedDuration;
use serde_json::Value;

/// Runs the program with `input` on its standard input.
fn admin(folder: &Path, input: &str, arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_anteroom-admin"))
        .arg("--json")
        .arg("--data")
        .arg(folder)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A task that reads nothing may end before it is written to.
    let _ = child.stdin.take().expect("an input").write_all(input.as_bytes());
    child.wait_with_output().expect("the program ends")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("no JSON: exit {:?}", output.status.code()))
}

async fn world() -> Sim {
    let clock = SimClock::Running(Arc::new(SystemClock::new()));
    let config = SimConfig { clock, seed: 1, port: 0, control_port: 0, ledger: None };
    Sim::start(config).await.expect("the simulator starts")
}

/// A test clinic with the simulator's Twilio account.
fn clinic(sim: &Sim) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let made = admin(folder.path(), "", &["init", "--name", "Marlow", "--staff", "Ana", "--test"]);
    assert_eq!(made.status.code(), Some(0));
    assert_eq!(json(&made)["recovery_code"].as_array().map(Vec::len), Some(14));
    let twilio = sim.twilio();
    let (account, (key, secret)) = (twilio.account_sid(), twilio.key());
    let url = sim.url();
    let add = ["account", "add", "twilio", "--account-sid", account, "--key-sid", key, "--base-url", &url];
    let added = admin(folder.path(), secret, &add);
    assert_eq!(added.status.code(), Some(0), "{}", String::from_utf8_lossy(&added.stdout));
    folder
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_comes_in_an_answer_goes_out_and_both_are_found() {
    let sim = world().await;
    let folder = clinic(&sim);
    let joan = sim.twilio().patient("+15550100001");
    joan.writes("Can I move Friday to Monday?");
    let dir = folder.path().to_owned();
    tokio::task::spawn_blocking(move || {
        let before = json(&admin(&dir, "", &["health"]));
        assert!(
            before["accounts"][0]["feeds"]
                .as_array()
                .is_some_and(|feeds| { feeds.iter().all(|feed| feed["up_to_date_at"].is_null()) })
        );
        assert_eq!(admin(&dir, "", &["sync", "--once"]).status.code(), Some(0));
        // Another run has asked; this one only tells.
        let health = json(&admin(&dir, "", &["health"]));
        let feeds = health["accounts"][0]["feeds"].as_array().expect("feeds");
        assert!(!feeds.is_empty());
        for feed in feeds {
            assert!(feed["up_to_date_at"].is_string() && feed["age_seconds"].as_i64() >= Some(0), "{feed}");
        }
        let inbox = json(&admin(&dir, "", &["inbox"]));
        let conversation = inbox["rows"][0]["id"].as_str().expect("one conversation").to_owned();
        assert_eq!(admin(&dir, "Yes, at ten.\n", &["send", &conversation]).status.code(), Some(0));
        let found = json(&admin(&dir, "", &["search", "ten"]));
        assert_eq!(found["messages"].as_array().map(Vec::len), Some(1));
        let shown = json(&admin(&dir, "", &["show", &conversation]));
        assert_eq!(shown["items"].as_array().map(Vec::len), Some(2));
        assert_eq!(json(&admin(&dir, "", &["check"]))["sound"], true);
    })
    .await
    .expect("the story ends");
    assert_eq!(joan.received(), ["Yes, at ten."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_done_has_its_own_exit_code() {
    let sim = world().await;
    let folder = clinic(&sim);
    let (dir, url) = (folder.path().to_owned(), sim.url());
    tokio::task::spawn_blocking(move || {
        let exit = |arguments: &[&str]| admin(&dir, "nonsense", arguments).status.code();
        assert_eq!(exit(&["show", "00000000-0000-0000-0000-000000000000"]), Some(4));
        assert_eq!(exit(&["show", "not an id"]), Some(4));
        assert_eq!(exit(&["account", "add", "instagram", "--base-url", &url]), Some(5));
        assert_eq!(exit(&["account", "add", "instagram", "--base-url", "http://192.0.2.1/"]), Some(8));
        assert_eq!(exit(&["init", "--name", "x", "--staff", "y", "--test"]), Some(8));
        let twilio =
            json(&admin(&dir, "", &["account", "list"]))[0]["id"].as_str().expect("an id").to_owned();
        assert_eq!(
            exit(&["account", "set", &twilio, "--human-agent", "on"]),
            Some(8),
            "Instagram alone has it"
        );
        assert_eq!(exit(&["account", "set", &twilio, "--human-agent", "perhaps"]), Some(2));
        let nowhere = tempfile::tempdir().expect("a folder");
        let missing = admin(&nowhere.path().join("clinic"), "", &["health"]);
        assert_eq!((missing.status.code(), json(&missing)["error"].as_str()), (Some(3), Some("not_open")));
    })
    .await
    .expect("the story ends");
}

#[tokio::test(flavor = "multi_thread")]
async fn late_replies_are_switched_on_and_listed() {
    let sim = world().await;
    let folder = clinic(&sim);
    let (dir, url, token) = (folder.path().to_owned(), sim.url(), sim.instagram().token());
    tokio::task::spawn_blocking(move || {
        let added = json(&admin(&dir, &token, &["account", "add", "instagram", "--base-url", &url]));
        assert_eq!(added["human_agent"], false);
        let id = added["id"].as_str().expect("an id");
        for (word, on) in [("on", true), ("off", false)] {
            let set = admin(&dir, "", &["account", "set", id, "--human-agent", word]);
            assert_eq!((set.status.code(), &json(&set)["human_agent"]), (Some(0), &Value::Bool(on)));
            assert_eq!(json(&admin(&dir, "", &["account", "list"]))[1]["human_agent"], on);
        }
    })
    .await
    .expect("the story ends");
}

/// Runs the program beside the simulator, which lives in this process.
async fn beside(folder: &Path, input: &'static str, arguments: &[&str]) -> (Option<i32>, Value) {
    let (folder, arguments) =
        (folder.to_owned(), arguments.iter().map(ToString::to_string).collect::<Vec<_>>());
    let ended = tokio::task::spawn_blocking(move || {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        admin(&folder, input, &arguments)
    });
    let ended = ended.await.expect("the program ends");
    (ended.status.code(), json(&ended))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sync_that_brought_nothing_and_a_reply_that_did_not_leave_do_not_end_well() {
    let sim = world().await;
    let folder = clinic(&sim);
    let dir = folder.path();
    let joan = sim.twilio().patient("+15550100001");
    joan.writes("Can I move Friday to Monday?");
    assert_eq!(beside(dir, "", &["sync", "--once"]).await.0, Some(0));
    let inbox = beside(dir, "", &["inbox"]).await.1;
    let conversation = inbox["rows"][0]["id"].as_str().expect("one conversation").to_owned();
    let send = ["send", conversation.as_str()];

    sim.network().down().await;
    let (exit, bar) = beside(dir, "", &["sync", "--once"]).await;
    assert_eq!((exit, bar["overall"]["is"].as_str()), (Some(6), Some("offline")));
    let (exit, item) = beside(dir, "Yes, at ten.", &send).await;
    assert_eq!((exit, item["body"]["delivery"]["state"]["is"].as_str()), (Some(6), Some("queued")), "{item}");
    sim.network().up().await;

    let slower = Fault::always(FaultKind::TooMany { retry_after: Some(600) });
    sim.fault(slower.host("api.twilio.com").method("GET"));
    assert_eq!(beside(dir, "", &["sync", "--once"]).await.0, Some(6), "told to wait");
    sim.clear_faults();
    // The first one leaves before anything else of this conversation does, in whichever of these runs is late enough: it
    // is tried again some seconds after the network failed, by the machine's own clock, and a run takes a tenth of one.
    for _ in 0..600 {
        if !joan.received().is_empty() {
            break;
        }
        beside(dir, "", &["sync", "--once"]).await;
    }
    assert_eq!(joan.received(), ["Yes, at ten."]);

    let lost = Fault::once(FaultKind::Reset { taken: true }).host("api.twilio.com").method("POST");
    sim.fault(lost);
    let (exit, item) = beside(dir, "See you then.", &send).await;
    assert_eq!(
        (exit, item["body"]["delivery"]["state"]["is"].as_str()),
        (Some(10), Some("unknown")),
        "{item}"
    );

    sim.twilio().revoke();
    assert_eq!(beside(dir, "", &["sync", "--once"]).await.0, Some(5));
    assert_eq!(beside(dir, "Until Monday.", &send).await.0, Some(5), "queued until somebody signs in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_that_the_provider_refuses_does_not_end_well() {
    let sim = world().await;
    let folder = clinic(&sim);
    let dir = folder.path();
    let joan = sim.twilio().patient("+15550100001");
    joan.writes("Please ring me at home.");
    joan.has_a_landline();
    assert_eq!(beside(dir, "", &["sync", "--once"]).await.0, Some(0));
    let inbox = beside(dir, "", &["inbox"]).await.1;
    let conversation = inbox["rows"][0]["id"].as_str().expect("one conversation").to_owned();
    let (exit, item) = beside(dir, "We will.", &["send", &conversation]).await;
    assert_eq!((exit, item["body"]["delivery"]["state"]["is"].as_str()), (Some(8), Some("failed")), "{item}");
}

/// The lines that a person gets.
fn lines(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_anteroom-admin"))
        .arg("--data")
        .arg(folder)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the program ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_given_back_and_its_credential_deleted() {
    let sim = world().await;
    let folder = clinic(&sim);
    let dir = folder.path().to_owned();
    let (exit, listed) = beside(&dir, "", &["account", "list"]).await;
    assert_eq!((exit, listed[0]["state"].as_str()), (Some(0), Some("active")));
    let id = listed[0]["id"].as_str().expect("an id").to_owned();
    let (exit, report) = beside(&dir, "", &["account", "remove", &id]).await;
    assert_eq!(
        (exit, &report["credential_deleted"], &report["held_back"]),
        (Some(0), &true.into(), &0.into())
    );
    let (_, listed) = beside(&dir, "", &["account", "list"]).await;
    assert_eq!(listed[0]["state"], "disconnected");
    assert_eq!(beside(&dir, "", &["account", "remove", "not an id"]).await.0, Some(4));
    // Nobody is left to ask.
    assert_eq!(beside(&dir, "", &["sync", "--once"]).await.1["overall"]["is"], "no_accounts");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_reads_plain_words_and_times_on_the_practices_clock() {
    let sim = world().await;
    let folder = clinic(&sim);
    let dir = folder.path().to_owned();
    sim.twilio().patient("+15550100001").writes("Can I move Friday to Monday?");
    let said = tokio::task::spawn_blocking(move || {
        let synced = lines(&dir, &["sync", "--once"]);
        let inbox = lines(&dir, &["inbox"]);
        let id = inbox.split(' ').next().expect("a conversation").to_owned();
        let removed =
            json(&admin(&dir, "", &["account", "list"]))[0]["id"].as_str().expect("an id").to_owned();
        let shown = lines(&dir, &["show", &id]);
        [
            synced,
            inbox,
            shown,
            lines(&dir, &["account", "list"]),
            lines(&dir, &["account", "remove", &removed]),
        ]
    });
    let [synced, inbox, shown, listed, removed] = said.await.expect("the story ends");
    assert!(
        synced.starts_with("Up to date at 20") && synced.contains("    SMS: up to date at 20"),
        "{synced}"
    );
    assert!(inbox.contains("  SMS  unopened  "), "{inbox}");
    assert!(shown.contains("(SMS, +1 555"), "{shown}");
    assert!(listed.contains("  Twilio  ") && listed.contains("  active\n"), "{listed}");
    assert!(removed.starts_with("Disconnected. The credential was deleted here."), "{removed}");
    for said in [synced, inbox, shown, listed, removed] {
        for of_a_programmer in ["UtcMillis", "Some(", "{ ", "None"] {
            assert!(!said.contains(of_a_programmer), "{said}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clinics_own_data_is_measured() {
    let sim = world().await;
    let folder = clinic(&sim);
    let dir = folder.path();
    let measured = |figures: &Value| figures.as_array().expect("figures").len();
    let (exit, empty) = beside(dir, "", &["bench", "--times", "3"]).await;
    assert_eq!((exit, measured(&empty)), (Some(0), 1), "without conversations there is only the list");
    sim.twilio().patient("+15550100001").writes("Can I move Friday to Monday?");
    assert_eq!(beside(dir, "", &["sync", "--once"]).await.0, Some(0));
    let (exit, figures) = beside(dir, "", &["bench", "--times", "3"]).await;
    assert_eq!((exit, measured(&figures)), (Some(0), 3), "list, conversation, search: {figures}");
    for figure in figures.as_array().expect("figures") {
        let at = |share: &str| figure[share].as_f64().expect("milliseconds");
        assert!(at("p50_ms") > 0.0 && at("p50_ms") <= at("p95_ms"), "{figure}");
    }
}

/// The names in a queue, as a script reads them.
async fn in_queue(dir: &Path, queue: &str) -> Vec<String> {
    let (exit, page) = beside(dir, "", &["inbox", "--queue", queue]).await;
    assert_eq!(exit, Some(0), "{queue}");
    let rows = page["rows"].as_array().expect("rows");
    rows.iter().map(|row| row["name"].as_str().expect("a name").to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_queue_of_the_window_can_be_listed() {
    let sim = world().await;
    let folder = clinic(&sim);
    let dir = folder.path().to_owned();
    let numbers: Vec<String> = (1..=5).map(|n| format!("+1555010000{n}")).collect();
    for number in &numbers {
        sim.twilio().patient(number).writes("Hello?");
    }
    assert_eq!(beside(&dir, "", &["sync", "--once"]).await.0, Some(0));
    let (_, page) = beside(&dir, "", &["inbox"]).await;
    let found = page["rows"].as_array().expect("rows").iter();
    let mut found: Vec<(String, String)> = found
        .map(|row| {
            (
                row["name"].as_str().unwrap_or_default().to_owned(),
                row["id"].as_str().unwrap_or_default().to_owned(),
            )
        })
        .collect();
    found.sort();
    let [(waits, _), (answered, to_answer), (aside, to_snooze), (spam, to_spam), (planned, to_plan)] =
        <[(String, String); 5]>::try_from(found).expect("five people wrote");
    assert_eq!(beside(&dir, "Yes, at ten.", &["send", &to_answer]).await.0, Some(0));
    let within = dir.clone();
    let decided = tokio::task::spawn_blocking(move || {
        let id = |text: &str| text.parse::<ConversationId>().expect("an id");
        let (to_snooze, to_spam, to_plan) = (id(&to_snooze), id(&to_spam), id(&to_plan));
        let until = SystemClock::new().now() + SignedDuration::from_hours(26);
        let dice = Dice::seeded(3);
        let around = Surroundings {
            clock: Arc::new(SystemClock::new()),
            random: Box::new(move |bytes| dice.fill(bytes)),
        };
        let opened = Store::open(&within, &FileVault::in_folder(&within), around);
        let store = opened.expect("nobody has it open").store;
        store.write_blocking(move |tx| {
            tx.triage(&[to_snooze], Act::Snooze(Some(until)))?;
            tx.triage(&[to_spam], Act::Spam(true))?;
            let staff = tx.staff()?[0].id;
            tx.send(&NewSend {
                conversation: to_plan,
                by: Author::Staff(staff),
                press: "planned".into(),
                content: Content::Text { body: "Good morning".into() },
                files: Vec::new(),
                template: None,
                reply_to: None,
                undo_until: until,
                later: Some(Later { at: until, unless_they_write: true }),
            })
        })?;
        store.close()
    });
    decided.await.expect("nobody panicked").expect("it is decided");

    assert_eq!(in_queue(&dir, "answered-today").await.len(), 2, "what is planned answers too");
    assert!(in_queue(&dir, "answered-today").await.contains(&answered));
    assert!(in_queue(&dir, "with-the-patient").await.contains(&answered));
    assert_eq!(in_queue(&dir, "snoozed").await, [aside.as_str()]);
    assert_eq!(in_queue(&dir, "spam").await, [spam.as_str()]);
    assert_eq!(in_queue(&dir, "scheduled").await, [planned.as_str()]);
    assert_eq!(in_queue(&dir, "all").await.len(), 4);
    assert_eq!(in_queue(&dir, "waiting").await[0], waits);
    let said = tokio::task::spawn_blocking(move || {
        ["snoozed", "spam", "scheduled"].map(|queue| lines(&dir, &["inbox", "--queue", queue])).join("")
            + &lines(&dir, &["health"])
    });
    let said = said.await.expect("the story ends");
    for expected in [
        format!("  SMS  snoozed  {aside}  snoozed until 20"),
        format!("  {spam}  spam\n"),
        format!("  {planned}  a reply leaves at 20"),
        "waiting 1, not sent 0, unclear 0, queued 0, snoozed 1, scheduled 1\n".to_owned(),
    ] {
        assert!(said.contains(&expected), "{expected} in {said}");
    }
}
