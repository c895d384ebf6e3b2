//! Figures as tables: percentiles, ratios to the aims, gaps between frames.

use std::time::Duration;

/// From a key to its result, at most, for 95 in a hundred.
pub const KEY_AIM: f64 = 50.0;
/// No gap between two frames is longer.
pub const GAP_AIM: f64 = 100.0;

/// A value below which this share lies.
pub fn percentile(sorted: &[f64], share: f64) -> f64 {
    let at = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(at.saturating_sub(1)).copied().unwrap_or(0.0)
}

/// What one key took: from the press to the result, and of the processor meanwhile, the driver's share too.
#[derive(Clone, Copy, Debug)]
pub struct Press {
    /// Nothing when the result did not come.
    pub ms: Option<f64>,
    pub core: f64,
    pub web: f64,
}

/// The head of the table of keys.
pub fn key_head() {
    println!(
        "| from a key to its result, in ms | n | p50 | p95 | max | aim, p95 | p95 ÷ aim | did not come | of the processor, \
         p50: program | web view |"
    );
    println!("|{}", " --- |".repeat(10));
}

/// A row of the table of keys.
pub fn key_row(what: &str, presses: &[Press]) {
    let sorted = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values
    };
    let came = sorted(presses.iter().filter_map(|press| press.ms).collect());
    let [p50, p95, max] = [0.5, 0.95, 1.0].map(|share| percentile(&came, share));
    let core = percentile(&sorted(presses.iter().map(|press| press.core).collect()), 0.5);
    let web = percentile(&sorted(presses.iter().map(|press| press.web).collect()), 0.5);
    println!(
        "| {what} | {} | {p50:.0} | {p95:.0} | {max:.0} | {KEY_AIM:.0} | {:.2} | {} | {core:.0} | {web:.0} |",
        came.len(),
        p95 / KEY_AIM,
        presses.len() - came.len(),
    );
}

/// The gaps between frames, as a sentence and a histogram.
pub fn gaps(what: &str, gaps: &[f64]) {
    let mut sorted = gaps.to_vec();
    sorted.sort_by(f64::total_cmp);
    let [p50, p95, p99, max] = [0.5, 0.95, 0.99, 1.0].map(|share| percentile(&sorted, share));
    let over = |limit: f64| sorted.iter().filter(|gap| **gap > limit).count();
    println!(
        "\nFrames, {what}: {} in {:.1} s; gaps in ms: p50 {p50:.0}, p95 {p95:.0}, p99 {p99:.0}, max {max:.0} \
         (aim: none over {GAP_AIM:.0}; {:.2} of it); over 50: {}, over 100: {}.",
        sorted.len(),
        sorted.iter().sum::<f64>() / 1000.0,
        max / GAP_AIM,
        over(50.0),
        over(GAP_AIM),
    );
    let edges = [0.0, 20.0, 34.0, 50.0, 67.0, 100.0, 200.0, 500.0, f64::INFINITY];
    let parts: Vec<String> = edges
        .windows(2)
        .map(|edge| {
            let n = sorted.iter().filter(|gap| **gap >= edge[0] && **gap < edge[1]).count();
            format!(
                "{}–{}: {n}",
                edge[0],
                if edge[1].is_finite() { edge[1].to_string() } else { "…".to_owned() }
            )
        })
        .collect();
    println!("Histogram: {}.", parts.join("; "));
}

/// Seconds with one digit.
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
