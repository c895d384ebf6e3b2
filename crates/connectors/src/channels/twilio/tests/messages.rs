use anteroom_model::{
    AttachmentKind, ChannelKind, Content, DeliveryStatus, Direction, InboundEvent, InboundMessage, Origin,
    Phi, ProviderCode, TemplateApproval,
};
use serde_json::Value;

use super::super::payload::{self, ContentTemplate, Media, Message, Page};
use super::super::{convert, templates};
use super::{noon, rows, time};

const MESSAGES: &str = include_str!("../fixtures/messages.json");
const MEDIA: &str = include_str!("../fixtures/media.json");
const CONTENTS: &str = include_str!("../fixtures/contents.json");

fn row(ending: &str) -> (Message, Value) {
    let found = rows(MESSAGES, "messages")
        .into_iter()
        .find(|raw| raw.get("sid").and_then(Value::as_str).is_some_and(|sid| sid.ends_with(ending)));
    let raw = found.expect("a row of the fixture");
    (payload::row(&raw).expect("readable"), raw)
}

fn message(ending: &str) -> InboundMessage {
    let (row, raw) = row(ending);
    convert::message(&row, &raw, Vec::new(), noon())
}

fn text(body: &str) -> Content {
    Content::Text { body: Phi::from(body) }
}

#[test]
fn a_text_message_is_in_the_thread_of_its_sender_with_our_number() {
    let message = message("01");
    assert_eq!(message.channel, ChannelKind::Sms);
    assert_eq!((message.direction, message.origin), (Direction::Inbound, Origin::Patient));
    assert_eq!(message.thread.with.handle.reveal(), "+15550100001");
    assert_eq!(message.thread.ours, "+15550100099");
    assert_eq!(message.at, time("2026-11-20T09:30:01Z"));
    assert_eq!(message.content, text("Can I move Friday to Monday?"));
    assert_eq!((message.status, message.reply_to), (None, None));
}

#[test]
fn whatsapp_is_told_from_texts_by_the_prefix_which_is_no_part_of_the_number() {
    let message = message("02");
    assert_eq!(message.channel, ChannelKind::WhatsApp);
    assert_eq!(message.thread.with.handle.reveal(), "+447700900142");
    assert_eq!(message.thread.ours, "+15550100099");
    assert_eq!(message.content, Content::Media { caption: Some("this tooth".into()) });
}

#[test]
fn what_the_practice_wrote_elsewhere_is_told_from_what_a_machine_answered() {
    assert_eq!(message("03").origin, Origin::Elsewhere);
    assert_eq!(message("03").status, Some(DeliveryStatus::Delivered));
    assert_eq!(message("03").thread.with.handle.reveal(), "+15550100001");
    assert_eq!(message("04").origin, Origin::Automation);
}

#[test]
fn a_failure_carries_its_number_and_is_the_end() {
    let (row, raw) = row("05");
    let events = convert::fresh(&row, &raw, Vec::new(), noon());
    let [InboundEvent::Message(message), InboundEvent::Status(status)] = events.as_slice() else {
        panic!("a message and its status")
    };
    assert_eq!(message.status, Some(DeliveryStatus::Failed));
    assert_eq!(status.code, Some(ProviderCode::of(30007)));
    assert!(status.is_last);
    assert_eq!(status.at, time("2026-11-20T10:00:09Z"));
}

#[test]
fn a_text_has_no_read_receipt_and_whatsapp_has() {
    let status = |to: &str, status: &str| {
        let raw = serde_json::json!({ "sid": "SM1", "from": "+15550100099", "to": to, "direction": "outbound-api",
            "status": status });
        let row: Message = payload::row(&raw).expect("a row");
        convert::status(&row, noon()).expect("one of ours").is_last
    };
    assert!(status("+15550100001", "delivered"));
    assert!(!status("whatsapp:+15550100001", "delivered"));
    assert!(status("whatsapp:+15550100001", "read"));
    assert!(!status("+15550100001", "sent"));
}

