//! One person on two cards: offered, joined, one history, taken apart again; and a number that two use.

use thirtyfour::Key;

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn two_cards_become_one_person_and_two_again() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    world.0.twilio().patient("+15550100199").writes("Is it still 11:10?");
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;

    // Somebody new gets a card, on which a number stands that Elif writes from.
    window.goes_to("+1 555-010-0199").await;
    window.goes_round_to("card ").await;
    window.tabs_to("button Make a patient card").await;
    window.key(Key::Enter).await;
    window.has_focus_on("card input").await;
    window.types("E. Yildiz").await;
    window.tabs_to("button Add a contact").await;
    window.key(Key::Enter).await;
    window.tabs_to("input Phone").await;
    window.types("+1 555-010-0108").await;
    window.tabs_to("button Save").await;
    window.key(Key::Enter).await;
    window.sees_in("[data-pane=card]", "E. Yildiz").await;
    window.has_focus_on("card ").await;

    // Two have the number now: it names nobody, and asks.
    window.goes_to("+1 555-010-0108").await;
    window.sees_in("[role=group]", "This number belongs to 2 patients. Who is writing?").await;
    window.is_accessible("a number that two share").await;
    window.is_pictured("shared-number").await;

    // They could be one: offered, never done silently.
    window.presses_keys(&[Key::Control], '3').await;
    window.finds("button", "Possible duplicates").await;
    window.goes_round_to("list ").await;
    window.tabs_to("button Possible duplicates").await;
    window.key(Key::Enter).await;
    window.tabs_to("button Elif Yıldız").await;
    window.is_accessible("cards that could be one person").await;
    window.key(Key::Enter).await;
    window.sees_in("[role=dialog]", "Are these the same person?").await;
    window.sees_in("[role=dialog]", "Same number").await;
    window.is_accessible("two cards side by side").await;
    window.is_pictured("patients-compare").await;
    window.tabs_to("button Join into one").await;
    window.key(Key::Enter).await;
    window.sees("The two cards are one now: Elif Yıldız.").await;

    // One history over both numbers.
    window.opens_patient("elif", "Elif Yıldız").await;
    window.finds("aside", "History").await;
    window.sees_in("aside", "Is it still 11:10?").await;
    window.sees_in("[data-pane=card]", "+1 555-010-0199").await;
    window.is_accessible("a patient with the whole history").await;
    window.is_pictured("patients").await;
    window.is_pictured_in("dark", "patients-dark").await;

    // Split: what was written goes back to who wrote it.
    window.goes_round_to("card ").await;
    window.tabs_to("button Split again").await;
    window.key(Key::Enter).await;
    window.sees("E. Yildiz is a card of its own again.").await;
    window.has_focus_on("card ").await;
    window
        .waits_until("Elif’s history is hers", async || !window.shows("aside", "Is it still 11:10?").await)
        .await;
    window.opens_patient("e. y", "E. Yildiz").await;
    window.sees_in("aside", "Is it still 11:10?").await;

    // And the number asks again; a person answers.
    window.opens_inbox().await;
    window.goes_to("+1 555-010-0108").await;
    window.sees_in("[role=group]", "Who is writing?").await;
    window.tabs_back_to("button Elif Yıldız").await;
    window.key(Key::Enter).await;
    window.sees_in("[role=group]", "Elif Yıldız is writing").await;
    window.has_focus_on("conversation button Somebody else").await;
    window.is_accessible("a number with a name for what is being written").await;
}

/// The words that were typed leave one.
const ONE: &str = "return document.querySelectorAll('[role=listbox] [role=option]').length === 1";

impl Window {
    /// Opens a patient by the beginning of a name.
    async fn opens_patient(&self, typed: &str, name: &str) {
        self.presses_keys(&[Key::Control], 'f').await;
        self.has_focus_on("list input").await;
        self.presses_keys(&[Key::Control], 'a').await;
        self.types(typed).await;
        self.finds("[role=listbox] [role=option]", name).await;
        self.asks_until("one is left", ONE, vec![]).await;
        self.key(Key::Enter).await;
        self.finds("[data-pane=card] h2", name).await;
    }
}
