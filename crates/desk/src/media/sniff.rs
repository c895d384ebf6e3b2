//! Media type and kind of a file, from its first bytes.

use anteroom_model::AttachmentKind;

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sniffed {
    /// Picture, sound, film or other file.
    pub kind: AttachmentKind,
    /// Media type, lower case.
    pub mime: String,
}

/// Looks at the bytes; `claimed` only decides where the bytes leave it open (one container for sound and film).
pub fn sniff(bytes: &[u8], claimed: Option<&str>) -> Sniffed {
    let claimed = claimed.map(base_type).unwrap_or_default();
    let found = infer::get(bytes).map_or("application/octet-stream", |found| found.mime_type());
    let mime = match found {
        "audio/x-wav" | "audio/wave" => "audio/wav",
        "audio/m4a" | "audio/x-m4a" => "audio/mp4",
        "application/ogg" => "audio/ogg",
        // An MP4, WebM or 3GP container may hold sound alone; the bytes do not say so at the front.
        "video/mp4" if claimed.starts_with("audio/") => "audio/mp4",
        "video/webm" if claimed.starts_with("audio/") => "audio/webm",
        "video/3gpp" if claimed.starts_with("audio/") => "audio/3gpp",
        "application/octet-stream" if is_text(bytes, &claimed) => "text/plain",
        other => other,
    };
    let kind = match mime.split('/').next() {
        Some("image") if shown(mime) => AttachmentKind::Image,
        Some("audio") => AttachmentKind::Audio,
        Some("video") => AttachmentKind::Video,
        _ => AttachmentKind::File,
    };
    Sniffed { kind, mime: mime.to_owned() }
}

/// Pictures that the window may show; others (SVG, camera raw, HEIC) are files to save.
fn shown(mime: &str) -> bool {
    matches!(mime, "image/jpeg" | "image/png" | "image/gif" | "image/webp")
}

fn base_type(mime: &str) -> String {
    mime.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn is_text(bytes: &[u8], claimed: &str) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    claimed.starts_with("text/") && !head.contains(&0) && std::str::from_utf8(bytes).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], claimed: Option<&str>, kind: AttachmentKind, mime: &str) {
        assert_eq!(sniff(bytes, claimed), Sniffed { kind, mime: mime.to_owned() });
    }

    #[test]
    fn the_bytes_decide_and_not_the_claim() {
        check(b"\xFF\xD8\xFF\xE0aaaa", Some("application/pdf"), AttachmentKind::Image, "image/jpeg");
        check(b"%PDF-1.7", Some("image/png"), AttachmentKind::File, "application/pdf");
        check(b"RIFF\0\0\0\0WAVEfmt ", None, AttachmentKind::Audio, "audio/wav");
        check(b"OggS\0aaaa", Some("audio/ogg; codecs=opus"), AttachmentKind::Audio, "audio/ogg");
        check(b"<svg onload='x'/>", Some("image/svg+xml"), AttachmentKind::File, "application/octet-stream");
        check(b"hello", Some("text/plain"), AttachmentKind::File, "text/plain");
        check(b"", None, AttachmentKind::File, "application/octet-stream");
        check(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", Some("audio/mp4"), AttachmentKind::Audio, "audio/mp4");
    }
}
