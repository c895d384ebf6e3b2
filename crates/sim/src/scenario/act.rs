//! What people can do, as scenario files and the control API say it.

use anteroom_model::ChannelKind;
use serde::Deserialize;

/// Something a person does. "Last" means the last message of that kind in the thread.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Act {
    /// Writes.
    Writes {
        /// The words.
        text: String,
    },
    /// Sends a photograph.
    SendsPhoto {
        /// Words beside it (not on Instagram, where they follow as a message of their own).
        #[serde(default)]
        text: String,
    },
    /// Sends a voice note.
    SendsVoice {
        /// How long.
        #[serde(default = "eight")]
        seconds: u32,
    },
    /// Sends a film (Instagram).
    SendsVideo,
    /// Sends a PDF.
    SendsFile {
        /// Its title.
        title: String,
    },
    /// Sends a sticker (Instagram).
    SendsSticker,
    /// Answers a story of the practice (Instagram).
    RepliesToStory {
        /// The words.
        text: String,
    },
    /// Mentions the practice in a story (Instagram).
    MentionsInStory,
    /// Shares a post or a link (Instagram).
    Shares {
        /// Its address.
        url: String,
        /// Its title.
        #[serde(default)]
        title: String,
    },
    /// Sends something that the API cannot show (Instagram).
    SendsUnsupported,
    /// Answers the practice's last message in particular (Instagram).
    Quotes {
        /// The words.
        text: String,
    },
    /// Reacts to the practice's last message (Instagram).
    Reacts {
        /// A word (`love`) or an emoji.
        reaction: String,
    },
    /// Takes the own last message back (Instagram).
    Unsends,
    /// Changes the words of the own last message (Instagram).
    Edits {
        /// The new words.
        text: String,
    },
    /// The practice writes to them with another tool, or in the Instagram app.
    HearsElsewhere {
        /// The words.
        text: String,
    },
    /// Rings, and the desk answers (phone).
    RingsAndTalks {
        /// How long they talk.
        #[serde(default = "eight")]
        seconds: u32,
    },
    /// Rings; nobody answers (phone).
    RingsInVain,
    /// Rings, nobody answers, and leaves a message (phone).
    LeavesVoicemail {
        /// How long it is.
        #[serde(default = "eight")]
        seconds: u32,
        /// What is said, one sentence a line.
        #[serde(default)]
        text: String,
        /// The language of the transcript.
        #[serde(default = "english")]
        language: String,
    },
}

const fn eight() -> u32 {
    8
}

fn english() -> String {
    "en-US".to_owned()
}

impl Act {
    /// Whether it can be done on this channel.
    pub const fn fits(&self, channel: ChannelKind) -> bool {
        let phone = matches!(channel, ChannelKind::Phone);
        match self {
            Self::RingsAndTalks { .. } | Self::RingsInVain | Self::LeavesVoicemail { .. } => phone,
            Self::Writes { .. }
            | Self::SendsPhoto { .. }
            | Self::SendsVoice { .. }
            | Self::SendsFile { .. }
            | Self::HearsElsewhere { .. } => !phone,
            _ => matches!(channel, ChannelKind::Instagram),
        }
    }
}

/// Somebody does something. `who` is an IGSID on Instagram and a number elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// Where.
    pub on: ChannelKind,
    /// Who.
    pub who: String,
    /// What.
    pub act: Act,
}

/// A deed that cannot be done.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeedError {
    /// There is no such channel.
    #[error("no channel has this name")]
    Channel,
    /// Nobody there has this address.
    #[error("this person is not on this channel")]
    Nobody,
    /// This cannot be done on this channel.
    #[error("this cannot be done on this channel")]
    Unfit,
    /// There is no message to react to, take back or change.
    #[error("there is no message for this")]
    NoMessage,
}
