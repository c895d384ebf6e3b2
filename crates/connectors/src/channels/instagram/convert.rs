//! From Instagram's words to ours. Pure: no network, no clock, no memory.
//!
//! Holds: a row that has an id and says anything becomes a message; what this version does not understand is kept
//! whole as `Unsupported`. Pictures of stories that mention us are never listed as files: Meta forbids storing them.

use anteroom_model::{
    AttachmentKind, ChannelKind, Content, Direction, InboundMessage, Origin, Phi, Reaction, RemoteAttachment,
    RemoteIdentity, RemoteThread,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::payload::{Attachment, Message, Person, Reactions, Thread};

/// Who we are, to tell our messages from the patient's.
#[derive(Clone, Debug)]
pub(super) struct Own {
    /// `1784…`
    pub id: String,
    /// Our user name, as staff see it.
    pub address: String,
}

impl Own {
    pub(super) fn is(&self, person: &Person) -> bool {
        let same = |ours: &str, theirs: &Option<String>| {
            !ours.is_empty() && theirs.as_deref().is_some_and(|theirs| theirs.eq_ignore_ascii_case(ours))
        };
        same(&self.id, &person.id) || same(self.address.trim_start_matches('@'), &person.username)
    }
}

/// Where a file can be found again: its address, and the message that gives a fresh one when it has ended.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Reference {
    pub url: String,
    pub message: String,
    pub place: usize,
}

/// A row that was read.
pub(super) struct Row {
    pub id: String,
    pub at: Timestamp,
    /// `None` when Instagram lists the id but does not open the message.
    pub message: Option<InboundMessage>,
    /// The message only stands for one that Instagram refused to open.
    pub refused: bool,
}

/// The other side of a conversation; from its messages when the participants are not listed.
pub(super) fn other_side(own: &Own, thread: &Thread) -> Option<RemoteIdentity> {
    let listed = thread.participants.iter().find(|person| !own.is(person) && person.id.is_some());
    let from_messages = || {
        let rows = thread.messages.iter().flat_map(|list| &list.rows);
        rows.map(super::payload::read::<Message>)
            .flat_map(|message| message.from.into_iter().chain(message.to))
            .find(|person| !own.is(person) && person.id.is_some())
    };
    let person = listed.cloned().or_else(from_messages)?;
    Some(identity(person.id?, person.username, None))
}

pub(super) fn identity(handle: String, username: Option<String>, name: Option<String>) -> RemoteIdentity {
    let told = |text: Option<String>| text.filter(|text| !text.trim().is_empty()).map(Phi::new);
    RemoteIdentity { handle: Phi::new(handle), display_name: told(name), username: told(username) }
}

/// A row of a conversation. `otherwise` is the time when the row tells none.
pub(super) fn row(own: &Own, thread: &RemoteThread, raw: &Value, otherwise: Timestamp) -> Option<Row> {
    let message: Message = super::payload::read(raw);
    let id = message.id.clone()?;
    let at = message.created_time.unwrap_or(otherwise);
    // An id and a time alone: listed, but beyond what may be opened.
    let opened = message.from.is_some()
        || message.message.is_some()
        || !message.attachments.is_empty()
        || !message.shares.is_empty()
        || message.story.is_some()
        || message.is_unsupported.is_some()
        || !message.unknown.is_empty();
    let message = opened.then(|| read_message(own, thread, message, raw, &id, at));
    Some(Row { id, at, message, refused: false })
}

/// What stands for a message that is listed and that Instagram refuses to open: staff have to know that there is one.
/// Whoever wrote it is not told; it is taken for the patient.
pub(super) fn refused(thread: &RemoteThread, id: &str, at: Timestamp) -> InboundMessage {
    InboundMessage {
        provider_id: id.to_owned(),
        channel: ChannelKind::Instagram,
        thread: thread.clone(),
        direction: Direction::Inbound,
        origin: Origin::Patient,
        at,
        content: Content::Unsupported { raw_kind: "refused".to_owned(), raw: None },
        attachments: Vec::new(),
        reply_to: None,
        status: None,
        reactions: Vec::new(),
    }
}

