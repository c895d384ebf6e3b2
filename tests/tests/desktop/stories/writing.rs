//! Writing with what is written every day: a saved reply with a blank, an emoji, and a time at which it leaves.

use thirtyfour::Key;

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_reply_is_filled_in_and_leaves_tomorrow() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;

    // A first set, in the languages of the patients.
    window.goes_to_settings("Saved replies").await;
    window.sees("There are no saved replies yet.").await;
    window.is_accessible("settings, no saved replies").await;
    window.tabs_to("button Add eight common replies").await;
    window.key(Key::Enter).await;
    window.sees("8 replies added.").await;
    window.finds("button", "Edit Received, we will answer").await;
    window.is_accessible("settings, saved replies").await;
    window.is_pictured("settings-saved-replies").await;
    window.presses_keys(&[Key::Control], '1').await;

    // A slash shows them, letters find one, Enter takes it, Tab leads to its blank.
    window.goes_to("+1 555-010-0125").await;
    window.key('r').await;
    window.has_focus_on("dock textarea").await;
    window.types("/").await;
    window.finds("[role=listbox] [role=option][aria-selected=true]", "Opening hours").await;
    window.is_accessible("saved replies above the dock").await;
    window.is_pictured("saved-replies").await;
    window.types("recei").await;
    window.finds("[role=listbox] [role=option][aria-selected=true]", "Received, we will answer").await;
    window.key(Key::Enter).await;
    window.sees_in("[data-pane=dock]", "Fill in “when” before you send.").await;
    window.finds("[data-pane=dock] button[aria-disabled=true]", "Send").await;
    window.key(Key::Home).await;
    window.key(Key::Tab).await;
    let blank = "const { value, selectionStart, selectionEnd } = document.activeElement;
        return value.slice(selectionStart, selectionEnd) === '⟦when⟧'";
    window.asks_until("the blank is chosen", blank, vec![]).await;
    window.types("before six").await;
    window.no_longer_sees("Fill in “when” before you send.").await;

    // An emoji by its name, where the cursor is.
    window.key(Key::End).await;
    window.presses_keys(&[Key::Control], 'e').await;
    window.has_focus_on("dialog combobox").await;
    window.types("thumbs up").await;
    window.finds("[role=dialog] [role=option][aria-selected=true]", "thumbs up").await;
    window.is_accessible("choosing an emoji").await;
    window.is_pictured("emoji").await;
    window.key(Key::Enter).await;
    window.has_focus_on("dock textarea").await;
    window
        .asks_until("the emoji is in the field", "return document.activeElement.value.includes('👍')", vec![])
        .await;

    // A time in words; what it means is said before it counts.
    window.presses_keys(&[Key::Control, Key::Shift], 's').await;
    window.has_focus_on("dialog combobox").await;
    window.types("tomorrow 8:00").await;
    window.finds("[role=dialog] [role=option][aria-selected=true]", "Tomorrow, 08:00").await;
    window.sees_in("[role=dialog]", "SMS has no time limit.").await;
    window.finds("[role=dialog] button[aria-disabled=false]", "Schedule for").await;
    window.is_accessible("when a reply should leave").await;
    window.is_pictured("schedule").await;
    window.key(Key::Enter).await;
    window.sees_in("[role=log]", "before six").await;
    window.sees_in("[role=log]", "Scheduled for").await;
    window.has_focus_on("dock textarea").await;
    window.reads_in_the_field("").await;

    window.goes_to_queue("Scheduled").await;
    window.finds("[data-row]", "+1 555-010-0125").await;
    window.is_accessible("what waits for its time").await;
    window.is_pictured("scheduled").await;
    window.loses_power().await;

    // It waits on, and nothing has left.
    let window = Window::open(&home, Start::Demo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    window.finds("[data-row]", "+1 555-010-0125").await;
    window.sees_in("[role=log]", "Scheduled for").await;
    assert!(world.0.twilio().patient("+15550100125").received().is_empty());
}
