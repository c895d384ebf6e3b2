//! Templates as Twilio's Content API lists them, in our words. Pure.

use anteroom_model::{Template, TemplateApproval};
use serde_json::Value;

use super::payload::ContentTemplate;

/// A template. One without words (a location, a login code) has an empty body and is kept, so that nobody wonders
/// where it went.
pub(super) fn template(row: ContentTemplate) -> Template {
    let request = approval_request(&row.approval_requests);
    let text = |member: &str| {
        request
            .and_then(|request| request.get(member))
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty())
    };
    let shown = shown(&row.types);
    Template {
        name: row
            .friendly_name
            .or_else(|| text("name").map(str::to_owned))
            .unwrap_or_else(|| row.sid.clone()),
        id: row.sid,
        language: row.language.unwrap_or_default(),
        category: text("category").map(str::to_ascii_lowercase),
        body: shown.map(body).unwrap_or_default(),
        buttons: shown.map(buttons).unwrap_or_default(),
        examples: examples(&row.variables),
        approval: approval(text("status").unwrap_or_default()),
        reason: text("rejection_reason").map(str::to_owned),
    }
}

/// The request stands there by itself, or under the channel's name.
fn approval_request(requests: &Value) -> Option<&Value> {
    let first = match requests {
        Value::Array(list) => list.first()?,
        other => other,
    };
    Some(first.get("whatsapp").unwrap_or(first))
}

/// A state that we do not know, or none, has not been decided.
fn approval(status: &str) -> TemplateApproval {
    match status {
        "approved" => TemplateApproval::Approved,
        "rejected" => TemplateApproval::Rejected,
        "paused" => TemplateApproval::Paused,
        "disabled" => TemplateApproval::Disabled,
        _ => TemplateApproval::Pending,
    }
}

/// What the patient sees. A template may have a plainer form for other channels; the richest is WhatsApp's.
fn shown(types: &Value) -> Option<&Value> {
    let types = types.as_object()?;
    let plain = |name: &str| name == "twilio/text";
    types.iter().find(|(name, _)| !plain(name)).or_else(|| types.iter().next()).map(|(_, content)| content)
}

fn body(content: &Value) -> String {
    let text = |member: &str| content.get(member).and_then(Value::as_str).filter(|text| !text.is_empty());
    match text("body") {
        Some(body) => body.to_owned(),
        None => ["header_text", "title", "subtitle", "footer"]
            .into_iter()
            .filter_map(text)
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn buttons(content: &Value) -> Vec<String> {
    let list = |member: &str| content.get(member).and_then(Value::as_array).into_iter().flatten();
    let title = |one: &Value| {
        let title = one.get("title").or_else(|| one.get("item"))?;
        title.as_str().map(str::to_owned)
    };
    list("actions").chain(list("items")).filter_map(title).collect()
}

fn examples(variables: &Value) -> Vec<(String, String)> {
    let mut examples: Vec<(String, String)> = variables
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            (name.clone(), value)
        })
        .collect();
    // "10" comes after "9".
    examples.sort_by_key(|(name, _)| (name.parse::<u32>().unwrap_or(u32::MAX), name.clone()));
    examples
}
