//! System notifications: that something arrived, in the desk's words and no others (`desk::notify::Words`).
//!
//! Holds: one notification stands for all that arrived; a missing notification daemon is not an error; nothing waits
//! for it.

use std::sync::mpsc::{Sender, channel};
use std::thread;

use anteroom_desk::notify::{News, Notifier, Words};
use notify_rust::{Notification, Timeout};

/// Hands notifications to a thread of its own, since some daemons answer late or never.
pub struct SystemNotifier(Sender<News>);

impl SystemNotifier {
    /// Starts the thread. `locale` is the system's language, which is the language of its notifications.
    pub fn start(locale: &str) -> Self {
        let locale = locale.to_owned();
        let (send, receive) = channel::<News>();
        let started = thread::Builder::new().name("notices".to_owned()).spawn(move || {
            let words = Words::of(&locale);
            while let Ok(mut news) = receive.recv() {
                // What piled up meanwhile becomes one notification.
                while let Ok(more) = receive.try_recv() {
                    news = news.and(&more);
                }
                let shown = Notification::new()
                    .appname("Anteroom")
                    .summary(&words.say(&news))
                    .timeout(Timeout::Milliseconds(8_000))
                    .show();
                if shown.is_err() {
                    tracing::debug!(event = "notice_not_shown");
                }
            }
        });
        if started.is_err() {
            tracing::warn!(event = "notice_thread_not_started");
        }
        Self(send)
    }
}

impl Notifier for SystemNotifier {
    fn notify(&self, news: News) {
        // The thread ends only with the program, so a failed send needs no word.
        let _ = self.0.send(news);
    }
}
