//! Sending texts and WhatsApp messages through Twilio, and what becomes of them.

use anteroom_sim::twilio::{KEY_SID, MAIN_KEY_SECRET, MAIN_KEY_SID, MESSAGING_SERVICE_SID, NUMBER};
use reqwest::Method;
use serde_json::json;

use crate::clinic::Clinic;

const ANA: &str = "+15550100001";

async fn status(clinic: &Clinic, sid: &str) -> (String, Option<i64>) {
    let row = clinic.get(&format!("Messages/{sid}.json")).await;
    (row.text("/status"), row.at("/error_code").as_i64())
}

#[tokio::test]
async fn a_text_goes_through_its_stations_by_the_clock() {
    let clinic = Clinic::open().await;
    let ana = clinic.sim.twilio().patient(ANA);
    let taken = clinic.text(ANA, "See you at ten").await;
    assert_eq!((taken.status, taken.text("/status").as_str()), (201, "queued"));
    assert_eq!(taken.at("/date_sent"), &json!(null));
    assert_eq!(taken.text("/num_media"), "0");
    let sid = taken.text("/sid");
    let mut seen = vec![];
    for _ in 0..8 {
        clinic.after(500);
        let (now, _) = status(&clinic, &sid).await;
        if seen.last() != Some(&now) {
            seen.push(now);
        }
    }
    assert_eq!(seen, ["sending", "sent", "delivered"]);
    let row = clinic.get(&format!("Messages/{sid}.json")).await;
    assert_eq!(row.text("/date_sent"), "Sun, 22 Nov 2026 08:00:00 +0000");
    assert_eq!(row.text("/price"), "-0.00750");
    assert_eq!(ana.received(), ["See you at ten"]);
}

#[tokio::test]
async fn refusals_come_in_twilios_order_and_make_nothing() {
    let clinic = Clinic::open().await;
    let code = async |form: &[(&str, &str)]| clinic.post("Messages.json", form).await.code();
    assert_eq!(code(&[("From", "x")]).await, (400, 21604, None));
    assert_eq!(code(&[("To", "x")]).await, (400, 21603, None));
    assert_eq!(code(&[("To", "x"), ("From", "x")]).await, (400, 21619, None));
    assert_eq!(code(&[("To", "5550100001"), ("From", "x"), ("Body", "b")]).await, (400, 21211, None));
    assert_eq!(code(&[("To", ANA), ("From", "+15550100012"), ("Body", "b")]).await, (400, 21606, None));
    let whatsapp = format!("whatsapp:{ANA}");
    let strange = "whatsapp:+15550100012";
    assert_eq!(code(&[("To", &whatsapp), ("From", strange), ("Body", "b")]).await, (400, 63007, None));
    let long = "ü".repeat(1601);
    assert_eq!(clinic.text(ANA, &long).await.code(), (400, 21617, None));
    assert_eq!(clinic.text(ANA, &"ü".repeat(1600)).await.status, 201);
    let mut many = vec![("To", ANA), ("From", NUMBER)];
    many.extend(std::iter::repeat_n(("MediaUrl", "https://example.org/a.jpg"), 11));
    assert_eq!(code(&many).await, (400, 21623, None));
    assert_eq!(code(&[("To", ANA), ("From", NUMBER), ("MediaUrl", "ftp://x/a")]).await, (400, 21620, None));
    assert_eq!(
        code(&[("To", ANA), ("From", NUMBER), ("Body", "b"), ("SendAt", "x")]).await,
        (400, 35118, None)
    );
    // A plus that was not escaped arrives as a space.
    let unescaped =
        clinic.twilio(Method::POST, "Messages.json").body(format!("To={ANA}&From={NUMBER}&Body=b"));
    let unescaped = unescaped.header("content-type", "application/x-www-form-urlencoded");
    assert_eq!(clinic.ask(unescaped).await.code(), (400, 21211, None));
    assert_eq!(clinic.sim.ledger().len(), 1);
}

