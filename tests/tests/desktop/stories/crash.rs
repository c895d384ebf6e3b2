//! What a crash costs: nothing that was written.

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_survives_a_crash() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.opens("+1 555-010-0125").await;
    window.writes("Half past one is fine, Ruth. Please bring the").await;
    // It shows in the list as soon as it is kept.
    window.finds("[data-row]", "+1 555-010-0125").await;
    window.sees_in("[data-pane=list]", "Draft").await;
    window.loses_power().await;

    let window = Window::open(&home, Start::Demo(&world)).await;
    // The conversation that was open is open again, with the words in its field.
    let field = window.field().await;
    let back = "return arguments[0].value === arguments[1]";
    let words = "Half past one is fine, Ruth. Please bring the";
    window
        .asks_until("the draft is back", back, vec![field.to_json().expect("an element"), words.into()])
        .await;
    assert!(world.0.twilio().patient("+15550100125").received().is_empty());
}
