//! Randomness, handed in. One seedable source for ids, retry spread and the groups that first run asks for.
//!
//! Holds: a test that names a seed gets the same ids again. Keys are not made here; the store asks the system itself.

use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::Jitter;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// A shared, seedable source of randomness.
#[derive(Clone)]
pub struct Dice(Arc<Mutex<StdRng>>);

impl Dice {
    /// Seeded from the operating system.
    pub fn from_system() -> Self {
        Self::with(rand::make_rng())
    }

    /// The same numbers again for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Self::with(StdRng::seed_from_u64(seed))
    }

    fn with(rng: StdRng) -> Self {
        Self(Arc::new(Mutex::new(rng)))
    }

    /// Ten bytes for an id.
    pub fn id_bytes(&self) -> [u8; 10] {
        self.roll(|rng| rng.random())
    }

    /// A spread for a pause.
    pub fn jitter(&self) -> Jitter {
        Jitter(self.roll(|rng| rng.random()))
    }

    /// A number below `end`.
    pub fn below(&self, end: u32) -> u32 {
        self.roll(|rng| rng.random_range(0..end.max(1)))
    }

    /// Fills bytes.
    pub fn fill(&self, bytes: &mut [u8]) {
        self.roll(|rng| rng.fill(bytes));
    }

    /// A source of its own for somebody who keeps one.
    pub fn rng(&self) -> StdRng {
        StdRng::from_rng(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn roll<T>(&self, with: impl FnOnce(&mut StdRng) -> T) -> T {
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_gives_one_run() {
        let (a, b) = (Dice::seeded(7), Dice::seeded(7));
        assert_eq!(a.id_bytes(), b.id_bytes());
        assert_ne!(a.id_bytes(), a.id_bytes());
        assert!((0..100).all(|_| a.below(3) < 3));
    }
}
