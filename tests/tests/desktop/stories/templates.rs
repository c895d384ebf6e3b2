//! WhatsApp after its 24 hours: only an approved template will do.

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn after_a_day_only_a_template_goes_out() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    window.needs_no_undo().await;
    let besnik = world.0.twilio().patient("+15550100102").on_whatsapp();
    let before = besnik.received().len();

    window.opens("+1 555-010-0102").await;
    window.sees("WhatsApp only allows an approved template.").await;
    window.finds("[role=tab][aria-selected=true]", "Template").await;
    window.clicks("[role=option]", "kujtese_termini").await;
    window.sees_in("[data-pane=dock]", "termini juaj është").await;
    // One blank is still empty, so nothing leaves.
    window.sees_in("[data-pane=dock]", "blank").await;
    window.finds("[data-pane=dock] button[aria-disabled=true]", "Send template").await;
    window.is_accessible("the template picker").await;
    window.is_pictured("template-picker").await;
    window.is_pictured_in("dark", "template-picker-dark").await;

    for (blank, words) in [("Blank 1", "Besnik"), ("Blank 2", "e hënë, ora 17:30")] {
        let field = window.finds("[data-pane=dock] label", blank).await;
        field.click().await.expect("the blank takes the focus");
        let written = window.asks("return document.activeElement.value", vec![]).await;
        if written == "" {
            window.types(words).await;
        }
    }
    window.finds("[data-pane=dock] button[aria-disabled=false]", "Send template").await;
    window.presses("Send template").await;
    window.sees_in("[role=log]", "Delivered").await;
    let received = besnik.received();
    assert_eq!(received.len(), before + 1);
    assert!(received.last().is_some_and(|last| last.text.contains("e hënë, ora 17:30")));

    // The moment he answers, writing freely is possible again.
    besnik.writes("Faleminderit, vij.");
    window.sees_in("[role=log]", "Faleminderit, vij.").await;
    window.finds("[role=tab]:not(.off)", "Reply").await;
}
