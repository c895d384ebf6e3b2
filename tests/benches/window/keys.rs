//! Key presses: from what the hand does to what the eye sees.

use thirtyfour::Key;

use crate::Window;
use crate::figures::{Press, key_head, key_row};

/// What is typed into the search, letter by letter.
const WORDS: [&str; 10] =
    ["tooth", "appo", "zahn", "leila", "crown", "4477", "invoice", "pain", "mark", "thank"];

/// Every key, and what it brings.
pub async fn measure(window: &Window, presses: usize) {
    warm_up(window).await;
    key_head();
    down_and_up(window, presses).await;
    opening(window, presses).await;
    deciding(window, presses).await;
    dialogs(window, presses).await;
    searching(window).await;
    narrowing(window, presses / 2).await;
}

/// The first of everything loads code that the later ones have: a shift begins once a day.
async fn warm_up(window: &Window) {
    for _ in 0..5 {
        window.is_in_the_list().await;
        window.times(&[], 'j', "the next row").await;
        window.times(&[], Key::Enter, "the conversation").await;
        window.times(&[], Key::Escape, "the list").await;
        for key in ['/', 's', 'f', 'a'] {
            window.times(&[], key, "a dialog").await;
            window.times(&[], Key::Escape, "no dialog").await;
        }
    }
}

async fn repeat(presses: usize, mut once: impl AsyncFnMut() -> Press) -> Vec<Press> {
    let mut times = Vec::with_capacity(presses);
    for _ in 0..presses {
        times.push(once().await);
    }
    times
}

async fn down_and_up(window: &Window, presses: usize) {
    window.is_in_the_list().await;
    let down = repeat(presses, async || window.times(&[], 'j', "the next row").await).await;
    key_row("J: the next row has the focus", &down);
    let up = repeat(presses, async || window.times(&[], 'k', "the next row").await).await;
    key_row("K: the row before", &up);
}

async fn opening(window: &Window, presses: usize) {
    let (mut opened, mut back) = (Vec::new(), Vec::new());
    for _ in 0..presses {
        window.is_in_the_list().await;
        window.times(&[], 'j', "the next row").await;
        opened.push(window.times(&[], Key::Enter, "the conversation").await);
        back.push(window.times(&[], Key::Escape, "the list").await);
    }
    key_row("Enter: the conversation is there", &opened);
    key_row("Esc: back in the list", &back);
}

async fn deciding(window: &Window, presses: usize) {
    let (mut done, mut undone) = (Vec::new(), Vec::new());
    for _ in 0..presses {
        window.is_in_the_list().await;
        window.times(&[], 'j', "the next row").await;
        window.times(&[], Key::Enter, "the conversation").await;
        done.push(window.times(&[], 'e', "the next conversation").await);
        undone.push(window.times(&[Key::Control], 'z', "the same conversation again").await);
    }
    key_row("E: done, and the next conversation is there", &done);
    key_row("Ctrl+Z: the conversation is back", &undone);
}

async fn dialogs(window: &Window, presses: usize) {
    for (key, what) in [
        ('/', "/: search and commands are open"),
        ('s', "S: the times to put aside are open"),
        ('f', "F: the filters are open"),
        ('a', "A: the people are open"),
    ] {
        let mut opened = Vec::new();
        for _ in 0..presses {
            opened.push(window.times(&[], key, "a dialog").await);
            window.times(&[], Key::Escape, "no dialog").await;
        }
        key_row(what, &opened);
    }
}

async fn searching(window: &Window) {
    let mut letters = Vec::new();
    for words in WORDS {
        window.times(&[], '/', "a dialog").await;
        for letter in words.chars() {
            letters.push(window.times_to_rest(letter).await);
        }
        window.times(&[], Key::Escape, "no dialog").await;
    }
    key_row("a letter in the search: the last result is there", &letters);
}

async fn narrowing(window: &Window, presses: usize) {
    let mut narrowed = Vec::new();
    for _ in 0..presses {
        window.times(&[], 'f', "a dialog").await;
        narrowed.push(window.times(&[], Key::Enter, "another list").await);
    }
    if presses % 2 == 1 {
        window.times(&[], 'f', "a dialog").await;
        window.times(&[], Key::Enter, "another list").await;
    }
    key_row("Enter on a filter: the narrower list is there", &narrowed);
    let mut turned = Vec::new();
    for n in 0..presses {
        let queue = if n % 2 == 0 { "all" } else { "waiting" };
        window.tells("queue", serde_json::json!([queue])).await;
        turned.push(window.times(&[], Key::Enter, "another list").await);
    }
    if presses % 2 == 1 {
        window.tells("queue", serde_json::json!(["waiting"])).await;
        window.times(&[], Key::Enter, "another list").await;
    }
    key_row("Enter on a queue: its list is there", &turned);
}
