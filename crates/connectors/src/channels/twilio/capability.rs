//! What text messages, WhatsApp and the telephone can do through Twilio.
//!
//! Sources: 1,600 characters a message; WhatsApp free text for 24 h after the patient's last message, then approved
//! templates only (63016); text messages at any time unless the patient opted out (21610). `MediaUrl` must be public,
//! and a file on a receptionist's computer is not, so no file can be sent.

use anteroom_model::{Capabilities, ChannelKind, Feed, TextLimit, TextMeasure, WindowRule};

pub(super) const MESSAGES: &str = "messages";
pub(super) const CALLS: &str = "calls";
pub(super) const RECORDINGS: &str = "recordings";

/// `Body` of a message.
pub(super) const LONGEST_TEXT: TextLimit = TextLimit { most: 1600, measure: TextMeasure::Characters };

pub(super) const fn carries_text(channel: ChannelKind) -> bool {
    matches!(channel, ChannelKind::Sms | ChannelKind::WhatsApp)
}

/// The feeds and how often they are worth asking: a message should be seen within seconds, a recording takes a
/// minute to be made anyway.
pub(super) fn feeds() -> Vec<Feed> {
    let feed =
        |name, channels, active_seconds, idle_seconds| Feed { name, channels, active_seconds, idle_seconds };
    vec![
        feed(MESSAGES, &[ChannelKind::Sms, ChannelKind::WhatsApp], 10, 60),
        feed(CALLS, &[ChannelKind::Phone], 20, 60),
        feed(RECORDINGS, &[ChannelKind::Phone], 60, 180),
    ]
}

/// What `channel` can do.
pub(super) fn of(channel: ChannelKind) -> Capabilities {
    let text = carries_text(channel);
    let whatsapp = channel == ChannelKind::WhatsApp;
    Capabilities {
        text: text.then_some(LONGEST_TEXT),
        attachments: Vec::new(),
        caption_with_attachment: false,
        quote: false,
        react: false,
        templates: whatsapp,
        // The patient's address is a telephone number on all three.
        call: channel.is_by_number(),
        window: if whatsapp { WindowRule::TemplatesAfter } else { WindowRule::NoLimit },
        delivered_receipts: text,
        read_receipts: whatsapp,
        receipt_expected_seconds: match channel {
            // Carriers report within a minute or not at all; a telephone that is off reports when it is on again.
            ChannelKind::Sms => Some(300),
            ChannelKind::WhatsApp => Some(900),
            ChannelKind::Phone | ChannelKind::Instagram => None,
        },
    }
}
