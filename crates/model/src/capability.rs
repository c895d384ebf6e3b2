//! What a channel can do now. Callers ask before they offer a button, so that nobody types what cannot be sent.

use serde::{Deserialize, Serialize};

use crate::{AttachmentKind, WindowRule};

/// How a channel counts the length of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextMeasure {
    /// Bytes of UTF-8 (Instagram).
    Bytes,
    /// Characters (Twilio).
    Characters,
}

/// The longest text a channel takes in one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextLimit {
    /// How many.
    pub most: usize,
    /// Of what.
    pub measure: TextMeasure,
}

/// A text is longer than the channel takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("text is {length} long, at most {} fit", limit.most)]
pub struct TextTooLong {
    /// How long it is, in the channel's measure.
    pub length: usize,
    /// What fits.
    pub limit: TextLimit,
}

impl TextLimit {
    /// The length of a text in this measure.
    pub fn measure(self, text: &str) -> usize {
        match self.measure {
            TextMeasure::Bytes => text.len(),
            TextMeasure::Characters => text.chars().count(),
        }
    }

    /// Refuses a text that does not fit.
    pub fn check(self, text: &str) -> Result<(), TextTooLong> {
        let length = self.measure(text);
        if length > self.most { Err(TextTooLong { length, limit: self }) } else { Ok(()) }
    }
}

/// A kind of file that the channel takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentLimit {
    /// The kind.
    pub kind: AttachmentKind,
    /// Media types, all lower case.
    pub mime: Vec<String>,
    /// Most bytes of one file.
    pub most_bytes: u64,
}

/// What a channel can do now, for one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capabilities {
    /// Longest text; `None` when no text can be sent (telephone).
    pub text: Option<TextLimit>,
    /// Files it takes from this computer. Empty when it only takes public links.
    pub attachments: Vec<AttachmentLimit>,
    /// Text and file may travel in one message.
    pub caption_with_attachment: bool,
    /// An answer may quote a message.
    pub quote: bool,
    /// A reaction may be sent.
    pub react: bool,
    /// Approved templates exist.
    pub templates: bool,
    /// Calls can be placed.
    pub call: bool,
    /// When writing is allowed.
    pub window: WindowRule,
    /// Reports "delivered".
    pub delivered_receipts: bool,
    /// Reports "read".
    pub read_receipts: bool,
    /// Seconds after which a missing delivery receipt is worth a word; `None` when the channel gives none.
    pub receipt_expected_seconds: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instagram_counts_bytes_so_umlauts_weigh_two() {
        let limit = TextLimit { most: 1000, measure: TextMeasure::Bytes };
        assert_eq!(limit.check(&"a".repeat(1000)), Ok(()));
        assert_eq!(limit.check(&"ü".repeat(501)).map_err(|e| e.length), Err(1002));
        let characters = TextLimit { most: 1600, measure: TextMeasure::Characters };
        assert_eq!(characters.check(&"ü".repeat(1600)), Ok(()));
    }
}
