//! `POST /{account}/messages`: words, files, reactions, typing and seen, with everything Meta refuses.

use jiff::SignedDuration;
use serde_json::{Map, Value, json};

use super::account::{Extra, IG_ID, Message};
use super::error::{bad_parameter, refused};
use super::upload;
use crate::http::{Answer, Call};
use crate::ledger::Entry;
use crate::media::File;
use crate::world::World;

const TOP: [&str; 7] =
    ["recipient", "message", "messaging_type", "tag", "sender_action", "payload", "reply_to"];
const IN_MESSAGE: [&str; 5] = ["text", "attachment", "attachments", "quick_replies", "metadata"];
const MOST_BYTES: usize = 1000;
const DAY: SignedDuration = SignedDuration::from_hours(24);
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

fn bad_message(text: &str) -> Answer {
    refused(100, Some(2_534_015), text)
}

pub fn answer(world: &mut World, call: &Call) -> Answer {
    match take(world, call) {
        Ok(answer) | Err(answer) => answer,
    }
}

fn take(world: &mut World, call: &Call) -> Result<Answer, Answer> {
    let body = call.json().and_then(|value| value.as_object().cloned());
    let is_json = call.header("content-type").is_some_and(|kind| kind.starts_with("application/json"));
    let body = body.filter(|_| is_json).ok_or_else(|| bad_parameter("The body must be a JSON object"))?;
    if let Some(name) = body.keys().find(|name| !TOP.contains(&name.as_str())) {
        return Err(bad_parameter(&format!("Unexpected parameter {name}")));
    }
    let to = recipient(world, &body)?;
    match (body.get("message"), body.get("sender_action")) {
        (Some(_), Some(_)) => Err(bad_parameter("sender_action must be sent alone")),
        (None, Some(action)) => act(world, &body, &to, action),
        (Some(message), None) => {
            let message = message.as_object().ok_or_else(|| bad_message("message must be an object"))?;
            window(world, &body, &to)?;
            write(world, &body, &to, message)
        }
        (None, None) => Err(bad_parameter("The parameter message is required")),
    }
}

fn recipient(world: &World, body: &Map<String, Value>) -> Result<String, Answer> {
    let id = body.get("recipient").and_then(|recipient| recipient.get("id")).and_then(Value::as_str);
    let id = id.ok_or_else(|| bad_parameter("The parameter recipient is required"))?;
    let person = world.instagram.people.get(id);
    let person = person.ok_or_else(|| refused(100, Some(2_534_014), "The requested user cannot be found"))?;
    if person.blocks_us {
        return Err(refused(100, Some(2_534_029), "Cannot message users who blocked the business"));
    }
    if person.gone {
        return Err(refused(551, Some(1_545_041), "This person isn't available right now"));
    }
    Ok(id.to_owned())
}

fn window(world: &World, body: &Map<String, Value>, to: &str) -> Result<(), Answer> {
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let tagged = match (text("messaging_type"), text("tag")) {
        (None | Some("RESPONSE"), None) => false,
        (Some("MESSAGE_TAG"), Some("HUMAN_AGENT")) => true,
        _ => return Err(bad_parameter("messaging_type and tag do not go together")),
    };
    if tagged && !world.instagram.human_agent {
        return Err(refused(10, Some(2_018_065), "This app may not use the human agent tag"));
    }
    let outside = || refused(10, Some(2_534_022), "This message is sent outside of allowed window.");
    let last = world.instagram.last_inbound(to).ok_or_else(outside)?;
    let open = if tagged { WEEK } else { DAY };
    if world.now.duration_since(last) < open { Ok(()) } else { Err(outside()) }
}

fn write(
    world: &mut World,
    body: &Map<String, Value>,
    to: &str,
    message: &Map<String, Value>,
) -> Result<Answer, Answer> {
    if let Some(name) = message.keys().find(|name| !IN_MESSAGE.contains(&name.as_str())) {
        return Err(bad_message(&format!("Unexpected member {name}")));
    }
    let text = match message.get("text") {
        None => None,
        Some(Value::String(text)) => Some(text.clone()),
        Some(_) => return Err(bad_message("text must be a string")),
    };
    let attached: Vec<Value> = match (message.get("attachment"), message.get("attachments")) {
        (None, None) => Vec::new(),
        (Some(one), None) => vec![one.clone()],
        (None, Some(Value::Array(many))) if !many.is_empty() && many.len() <= 10 => many.clone(),
        _ => return Err(bad_message("attachments must be a list of one to ten")),
    };
    match &text {
        Some(_) if !attached.is_empty() => return Err(bad_message("text and attachment cannot be combined")),
        Some(text) if text.trim().is_empty() => return Err(bad_message("text is empty")),
        Some(text) if text.len() > MOST_BYTES => {
            return Err(bad_message("Length of param message[text] must be less than or equal to 1000"));
        }
        None if attached.is_empty() => return Err(bad_message("message is empty")),
        _ => {}
    }
    let mut extra = Extra { reply_to: quoted(world, body, to)?, ..Extra::default() };
    for attachment in &attached {
        let (kind, file) = attachment_of(world, attachment)?;
        let key = world.mint.opaque("file");
        world.files.link(key.clone(), file.clone(), None);
        extra.files.push((kind, key, file));
    }
    let (at, text) = (world.now, text.unwrap_or_default());
    let media = extra.files.len();
    let row = Message {
        id: String::new(),
        at,
        inbound: false,
        elsewhere: false,
        text: text.clone(),
        extra,
        reactions: vec![],
    };
    let id = world.instagram.add(&mut world.mint, to, row);
    world.practice_wrote(Entry::Outbound {
        at_ms: at.as_millisecond(),
        channel: "instagram".into(),
        provider_id: id.clone(),
        patient: to.to_owned(),
        body: text,
        media,
        elsewhere: false,
    });
    Ok(Answer::ok(json!({ "recipient_id": to, "message_id": id })))
}

