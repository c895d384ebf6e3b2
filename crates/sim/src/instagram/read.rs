//! Reading: the account, conversations, messages, people.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::account::{APP_SCOPED_ID, Account, IG_ID, Thread};
use super::error::{bad_parameter, not_there, refused};
use super::render::{self, HORIZON, cursor};
use crate::http::{Answer, Call, Field, parse_fields};
use crate::world::World;

fn asked_fields(call: &Call) -> Result<Vec<Field>, Answer> {
    match call.asked("fields") {
        None => Ok(Vec::new()),
        Some(text) => {
            parse_fields(text).ok_or_else(|| refused(2500, None, "Syntax error in the fields parameter"))
        }
    }
}

/// `GET /me`
pub fn me(world: &World, call: &Call) -> Answer {
    let account = &world.instagram;
    let fields = match asked_fields(call) {
        Ok(fields) => fields,
        Err(refusal) => return refusal,
    };
    let mut out = json!({ "id": APP_SCOPED_ID });
    for field in &fields {
        out[field.name.as_str()] = match field.name.as_str() {
            "id" => continue,
            "user_id" => IG_ID.into(),
            "username" => account.username.as_str().into(),
            "name" => account.name.as_str().into(),
            "account_type" => "BUSINESS".into(),
            "profile_picture_url" => "https://scontent.cdninstagram.com/v/practice.jpg".into(),
            "followers_count" => 1204.into(),
            "follows_count" => 87.into(),
            "media_count" => 212.into(),
            other => return render::unknown_field(other, "IGUser"),
        };
    }
    Answer::ok(out)
}

/// `GET /me/conversations`
pub fn conversations(world: &World, call: &Call, version: &str) -> Answer {
    let account = &world.instagram;
    if call.asked("platform") != Some("instagram") {
        return bad_parameter("Param platform must be one of {INSTAGRAM}");
    }
    let fields = match asked_fields(call) {
        Ok(fields) => fields,
        Err(refusal) => return refusal,
    };
    let mut threads: Vec<&Thread> =
        account.threads.iter().filter(|thread| is_listed(world, thread)).collect();
    threads.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| b.id.cmp(&a.id)));
    if let Some(with) = call.asked("user_id") {
        threads.retain(|thread| thread.with == with);
    }
    let limit = match call.asked("limit").map(str::parse::<usize>) {
        None => 25,
        Some(Ok(limit)) if limit > 0 => limit.min(50),
        Some(_) => return bad_parameter("Param limit must be a positive integer"),
    };
    let start = match call.asked("after") {
        None => 0,
        Some(after) => match threads.iter().position(|thread| cursor(&thread.id) == after) {
            Some(place) => place + 1,
            None => return bad_parameter("Invalid cursor"),
        },
    };
    let page = threads.iter().skip(start).take(limit).copied();
    let url = format!("/{version}");
    let rows: Result<Vec<Value>, Answer> =
        page.map(|thread| render::thread(account, thread, &fields, &url)).collect();
    let rows = match rows {
        Ok(rows) => rows,
        Err(refusal) => return refusal,
    };
    let end = start + rows.len();
    let mut out = json!({ "data": rows });
    if let (Some(first), Some(last)) = (threads.get(start), end.checked_sub(1).and_then(|n| threads.get(n))) {
        out["paging"] = json!({ "cursors": { "before": cursor(&first.id), "after": cursor(&last.id) } });
        if end < threads.len() {
            out["paging"]["next"] = Value::from(format!(
                "https://graph.instagram.com/{version}/{IG_ID}/conversations?platform=instagram&limit={limit}&after={}&access_token=IGAAleaked",
                cursor(&last.id)
            ));
        }
    }
    Answer::ok(out)
}

/// `GET /{id}`: a conversation, a message or a person.
pub fn node(world: &World, call: &Call, version: &str, id: &str) -> Answer {
    let account = &world.instagram;
    let fields = match asked_fields(call) {
        Ok(fields) => fields,
        Err(refusal) => return refusal,
    };
    if let Some(thread) = account.thread(id) {
        return match render::thread(account, thread, &fields, &format!("/{version}")) {
            Ok(value) => Answer::ok(value),
            Err(refusal) => refusal,
        };
    }
    if let Some((code, subcode)) = account.refused.get(id) {
        return refused(*code, *subcode, "The message cannot be shown");
    }
    if let Some((thread, place)) = account.message(id) {
        return message(account, thread, place, &fields);
    }
    if account.threads.iter().any(|thread| thread.unsent.iter().any(|unsent| unsent == id)) {
        return deleted();
    }
    if account.people.contains_key(id) {
        return person(account, id, &fields);
    }
    not_there(id)
}

/// `GET /{conversation}/messages`
pub fn thread_messages(world: &World, call: &Call, version: &str, id: &str) -> Answer {
    let account = &world.instagram;
    let Some(thread) = account.thread(id) else { return not_there(id) };
    let of = match asked_fields(call) {
        Ok(fields) => fields,
        Err(refusal) => return refusal,
    };
    if let Err(refusal) = render::check_message_fields(account, &of) {
        return refusal;
    }
    let options =
        call.asked("limit").map(|limit| ("limit".to_owned(), limit.to_owned())).into_iter().collect();
    let field = Field { name: "messages".into(), options, of };
    Answer::ok(render::messages(account, thread, &field, call.asked("after"), &format!("/{version}")))
}

fn deleted() -> Answer {
    refused(9_000_001, None, "The message has been deleted or is no longer available")
}

fn message(account: &Account, thread: &Thread, place: usize, fields: &[Field]) -> Answer {
    if let Err(refusal) = render::check_message_fields(account, fields) {
        return refusal;
    }
    if thread.messages.len() - place > HORIZON {
        return deleted();
    }
    Answer::ok(render::message(account, thread, &thread.messages[place], fields))
}

fn person(account: &Account, id: &str, fields: &[Field]) -> Answer {
    let wrote = account.last_inbound(id).is_some();
    let Some(person) = account.people.get(id) else { return not_there(id) };
    if !wrote || person.hides_profile {
        return refused(230, None, "User consent is required to access user profile");
    }
    let mut out = json!({ "id": id });
    for field in fields {
        out[field.name.as_str()] = match field.name.as_str() {
            "id" => continue,
            "name" => person.name.as_str().into(),
            "username" => person.username.as_str().into(),
            "profile_pic" => format!("https://scontent.cdninstagram.com/v/{id}.jpg").into(),
            "follower_count" => 212.into(),
            "is_user_follow_business" => true.into(),
            "is_business_follow_user" | "is_verified_user" => false.into(),
            other => return render::unknown_field(other, "IGScopedUser"),
        };
    }
    Answer::ok(out)
}

/// Threads of people we never answered leave the list after 30 days of silence.
fn is_listed(world: &World, thread: &Thread) -> bool {
    let answered = thread.messages.iter().any(|message| !message.inbound);
    answered || world.now.duration_since(thread.updated) < SignedDuration::from_hours(30 * 24)
}
