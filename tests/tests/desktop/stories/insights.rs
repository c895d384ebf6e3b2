//! For the practice manager: questions answered in sentences, the same as tables, and conversations to look through.

use thirtyfour::Key;

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_reads_the_figures_and_looks_through_a_complaint() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let twilio = world.0.twilio();
    twilio.patient("+15550100126").writes("Das ist eine Beschwerde. This is a complaint about the bill.");
    twilio.patient("+15550100125").writes("I do not want to complain, but I waited for an hour.");
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;

    window.presses_keys(&[Key::Control], '6').await;
    window.finds("h1", "Insights").await;
    window.sees("How much comes in?").await;
    window.sees("Messages and calls of patients:").await;
    window.sees("By channel").await;
    window.is_accessible("insights").await;
    window.is_pictured_from_all_sides("insights").await;

    // Every chart is a table too.
    window.goes_round_to("conversation ").await;
    window.tabs_back_to("button Show as tables").await;
    window.key(Key::Enter).await;
    window.finds("button[aria-pressed=true]", "Show as charts").await;
    window.finds("button", "Save as CSV: By day").await;
    window.is_accessible("insights as tables").await;
    window.is_pictured("insights-table").await;

    // What to look through, by the words of complaints.
    window.tabs_back_to("input").await;
    window.key(Key::Right).await;
    window.finds("[role=radiogroup] label.on", "To look through").await;
    window.tabs_to("group").await;
    window.tabs_to("input").await;
    for filter in ["Sent automatically", "Words of complaints"] {
        window.key(Key::Right).await;
        window.finds("[role=radiogroup] label.on", filter).await;
    }
    let (one, other) = ("+1 555-010-0126", "+1 555-010-0125");
    window.finds("button", &format!("Mark {one} as looked through")).await;
    window.finds("button", &format!("Mark {other} as looked through")).await;
    window.tabs_to(&format!("button Mark {one} as looked through")).await;
    window.key(Key::Enter).await;
    window.sees(&format!("{one} is looked through.")).await;
    window.sees("Looked through so far").await;
    window.finds("button", &format!("Undo: {one}")).await;
    window.finds("button", &format!("Mark {other} as looked through")).await;
    window.is_accessible("what to look through").await;
    window.is_pictured_from_all_sides("review").await;
    assert!(twilio.patient("+15550100126").received().is_empty(), "looking through tells patients nothing");
}
