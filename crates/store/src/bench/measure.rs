//! Repeated questions and their percentiles.

use serde::Serialize;

use super::watch::time;

/// Times of one question, in milliseconds.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Spread {
    pub p50: f64,
    pub p95: f64,
    pub max: f64,
    /// How often it was asked.
    pub n: usize,
}

/// Times being collected.
#[derive(Default)]
pub(super) struct Times(Vec<f64>);

impl Times {
    /// Does `work`, times it, and hands on what it gives.
    pub fn add<T, E>(&mut self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let (done, took) = time(work);
        self.0.push(took.as_secs_f64() * 1e3);
        done
    }

    /// The percentiles; of nothing, zeros.
    pub fn spread(mut self) -> Spread {
        self.0.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| {
            let place = (self.0.len() as f64 * share).ceil() as usize;
            self.0.get(place.saturating_sub(1)).copied().unwrap_or(0.0)
        };
        Spread { p50: at(0.5), p95: at(0.95), max: at(1.0), n: self.0.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let spread = Times((1..=100).rev().map(f64::from).collect()).spread();
        assert_eq!((spread.p50, spread.p95, spread.max, spread.n), (50.0, 95.0, 100.0, 100));
        assert_eq!(Times::default().spread().p95, 0.0);
    }
}
