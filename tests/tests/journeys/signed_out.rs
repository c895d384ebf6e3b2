//! The right to an account ends in the middle of catching up, while patients go on writing: after somebody has signed in
//! again everything is there, once.

use anteroom_desk::views::{AccountStateView, ConnectRequest, Queue};
use anteroom_sim::{Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes};

/// Everything that somebody wrote, as the thread must show it.
fn lines(written: impl IntoIterator<Item = String>) -> Vec<String> {
    written.into_iter().map(|text| format!("> {text}")).collect()
}

async fn signs_in_again(clinic: &Clinic, request: ConnectRequest) {
    let account = clinic.desk().accounts().expect("accounts").remove(0);
    assert_eq!(account.state, AccountStateView::NeedsSignIn);
    let back = clinic.desk().account_sign_in(&account.id, request).await.expect("signed in");
    assert_eq!(back.state, AccountStateView::Active);
    clinic.advance(minutes(10)).await;
}

/// The desk was closed while more patients wrote than fit on a page of Instagram's.
async fn an_instagram_token_ends_after(pages: u32) {
    let mut clinic = Clinic::open().await.with_instagram().await;
    clinic.advance(minutes(5)).await;
    clinic.close().await;
    let met = |n: usize| clinic.sim.instagram().patient(&format!("Patient {n}"), &format!("patient.{n}"));
    let patients: Vec<_> = (0..60).map(met).collect();
    for (n, patient) in patients.iter().enumerate() {
        patient.writes(&format!("{n}: in the night"));
        patient.writes(&format!("{n}: in the morning"));
    }
    clinic.clock.advance(hours(10));
    let ended = clinic.sim.fault(Fault::once(FaultKind::Revoked).path("conversations").after(pages));
    clinic.begin_again().await;
    clinic.advance(minutes(2)).await;
    assert_eq!(clinic.sim.fault_hits(ended), 1, "in the middle, after {pages} pages");
    let known = clinic.queue(Queue::All).len();
    assert!((1..60).contains(&known), "some were read, some were not: {known} after {pages} pages");
    for (n, patient) in patients.iter().enumerate().filter(|(n, _)| n % 7 == 0) {
        patient.writes(&format!("{n}: is anybody there?"));
    }
    clinic.advance(minutes(30)).await;
    assert_eq!(clinic.queue(Queue::All).len(), known, "nobody is asked without a right");

    let rights = ["instagram_business_basic", "instagram_business_manage_messages"];
    let token = clinic.sim.instagram().issue_token(&rights, hours(48));
    signs_in_again(&clinic, ConnectRequest::Instagram { token }).await;
    assert_eq!(clinic.queue(Queue::All).len(), 60);
    for (n, patient) in patients.iter().enumerate() {
        let last = (n % 7 == 0).then(|| format!("{n}: is anybody there?"));
        let written = [format!("{n}: in the night"), format!("{n}: in the morning")].into_iter().chain(last);
        assert_eq!(clinic.thread(patient.id()).await, lines(written), "after {pages} pages");
    }
}

#[tokio::test]
async fn what_came_around_the_end_of_an_instagram_token_is_there_once() {
    for pages in 1..=2 {
        an_instagram_token_ends_after(pages).await;
    }
}

/// The desk was closed while more texts came than fit on a page of Twilio's (200 at most).
async fn a_twilio_key_ends_after(pages: u32) {
    const PATIENTS: usize = 10;
    const EACH: usize = 45;
    let mut clinic = Clinic::open().await.with_twilio().await;
    clinic.advance(minutes(5)).await;
    clinic.close().await;
    let met = |n: usize| {
        let patient = clinic.sim.twilio().patient(&format!("+4477009001{n:02}"));
        if n.is_multiple_of(2) { patient } else { patient.on_whatsapp() }
    };
    let patients: Vec<_> = (0..PATIENTS).map(met).collect();
    for round in 0..EACH {
        for patient in &patients {
            patient.writes(&format!("line {round}"));
        }
        clinic.clock.advance(minutes(10));
    }
    let ended = clinic.sim.fault(Fault::once(FaultKind::Revoked).path("Messages.json").after(pages));
    clinic.begin_again().await;
    clinic.advance(minutes(2)).await;
    assert_eq!(clinic.sim.fault_hits(ended), 1, "in the middle, after {pages} pages");
    let mut known = 0;
    for row in clinic.queue(Queue::All) {
        known += clinic.desk().conversation_open(&row.id).await.expect("it opens").items.len();
    }
    assert!((1..PATIENTS * EACH).contains(&known), "some were read: {known} after {pages} pages");
    for patient in &patients {
        patient.writes("is anybody there?");
    }
    clinic.advance(minutes(30)).await;

    let (key_sid, secret) = clinic.sim.twilio().issue_key();
    let account_sid = clinic.sim.twilio().account_sid().to_owned();
    signs_in_again(&clinic, ConnectRequest::Twilio { account_sid, key_sid, secret }).await;
    let lines = lines((0..EACH).map(|round| format!("line {round}")).chain(["is anybody there?".to_owned()]));
    for patient in &patients {
        assert_eq!(clinic.thread(patient.number()).await, lines, "after {pages} pages");
    }
}

#[tokio::test]
async fn what_came_around_the_end_of_a_twilio_key_is_there_once() {
    for pages in 1..=2 {
        a_twilio_key_ends_after(pages).await;
    }
}
