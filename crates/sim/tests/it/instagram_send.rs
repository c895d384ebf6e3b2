//! Writing on Instagram: what is taken and what is refused.

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::clinic::{Clinic, Reply};
use anteroom_sim::Entry;
use anteroom_sim::instagram::InstagramPatient;

async fn open() -> (Clinic, InstagramPatient) {
    let clinic = Clinic::open().await;
    let mara = clinic.sim.instagram().patient("Mara K.", "mara.k");
    mara.writes("Hello");
    (clinic, mara)
}

fn to(patient: &InstagramPatient, message: &Value) -> Value {
    json!({ "recipient": { "id": patient.id() }, "message": message })
}

async fn text(clinic: &Clinic, patient: &InstagramPatient, text: &str) -> Reply {
    clinic.dm(to(patient, &json!({ "text": text }))).await
}

#[tokio::test]
async fn an_answer_reaches_the_patient_and_is_in_the_ledger_once() {
    let (clinic, mara) = open().await;
    clinic.after(5000);
    let taken = text(&clinic, &mara, "Yes, at ten.").await;
    assert_eq!(taken.text("/recipient_id"), mara.id());
    let received = mara.received();
    assert_eq!(received, ["Yes, at ten."]);
    assert_eq!(received[0].provider_id, taken.text("/message_id"));
    assert_eq!(received[0].at.to_string(), "2026-11-22T08:00:05Z");
    let sent: Vec<Entry> =
        clinic.sim.ledger().into_iter().filter(|entry| matches!(entry, Entry::Outbound { .. })).collect();
    assert_eq!(sent.len(), 1);
}

#[tokio::test]
async fn a_thousand_bytes_fit_and_one_more_does_not() {
    let (clinic, mara) = open().await;
    assert_eq!(text(&clinic, &mara, &"ü".repeat(500)).await.status, 200);
    assert_eq!(text(&clinic, &mara, &"a".repeat(1001)).await.code(), (400, 100, Some(2_534_015)));
    assert_eq!(
        text(&clinic, &mara, &format!("{}a", "ü".repeat(500))).await.code(),
        (400, 100, Some(2_534_015))
    );
    assert_eq!(text(&clinic, &mara, "  ").await.code(), (400, 100, Some(2_534_015)));
    assert_eq!(mara.received().len(), 1);
}

#[tokio::test]
async fn the_window_closes_after_a_day_and_a_person_may_still_write_for_a_week() {
    let (clinic, mara) = open().await;
    let tagged = json!({ "recipient": { "id": mara.id() }, "message": { "text": "Ana here" },
        "messaging_type": "MESSAGE_TAG", "tag": "HUMAN_AGENT" });
    clinic.hours(24);
    assert_eq!(text(&clinic, &mara, "too late").await.code(), (403, 10, Some(2_534_022)));
    assert_eq!(clinic.dm(tagged.clone()).await.code(), (403, 10, Some(2_018_065)));
    clinic.sim.instagram().human_agent(true);
    assert_eq!(clinic.dm(tagged.clone()).await.status, 200);
    clinic.hours(6 * 24);
    assert_eq!(clinic.dm(tagged).await.code(), (403, 10, Some(2_534_022)));
    mara.writes("I am back");
    assert_eq!(text(&clinic, &mara, "Welcome").await.status, 200);
    let stranger = clinic.sim.instagram().patient("New", "new.one");
    assert_eq!(text(&clinic, &stranger, "Hi").await.code(), (403, 10, Some(2_534_022)));
}

