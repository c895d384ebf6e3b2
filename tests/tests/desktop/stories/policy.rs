//! What the page may not do, whoever gets words into it: run a script of theirs, talk to anybody, go elsewhere.

use serde_json::json;

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn the_page_runs_nothing_foreign_and_talks_to_nobody() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    // A patient's words are words.
    let hana = world.0.instagram().patient("Hana Sato", "hana.in.town");
    hana.writes("<img src=x onerror=\"window.ran = true\"><b>bold</b>");
    window.opens("Hana Sato").await;
    window.sees_in("[role=log]", "<b>bold</b>").await;

    let inline = "
        const done = arguments[arguments.length - 1];
        const refused = [];
        addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.head.append(script);
        const frame = document.createElement('iframe');
        frame.src = arguments[0];
        document.body.append(frame);
        const picture = new Image();
        picture.src = arguments[0];
        const asked = fetch(arguments[0]).then(() => 'answered', () => 'refused');
        const opened = window.open(arguments[0]) === null;
        void asked.then((fetched) => setTimeout(() => {
            frame.remove();
            done({ ran: window.ran ?? false, fetched, opened, refused: [...new Set(refused)].sort() });
        }, 200));";
    let reachable = format!("{}/control/trap", world.0.url());
    let answer =
        window.session.execute_async(inline, vec![reachable.clone().into()]).await.expect("an answer");
    let refused = ["connect-src", "frame-src", "img-src", "script-src-elem"];
    let expected = json!({ "ran": false, "fetched": "refused", "opened": true, "refused": refused });
    assert_eq!(answer.json(), &expected);

    // Leaving the page is refused too, and the desk stays.
    window.asks("location.href = arguments[0]", vec![reachable.into()]).await;
    window.opens("Nora Whitfield").await;
    assert_eq!(window.session.current_url().await.expect("an address").scheme(), "tauri");
    assert_eq!(world.0.trapped(), 0, "somebody was reached");
}
