use anteroom_model::{
    ChannelKind, DeliveryStatus, FailureKind, OptWord, OutgoingBody, Phi, ProviderCode, Reconciled,
    SendError, TemplateApproval, UnknownSend,
};
use anteroom_sim::{Fault, FaultKind};

use crate::desk::Desk;

const DAY: i64 = 24 * 3600;

#[tokio::test]
async fn whatsapp_says_only_later_that_the_window_was_closed() {
    let desk = Desk::open().await;
    let patient = desk.patient("+15550100001").on_whatsapp();
    patient.writes("Hello");
    desk.wait(25 * 3600);
    let taken =
        desk.connector.send(&desk.text(ChannelKind::WhatsApp, &patient, "Too late")).await.expect("201");
    desk.wait(5);
    let told = desk.connector.statuses(std::slice::from_ref(&taken.provider_id)).await.expect("statuses");
    let [status] = told.as_slice() else { panic!("one status") };
    assert_eq!((status.status, status.code), (DeliveryStatus::Failed, Some(ProviderCode::of(63016))));
    assert!(status.is_last);
    let code = status.code.expect("a number");
    assert_eq!(desk.connector.failure_of(code), FailureKind::OutsideWindow);
}

#[tokio::test]
async fn after_the_window_an_approved_template_arrives() {
    let desk = Desk::open().await;
    let patient = desk.patient("+15550100001").on_whatsapp();
    patient.writes("Hello");
    desk.wait(2 * DAY);
    let templates = desk.connector.templates().await.expect("templates");
    assert!(templates.iter().any(|one| one.approval == TemplateApproval::Paused && one.reason.is_some()));
    assert!(templates.iter().any(|one| one.approval == TemplateApproval::Rejected));
    let reminder = templates.iter().find(|one| one.name == "visit_reminder").expect("one of the practice's");
    assert_eq!((reminder.approval, reminder.buttons.len()), (TemplateApproval::Approved, 2));
    let filled = [("1".to_owned(), "Ana".to_owned()), ("2".to_owned(), "Friday at ten".to_owned())];
    let shown = reminder.fill(&filled).expect("filled");
    let values = filled.into_iter().map(|(name, value)| (name, Phi::new(value))).collect();
    let body = OutgoingBody::Template { template_id: reminder.id.clone(), values };
    let out = desk.outgoing(ChannelKind::WhatsApp, &patient, body);

    desk.sim.fault(Fault::once(FaultKind::Reset { taken: true }).method("POST").path("Messages.json"));
    let attempted_at = desk.now();
    let error = desk.connector.send(&out).await.expect_err("no answer");
    assert!(matches!(error, SendError::Ambiguous(_)));
    let received = patient.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].text, shown, "as staff saw it before");
    let unknown = UnknownSend { outgoing: out, since: attempted_at, attempted_at, taken: Vec::new() };
    let found = desk.connector.reconcile(&unknown, desk.now()).await.expect("a search");
    assert!(matches!(found, Reconciled::Sent(accepted) if accepted.provider_id == received[0].provider_id));
}

#[tokio::test]
async fn a_patient_who_wrote_stop_is_not_written_to() {
    let mut desk = Desk::open().await;
    let patient = desk.patient("+15550100001");
    patient.opts_out();
    let heard = desk.messages().await;
    assert_eq!(heard[0].content.text().and_then(OptWord::in_text), Some(OptWord::Out));
    let error =
        desk.connector.send(&desk.text(ChannelKind::Sms, &patient, "Hello")).await.expect_err("opted out");
    let SendError::Definite(cause) = error else { panic!("a clear no") };
    assert_eq!((cause.kind, cause.code), (FailureKind::OptedOut, Some(ProviderCode::of(21610))));
    patient.writes("START");
    desk.connector.send(&desk.text(ChannelKind::Sms, &patient, "Hello")).await.expect("welcome back");
}

