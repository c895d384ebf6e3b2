//! Reading Instagram: threads, messages, people, tokens, links.

use jiff::SignedDuration;
use reqwest::Method;
use serde_json::json;

use crate::clinic::{Clinic, Reply, each};

const RICH: &str =
    "id,created_time,from,to,message,attachments,shares{link,name},story,reactions,reply_to,is_unsupported";

async fn thread(clinic: &Clinic) -> Reply {
    let fields = format!("id,updated_time,participants,messages.limit(20){{{RICH}}}");
    clinic.graph(&format!("me/conversations?platform=instagram&fields={fields}")).await
}

#[tokio::test]
async fn a_patient_writes_and_the_practice_reads_it() {
    let clinic = Clinic::open().await;
    let mara = clinic.sim.instagram().patient("Mara K.", "mara.k");
    let mid = mara.writes("Do you have time on Friday? Grüße");
    let page = thread(&clinic).await;
    assert_eq!(page.status, 200);
    let message = page.at("/data/0/messages/data/0");
    assert_eq!(message["id"], json!(mid));
    assert_eq!(message["message"], "Do you have time on Friday? Grüße");
    assert_eq!(message["created_time"], "2026-11-22T08:00:00+0000");
    assert_eq!(message["from"]["username"], "mara.k");
    assert_eq!(message["to"]["data"][0]["id"], "17841490000000001");
    assert_eq!(page.text("/data/0/id"), mara.thread().unwrap());
}

#[tokio::test]
async fn every_kind_of_message_has_its_own_shape() {
    let clinic = Clinic::open().await;
    let mara = clinic.sim.instagram().patient("Mara K.", "mara.k");
    let heard = mara.hears_from_the_app("Hello from the app");
    for act in 0..9 {
        clinic.after(1000);
        match act {
            0 => mara.sends_photo(),
            1 => mara.sends_voice(3),
            2 => mara.sends_file("Referral"),
            3 => mara.replies_to_story("So nice"),
            4 => mara.mentions_in_story(),
            5 => mara.shares("https://example.org/post", "A post"),
            6 => mara.sends_sticker(),
            7 => mara.quotes(&heard, "Yes"),
            _ => mara.sends_unsupported(),
        };
    }
    mara.reacts(&heard, "love");
    let page = thread(&clinic).await;
    let rows = page.rows("/data/0/messages/data");
    assert_eq!(rows.len(), 10);
    let newest_first = |n: usize| &rows[8 - n];
    assert!(newest_first(0)["attachments"]["data"][0]["image_data"]["url"].is_string());
    assert_eq!(newest_first(1)["attachments"]["data"][0]["mime_type"], "audio/wav");
    assert!(newest_first(2)["attachments"]["data"][0]["file_url"].is_string());
    assert!(newest_first(3)["story"]["reply_to"]["link"].is_string());
    assert!(newest_first(4)["story"]["mention"]["id"].is_string());
    assert_eq!(newest_first(5)["shares"]["data"][0]["link"], "https://example.org/post");
    assert_eq!(newest_first(6)["attachments"]["data"][0]["image_data"]["render_as_sticker"], true);
    assert_eq!(newest_first(7)["reply_to"]["mid"], json!(heard));
    assert_eq!(newest_first(8)["is_unsupported"], true);
    assert_eq!(newest_first(8)["message"], "");
    let echo = &rows[9];
    assert_eq!(echo["from"]["id"], "17841490000000001");
    assert_eq!(echo["reactions"]["data"][0]["reaction"], "love");
}

#[tokio::test]
async fn only_the_newest_twenty_can_be_opened() {
    let clinic = Clinic::open().await;
    let mara = clinic.sim.instagram().patient("Mara K.", "mara.k");
    let mut ids = Vec::new();
    for n in 0..25 {
        clinic.after(1000);
        ids.push(mara.writes(&format!("message {n}")));
    }
    let listed =
        clinic.graph(&format!("{}?fields=messages.limit(100){{id,message}}", mara.thread().unwrap())).await;
    let rows = listed.rows("/messages/data");
    assert_eq!(rows.len(), 25);
    assert_eq!(rows[19]["message"], "message 5");
    assert_eq!(rows[20].get("message"), None);
    assert_eq!(clinic.graph(&format!("{}?fields=message", ids[5])).await.text("/message"), "message 5");
    assert_eq!(clinic.graph(&format!("{}?fields=message", ids[4])).await.code(), (400, 9_000_001, None));
}

