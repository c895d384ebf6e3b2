//! Repeated questions and their percentiles.

use serde::Serialize;

use super::watch::time;

/// Times of one question, in milliseconds.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Spread {
    /// By the clock.
    pub p50: f64,
    pub p95: f64,
    pub max: f64,
    /// Of the processor: what other programs on the machine do not change.
    pub processor_p50: f64,
    pub processor_p95: f64,
    /// How often it was asked.
    pub n: usize,
}

/// Times being collected.
#[derive(Default)]
pub(super) struct Times {
    clock: Vec<f64>,
    processor: Vec<f64>,
}

impl Times {
    /// Does `work`, times it, and hands on what it gives.
    pub fn add<T, E>(&mut self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let (done, took) = time(work);
        self.clock.push(took.clock.as_secs_f64() * 1e3);
        self.processor.push(took.processor.as_secs_f64() * 1e3);
        done
    }

    /// The percentiles; of nothing, zeros.
    pub fn spread(self) -> Spread {
        let n = self.clock.len();
        let [p50, p95, max] = percentiles(self.clock);
        let [processor_p50, processor_p95, _] = percentiles(self.processor);
        Spread { p50, p95, max, processor_p50, processor_p95, n }
    }
}

/// The value that half, nineteen in twenty, and all stay below or at.
fn percentiles(mut times: Vec<f64>) -> [f64; 3] {
    times.sort_unstable_by(f64::total_cmp);
    [0.5, 0.95, 1.0].map(|share| {
        let place = (times.len() as f64 * share).ceil() as usize;
        times.get(place.saturating_sub(1)).copied().unwrap_or(0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_measured() {
        assert_eq!(percentiles((1..=100).rev().map(f64::from).collect()), [50.0, 95.0, 100.0]);
        assert_eq!(percentiles(vec![3.0]), [3.0; 3]);
        assert_eq!(Times::default().spread().p95, 0.0);
    }
}
