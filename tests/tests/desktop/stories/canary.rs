//! Known words go through the real program, also through what fails. Afterwards nothing shows them: no file of the
//! clinic, no log, nothing that the web view keeps, no temporary file, nothing that was printed, no notification.
//!
//! `tests/canary` does the same to the desk alone and takes many more ways; this is about what the window adds.

use std::path::PathBuf;
use std::process::Command;

use thirtyfour::Key;

use crate::{Home, Start, Window, World};

/// Looked for: a patient, what she writes, what staff do.
const WORDS: [&str; 15] = [
    "Leocadia",
    "Quimby",
    "quimby.leocadia",
    "xanthosiderite",
    "hemidemisemiquaver",
    "zygodactyl",
    "quindecagon",
    "ornithorhynchus",
    "floccinaucini",
    "widdershins",
    "5550100963",
    "555-010-0963",
    "5550100964",
    "brachydactyl",
    "tatterdemalion",
];

#[tokio::test(flavor = "multi_thread")]
async fn no_word_name_number_or_token_is_left_anywhere() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let token = world.0.instagram().token();
    // What is there when the program starts comes in at once; later news take their minute.
    let quimby = world.0.instagram().patient("Leocadia Quimby", "quimby.leocadia");
    quimby.writes("xanthosiderite hurts");
    quimby.sends_photo();
    let landline = world.0.twilio().patient("+15550100963");
    landline.writes("hemidemisemiquaver <b>ornithorhynchus</b>");
    landline.has_a_landline();
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    window.needs_no_undo().await;

    // Staff read, look at a picture, answer, and search.
    window.opens("Leocadia Quimby").await;
    window.sees_in("[role=log]", "xanthosiderite hurts").await;
    window.clicks("[role=log] button.picture", "photo").await;
    window.finds("[role=log] button.picture[aria-expanded=true]", "photo").await;
    window.replies("zygodactyl at ten").await;
    window.waits_until("the answer is taken", async || world.times_sent("zygodactyl at ten") == 1).await;
    window.presses_keys(&[Key::Control], 'k').await;
    window.has_focus_on("dialog combobox").await;
    window.types("xanthosid").await;
    window.sees_in("[role=dialog] [role=option]", "xanthosiderite").await;
    window.key(Key::Escape).await;
    window.presses_keys(&[Key::Control], 'k').await;
    window.has_focus_on("dialog combobox").await;
    window.types("floccinaucini").await;
    window.sees_in("[role=dialog]", "Nothing for").await;
    window.key(Key::Escape).await;
    window.no_longer_sees("Nothing for").await;

    // One provider ends the token, another refuses a text for good; a draft stays.
    world.0.instagram().revoke_token();
    window.replies("brachydactyl").await;
    window.sees_in("[role=log]", "until somebody signs in again").await;
    window.opens("+1 555-010-0963").await;
    window.replies("widdershins").await;
    window.sees_in("[role=log]", "Not delivered.").await;
    assert_eq!(world.times_sent("brachydactyl") + world.times_sent("widdershins"), 0);
    window.writes("quindecagon half").await;
    window.sees_in("[data-pane=list]", "Draft").await;

    // Somebody writes while nobody looks. Without a window manager the keys go where the pointer is, which stands in
    // the middle of the display and so beside a window that is small enough.
    window.resize(560, 440).await;
    let before = told();
    world.0.twilio().patient("+15550100964").writes("tatterdemalion");
    window.waits_until("a notification comes", async || told() != before).await;
    let shown = told();
    assert!(shown.to_lowercase().contains("new message"), "{shown}");

    window.gets_closed().await;
    let has = |part: &str| home.files().iter().any(|path| path.to_string_lossy().contains(part));
    assert!(!home.files_with("\"took_in\"").is_empty(), "there are logs");
    assert!(has("/demo/anteroom.db") && has("/demo/files/"), "there is a clinic with files");
    assert!(has("/share/") || has("/cache/"), "the web view keeps something");
    let (_, secret) = world.0.twilio().key();
    for word in WORDS.into_iter().chain([token.as_str(), secret, quimby.id()]) {
        assert_eq!(home.files_with(word), Vec::<PathBuf>::new(), "{word} stands open");
        assert!(!shown.contains(word), "{word} was told by a notification");
    }
}

/// Everything that the notification daemon of the private desktop has shown, as it lists it.
fn told() -> String {
    asks_daemon("org.dunstproject.cmd0.NotificationCloseAll");
    asks_daemon("org.dunstproject.cmd0.NotificationListHistory")
}

fn asks_daemon(what: &str) -> String {
    let mut ask = Command::new("dbus-send");
    ask.args(["--session", "--print-reply=literal", "--dest=org.freedesktop.Notifications"]);
    ask.args(["/org/freedesktop/Notifications", what]);
    let answer = ask.output().expect("dbus-send is installed (cargo xtask test installs it)");
    assert!(
        answer.status.success(),
        "dunst does not answer; `cargo xtask test` installs it and `xtask inside` starts it: {}",
        String::from_utf8_lossy(&answer.stderr)
    );
    String::from_utf8_lossy(&answer.stdout).into_owned()
}
