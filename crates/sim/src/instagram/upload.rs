//! `POST /{account}/message_attachments`: bytes instead of a link.

use serde_json::json;

use super::error::{bad_parameter, refused};
use crate::http::{Answer, Call};
use crate::media::File;
use crate::world::World;

/// The largest file of a kind and the media types it may have; `None` for an unknown kind.
pub fn limits(kind: &str) -> Option<(usize, &'static [&'static str])> {
    const MB: usize = 1024 * 1024;
    match kind {
        "image" => Some((8 * MB, &["image/png", "image/jpeg", "image/gif"])),
        "audio" => Some((
            25 * MB,
            &["audio/aac", "audio/m4a", "audio/x-m4a", "audio/wav", "audio/x-wav", "audio/mp4"],
        )),
        "video" => {
            Some((25 * MB, &["video/mp4", "video/ogg", "video/x-msvideo", "video/quicktime", "video/webm"]))
        }
        "file" => Some((25 * MB, &["application/pdf"])),
        _ => None,
    }
}

pub fn answer(world: &mut World, call: &Call) -> Answer {
    if !world.instagram.uploads {
        return bad_parameter("Unsupported post request. This edge does not support this operation");
    }
    let text = |name: &str| call.part(name).map(|part| String::from_utf8_lossy(&part.bytes).into_owned());
    if text("platform").as_deref() != Some("instagram") {
        return bad_parameter("Param platform must be instagram");
    }
    let message = text("message").and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok());
    let kind = message
        .as_ref()
        .and_then(|message| message.pointer("/attachment/type"))
        .and_then(|kind| kind.as_str())
        .unwrap_or_default()
        .to_owned();
    let Some((most, types)) = limits(&kind) else {
        return bad_parameter("Param message[attachment][type] is not valid");
    };
    let Some(data) = call.part("filedata") else {
        return refused(100, Some(2_018_047), "Upload attachment failure");
    };
    let mime = data.mime.clone().unwrap_or_default();
    if !types.contains(&mime.as_str()) || data.bytes.is_empty() {
        return refused(100, Some(2_018_047), "Upload attachment failure: type mismatch");
    }
    if data.bytes.len() > most {
        return refused(100, Some(2_018_109), "Attachment size exceeds allowable limit");
    }
    let id = world.mint.number("1857", 16);
    let name = data.file_name.clone().unwrap_or_else(|| "file".into());
    let file = File { mime, name, bytes: data.bytes.clone() };
    world.instagram.uploaded.insert(id.clone(), (kind, file));
    Answer::ok(json!({ "attachment_id": id }))
}
