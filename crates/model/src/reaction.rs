//! A reaction on its way out, and what an emoji is.

use crate::{ChannelKind, Phi};

/// The reaction that we want to stand at a message of the patient's.
#[derive(Clone, Debug)]
pub struct OutgoingReaction {
    /// Where.
    pub channel: ChannelKind,
    /// The patient's address on the channel.
    pub to: Phi<String>,
    /// The provider's id of the message.
    pub target: String,
    /// The emoji; `None` takes ours away.
    pub emoji: Option<Phi<String>>,
}

/// The longest emoji there are (families, flags of regions) take fewer bytes.
const MOST_BYTES: usize = 48;
/// "Show this as a picture": providers put it in or leave it out.
const AS_PICTURE: char = '\u{fe0f}';

/// Whether a text can be one emoji. Not a list of them (every year has new ones), only what keeps words out.
pub fn is_emoji(text: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphabetic() || c.is_whitespace() || c.is_control() || c == '<';
    !text.is_empty() && text.len() <= MOST_BYTES && !text.chars().any(is_word) && !text.is_ascii()
}

/// Whether two spellings are the same emoji.
pub fn same_emoji(one: &str, other: &str) -> bool {
    let picture = |c: &char| *c != AS_PICTURE;
    one.chars().filter(picture).eq(other.chars().filter(picture))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emoji_is_not_a_word() {
        for emoji in ["❤", "❤️", "👍🏽", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "1️⃣"]
        {
            assert!(is_emoji(emoji), "{emoji}");
        }
        for words in ["", "love", "👍 ok", "1", ":)", "❤\n", &"❤".repeat(20)] {
            assert!(!is_emoji(words), "{words:?}");
        }
    }

    #[test]
    fn a_heart_is_a_heart_however_it_is_spelt() {
        assert!(same_emoji("❤", "❤️"));
        assert!(!same_emoji("❤", "👍"));
    }
}
