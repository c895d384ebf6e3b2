use anteroom_model::{AccountProfile, ChannelKind, FailureKind};
use anteroom_sim::{Fault, FaultKind};

use crate::desk::Desk;

async fn profile(desk: &Desk) -> AccountProfile {
    desk.connector.check().await.expect("a profile")
}

fn has_whatsapp(profile: &AccountProfile) -> bool {
    profile.channels.contains(&ChannelKind::WhatsApp)
}

#[tokio::test]
async fn a_number_on_whatsapp_is_found_before_anybody_wrote_there() {
    let desk = Desk::open().await;
    let own = desk.sim.twilio().number();
    assert!(!has_whatsapp(&profile(&desk).await), "nobody tells");
    desk.sim.twilio().senders(Some(&[(own, "ONLINE"), ("+15550100077", "ONLINE:UPDATING")]));
    let found = profile(&desk).await;
    assert!(has_whatsapp(&found));
    assert_eq!(
        found.own_addresses,
        ["+15550100077", own],
        "also one that Twilio does not count among its numbers"
    );
}

#[tokio::test]
async fn a_number_that_whatsapp_does_not_let_write_is_no_channel() {
    let desk = Desk::open().await;
    let own = desk.sim.twilio().number();
    for status in ["CREATING", "PENDING_VERIFICATION", "VERIFYING", "OFFLINE", "DRAFT", "STUBBED"] {
        desk.sim.twilio().senders(Some(&[(own, status)]));
        assert!(!has_whatsapp(&profile(&desk).await), "{status}");
    }
    // It was in use until now, and what it heard is still to be read.
    desk.patient("+15550100001").on_whatsapp().writes("Hello");
    assert!(has_whatsapp(&profile(&desk).await));
}

#[tokio::test]
async fn senders_beyond_the_first_page_are_found_too() {
    let desk = Desk::open().await;
    let numbers: Vec<String> = (0..120).map(|n| format!("+1555020{n:04}")).collect();
    let senders: Vec<(&str, &str)> = numbers.iter().map(|number| (number.as_str(), "ONLINE")).collect();
    desk.sim.twilio().senders(Some(&senders));
    assert_eq!(profile(&desk).await.own_addresses.len(), 121);
}

#[tokio::test]
async fn an_account_whose_senders_cannot_be_had_just_now_is_not_described_by_halves() {
    let desk = Desk::open().await;
    desk.sim.twilio().senders(Some(&[(desk.sim.twilio().number(), "ONLINE")]));
    let down = FaultKind::Down { status: 503, taken: false, retry_after: None };
    desk.sim.fault(Fault::once(down).host("messaging.twilio.com"));
    let error = desk.connector.check().await.expect_err("WhatsApp might be missing");
    assert_eq!(error.kind, FailureKind::ProviderDown);
    assert!(has_whatsapp(&profile(&desk).await));
}