fn read_message(
    own: &Own,
    thread: &RemoteThread,
    message: Message,
    raw: &Value,
    id: &str,
    at: Timestamp,
) -> InboundMessage {
    let ours = match &message.from {
        Some(from) => own.is(from),
        None => !message.to.is_empty() && !message.to.iter().any(|to| own.is(to)),
    };
    let reactions = message.reactions.iter().flat_map(|row| reactions(own, row, id)).collect();
    let reply_to = message.reply_to.as_ref().and_then(|reply| reply.mid.clone());
    let (content, attachments) = content(message, raw, id);
    InboundMessage {
        provider_id: id.to_owned(),
        channel: ChannelKind::Instagram,
        thread: thread.clone(),
        direction: if ours { Direction::Outbound } else { Direction::Inbound },
        origin: if ours { Origin::Elsewhere } else { Origin::Patient },
        at,
        content,
        attachments,
        reply_to,
        status: None,
        reactions,
    }
}

fn content(message: Message, raw: &Value, id: &str) -> (Content, Vec<RemoteAttachment>) {
    let unsupported = |raw_kind: &str| {
        let kept =
            Content::Unsupported { raw_kind: raw_kind.to_owned(), raw: Some(Phi::new(raw.to_string())) };
        (kept, Vec::new())
    };
    if message.is_unsupported == Some(true) {
        return unsupported("is_unsupported");
    }
    let parts = Parts::of(&message.attachments, id);
    let body = message.message.filter(|text| !text.trim().is_empty());
    let story = message.story.unwrap_or_default();
    if let Some(link) = story.mention.map(|mention| mention.link).or(parts.mention) {
        let story_url = link.map(Phi::new);
        let content = match body {
            Some(body) => Content::StoryReply { body: Phi::new(body), story_url },
            None => Content::StoryMention { story_url },
        };
        return (content, Vec::new());
    }
    if let Some(kind) = parts.unknown {
        return unsupported(&kind);
    }
    let answered = story.reply_to.or_else(|| message.reply_to.and_then(|reply| reply.story));
    if let Some(story) = answered {
        let body = Phi::new(body.or(parts.words).unwrap_or_default());
        return (Content::StoryReply { body, story_url: story.link.map(Phi::new) }, parts.files);
    }
    let told = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let mut shares = parts.shares;
    shares.extend(message.shares.into_iter().map(|share| (told(share.link), told(share.name))));
    shares.retain(|(link, title)| link.is_some() || title.is_some());
    let body = body.or(parts.words);
    let content = match (body, shares.as_slice()) {
        (None, []) if parts.files.is_empty() => {
            let kind = message.unknown.keys().next().map_or("empty", String::as_str).to_owned();
            return unsupported(&kind);
        }
        (None, [(link, title)]) if parts.files.is_empty() => {
            Content::Shared { url: link.clone().map(Phi::new), title: title.clone().map(Phi::new) }
        }
        (body, shares) => {
            let words = with_links(body, shares).map(Phi::new);
            match words {
                Some(body) if parts.files.is_empty() => Content::Text { body },
                caption => Content::Media { caption },
            }
        }
    };
    (content, parts.files)
}

/// Words and the links shared beside them; a link that the words hold already is not repeated.
fn with_links(body: Option<String>, shares: &[(Option<String>, Option<String>)]) -> Option<String> {
    let mut words = body;
    for line in shares.iter().filter_map(|(link, title)| link.as_ref().or(title.as_ref())) {
        match &mut words {
            Some(words) if words.contains(line.as_str()) => {}
            Some(words) => {
                words.push('\n');
                words.push_str(line);
            }
            None => words = Some(line.clone()),
        }
    }
    words
}

/// The attachments of a message, sorted.
#[derive(Default)]
struct Parts {
    files: Vec<RemoteAttachment>,
    /// Where their bytes are.
    addresses: Vec<String>,
    shares: Vec<(Option<String>, Option<String>)>,
    /// The link of a story that mentions us.
    mention: Option<Option<String>>,
    /// A heart without a picture.
    words: Option<String>,
    /// The kind of the first part that cannot be shown.
    unknown: Option<String>,
}

