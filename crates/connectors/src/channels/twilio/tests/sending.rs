use anteroom_model::{
    Accepted, AttachmentKind, ChannelKind, FailureKind, OutboxId, Outgoing, OutgoingAttachment, OutgoingBody,
    Phi, Reconciled, UnknownSend,
};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::super::send::{Search, form};
use super::noon;

fn outgoing(channel: ChannelKind, body: OutgoingBody) -> Outgoing {
    Outgoing {
        outbox: OutboxId::at(noon(), [7; 10]),
        channel,
        from: "+15550100099".into(),
        to: "+15550100001".into(),
        thread: None,
        body,
        reply_to: None,
        human_agent: false,
    }
}

fn text(body: &str) -> OutgoingBody {
    OutgoingBody::Text(Phi::from(body))
}

fn refusal(channel: ChannelKind, body: OutgoingBody) -> Option<FailureKind> {
    form(&outgoing(channel, body)).err().map(|error| error.kind)
}

#[test]
fn whatsapp_is_sent_to_its_own_kind_of_address_and_texts_are_not() {
    let fields = form(&outgoing(ChannelKind::WhatsApp, text("Yes, at ten."))).expect("fits");
    assert_eq!(
        fields,
        [("To", "whatsapp:+15550100001"), ("From", "whatsapp:+15550100099"), ("Body", "Yes, at ten.")]
            .map(|(name, value)| (name, value.to_owned()))
    );
    let fields = form(&outgoing(ChannelKind::Sms, text("Yes."))).expect("fits");
    assert_eq!(fields[0].1, "+15550100001");
}

#[test]
fn a_service_picks_its_own_sender() {
    let mut out = outgoing(ChannelKind::Sms, text("Yes."));
    out.from = format!("MG{}", "0".repeat(32));
    assert_eq!(form(&out).expect("fits")[1].0, "MessagingServiceSid");
}

#[test]
fn a_template_goes_by_its_id_with_its_values_as_json_text() {
    let template_id = "HX00000000000000000000000000000001".to_owned();
    let values =
        vec![("1".to_owned(), Phi::from("Ana \"the\" Demir")), ("2".to_owned(), Phi::from("Monday"))];
    let body = OutgoingBody::Template { template_id, values };
    let fields = form(&outgoing(ChannelKind::WhatsApp, body)).expect("fits");
    assert_eq!(fields[2], ("ContentSid", "HX00000000000000000000000000000001".to_owned()));
    assert_eq!(fields[3].0, "ContentVariables");
    let values: Value = serde_json::from_str(&fields[3].1).expect("JSON");
    assert_eq!(values, json!({ "1": "Ana \"the\" Demir", "2": "Monday" }));
    assert!(fields.iter().all(|(name, _)| *name != "Body"));
}

#[test]
fn what_cannot_be_sent_does_not_leave() {
    assert_eq!(refusal(ChannelKind::Sms, text(&"ü".repeat(1600))), None);
    assert_eq!(refusal(ChannelKind::Sms, text(&"ü".repeat(1601))), Some(FailureKind::ContentRefused));
    assert_eq!(refusal(ChannelKind::Sms, text(" \n")), Some(FailureKind::ContentRefused));
    assert_eq!(refusal(ChannelKind::Phone, text("Hello")), Some(FailureKind::OurFault));
    let file = OutgoingAttachment {
        kind: AttachmentKind::Image,
        mime: "image/png".into(),
        file_name: "x.png".into(),
        bytes: bytes::Bytes::from_static(b"x"),
        caption: None,
    };
    assert_eq!(
        refusal(ChannelKind::WhatsApp, OutgoingBody::Attachment(file)),
        Some(FailureKind::ContentRefused)
    );
}

fn row(sid: &str, seconds_after: i64, body: &str) -> Value {
    let at = noon() + SignedDuration::from_secs(seconds_after);
    json!({ "sid": sid, "from": "+15550100099", "to": "+15550100001", "direction": "outbound-api",
        "status": "queued", "body": body, "date_created": at.to_string(), "date_sent": null })
}

