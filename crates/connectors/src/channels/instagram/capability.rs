//! What fits through Instagram. Source: Meta's pages on sending messages and on media (November 2026).

use anteroom_model::{AttachmentKind, AttachmentLimit, Capabilities, TextLimit, TextMeasure, WindowRule};

/// 1,000 bytes of UTF-8, not characters.
pub(super) const TEXT: TextLimit = TextLimit { most: 1000, measure: TextMeasure::Bytes };

const MB: u64 = 1024 * 1024;
const KINDS: [AttachmentKind; 4] =
    [AttachmentKind::Image, AttachmentKind::Audio, AttachmentKind::Video, AttachmentKind::File];

/// What a file of a kind may be.
pub(super) fn attachment_limit(kind: AttachmentKind) -> Option<AttachmentLimit> {
    let (mime, most_bytes): (&[&str], u64) = match kind {
        AttachmentKind::Image => (&["image/png", "image/jpeg", "image/gif"], 8 * MB),
        AttachmentKind::Audio => {
            (&["audio/aac", "audio/m4a", "audio/x-m4a", "audio/wav", "audio/x-wav", "audio/mp4"], 25 * MB)
        }
        AttachmentKind::Video => {
            (&["video/mp4", "video/ogg", "video/x-msvideo", "video/quicktime", "video/webm"], 25 * MB)
        }
        AttachmentKind::File => (&["application/pdf"], 25 * MB),
        AttachmentKind::Sticker => return None,
    };
    let mime = mime.iter().map(|mime| (*mime).to_owned()).collect();
    Some(AttachmentLimit { kind, mime, most_bytes })
}

/// What the channel can do. Without uploads a file would need a public link, which a desk cannot give.
pub(super) fn capabilities(human_agent: bool, uploads: bool) -> Capabilities {
    let attachments = KINDS.into_iter().filter(|_| uploads).filter_map(attachment_limit).collect();
    Capabilities {
        text: Some(TEXT),
        attachments,
        caption_with_attachment: false,
        quote: true,
        react: true,
        templates: false,
        call: false,
        window: WindowRule::Instagram { human_agent },
        delivered_receipts: false,
        read_receipts: false,
        receipt_expected_seconds: None,
    }
}

/// What this account's other channels can do here: nothing.
pub(super) const fn nothing() -> Capabilities {
    Capabilities {
        text: None,
        attachments: Vec::new(),
        caption_with_attachment: false,
        quote: false,
        react: false,
        templates: false,
        call: false,
        window: WindowRule::NoLimit,
        delivered_receipts: false,
        read_receipts: false,
        receipt_expected_seconds: None,
    }
}
