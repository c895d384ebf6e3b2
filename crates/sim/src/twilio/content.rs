//! Content templates with their approvals, and filling them.

use http::Method;
use serde_json::{Map, Value, json};

use super::account::ACCOUNT_SID;
use super::error::{bad, not_there, wrong_method};
use super::page;
use crate::http::{Answer, Call};
use crate::world::World;

/// A template.
#[derive(Clone, Debug)]
pub struct ContentTemplate {
    pub sid: String,
    pub name: &'static str,
    pub language: &'static str,
    pub body: &'static str,
    pub buttons: &'static [(&'static str, &'static str)],
    pub examples: &'static [(&'static str, &'static str)],
    pub category: &'static str,
    pub status: &'static str,
    pub reason: &'static str,
}

/// The templates of the practice at the start: most are approved, one of each other kind.
pub fn first_templates() -> Vec<ContentTemplate> {
    let template = |n: u32, name, language, body, examples, status, reason| ContentTemplate {
        sid: format!("HX{n:032x}"),
        name,
        language,
        body,
        buttons: if n == 1 { &[("ok", "Confirm"), ("change", "Change")] } else { &[] },
        examples,
        category: if n == 6 { "MARKETING" } else { "UTILITY" },
        status,
        reason,
    };
    let visit: &[(&str, &str)] = &[("1", "Ana"), ("2", "Monday 14:30")];
    let one: &[(&str, &str)] = &[("1", "Ana")];
    vec![
        template(1, "visit_reminder", "en", "Hello {{1}}, your visit is {{2}}.", visit, "approved", ""),
        template(
            2,
            "please_write_back",
            "en",
            "Hello {{1}}, we have an answer to your question. Please write to us here when it suits you.",
            one,
            "approved",
            "",
        ),
        template(
            3,
            "termin_erinnerung",
            "de",
            "Guten Tag {{1}}, Ihr Termin ist am {{2}}.",
            visit,
            "approved",
            "",
        ),
        template(
            4,
            "kujtese_termini",
            "sq",
            "Përshëndetje {{1}}, termini juaj është {{2}}.",
            visit,
            "approved",
            "",
        ),
        template(
            5,
            "aftercare",
            "en",
            "Hello {{1}}, how are you after your treatment?",
            one,
            "paused",
            "Low quality rating",
        ),
        template(
            6,
            "whitening_offer",
            "en",
            "Hello {{1}}, whitening costs less this month.",
            one,
            "rejected",
            "The content breaks the commerce policy",
        ),
        template(7, "opening_hours", "en", "Hello {{1}}, we are open from 8 to 18.", one, "pending", ""),
        template(
            8,
            "old_reminder",
            "en",
            "Hello {{1}}, see you {{2}}.",
            visit,
            "disabled",
            "Paused three times",
        ),
        template(9, "draft_greeting", "en", "Hello {{1}}.", one, "unsubmitted", ""),
    ]
}

fn render(template: &ContentTemplate, approvals: bool) -> Value {
    let variables: Map<String, Value> =
        template.examples.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect();
    let (kind, content) = if template.buttons.is_empty() {
        ("twilio/text", json!({ "body": template.body }))
    } else {
        let actions: Vec<Value> =
            template.buttons.iter().map(|(id, title)| json!({ "id": id, "title": title })).collect();
        ("twilio/quick-reply", json!({ "body": template.body, "actions": actions }))
    };
    let mut out = json!({
        "sid": template.sid, "account_sid": ACCOUNT_SID, "friendly_name": template.name, "language": template.language,
        "variables": variables, "types": { kind: content },
        "date_created": "2026-10-01T09:00:00Z", "date_updated": "2026-10-02T09:00:00Z",
    });
    let url = format!("https://content.twilio.com/v1/Content/{}", template.sid);
    if approvals {
        out["approval_requests"] = json!({ "name": template.name, "category": template.category, "content_type": kind,
            "status": template.status, "rejection_reason": template.reason });
    } else {
        out["links"] = json!({ "approval_fetch": format!("{url}/ApprovalRequests") });
        out["url"] = Value::from(url);
    }
    out
}

/// `https://content.twilio.com/v1/…`
pub fn answer(world: &World, call: &Call, path: &[&str]) -> Answer {
    let get = call.method == Method::GET;
    let list = |approvals| {
        let rows = world.twilio.contents.iter().map(|row| (row.sid.clone(), row)).collect();
        page::meta(call, "contents", rows, |row| render(row, approvals))
    };
    let known = |sid: &str| world.twilio.contents.iter().find(|row| row.sid == sid);
    match path {
        ["Content"] if get => list(false),
        ["ContentAndApprovals"] if get => list(true),
        ["Content", sid] if get => {
            known(sid).map_or_else(|| not_there(sid), |row| Answer::ok(render(row, false)))
        }
        ["Content", sid, "ApprovalRequests"] if get => known(sid).map_or_else(
            || not_there(sid),
            |row| {
                let whatsapp = render(row, true)["approval_requests"].take();
                Answer::ok(json!({ "sid": sid, "account_sid": ACCOUNT_SID, "whatsapp": whatsapp }))
            },
        ),
        ["Content" | "ContentAndApprovals", ..] => wrong_method(),
        _ => not_there(&path.join("/")),
    }
}

/// A template with its blanks filled.
#[derive(Clone, Debug)]
pub struct Filled {
    pub text: String,
    /// What WhatsApp will say to it; 63016 only counts outside the window.
    pub refused: Option<u32>,
}

/// Fills a template; what Twilio refuses at once is an error, what WhatsApp refuses later is in the answer.
pub fn filled(world: &World, sid: Option<&str>, variables: Option<&str>) -> Result<Option<Filled>, Answer> {
    let Some(sid) = sid else {
        return match variables {
            Some(_) => Err(bad(21654, "ContentSid is required when ContentVariables is given")),
            None => Ok(None),
        };
    };
    let template = world.twilio.contents.iter().find(|row| row.sid == sid);
    let template = template.ok_or_else(|| bad(21655, "The ContentSid is invalid"))?;
    let values: Map<String, Value> = match variables.map(serde_json::from_str) {
        None => Map::new(),
        Some(Ok(values)) => values,
        Some(Err(_)) => return Err(bad(21656, "The ContentVariables parameter is invalid")),
    };
    if values.values().any(|value| !value.is_string()) {
        return Err(bad(21656, "The ContentVariables parameter is invalid"));
    }
    let mut text = template.body.to_owned();
    let mut refused = match template.status {
        "approved" => None,
        "rejected" => Some(63040),
        "paused" => Some(63041),
        "disabled" => Some(63042),
        _ => Some(63016),
    };
    for (name, _) in template.examples {
        match values.get(*name).and_then(Value::as_str) {
            Some(value) if !value.is_empty() => {
                let broken = value.contains(['\n', '\t']) || value.contains("     ");
                refused = if broken { Some(63013) } else { refused };
                text = text.replace(&format!("{{{{{name}}}}}"), value);
            }
            _ => refused = Some(63028),
        }
    }
    Ok(Some(Filled { text, refused }))
}