fn quoted(world: &World, body: &Map<String, Value>, to: &str) -> Result<Option<String>, Answer> {
    let Some(reply) = body.get("reply_to") else { return Ok(None) };
    let mid = reply.get("mid").and_then(Value::as_str).unwrap_or_default();
    match world.instagram.message(mid) {
        Some((thread, _)) if thread.with == to => Ok(Some(mid.to_owned())),
        _ => Err(bad_parameter("Invalid reply_to mid")),
    }
}

fn attachment_of(world: &World, attachment: &Value) -> Result<(String, File), Answer> {
    let kind = attachment.get("type").and_then(Value::as_str).unwrap_or_default();
    if kind == "like_heart" {
        return Ok(("sticker".into(), crate::media::sticker(1)));
    }
    let payload = attachment.get("payload").and_then(Value::as_object);
    let payload = payload.ok_or_else(|| bad_message("attachment has no payload"))?;
    let Some((_, types)) = upload::limits(kind) else {
        return Err(bad_message("attachment type is not supported"));
    };
    if let Some(id) = payload.get("attachment_id").and_then(Value::as_str) {
        let found = world.instagram.uploaded.get(id).filter(|(uploaded, _)| uploaded == kind);
        let found = found.ok_or_else(|| refused(100, Some(2_018_074), "Invalid attachment ID"))?;
        return Ok(found.clone());
    }
    let url = payload.get("url").and_then(Value::as_str).and_then(|url| url::Url::parse(url).ok());
    let fetched =
        url.filter(|url| url.scheme() == "https" && url.domain().is_some_and(|host| host.contains('.')));
    match fetched {
        // Nothing is fetched from here: a public link is taken at its word, and one that says "missing" fails.
        Some(url) if !url.path().contains("missing") => {
            let mime = types.first().copied().unwrap_or("application/octet-stream").to_owned();
            let name =
                url.path_segments().and_then(|mut parts| parts.next_back()).unwrap_or("file").to_owned();
            Ok((kind.to_owned(), File { mime, name, bytes: crate::media::photo(7).bytes }))
        }
        _ => Err(refused(100, Some(2_018_008), "Failed to fetch the file from the url")),
    }
}

fn act(world: &mut World, body: &Map<String, Value>, to: &str, action: &Value) -> Result<Answer, Answer> {
    let done = Answer::ok(json!({ "recipient_id": to }));
    match action.as_str().unwrap_or_default() {
        "typing_on" | "typing_off" | "mark_seen" if body.contains_key("payload") => {
            Err(bad_parameter("payload is not allowed with this sender_action"))
        }
        "typing_on" | "typing_off" => Ok(done),
        "mark_seen" => {
            world.instagram.seen.push(to.to_owned());
            Ok(done)
        }
        react @ ("react" | "unreact") => {
            let payload = body.get("payload");
            let mid = payload.and_then(|payload| payload.get("message_id")).and_then(Value::as_str);
            let mid = mid.unwrap_or_default().to_owned();
            let word = payload.and_then(|payload| payload.get("reaction")).and_then(Value::as_str);
            if react == "react" && word.is_none_or(str::is_empty) {
                return Err(bad_parameter("payload[reaction] is required"));
            }
            window(world, &Map::new(), to)?;
            let here = world.instagram.message(&mid).is_some_and(|(thread, _)| thread.with == to);
            let Some(message) = world.instagram.message_mut(&mid).filter(|_| here) else {
                return Err(bad_parameter("Invalid message_id"));
            };
            message.reactions.retain(|(by, _)| by != IG_ID);
            if react == "react" {
                message.reactions.push((IG_ID.to_owned(), word.unwrap_or_default().to_owned()));
            }
            Ok(done)
        }
        _ => Err(bad_parameter("sender_action is not valid")),
    }
}
