//! Eight hours at the desk, by what happens in them and not by the clock: does the memory stay?

use std::time::Instant;

use anteroom_store::bench::Practice;
use thirtyfour::Key;

use crate::figures::seconds;
use crate::memory::slope;
use crate::options::Options;
use crate::{Window, World};

const MESSAGES: usize = 2_000;
const OPENED: usize = 1_500;
const DECIDED: usize = 400;
const REPLIES: usize = 100;
/// Parts at the start that are not looked at: caches fill.
const WARM: usize = 4;

#[expect(clippy::disallowed_methods, reason = "a benchmark shows how long it took")]
/// Plays the shift and prints the memory after every part.
pub async fn measure(window: &Window, world: &World, practice: &Practice, options: &Options) {
    let rounds = options.rounds.max(WARM + 2);
    println!(
        "\nA shift of {MESSAGES} messages, {OPENED} conversations opened, {DECIDED} done and taken back, {REPLIES} \
         replies, in {rounds} parts.\n"
    );
    println!("| part | took | program, MiB | web view, MiB | together |\n|{}", " --- |".repeat(5));
    let mut all = Vec::new();
    print(window, 0, "–", &mut all);
    for round in 0..rounds {
        let began = Instant::now();
        let share = |of: usize| of / rounds;
        crate::arrivals::write(world, practice, 100_000 + round * share(MESSAGES), share(MESSAGES));
        window.is_in_the_list().await;
        for _ in 0..share(OPENED) {
            window.times(&[], 'j', "the next row").await;
            window.times(&[], Key::Enter, "the conversation").await;
            window.times(&[], Key::Escape, "the list").await;
        }
        window.times(&[], Key::Enter, "the conversation").await;
        for _ in 0..share(DECIDED) {
            window.times(&[], 'e', "the next conversation").await;
            window.times(&[Key::Control], 'z', "the same conversation again").await;
            window.times(&[], 'e', "the next conversation").await;
        }
        for _ in 0..share(REPLIES) {
            window.presses_keys(&[], 'r').await;
            window.types("Of course, please come on Thursday at ten.").await;
            window.presses_keys(&[Key::Control], Key::Enter).await;
            window.presses_keys(&[], Key::Escape).await;
            window.is_in_the_list().await;
            window.times(&[], 'j', "the next row").await;
            window.times(&[], Key::Enter, "the conversation").await;
        }
        print(window, round + 1, &seconds(began.elapsed()), &mut all);
    }
    let warm = &all[WARM..];
    let per_part = slope(warm);
    println!(
        "\nAfter part {WARM} it grows by {per_part:.2} MiB a part, {:.1} MiB over a whole shift ({:.2} times what it was \
         then).",
        per_part * rounds as f64,
        warm.last().copied().unwrap_or(0.0) / warm.first().copied().unwrap_or(1.0)
    );
}

fn print(window: &Window, round: usize, took: &str, all: &mut Vec<f64>) {
    let memory = window.memory();
    println!("| {round} | {took} | {:.0} | {:.0} | {:.0} |", memory.core, memory.web, memory.all());
    all.push(memory.all());
}
