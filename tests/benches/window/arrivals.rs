//! Messages that arrive, many at once, through the real intake, while somebody works.

use anteroom_store::bench::Practice;
use serde::Deserialize;
use serde_json::json;

use crate::figures::{gaps, key_head, key_row};
use crate::{Window, World};

/// Nothing more has come for so long.
const QUIET_MS: f64 = 20_000.0;
/// News take a minute where the window has no focus.
const PATIENCE_MS: f64 = 150_000.0;

#[derive(Deserialize)]
struct Count {
    now: u64,
    changed: f64,
    first: f64,
    quiet: f64,
}

/// Who writes: in turns somebody known who did not wait, and a stranger; each once.
pub fn write(world: &World, practice: &Practice, from: usize, count: usize) {
    let known = practice.texters();
    let mut calm = known.iter().filter(|(_, waits)| !waits).map(|(number, _)| number).skip(from / 2);
    for n in from..from + count {
        let stranger = format!("+4915{:09}", n + 1);
        let number = if n % 2 == 0 { calm.next().unwrap_or(&stranger) } else { &stranger };
        world
            .0
            .twilio()
            .patient(number)
            .writes("Could I have an appointment this week, please? My crown is loose.");
    }
}

/// Lets them all arrive and watches the frames; J is pressed meanwhile.
pub async fn measure(window: &Window, world: &World, practice: &Practice, arriving: usize) {
    window.is_in_the_list().await;
    window.tells("watchCount", json!([])).await;
    let before: Count = window.learns("count", json!([])).await;
    write(world, practice, 0, arriving);
    window.tells("watchFrames", json!([])).await;
    let mut pressed = Vec::new();
    let count = loop {
        for key in ['j', 'k'] {
            let time = window.times(&[], key, "the next row").await;
            let count: Count = window.learns("count", json!([])).await;
            if count.first > 0.0 {
                pressed.push(time);
            }
        }
        let count: Count = window.learns("count", json!([])).await;
        let waited = count.changed + count.quiet;
        let all = count.now >= before.now + arriving as u64;
        if all || (count.first > 0.0 && count.quiet > QUIET_MS) || waited > PATIENCE_MS {
            break count;
        }
        window.rests(100).await;
    };
    let frames: Vec<f64> = window.learns("frames", json!([])).await;
    window.tells("endCount", json!([])).await;
    println!(
        "\n{} of {arriving} arrived in the window: the first {:.1} s after they were written (it asks once a minute \
         while it has no focus), the last {:.1} s after the first.",
        count.now.saturating_sub(before.now),
        count.first / 1000.0,
        (count.changed - count.first) / 1000.0
    );
    gaps("while they arrive", &frames);
    println!();
    key_head();
    key_row("J and K, while they arrive", &pressed);
}
