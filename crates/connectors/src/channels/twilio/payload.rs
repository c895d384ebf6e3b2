//! Twilio's JSON, as tolerantly as it can be read.
//!
//! Holds: a row is refused only if it is no object or has no id; a field of another type than we know reads as absent;
//! numbers may be written as strings and the other way round (2010-04-01 writes `"duration": "42"`). One row that
//! cannot be read never costs us the page it is on.
//! Refused: `derive(Debug)` on these types: they hold patients' words and numbers.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use anteroom_model::{ConnectorError, FailureKind, Retry};

/// One page of a list: its rows as they came, and where the next page is.
pub(super) struct Page {
    pub rows: Vec<Value>,
    /// A path (2010-04-01) or an address (all newer hosts), to be followed as it is.
    pub next: Option<String>,
}

impl Page {
    /// Reads a page whose rows stand under `key`, or under the name that the page itself gives (`meta.key`).
    pub fn read(body: &[u8], key: &str) -> Result<Self, ConnectorError> {
        let nonsense = || ConnectorError::new(FailureKind::BadAnswer, Retry::Soon);
        let mut page: Map<String, Value> = serde_json::from_slice(body).map_err(|_| nonsense())?;
        let meta = page.remove("meta");
        let named = meta.as_ref().and_then(|meta| meta.get("key")).and_then(Value::as_str).unwrap_or(key);
        let rows = match page.remove(key).or_else(|| page.remove(named)) {
            Some(Value::Array(rows)) => rows,
            _ => return Err(nonsense()),
        };
        let meta_next = meta.as_ref().and_then(|meta| meta.get("next_page_url"));
        let next = page.get("next_page_uri").or(meta_next).and_then(Value::as_str);
        Ok(Self { rows, next: next.filter(|next| !next.is_empty()).map(str::to_owned) })
    }
}

/// Reads one row, or nothing if it has no id.
pub(super) fn row<T: DeserializeOwned>(value: &Value) -> Option<T> {
    value.is_object().then(|| T::deserialize(value).ok()).flatten()
}

/// Reads a whole answer that is one object.
pub(super) fn object<T: DeserializeOwned>(body: &[u8]) -> Option<T> {
    serde_json::from_slice::<Value>(body).ok().as_ref().and_then(row)
}

/// The error envelope; `code` alone is looked at, since the texts vary and may quote the patient.
pub(super) fn error_code(body: &[u8]) -> Option<i64> {
    #[derive(Deserialize)]
    struct Envelope {
        #[serde(default, deserialize_with = "whole")]
        code: Option<i64>,
    }
    object::<Envelope>(body)?.code
}

/// The id of what a request made (201).
pub(super) fn made(body: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Made {
        sid: String,
    }
    object::<Made>(body).map(|made| made.sid).filter(|sid| !sid.is_empty())
}

/// `Messages`.
#[derive(Deserialize)]
pub(super) struct Message {
    #[serde(deserialize_with = "needed")]
    pub sid: String,
    #[serde(default, deserialize_with = "word")]
    pub from: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub to: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub body: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub direction: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub status: Option<String>,
    #[serde(default, deserialize_with = "whole")]
    pub num_media: Option<i64>,
    #[serde(default, deserialize_with = "whole")]
    pub error_code: Option<i64>,
    #[serde(default, deserialize_with = "word")]
    pub messaging_service_sid: Option<String>,
    #[serde(default, deserialize_with = "time")]
    pub date_created: Option<Timestamp>,
    #[serde(default, deserialize_with = "time")]
    pub date_sent: Option<Timestamp>,
    #[serde(default, deserialize_with = "time")]
    pub date_updated: Option<Timestamp>,
}

/// A file of a message.
#[derive(Deserialize)]
pub(super) struct Media {
    #[serde(deserialize_with = "needed")]
    pub sid: String,
    #[serde(default, deserialize_with = "word")]
    pub content_type: Option<String>,
}

/// One leg of a call.
#[derive(Clone, Deserialize)]
pub(super) struct Leg {
    #[serde(deserialize_with = "needed")]
    pub sid: String,
    #[serde(default, deserialize_with = "word")]
    pub parent_call_sid: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub from: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub to: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub status: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub direction: Option<String>,
    #[serde(default, deserialize_with = "whole")]
    pub duration: Option<i64>,
    #[serde(default, deserialize_with = "time")]
    pub start_time: Option<Timestamp>,
    #[serde(default, deserialize_with = "time")]
    pub end_time: Option<Timestamp>,
    #[serde(default, deserialize_with = "time")]
    pub date_created: Option<Timestamp>,
}

