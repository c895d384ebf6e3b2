//! Which question goes where.

use http::Method;
use serde_json::json;

use super::account::{IG_ID, SCOPES};
use super::error::{self, refused};
use super::{media, read, send, token, upload};
use crate::http::{Answer, Call};
use crate::world::World;

/// Answers a request to one of Meta's hosts.
pub fn answer(world: &mut World, call: &Call) -> Answer {
    match (call.host.as_str(), call.segments().as_slice()) {
        ("lookaside.fbsbx.com" | "scontent.cdninstagram.com", _) => media::answer(world, call),
        ("api.instagram.com", ["oauth", "access_token"]) if call.method == Method::POST => {
            token::from_code(world, call)
        }
        ("graph.instagram.com", ["refresh_access_token"]) => token::refresh(world, call),
        ("graph.instagram.com", ["access_token"]) => token::exchange(world, call),
        ("graph.instagram.com", [version, rest @ ..]) if is_version(version) => {
            let answer = graph(world, call, version, rest);
            with_usage(world, answer)
        }
        _ => unknown_path(),
    }
}

fn is_version(text: &str) -> bool {
    let number = text.strip_prefix('v').and_then(|rest| rest.split_once('.'));
    number.is_some_and(|(major, minor)| {
        minor == "0" && major.parse::<u32>().is_ok_and(|n| (20..=26).contains(&n))
    })
}

fn unknown_path() -> Answer {
    refused(2500, None, "Unknown path components")
}

fn graph(world: &mut World, call: &Call, version: &str, path: &[&str]) -> Answer {
    let token = match token::of(world, call) {
        Ok(token) => token,
        Err(refusal) => return refusal,
    };
    world.instagram.calls += 1;
    world.instagram.asked = world.now;
    if !token.may(SCOPES[0]) {
        return refused(10, None, "Application does not have permission for this action");
    }
    let me = |id: &str| id == "me" || id == IG_ID;
    let get = call.method == Method::GET;
    match path {
        ["me"] | [IG_ID] if get => read::me(world, call),
        ["me", "permissions"] if call.method == Method::DELETE => token::give_back(world),
        [id, "subscribed_apps"] if me(id) => Answer::ok(json!({ "success": true })),
        _ => match messaging(world, call, version, path, token.may(SCOPES[1])) {
            Some(answer) => answer,
            None => unknown_path(),
        },
    }
}

fn messaging(world: &mut World, call: &Call, version: &str, path: &[&str], allowed: bool) -> Option<Answer> {
    let me = |id: &str| id == "me" || id == IG_ID;
    let (get, post) = (call.method == Method::GET, call.method == Method::POST);
    let known = match path {
        [id, "messages"] if post && me(id) => true,
        [id, "message_attachments"] if post && me(id) => true,
        [id, "conversations"] if get && me(id) => true,
        [_] | [_, "messages"] if get => true,
        _ => false,
    };
    if !known {
        return None;
    }
    if !allowed {
        return Some(refused(200, Some(1_349_174), "Requires instagram_business_manage_messages permission"));
    }
    if !world.instagram.message_access {
        return Some(refused(200, Some(2_534_041), "Access to messages is switched off for this account"));
    }
    let now = world.now;
    // People's profiles have another budget than conversations and messages.
    let profile = matches!(path, [id] if world.instagram.people.contains_key(*id));
    if get && !profile && !world.instagram.pace.take(now) {
        return Some(error::too_fast(IG_ID));
    }
    Some(match path {
        [_, "messages"] if post => send::answer(world, call),
        [_, "message_attachments"] => upload::answer(world, call),
        [_, "conversations"] => read::conversations(world, call, version),
        [id, "messages"] => read::thread_messages(world, call, version, id),
        [id, ..] => read::node(world, call, version, id),
        [] => unknown_path(),
    })
}

fn with_usage(world: &World, answer: Answer) -> Answer {
    let Some(percent) = world.instagram.usage else { return answer };
    let app = json!({ "call_count": percent, "total_time": percent / 2, "total_cputime": percent / 2 });
    let wait = if percent >= 100 { 5 } else { 0 };
    let business = json!({ IG_ID: [{ "type": "instagram", "call_count": percent, "total_cputime": 1, "total_time": 1,
        "estimated_time_to_regain_access": wait }] });
    answer.with("x-app-usage", app.to_string()).with("x-business-use-case-usage", business.to_string())
}
