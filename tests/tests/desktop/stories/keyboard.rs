//! A whole answer without the mouse. The focus is never lost.

use thirtyfour::Key;

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn everything_can_be_done_from_the_keyboard() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;

    // Settings from the palette, and back.
    window.presses_keys(&[Key::Control], 'k').await;
    window.has_focus_on("dialog combobox").await;
    window.types(">sending").await;
    window.finds("[role=option][aria-selected=true]", "Settings").await;
    window.key(Key::Enter).await;
    window.sees_in("#settings-page", "Sending and calling").await;
    window.presses_keys(&[Key::Control], '1').await;
    window.finds("section", "List: Waiting").await;

    let drawn = "return document.querySelectorAll('[data-row]').length > 8";
    window.asks_until("the list is drawn", drawn, vec![]).await;

    // The list: j and k move, Enter opens.
    window.goes_into_the_list().await;
    let first = window.focus().await;
    window.key('j').await;
    window.changes_focus(&first).await;
    window.has_focus_on("list option").await;
    window.key('k').await;
    window.has_focus_on(&first).await;
    let row = first.trim_start_matches("list option ").split(',').next().expect("a name").to_owned();
    window.key(Key::Enter).await;
    window.sees_in("[data-pane=conversation]", &row).await;
    window.has_focus_on("conversation log Conversation with").await;

    // R, write, send, and the focus stays in the field.
    let list = "return document.querySelectorAll('[data-row]').length";
    assert_ne!(window.asks(list, vec![]).await, 0);
    window.goes_to("+1 555-010-0125").await;
    window.key('r').await;
    window.has_focus_on("dock textarea").await;
    window.types("Yes, half past one.").await;
    window.presses_keys(&[Key::Control], Key::Enter).await;
    window.sees_in("[role=log]", "Yes, half past one.").await;
    window.has_focus_on("dock textarea").await;
    window.sees_in("[role=log]", "Delivered").await;
    assert_eq!(world.0.twilio().patient("+15550100125").received(), ["Yes, half past one."]);

    // F6 goes round the panes and back; Esc leads to the list.
    for pane in ["card", "status", "list", "conversation", "dock"] {
        window.key(Key::F6).await;
        window.has_focus_on(pane).await;
    }
    window.presses_keys(&[Key::Shift], Key::F6).await;
    window.has_focus_on("conversation").await;
    window.key(Key::Escape).await;
    window.has_focus_on("list option").await;

    // All keys, and away again: the focus comes back to where it was.
    let here = window.focus().await;
    window.key('?').await;
    window.sees_in("[role=dialog]", "Search and commands").await;
    window.is_accessible("all keys").await;
    window.is_pictured("keys").await;
    window.key(Key::Escape).await;
    window.no_longer_sees("Search and commands").await;
    window.has_focus_on(&here).await;

    // Done and the next one.
    window.key('e').await;
    window.sees("marked done").await;
    assert_ne!(window.focus().await, "nowhere");
}
