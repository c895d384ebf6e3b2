//! One request as the simulated providers see it, and one answer.

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use serde_json::Value;

/// A part of a multipart body.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its media type, if given.
    pub mime: Option<String>,
    /// Its file name, if given.
    pub file_name: Option<String>,
    /// Its bytes.
    pub bytes: Bytes,
}

/// A request, taken apart.
#[derive(Clone, Debug)]
pub struct Call {
    /// The method.
    pub method: Method,
    /// The real host: the first segment of the path.
    pub host: String,
    /// The rest of the path, decoded, in segments.
    pub path: Vec<String>,
    /// The query, decoded.
    pub query: Vec<(String, String)>,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
    /// The parts, when the body is multipart.
    pub parts: Vec<Part>,
}

impl Call {
    /// The segments, for matching.
    pub fn segments(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }

    /// A value of the query.
    pub fn asked(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The form in the body, decoded; `None` when the body is not declared as a form.
    pub fn form(&self) -> Option<Vec<(String, String)>> {
        let kind = self.header("content-type").unwrap_or_default();
        (self.body.is_empty() || kind.starts_with("application/x-www-form-urlencoded"))
            .then(|| url::form_urlencoded::parse(&self.body).into_owned().collect())
    }

    /// The JSON in the body.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// A part of a multipart body.
    pub fn part(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name == name)
    }
}

/// The body of an answer.
#[derive(Clone, Debug)]
pub enum Body {
    /// Nothing.
    Empty,
    /// JSON.
    Json(Value),
    /// Bytes with their media type.
    Bytes(String, Bytes),
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// Headers besides the content type.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Body,
}

impl Answer {
    /// 200 with JSON.
    pub fn ok(value: Value) -> Self {
        Self::json(200, value)
    }

    /// JSON with a status.
    pub fn json(status: u16, value: Value) -> Self {
        Self { status: status_of(status), headers: Vec::new(), body: Body::Json(value) }
    }

    /// 200 with bytes.
    pub fn bytes(mime: &str, bytes: Bytes) -> Self {
        Self { status: StatusCode::OK, headers: Vec::new(), body: Body::Bytes(mime.to_owned(), bytes) }
    }

    /// A status alone.
    pub fn empty(status: u16) -> Self {
        Self { status: status_of(status), headers: Vec::new(), body: Body::Empty }
    }

    /// The same with a header.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }
}

fn status_of(number: u16) -> StatusCode {
    StatusCode::from_u16(number).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
