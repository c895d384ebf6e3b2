//! Hostile and broken answers: nothing panics, nothing with an id is dropped.

use anteroom_model::{CallOutcome, Content, InboundEvent};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::super::payload::{self, ContentTemplate, Leg, Message, OlderTranscript, Sound, VoiceTranscript};
use super::super::{convert, legs, strange, templates, words};
use super::noon;

const NAMES: [&str; 26] = [
    "sid",
    "from",
    "to",
    "body",
    "direction",
    "status",
    "num_media",
    "error_code",
    "date_created",
    "date_sent",
    "date_updated",
    "parent_call_sid",
    "duration",
    "start_time",
    "end_time",
    "call_sid",
    "source",
    "types",
    "variables",
    "approval_requests",
    "channel",
    "participants",
    "media_properties",
    "encryption_details",
    "meta",
    "messages",
];
const WORDS: [&str; 16] = [
    "inbound",
    "outbound-api",
    "outbound-reply",
    "outbound-dial",
    "received",
    "receiving",
    "completed",
    "in-progress",
    "whatsapp:+15550100001",
    "+15550100099",
    "client:desk",
    "sip:x@y",
    "RE00000000000000000000000000000001",
    "Fri, 20 Nov 2026 09:30:00 +0000",
    "9999-12-31T23:59:59Z",
    "",
];

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(&WORDS[..]).prop_map(Value::from),
    ];
    let name = || prop_oneof![prop::sample::select(&NAMES[..]).prop_map(str::to_owned), any::<String>()];
    leaf.prop_recursive(4, 48, 12, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::Array),
            prop::collection::hash_map(name(), inner, 0..12)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn with_id(value: Value) -> Value {
    let mut fields = match value {
        Value::Object(fields) => fields,
        other => Map::from_iter([("body".to_owned(), other)]),
    };
    fields.insert("sid".into(), json!("SM00000000000000000000000000000001"));
    Value::Object(fields)
}

proptest! {
    #[test]
    fn any_bytes_are_a_list_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        strange::list(&bytes);
    }

    #[test]
    fn any_list_of_anything_is_read_without_harm(
        rows in prop::collection::vec(any_json().prop_map(with_id), 0..4),
        key in prop::sample::select(&["messages", "calls", "recordings", "transcripts", "contents"][..]),
        next in any::<String>(),
    ) {
        strange::list(json!({ key: rows, "next_page_uri": next }).to_string().as_bytes());
    }

    #[test]
    fn any_text_is_a_cursor_or_begins_anew(text in any::<String>()) {
        strange::stored(&text);
        strange::stored(&json!({ "window": { "known": text } }).to_string());
    }

    #[test]
    fn every_row_with_an_id_becomes_a_message(value in any_json()) {
        let raw = with_id(value);
        let row: Message = payload::row(&raw).expect("it has an id");
        let events = convert::fresh(&row, &raw, Vec::new(), noon());
        let Some(InboundEvent::Message(message)) = events.first() else { panic!("a message comes first") };
        prop_assert_eq!(&message.provider_id, "SM00000000000000000000000000000001");
        let kept = matches!(message.content, Content::Unsupported { .. } | Content::Media { .. });
        prop_assert!(kept || message.content.text().is_some());
        let _ = row.is_settled(noon());
    }

    #[test]
    fn every_shape_is_read_without_harm(value in any_json()) {
        let raw = with_id(value);
        if let Some(row) = payload::row::<Sound>(&raw) { let _ = words::recording(&row, None, noon()); }
        if let Some(row) = payload::row::<OlderTranscript>(&raw) { let _ = words::of_older(row); }
        if let Some(row) = payload::row::<VoiceTranscript>(&raw) {
            let sentence = payload::row(&raw).into_iter().collect();
            let _ = words::of_voice(&row, sentence);
        }
        let template = payload::row::<ContentTemplate>(&raw).map(templates::template).expect("it has an id");
        prop_assert_eq!(template.id, "SM00000000000000000000000000000001");
    }

    /// Whatever legs there are, each belongs to one call or to none, and a call that the patient began and that is
    /// over was answered or missed.
    #[test]
    fn legs_fold_into_calls_of_which_none_shares_a_leg(
        legs in prop::collection::vec((0usize..6, prop::option::of(0usize..6), 0usize..7, 0usize..5, 0i64..3), 0..10)
    ) {
        const STATUS: [&str; 7] = ["queued", "ringing", "in-progress", "completed", "busy", "canceled", "strange"];
        const WAY: [&str; 5] = ["inbound", "outbound-api", "outbound-dial", "trunking-terminating", "sideways"];
        let legs: Vec<Leg> = legs.into_iter().map(|(sid, parent, status, way, seconds)| {
            let row = json!({ "sid": format!("CA{sid}"), "parent_call_sid": parent.map(|n| format!("CA{n}")),
                "from": "+15550100001", "to": "+15550100099", "status": STATUS[status], "direction": WAY[way],
                "duration": seconds });
            payload::row(&row).expect("a leg")
        }).collect();
        let folded = legs::fold(&legs, noon());
        let mut seen = std::collections::BTreeSet::new();
        for call in &folded.calls {
            for leg in &call.legs {
                prop_assert!(seen.insert(leg.clone()), "a leg in two calls");
            }
            let answered = call.record.outcome == CallOutcome::Answered;
            prop_assert_eq!(answered, call.record.talk_seconds > 0);
        }
    }
}
