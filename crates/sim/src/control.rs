//! The simulator's own API under `/control`, in JSON; see the README. Not part of any provider.

use std::sync::Arc;

use anteroom_model::ChannelKind;
use http::Method;
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::fault::Fault;
use crate::http::{Answer, Call};
use crate::instagram::{self, patient as instagram_people};
use crate::scenario::{Act, Deed, DeedError, Scenario, perform};
use crate::sim::{Shared, SimClock};
use crate::twilio::{self, Line, patient as twilio_people};
use crate::world::World;

/// Somebody does something, as the control API says it.
#[derive(Deserialize)]
struct Wish {
    on: String,
    /// A user name on Instagram, a number elsewhere. Somebody unknown begins to exist.
    who: String,
    #[serde(default)]
    name: String,
    #[serde(flatten)]
    act: Act,
}

#[derive(Deserialize)]
struct Advance {
    ms: i64,
}

fn problem(status: u16, text: &str) -> Answer {
    Answer::json(status, json!({ "problem": text }))
}

/// Answers a request to `/control/…`.
pub async fn answer(shared: &Arc<Shared>, call: &Call) -> Answer {
    let path = call.segments();
    match (&call.method, path.as_slice()) {
        (&Method::POST, ["network", up]) => {
            match *up {
                "up" => shared.network.up().await,
                "down" => shared.network.down().await,
                _ => return problem(404, "no such control"),
            }
            Answer::empty(204)
        }
        (&Method::POST, ["clock", "advance"]) => advance(shared, call),
        _ => within(&mut shared.world(), call, &path),
    }
}

fn advance(shared: &Arc<Shared>, call: &Call) -> Answer {
    let clock = shared.clock();
    match (serde_json::from_slice::<Advance>(&call.body), &*clock) {
        (Ok(Advance { ms }), SimClock::Manual(manual)) => {
            manual.advance(SignedDuration::from_millis(ms));
            Answer::ok(json!({ "now_ms": shared.world().now.as_millisecond() }))
        }
        (Ok(_), SimClock::Running(_)) => problem(409, "this clock runs by itself"),
        (Err(_), _) => problem(400, "send {\"ms\": 1000}"),
    }
}

fn within(world: &mut World, call: &Call, path: &[&str]) -> Answer {
    match (&call.method, path) {
        (&Method::GET, ["health"]) => Answer::ok(json!({ "now_ms": world.now.as_millisecond(),
            "next_due_ms": world.next_due().map(|at| at.as_millisecond()), "ledger_broken": world.ledger.broken })),
        (&Method::GET, ["credentials"]) => credentials(world),
        (&Method::POST, ["deeds"]) => match serde_json::from_slice::<Wish>(&call.body) {
            Ok(wish) => deed(world, wish),
            Err(_) => problem(400, "send {\"on\", \"who\", \"does\", …} as the README says"),
        },
        (&Method::POST, ["scenario"]) => match std::str::from_utf8(&call.body).map(Scenario::parse) {
            Ok(Ok(scenario)) => match scenario.begin(world) {
                Ok(()) => Answer::empty(204),
                Err(error) => problem(400, &error.to_string()),
            },
            Ok(Err(error)) => problem(400, &error.to_string()),
            Err(_) => problem(400, "the scenario is not UTF-8"),
        },
        (&Method::GET, ["received"]) => received(world, call),
        (&Method::GET, ["ledger"]) => match serde_json::to_value(world.ledger.entries()) {
            Ok(entries) => Answer::ok(json!({ "entries": entries })),
            Err(_) => problem(500, "the ledger cannot be written as JSON"),
        },
        (&Method::POST, ["faults"]) => match serde_json::from_slice::<Fault>(&call.body) {
            Ok(fault) => Answer::json(201, json!({ "number": world.faults.add(fault) })),
            Err(_) => problem(400, "send a fault as the README says"),
        },
        (&Method::DELETE, ["faults"]) => {
            world.faults.clear_all();
            Answer::empty(204)
        }
        (&Method::GET, ["faults", number]) => match number.parse() {
            Ok(number) => Answer::ok(json!({ "hits": world.faults.hits(number) })),
            Err(_) => problem(404, "no such fault"),
        },
        (&Method::DELETE, ["faults", number]) => match number.parse() {
            Ok(number) => {
                world.faults.clear(number);
                Answer::empty(204)
            }
            Err(_) => problem(404, "no such fault"),
        },
        (_, ["trap", ..]) => {
            world.trapped += 1;
            Answer::ok(json!({ "trapped": world.trapped }))
        }
        (&Method::POST, ["instagram", switch]) => {
            instagram_switch(world, switch, call.asked("on") != Some("false"))
        }
        (&Method::POST, ["twilio", "revoke"]) => {
            world.twilio.revoke_all();
            Answer::empty(204)
        }
        _ => problem(404, "no such control"),
    }
}

