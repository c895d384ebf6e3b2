//! From what Instagram knows to the JSON it answers with.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use super::account::{Account, IG_ID, Message, Thread};
use super::error::bad_parameter;
use crate::http::{Answer, Field};

const PLAIN: [&str; 5] = ["id", "created_time", "from", "to", "message"];
const RICH: [&str; 7] = ["attachments", "shares", "story", "reactions", "reply_to", "is_unsupported", "tags"];

/// `2026-09-21T14:03:11+0000`, or seconds when the account is switched to them.
pub fn time(account: &Account, at: Timestamp) -> Value {
    if account.epoch_times {
        Value::from(at.as_second())
    } else {
        Value::from(at.to_zoned(TimeZone::UTC).strftime("%Y-%m-%dT%H:%M:%S%z").to_string())
    }
}

/// An unknown field, in Graph's words.
pub fn unknown_field(name: &str, node: &str) -> Answer {
    bad_parameter(&format!("Tried accessing nonexisting field ({name}) on node type ({node})"))
}

/// Checks what is asked of a message before any is rendered.
pub fn check_message_fields(account: &Account, fields: &[Field]) -> Result<(), Answer> {
    for field in fields {
        let name = field.name.as_str();
        let exists = PLAIN.contains(&name) || (account.rich_fields && RICH.contains(&name));
        if !exists {
            return Err(unknown_field(name, "InstagramMessage"));
        }
    }
    Ok(())
}

fn person(account: &Account, igsid: &str) -> Value {
    let username = account.people.get(igsid).map_or("", |person| person.username.as_str());
    json!({ "username": username, "id": igsid })
}

fn ourselves(account: &Account) -> Value {
    json!({ "username": account.username, "id": IG_ID })
}

/// A message with the asked fields; without any, its id and time.
pub fn message(account: &Account, thread: &Thread, message: &Message, fields: &[Field]) -> Value {
    let mut out = Map::new();
    out.insert("id".into(), Value::from(message.id.as_str()));
    if fields.is_empty() {
        out.insert("created_time".into(), time(account, message.at));
    }
    let (patient, practice) = (person(account, &thread.with), ourselves(account));
    let (from, to) = if message.inbound { (patient, practice) } else { (practice, patient) };
    for field in fields {
        let value = match field.name.as_str() {
            "created_time" => Some(time(account, message.at)),
            "from" => Some(from.clone()),
            "to" => Some(json!({ "data": [to] })),
            "message" => Some(Value::from(message.text.as_str())),
            "attachments" => attachments(account, message),
            "shares" => shares(message, &field.of),
            "story" => message.extra.story.clone(),
            "reactions" => reactions(account, message),
            "reply_to" => {
                message.extra.reply_to.as_ref().map(|mid| json!({ "mid": mid, "is_self_reply": false }))
            }
            "is_unsupported" => message.extra.unsupported.then_some(Value::Bool(true)),
            _ => None,
        };
        if let Some(value) = value {
            out.insert(field.name.clone(), value);
        }
    }
    out.extend(message.extra.raw.iter().cloned());
    Value::Object(out)
}

/// The address of a file, signed at the time of the question; whoever asks again later gets a new one.
fn file_url(account: &Account, key: &str) -> String {
    let signed = account.asked.as_second();
    format!(
        "https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id={key}&signed={signed}&signature=simulated"
    )
}

fn attachments(account: &Account, message: &Message) -> Option<Value> {
    let rows: Vec<Value> = message
        .extra
        .files
        .iter()
        .map(|(kind, key, file)| {
            let url = file_url(account, key);
            let common =
                json!({ "id": key, "mime_type": file.mime, "name": file.name, "size": file.bytes.len() });
            let mut row = common;
            match kind.as_str() {
                "image" | "sticker" => {
                    row["image_data"] = json!({ "url": url, "preview_url": url, "width": 480, "height": 360,
                        "max_width": 480, "max_height": 360, "render_as_sticker": kind == "sticker" });
                }
                "video" => {
                    row["video_data"] =
                        json!({ "url": url, "preview_url": url, "width": 640, "height": 360 });
                }
                _ => row["file_url"] = Value::from(url),
            }
            row
        })
        .collect();
    (!rows.is_empty()).then(|| json!({ "data": rows }))
}

