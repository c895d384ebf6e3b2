//! Search: over everything that was ever said, from the keyboard.

use thirtyfour::Key;

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_word_from_last_week_is_found_and_opened() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;

    window.presses_keys(&[Key::Control], 'k').await;
    window.has_focus_on("dialog combobox").await;
    // Without its umlaut, and not to its end.
    window.types("lindenstras").await;
    window.finds("[role=dialog] [role=option]", "Praxis Dr. Winter").await;
    window.is_accessible("search").await;
    window.is_pictured("search").await;
    window.is_pictured_in("dark", "search-dark").await;
    window.key(Key::Enter).await;
    window.sees_in("[role=log]", "Praxis Dr. Winter, Lindenstraße 4.").await;
    window.has_focus_on("conversation article The patient wrote").await;

    window.presses_keys(&[Key::Control], 'k').await;
    window.types("nobody ever said this").await;
    window.sees_in("[role=dialog]", "Nothing for").await;
    window.key(Key::Escape).await;
    window.no_longer_sees("Nothing for").await;
    window.has_focus_on("conversation article The patient wrote").await;
}
