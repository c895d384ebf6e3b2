//! Keys of one's own, the note that interrupts nothing, and the menu of a line.

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

#[tokio::test(flavor = "multi_thread")]
async fn a_note_in_between_leaves_the_draft_alone_and_a_line_has_a_menu() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    let ruth = "+1 555-010-0125";
    window.goes_to(ruth).await;
    window.key('r').await;
    window.has_focus_on("dock textarea").await;
    window.types("Half past one is").await;

    window.presses_keys(&[Key::Control, Key::Shift], 'n').await;
    window.sees_in("[role=dialog]", &format!("About {ruth}")).await;
    window.sees_in("[role=dialog]", "The open conversation").await;
    window.has_focus_on("dialog").await;
    window.tabs_to("textarea Write a note for staff").await;
    window.types("Wants to be rung back after four.").await;
    window.is_accessible("the quick note").await;
    window.is_pictured("quick-note").await;
    window.presses_keys(&[Key::Control], Key::Enter).await;
    window.sees(&format!("Note about {ruth} kept.")).await;
    window.sees_in("[role=log]", "Wants to be rung back after four.").await;
    window.has_focus_on("dock textarea Write to").await;
    window.reads_in_the_field("Half past one is").await;
    window.types(" fine.").await;
    window.reads_in_the_field("Half past one is fine.").await;

    // The menu of the line holds every decision; the focus comes back to the line.
    window.key(Key::Escape).await;
    window.has_focus_on(&format!("list option {ruth}")).await;
    window.presses_keys(&[Key::Shift], Key::F10).await;
    window.finds("[role=menu]", &format!("Menu for {ruth}")).await;
    window.is_accessible("the menu of a line").await;
    window.is_pictured("row-menu").await;
    window.presses_on_to(&[], Key::Down, "menuitem Keep at the top").await;
    window.key(Key::Enter).await;
    window.sees(&format!("{ruth} stays at the top.")).await;
    window.has_focus_on(&format!("list option {ruth}")).await;
    window.key(Key::Home).await;
    window.has_focus_on(&format!("list option {ruth}")).await;
    window.sees_in("[data-pane=list]", "Pinned").await;
}