fn verdict(body: OutgoingBody, taken: &[&str], rows: &[Value], waited: bool) -> Reconciled {
    let send = UnknownSend {
        outgoing: outgoing(ChannelKind::Sms, body),
        since: noon(),
        attempted_at: noon(),
        taken: taken.iter().map(|sid| (*sid).to_owned()).collect(),
    };
    let mut search = Search::new(&send, noon());
    search.take(rows);
    search.verdict(waited)
}

fn sent(sid: &str) -> Reconciled {
    Reconciled::Sent(Accepted { provider_id: sid.into() })
}

#[test]
fn an_unknown_send_is_found_by_its_words_and_its_time_even_while_it_waits_at_twilio() {
    let rows = [row("SM3", 400, "Yes, at ten."), row("SM2", 1, "Yes, at ten."), row("SM1", 0, "No.")];
    assert_eq!(verdict(text("Yes, at ten."), &[], &rows, false), sent("SM2"), "the first after the attempt");
    assert_eq!(verdict(text("Yes, at ten."), &["SM2"], &rows, false), sent("SM3"), "not one of our others");
    let clock_ahead = [row("SM1", -90, "Yes, at ten.")];
    assert_eq!(verdict(text("Yes, at ten."), &[], &clock_ahead, true), sent("SM1"));
}

#[test]
fn words_are_the_same_however_twilio_wrote_them() {
    let rows = [row("SM1", 1, "Sent from your Twilio trial account - It's \"ten\" - fine...")];
    let body = text("It\u{2019}s \u{201c}ten\u{201d} \u{2013} fine\u{2026} \n");
    assert_eq!(verdict(body, &[], &rows, false), sent("SM1"));
}

#[test]
fn not_sent_is_said_only_when_it_is_certain() {
    let other = [row("SM1", 5, "Something else")];
    assert_eq!(verdict(text("Yes."), &[], &other, true), Reconciled::NotSent);
    assert_eq!(verdict(text("Yes."), &[], &other, false), Reconciled::CannotTell, "too early");
    let a_little_before = [row("SM1", -600, "Yes.")];
    assert_eq!(
        verdict(text("Yes."), &[], &a_little_before, true),
        Reconciled::CannotTell,
        "a clock was moved?"
    );
    assert_eq!(verdict(text("Yes."), &["SM1"], &a_little_before, true), Reconciled::NotSent);
    let the_patient =
        [json!({ "sid": "SM1", "direction": "inbound", "body": "Yes.", "date_created": noon().to_string() })];
    assert_eq!(verdict(text("Yes."), &[], &the_patient, true), Reconciled::NotSent);
}

#[test]
fn a_template_is_found_by_the_words_that_were_filled_in() {
    let template = |values: &[&str]| OutgoingBody::Template {
        template_id: "HX1".into(),
        values: values.iter().enumerate().map(|(n, value)| (n.to_string(), Phi::from(*value))).collect(),
    };
    let rows = [row("SM2", 9, "Your visit is Monday."), row("SM1", 3, "Hello Ana, your visit is Friday.")];
    assert_eq!(verdict(template(&["Ana", "Friday"]), &[], &rows, true), sent("SM1"));
    assert_eq!(verdict(template(&[]), &[], &rows, true), Reconciled::CannotTell, "two could be it");
    assert_eq!(verdict(template(&[]), &[], &rows[..1], true), sent("SM2"));
}

#[test]
fn the_search_goes_back_as_far_as_it_must_and_no_further() {
    let send = UnknownSend {
        outgoing: outgoing(ChannelKind::Sms, text("Yes.")),
        since: noon(),
        attempted_at: noon(),
        taken: Vec::new(),
    };
    let mut search = Search::new(&send, noon());
    search.take(&[row("SM2", 10, "a"), row("SM1", -100, "b")]);
    assert!(!search.is_past());
    search.take(&[row("SM0", -7200, "c")]);
    assert!(search.is_past());
    let mut unordered = Search::new(&send, noon());
    unordered.take(&[row("SM0", -7200, "c"), row("SM2", 10, "a"), row("SM1", -7300, "b")]);
    assert!(!unordered.is_past(), "then all of it has to be read");
}