#[tokio::test]
async fn malformed_messages_are_refused_and_nothing_is_sent() {
    let (clinic, mara) = open().await;
    let image = json!({ "type": "image", "payload": { "url": "https://example.org/a.jpg" } });
    let both = json!({ "text": "Look", "attachment": image });
    assert_eq!(clinic.dm(to(&mara, &both)).await.code(), (400, 100, Some(2_534_015)));
    assert_eq!(clinic.dm(to(&mara, &json!({}))).await.code(), (400, 100, Some(2_534_015)));
    assert_eq!(clinic.dm(to(&mara, &json!({ "body": "x" }))).await.code(), (400, 100, Some(2_534_015)));
    let mut extra = to(&mara, &json!({ "text": "x" }));
    extra["idempotency_key"] = json!("1");
    assert_eq!(clinic.dm(extra).await.code(), (400, 100, None));
    let nobody = json!({ "recipient": { "id": "1" }, "message": { "text": "x" } });
    assert_eq!(clinic.dm(nobody).await.code(), (400, 100, Some(2_534_014)));
    let local = json!({ "attachment": { "type": "image", "payload": { "url": "http://127.0.0.1/a.jpg" } } });
    assert_eq!(clinic.dm(to(&mara, &local)).await.code(), (400, 100, Some(2_018_008)));
    let form = clinic
        .request(Method::POST, "graph.instagram.com/v25.0/me/messages")
        .bearer_auth(clinic.sim.instagram().token())
        .form(&[("message", "{}")]);
    assert_eq!(clinic.ask(form).await.code(), (400, 100, None));
    mara.blocks_the_practice();
    assert_eq!(text(&clinic, &mara, "x").await.code(), (400, 100, Some(2_534_029)));
    assert!(mara.received().is_empty());
    let gone = clinic.sim.instagram().patient("Gone", "gone");
    gone.writes("Bye");
    gone.leaves_instagram();
    assert_eq!(text(&clinic, &gone, "x").await.code(), (400, 551, Some(1_545_041)));
}

#[tokio::test]
async fn files_are_uploaded_first_and_then_sent_by_number() {
    let (clinic, mara) = open().await;
    let upload = |mime: &str, bytes: Vec<u8>| {
        let file = Part::bytes(bytes).file_name("plan.pdf").mime_str(mime).unwrap();
        let message = r#"{"attachment":{"type":"file","payload":{"is_reusable":true}}}"#;
        let form = Form::new().text("platform", "instagram").text("message", message).part("filedata", file);
        let request = clinic.request(Method::POST, "graph.instagram.com/v25.0/me/message_attachments");
        request.bearer_auth(clinic.sim.instagram().token()).multipart(form)
    };
    let done = clinic.ask(upload("application/pdf", b"%PDF-1.4".to_vec())).await;
    let id = done.text("/attachment_id");
    let by_id = |id: &str| json!({ "attachment": { "type": "file", "payload": { "attachment_id": id } } });
    assert_eq!(clinic.dm(to(&mara, &by_id(&id))).await.status, 200);
    assert_eq!(mara.received()[0].media, 1);
    assert_eq!(clinic.dm(to(&mara, &by_id("1"))).await.code(), (400, 100, Some(2_018_074)));
    assert_eq!(clinic.ask(upload("text/plain", b"x".to_vec())).await.code(), (400, 100, Some(2_018_047)));
    let large = vec![b'x'; 25 * 1024 * 1024 + 1];
    assert_eq!(clinic.ask(upload("application/pdf", large)).await.code(), (400, 100, Some(2_018_109)));
    clinic.sim.instagram().uploads(false);
    assert_eq!(clinic.ask(upload("application/pdf", b"%PDF".to_vec())).await.code(), (400, 100, None));
}

#[tokio::test]
async fn reactions_and_seen_are_sender_actions_of_their_own() {
    let (clinic, mara) = open().await;
    let mid = mara.writes("Thank you!");
    let react = json!({ "recipient": { "id": mara.id() }, "sender_action": "react",
        "payload": { "message_id": mid, "reaction": "love" } });
    assert_eq!(clinic.dm(react.clone()).await.at("/message_id"), &json!(null));
    assert_eq!(mara.reactions(&mid), [("practice".to_owned(), "love".to_owned())]);
    let seen = json!({ "recipient": { "id": mara.id() }, "sender_action": "mark_seen" });
    assert_eq!(clinic.dm(seen).await.status, 200);
    assert!(mara.saw_seen());
    let mut both = react;
    both["message"] = json!({ "text": "x" });
    assert_eq!(clinic.dm(both).await.code(), (400, 100, None));
}