fn shares(message: &Message, of: &[Field]) -> Option<Value> {
    if message.extra.shares.is_empty() {
        return None;
    }
    let rows: Vec<Value> = message
        .extra
        .shares
        .iter()
        .map(|share| {
            // Subfields have to be named; without any, only the id comes.
            let wanted = |name: &str| name == "id" || of.iter().any(|field| field.name == name);
            let members = share.as_object().into_iter().flatten();
            Value::Object(
                members.filter(|(name, _)| wanted(name)).map(|(n, v)| (n.clone(), v.clone())).collect(),
            )
        })
        .collect();
    Some(json!({ "data": rows }))
}

fn reactions(account: &Account, message: &Message) -> Option<Value> {
    let rows: Vec<Value> = message
        .reactions
        .iter()
        .map(|(by, reaction)| {
            let user = if by == IG_ID { ourselves(account) } else { person(account, by) };
            json!({ "reaction": reaction, "users": [user] })
        })
        .collect();
    (!rows.is_empty()).then(|| json!({ "data": rows }))
}

/// A thread with the asked fields; without any, its id and time.
pub fn thread(account: &Account, thread: &Thread, fields: &[Field], url: &str) -> Result<Value, Answer> {
    let mut out = Map::new();
    out.insert("id".into(), Value::from(thread.id.as_str()));
    if fields.is_empty() {
        out.insert("updated_time".into(), time(account, thread.updated));
    }
    for field in fields {
        let value = match field.name.as_str() {
            "id" => continue,
            "updated_time" => time(account, thread.updated),
            "participants" => json!({ "data": [ourselves(account), person(account, &thread.with)] }),
            "is_owner" => Value::Bool(true),
            "messages" => {
                if !field.of.is_empty() && !account.expansion {
                    return Err(unknown_field("messages", "InstagramConversation"));
                }
                check_message_fields(account, &field.of)?;
                messages(account, thread, field, None, url)
            }
            other => return Err(unknown_field(other, "InstagramConversation")),
        };
        out.insert(field.name.clone(), value);
    }
    Ok(Value::Object(out))
}

/// The newest 20 can be opened; of older ones there is only the id.
pub const HORIZON: usize = 20;

/// A page of a thread's messages, newest first.
pub fn messages(account: &Account, thread: &Thread, field: &Field, after: Option<&str>, url: &str) -> Value {
    let newest_first: Vec<&Message> = thread.messages.iter().rev().collect();
    let start = after.and_then(|cursor| place(&newest_first, cursor)).map_or(0, |place| place + 1);
    let limit = field.number("limit").unwrap_or(25).clamp(1, 100);
    let page = newest_first.iter().enumerate().skip(start).take(limit);
    let rows: Vec<Value> = page
        .map(|(rank, row)| message(account, thread, row, if rank < HORIZON { &field.of } else { &[] }))
        .collect();
    let last = start + rows.len();
    let (first_id, last_id) =
        (newest_first.get(start), last.checked_sub(1).and_then(|n| newest_first.get(n)));
    let mut list = json!({ "data": rows });
    if let (Some(first), Some(end)) = (first_id, last_id) {
        list["paging"] = json!({ "cursors": { "before": cursor(&first.id), "after": cursor(&end.id) } });
        if last < newest_first.len() {
            list["paging"]["next"] = Value::from(format!(
                "https://graph.instagram.com{url}/{}/messages?limit={limit}&after={}&access_token=IGAAleaked",
                thread.id,
                cursor(&end.id)
            ));
        }
    }
    list
}

fn place(messages: &[&Message], wanted: &str) -> Option<usize> {
    messages.iter().position(|message| cursor(&message.id) == wanted)
}

/// An opaque cursor for an id.
pub fn cursor(id: &str) -> String {
    format!("QVFI{}", id.chars().rev().collect::<String>())
}
