//! Hostile and broken answers: nothing panics, nothing with an id is dropped.

use anteroom_model::{CallOutcome, Content, InboundEvent};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::super::feed::Feeding;
use super::super::payload::{
    self, ContentTemplate, Leg, Message, OlderTranscript, OwnNumber, Sender, Sound, VoiceTranscript,
};
use super::super::{account, calls, convert, legs, messages, recordings, strange, templates, words};
use super::noon;

const NAMES: [&str; 31] = [
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
    "phone_number",
    "capabilities",
    "sms",
    "SMS",
    "sender_id",
];
const WORDS: [&str; 18] = [
    "inbound",
    "outbound-api",
    "outbound-reply",
    "outbound-dial",
    "received",
    "receiving",
    "completed",
    "in-progress",
    "whatsapp:+15550100001",
    "ONLINE",
    "OFFLINE",
    "+15550100099",
    "client:desk",
    "sip:x@y",
    "RE00000000000000000000000000000001",
    "Fri, 20 Nov 2026 09:30:00 +0000",
    "9999-12-31T23:59:59Z",
    "",
];

const LISTS: [&str; 8] = [
    "messages",
    "calls",
    "recordings",
    "transcripts",
    "contents",
    "incoming_phone_numbers",
    "senders",
    "services",
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

/// The states of the three feeds as they are stored.
fn states() -> Vec<Value> {
    fn stored<F: Feeding>(extra: Value) -> Value {
        let mut state = serde_json::to_value(F::begin(noon())).expect("it can be stored");
        let Value::Object(extra) = extra else { unreachable!("it is an object") };
        state.as_object_mut().expect("an object").extend(extra);
        assert!(F::deserialize(&state).is_ok(), "it is what a feed stores");
        state
    }
    let service = json!({ "asked_at": noon(), "exists": true });
    let waiting = json!([["GT00000000000000000000000000000001", noon()]]);
    vec![
        stored::<messages::State>(json!({ "changed": noon() })),
        stored::<calls::State>(json!({ "open": ["CA00000000000000000000000000000001"] })),
        stored::<recordings::State>(json!({ "service": service, "waiting": waiting, "waited_at": noon() })),
    ]
}

/// The places of all members.
fn members(value: &Value, here: String, places: &mut Vec<String>) {
    let inside: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(rows) => rows.iter().enumerate().map(|(n, value)| (n.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    places.push(here.clone());
    for (name, value) in inside {
        members(value, format!("{here}/{name}"), places);
    }
}

proptest! {
    #[test]
    fn any_bytes_are_a_list_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        strange::list(&bytes);
    }

    #[test]
    fn any_list_of_anything_is_read_without_harm(
        rows in prop::collection::vec(any_json().prop_map(with_id), 0..4),
        key in prop::sample::select(&LISTS[..]),
        next in any::<String>(),
    ) {
        strange::list(json!({ key: rows, "next_page_uri": next }).to_string().as_bytes());
    }

    #[test]
    fn any_text_is_a_cursor_or_begins_anew(text in any::<String>()) {
        strange::stored(&text);
        strange::stored(&json!({ "window": { "known": text } }).to_string());
    }

    /// A state with one member, anywhere in it, replaced by anything.
    #[test]
    fn a_damaged_cursor_is_read_or_begins_anew(
        which in 0usize..3, member in any::<prop::sample::Index>(), by in any_json(),
    ) {
        let state = states().swap_remove(which);
        let mut places = Vec::new();
        members(&state, String::new(), &mut places);
        let mut damaged = state;
        let place: &String = member.get(&places);
        *damaged.pointer_mut(place).expect("it is there") = by;
        strange::stored(&damaged.to_string());
    }

    /// The answer to a send: an id makes it known, whatever stands beside it; without one nobody knows.
    #[test]
    fn what_was_made_has_an_id_or_is_not_known(value in any_json()) {
        let told = with_id(value.clone()).to_string();
        let made = payload::made(told.as_bytes());
        prop_assert_eq!(made.as_deref(), Some("SM00000000000000000000000000000001"));
        let Value::Object(mut fields) = with_id(value) else { unreachable!("it is an object") };
        for nothing in [json!(null), json!(""), json!(7), json!([]), json!({})] {
            fields.insert("sid".into(), nothing);
            prop_assert_eq!(payload::made(Value::from(fields.clone()).to_string().as_bytes()), None);
        }
    }

    /// Whatever is said about a number, it can only what the answer says; a sender is a number on WhatsApp or nothing.
    #[test]
    fn what_a_number_can_is_what_the_answer_says(value in any_json(), can in any::<bool>(), online in any::<bool>()) {
        let Value::Object(mut fields) = with_id(value) else { unreachable!("it is an object") };
        fields.insert("capabilities".into(), json!({ "SMS": can }));
        let number: OwnNumber = payload::row(&Value::from(fields.clone())).expect("any object is a number");
        prop_assert_eq!((number.can("sms"), number.can("voice")), (can, false));
        fields.insert("sender_id".into(), json!("whatsapp:+15550100001"));
        fields.insert("status".into(), json!(if online { "ONLINE:UPDATING" } else { "OFFLINE" }));
        let sender: Sender = payload::row(&Value::from(fields)).expect("any object is a sender");
        let number = account::sender_number(sender);
        prop_assert_eq!(number.as_deref(), online.then_some("+15550100001"));
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
