//! `anteroom-media://localhost/<id>` and `/<id>/thumb`: stored files for the window, opened from their seals as they are
//! read.
//!
//! Holds: the only way to a file's bytes is an id that the store made up; nothing here knows a path. The type is what
//! the bytes are, from a short list of pictures and sounds; everything else is `application/octet-stream`. Nothing is
//! cached, and an answer of one request holds at most [`MOST`] bytes of a film.
//! Refused: serving to anybody but our page (`Access-Control-Allow-Origin` names it, and the scheme exists only in this
//! window).

use std::ops::Range;

use anteroom_desk::views::{Code, WireError};
use tauri::http::{Method, Request, Response, StatusCode, header};
use tauri::{Manager, Runtime, UriSchemeContext, UriSchemeResponder};

use crate::shell::Shell;

/// The scheme's name.
pub const SCHEME: &str = "anteroom-media";

/// Most bytes of one answer to a request that names a range.
const MOST: u64 = 4 * 1024 * 1024;

/// What the window may show or play. The desk finds the type by looking at the bytes.
const SHOWN: &[&str] = &[
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/webp",
    "audio/aac",
    "audio/amr",
    "audio/mp4",
    "audio/mpeg",
    "audio/ogg",
    "audio/wav",
    "audio/webm",
    "video/mp4",
    "video/ogg",
    "video/webm",
    "video/quicktime",
];

/// Answers a request of the window.
pub fn serve<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let app = context.app_handle().clone();
    tauri::async_runtime::spawn(async move {
        let shell = app.state::<Shell>();
        responder.respond(answer(&shell, &request).await.unwrap_or_else(|error| refused(&error)));
    });
}

async fn answer(shell: &Shell, request: &Request<Vec<u8>>) -> Result<Response<Vec<u8>>, WireError> {
    if request.method() != Method::GET {
        return Err(WireError::of(Code::NotFound));
    }
    let path = request.uri().path().trim_matches('/');
    let (id, small) = path.strip_suffix("/thumb").map_or((path, false), |id| (id, true));
    let file = shell.desk().await?.file_open(id, small).await?;
    let asked = request.headers().get(header::RANGE).and_then(|value| value.to_str().ok());
    let range = match asked.map(|asked| parse_range(asked, file.length)) {
        None => 0..file.length,
        Some(Some(range)) => range,
        Some(None) => return Ok(unsatisfiable(file.length)),
    };
    let bytes = file.read(range.clone()).await?;
    let mime =
        if SHOWN.contains(&file.mime.as_str()) { file.mime.as_str() } else { "application/octet-stream" };
    let mut response = base(if asked.is_none() { StatusCode::OK } else { StatusCode::PARTIAL_CONTENT })
        .header(header::CONTENT_TYPE, mime)
        .header(header::CONTENT_DISPOSITION, "inline")
        .header(header::ACCEPT_RANGES, "bytes")
        .header(header::CONTENT_LENGTH, bytes.len());
    if asked.is_some() {
        let last = range.end.saturating_sub(1);
        response =
            response.header(header::CONTENT_RANGE, format!("bytes {}-{last}/{}", range.start, file.length));
    }
    response.body(bytes).map_err(|_| WireError::of(Code::Unexpected))
}

/// The first range of `bytes=a-b`, `bytes=a-` or `bytes=-n`, cut to [`MOST`]; `None` if it lies outside.
fn parse_range(asked: &str, length: u64) -> Option<Range<u64>> {
    let first = asked.strip_prefix("bytes=")?.split(',').next()?.trim();
    let (start, end) = first.split_once('-')?;
    let range = match (start.trim(), end.trim()) {
        ("", last) => length.saturating_sub(last.parse().ok()?)..length,
        (start, "") => start.parse().ok()?..length,
        (start, end) => start.parse().ok()?..end.parse::<u64>().ok()?.checked_add(1)?.min(length),
    };
    (range.start < range.end).then(|| range.start..range.end.min(range.start + MOST))
}

fn unsatisfiable(length: u64) -> Response<Vec<u8>> {
    base(StatusCode::RANGE_NOT_SATISFIABLE)
        .header(header::CONTENT_RANGE, format!("bytes */{length}"))
        .body(Vec::new())
        .unwrap_or_default()
}

fn refused(error: &WireError) -> Response<Vec<u8>> {
    let status = match error.code {
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::NotOpen | Code::NotAllowed => StatusCode::FORBIDDEN,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    base(status).body(Vec::new()).unwrap_or_default()
}

fn base(status: StatusCode) -> tauri::http::response::Builder {
    let page = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };
    Response::builder()
        .status(status)
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox")
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_what_players_ask_for() {
        assert_eq!(parse_range("bytes=0-99", 1000), Some(0..100));
        assert_eq!(parse_range("bytes=900-", 1000), Some(900..1000));
        assert_eq!(parse_range("bytes=-10", 1000), Some(990..1000));
        assert_eq!(parse_range("bytes=-5000", 1000), Some(0..1000));
        assert_eq!(parse_range("bytes=0-", MOST * 3), Some(0..MOST));
        for nonsense in
            ["bytes=1000-", "bytes=5-2", "bytes=a-b", "items=0-1", "bytes=0-18446744073709551615,1-2", ""]
        {
            assert!(parse_range(nonsense, 1000).is_none_or(|range| range.end <= 1000), "{nonsense}");
        }
    }
}
