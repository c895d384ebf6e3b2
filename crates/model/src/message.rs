//! A message: direction, content, and how far it got.

use serde::{Deserialize, Serialize};

use crate::Phi;

/// Who wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The patient.
    Inbound,
    /// The practice.
    Outbound,
}

/// What a message is. `Media` carries its files as attachments beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// Words.
    Text {
        /// What was written.
        body: Phi<String>,
    },
    /// One or more pictures, sounds, films or files.
    Media {
        /// Words beside them.
        caption: Option<Phi<String>>,
    },
    /// A place.
    Location {
        /// Degrees north.
        latitude: Phi<f64>,
        /// Degrees east.
        longitude: Phi<f64>,
        /// Its name.
        name: Option<Phi<String>>,
        /// Its address.
        address: Option<Phi<String>>,
    },
    /// An approved template with its blanks filled.
    Template {
        /// The provider's id (`HX…`).
        template_id: String,
        /// Its name.
        name: String,
        /// The text as the patient sees it.
        body: Phi<String>,
    },
    /// An answer to one of our stories.
    StoryReply {
        /// What was written.
        body: Phi<String>,
        /// The provider's link, which dies with the story.
        story_url: Option<Phi<String>>,
    },
    /// The patient mentioned us in a story. The provider forbids storing the picture, so there is only a link.
    StoryMention {
        /// The provider's link.
        story_url: Option<Phi<String>>,
    },
    /// A shared post or link.
    Shared {
        /// Its address.
        url: Option<Phi<String>>,
        /// Its title.
        title: Option<Phi<String>>,
    },
    /// Something this version cannot show. Kept whole, so that a later version can.
    Unsupported {
        /// The provider's own word for it.
        raw_kind: String,
        /// The provider's JSON.
        raw: Option<Phi<String>>,
    },
}

impl Content {
    /// What kind it is.
    pub const fn kind(&self) -> MessageKind {
        match self {
            Self::Text { .. } => MessageKind::Text,
            Self::Media { .. } => MessageKind::Media,
            Self::Location { .. } => MessageKind::Location,
            Self::Template { .. } => MessageKind::Template,
            Self::StoryReply { .. } => MessageKind::StoryReply,
            Self::StoryMention { .. } => MessageKind::StoryMention,
            Self::Shared { .. } => MessageKind::Shared,
            Self::Unsupported { .. } => MessageKind::Unsupported,
        }
    }

    /// The words in it, for lists and for search.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text { body } | Self::Template { body, .. } | Self::StoryReply { body, .. } => Some(body),
            Self::Media { caption } => caption.as_deref().map(String::as_str),
            Self::Location { name, address, .. } => {
                name.as_deref().or(address.as_deref()).map(String::as_str)
            }
            Self::Shared { title, url } => title.as_deref().or(url.as_deref()).map(String::as_str),
            Self::StoryMention { .. } | Self::Unsupported { .. } => None,
        }
    }
}

/// The kind of a message without its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// Words.
    Text,
    /// Files.
    Media,
    /// A place.
    Location,
    /// An approved template.
    Template,
    /// An answer to our story.
    StoryReply,
    /// A mention in a story.
    StoryMention,
    /// A shared post or link.
    Shared,
    /// Something we cannot show.
    Unsupported,
}

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentKind {
    /// A picture.
    Image,
    /// A sound: voice note, voicemail, recording.
    Audio,
    /// A film.
    Video,
    /// Anything else.
    File,
    /// A sticker.
    Sticker,
}

/// How far one of our messages got. The order is the order of progress; see [`DeliveryStatus::advance`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryStatus {
    /// In our outbox, not handed over.
    Queued,
    /// Being handed over now.
    Sending,
    /// Nobody knows whether the provider took it.
    Unknown,
    /// The provider took it.
    Accepted,
    /// The provider handed it on; some carriers never say more.
    Sent,
    /// It arrived.
    Delivered,
    /// The patient saw it.
    Read,
    /// It will not arrive.
    Failed,
}

impl DeliveryStatus {
    /// The status after news: never backwards, and a failure is final unless we know that it arrived.
    ///
    /// Providers report out of order and poll answers are late, so every report goes through here.
    #[must_use]
    pub fn advance(self, news: Self) -> Self {
        match (self, news) {
            (Self::Delivered | Self::Read, Self::Failed) => self,
            (Self::Failed, Self::Delivered | Self::Read) => news,
            (Self::Failed, _) => self,
            _ => self.max(news),
        }
    }

    /// Whether the provider has nothing more to say.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Read | Self::Failed)
    }
}

#[cfg(test)]
mod tests {
    use super::DeliveryStatus::{self, *};
    use proptest::prelude::*;

    const ALL: [DeliveryStatus; 8] = [Queued, Sending, Unknown, Accepted, Sent, Delivered, Read, Failed];

    proptest! {
        /// In whatever order reports arrive, and however often, the end is the same.
        #[test]
        fn statuses_only_move_forward(reports in prop::collection::vec(0usize..8, 0..12), at in 0usize..12) {
            let apply = |order: &[usize]| order.iter().fold(Queued, |status, &n| status.advance(ALL[n]));
            let once = apply(&reports);
            let mut rotated = reports.clone();
            if !rotated.is_empty() { let n = at % rotated.len(); rotated.rotate_left(n); }
            prop_assert_eq!(once, apply(&rotated));
            rotated.extend(&reports);
            prop_assert_eq!(once, apply(&rotated));
        }
    }

    #[test]
    fn a_failure_does_not_undo_an_arrival_and_an_arrival_undoes_a_failure() {
        assert_eq!(Delivered.advance(Failed), Delivered);
        assert_eq!(Failed.advance(Delivered), Delivered);
        assert_eq!(Failed.advance(Accepted), Failed);
        assert_eq!(Read.advance(Delivered), Read);
    }
}
