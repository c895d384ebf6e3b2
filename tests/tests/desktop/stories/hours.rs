//! When the practice is open, and what the desk writes by itself while it is not: nothing, until somebody decides so.

use thirtyfour::Key;

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_opened_and_closed_again_and_nothing_answers_by_itself() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;

    window.goes_to_settings("Opening hours").await;
    window.sees_in("[role=group][aria-label=Sunday]", "Closed").await;
    window.sees("Waiting times, snoozed conversations and automatic replies go by these hours.").await;
    window.is_accessible("settings, Opening hours").await;
    window.is_pictured("settings-hours").await;

    // A day more, and back.
    window.tabs_to("button Open this day: Sunday").await;
    window.key(Key::Enter).await;
    window.sees("Opening hours saved.").await;
    window.finds("[role=group][aria-label=Sunday] button", "Remove").await;
    window.tabs_to("button Undo").await;
    window.key(Key::Enter).await;
    window.sees_in("[role=group][aria-label=Sunday]", "Closed").await;

    // Both rules are off, and say who has to look at their words.
    window.goes_to_settings("Automatic replies").await;
    window.finds("[role=switch]:not(:checked)", "Outside opening hours").await;
    window.finds("[role=switch]:not(:checked)", "After a missed call").await;
    window.sees("A clinician has to check these words").await;
    window.sees("Our draft. It becomes yours when you change it.").await;
    window.is_accessible("settings, Automatic replies").await;
    window.is_pictured("settings-automatic").await;
    window.tabs_to("switch Outside opening hours").await;
    window.key(' ').await;
    window.sees("Automatic replies saved.").await;
    window.finds("[role=switch]:checked", "Outside opening hours").await;
    window.key(' ').await;
    window.finds("[role=switch]:not(:checked)", "Outside opening hours").await;

    // It was kept as it stands there.
    window.goes_to_settings("Opening hours").await;
    window.sees_in("[role=group][aria-label=Sunday]", "Closed").await;
    window.goes_to_settings("Automatic replies").await;
    window.finds("[role=switch]:not(:checked)", "Outside opening hours").await;
}
