//! Keys of one's own.

use thirtyfour::Key;

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_chosen_and_does_its_work() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;

    window.goes_to_settings("Keys").await;
    window.tabs_to("button Insights: Ctrl 6. Choose another key").await;
    window.key(Key::Enter).await;
    window.sees_in("[role=dialog]", "A key for “Insights”").await;
    window.has_focus_on("dialog").await;
    window.tabs_to("input The new key").await;
    window.is_accessible("choosing a key").await;
    window.is_pictured("settings-key").await;
    window.presses_keys(&[Key::Control], '8').await;
    window.no_longer_sees("A key for “Insights”").await;
    window.finds("button", "Insights: Ctrl 8. Choose another key").await;

    window.presses_keys(&[Key::Control], '1').await;
    window.finds("section", "List: Waiting").await;
    window.presses_keys(&[Key::Control], '8').await;
    window.finds("h1", "Insights").await;
    window.loses_power().await;

    // It is kept.
    let window = Window::open(&home, Start::Demo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    window.presses_keys(&[Key::Control], '8').await;
    window.finds("h1", "Insights").await;
}
