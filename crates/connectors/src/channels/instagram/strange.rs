//! Entry points for fuzzing: whatever bytes Instagram, or somebody in its place, may send, and whatever a damaged
//! store may hand back as a cursor or as the place of a file. Nothing may panic; a row that has an id and says anything
//! comes out as a message, and every file of it can be asked for afresh.

use anteroom_model::{Cursor, InboundMessage, RemoteThread};
use bytes::Bytes;
use http::HeaderMap;
use jiff::Timestamp;
use serde_json::Value;
use url::Url;

use super::convert::{self, Own, Reference, Row};
use super::mark::Marker;
use super::memory::Memory;
use super::payload::{Done, GraphError, List, Message, Person, Thread, read, read_list};
use super::{failure, fields::Fields};
use crate::transport::Answer;

fn own() -> Own {
    Own { id: "17841490000000001".into(), address: "marlowstreet.clinic".into() }
}

/// A body that claims to be a page of conversations. The messages found in it, each once.
pub fn page(body: &[u8]) -> Vec<InboundMessage> {
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return Vec::new() };
    let list = read_list(&value);
    let mut memory = Memory::default();
    let mut found = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for raw in &list.rows {
        let (Some((thread, rows)), Some((_, again))) = (rows_of(raw), rows_of(raw)) else { continue };
        if seen.contains(&thread) {
            continue;
        }
        let opened = rows.iter().filter(|row| row.message.is_some()).count();
        let first = memory.compare(&thread, Timestamp::UNIX_EPOCH, rows, false, true, Timestamp::UNIX_EPOCH);
        assert!(first.messages.len() == opened, "all that opened is told, and nothing else");
        assert!(first.unsent.is_empty(), "nothing unknown is taken back");
        let second =
            memory.compare(&thread, Timestamp::UNIX_EPOCH, again, false, true, Timestamp::UNIX_EPOCH);
        assert!(second.messages.is_empty(), "the same page again brings nothing");
        assert!(second.unsent.is_empty(), "and takes nothing back");
        found.extend(first.messages);
        seen.push(thread);
    }
    memory.end_page(&[], list.after, Timestamp::UNIX_EPOCH);
    cursor(memory.write().0.as_bytes());
    found
}

/// A conversation's id and its rows, each id once.
fn rows_of(raw: &Value) -> Option<(String, Vec<Row>)> {
    let thread: Thread = read(raw);
    let with = convert::other_side(&own(), &thread)?;
    let id = thread.id.clone()?;
    let remote = RemoteThread { id: Some(id.clone()), with, ours: own().address };
    let List { rows, .. } = thread.messages?;
    let mut found: Vec<Row> = Vec::new();
    for raw in &rows {
        let Some(row) = convert::row(&own(), &remote, raw, Timestamp::UNIX_EPOCH) else { continue };
        row.message.iter().for_each(|message| files_are_found_again(message, raw));
        if found.iter().all(|other| other.id != row.id) {
            found.push(row);
        }
    }
    Some((id, found))
}

/// What is stored about a file leads to it again, in the message that is asked for afresh.
fn files_are_found_again(message: &InboundMessage, raw: &Value) {
    let fresh: Message = read(raw);
    for file in &message.attachments {
        let place: Reference = serde_json::from_str(file.reference.reveal()).expect("our own writing");
        assert_eq!(place.message, message.provider_id, "the message that has it");
        let part = fresh.attachments.get(place.place).and_then(convert::file_of);
        assert!(part.is_some_and(|(_, url, _)| url == place.url), "the same part of it");
    }
}

/// A body that claims to be an error, the answer to a send, or a person.
pub fn answer(body: &[u8]) {
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return };
    let _: (Done, Person) = (read(&value), read(&value));
    let error = value.get("error").map(read::<GraphError>);
    for http in [200, 400, 401, 403, 404, 429, 500, 503] {
        let answer = Answer { http, headers: HeaderMap::new(), body: Bytes::new(), wait: None };
        let refusal = failure::refusal(&answer, error.as_ref());
        let mut fields = Fields::default();
        while let Some(field) = &refusal.unknown_field {
            if !fields.give_up(field, Timestamp::UNIX_EPOCH) {
                break;
            }
        }
        let _ = refusal.of_send();
    }
}

/// What we stored about how far the list was read, or about where a file is.
pub fn cursor(bytes: &[u8]) {
    let stored = Cursor(String::from_utf8_lossy(bytes).into_owned());
    if let Ok(place) = serde_json::from_str::<Reference>(&stored.0) {
        let written = serde_json::to_string(&place).expect("plain data");
        assert!(serde_json::from_str::<Reference>(&written).is_ok(), "what is written can be read");
        // Whatever address is stored there, nobody but Instagram is asked for it.
        let asked = Url::parse(&place.url).ok().filter(|url| super::HOSTS.check(url).is_ok());
        assert!(asked.is_none_or(|url| url.scheme() == "https"), "over nothing but https");
    }
    let read = |stored: &Cursor| Memory::read(Some(stored), Marker::default(), Timestamp::UNIX_EPOCH);
    let memory = read(&stored);
    assert_eq!(read(&memory.write()), memory, "what is written can be read");
}

#[cfg(test)]
mod tests {
    use anteroom_model::Content;
    use proptest::prelude::*;
    use serde_json::{Map, json};