#[tokio::test]
async fn an_unsent_message_is_gone_and_an_edited_one_changes() {
    let clinic = Clinic::open().await;
    let mara = clinic.sim.instagram().patient("Mara K.", "mara.k");
    let (first, second) = (mara.writes("Firday"), mara.writes("never mind"));
    mara.edits(&first, "Friday");
    mara.unsends(&second);
    let rows = thread(&clinic).await.rows("/data/0/messages/data");
    assert_eq!(each(&rows, "message"), ["Friday"]);
    assert_eq!(clinic.graph(&format!("{second}?fields=message")).await.code(), (400, 9_000_001, None));
}

#[tokio::test]
async fn threads_come_newest_first_and_in_pages() {
    let clinic = Clinic::open().await;
    let mut threads = Vec::new();
    for n in 0..5 {
        clinic.after(1000);
        let patient = clinic.sim.instagram().patient("P", &format!("p{n}"));
        patient.writes("Hello");
        threads.insert(0, patient.thread().unwrap());
    }
    let first = clinic.graph("me/conversations?platform=instagram&limit=3").await;
    assert_eq!(each(&first.rows("/data"), "id"), threads[..3]);
    assert!(first.text("/paging/next").starts_with("https://graph.instagram.com/v25.0/"));
    let after = first.text("/paging/cursors/after");
    let second = clinic.graph(&format!("me/conversations?platform=instagram&limit=3&after={after}")).await;
    assert_eq!(each(&second.rows("/data"), "id"), threads[3..]);
    assert_eq!(second.at("/paging/next"), &json!(null));
}

#[tokio::test]
async fn wrong_questions_get_graphs_own_refusals() {
    let clinic = Clinic::open().await;
    let mara = clinic.sim.instagram().patient("Mara K.", "mara.k");
    mara.writes("Hello");
    assert_eq!(clinic.graph("me/conversations").await.code(), (400, 100, None));
    assert_eq!(clinic.graph("me?fields=shoe_size").await.code(), (400, 100, None));
    assert_eq!(
        clinic.graph("me/conversations?platform=instagram&fields=id,messages{").await.code(),
        (400, 2500, None)
    );
    assert_eq!(clinic.graph("12345?fields=id").await.code(), (400, 100, Some(33)));
    assert_eq!(clinic.graph("me/nothing").await.code(), (400, 2500, None));
    clinic.sim.instagram().rich_fields(false);
    let refused = thread(&clinic).await;
    assert_eq!(refused.code(), (400, 100, None));
    assert!(refused.text("/error/message").contains("(attachments)"));
    clinic.sim.instagram().expansion(false);
    let nested = "me/conversations?platform=instagram&fields=id,messages.limit(20){id,message}";
    assert!(clinic.graph(nested).await.text("/error/message").contains("(messages)"));
    let plain = clinic.graph(&format!("{}?fields=messages", mara.thread().unwrap())).await;
    assert_eq!(plain.rows("/messages/data").len(), 1);
    clinic.sim.instagram().epoch_times(true);
    let plain = clinic.graph("me/conversations?platform=instagram").await;
    assert_eq!(plain.at("/data/0/updated_time"), &json!(1_795_334_400));
    clinic.sim.instagram().message_access(false);
    assert_eq!(clinic.graph("me/conversations?platform=instagram").await.code(), (403, 200, Some(2_534_041)));
}

