//! The list: a key held down, and scrolling.

use anteroom_desk::clock::SystemClock;
use anteroom_model::Clock;
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::Window;
use crate::figures::gaps;

/// As fast as a held key repeats on most keyboards.
const REPEATS: i64 = 30;

#[derive(Deserialize)]
struct Held {
    presses: u32,
    seconds: f64,
    late: Option<f64>,
    place: i64,
    goal: i64,
    gaps: Vec<f64>,
}

/// J held down, then K: in the list, and from one open conversation to the next.
pub async fn hold(window: &Window, seconds: i64) {
    window.is_in_the_list().await;
    both_ways(window, seconds, "in the list").await;
    // What is in focus can be opened at once.
    let opened = window.times(&[], Key::Enter, "the conversation").await;
    println!("\nEnter right after: {} ms until the conversation is there.", opened.ms.unwrap_or(f64::NAN));
    both_ways(window, seconds, "from conversation to conversation").await;
    window.times(&[], Key::Escape, "the list").await;
}

async fn both_ways(window: &Window, seconds: i64, place: &str) {
    for (key, step) in [('j', 1), ('k', -1)] {
        window.tells("watchHeld", json!([])).await;
        let clock = SystemClock::new();
        let began = clock.now();
        for n in 0..seconds * REPEATS {
            clock.sleep_until(began + SignedDuration::from_millis(1000 * n / REPEATS)).await;
            window.presses_keys(&[], key).await;
        }
        let held: Held = window.learns("afterHeld", json!([step])).await;
        let late = held.late.map_or_else(
            || format!("it stayed behind, at row {} instead of {}", held.place, held.goal),
            |ms| format!("the right one was there {ms:.0} ms after the last"),
        );
        println!(
            "\n{} held down {place}: {} presses in {:.1} s ({:.0} a second); {late}.",
            key.to_uppercase(),
            held.presses,
            held.seconds,
            f64::from(held.presses) / held.seconds.max(0.001)
        );
        gaps("meanwhile", &held.gaps);
    }
}

#[derive(Deserialize)]
struct Scrolled {
    frames: u32,
    blank: u32,
    longest: u32,
    most: f64,
    gaps: Vec<f64>,
    rows: u32,
}

#[derive(Deserialize)]
struct Reached {
    rows: u32,
    ms: f64,
    reached: Vec<(u32, f64)>,
}

/// Slowly, fast, by jumps, and to the very end of the longest list.
pub async fn scroll(window: &Window, seconds: i64) {
    window.tells("queue", json!(["all"])).await;
    window.times(&[], Key::Enter, "another list").await;
    // Frames come sixty times a second at most.
    let frames = seconds * 60;
    println!("\n| scrolling | frames | blank | longest run of them | most blank, px | rows at the end |");
    println!("|{}", " --- |".repeat(6));
    let mut all = Vec::new();
    let ways = [
        ("by the wheel, 120 px a frame", "steps", 120),
        ("fast, 1,200 px a frame", "steps", 1200),
        ("back up, 1,200 px a frame", "back", 1200),
    ];
    for (what, how, by) in ways {
        all.push(scrolled(window, what, how, frames, by).await);
    }
    let end: Reached = window.learns("toTheEnd", json!([60])).await;
    all.push(scrolled(window, "jumps to anywhere in it", "jumps", frames, 0).await);
    all.push(scrolled(window, "by the wheel, far down", "back", frames, 120).await);
    let steps: Vec<String> = end
        .reached
        .iter()
        .step_by(4)
        .map(|(rows, ms)| format!("{rows} after {:.1} s", ms / 1000.0))
        .collect();
    println!(
        "\nTo the end as fast as it comes: {} rows in {:.1} s ({}).",
        end.rows,
        end.ms / 1000.0,
        steps.join(", ")
    );
    for (what, all) in all {
        gaps(&format!("scrolling {what}"), &all);
    }
    window.tells("queue", json!(["waiting"])).await;
    window.times(&[], Key::Enter, "another list").await;
}

async fn scrolled<'a>(
    window: &Window,
    what: &'a str,
    how: &str,
    frames: i64,
    by: i32,
) -> (&'a str, Vec<f64>) {
    let seen: Scrolled = window.learns("scroll", json!([how, frames, by])).await;
    println!(
        "| {what} | {} | {} | {} | {:.0} | {} |",
        seen.frames, seen.blank, seen.longest, seen.most, seen.rows
    );
    (what, seen.gaps)
}
