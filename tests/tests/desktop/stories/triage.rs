//! Deciding with one key each: put aside, give away, label, many at once, a list that is kept, and everything back.

use thirtyfour::Key;

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_morning_is_sorted_without_the_mouse() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    // The profiles were read, so everybody has a name.
    window.finds("[data-row]", "Sabine Kröger").await;

    // S and a number put aside, and the next one opens.
    window.goes_to("Nora Whitfield").await;
    window.key('s').await;
    window.has_focus_on("dialog combobox Put Nora Whitfield aside until").await;
    window.finds("[role=dialog] [role=option]", "Until they write").await;
    window.finds("[role=dialog] [role=option][aria-selected=true]", "").await;
    window.sees_in("[role=dialog]", "In a month").await;
    window.is_accessible("until when to put aside").await;
    window.is_pictured("snooze-picker").await;
    window.key('1').await;
    window.sees("Nora Whitfield put aside.").await;
    window.asks_until("the next one is open", NEXT, vec!["Nora Whitfield".into()]).await;

    // What is put aside waits in its own list, and can be taken up there.
    window.goes_to_queue("Snoozed").await;
    window.finds("section", "List: Snoozed").await;
    window.finds("[data-row]", "Nora Whitfield").await;
    window.sees_in("[data-pane=list]", "Soonest first").await;
    window.is_accessible("what is put aside").await;
    window.is_pictured("snoozed").await;
    window.goes_to_queue("Waiting").await;

    // A gives it to somebody, L says what it is about.
    window.goes_to("Elif Yıldız").await;
    window.key('a').await;
    window.has_focus_on("dialog combobox Give Elif Yıldız to").await;
    window.finds("[role=dialog] [role=option]", "Nobody").await;
    window.is_accessible("whom to give it to").await;
    window.key('1').await;
    window.sees("Elif Yıldız handed over.").await;
    for name in ["Reschedule", "Insurance"] {
        window.makes_a_label("Elif Yıldız", name).await;
    }
    window.key('l').await;
    window.finds("[role=dialog] [role=option][aria-checked=true]", "Reschedule").await;
    window.finds("[role=dialog] [role=option][aria-checked=true]", "Insurance").await;
    window.is_accessible("labels of somebody").await;
    window.is_pictured("label-picker").await;
    window.leaves_the_labels().await;

    // F narrows, and the narrowed list is kept under a name.
    window.key('f').await;
    window.has_focus_on("dialog combobox Narrow the list").await;
    window.types("resch").await;
    window.finds("[role=dialog] [role=option][aria-selected=true]", "Reschedule").await;
    window.key(Key::Enter).await;
    window.finds("[data-pane=list] button", "No longer only Reschedule").await;
    window.finds("[data-row]", "Elif Yıldız").await;
    window.goes_into_the_list().await;
    window.tabs_back_to("button Keep as a view").await;
    window.key(Key::Enter).await;
    window.sees_in("[role=dialog]", "Keep this list").await;
    window.has_focus_on("dialog").await;
    window.tabs_to("input").await;
    window.types("To be moved").await;
    window.is_accessible("keeping a list").await;
    window.key(Key::Enter).await;
    window.sees("To be moved is kept in the sidebar.").await;
    window.finds("nav button", "To be moved").await;
    window.is_accessible("a list that is narrowed").await;

    // Both can be looked through and removed in one place.
    window.goes_to_settings("Labels and views").await;
    window.finds("button", "Remove Reschedule").await;
    window.finds("button", "Remove Insurance").await;
    window.finds("button", "No longer keep To be moved").await;
    window.is_accessible("settings, Labels and views").await;
    window.is_pictured("settings-labels").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_are_done_at_once_and_come_back_at_once() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    window.finds("[data-row]", "Sabine Kröger").await;

    window.goes_to("Nora Whitfield").await;
    window.key(Key::Escape).await;
    window.has_focus_on("list option Nora Whitfield").await;
    window.key('x').await;
    window.sees_in("[role=toolbar]", "Selected: 1").await;
    window.presses_keys(&[Key::Shift], Key::Down).await;
    window.sees_in("[role=toolbar]", "Selected: 2").await;
    let other = window.row_in_focus().await;
    window.is_accessible("rows that are selected").await;
    window.is_pictured("triage-selected").await;
    window.key('e').await;
    window.sees("Marked done: 2").await;
    window.has_focus_on("list option").await;

    window.goes_to_queue("Done").await;
    window.finds("[data-row]", "Nora Whitfield").await;
    window.finds("[data-row]", &other).await;
    window.presses_keys(&[Key::Control], 'z').await;
    window.sees("Taken back.").await;
    window.sees_in("[data-pane=list]", "Nothing marked done yet.").await;
}

/// Somebody else is open than before.
const NEXT: &str = "
const title = document.querySelector('[data-pane=conversation] h2')?.innerText ?? '';
return title !== '' && !title.includes(arguments[0])";

impl Window {
    /// Makes a label for the open conversation, and comes back to where the focus was.
    async fn makes_a_label(&self, whose: &str, name: &str) {
        self.key('l').await;
        self.has_focus_on(&format!("dialog combobox Labels of {whose}")).await;
        self.types(name).await;
        self.finds("[role=dialog] [role=option][aria-selected=true]", &format!("New label: {name}")).await;
        self.key(Key::Enter).await;
        self.finds("[role=dialog] [role=option][aria-checked=true]", name).await;
        self.leaves_the_labels().await;
    }

    async fn leaves_the_labels(&self) {
        self.key(Key::Escape).await;
        self.no_longer_sees("Labels of").await;
        self.has_focus_on("conversation log Conversation with").await;
    }
}
