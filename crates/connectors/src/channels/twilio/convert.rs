//! Twilio's rows in our words. Pure.
//!
//! Holds: every row with an id becomes an event; what we do not understand is kept whole as `Unsupported`, never
//! dropped. A row that is still changing (`receiving`, a service that has not picked its sender) is not taken yet:
//! the store keeps the first version that it sees.
//! Quirks: an outgoing row does not say who wrote it. A TwiML reply is an automation for certain; whatever else is not
//! in our own outbox was written elsewhere. A poller never sees WhatsApp names, buttons or locations: a location
//! arrives as a row without words or files, and is kept as `Unsupported`.

use anteroom_model::{
    AttachmentKind, ChannelKind, Content, DeliveryStatus, Direction, InboundEvent, InboundMessage, Origin,
    Phi, ProviderCode, RemoteAttachment, RemoteIdentity, RemoteThread, StatusUpdate,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::media::Place;
use super::payload::{Media, Message};

/// After this long a row that still claims to be on its way is taken as it is.
const SETTLES_WITHIN: SignedDuration = SignedDuration::from_hours(1);
/// Twilio takes ten files a message; a larger count is a mistake.
const MOST_FILES: i64 = 10;

/// An address as Twilio writes it, taken apart.
pub(super) struct Party<'a> {
    pub channel: ChannelKind,
    pub handle: &'a str,
    /// The prefix of a channel that we do not have (`messenger`, `rcs`).
    pub foreign: Option<&'a str>,
}

/// Takes an address apart: `whatsapp:+1…` is WhatsApp, a bare number or sender name is SMS.
pub(super) fn party(raw: &str) -> Party<'_> {
    match raw.split_once(':') {
        Some(("whatsapp", handle)) => Party { channel: ChannelKind::WhatsApp, handle, foreign: None },
        Some((prefix, _)) => Party { channel: ChannelKind::Sms, handle: raw, foreign: Some(prefix) },
        None => Party { channel: ChannelKind::Sms, handle: raw, foreign: None },
    }
}

/// The address of `handle` on `channel`, as Twilio wants it.
pub(super) fn address(channel: ChannelKind, handle: &str) -> String {
    if channel == ChannelKind::WhatsApp { format!("whatsapp:{handle}") } else { handle.to_owned() }
}

impl Message {
    /// Which way it went; a direction that we do not know counts as the patient's, so that somebody looks at it.
    pub fn way(&self) -> Direction {
        let ours = self.direction.as_deref().is_some_and(|direction| direction.starts_with("outbound"));
        if ours { Direction::Outbound } else { Direction::Inbound }
    }

    /// When: the arrival at Twilio for the patient's messages, the order for ours.
    pub fn at(&self) -> Option<Timestamp> {
        let (first, second) = match self.way() {
            Direction::Inbound => (self.date_sent, self.date_created),
            Direction::Outbound => (self.date_created, self.date_sent),
        };
        first.or(second).or(self.date_updated)
    }

    /// How many files belong to it.
    pub fn files(&self) -> usize {
        self.num_media.unwrap_or(0).clamp(0, MOST_FILES) as usize
    }

    /// Whether the row can be taken, or is still being put together.
    pub fn is_settled(&self, now: Timestamp) -> bool {
        let pending = match self.way() {
            Direction::Inbound => self.status.as_deref() == Some("receiving"),
            Direction::Outbound => {
                self.from.is_none() && !self.delivery().is_some_and(DeliveryStatus::is_final)
            }
        };
        !pending || self.at().is_none_or(|at| now.duration_since(at) > SETTLES_WITHIN)
    }

    /// How far one of ours got. `None` for the patient's.
    pub fn delivery(&self) -> Option<DeliveryStatus> {
        let status = self.status.as_deref().unwrap_or_default();
        (self.way() == Direction::Outbound).then(|| delivery(status))
    }

    fn theirs(&self) -> &str {
        let raw = match self.way() {
            Direction::Inbound => &self.from,
            Direction::Outbound => &self.to,
        };
        raw.as_deref().unwrap_or("unknown")
    }

    fn ours(&self) -> &str {
        let raw = match self.way() {
            Direction::Inbound => &self.to,
            Direction::Outbound => &self.from,
        };
        let address = raw.as_deref().or(self.messaging_service_sid.as_deref()).unwrap_or_default();
        party(address).handle
    }
}

/// Twilio's progress in our words. A word that we do not know says only that Twilio has the message.
fn delivery(status: &str) -> DeliveryStatus {
    match status {
        "sent" | "partially_delivered" => DeliveryStatus::Sent,
        "delivered" => DeliveryStatus::Delivered,
        "read" => DeliveryStatus::Read,
        "failed" | "undelivered" | "canceled" => DeliveryStatus::Failed,
        _ => DeliveryStatus::Accepted,
    }
}

