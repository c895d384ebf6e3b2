//! What an account may do: refused by the desk when it is too little, and shown as the provider said it.

use anteroom_desk::views::{Code, ConnectRequest, GrantView};
use anteroom_tests::{Clinic, hours, minutes};

/// A token with nothing but the right to see the account.
fn half_a_token(clinic: &Clinic) -> ConnectRequest {
    ConnectRequest::Instagram {
        token: clinic.sim.instagram().issue_token(&["instagram_business_basic"], hours(48)),
    }
}

#[tokio::test]
async fn a_token_without_the_right_to_messages_is_refused_and_nothing_of_it_is_kept() {
    let clinic = Clinic::open().await;
    let at = Some(clinic.base_url());
    let refused = clinic.desk().account_connect_at(half_a_token(&clinic), at.clone()).await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::MissingRight));
    assert!(clinic.desk().accounts().expect("accounts").is_empty());
    let asked = clinic.sim.instagram().calls();
    clinic.advance(minutes(30)).await;
    assert_eq!(clinic.sim.instagram().calls(), asked, "nobody asks with it");

    clinic.sim.instagram().message_access(false);
    let refused = clinic.desk().account_connect_at(clinic.instagram_request(), at).await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::AccessSwitchedOff));
    assert!(clinic.desk().accounts().expect("accounts").is_empty());
}

#[tokio::test]
async fn an_account_keeps_the_credential_it_has_when_the_new_one_may_do_too_little() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    let account = clinic.desk().accounts().expect("accounts").remove(0);
    let refused = clinic.desk().account_sign_in(&account.id, half_a_token(&clinic)).await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::MissingRight));
    maria.writes("hello");
    clinic.advance(minutes(2)).await;
    assert_eq!(clinic.thread(maria.id()).await, ["> hello"]);
}

#[tokio::test]
async fn an_account_shows_the_rights_that_the_provider_gave_it_also_after_a_restart() {
    let mut clinic = Clinic::open().await.with_instagram().await.with_twilio().await;
    let grants = |clinic: &Clinic| {
        let accounts = clinic.desk().accounts().expect("accounts");
        accounts.into_iter().map(|account| account.grants).collect::<Vec<_>>()
    };
    let given = [
        vec![GrantView::SeeOwnAccount, GrantView::ReadAndAnswerMessages],
        vec![GrantView::SeeOwnAccount, GrantView::TextMessages, GrantView::Calls],
    ];
    assert_eq!(grants(&clinic), given);
    // A channel that shows itself later takes no right away.
    clinic.sim.twilio().patient("+447700900142").on_whatsapp().writes("hello");
    clinic.advance(minutes(1)).await;
    assert_eq!(grants(&clinic), given);
    clinic.restart().await;
    assert_eq!(grants(&clinic), given);
}

#[tokio::test]
async fn what_is_asked_with_a_sign_in_that_is_only_tried_stands_in_the_network_ledger() {
    let clinic = Clinic::open().await;
    let hosts = || clinic.desk().network_connecting().expect("the ledger");
    assert!(hosts().is_empty());
    let at = Some(clinic.base_url());
    let refused = clinic.desk().account_connect_at(half_a_token(&clinic), at).await;
    assert!(refused.is_err());
    let told = hosts();
    assert!(!told.is_empty() && told.iter().all(|host| host.sent > 0 && host.received > 0), "{told:?}");
    clinic.advance(minutes(16)).await;
    assert_eq!(hosts(), told, "written down, once");
    clinic.sleeps(hours(24)).await;
    assert!(hosts().is_empty(), "the ledger begins anew at midnight");
}
