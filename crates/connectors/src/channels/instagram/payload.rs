//! Instagram's JSON, as it comes. Private to this connector.
//!
//! Holds: every member is optional; a member of an unexpected type counts as missing and never spoils its neighbours;
//! rows are read one by one, so that one broken row costs nobody else anything. The raw row stays at hand, so that
//! what is not understood can be kept whole.

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

/// A page of rows and where the next one is.
#[derive(Debug, Default)]
pub(super) struct List {
    pub rows: Vec<Value>,
    /// Where to go on, if there is more. Short-lived.
    pub after: Option<String>,
    /// Ids among the rows whose messages Instagram would not open, and not because they are too old.
    pub refused: Vec<String>,
}

/// Somebody.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Person {
    #[serde(deserialize_with = "id")]
    pub id: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub username: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub name: Option<String>,
    /// The professional account's own id; only in answers about ourselves.
    #[serde(deserialize_with = "id")]
    pub user_id: Option<String>,
}

/// A conversation.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Thread {
    #[serde(deserialize_with = "id")]
    pub id: Option<String>,
    #[serde(deserialize_with = "time")]
    pub updated_time: Option<Timestamp>,
    #[serde(deserialize_with = "rows")]
    pub participants: Vec<Person>,
    #[serde(deserialize_with = "list")]
    pub messages: Option<List>,
}

/// A message.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Message {
    #[serde(deserialize_with = "id")]
    pub id: Option<String>,
    #[serde(deserialize_with = "time")]
    pub created_time: Option<Timestamp>,
    #[serde(deserialize_with = "loose")]
    pub from: Option<Person>,
    #[serde(deserialize_with = "rows")]
    pub to: Vec<Person>,
    #[serde(deserialize_with = "loose")]
    pub message: Option<String>,
    #[serde(deserialize_with = "rows")]
    pub attachments: Vec<Attachment>,
    #[serde(deserialize_with = "rows")]
    pub shares: Vec<Share>,
    #[serde(deserialize_with = "loose")]
    pub story: Option<Story>,
    #[serde(deserialize_with = "rows")]
    pub reactions: Vec<Reactions>,
    #[serde(deserialize_with = "loose")]
    pub reply_to: Option<ReplyTo>,
    #[serde(deserialize_with = "loose")]
    pub is_unsupported: Option<bool>,
    /// Folder words such as `inbox`; read so that it does not count as unknown.
    #[serde(rename = "tags")]
    pub _tags: Option<Value>,
    /// Whatever this version does not know.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// A file of a message: the polled shape, and the webhook's `type` and `payload`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Attachment {
    #[serde(deserialize_with = "loose")]
    pub name: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub mime_type: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub size: Option<u64>,
    #[serde(deserialize_with = "loose")]
    pub file_url: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub image_data: Option<Picture>,
    #[serde(deserialize_with = "loose")]
    pub video_data: Option<Picture>,
    #[serde(rename = "type", deserialize_with = "loose")]
    pub kind: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub payload: Option<Link>,
}

/// A picture or film.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Picture {
    #[serde(deserialize_with = "loose")]
    pub url: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub animated_gif_url: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub render_as_sticker: Option<bool>,
}

/// The webhook's payload of a file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Link {
    #[serde(deserialize_with = "loose")]
    pub url: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub title: Option<String>,
}

/// A shared post or link.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Share {
    #[serde(deserialize_with = "loose")]
    pub link: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub name: Option<String>,
}

/// What a message has to do with a story.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Story {
    #[serde(deserialize_with = "loose")]
    pub mention: Option<StoryLink>,
    #[serde(deserialize_with = "loose")]
    pub reply_to: Option<StoryLink>,
}

/// A story. Its picture must not be stored; only the link is read.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct StoryLink {
    #[serde(alias = "url", deserialize_with = "loose")]
    pub link: Option<String>,
}

/// One emoji and who chose it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Reactions {
    #[serde(deserialize_with = "loose")]
    pub reaction: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub emoji: Option<String>,
    #[serde(deserialize_with = "rows")]
    pub users: Vec<Person>,
}

/// What a message answers.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ReplyTo {
    #[serde(deserialize_with = "id")]
    pub mid: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub story: Option<StoryLink>,
}

/// The error envelope. Its words are never kept: they may quote.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GraphError {
    #[serde(deserialize_with = "number")]
    pub code: Option<i64>,
    #[serde(deserialize_with = "number")]
    pub error_subcode: Option<i64>,
    #[serde(deserialize_with = "loose")]
    pub is_transient: Option<bool>,
    /// Read only to find the name of a field that this account does not know.
    #[serde(deserialize_with = "loose")]
    pub message: Option<String>,
}