#[tokio::test]
async fn two_calls_a_second_are_allowed_and_the_third_is_not() {
    let clinic = Clinic::open().await;
    clinic.sim.instagram().calls_per_second(Some(2.0));
    let question = "me/conversations?platform=instagram";
    assert_eq!(clinic.graph(question).await.status, 200);
    assert_eq!(clinic.graph(question).await.status, 200);
    let third = clinic
        .request(Method::GET, &format!("graph.instagram.com/v25.0/{question}"))
        .bearer_auth(clinic.sim.instagram().token());
    let third = third.send().await.unwrap();
    assert!(
        third.headers()["x-business-use-case-usage"]
            .to_str()
            .unwrap()
            .contains("estimated_time_to_regain_access")
    );
    assert!(third.text().await.unwrap().contains("80002"));
    for _ in 0..4 {
        clinic.after(500);
        assert_eq!(clinic.graph(question).await.status, 200);
    }
}

#[tokio::test]
async fn tokens_end_are_refused_and_are_renewed_from_the_second_day_on() {
    let clinic = Clinic::open().await;
    let instagram = clinic.sim.instagram();
    let refresh = |token: String| {
        let address = format!(
            "graph.instagram.com/refresh_access_token?grant_type=ig_refresh_token&access_token={token}"
        );
        clinic.request(Method::GET, &address)
    };
    let young = instagram.issue_token(&["instagram_business_basic"], SignedDuration::from_hours(1));
    assert_eq!(clinic.ask(refresh(young.clone())).await.code(), (400, 100, None));
    let conversations = "graph.instagram.com/v25.0/me/conversations?platform=instagram";
    let scopeless = clinic.ask(clinic.request(Method::GET, conversations).bearer_auth(&young)).await;
    assert_eq!(scopeless.code(), (403, 200, Some(1_349_174)));
    let renewed = clinic.ask(refresh(instagram.token())).await;
    assert_eq!(renewed.at("/expires_in"), &json!(5_183_944));
    assert_ne!(renewed.text("/access_token"), "");
    assert_eq!(clinic.graph("me?fields=user_id").await.text("/user_id"), instagram.id());
    instagram.expire_token();
    assert_eq!(clinic.graph("me?fields=user_id").await.code(), (401, 190, Some(463)));
    instagram.revoke_token();
    assert_eq!(clinic.graph("me?fields=user_id").await.code(), (401, 190, Some(458)));
    let nobody = clinic.request(Method::GET, "graph.instagram.com/v25.0/me").bearer_auth("IGAAother");
    assert_eq!(clinic.ask(nobody).await.code(), (401, 190, None));
}

#[tokio::test]
async fn links_to_files_end_and_take_no_token() {
    let clinic = Clinic::open().await;
    let mara = clinic.sim.instagram().patient("Mara K.", "mara.k");
    mara.sends_photo();
    let page = thread(&clinic).await;
    let url = page.text("/data/0/messages/data/0/attachments/data/0/image_data/url");
    let address = url.strip_prefix("https://").unwrap();
    let photo = clinic.raw(address).await;
    assert_eq!(photo.headers()["content-type"], "image/jpeg");
    assert!(photo.bytes().await.unwrap().starts_with(&[0xff, 0xd8]));
    let with_token = clinic.request(Method::GET, address).bearer_auth("IGAA");
    assert_eq!(clinic.ask(with_token).await.status, 400);
    clinic.hours(48);
    assert_eq!(clinic.raw(address).await.status(), 403);
    let again = thread(&clinic).await;
    let fresh = again.text("/data/0/messages/data/0/attachments/data/0/image_data/url");
    assert_eq!(clinic.raw(fresh.strip_prefix("https://").unwrap()).await.status(), 200, "signed anew");
    assert_eq!(clinic.raw(address).await.status(), 403);
    mara.files_are_lost();
    assert_eq!(clinic.raw(fresh.strip_prefix("https://").unwrap()).await.status(), 404);
}