#[tokio::test]
async fn stop_is_honoured_until_start() {
    let clinic = Clinic::open().await;
    let ana = clinic.sim.twilio().patient(ANA);
    ana.opts_out();
    assert_eq!(clinic.text(ANA, "x").await.code(), (400, 21610, None));
    ana.on_whatsapp().writes("but here");
    assert_eq!(clinic.whatsapp(ANA, "x").await.status, 201);
    ana.writes("START");
    assert_eq!(clinic.text(ANA, "x").await.status, 201);
    ana.has_a_landline();
    assert_eq!(clinic.text(ANA, "x").await.code(), (400, 21614, None));
}

#[tokio::test]
async fn whatsapp_outside_its_window_is_taken_and_fails_later() {
    let clinic = Clinic::open().await;
    let ana = clinic.sim.twilio().patient(ANA).on_whatsapp();
    let early = clinic.whatsapp(ANA, "Hello?").await;
    assert_eq!((early.status, early.text("/status").as_str()), (201, "queued"));
    clinic.after(1000);
    assert_eq!(status(&clinic, &early.text("/sid")).await, ("undelivered".into(), Some(63016)));
    ana.writes("Hello");
    let open = clinic.whatsapp(ANA, "Hello!").await.text("/sid");
    clinic.after(2500);
    assert_eq!(status(&clinic, &open).await, ("delivered".into(), None));
    clinic.after(20_000);
    assert_eq!(status(&clinic, &open).await, ("read".into(), None));
    clinic.hours(24);
    let closed = clinic.whatsapp(ANA, "Too late").await.text("/sid");
    clinic.after(1000);
    assert_eq!(status(&clinic, &closed).await, ("undelivered".into(), Some(63016)));
    assert_eq!(ana.received(), ["Hello!"]);
    assert_eq!(ana.never_received(), [("Hello?".to_owned(), 63016), ("Too late".to_owned(), 63016)]);
}

