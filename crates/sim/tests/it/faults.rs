//! Faults do what they say, to what they name, and to nothing else.

use anteroom_sim::{Entry, Fault, FaultKind};
use reqwest::Method;

use crate::clinic::Clinic;

const ANA: &str = "+15550100001";
const TWILIO: &str = "api.twilio.com";

fn sent(clinic: &Clinic) -> usize {
    clinic.sim.ledger().iter().filter(|entry| matches!(entry, Entry::Outbound { .. })).count()
}

fn sending(clinic: &Clinic) -> reqwest::RequestBuilder {
    let form = [("To", ANA), ("From", anteroom_sim::twilio::NUMBER), ("Body", "once")];
    clinic.twilio(Method::POST, "Messages.json").form(&form)
}

#[tokio::test]
async fn a_reset_before_leaves_nothing_and_a_reset_after_leaves_a_message() {
    let clinic = Clinic::open().await;
    for (taken, left) in [(false, 0), (true, 1)] {
        let number = clinic.sim.fault(Fault::once(FaultKind::Reset { taken }).host(TWILIO).method("POST"));
        assert_eq!(clinic.get("Messages.json").await.status, 200);
        let error = sending(&clinic).send().await.unwrap_err();
        assert!(!error.is_connect(), "the request had left");
        assert_eq!((sent(&clinic), clinic.sim.fault_hits(number)), (left, 1));
    }
    assert_eq!(clinic.ask(sending(&clinic)).await.status, 201);
}

#[tokio::test]
async fn refusals_say_when_to_come_back_only_if_told_to() {
    let clinic = Clinic::open().await;
    clinic.sim.fault(Fault::once(FaultKind::TooMany { retry_after: None }).host(TWILIO));
    clinic.sim.fault(Fault::once(FaultKind::TooMany { retry_after: Some(90) }).host(TWILIO));
    let first = sending(&clinic).send().await.unwrap();
    assert_eq!((first.status().as_u16(), first.headers().get("retry-after")), (429, None));
    assert!(first.text().await.unwrap().contains("20429"));
    let second = sending(&clinic).send().await.unwrap();
    assert_eq!(second.headers()["retry-after"], "90");
    assert_eq!(sent(&clinic), 0);
    clinic.sim.fault(Fault::once(FaultKind::TooMany { retry_after: None }).host("graph.instagram.com"));
    assert_eq!(clinic.graph("me?fields=id").await.code(), (429, 4, Some(2_446_079)));
}

#[tokio::test]
async fn a_provider_that_is_ill_may_have_taken_the_message_all_the_same() {
    let clinic = Clinic::open().await;
    let ill = |taken| FaultKind::Down { status: 502, taken, retry_after: None };
    clinic.sim.fault(Fault::once(ill(false)).host(TWILIO).path("Messages"));
    assert_eq!(clinic.ask(sending(&clinic)).await.code(), (502, 20500, None));
    assert_eq!(sent(&clinic), 0);
    clinic.sim.fault(Fault::once(ill(true)).host(TWILIO).path("Messages"));
    assert_eq!(clinic.ask(sending(&clinic)).await.code(), (502, 20500, None));
    assert_eq!(sent(&clinic), 1);
    clinic.sim.fault(Fault::always(ill(false)).host("graph.instagram.com"));
    assert_eq!(clinic.graph("me").await.code(), (502, 2, None));
    clinic.sim.clear_faults();
    assert_eq!(clinic.graph("me").await.status, 200);
}

#[tokio::test]
async fn an_answer_can_be_cut_off_though_the_message_was_taken() {
    let clinic = Clinic::open().await;
    clinic.sim.fault(Fault::once(FaultKind::Truncated { bytes: 20 }).host(TWILIO));
    let response = sending(&clinic).send().await.unwrap();
    assert_eq!(response.status(), 201);
    assert!(response.bytes().await.is_err());
    assert_eq!(sent(&clinic), 1);
}

#[tokio::test]
async fn a_slow_answer_waits_for_the_clock() {
    let clinic = Clinic::open().await;
    clinic.sim.fault(Fault::once(FaultKind::Slow { bytes: 100_000, pause_ms: 30_000 }).host(TWILIO));
    let response = sending(&clinic).send().await.unwrap();
    let body = tokio::spawn(response.text());
    while clinic.clock.next_due().is_none() {
        tokio::task::yield_now().await;
    }
    assert!(!body.is_finished());
    clinic.after(30_000);
    assert!(body.await.unwrap().unwrap().contains("queued"));
}

