//! A pass phrase as a person types it.
//!
//! Holds: the same words typed on another keyboard are the same phrase (Unicode's compatible form, one space between
//! words); it is wiped when dropped and never printed. A new one needs several different words, because what protects
//! the key is only how many phrases somebody with a copy of the folder would have to try.
//! Refused: rules about digits and signs (they make phrases hard to type and hardly longer to guess).

use std::collections::HashSet;

use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A new phrase has at least so many different words.
const FEWEST_WORDS: usize = 4;
/// And at least so many letters and signs, spaces not counted.
const FEWEST_LETTERS: usize = 16;

/// A pass phrase.
#[derive(Clone)]
pub struct Passphrase(SecretString);

/// The phrase is too short to protect anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the pass phrase is too weak")]
pub struct TooWeak;

impl Passphrase {
    /// What was typed to open a clinic.
    pub fn typed(text: &str) -> Self {
        // Room for everything at once, so that growing leaves no copy behind.
        let mut plain = Zeroizing::new(String::with_capacity(text.len() * 4));
        plain.extend(text.nfkc());
        let mut phrase = Zeroizing::new(String::with_capacity(plain.len()));
        for word in plain.split_whitespace() {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(word);
        }
        Self(SecretString::from(phrase.as_str()))
    }

    /// What was typed to protect a clinic from now on.
    ///
    /// # Errors
    /// [`TooWeak`] with fewer than four different words or sixteen letters.
    pub fn chosen(text: &str) -> Result<Self, TooWeak> {
        let phrase = Self::typed(text);
        let words: HashSet<&str> = phrase.text().split(' ').collect();
        let letters = phrase.text().chars().filter(|c| *c != ' ').count();
        if words.len() < FEWEST_WORDS || letters < FEWEST_LETTERS { Err(TooWeak) } else { Ok(phrase) }
    }

    pub(super) fn text(&self) -> &str {
        self.0.expose_secret()
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_new_phrase_needs_four_different_words_and_sixteen_letters() {
        let check = |text: &str, strong: bool| assert_eq!(Passphrase::chosen(text).is_ok(), strong, "{text}");
        check("", false);
        check("correct horse battery", false);
        check("a b c d", false);
        check("rain rain rain rain rain", false);
        check("four words of rain", false);
        check("correct horse battery staple", true);
        check("  correct   horse battery\tstaple ", true);
        check("der Regen fällt auf Steine", true);
        check("نافذة الصباح تطل على البحر", true);
    }

    #[test]
    fn it_is_the_same_phrase_on_every_keyboard_and_shows_itself_to_nobody() {
        assert_eq!(Passphrase::typed("der Regen fa\u{308}llt").text(), "der Regen fällt");
        assert_eq!(Passphrase::typed(" two\u{a0} words\n").text(), "two words");
        assert_eq!(format!("{:?}", Passphrase::typed("two words")), "Passphrase");
    }

    proptest! {
        #[test]
        fn nothing_typed_can_break_it(text in "\\PC{0,60}") {
            let once = Passphrase::typed(&text);
            let twice = Passphrase::typed(once.text());
            prop_assert_eq!(twice.text(), once.text());
        }
    }
}