/// The answer to a send, an upload, a renewal or a yes-or-no call.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Done {
    #[serde(deserialize_with = "id")]
    pub message_id: Option<String>,
    #[serde(deserialize_with = "id")]
    pub attachment_id: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub access_token: Option<String>,
    #[serde(deserialize_with = "number")]
    pub expires_in: Option<i64>,
    #[serde(deserialize_with = "loose")]
    pub success: Option<bool>,
}

/// Reads a row; a row that is no object is an empty one.
pub(super) fn read<T: DeserializeOwned + Default>(row: &Value) -> T {
    T::deserialize(row).unwrap_or_default()
}

/// Reads a `{"data":[…],"paging":{…}}`.
pub(super) fn read_list(value: &Value) -> List {
    let rows = value.get("data").and_then(Value::as_array).cloned().unwrap_or_default();
    // `next` is an address with the token in it: only its cursor is taken.
    let next = value.pointer("/paging/next").and_then(Value::as_str);
    let after = next.and_then(|next| {
        let named = value.pointer("/paging/cursors/after").and_then(Value::as_str).map(str::to_owned);
        named.or_else(|| {
            let url = url::Url::parse(next).ok()?;
            url.query_pairs().find(|(name, _)| name == "after").map(|(_, after)| after.into_owned())
        })
    });
    List { rows, after, refused: Vec::new() }
}

/// A time as ISO 8601 with `+0000`, as seconds or as milliseconds: the documentation and its samples disagree.
pub(super) fn read_time(value: &Value) -> Option<Timestamp> {
    let number = match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => match text.parse::<i64>() {
            Ok(number) => Some(number),
            Err(_) => return text.parse().ok(),
        },
        _ => None,
    }?;
    // Seconds reach 10^11 in the year 5138.
    if number.unsigned_abs() > 100_000_000_000 {
        Timestamp::from_millisecond(number).ok()
    } else {
        Timestamp::from_second(number).ok()
    }
}

fn loose<'de, D: Deserializer<'de>, T: DeserializeOwned>(from: D) -> Result<Option<T>, D::Error> {
    Ok(T::deserialize(Value::deserialize(from)?).ok())
}

/// Ids are strings of digits; some answers write them as numbers.
fn id<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::String(text) if !text.is_empty() => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

fn number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    })
}

fn time<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Timestamp>, D::Error> {
    Ok(read_time(&Value::deserialize(from)?))
}

fn list<'de, D: Deserializer<'de>>(from: D) -> Result<Option<List>, D::Error> {
    let value = Value::deserialize(from)?;
    Ok(value.is_object().then(|| read_list(&value)))
}

/// Rows of a nested `{"data":[…]}`, or of a bare list.
fn rows<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(from: D) -> Result<Vec<T>, D::Error> {
    let value = Value::deserialize(from)?;
    let rows = value.as_array().or_else(|| value.get("data").and_then(Value::as_array));
    Ok(rows.into_iter().flatten().map(read).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(value: Value, second: Option<i64>) {
        assert_eq!(read_time(&value).map(Timestamp::as_second), second, "{value}");
    }

    #[test]
    fn times_come_in_three_spellings() {
        check(json!("2026-09-21T14:03:11+0000"), Some(1_789_999_391));
        check(json!("2026-09-21T14:03:11+00:00"), Some(1_789_999_391));
        check(json!(1_789_999_391), Some(1_789_999_391));
        check(json!("1789999391"), Some(1_789_999_391));
        check(json!(1_789_999_391_123_i64), Some(1_789_999_391));
        check(json!("soon"), None);
        check(json!(null), None);
        check(json!(9.5), None);
    }

    #[test]
    fn one_member_of_a_wrong_type_spoils_nothing_else() {
        let message: Message = read(
            &json!({"id": 5, "message": ["?"], "from": "mara", "to": {"data": [{"id": "7"}, 3]}, "poll": {}}),
        );
        assert_eq!(message.id.as_deref(), Some("5"));
        assert!(message.message.is_none() && message.from.is_none());
        assert_eq!(message.to[0].id.as_deref(), Some("7"));
        assert_eq!(message.to.len(), 2);
        assert!(message.unknown.contains_key("poll"));
    }

    #[test]
    fn the_next_page_is_found_without_keeping_its_address() {
        let list = read_list(&json!({"data": [], "paging": {"cursors": {"after": "A"}}}));
        assert_eq!(list.after, None, "no next, no more");
        let next = "https://graph.instagram.com/x?after=B&access_token=IGAAsecret";
        assert_eq!(read_list(&json!({"paging": {"next": next}})).after.as_deref(), Some("B"));
        let both = json!({"paging": {"next": next, "cursors": {"after": "A"}}});
        assert_eq!(read_list(&both).after.as_deref(), Some("A"));
    }
}