#[tokio::test]
async fn lists_come_twice_or_turned_around() {
    let clinic = Clinic::open().await;
    let ana = clinic.sim.twilio().patient(ANA);
    let first = ana.writes("one");
    clinic.after(1000);
    let second = ana.writes("two");
    let sids = async || crate::clinic::each(&clinic.get("Messages.json").await.rows("/messages"), "sid");
    clinic.sim.fault(Fault::once(FaultKind::Duplicates));
    assert_eq!(sids().await, [&*second, &second, &first, &first]);
    clinic.sim.fault(Fault::once(FaultKind::OutOfOrder));
    assert_eq!(sids().await, [&*first, &second]);
    assert_eq!(sids().await, [&*second, &first]);
}

#[tokio::test]
async fn a_token_is_revoked_in_the_middle() {
    let clinic = Clinic::open().await;
    clinic.sim.fault(Fault::once(FaultKind::Revoked).host("graph.instagram.com").after(2));
    for _ in 0..2 {
        assert_eq!(clinic.graph("me?fields=id").await.status, 200);
    }
    assert_eq!(clinic.graph("me?fields=id").await.code(), (401, 190, Some(458)));
    assert_eq!(clinic.graph("me?fields=id").await.code(), (401, 190, Some(458)));
    assert_eq!(clinic.get("Messages.json").await.status, 200);
    clinic.sim.fault(Fault::once(FaultKind::Revoked).host(TWILIO));
    assert_eq!(clinic.get("Messages.json").await.code(), (401, 20003, None));
}

#[tokio::test]
async fn nonsense_pages_floods_and_traps_arrive_as_ordered() {
    let clinic = Clinic::open().await;
    let ask = async |kind| {
        clinic.sim.fault(Fault::once(kind).host(TWILIO));
        clinic.twilio(Method::GET, "Messages.json").send().await.unwrap()
    };
    let garbage = ask(FaultKind::Garbage).await.bytes().await.unwrap();
    assert!(serde_json::from_slice::<serde_json::Value>(&garbage).is_err());
    assert_eq!(ask(FaultKind::Html).await.headers()["content-type"], "text/html");
    let flood = ask(FaultKind::Huge { bytes: 3 * 1024 * 1024 + 7 }).await.bytes().await.unwrap();
    assert_eq!(flood.len(), 3 * 1024 * 1024 + 7);
    let location = format!("{}/control/trap", clinic.sim.url());
    let redirect = ask(FaultKind::Redirect { location: location.clone() }).await;
    assert_eq!(
        (redirect.status().as_u16(), redirect.headers()["location"].to_str().unwrap()),
        (302, location.as_str())
    );
    assert_eq!(clinic.sim.trapped(), 0);
    clinic.raw("control/trap").await;
    assert_eq!(clinic.sim.trapped(), 1);
}

#[tokio::test]
async fn the_cable_can_be_pulled_and_put_back() {
    let clinic = Clinic::open().await;
    assert_eq!(clinic.get("Messages.json").await.status, 200);
    clinic.sim.network().down().await;
    let error = sending(&clinic).send().await.unwrap_err();
    assert!(error.is_connect() || error.is_request());
    let error = sending(&clinic).send().await.unwrap_err();
    assert!(error.is_connect(), "nothing listens");
    clinic.sim.network().up().await;
    assert_eq!(clinic.ask(sending(&clinic)).await.status, 201);
    assert_eq!(sent(&clinic), 1);
}

#[tokio::test]
async fn the_cable_can_be_put_back_from_outside() {
    let clinic = Clinic::open().await;
    let control = async |what: &str| {
        let address = format!("{}/network/{what}", clinic.sim.control_url());
        reqwest::Client::new().post(address).send().await.unwrap().status().as_u16()
    };
    assert_eq!(control("down").await, 204);
    assert!(sending(&clinic).send().await.is_err());
    assert_eq!(control("up").await, 204);
    assert_eq!(clinic.ask(sending(&clinic)).await.status, 201);
    assert_eq!(control("sideways").await, 404);
}

#[tokio::test]
async fn the_time_of_answers_is_the_simulators() {
    let clinic = Clinic::open().await;
    let date =
        clinic.raw("graph.instagram.com/v25.0/me").await.headers()["date"].to_str().unwrap().to_owned();
    assert_eq!(date, "Sun, 22 Nov 2026 08:00:00 GMT");
}
