//! Lists in pages, in both of Twilio's envelopes, and the times they are written in.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::error::bad;
use crate::http::{Answer, Call};

/// `Fri, 20 Nov 2026 09:30:00 +0000`
pub fn rfc2822(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%a, %d %b %Y %H:%M:%S %z").to_string()
}

/// `2026-11-20T09:30:00Z`
pub fn iso(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The size of a page: 50 by default, 1000 at most.
fn size(call: &Call) -> Result<usize, Answer> {
    match call.asked("PageSize").map(str::parse::<usize>) {
        None => Ok(50),
        Some(Ok(size)) if size > 0 => Ok(size.min(1000)),
        Some(_) => Err(bad(20001, "Invalid PageSize")),
    }
}

fn first_row(call: &Call, size: usize, sids: &[&str], by_rows: bool) -> Result<usize, Answer> {
    let number = call.asked("Page").and_then(|page| page.parse::<usize>().ok()).unwrap_or(0);
    match call.asked("PageToken") {
        _ if by_rows => Ok(number * size),
        None if number == 0 => Ok(0),
        None => Err(bad(20006, "Page number out of range")),
        Some(token) => {
            let sid = token.strip_prefix("PA").unwrap_or_default();
            let place = sids.iter().position(|row| *row == sid);
            place.map(|place| place + 1).ok_or_else(|| bad(20001, "Invalid PageToken"))
        }
    }
}

fn query(call: &Call, size: usize, page: usize, token: Option<&str>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in &call.query {
        if !matches!(name.as_str(), "PageSize" | "Page" | "PageToken") {
            query.append_pair(name, value);
        }
    }
    query.append_pair("PageSize", &size.to_string()).append_pair("Page", &page.to_string());
    if let Some(token) = token {
        query.append_pair("PageToken", token);
    }
    query.finish()
}

struct Cut {
    rows: Vec<Value>,
    size: usize,
    number: usize,
    start: usize,
    first: String,
    this: String,
    next: Option<String>,
}

/// Only the rows of the page are rendered: lists may be long.
fn cut<T>(
    call: &Call,
    rows: Vec<(String, T)>,
    by_rows: bool,
    render: impl Fn(T) -> Value,
) -> Result<Cut, Answer> {
    let size = size(call)?;
    let sids: Vec<&str> = rows.iter().map(|(sid, _)| sid.as_str()).collect();
    let start = first_row(call, size, &sids, by_rows)?;
    let number = call.asked("Page").and_then(|page| page.parse().ok()).unwrap_or(0);
    let more = start + size < rows.len();
    let last = rows.get(start + size - 1).map(|(sid, _)| format!("PA{sid}"));
    let next = last.filter(|_| more).map(|token| query(call, size, number + 1, Some(&token)));
    Ok(Cut {
        size,
        number,
        start,
        first: query(call, size, 0, None),
        this: query(call, size, number, call.asked("PageToken")),
        next,
        rows: rows.into_iter().skip(start).take(size).map(|(_, row)| render(row)).collect(),
    })
}

/// The envelope of `2010-04-01`: rows with their sids, newest first.
pub fn legacy<T>(
    call: &Call,
    key: &str,
    rows: Vec<(String, T)>,
    by_rows: bool,
    render: impl Fn(T) -> Value,
) -> Answer {
    let path = format!("/{}", call.path.join("/"));
    match cut(call, rows, by_rows, render) {
        Err(refusal) => refusal,
        Ok(cut) => {
            let uri = |query: &str| format!("{path}?{query}");
            let mut out = json!({
                "page": cut.number, "page_size": cut.size, "start": cut.start,
                "end": (cut.start + cut.rows.len()).saturating_sub(1),
                "uri": uri(&cut.this), "first_page_uri": uri(&cut.first), "previous_page_uri": Value::Null,
                "next_page_uri": cut.next.as_deref().map(uri),
            });
            out[key] = Value::Array(cut.rows);
            Answer::ok(out)
        }
    }
}

/// The envelope of the newer hosts.
pub fn meta<T>(call: &Call, key: &str, rows: Vec<(String, T)>, render: impl Fn(T) -> Value) -> Answer {
    let path = format!("https://{}/{}", call.host, call.path.join("/"));
    match cut(call, rows, false, render) {
        Err(refusal) => refusal,
        Ok(cut) => {
            let url = |query: &str| format!("{path}?{query}");
            let mut out = json!({ "meta": {
                "key": key, "page": cut.number, "page_size": cut.size, "previous_page_url": Value::Null,
                "next_page_url": cut.next.as_deref().map(url), "first_page_url": url(&cut.first), "url": url(&cut.this),
            } });
            out[key] = Value::Array(cut.rows);
            Answer::ok(out)
        }
    }
}

/// An empty list of the newer hosts.
pub fn nothing(call: &Call, key: &str) -> Answer {
    meta(call, key, Vec::new(), |row: Value| row)
}

/// A filter by day: `Name`, `Name<`, `Name>`. Only the date of a value counts.
pub struct Days {
    on: Option<Date>,
    from: Option<Date>,
    until: Option<Date>,
}

impl Days {
    /// Reads the filter called `name` from the query.
    pub fn asked(call: &Call, name: &str) -> Result<Self, Answer> {
        let day = |operator: &str| match call.asked(&format!("{name}{operator}")) {
            None => Ok(None),
            Some(text) => {
                let date = text.get(..10).and_then(|date| date.parse::<Date>().ok());
                date.map(Some).ok_or_else(|| bad(20001, "Invalid date value"))
            }
        };
        Ok(Self { on: day("")?, from: day(">")?, until: day("<")? })
    }

    /// Whether something of this time passes; `None` passes only when nothing was asked.
    pub fn pass(&self, at: Option<Timestamp>) -> bool {
        let Some(at) = at else { return self.on.is_none() && self.from.is_none() && self.until.is_none() };
        let day = at.to_zoned(TimeZone::UTC).date();
        // "<" means up to midnight at the start of that day.
        self.on.is_none_or(|on| day == on)
            && self.from.is_none_or(|from| day >= from)
            && self.until.is_none_or(|until| day < until)
    }
}
