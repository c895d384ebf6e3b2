//! The words with which a patient stops text messages, and starts them again.
//!
//! Twilio acts on these words itself and refuses later texts with 21610; it has no list to ask, so the desk derives the
//! state from the words it sees (Twilio, advanced opt-out).

/// What a text says about being texted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// No more texts.
    Stop,
    /// Texts again.
    Start,
}

const STOP: [&str; 8] = ["stop", "stopall", "unsubscribe", "end", "quit", "revoke", "optout", "cancel"];
const START: [&str; 3] = ["start", "yes", "unstop"];

/// The wish in a text that consists of nothing else. "yes" only means start after a stop; the caller knows.
pub fn wish(text: &str) -> Option<Wish> {
    let word: String = text.trim().chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).collect();
    let word = word.trim().to_lowercase();
    if STOP.contains(&word.as_str()) {
        Some(Wish::Stop)
    } else if START.contains(&word.as_str()) {
        Some(Wish::Start)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_word_alone_counts() {
        assert_eq!(wish(" Stop. "), Some(Wish::Stop));
        assert_eq!(wish("OPT-OUT"), Some(Wish::Stop));
        assert_eq!(wish("START"), Some(Wish::Start));
        assert_eq!(wish("please cancel my appointment"), None);
        assert_eq!(wish("stop the pain"), None);
        assert_eq!(wish(""), None);
    }
}
