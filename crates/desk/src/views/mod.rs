//! What the window shows. These types cross into TypeScript; they are apart from the domain types on purpose, so that
//! the screen and the rules can change without each other.
//!
//! Holds: every time is [`UtcMillis`]; every id is a string; no sentence is made here, only codes and values that the
//! translation files turn into sentences. Numbers that are no `u32` are declared as one to the generator: it writes
//! `number` for it, but `number | null` for a float, which none of ours ever is.

mod account;
mod app;
mod automatic;
mod call;
mod composer;
mod contacts;
mod delivery;
mod error;
mod feed;
mod hours;
mod inbox;
mod insights;
mod keys;
mod patient;
mod people;
mod review;
mod saved;
mod schedule;
mod search;
mod staff;
mod status;
mod timeline;
mod triage;

pub use account::*;
pub use app::*;
pub use automatic::*;
pub use call::*;
pub use composer::*;
pub use contacts::*;
pub use delivery::*;
pub use error::*;
pub use feed::*;
pub use hours::*;
pub use inbox::*;
pub use insights::*;
pub use keys::*;
pub use patient::*;
pub use people::*;
pub use review::*;
pub use saved::*;
pub use schedule::*;
pub use search::*;
pub use staff::*;
pub use status::*;
pub use timeline::*;
pub use triage::*;

use serde::{Deserialize, Serialize};
use specta::Type;

/// Milliseconds since 1970-01-01 UTC. A JavaScript number holds them exactly until the year 287396.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct UtcMillis(#[specta(type = u32)] pub i64);

impl From<jiff::Timestamp> for UtcMillis {
    fn from(at: jiff::Timestamp) -> Self {
        Self(at.as_millisecond())
    }
}

/// A channel, for its glyph and word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
// The generated contract has a type `Channel` of its own.
#[serde(rename = "ChannelName")]
pub enum Channel {
    /// Instagram.
    Instagram,
    /// WhatsApp.
    Whatsapp,
    /// Text messages.
    Sms,
    /// Telephone.
    Phone,
}

impl From<anteroom_model::ChannelKind> for Channel {
    fn from(kind: anteroom_model::ChannelKind) -> Self {
        use anteroom_model::ChannelKind;
        match kind {
            ChannelKind::Instagram => Self::Instagram,
            ChannelKind::WhatsApp => Self::Whatsapp,
            ChannelKind::Sms => Self::Sms,
            ChannelKind::Phone => Self::Phone,
        }
    }
}

impl From<Channel> for anteroom_model::ChannelKind {
    fn from(channel: Channel) -> Self {
        match channel {
            Channel::Instagram => Self::Instagram,
            Channel::Whatsapp => Self::WhatsApp,
            Channel::Sms => Self::Sms,
            Channel::Phone => Self::Phone,
        }
    }
}
