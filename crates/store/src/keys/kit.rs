//! The recovery kit: 256 random bits on paper, in letters that can be read aloud and typed with mistakes.
//!
//! 52 characters of Crockford's base 32 carry the bits, four more check them: fourteen groups of four. Typing is
//! forgiven its case, spaces, dashes, O for 0 and I or L for 1; the checksum tells a slip from a foreign code.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::derive::random;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DATA: usize = 52;
const CHECK: usize = 4;
const GROUP: usize = 4;

/// A recovery code.
#[derive(Clone)]
pub struct RecoveryKit(Zeroizing<[u8; 32]>);

/// Why a typed code is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KitError {
    /// Too few or too many characters.
    #[error("the code has {found} of {} characters", DATA + CHECK)]
    Length {
        /// Characters that count.
        found: usize,
    },
    /// A character that no code has.
    #[error("character {at} is in no code")]
    Character {
        /// Which, counted from 1.
        at: usize,
    },
    /// A slip of the pen or of the finger.
    #[error("the code has a typing error")]
    Checksum,
    /// The system gave no randomness.
    #[error("the system gave no randomness")]
    NoRandomness,
}

impl RecoveryKit {
    /// A new one.
    pub fn generate() -> Result<Self, KitError> {
        random().map(Self).ok_or(KitError::NoRandomness)
    }

    /// What was typed.
    pub fn parse(typed: &str) -> Result<Self, KitError> {
        let mut values = Zeroizing::new(Vec::with_capacity(DATA + CHECK));
        for c in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '.')) {
            let value = value_of(c).ok_or(KitError::Character { at: values.len() + 1 })?;
            values.push(value);
        }
        if values.len() != DATA + CHECK {
            return Err(KitError::Length { found: values.len() });
        }
        let mut bytes = Zeroizing::new([0; 32]);
        for (n, value) in values[..DATA].iter().enumerate() {
            for bit in 0..5 {
                let at = n * 5 + bit;
                let set = value >> (4 - bit) & 1 == 1;
                match bytes.get_mut(at / 8) {
                    Some(byte) if set => *byte |= 0x80 >> (at % 8),
                    None if set => return Err(KitError::Checksum),
                    _ => {}
                }
            }
        }
        if check_values(&bytes) != values[DATA..] { Err(KitError::Checksum) } else { Ok(Self(bytes)) }
    }

    /// Groups of four, in order, to be shown and printed.
    pub fn groups(&self) -> Vec<String> {
        let mut values = Zeroizing::new(Vec::with_capacity(DATA + CHECK));
        for n in 0..DATA {
            values.push((0..5).fold(0u8, |value, bit| {
                let at = n * 5 + bit;
                let set = self.0.get(at / 8).is_some_and(|byte| byte & (0x80 >> (at % 8)) != 0);
                value << 1 | u8::from(set)
            }));
        }
        values.extend(check_values(&self.0));
        values
            .chunks(GROUP)
            .map(|group| group.iter().map(|value| char::from(ALPHABET[usize::from(*value)])).collect())
            .collect()
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

fn value_of(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    ALPHABET.iter().position(|letter| char::from(*letter) == c).and_then(|at| u8::try_from(at).ok())
}

fn check_values(bytes: &[u8; 32]) -> [u8; CHECK] {
    let hash = Sha256::digest(bytes);
    [hash[0] & 31, hash[1] & 31, hash[2] & 31, hash[3] & 31]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_printed_can_be_typed_badly(bytes in any::<[u8; 32]>()) {
            let kit = RecoveryKit(Zeroizing::new(bytes));
            let groups = kit.groups();
            prop_assert_eq!(groups.len(), 14);
            let typed = groups.join(" - ").to_lowercase().replace('0', "o").replace('1', "l");
            let read = RecoveryKit::parse(&typed).unwrap();
            prop_assert_eq!(read.bytes(), &bytes);
        }

        #[test]
        fn one_wrong_letter_is_noticed_or_at_least_not_silent(bytes in any::<[u8; 32]>(), at in 0usize..56, step in 1usize..32) {
            let code: String = RecoveryKit(Zeroizing::new(bytes)).groups().concat();
            let mut letters: Vec<char> = code.chars().collect();
            let value = ALPHABET.iter().position(|l| char::from(*l) == letters[at]).unwrap();
            letters[at] = char::from(ALPHABET[(value + step) % 32]);
            let read = RecoveryKit::parse(&letters.iter().collect::<String>());
            // Twenty bits of checksum: a slip passes once in a million, and then the key check refuses the kit.
            prop_assert!(read.is_err() || read.unwrap().bytes() != &bytes);
        }

        #[test]
        fn nothing_typed_can_break_it(text in "\\PC{0,90}") {
            let _ = RecoveryKit::parse(&text);
        }
    }

    #[test]
    fn each_mistake_has_its_name() {
        assert_eq!(RecoveryKit::parse("ABCD").err(), Some(KitError::Length { found: 4 }));
        assert_eq!(RecoveryKit::parse("AB?D").err(), Some(KitError::Character { at: 3 }));
        assert_eq!(RecoveryKit::parse(&"0".repeat(56)).err(), Some(KitError::Checksum));
    }
}