fn instagram_switch(world: &mut World, switch: &str, on: bool) -> Answer {
    let (now, account) = (world.now, &mut world.instagram);
    match switch {
        "revoke" => account.revoke_all(),
        "expire" => account.tokens.iter_mut().for_each(|token| token.expires = now),
        "human_agent" => account.human_agent = on,
        "uploads" => account.uploads = on,
        "rich_fields" => account.rich_fields = on,
        "expansion" => account.expansion = on,
        "epoch_times" => account.epoch_times = on,
        "message_access" => account.message_access = on,
        "pace" => account.pace.per_second = on.then_some(2.0),
        _ => return problem(404, "no such switch"),
    }
    Answer::empty(204)
}

fn credentials(world: &World) -> Answer {
    Answer::ok(json!({
        "instagram": { "token": world.instagram.tokens.first().map(|token| &token.value), "user_id": instagram::IG_ID },
        "twilio": { "account_sid": twilio::ACCOUNT_SID, "key_sid": twilio::KEY_SID, "key_secret": twilio::KEY_SECRET,
            "auth_token": twilio::AUTH_TOKEN, "number": twilio::NUMBER, "desk_phone": twilio::DESK_PHONE },
    }))
}

fn igsid(world: &World, username: &str) -> Option<String> {
    world
        .instagram
        .people
        .iter()
        .find(|(id, person)| person.username == username || *id == username)
        .map(|(id, _)| id.clone())
}

fn deed(world: &mut World, wish: Wish) -> Answer {
    let Ok(on) = wish.on.parse::<ChannelKind>() else { return problem(400, &DeedError::Channel.to_string()) };
    let who = match on {
        ChannelKind::Instagram => igsid(world, &wish.who).unwrap_or_else(|| {
            let name = if wish.name.is_empty() { &wish.who } else { &wish.name };
            instagram_people::meet(world, name, &wish.who)
        }),
        _ => wish.who,
    };
    match perform(world, &Deed { on, who, act: wish.act }) {
        Ok(id) => Answer::json(201, json!({ "provider_id": id })),
        Err(error) => problem(400, &error.to_string()),
    }
}

fn received(world: &World, call: &Call) -> Answer {
    let (on, who) = (call.asked("on").unwrap_or_default(), call.asked("who").unwrap_or_default());
    let rows = match on.parse() {
        Ok(ChannelKind::Instagram) => {
            igsid(world, who).map(|id| instagram_people::received(world, &id)).unwrap_or_default()
        }
        Ok(ChannelKind::WhatsApp) => twilio_people::received(world, Line::WhatsApp, who),
        Ok(ChannelKind::Sms) => twilio_people::received(world, Line::Sms, who),
        _ => return problem(400, "send ?on=instagram|whatsapp|sms&who=…"),
    };
    serde_json::to_value(rows).map_or_else(
        |_| problem(500, "cannot be written"),
        |rows: Value| Answer::ok(json!({ "received": rows })),
    )
}
