//! Which language somebody writes, from a few short messages.
//!
//! Holds: no answer is better than a wrong one: names, numbers, greetings of one word and languages that are not in the
//! list get none. The models are read when they are first needed and stay, about 45 MB.
//! Refused: the models' small-memory mode, which reads "Me dhemb dhembi" as Spanish; guessing among all languages,
//! which makes every short message one of ten.

mod letters;

use std::sync::OnceLock;

use anteroom_model::{LanguageGuess, Phi};
use lingua::{Language, LanguageDetector, LanguageDetectorBuilder};

use letters::{Judged, judge};

/// The languages that a front desk here is written in.
const LANGUAGES: [(Language, &str); 10] = [
    (Language::English, "en"),
    (Language::German, "de"),
    (Language::French, "fr"),
    (Language::Spanish, "es"),
    (Language::Italian, "it"),
    (Language::Albanian, "sq"),
    (Language::Turkish, "tr"),
    (Language::Arabic, "ar"),
    (Language::Portuguese, "pt"),
    (Language::Dutch, "nl"),
];

/// The likeliest language must have this share, and so many times that of the next.
const SHARE: f64 = 0.35;
const TIMES: f64 = 2.0;
/// From 120 characters on, the library looks at runs of three letters only, which reads short Albanian as French. A
/// pasted book is not read at all beyond this.
const MOST_LETTERS: usize = 110;

/// Reads languages. Cheap to make; the models are read with the first question.
#[derive(Default)]
pub struct Languages {
    models: OnceLock<LanguageDetector>,
}

impl Languages {
    /// A reader that has read no model yet.
    pub fn new() -> Self {
        Self::default()
    }

    fn of(&self, text: &str) -> Option<&'static str> {
        match judge(text) {
            Judged::TooLittle | Judged::OtherLanguage => return None,
            // No other language of ours is written so.
            Judged::Arabic => return Some("ar"),
            Judged::Words => {}
        }
        let models = self.models.get_or_init(|| {
            LanguageDetectorBuilder::from_languages(&LANGUAGES.map(|(language, _)| language)).build()
        });
        let shares = models.compute_language_confidence_values(text);
        let (best, share) = *shares.first()?;
        let next = shares.get(1).map_or(0.0, |(_, share)| *share);
        let sure = share >= SHARE && share >= next * TIMES;
        LANGUAGES.iter().find(|(language, _)| sure && *language == best).map(|(_, code)| *code)
    }
}

impl LanguageGuess for Languages {
    fn guess(&self, newest_first: &[Phi<String>]) -> Option<&'static str> {
        // Together they say more; where they contradict each other, the newest alone may be clear.
        let mut together = String::new();
        for text in newest_first {
            let room = MOST_LETTERS.saturating_sub(together.chars().count());
            together.extend(text.reveal().chars().take(room));
            together.push('\n');
        }
        self.of(&together).or_else(|| {
            let newest: String = newest_first.first()?.reveal().chars().take(MOST_LETTERS).collect();
            self.of(&newest)
        })
    }
}

#[cfg(test)]
mod tests;
