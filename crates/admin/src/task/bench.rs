//! `bench`: how fast this clinic's own data answers. For figures to compare between versions use `cargo xtask bench`.

use std::time::{Duration, Instant};

use anteroom_desk::views::{InboxFilter, Queue, WireError};
use serde::Serialize;

use crate::exit::Done;
use crate::options::Options;
use crate::{open, say};

#[derive(Serialize)]
struct Figure {
    what: &'static str,
    p50_ms: f64,
    p95_ms: f64,
}

/// Measures.
pub async fn run(options: &Options, times: u32) -> Done {
    let desk = open::desk(options).await?;
    let all = InboxFilter::of(Queue::All);
    let rows = desk.inbox_open(all.clone(), 50)?.rows;
    let mut figures =
        vec![measure("inbox, first page", times, |_| desk.inbox_open(all.clone(), 50).map(drop))?];
    if !rows.is_empty() {
        let pick = |n: usize| &rows[n % rows.len()];
        figures
            .push(measure("open a conversation", times, |n| desk.conversation_read(&pick(n).id).map(drop))?);
        figures.push(measure("search a name as it is typed", times, |n| {
            let name = &pick(n).name;
            let typed: String = name.chars().take(1 + n % 6).collect();
            desk.search(&typed, None).map(drop)
        })?);
    }
    desk.stop().await;
    say::result(options, &figures, |figures| {
        figures
            .iter()
            .map(|figure| {
                format!("{:32} p50 {:8.3} ms   p95 {:8.3} ms", figure.what, figure.p50_ms, figure.p95_ms)
            })
            .collect()
    })
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures the machine's time")]
fn measure(
    what: &'static str,
    times: u32,
    mut f: impl FnMut(usize) -> Result<(), WireError>,
) -> Result<Figure, WireError> {
    let mut took = Vec::new();
    for n in 0..times.max(1) as usize {
        let start = Instant::now();
        f(n)?;
        took.push(start.elapsed());
    }
    took.sort_unstable();
    let at = |share: f64| {
        took.get(((took.len() - 1) as f64 * share) as usize)
            .map_or(0.0, |time: &Duration| time.as_secs_f64() * 1000.0)
    };
    Ok(Figure { what, p50_ms: at(0.5), p95_ms: at(0.95) })
}