    use super::*;

    /// Words that the parsers look for, so that nonsense comes near to sense.
    const NAMES: [&str; 40] = [
        "id",
        "created_time",
        "from",
        "to",
        "message",
        "attachments",
        "shares",
        "story",
        "reactions",
        "reply_to",
        "is_unsupported",
        "data",
        "paging",
        "next",
        "cursors",
        "after",
        "username",
        "image_data",
        "video_data",
        "url",
        "file_url",
        "mime_type",
        "type",
        "payload",
        "title",
        "link",
        "name",
        "mention",
        "mid",
        "reaction",
        "emoji",
        "users",
        "tags",
        "render_as_sticker",
        "size",
        "updated_time",
        "participants",
        "messages",
        "poll",
        "error",
    ];
    const WORDS: [&str; 14] = [
        "",
        "a",
        "17841490000000001",
        "1600000000000001",
        "marlowstreet.clinic",
        "image",
        "story_mention",
        "like_heart",
        "hologram",
        "2026-09-21T14:03:11+0000",
        "https://lookaside.fbsbx.com/x",
        "love",
        "image/jpeg",
        "\u{202e}",
    ];

    fn nonsense() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            // Eighths, because a parser may round other fractions in the last place.
            any::<i32>().prop_map(|n| Value::from(f64::from(n) / 8.0)),
            prop::sample::select(&WORDS[..]).prop_map(Value::from),
            "\\PC{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(6, 96, 6, |inner| {
            let name =
                prop_oneof![9 => prop::sample::select(&NAMES[..]).prop_map(str::to_owned), 1 => "\\PC{1,8}"];
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::vec(inner.clone(), 0..4).prop_map(|rows| json!({ "data": rows })),
                prop::collection::vec((name, inner), 0..7)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    fn members() -> impl Strategy<Value = Map<String, Value>> {
        let name =
            prop_oneof![8 => prop::sample::select(&NAMES[..]).prop_map(str::to_owned), 2 => "[a-z_]{1,8}"];
        prop::collection::vec((name, nonsense()), 0..8).prop_map(|members| members.into_iter().collect())
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..256)) {
            page(&bytes);
            answer(&bytes);
            cursor(&bytes);
        }

        #[test]
        fn no_json_breaks_it(value in nonsense()) {
            let bytes = value.to_string();
            page(bytes.as_bytes());
            answer(bytes.as_bytes());
            answer(json!({ "error": value.clone() }).to_string().as_bytes());
            cursor(bytes.as_bytes());
        }

        #[test]
        fn a_damaged_place_of_a_file_breaks_nothing(
            url in prop_oneof![nonsense(), prop::sample::select(&WORDS[..]).prop_map(Value::from)],
            message in nonsense(),
            place in prop_oneof![nonsense(), any::<usize>().prop_map(Value::from)],
        ) {
            let whole = json!({ "url": "https://lookaside.fbsbx.com/x", "message": "m1", "place": 0 });
            for (name, by) in [("url", url), ("message", message), ("place", place)] {
                let mut damaged = whole.clone();
                damaged[name] = by;
                cursor(damaged.to_string().as_bytes());
            }
        }

        /// Files beside anything, each with an address of its own: all of them arrive (`page` looks whether they can
        /// be found again), or the message says that there is something it cannot show.
        #[test]
        fn every_file_arrives_and_can_be_found_again(
            addresses in prop::collection::hash_set("https://lookaside\\.fbsbx\\.com/\\PC{1,9}", 1..5),
            beside in members(),
            after in 0usize..5,
        ) {
            let mut parts: Vec<Value> = addresses.iter().map(|url| json!({ "file_url": url })).collect();
            parts.insert(after.min(parts.len()), Value::Object(beside));
            let message = json!({ "id": "m1", "from": { "id": "1600000000000001" },
                "attachments": { "data": parts } });
            let body = json!({ "data": [{ "id": "t", "messages": { "data": [message] } }] });
            let found = page(body.to_string().as_bytes());
            prop_assert_eq!(found.len(), 1);
            let told = matches!(found[0].content, Content::Unsupported { .. } | Content::StoryMention { .. });
            prop_assert!(told || found[0].attachments.len() >= addresses.len());
        }

        /// Whatever a patient's message holds, it arrives, with its words if there are any.
        #[test]
        fn whatever_a_message_holds_it_arrives(mut message in members(), words in "[a-z ]{0,9}") {
            message.insert("id".into(), "m1".into());
            message.insert("from".into(), json!({ "id": "1600000000000001" }));
            message.insert("message".into(), words.clone().into());
            let raw = Value::Object(message.clone());
            let body = json!({ "data": [{ "id": "t", "messages": { "data": [raw.clone()] } }] });
            let found = page(body.to_string().as_bytes());
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(found[0].provider_id.as_str(), "m1");
            match &found[0].content {
                Content::Unsupported { raw: Some(kept), .. } => {
                    let kept: Value = serde_json::from_str(kept).expect("it is JSON");
                    prop_assert_eq!(kept, raw, "kept whole");
                }
                content if !words.trim().is_empty() => {
                    prop_assert!(content.text().is_some_and(|text| text.contains(&words)));
                }
                _ => {}
            }
        }
    }
}
