//! The demo clinic goes away with one click, and whoever only looked can then begin.

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_goes_away_with_one_click() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees("Everybody here is invented.").await;
    assert!(home.data().join("demo").is_dir());
    window.presses("Remove demo").await;
    window.sees_in("h1", "Your practice").await;
    assert!(!home.data().join("demo").exists());
    assert!(!window.shows("body", "Everybody here is invented.").await);

    // And it can be opened again from here.
    window.presses("Open the demo clinic").await;
    window.sees("Everybody here is invented.").await;
    window.finds("[data-row]", "Sabine Kröger").await;
}