#[tokio::test]
async fn templates_cross_a_closed_window_only_when_approved_and_filled() {
    let clinic = Clinic::open().await;
    let ana = clinic.sim.twilio().patient(ANA).on_whatsapp();
    let (to, from) = (format!("whatsapp:{ANA}"), format!("whatsapp:{NUMBER}"));
    let send = async |sid: &str, values: &str| {
        let form = [("To", to.as_str()), ("From", &from), ("ContentSid", sid), ("ContentVariables", values)];
        clinic.post("Messages.json", &form).await
    };
    let sid = |n: u32| format!("HX{n:032x}");
    let good = send(&sid(1), r#"{"1":"Ana","2":"Monday 14:30"}"#).await;
    assert_eq!(good.text("/body"), "Hello Ana, your visit is Monday 14:30.");
    for (template, values, code) in [
        (sid(1), r#"{"1":"Ana"}"#, 63028),
        (sid(5), r#"{"1":"Ana"}"#, 63041),
        (sid(6), r#"{"1":"Ana"}"#, 63040),
        (sid(7), r#"{"1":"Ana"}"#, 63016),
        (sid(8), r#"{"1":"Ana","2":"x"}"#, 63042),
    ] {
        let taken = send(&template, values).await;
        assert_eq!(taken.status, 201);
        clinic.after(1000);
        assert_eq!(status(&clinic, &taken.text("/sid")).await, ("undelivered".into(), Some(code)));
    }
    assert_eq!(send("HX9", "{}").await.code(), (400, 21655, None));
    assert_eq!(send(&sid(1), "not json").await.code(), (400, 21656, None));
    let only = [("To", to.as_str()), ("From", &from), ("Body", "x"), ("ContentVariables", "{}")];
    assert_eq!(clinic.post("Messages.json", &only).await.code(), (400, 21654, None));
    assert_eq!(ana.received(), ["Hello Ana, your visit is Monday 14:30."]);
    let list = clinic.get("content.twilio.com/v1/ContentAndApprovals?PageSize=4").await;
    assert_eq!(list.rows("/contents").len(), 4);
    assert_eq!(list.text("/contents/0/approval_requests/status"), "approved");
    assert!(
        list.text("/meta/next_page_url").starts_with("https://content.twilio.com/v1/ContentAndApprovals?")
    );
}

#[tokio::test]
async fn the_end_of_a_number_decides_the_fate_of_its_messages() {
    let clinic = Clinic::open().await;
    for (number, after, expected, code) in [
        ("+15550130007", 60_000, "undelivered", Some(30007)),
        ("+15550130003", 60_000, "undelivered", Some(30003)),
        ("+15550104444", 60_000, "sent", None),
        ("+15550105555", 60_000, "delivered", None),
    ] {
        clinic.sim.twilio().patient(number).on_whatsapp().writes("Hello");
        let sid = clinic.whatsapp(number, "Hi").await.text("/sid");
        clinic.after(after);
        assert_eq!(status(&clinic, &sid).await, (expected.to_owned(), code), "{number}");
    }
    let service = [("To", ANA), ("MessagingServiceSid", MESSAGING_SERVICE_SID), ("Body", "x")];
    assert_eq!(clinic.post("Messages.json", &service).await.text("/status"), "accepted");
}

#[tokio::test]
async fn messages_are_redacted_and_deleted_once_they_are_final() {
    let clinic = Clinic::open().await;
    let sid = clinic.text(ANA, "secret").await.text("/sid");
    let path = format!("Messages/{sid}.json");
    assert_eq!(clinic.delete(&path).await.code(), (409, 20009, None));
    clinic.after(3000);
    assert_eq!(clinic.post(&path, &[("Body", "")]).await.text("/body"), "");
    assert_eq!(clinic.delete(&path).await.status, 204);
    assert_eq!(clinic.delete(&path).await.code(), (404, 20404, None));
}

#[tokio::test]
async fn only_good_credentials_are_heard_and_only_powerful_ones_touch_keys() {
    let clinic = Clinic::open().await;
    let path = "api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001";
    let wrong =
        clinic.request(Method::GET, &format!("{path}/Messages.json")).basic_auth(KEY_SID, Some("wrong"));
    assert_eq!(clinic.ask(wrong).await.code(), (401, 20003, None));
    let unknown = "api.twilio.com/2010-04-01/Accounts/AC99999999999999999999999999999999/Messages.json";
    assert_eq!(clinic.get(unknown).await.code(), (404, 20404, None));
    assert_eq!(clinic.get(&format!("{path}.json")).await.code(), (401, 20003, None));
    assert_eq!(
        clinic.get("IncomingPhoneNumbers.json").await.text("/incoming_phone_numbers/0/phone_number"),
        NUMBER
    );
    assert_eq!(clinic.post("IncomingPhoneNumbers.json", &[]).await.code(), (405, 20004, None));
    let key = format!("iam.twilio.com/v1/Keys/{KEY_SID}");
    assert_eq!(clinic.delete(&key).await.code(), (401, 20003, None));
    let main = clinic.request(Method::DELETE, &key).basic_auth(MAIN_KEY_SID, Some(MAIN_KEY_SECRET));
    assert_eq!(clinic.ask(main).await.status, 204);
    assert!(clinic.sim.twilio().key_is_deleted(KEY_SID));
    assert_eq!(clinic.get("Messages.json").await.code(), (401, 20003, None));
    clinic.sim.twilio().restore();
    assert_eq!(clinic.get("Messages.json").await.status, 200);
}

#[tokio::test]
async fn an_inbound_whatsapp_message_can_be_marked_as_seen() {
    let clinic = Clinic::open().await;
    let sid = clinic.sim.twilio().patient(ANA).on_whatsapp().writes("Hello");
    let path = "messaging.twilio.com/v2/Indicators/Typing.json";
    assert_eq!(clinic.post(path, &[("messageId", &sid), ("channel", "whatsapp")]).await.status, 200);
    assert_eq!(clinic.sim.twilio().marked_seen(), [sid]);
    assert_eq!(
        clinic.post(path, &[("messageId", "SM1"), ("channel", "whatsapp")]).await.code(),
        (400, 20001, None)
    );
}
