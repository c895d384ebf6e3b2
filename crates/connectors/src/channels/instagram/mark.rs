//! Marks of words: by them an edit is told from the same words again.
//!
//! Holds: a mark depends on the account's token, and the token is not in the cursor that keeps the marks. Who has a
//! cursor and no token can try no words against it, and once the token is gone nobody can.
//! Refused: a plain hash (short words are guessed in a moment); a key of its own inside the cursor (it would lie beside
//! what it locks).
//! A renewed token makes other marks. Everything within sight is then told once more, and intake knows it.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

/// Makes the marks of one account.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Marker([u8; 32]);

impl Marker {
    /// The one that belongs to a token.
    pub fn of(token: &SecretString) -> Self {
        Self(keyed(token.expose_secret().as_bytes(), b"instagram cursor"))
    }

    /// The mark of some words.
    pub fn mark(&self, words: &str) -> u64 {
        keyed(&self.0, words.as_bytes()).iter().take(8).fold(0, |mark, byte| mark << 8 | u64::from(*byte))
    }
}

impl fmt::Debug for Marker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Marker")
    }
}

fn keyed(key: &[u8], about: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(about);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_have_another_mark_under_another_token() {
        let [ours, again, theirs] =
            ["IGAAours", "IGAAours", "IGAAtheirs"].map(|token| Marker::of(&token.into()));
        assert_eq!(ours.mark("Yes"), again.mark("Yes"), "also after a restart");
        assert_ne!(ours.mark("Yes"), ours.mark("No"));
        assert_ne!(ours.mark("Yes"), theirs.mark("Yes"));
        assert_ne!(ours.mark("Yes"), Marker::default().mark("Yes"));
    }
}
