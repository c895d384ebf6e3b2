//! Turning a good answer into what a fault makes of it.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body as HttpBody;
use axum::response::Response;
use bytes::Bytes;
use futures::{StreamExt, stream};
use http::{HeaderValue, header};
use jiff::SignedDuration;
use serde_json::Value;

use super::call::{Answer, Body};
use crate::sim::SimClock;

/// An answer as bytes on the wire.
pub fn plain(answer: Answer) -> Response {
    let (mime, bytes) = body_bytes(answer.body);
    let mut response = Response::new(HttpBody::from(bytes));
    *response.status_mut() = answer.status;
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) = (http::HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().append(name, value);
        }
    }
    if let Some(Ok(mime)) = mime.map(HeaderValue::try_from) {
        response.headers_mut().insert(header::CONTENT_TYPE, mime);
    }
    response
}

fn body_bytes(body: Body) -> (Option<String>, Bytes) {
    match body {
        Body::Empty => (None, Bytes::new()),
        Body::Json(value) => (Some("application/json; charset=UTF-8".into()), value.to_string().into()),
        Body::Bytes(mime, bytes) => (Some(mime), bytes),
    }
}

/// Only the first bytes arrive, though all were announced.
pub fn truncated(mut answer: Answer, bytes: usize) -> Response {
    let (mime, whole) = body_bytes(answer.body);
    let arrives = whole.slice(..bytes.min(whole.len()));
    answer.body = Body::Empty;
    let mut response = plain(answer);
    // The break comes a turn later, so that what should arrive is on its way before the connection ends.
    let ends = async {
        tokio::task::yield_now().await;
        Err(std::io::Error::from(std::io::ErrorKind::UnexpectedEof))
    };
    let pieces = stream::once(async { Ok(arrives) }).chain(stream::once(ends));
    *response.body_mut() = HttpBody::from_stream(pieces);
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(whole.len().max(bytes + 1)));
    if let Some(Ok(mime)) = mime.map(HeaderValue::try_from) {
        response.headers_mut().insert(header::CONTENT_TYPE, mime);
    }
    response
}

/// The whole answer, piece by piece, with a pause before each.
pub fn slow(mut answer: Answer, bytes: usize, pause: Duration, clock: Arc<SimClock>) -> Response {
    let (mime, whole) = body_bytes(answer.body);
    answer.body = Body::Empty;
    let mut response = plain(answer);
    let length = whole.len();
    let pause = SignedDuration::try_from(pause).unwrap_or(SignedDuration::ZERO);
    let starts = (0..length).step_by(bytes.max(1));
    let pieces = stream::iter(starts).then(move |start| {
        let piece = whole.slice(start..length.min(start + bytes.max(1)));
        let wait = clock.sleep_until(clock.now() + pause);
        async move {
            wait.await;
            Ok::<_, std::io::Error>(piece)
        }
    });
    *response.body_mut() = HttpBody::from_stream(pieces);
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    if let Some(Ok(mime)) = mime.map(HeaderValue::try_from) {
        response.headers_mut().insert(header::CONTENT_TYPE, mime);
    }
    response
}

/// So many bytes of text that begins like JSON.
pub fn huge(bytes: u64) -> Response {
    const PIECE: usize = 64 * 1024;
    let pieces = stream::unfold(bytes, |left| async move {
        let size = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
        let next = left - size as u64;
        (size > 0).then(|| (Ok::<_, std::io::Error>(Bytes::from(vec![b'['; size])), next))
    });
    let mut response = Response::new(HttpBody::from_stream(pieces));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// Changes every list of objects in an answer.
pub fn lists(answer: &mut Answer, change: fn(&mut Vec<Value>)) {
    if let Body::Json(value) = &mut answer.body {
        walk(value, change);
    }
}

fn walk(value: &mut Value, change: fn(&mut Vec<Value>)) {
    match value {
        Value::Array(rows) => {
            rows.iter_mut().for_each(|row| walk(row, change));
            if rows.iter().any(|row| row.get("id").or_else(|| row.get("sid")).is_some()) {
                change(rows);
            }
        }
        Value::Object(members) => members.values_mut().for_each(|member| walk(member, change)),
        _ => {}
    }
}

/// Each row twice.
pub fn twice(rows: &mut Vec<Value>) {
    *rows = rows.drain(..).flat_map(|row| [row.clone(), row]).collect();
}
