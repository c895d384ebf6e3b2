//! Two people at one computer: who sits there, drafts of their own, what each sees of the other, and the note for those
//! who come after.

use thirtyfour::Key;

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn two_people_share_a_desk_and_nothing_gets_mixed_up() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    window.sees("Ana Kovač, you").await;

    // Somebody new sits at the desk.
    window.goes_to_settings("People").await;
    window.tabs_to("button Add somebody").await;
    window.key(Key::Enter).await;
    window.has_focus_on("conversation input").await;
    window.types("Ben Adler").await;
    window.is_accessible("somebody new at the desk").await;
    window.key(Key::Enter).await;
    window.finds("button", "Edit Ben Adler").await;
    window.is_accessible("settings, People").await;
    window.is_pictured_from_all_sides("people").await;
    window.presses_keys(&[Key::Control], '1').await;

    // Ana begins an answer; Ben sees that, and has an empty field of his own.
    window.goes_to("+1 555-010-0125").await;
    window.key('r').await;
    window.has_focus_on("dock textarea").await;
    window.types("Half past one is fine, Ruth.").await;
    window.sits_down("Ben Adler").await;
    window.goes_to("+1 555-010-0125").await;
    window.sees_in("aside", "Ana is writing an answer.").await;
    window.key('r').await;
    window.has_focus_on("dock textarea").await;
    window.reads_in_the_field("").await;

    // A note with a name in it reaches that person.
    window.key(Key::Escape).await;
    window.key('n').await;
    window.has_focus_on("dock textarea Write a note for staff").await;
    window.types("Please ring her back, @an").await;
    window.finds("[role=listbox] [role=option][aria-selected=true]", "Ana Kovač").await;
    window.is_accessible("naming somebody in a note").await;
    window.is_pictured("shared-desk").await;
    window.key(Key::Enter).await;
    window.presses_keys(&[Key::Control], Key::Enter).await;
    window.sees_in("[role=log]", "Please ring her back, @Ana Kovač").await;

    // What one shift leaves the next.
    window.does("shift", "From shift to shift").await;
    window.sees_in("[role=dialog]", "Nothing was left yet.").await;
    window.tabs_to("textarea Write for those who come after you").await;
    window.types("The card reader wants a new roll of paper.").await;
    window.is_accessible("the pad from shift to shift").await;
    window.presses_keys(&[Key::Control], Key::Enter).await;
    window.sees_in("[role=dialog]", "Note from Ben Adler").await;
    window.key(Key::Escape).await;
    window.no_longer_sees("Left before").await;

    // Ana is back: the note from before, her mention, and her draft. Ben had turned to somebody else, so that she has
    // not read the mention by sitting down.
    window.goes_to("Nora Whitfield").await;
    window.sits_down("Ana Kovač").await;
    window.sees_in("aside", "The card reader wants a new roll of paper.").await;
    window.finds("aside button", "Tick off").await;
    window.is_accessible("a note from an earlier shift").await;
    window.is_pictured_from_all_sides("handover").await;
    window.goes_to_queue("Mentions").await;
    window.finds("section", "List: Mentions").await;
    window.goes_to("+1 555-010-0125").await;
    window.sees_in("[role=log]", "Please ring her back, @Ana Kovač").await;
    window.key('r').await;
    window.has_focus_on("dock textarea Write to").await;
    window.reads_in_the_field("Half past one is fine, Ruth.").await;
    assert!(world.0.twilio().patient("+15550100125").received().is_empty());
}

impl Window {
    /// Somebody else takes the desk over.
    async fn sits_down(&self, name: &str) {
        let first = name.split(' ').next().expect("a name");
        self.does(&format!("switch to {first}"), &format!("Switch to {name}")).await;
        self.sees(&format!("{name}, you")).await;
    }
}