#[tokio::test]
async fn a_profile_needs_consent() {
    let clinic = Clinic::open().await;
    let mara = clinic.sim.instagram().patient("Mara K.", "mara.k");
    let question = format!("{}?fields=name,username", mara.id());
    assert_eq!(clinic.graph(&question).await.code(), (403, 230, None));
    mara.writes("Hello");
    assert_eq!(clinic.graph(&question).await.text("/name"), "Mara K.");
    mara.hides_profile();
    assert_eq!(clinic.graph(&question).await.code(), (403, 230, None));
}

#[tokio::test]
async fn a_code_becomes_a_short_token_and_that_a_long_one() {
    let clinic = Clinic::open().await;
    let form = |code: &str, secret: &str| {
        let fields = [
            ("client_id", "900"),
            ("client_secret", secret),
            ("grant_type", "authorization_code"),
            ("redirect_uri", "https://x.example/"),
            ("code", code),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        clinic.request(Method::POST, "api.instagram.com/oauth/access_token").form(&fields)
    };
    let secret = "anteroom-test-secret";
    let wrong = clinic.ask(form("AQB1", "wrong")).await;
    assert_eq!((wrong.status, wrong.text("/error_type")), (400, "OAuthException".into()));
    let short = clinic.ask(form("AQB1", secret)).await.text("/data/0/access_token");
    assert_eq!(clinic.ask(form("AQB1", secret)).await.status, 400);
    assert_eq!(clinic.ask(form("flat1", secret)).await.text("/user_id"), clinic.sim.instagram().id());
    let address = format!(
        "graph.instagram.com/access_token?grant_type=ig_exchange_token&client_secret={secret}&access_token={short}"
    );
    let long = clinic.ask(clinic.request(Method::GET, &address)).await.text("/access_token");
    clinic.hours(2);
    let me = |token: &str| {
        clinic.request(Method::GET, "graph.instagram.com/v25.0/me?fields=id").bearer_auth(token)
    };
    assert_eq!(clinic.ask(me(&short)).await.code(), (401, 190, Some(463)));
    assert_eq!(clinic.ask(me(&long)).await.status, 200);
    let back = clinic.request(Method::DELETE, "graph.instagram.com/v25.0/me/permissions").bearer_auth(&long);
    assert_eq!(clinic.ask(back).await.at("/success"), &json!(true));
    assert_eq!(clinic.ask(me(&long)).await.code(), (401, 190, Some(458)));
}

#[tokio::test]
async fn usage_headers_rise_when_told_to() {
    let clinic = Clinic::open().await;
    let headers = async || {
        let request = clinic
            .request(Method::GET, "graph.instagram.com/v25.0/me")
            .bearer_auth(clinic.sim.instagram().token());
        request.send().await.unwrap().headers().clone()
    };
    assert_eq!(headers().await.get("x-app-usage"), None);
    clinic.sim.instagram().usage(Some(92));
    assert!(headers().await["x-app-usage"].to_str().unwrap().contains("\"call_count\":92"));
}

#[tokio::test]
async fn one_message_may_be_refused_and_pictures_may_not_be_ready() {
    let clinic = Clinic::open().await;
    let mara = clinic.sim.instagram().patient("Mara K.", "mara.k");
    let id = mara.begins_photos();
    let fields = "fields=id,message,attachments";
    let message = clinic.graph(&format!("{id}?{fields}")).await;
    assert_eq!((message.text("/message"), message.at("/attachments")), (String::new(), &json!(null)));
    mara.ends_photos(&id);
    clinic.after(1000);
    assert_eq!(clinic.graph(&format!("{id}?{fields}")).await.rows("/attachments/data").len(), 2);
    clinic.sim.instagram().refuses_message(&id, Some((100, Some(2_018_001))));
    clinic.after(1000);
    assert_eq!(clinic.graph(&format!("{id}?{fields}")).await.code(), (400, 100, Some(2_018_001)));
    assert_eq!(thread(&clinic).await.text("/data/0/messages/data/0/id"), id, "it is listed all the same");
    clinic.sim.instagram().refuses_message(&id, None);
    clinic.after(1000);
    assert_eq!(clinic.graph(&format!("{id}?{fields}")).await.status, 200);
}
