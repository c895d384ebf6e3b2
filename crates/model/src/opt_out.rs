//! Opting out of text messages. Carriers and Twilio act on a few words by themselves; we have to know them, because the
//! provider has no list of who opted out.
//!
//! Source: Twilio's default keywords. A word counts only if it is the whole message: "Please cancel my visit" is a
//! wish, "Cancel" alone blocks the number, whatever the patient meant by it.

/// What a text message did to the patient's consent, by the provider's own rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptWord {
    /// No messages from this number any more.
    Out,
    /// Messages again.
    In,
}

const OUT: [&str; 8] = ["stop", "stopall", "unsubscribe", "end", "quit", "cancel", "revoke", "optout"];
const IN: [&str; 3] = ["start", "yes", "unstop"];

impl OptWord {
    /// What an inbound text message does, if it is one of the words. "Yes" counts only where somebody had opted out;
    /// the caller knows.
    pub fn in_text(body: &str) -> Option<Self> {
        // "Stop." and "OPT-OUT" are meant as the words they are.
        let word: String = body.trim().chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).collect();
        let word = word.trim().to_lowercase();
        if OUT.contains(&word.as_str()) {
            Some(Self::Out)
        } else if IN.contains(&word.as_str()) {
            Some(Self::In)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_counts_only_if_it_is_the_whole_message() {
        for (body, expected) in [
            ("STOP", Some(OptWord::Out)),
            (" stop\n", Some(OptWord::Out)),
            ("Cancel", Some(OptWord::Out)),
            ("START", Some(OptWord::In)),
            ("Unstop", Some(OptWord::In)),
            (" Stop. ", Some(OptWord::Out)),
            ("OPT-OUT", Some(OptWord::Out)),
            ("Please cancel my visit", None),
            ("stop calling at noon", None),
            ("", None),
        ] {
            assert_eq!(OptWord::in_text(body), expected, "{body:?}");
        }
    }
}
