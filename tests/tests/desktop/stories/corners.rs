//! The parts of the desk that are not in view all day: a card, the drawer, one column, the palette, a link, large letters.

use thirtyfour::Key;

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn every_corner_can_be_used_by_everybody() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let hana = world.0.instagram().patient("Hana Sato", "hana.in.town");
    hana.writes("I read this: https://example.org@phish.example/teeth is it true?");
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;

    // A card that is filled, and one that could be somebody's.
    window.opens("Heike Vollmer").await;
    window.sees_in("[data-pane=card]", "Hard of hearing").await;
    window.is_accessible("a patient's card").await;
    window.is_pictured("patient-card").await;
    window.clicks("[data-pane=card] button", "Edit").await;
    window.finds("[data-pane=card] input", "").await;
    window.is_accessible("a card that is edited").await;
    window.is_pictured("patient-card-edit").await;
    window.key(Key::Escape).await;
    window.opens("Nora Whitfield").await;
    window.sees_in("[data-pane=card]", "The same name on").await;
    window.is_accessible("somebody who could be a patient").await;

    // Where a link in a message really leads.
    window.opens("Hana Sato").await;
    window.clicks("[role=log] button", "https://example.org@").await;
    window.sees_in("[role=dialog]", "phish.example").await;
    window.is_accessible("where a link leads").await;
    window.is_pictured("link").await;
    window.key(Key::Escape).await;

    window.presses_keys(&[Key::Control], 'k').await;
    window.has_focus_on("dialog combobox").await;
    window.types(">").await;
    window.finds("[role=option]", "").await;
    window.is_accessible("commands").await;
    window.is_pictured("commands").await;
    window.key(Key::Escape).await;

    // Below 1200 the card is a drawer, below 900 list and conversation take turns.
    window.opens("Heike Vollmer").await;
    window.resize(1100, 800).await;
    window.clicks("[role=log]", "Conversation with").await;
    window.key('p').await;
    window.sees_in("[data-pane=card].drawer", "Hard of hearing").await;
    window.is_accessible("the card as a drawer").await;
    window.is_pictured("drawer").await;
    window.key(Key::Escape).await;
    window.resize(820, 800).await;
    window.is_accessible("a conversation by itself").await;
    window.is_pictured("one-column").await;
    window.key(Key::Escape).await;
    window.finds("[data-row]", "Heike Vollmer").await;
    window.is_accessible("the list by itself").await;

    // Twice as large, nothing is lost: the same window is half as wide.
    window.resize(1440, 900).await;
    for _ in 0..4 {
        window.presses_keys(&[Key::Control], '+').await;
    }
    let large = "return document.documentElement.dataset.text === 'double'";
    window.asks_until("the letters are twice as large", large, vec![]).await;
    window.scrolls_to("Heike Vollmer").await;
    window.clicks("[data-row]", "Heike Vollmer").await;
    window.sees_in("[role=log]", "Lindenstraße").await;
    window.is_accessible("letters twice as large").await;
    window.is_pictured("letters-double").await;

    // Four times as large: as wide as 320 pixels, and nothing has to be scrolled sideways.
    window.resize(640, 560).await;
    window.is_pictured("letters-four-times").await;
    window.is_accessible("a conversation, four times as large").await;
    window.key('r').await;
    window.has_focus_on("dock textarea").await;
    window.types("Ja").await;
    window.reads_in_the_field("Ja").await;
    window.is_accessible("a reply, four times as large").await;
    window.is_pictured("letters-four-times-reply").await;
    window.key(Key::Escape).await;
    window.key(Key::Escape).await;
    window.finds("[data-row]", "Heike Vollmer").await;
    window.is_accessible("the list, four times as large").await;
    window.presses_keys(&[Key::Control], 'k').await;
    window.has_focus_on("dialog combobox").await;
    window.is_accessible("search, four times as large").await;
    window.key(Key::Escape).await;
    window.presses_keys(&[Key::Control], '3').await;
    window.finds("[role=listbox] [role=option]", "Arben Krasniqi").await;
    window.is_accessible("the patients, four times as large").await;
    window.presses_keys(&[Key::Control], '6').await;
    window.finds("h1", "Insights").await;
    window.is_accessible("insights, four times as large").await;
    window.presses_keys(&[Key::Control], ',').await;
    window.finds("nav.list button", "Channels").await;
    window.is_accessible("the settings, four times as large").await;
    window.presses_keys(&[Key::Control], '0').await;
    let usual = "return document.documentElement.dataset.text === 'normal'";
    window.asks_until("the letters are as usual", usual, vec![]).await;
}
