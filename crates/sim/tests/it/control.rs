//! The control API, and the ledger file that outlives a desk.

use anteroom_model::ManualClock;
use anteroom_sim::{Entry, Sim, SimClock, SimConfig};
use reqwest::Method;
use serde_json::json;

use crate::clinic::{Clinic, START};

#[tokio::test]
async fn a_person_is_made_up_writes_and_reads_over_http() {
    let clinic = Clinic::open().await;
    let wish = r#"{"on":"instagram","who":"mara.k","name":"Mara K.","does":"writes","text":"Hello"}"#;
    let first = clinic.control("deeds", wish).await;
    assert_eq!(first.status, 201);
    clinic.control("deeds", wish).await;
    let page = clinic.graph("me/conversations?platform=instagram&fields=messages{message}").await;
    assert_eq!(page.rows("/data").len(), 1);
    assert_eq!(page.rows("/data/0/messages/data").len(), 2);
    clinic.control("deeds", r#"{"on":"sms","who":"+15550100001","does":"writes","text":"Hi"}"#).await;
    clinic.text("+15550100001", "Good morning").await;
    let received =
        clinic.ask(clinic.request(Method::GET, "control/received?on=sms&who=%2B15550100001")).await;
    assert_eq!(received.text("/received/0/text"), "Good morning");
    let ledger = clinic.ask(clinic.request(Method::GET, "control/ledger")).await;
    assert_eq!(ledger.rows("/entries").len(), 4);
    assert_eq!(ledger.at("/entries/3/event"), &json!("outbound"));
}

#[tokio::test]
async fn impossible_wishes_are_told_and_change_nothing() {
    let clinic = Clinic::open().await;
    for wish in [
        "not json",
        r#"{"on":"pigeon","who":"x","does":"writes","text":"x"}"#,
        r#"{"on":"phone","who":"+15550100001","does":"writes","text":"x"}"#,
        r#"{"on":"sms","who":"+15550100001","does":"sends_sticker"}"#,
        r#"{"on":"instagram","who":"mara.k","does":"unsends"}"#,
    ] {
        assert_eq!(clinic.control("deeds", wish).await.status, 400, "{wish}");
    }
    assert!(clinic.sim.ledger().is_empty());
    assert_eq!(clinic.control("nothing", "").await.status, 404);
}

#[tokio::test]
async fn faults_and_the_clock_are_in_its_hands() {
    let clinic = Clinic::open().await;
    let number =
        clinic.control("faults", r#"{"kind":"html","times":1}"#).await.at("/number").as_u64().unwrap();
    assert_eq!(clinic.raw("graph.instagram.com/v25.0/me").await.headers()["content-type"], "text/html");
    let hits = clinic.ask(clinic.request(Method::GET, &format!("control/faults/{number}"))).await;
    assert_eq!(hits.at("/hits"), &json!(1));
    assert_eq!(clinic.control("faults", r#"{"kind":"earthquake"}"#).await.status, 400);
    let moved = clinic.control("clock/advance", r#"{"ms":5000}"#).await;
    assert_eq!(moved.at("/now_ms"), &json!(1_795_334_405_000_i64));
    let credentials = clinic.ask(clinic.request(Method::GET, "control/credentials")).await;
    assert_eq!(credentials.text("/instagram/token"), clinic.sim.instagram().token());
    clinic.control("instagram/revoke", "").await;
    assert_eq!(clinic.graph("me").await.code(), (401, 190, Some(458)));
}

#[tokio::test]
async fn the_ledger_file_has_every_entry_and_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.jsonl");
    for n in 0..2 {
        let clock = SimClock::Manual(ManualClock::at(START.parse().unwrap()));
        let config = SimConfig { clock, seed: n, port: 0, control_port: 0, ledger: Some(path.clone()) };
        let sim = Sim::start(config).await.unwrap();
        sim.twilio().patient("+15550100001").writes("Hello");
    }
    let text = std::fs::read_to_string(&path).unwrap();
    let entries: Vec<Entry> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(entries.len(), 2);
    assert_ne!(entries[0].provider_id(), entries[1].provider_id());
}