/// A message with its files. `raw` is the row it was read from, `now` stands in for a row without any date.
pub(super) fn message(
    row: &Message,
    raw: &Value,
    files: Vec<RemoteAttachment>,
    now: Timestamp,
) -> InboundMessage {
    let theirs = party(row.theirs());
    let direction = row.way();
    InboundMessage {
        provider_id: row.sid.clone(),
        channel: theirs.channel,
        thread: RemoteThread { id: None, with: somebody(theirs.handle), ours: row.ours().to_owned() },
        direction,
        origin: origin(row),
        at: row.at().unwrap_or(now),
        content: content(row, raw, theirs.foreign),
        attachments: files,
        reply_to: None,
        status: row.delivery(),
        reactions: Vec::new(),
    }
}

/// Somebody of whom nothing but the address is known.
pub(super) fn somebody(handle: &str) -> RemoteIdentity {
    RemoteIdentity { handle: Phi::from(handle), display_name: None, username: None }
}

fn origin(row: &Message) -> Origin {
    match row.direction.as_deref() {
        Some("outbound-reply" | "outbound-call") => Origin::Automation,
        Some(direction) if direction.starts_with("outbound") => Origin::Elsewhere,
        _ => Origin::Patient,
    }
}

fn content(row: &Message, raw: &Value, foreign: Option<&str>) -> Content {
    let unsupported =
        |kind: &str| Content::Unsupported { raw_kind: kind.to_owned(), raw: Some(Phi::new(raw.to_string())) };
    let known =
        row.direction.as_deref().is_some_and(|word| word == "inbound" || word.starts_with("outbound"));
    match (foreign, &row.body) {
        (Some(prefix), _) => unsupported(prefix),
        _ if !known => unsupported(row.direction.as_deref().unwrap_or("direction")),
        (None, body) if row.files() > 0 => Content::Media { caption: body.clone().map(Phi::new) },
        (None, Some(body)) => Content::Text { body: Phi::new(body.clone()) },
        (None, None) => unsupported("empty"),
    }
}

/// News about one of ours. `None` for the patient's messages.
pub(super) fn status(row: &Message, now: Timestamp) -> Option<StatusUpdate> {
    let status = row.delivery()?;
    let whatsapp = party(row.theirs()).channel == ChannelKind::WhatsApp;
    Some(StatusUpdate {
        provider_id: row.sid.clone(),
        status,
        at: row.date_updated.or(row.at()).unwrap_or(now),
        code: row.error_code.filter(|code| *code != 0).map(ProviderCode::of),
        // Text messages have no read receipts.
        is_last: status.is_final() || (status == DeliveryStatus::Delivered && !whatsapp),
    })
}

/// A message that we have not seen, and for one of ours what became of it (the code of a failure is only there).
pub(super) fn fresh(
    row: &Message,
    raw: &Value,
    files: Vec<RemoteAttachment>,
    now: Timestamp,
) -> Vec<InboundEvent> {
    let message = InboundEvent::Message(message(row, raw, files, now));
    std::iter::once(message).chain(status(row, now).map(InboundEvent::Status)).collect()
}

/// A file of a message.
pub(super) fn file(message: &Message, media: &Media) -> RemoteAttachment {
    let mime = media.content_type.as_deref().map(str::to_ascii_lowercase);
    let place = Place::OfMessage { message: message.sid.clone(), media: media.sid.clone() };
    remote(place, kind(mime.as_deref(), party(message.theirs()).channel), mime)
}

/// A file of which only the number within its message is known: its list could not be read.
pub(super) fn unlisted_file(message: &Message, number: usize) -> RemoteAttachment {
    remote(Place::Unlisted { message: message.sid.clone(), number }, AttachmentKind::File, None)
}

pub(super) fn remote(place: Place, kind: AttachmentKind, mime: Option<String>) -> RemoteAttachment {
    RemoteAttachment {
        reference: Phi::new(place.to_string()),
        kind,
        mime,
        file_name: None,
        size: None,
        available_until: None,
    }
}

fn kind(mime: Option<&str>, channel: ChannelKind) -> AttachmentKind {
    let mime = mime.unwrap_or_default();
    match mime.split_once('/').map(|(kind, _)| kind) {
        // WhatsApp turns photographs into JPEG; WebP is what stickers are.
        Some("image") if mime == "image/webp" && channel == ChannelKind::WhatsApp => AttachmentKind::Sticker,
        Some("image") => AttachmentKind::Image,
        Some("audio") => AttachmentKind::Audio,
        Some("video") => AttachmentKind::Video,
        _ => AttachmentKind::File,
    }
}