/// A recording.
#[derive(Deserialize)]
pub(super) struct Sound {
    #[serde(deserialize_with = "needed")]
    pub sid: String,
    #[serde(default, deserialize_with = "word")]
    pub call_sid: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub status: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub source: Option<String>,
    #[serde(default, deserialize_with = "whole")]
    pub duration: Option<i64>,
    #[serde(default, deserialize_with = "time")]
    pub start_time: Option<Timestamp>,
    #[serde(default, deserialize_with = "time")]
    pub date_created: Option<Timestamp>,
    #[serde(default)]
    pub encryption_details: Value,
}

/// A transcript of the older kind: the words stand in it.
#[derive(Deserialize)]
pub(super) struct OlderTranscript {
    #[serde(deserialize_with = "needed")]
    pub sid: String,
    #[serde(default, deserialize_with = "word")]
    pub recording_sid: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub status: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub transcription_text: Option<String>,
    #[serde(default, deserialize_with = "time")]
    pub date_created: Option<Timestamp>,
}

/// A transcript of Voice Intelligence: the words are asked for separately.
#[derive(Deserialize)]
pub(super) struct VoiceTranscript {
    #[serde(deserialize_with = "needed")]
    pub sid: String,
    #[serde(default, deserialize_with = "word")]
    pub status: Option<String>,
    #[serde(default, deserialize_with = "time")]
    pub date_created: Option<Timestamp>,
    /// Left open by the specification.
    #[serde(default)]
    pub channel: Value,
    #[serde(default, deserialize_with = "word")]
    pub source_sid: Option<String>,
}

/// A sentence of a transcript.
#[derive(Deserialize)]
pub(super) struct Sentence {
    #[serde(default, deserialize_with = "whole")]
    pub media_channel: Option<i64>,
    #[serde(default, deserialize_with = "whole")]
    pub sentence_index: Option<i64>,
    #[serde(default, deserialize_with = "number")]
    pub start_time: Option<f64>,
    #[serde(default, deserialize_with = "word")]
    pub transcript: Option<String>,
    #[serde(default, deserialize_with = "number")]
    pub confidence: Option<f64>,
}

/// A number of the clinic.
#[derive(Deserialize)]
pub(super) struct OwnNumber {
    #[serde(default, deserialize_with = "word")]
    pub phone_number: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub friendly_name: Option<String>,
    #[serde(default)]
    pub capabilities: Value,
}

/// A number of the clinic on WhatsApp.
#[derive(Deserialize)]
pub(super) struct Sender {
    #[serde(default, deserialize_with = "word")]
    pub sender_id: Option<String>,
    /// `ONLINE`, `ONLINE:UPDATING`, `OFFLINE`, `CREATING`, `VERIFYING`, …
    #[serde(default, deserialize_with = "word")]
    pub status: Option<String>,
}

impl OwnNumber {
    /// Whether it can do `what` (`sms`, `voice`); newer answers write the names in capitals.
    pub fn can(&self, what: &str) -> bool {
        let find = |name: &str| self.capabilities.get(name).and_then(Value::as_bool);
        find(what).or_else(|| find(&what.to_ascii_uppercase())).unwrap_or(false)
    }
}

/// A template with its approval.
#[derive(Deserialize)]
pub(super) struct ContentTemplate {
    #[serde(deserialize_with = "needed")]
    pub sid: String,
    #[serde(default, deserialize_with = "word")]
    pub friendly_name: Option<String>,
    #[serde(default, deserialize_with = "word")]
    pub language: Option<String>,
    #[serde(default)]
    pub variables: Value,
    #[serde(default)]
    pub types: Value,
    #[serde(default)]
    pub approval_requests: Value,
}

fn needed<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    word(from)?.ok_or_else(|| serde::de::Error::custom("no id"))
}

/// A word, also if it was written as a number. Nothing and the empty word are the same.
fn word<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::String(text) if !text.is_empty() => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

fn whole<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::Number(number) => number.as_i64().or_else(|| number.as_f64().map(|float| float as i64)),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    })
}

fn number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
    let number = match Value::deserialize(from)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    Ok(number.filter(|number: &f64| number.is_finite()))
}

fn time<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Timestamp>, D::Error> {
    let value = Value::deserialize(from)?;
    Ok(value.as_str().and_then(parse_time))
}

/// Both ways in which Twilio writes times: `Fri, 20 Nov 2026 09:30:00 +0000` and `2026-11-20T09:30:00Z`, the latter
/// now and then without its zone.
pub(super) fn parse_time(text: &str) -> Option<Timestamp> {
    let rfc2822 = jiff::fmt::rfc2822::DateTimeParser::new().relaxed_weekday(true);
    rfc2822.parse_timestamp(text).ok().or_else(|| text.parse().ok()).or_else(|| {
        let civil: DateTime = text.parse().ok()?;
        civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
    })
}
