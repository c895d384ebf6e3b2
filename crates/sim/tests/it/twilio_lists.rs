//! Reading Twilio's lists: order, filters, pages, files.

use reqwest::Method;
use serde_json::json;

use crate::clinic::{Clinic, each};

const ANA: &str = "+15550100001";

#[tokio::test]
async fn pages_follow_their_address_and_hold_every_row_once() {
    let clinic = Clinic::open().await;
    let ana = clinic.sim.twilio().patient(ANA);
    let mut sids = Vec::new();
    for n in 0..7 {
        clinic.after(1000);
        sids.insert(0, ana.writes(&format!("message {n}")));
    }
    let mut found = Vec::new();
    let mut path = Some("Messages.json?PageSize=3".to_owned());
    while let Some(next) = path {
        let page = clinic.get(&next).await;
        found.extend(each(&page.rows("/messages"), "sid"));
        // A message that comes in between two pages does not disturb the token.
        ana.writes("between");
        clinic.after(1000);
        let uri = page.text("/next_page_uri");
        path = (!uri.is_empty()).then(|| format!("api.twilio.com{uri}"));
    }
    assert_eq!(found, sids);
    assert_eq!(clinic.get("Messages.json?PageSize=0").await.code(), (400, 20001, None));
    assert_eq!(clinic.get("Messages.json?Page=1&PageToken=PASM9").await.code(), (400, 20001, None));
}

#[tokio::test]
async fn rows_shift_between_pages_when_the_account_is_switched_to_it() {
    let clinic = Clinic::open().await;
    let ana = clinic.sim.twilio().patient(ANA);
    for n in 0..4 {
        clinic.after(1000);
        ana.writes(&format!("message {n}"));
    }
    clinic.after(1000);
    clinic.sim.twilio().shifting_pages(true);
    let first = clinic.get("Messages.json?PageSize=2").await;
    let second = clinic.get(&format!("api.twilio.com{}", first.text("/next_page_uri"))).await;
    let last_of_first = each(&first.rows("/messages"), "sid")[1].clone();
    assert_eq!(each(&second.rows("/messages"), "sid")[0], last_of_first);
}

#[tokio::test]
async fn only_the_day_of_a_date_counts() {
    let clinic = Clinic::open().await;
    let ana = clinic.sim.twilio().patient(ANA);
    ana.writes("Sunday");
    clinic.hours(24);
    ana.writes("Monday");
    clinic.text(ANA, "queued").await;
    let bodies = async |query: &str| {
        each(&clinic.get(&format!("Messages.json?{query}")).await.rows("/messages"), "body")
    };
    assert_eq!(bodies("").await, ["Monday", "queued", "Sunday"]);
    assert_eq!(bodies("DateSent%3E=2026-11-23").await, ["Monday"]);
    assert_eq!(bodies("DateSent%3E=2026-11-22T23:59:00Z").await, ["Monday", "Sunday"]);
    assert_eq!(bodies("DateSent%3C=2026-11-23").await, ["Sunday"]);
    assert_eq!(bodies("DateSent=2026-11-22").await, ["Sunday"]);
    assert_eq!(bodies("DateCreated%3E=2030-01-01").await.len(), 3);
    assert_eq!(bodies("From=%2B15550100001").await, ["Monday", "Sunday"]);
    assert_eq!(bodies("From=+15550100001").await, [""; 0]);
    assert_eq!(clinic.get("Messages.json?DateSent=%3E%3D2026-11-19").await.code(), (400, 20001, None));
    assert_eq!(clinic.get("Messages.json?DateSent%3E=yesterday").await.code(), (400, 20001, None));
}

#[tokio::test]
async fn a_file_is_a_redirect_away_and_the_key_must_stay_behind() {
    let clinic = Clinic::open().await;
    let sid = clinic.sim.twilio().patient(ANA).on_whatsapp().sends_photo("my tooth");
    let message = clinic.get(&format!("Messages/{sid}.json")).await;
    assert_eq!(message.text("/num_media"), "1");
    assert_eq!(message.text("/from"), "whatsapp:+15550100001");
    let media = clinic.get(&format!("Messages/{sid}/Media.json")).await;
    assert_eq!(media.text("/media_list/0/content_type"), "image/jpeg");
    let uri = media.text("/media_list/0/uri");
    let bytes = format!("api.twilio.com{}", uri.strip_suffix(".json").unwrap());
    let redirect = clinic.twilio(Method::GET, &bytes).send().await.unwrap();
    assert_eq!(redirect.status(), 307);
    let there = redirect.headers()["location"].to_str().unwrap().strip_prefix("https://").unwrap().to_owned();
    assert!(there.starts_with("mms.twiliocdn.com/"));
    let photo = clinic.raw(&there).await;
    assert_eq!(
        (photo.status().as_u16(), &photo.headers()["content-type"]),
        (200, &"image/jpeg".parse().unwrap())
    );
    let leaking = clinic.request(Method::GET, &there).basic_auth("SK", Some("secret"));
    assert_eq!(clinic.ask(leaking).await.status, 400);
    clinic.hours(4);
    assert_eq!(clinic.raw(&there).await.status(), 403);
    assert_eq!(clinic.delete(&format!("api.twilio.com{uri}")).await.status, 204);
    assert_eq!(clinic.delete(&format!("api.twilio.com{uri}")).await.code(), (404, 20404, None));
    assert_eq!(clinic.get(&format!("Messages/{sid}/Media.json")).await.at("/media_list"), &json!([]));
}

#[tokio::test]
async fn senders_on_whatsapp_are_told_to_whom_may_ask() {
    let clinic = Clinic::open().await;
    let path = "messaging.twilio.com/v2/Channels/Senders";
    let whatsapp = format!("{path}?Channel=whatsapp&PageSize=1");
    assert_eq!(clinic.get(&whatsapp).await.code(), (401, 20003, None));
    let senders = [("+15550100099", "ONLINE"), ("+15550100077", "PENDING_VERIFICATION")];
    clinic.sim.twilio().senders(Some(&senders));
    assert_eq!(clinic.get(path).await.code(), (400, 20001, None), "the channel has to be named");
    assert!(clinic.get(&format!("{path}?Channel=rcs")).await.rows("/senders").is_empty());
    let first = clinic.get(&whatsapp).await;
    assert_eq!(first.text("/senders/0/sender_id"), "whatsapp:+15550100099");
    assert_eq!(first.text("/meta/key"), "senders");
    let second = clinic.get(first.text("/meta/next_page_url").strip_prefix("https://").unwrap()).await;
    assert_eq!(each(&second.rows("/senders"), "status"), ["PENDING_VERIFICATION"]);
    let sid = second.text("/senders/0/sid");
    assert_eq!(clinic.get(&format!("{path}/{sid}")).await.text("/sender_id"), "whatsapp:+15550100077");
    assert_eq!(clinic.get(&format!("{path}/XE404")).await.code(), (404, 20404, None));
}
