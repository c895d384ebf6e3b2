//! The ways a patient reaches the practice.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A channel as the front desk knows it. One provider account may carry several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// Instagram direct messages.
    Instagram,
    /// WhatsApp.
    WhatsApp,
    /// Text messages.
    Sms,
    /// Telephone calls and voicemail.
    Phone,
}

impl ChannelKind {
    /// Every channel, in the order in which the status bar names them.
    pub const ALL: [Self; 4] = [Self::Instagram, Self::WhatsApp, Self::Sms, Self::Phone];

    /// The word used in the store, in logs and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Instagram => "instagram",
            Self::WhatsApp => "whatsapp",
            Self::Sms => "sms",
            Self::Phone => "phone",
        }
    }

    /// Whether a patient's address on this channel is a telephone number.
    pub const fn is_by_number(self) -> bool {
        matches!(self, Self::WhatsApp | Self::Sms | Self::Phone)
    }
}

impl fmt::Display for ChannelKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for ChannelKind {
    type Err = UnknownChannel;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|channel| channel.as_str().eq_ignore_ascii_case(text))
            .ok_or(UnknownChannel)
    }
}

/// The word names no channel.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("no channel has this name")]
pub struct UnknownChannel;
