//! Which rows of a list we have seen, in few characters: the cursor is written with every poll.
//!
//! Holds: ten characters a row. Two ids fall on the same mark about once in 10^18 pairs; that is less often than disks
//! lie. Order of arrival is kept, and the oldest marks go first when there are too many, which costs nothing but
//! telling known news again.

use std::collections::{HashSet, VecDeque};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Rows of two busy days at a large clinic, several times over.
const MOST: usize = 5000;
const MARK: usize = 10;
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A set of marks.
#[derive(Clone, Default, Debug)]
pub(super) struct Known {
    order: VecDeque<u64>,
    set: HashSet<u64>,
}

impl Known {
    /// Adds an id; whether it was new.
    pub fn insert(&mut self, id: &str) -> bool {
        self.add(mark(id))
    }

    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    fn add(&mut self, mark: u64) -> bool {
        let new = self.set.insert(mark);
        if new {
            self.order.push_back(mark);
            if self.order.len() > MOST
                && let Some(oldest) = self.order.pop_front()
            {
                self.set.remove(&oldest);
            }
        }
        new
    }
}

/// 60 bits of FNV-1a.
fn mark(id: &str) -> u64 {
    let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash >> 4
}

impl Serialize for Known {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut text = String::with_capacity(self.order.len() * MARK);
        for mark in &self.order {
            for place in (0..MARK).rev() {
                text.push(char::from(LETTERS[(mark >> (place * 6)) as usize & 63]));
            }
        }
        to.serialize_str(&text)
    }
}

impl<'de> Deserialize<'de> for Known {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let mut known = Self::default();
        for letters in text.as_bytes().chunks_exact(MARK) {
            let mark = letters.iter().try_fold(0_u64, |mark, letter| {
                let value = LETTERS.iter().position(|known| known == letter)?;
                Some(mark << 6 | value as u64)
            });
            if let Some(mark) = mark {
                known.add(mark);
            }
        }
        Ok(known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_is_known_after_a_restart_and_nothing_else_is() {
        let mut known = Known::default();
        let ids: Vec<String> = (0..3000).map(|n| format!("SM{n:032x}")).collect();
        assert!(ids.iter().all(|id| known.insert(id)), "three thousand ids, three thousand marks");
        let text = serde_json::to_string(&known).expect("a string");
        assert_eq!(text.len(), 3000 * MARK + 2);
        let mut again: Known = serde_json::from_str(&text).expect("our own text");
        assert!(ids.iter().all(|id| !again.insert(id)));
        assert!(again.insert("SMffffffffffffffffffffffffffffffff"));
    }

    #[test]
    fn the_oldest_go_first() {
        let mut known = Known::default();
        for n in 0..MOST + 10 {
            known.insert(&n.to_string());
        }
        assert_eq!(known.len(), MOST);
        assert!(known.insert("0"), "forgotten");
        assert!(!known.insert(&(MOST + 9).to_string()), "kept");
    }
}
