//! From socket to world and back, through the faults.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, FromRequest, Multipart, Request, State};
use axum::response::Response;
use bytes::Bytes;
use http::header::DATE;
use http::{HeaderValue, StatusCode};
use jiff::tz::TimeZone;

use super::call::{Answer, Call, Part};
use super::spoil;
use super::wire::{Cable, Connection};
use crate::fault::FaultKind;
use crate::sim::Shared;
use crate::world::World;
use crate::{control, instagram, twilio};

/// The most a request may hold: Meta's and Twilio's own limits are below.
const MOST: usize = 32 * 1024 * 1024;

/// Serves until the task is dropped.
pub async fn serve(cable: Cable, shared: Arc<Shared>) {
    // Our own limit is larger than axum's for uploads.
    let router = Router::new().fallback(handle).layer(DefaultBodyLimit::disable()).with_state(shared);
    // Serving on an own listener never ends by itself; when the task is dropped it stops.
    let _ = axum::serve(cable, router.into_make_service_with_connect_info::<Connection>()).await;
}

/// Answers, with the time of the simulator's clock in the `Date` header: clients measure their own clock by it.
async fn handle(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(connection): ConnectInfo<Connection>,
    request: Request,
) -> Response {
    let date = shared.clock().now().to_zoned(TimeZone::UTC).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    let mut response = respond(&shared, &connection, request).await;
    if let Ok(date) = HeaderValue::try_from(date) {
        response.headers_mut().insert(DATE, date);
    }
    response
}

async fn respond(shared: &Arc<Shared>, connection: &Connection, request: Request) -> Response {
    let Some(call) = take_apart(request).await else {
        return spoil::plain(Answer::empty(StatusCode::BAD_REQUEST.as_u16()));
    };
    if call.host == "control" {
        return spoil::plain(control::answer(shared, &call).await);
    }
    let path = format!("/{}", call.path.join("/"));
    let fault = shared.world().faults.strike(call.method.as_str(), &call.host, &path);
    let taken = || answer(&mut shared.world(), &call);
    match fault {
        None => spoil::plain(taken()),
        Some(FaultKind::TooMany { retry_after }) => {
            spoil::plain(with_retry(refusal(&call, 429), retry_after))
        }
        Some(FaultKind::Down { status, taken: takes, retry_after }) => {
            if takes {
                taken();
            }
            spoil::plain(with_retry(refusal(&call, status), retry_after))
        }
        Some(FaultKind::Reset { taken: takes }) => {
            if takes {
                taken();
            }
            connection.0.pull();
            spoil::plain(Answer::empty(500))
        }
        Some(FaultKind::Truncated { bytes }) => spoil::truncated(taken(), bytes),
        Some(FaultKind::Slow { bytes, pause_ms }) => {
            spoil::slow(taken(), bytes, Duration::from_millis(pause_ms.into()), shared.clock())
        }
        Some(FaultKind::Duplicates) => {
            let mut answer = taken();
            spoil::lists(&mut answer, spoil::twice);
            spoil::plain(answer)
        }
        Some(FaultKind::OutOfOrder) => {
            let mut answer = taken();
            spoil::lists(&mut answer, |rows| rows.reverse());
            spoil::plain(answer)
        }
        Some(FaultKind::Revoked) => {
            revoke(&mut shared.world(), &call.host);
            spoil::plain(taken())
        }
        Some(FaultKind::Garbage) => spoil::plain(Answer::bytes(
            "application/json",
            Bytes::from_static(b"{\"data\":[{\"id\":\"\xff\xfe"),
        )),
        Some(FaultKind::Html) => {
            let page = "<!doctype html><title>Sign in to the network</title><p>Please sign in.</p>";
            spoil::plain(Answer::bytes("text/html", Bytes::from_static(page.as_bytes())))
        }
        Some(FaultKind::Huge { bytes }) => spoil::huge(bytes),
        Some(FaultKind::Redirect { location }) => spoil::plain(Answer::empty(302).with("location", location)),
    }
}

fn is_meta(host: &str) -> bool {
    host.ends_with("instagram.com") || host.ends_with("fbsbx.com")
}

fn answer(world: &mut World, call: &Call) -> Answer {
    if is_meta(&call.host) { instagram::answer(world, call) } else { twilio::answer(world, call) }
}

fn refusal(call: &Call, status: u16) -> Answer {
    if is_meta(&call.host) { instagram::passing_failure(status) } else { twilio::passing_failure(status) }
}

fn revoke(world: &mut World, host: &str) {
    if is_meta(host) {
        world.instagram.revoke_all();
    } else {
        world.twilio.revoke_all();
    }
}

fn with_retry(answer: Answer, seconds: Option<u32>) -> Answer {
    match seconds {
        Some(seconds) => answer.with("retry-after", seconds.to_string()),
        None => answer,
    }
}

async fn take_apart(request: Request) -> Option<Call> {
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(body, MOST).await.ok()?;
    let kind = head.headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let parts = if kind.starts_with("multipart/") {
        parts(Request::from_parts(head.clone(), body.clone().into())).await?
    } else {
        Vec::new()
    };
    let mut path = head.uri.path().split('/').skip(1).map(decoded);
    let host = path.next()?;
    let path = path.collect();
    let query = head.uri.query().unwrap_or_default().as_bytes();
    let query = url::form_urlencoded::parse(query).into_owned().collect();
    Some(Call { method: head.method, host, path, query, headers: head.headers, body, parts })
}

/// Percent escapes in a path; unlike in a form, a `+` is a `+`.
fn decoded(segment: &str) -> String {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn parts(request: Request) -> Option<Vec<Part>> {
    let mut multipart = Multipart::from_request(request, &()).await.ok()?;
    let mut parts = Vec::new();
    while let Some(field) = multipart.next_field().await.ok()? {
        parts.push(Part {
            name: field.name()?.to_owned(),
            mime: field.content_type().map(str::to_owned),
            file_name: field.file_name().map(str::to_owned),
            bytes: field.bytes().await.ok()?,
        });
    }
    Some(parts)
}
