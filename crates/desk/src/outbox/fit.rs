//! Whether something may leave now: asked when staff press send, and again when a queued message leaves. Pure.

use anteroom_model::{AttachmentKind, Capabilities, HoldReason, ReplyWindow};

use crate::views::{Code, WireError};

/// What is to be sent, as far as the channel's rules care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Load<'a> {
    /// Words.
    Text(&'a str),
    /// A file, with the words beside it.
    File {
        /// Kind.
        kind: AttachmentKind,
        /// Media type from its bytes.
        mime: &'a str,
        /// Bytes.
        size: u64,
        /// Words beside it.
        caption: Option<&'a str>,
    },
    /// An approved template.
    Template,
    /// A reaction to a message.
    Reaction,
}

/// Why it may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The reply window.
    WindowClosed,
    /// The patient opted out.
    OptedOut,
    /// Too long.
    TextTooLong {
        /// How long it is.
        length: usize,
        /// What fits.
        most: usize,
    },
    /// Too big.
    FileTooBig {
        /// Bytes that fit.
        most: u64,
    },
    /// The channel does not take this kind of file.
    FileKindRefused,
    /// The channel takes no such thing at all.
    NotWritable,
}

/// It may leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fits {
    /// It needs Instagram's human-agent tag.
    pub human_agent: bool,
}

/// Asks the channel's rules.
pub fn fits(
    load: &Load<'_>,
    can: &Capabilities,
    window: ReplyWindow,
    opted_out: bool,
) -> Result<Fits, Misfit> {
    if opted_out {
        return Err(Misfit::OptedOut);
    }
    let allowed = match load {
        Load::Template => can.templates && window.allows_template(),
        Load::Reaction => can.react && window.allows_reaction(),
        Load::Text(_) | Load::File { .. } => window.allows_free_text(),
    };
    if !allowed {
        return Err(Misfit::WindowClosed);
    }
    match load {
        Load::Template | Load::Reaction => {}
        Load::Text(text) => check_text(text, can)?,
        Load::File { kind, mime, size, caption } => {
            check_file(*kind, mime, *size, can)?;
            if let Some(caption) = caption {
                if !can.caption_with_attachment {
                    return Err(Misfit::NotWritable);
                }
                check_text(caption, can)?;
            }
        }
    }
    Ok(Fits { human_agent: matches!(window, ReplyWindow::HumanAgent { .. }) })
}

fn check_text(text: &str, can: &Capabilities) -> Result<(), Misfit> {
    let limit = can.text.ok_or(Misfit::NotWritable)?;
    limit.check(text).map_err(|long| Misfit::TextTooLong { length: long.length, most: limit.most })
}

pub(crate) fn check_file(
    kind: AttachmentKind,
    mime: &str,
    size: u64,
    can: &Capabilities,
) -> Result<(), Misfit> {
    let takes = |kind: AttachmentKind| {
        can.attachments
            .iter()
            .find(|limit| limit.kind == kind && limit.mime.iter().any(|known| known == mime))
    };
    // A picture of a kind that is not shown as one may still be taken as a file.
    let limit = takes(kind).or_else(|| takes(AttachmentKind::File)).ok_or(Misfit::FileKindRefused)?;
    if size > limit.most_bytes { Err(Misfit::FileTooBig { most: limit.most_bytes }) } else { Ok(()) }
}

impl Misfit {
    /// Why a queued message is held back.
    pub const fn hold(self) -> HoldReason {
        match self {
            Self::WindowClosed => HoldReason::WindowClosed,
            Self::OptedOut => HoldReason::OptedOut,
            Self::TextTooLong { .. }
            | Self::FileTooBig { .. }
            | Self::FileKindRefused
            | Self::NotWritable => HoldReason::DoesNotFit,
        }
    }
}

impl From<Misfit> for WireError {
    fn from(misfit: Misfit) -> Self {
        match misfit {
            Misfit::WindowClosed => Self::of(Code::OutsideReplyWindow),
            Misfit::OptedOut => Self::of(Code::OptedOut),
            Misfit::TextTooLong { length, most } => {
                Self::of(Code::TextTooLong).with("length", length).with("most", most)
            }
            Misfit::FileTooBig { most } => Self::of(Code::FileTooBig).with("most", most),
            Misfit::FileKindRefused => Self::of(Code::FileKindRefused),
            Misfit::NotWritable => Self::of(Code::FileKindRefused),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anteroom_model::{AttachmentLimit, TextLimit, TextMeasure, WindowRule};
    use jiff::Timestamp;

    fn instagram() -> Capabilities {
        let limit =
            |kind, mime: &str, most_bytes| AttachmentLimit { kind, mime: vec![mime.into()], most_bytes };
        Capabilities {
            text: Some(TextLimit { most: 10, measure: TextMeasure::Bytes }),
            attachments: vec![
                limit(AttachmentKind::Image, "image/png", 100),
                limit(AttachmentKind::File, "application/pdf", 50),
            ],
            caption_with_attachment: false,
            quote: false,
            react: true,
            templates: false,
            call: false,
            window: WindowRule::Instagram { human_agent: true },
            delivered_receipts: false,
            read_receipts: true,
            receipt_expected_seconds: None,
        }
    }

    const OPEN: ReplyWindow = ReplyWindow::Open { until: Timestamp::MAX };

    fn check(load: Load<'_>, window: ReplyWindow, expected: Result<bool, Misfit>) {
        assert_eq!(
            fits(&load, &instagram(), window, false).map(|fits| fits.human_agent),
            expected,
            "{load:?}"
        );
    }

    #[test]
    fn the_rules_of_the_channel_decide_before_anything_leaves() {
        let tagged = ReplyWindow::HumanAgent { until: Timestamp::MAX };
        let closed = ReplyWindow::Closed { since: None };
        check(Load::Text("0123456789"), OPEN, Ok(false));
        check(Load::Text("short"), tagged, Ok(true));
        check(Load::Text("short"), closed, Err(Misfit::WindowClosed));
        check(Load::Text("01234üüü"), OPEN, Err(Misfit::TextTooLong { length: 11, most: 10 }));
        check(Load::Template, OPEN, Err(Misfit::WindowClosed));
        check(Load::Reaction, OPEN, Ok(false));
        check(Load::Reaction, tagged, Err(Misfit::WindowClosed));
        let file = |mime, size, caption| Load::File { kind: AttachmentKind::Image, mime, size, caption };
        check(file("image/png", 100, None), OPEN, Ok(false));
        check(file("image/png", 101, None), OPEN, Err(Misfit::FileTooBig { most: 100 }));
        check(file("image/tiff", 1, None), OPEN, Err(Misfit::FileKindRefused));
        check(file("image/png", 1, Some("x")), OPEN, Err(Misfit::NotWritable));
        assert_eq!(fits(&Load::Text("x"), &instagram(), OPEN, true), Err(Misfit::OptedOut));
    }
}
