//! Ids and other invented values, the same for the same seed.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// Makes ids. Two worlds with one seed make the same ones in the same order.
pub struct Mint {
    seed: u64,
    made: u64,
}

impl Mint {
    pub fn new(seed: u64) -> Self {
        Self { seed, made: 0 }
    }

    /// For what lies before the start of a scenario: the same in every run, whatever its seed, so that a desk that
    /// comes back to a new world knows the past already.
    pub fn of_the_past() -> Self {
        Self::new(u64::MAX)
    }

    /// An opaque id that only depends on `of`.
    pub fn always(purpose: &str, of: &str) -> String {
        let seed =
            of.bytes().fold(17_u64, |seed, byte| seed.wrapping_mul(1_099_511_628_211) ^ u64::from(byte));
        Self::new(seed).opaque(purpose)
    }

    fn block(&mut self, purpose: &str) -> [u8; 32] {
        self.made += 1;
        let mut hash = Sha256::new();
        hash.update(self.seed.to_be_bytes());
        hash.update(purpose.as_bytes());
        hash.update(self.made.to_be_bytes());
        hash.finalize().into()
    }

    /// `SM` and 32 hex digits.
    pub fn sid(&mut self, prefix: &str) -> String {
        let mut sid = prefix.to_owned();
        for byte in &self.block(prefix)[..16] {
            let _ = write!(sid, "{byte:02x}");
        }
        sid
    }

    /// An opaque id as Meta writes them: letters and digits that begin like base64 of "ig…".
    pub fn opaque(&mut self, purpose: &str) -> String {
        let mut id = String::from("aWdfZAD");
        for byte in &self.block(purpose)[..24] {
            id.push(char::from(
                b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789ZD"[usize::from(*byte % 64)],
            ));
        }
        id
    }

    /// A numeric id of 16 or 17 digits with a given beginning.
    pub fn number(&mut self, beginning: &str, digits: usize) -> String {
        let block = self.block(beginning);
        let mut id = beginning.to_owned();
        id.extend(block.iter().map(|byte| char::from(b'0' + byte % 10)));
        id.truncate(digits);
        id
    }

    /// A number below `most`.
    pub fn below(&mut self, most: u64) -> u64 {
        let block = self.block("below");
        let mut eight = [0; 8];
        eight.copy_from_slice(&block[..8]);
        u64::from_be_bytes(eight) % most.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_makes_one_world() {
        let (mut one, mut two, mut other) = (Mint::new(7), Mint::new(7), Mint::new(8));
        let first = one.sid("SM");
        assert_eq!(first, two.sid("SM"));
        assert_ne!(first, other.sid("SM"));
        assert_ne!(first, one.sid("SM"));
        assert_eq!(first.len(), 34);
        assert!(one.number("16", 16).chars().all(|c| c.is_ascii_digit()));
    }
}