impl Parts {
    fn of(attachments: &[Attachment], message: &str) -> Self {
        let mut parts = Self::default();
        for (place, part) in attachments.iter().enumerate() {
            parts.take(part, message, place);
        }
        parts
    }

    fn take(&mut self, part: &Attachment, message: &str, place: usize) {
        let payload = part.payload.clone().unwrap_or_default();
        let word = part.kind.as_deref().unwrap_or_default();
        match word {
            "story_mention" => self.mention = Some(payload.url),
            "share" | "ig_post" | "reel" | "ig_reel" | "story" | "ig_story" => {
                self.shares.push((payload.url, payload.title));
            }
            _ => match (file_of(part), word) {
                // A list that holds a row twice still means one file: each file of a message has an address of its own.
                (Some((_, url, _)), _) if self.addresses.contains(&url) => {}
                (Some((kind, url, mime)), _) => {
                    self.addresses.push(url.clone());
                    let reference = Reference { url, message: message.to_owned(), place };
                    let reference = serde_json::to_string(&reference).unwrap_or_default();
                    self.files.push(RemoteAttachment {
                        reference: Phi::new(reference),
                        kind,
                        mime,
                        file_name: part.name.clone().filter(|name| !name.is_empty()).map(Phi::new),
                        size: part.size,
                        available_until: None,
                    });
                }
                (None, "like_heart") => self.words = Some("❤️".to_owned()),
                (None, word) => {
                    let kind = if word.is_empty() { "attachment" } else { word };
                    self.unknown.get_or_insert_with(|| kind.to_owned());
                }
            },
        }
    }
}

/// What a part is, where its bytes are, and the media type that is claimed for them.
pub(super) fn file_of(part: &Attachment) -> Option<(AttachmentKind, String, Option<String>)> {
    let mime = part.mime_type.as_deref().map(str::to_ascii_lowercase);
    if let Some(picture) = &part.image_data {
        if let Some(gif) = picture.animated_gif_url.clone() {
            return Some((AttachmentKind::Image, gif, Some("image/gif".to_owned())));
        }
        let kind = match picture.render_as_sticker {
            Some(true) => AttachmentKind::Sticker,
            _ => AttachmentKind::Image,
        };
        return Some((kind, picture.url.clone()?, mime));
    }
    if let Some(film) = &part.video_data {
        return Some((AttachmentKind::Video, film.url.clone()?, mime));
    }
    let url = part.file_url.clone().or_else(|| part.payload.as_ref()?.url.clone())?;
    let kind = match part.kind.as_deref() {
        Some("image") => AttachmentKind::Image,
        Some("video") => AttachmentKind::Video,
        Some("audio") => AttachmentKind::Audio,
        Some("sticker" | "like_heart") => AttachmentKind::Sticker,
        _ => match mime.as_deref().and_then(|mime| mime.split('/').next()) {
            Some("image") => AttachmentKind::Image,
            Some("video") => AttachmentKind::Video,
            Some("audio") => AttachmentKind::Audio,
            _ => AttachmentKind::File,
        },
    };
    Some((kind, url, mime))
}

fn reactions(own: &Own, row: &Reactions, target: &str) -> Vec<Reaction> {
    let Some(word) = row.emoji.as_deref().or(row.reaction.as_deref()).filter(|word| !word.is_empty()) else {
        return Vec::new();
    };
    let emoji = match word {
        "love" => "❤️",
        "haha" => "😆",
        "wow" => "😮",
        "sad" => "😢",
        "angry" => "😠",
        "like" => "👍",
        other => other,
    };
    let by = |person: &Person| {
        if own.is(person) { Some(own.address.clone()) } else { person.id.clone() }
    };
    row.users
        .iter()
        .filter_map(by)
        .map(|by| Reaction {
            target: target.to_owned(),
            by: Phi::new(by),
            emoji: Some(Phi::from(emoji)),
            at: None,
        })
        .collect()
}

#[cfg(test)]
mod tests;
