//! System notifications: that something arrived, never from whom nor what.
//!
//! Holds: the text holds a count at most, because Windows keeps toast text in a database that cannot be scrubbed. One
//! notification stands for all that arrived; a missing notification daemon is not an error; nothing waits for it.
//! Refused: "show the sender" in the first version; it would put names where erasure cannot reach them.

use std::sync::mpsc::{Sender, channel};
use std::thread;

use anteroom_desk::notify::{News, Notifier};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
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

/// The sentences, from the same translation files as the window's.
struct Words(FluentBundle<FluentResource>);

impl Words {
    fn of(locale: &str) -> Self {
        let language = locale.split(['-', '_']).next().unwrap_or_default();
        let (tag, source) = match language {
            "de" => ("de", include_str!("../../assets/locales/de/notices.ftl")),
            "sq" => ("sq", include_str!("../../assets/locales/sq/notices.ftl")),
            "ar" => ("ar", include_str!("../../assets/locales/ar/notices.ftl")),
            _ => ("en", include_str!("../../assets/locales/en/notices.ftl")),
        };
        let mut bundle = FluentBundle::new(tag.parse().into_iter().collect());
        // A broken line leaves the rest; a test reads every file whole.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
        bundle.set_use_isolating(false);
        Self(bundle)
    }

    fn say(&self, news: &News) -> String {
        let (name, n) =
            if news.messages > 0 { ("notice-messages", news.messages) } else { ("notice-calls", news.calls) };
        let mut arguments = FluentArgs::new();
        arguments.set("n", n);
        let pattern = self.0.get_message(name).and_then(|message| message.value());
        pattern.map_or_else(
            || "Anteroom".to_owned(),
            |pattern| self.0.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned(),
        )
    }
}

impl Notifier for SystemNotifier {
    fn notify(&self, news: News) {
        // The thread ends only with the program, so a failed send needs no word.
        let _ = self.0.send(news);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_how_many_and_nothing_else() {
        let said = |locale: &str, messages, calls| Words::of(locale).say(&News { messages, calls });
        assert_eq!(said("en-GB", 1, 0), "New message");
        assert_eq!(said("en", 3, 1), "3 new messages");
        assert_eq!(said("de-AT", 0, 1), "Verpasster Anruf");
        for locale in ["en", "de", "sq", "ar"] {
            for news in [(1, 0), (2, 0), (11, 0), (0, 1), (0, 5)] {
                assert_ne!(said(locale, news.0, news.1), "Anteroom", "{locale}");
            }
        }
    }
}
