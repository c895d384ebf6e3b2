//! `cargo xtask bench window`: how fast the hand is served, measured in the real window by the page's own clock.
//!
//! Holds: the program is the one that ships, but for a door for the driver (profile `driven`); the practice lies in a
//! real encrypted store, written through the store's own functions; keys come through WebDriver, messages through the
//! simulator and the real intake. Nothing here passes or fails: figures are for people.
//! Refused: times taken outside the window (they would measure the driver); a page of our own in a browser.
#![cfg(target_os = "linux")]
#![expect(clippy::print_stdout, reason = "a benchmark talks through its terminal")]

mod arrivals;
mod figures;
mod keys;
mod listing;
mod memory;
mod options;
mod page;
mod practice;
mod shift;

#[allow(dead_code, reason = "shared with the stories, which need more of it")]
#[path = "../../tests/desktop/eyes.rs"]
mod eyes;
#[allow(dead_code, reason = "shared with the stories, which need more of it")]
#[path = "../../tests/desktop/hands.rs"]
mod hands;
#[allow(dead_code, reason = "shared with the stories, which need more of it")]
#[path = "../../tests/desktop/process.rs"]
mod process;
#[allow(dead_code, reason = "shared with the stories, which need more of it")]
#[path = "../../tests/desktop/window.rs"]
mod window;
#[allow(dead_code, reason = "shared with the stories, which need more of it")]
#[path = "../../tests/desktop/world.rs"]
mod world;

use clap::Parser;
use options::{Options, Part};
use window::{Home, Start, Window};
use world::World;

#[tokio::main]
async fn main() {
    let options = Options::parse();
    let practice = options.practice();
    let home = Home::new();
    practice::move_in(&practice, &home).await;
    let world = World::without_a_past().await;
    println!(
        "\n## {} conversations, {} of them waiting, {} messages\n",
        practice.conversations, practice.waiting, practice.messages
    );
    let window = Window::open(&home, Start::Demo(&world)).await;
    window.shows_rows().await;
    if options.has(Part::Keys) {
        keys::measure(&window, options.presses).await;
    }
    if options.has(Part::Held) {
        listing::hold(&window, options.seconds).await;
    }
    if options.has(Part::Scroll) {
        listing::scroll(&window, options.seconds).await;
    }
    if options.has(Part::Arrivals) {
        arrivals::measure(&window, &world, &practice, options.arriving).await;
    }
    if options.has(Part::Shift) {
        shift::measure(&window, &world, &practice, &options).await;
    }
}