#[test]
fn a_message_is_taken_once_it_is_complete_or_plainly_never_will_be() {
    let (arriving, _) = row("06");
    assert!(!arriving.is_settled(noon()));
    assert!(arriving.is_settled(time("2026-11-20T13:00:00Z")));
    let (without_sender, _) = row("09");
    assert!(!without_sender.is_settled(time("2026-11-20T08:30:00Z")));
    assert!(without_sender.is_settled(noon()));
    assert!(row("01").0.is_settled(noon()));
}

#[test]
fn what_we_cannot_show_is_kept_whole() {
    let Content::Unsupported { raw_kind, raw: Some(raw) } = message("08").content else { panic!("kept") };
    assert_eq!(raw_kind, "messenger");
    assert!(raw.contains("new_member") && raw.contains("hello"));
    assert_eq!(message("08").thread.with.handle.reveal(), "messenger:5550100");
    let Content::Unsupported { raw_kind, .. } = message("07").content else { panic!("kept") };
    assert_eq!(raw_kind, "empty");
}

#[test]
fn an_unknown_word_of_an_outgoing_message_loses_nothing() {
    let message = message("09");
    assert_eq!((message.direction, message.status), (Direction::Outbound, Some(DeliveryStatus::Accepted)));
    assert_eq!(message.thread.ours, "MG00000000000000000000000000000001");
    assert_eq!(message.content, text("Please ring us"));
}

#[test]
fn a_row_without_an_id_costs_only_itself() {
    let rows = rows(MESSAGES, "messages");
    let readable = rows.iter().filter_map(payload::row::<Message>).count();
    assert_eq!((rows.len(), readable), (10, 9));
    let page = Page::read(MESSAGES.as_bytes(), "messages").expect("a page");
    assert!(page.next.expect("a next page").starts_with("/2010-04-01/Accounts/"));
}

#[test]
fn files_are_what_their_media_type_says() {
    let kinds = |ending: &str| {
        let (row, _) = row(ending);
        let media: Vec<Media> = rows(MEDIA, "media_list").iter().filter_map(payload::row).collect();
        media.iter().map(|media| convert::file(&row, media).kind).collect::<Vec<_>>()
    };
    use AttachmentKind::{File, Image, Sticker};
    assert_eq!(kinds("02"), [Image, Sticker, File, File], "WhatsApp");
    assert_eq!(kinds("01"), [Image, Image, File, File], "MMS");
    let (row, _) = row("02");
    assert_eq!(row.files(), 1);
    let media = payload::row::<Media>(&rows(MEDIA, "media_list")[2]).expect("readable");
    assert_eq!(convert::file(&row, &media).mime.as_deref(), Some("application/pdf"));
}

#[test]
fn templates_show_their_words_their_buttons_and_where_they_stand() {
    let found: Vec<_> = rows(CONTENTS, "contents")
        .iter()
        .filter_map(payload::row::<ContentTemplate>)
        .map(templates::template)
        .collect();
    let [reminder, offer, pin] = found.as_slice() else { panic!("three templates") };
    assert_eq!(reminder.body, "Hello {{1}}, your visit is {{2}}.");
    assert_eq!(reminder.buttons, ["Confirm", "Change"]);
    assert_eq!(
        (reminder.category.as_deref(), reminder.approval),
        (Some("utility"), TemplateApproval::Approved)
    );
    let names: Vec<&str> = reminder.examples.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["1", "2", "10"]);
    assert_eq!(reminder.reason, None);
    assert_eq!(
        (offer.approval, offer.reason.as_deref()),
        (TemplateApproval::Rejected, Some("Promotional content"))
    );
    assert_eq!(offer.body, "Sommer\n10 % auf alles");
    assert_eq!((pin.approval, pin.body.as_str()), (TemplateApproval::Pending, ""));
}