#[tokio::test]
async fn refusals_say_what_staff_can_do() {
    let desk = Desk::open().await;
    let landline = desk.patient("+15550100002");
    landline.has_a_landline();
    let refused = async |channel, patient: &anteroom_sim::twilio::TwilioPatient| {
        desk.connector.send(&desk.text(channel, patient, "Hello")).await.map_err(|error| error.cause().kind)
    };
    assert_eq!(refused(ChannelKind::Sms, &landline).await, Err(FailureKind::Unreachable));
    let late = |number: &str| desk.patient(number);
    for (number, kind) in [
        ("+155501030007", FailureKind::ContentRefused),
        ("+155501030003", FailureKind::Unavailable),
        ("+155501030006", FailureKind::Unreachable),
    ] {
        let taken =
            desk.connector.send(&desk.text(ChannelKind::Sms, &late(number), "Hello")).await.expect("201");
        desk.wait(5);
        let told = desk.connector.statuses(&[taken.provider_id]).await.expect("statuses");
        assert_eq!(told[0].code.map(|code| desk.connector.failure_of(code)), Some(kind), "{number}");
    }
}

#[tokio::test]
async fn a_message_that_another_desk_sent_in_the_same_words_is_not_taken_for_ours() {
    let desk = Desk::open().await;
    let patient = desk.patient("+15550100001");
    let earlier = desk.connector.send(&desk.text(ChannelKind::Sms, &patient, "Yes.")).await.expect("taken");
    desk.wait(10);
    desk.sim.fault(Fault::once(FaultKind::Reset { taken: false }).method("POST").path("Messages.json"));
    let out = desk.text(ChannelKind::Sms, &patient, "Yes.");
    let attempted_at = desk.now();
    assert!(desk.connector.send(&out).await.is_err());
    desk.wait(90);
    let unknown =
        UnknownSend { outgoing: out, since: attempted_at, attempted_at, taken: vec![earlier.provider_id] };
    assert_eq!(desk.connector.reconcile(&unknown, desk.now()).await, Ok(Reconciled::NotSent));
}

#[tokio::test]
async fn what_cannot_be_said_about_one_message_keeps_back_nothing_about_the_others() {
    let desk = Desk::open().await;
    let mut ids = Vec::new();
    for number in ["+15550100001", "+15550100002", "+15550100003"] {
        let out = desk.text(ChannelKind::Sms, &desk.patient(number), "Yes.");
        ids.push(desk.connector.send(&out).await.expect("taken").provider_id);
    }
    desk.wait(5);
    let told = async || {
        let told = desk.connector.statuses(&ids).await;
        told.map(|told| told.into_iter().map(|status| status.provider_id).collect::<Vec<_>>())
    };
    let without_the_second = Ok(vec![ids[0].clone(), ids[2].clone()]);
    let ill = FaultKind::Down { status: 500, taken: false, retry_after: None };
    for spoilt in [ill.clone(), FaultKind::Garbage] {
        desk.sim.fault(Fault::once(spoilt).path(&ids[1]));
        assert_eq!(told().await, without_the_second);
    }
    desk.sim.fault(Fault::once(FaultKind::Reset { taken: false }).path(&ids[2]));
    assert_eq!(told().await, Ok(ids[..2].to_vec()), "what was found before the line broke is kept");
    let sick = desk.sim.fault(Fault::always(ill).path(&ids[0]));
    for _ in 0..2 {
        let only = desk.connector.statuses(&ids[..1]).await;
        assert_eq!(only, Ok(vec![]), "it was asked about, and the next time comes later");
    }
    assert_eq!(desk.sim.fault_hits(sick), 2);
}

#[tokio::test]
async fn when_nobody_answers_nobody_was_asked() {
    let desk = Desk::open().await;
    let ids: Vec<String> = (0..9).map(|n| format!("SM{n:032}")).collect();
    desk.sim.network().down().await;
    assert_eq!(desk.connector.statuses(&ids).await.expect_err("offline").kind, FailureKind::Offline);
    desk.sim.network().up().await;
    let ill = FaultKind::Down { status: 503, taken: false, retry_after: None };
    let sick = desk.sim.fault(Fault::always(ill));
    assert_eq!(desk.connector.statuses(&ids).await, Ok(vec![]));
    assert_eq!(desk.sim.fault_hits(sick), 3, "a sick Twilio is not asked nine times");
    desk.sim.twilio().revoke();
    desk.sim.clear_faults();
    assert_eq!(desk.connector.statuses(&ids).await.expect_err("revoked").kind, FailureKind::SignInNeeded);
}
