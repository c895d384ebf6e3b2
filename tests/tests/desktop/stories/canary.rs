//! Known words go through the real program, also through what fails. Afterwards nothing shows them: no file of the
//! clinic, no log, nothing that the web view keeps, no temporary file, nothing that was printed, no notification.
//!
//! `tests/canary` does the same to the desk alone and takes many more ways; this is about what the window adds.

use std::path::PathBuf;
use std::process::Command;

use thirtyfour::Key;
use x11rb::protocol::xproto::{ConnectionExt as _, InputFocus};

use crate::{Home, Start, Window, World};

/// Looked for: a patient, what she writes, what staff do.
const WORDS: [&str; 14] = [
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
];

#[tokio::test(flavor = "multi_thread")]
async fn no_word_name_number_or_token_is_left_anywhere() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let (token, told_before) = (world.0.instagram().token(), told());
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    window.needs_no_undo().await;

    // She writes and sends a picture; staff look at it, answer, search, and begin another answer.
    let quimby = world.0.instagram().patient("Leocadia Quimby", "quimby.leocadia");
    quimby.writes("xanthosiderite hurts");
    quimby.sends_photo();
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
    window.writes("quindecagon half").await;
    window.sees_in("[data-pane=list]", "Draft").await;

    // A provider that refuses a text for good, one that breaks, and a token that ends.
    let landline = world.0.twilio().patient("+15550100963");
    landline.has_a_landline();
    landline.writes("hemidemisemiquaver <b>ornithorhynchus</b>");
    window.opens("+1 555-010-0963").await;
    window.replies("widdershins").await;
    window.sees_in("[role=log]", "Not delivered.").await;
    assert_eq!(world.times_sent("widdershins"), 0);
    world.0.instagram().revoke_token();
    window.sees("asks you to sign in again").await;

    // Somebody writes while staff are in another program.
    window.is_left_for_another_program().await;
    world.0.twilio().patient("+15550100964").writes("brachydactyl");
    window.waits_until("a notification comes", async || told() != told_before).await;
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

impl Window {
    /// Somebody goes to another program: no window of ours has the keys any more.
    async fn is_left_for_another_program(&self) {
        let (desktop, _) = x11rb::connect(None).expect("the private desktop (see xtask inside)");
        let left = desktop.set_input_focus(InputFocus::NONE, x11rb::NONE, x11rb::CURRENT_TIME);
        left.expect("the display hears it").check().expect("the keys go nowhere");
        self.asks_until("the window knows it", "return !document.hasFocus()", vec![]).await;
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
