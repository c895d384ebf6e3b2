//! A voicemail: its sound, its words, calling back.

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_voicemail_can_be_heard_and_read() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.opens("+1 555-010-0122").await;
    window.sees_in("[role=log]", "Missed call").await;
    window.sees_in("[role=log]", "It is the green one.").await;
    window.finds("[data-player] button", "Play").await;
    window.is_accessible("a voicemail").await;
    window.is_pictured("voicemail").await;
    window.is_pictured_in("dark", "voicemail-dark").await;

    // `V` plays the newest recording; the place moves on by itself.
    window.clicks("[role=log]", "").await;
    window.key('v').await;
    window.finds("[data-player] button", "Pause").await;
    let heard = "return [...document.querySelectorAll('[data-player] .num')].some((e) => /^0:0[1-9]$/.test(e.textContent))";
    window.asks_until("a second was heard", heard, vec![]).await;
    assert!(!window.shows("[role=log]", "could not be played").await);
    window.presses("Pause").await;
    window.finds("[data-player] button", "Play").await;

    // Its copy at Twilio can go; ours stays and says so.
    window.presses("Delete at Twilio").await;
    window.sees_in("[role=alertdialog], [role=dialog]", "The copy on this computer stays").await;
    window.is_accessible("before deleting a recording").await;
    window.is_pictured("recording-delete").await;
    window.clicks("[role=alertdialog] button, [role=dialog] button", "Delete at Twilio").await;
    window.sees_in("[role=log]", "Deleted at Twilio on").await;
    window.finds("[data-player] button", "Play").await;
}
