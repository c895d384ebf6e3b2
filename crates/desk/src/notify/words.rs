//! What a notification says: how many came, never from whom nor what.
//!
//! Holds: a sentence is made of two numbers and a translation and of nothing else, because Windows keeps toast text in a
//! database that cannot be scrubbed. Here and not in the shell, so that the canary run reads what people would read.
//! Refused: "show the sender" in the first version; it would put names where erasure cannot reach them.

use anteroom_model::saved::short_language;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use super::News;

/// The sentences, from the same translation files as the window's.
pub struct Words(FluentBundle<FluentResource>);

impl Words {
    /// In the language of a locale as the system writes it (`de-AT`, `de_AT.UTF-8`); English when we do not speak it.
    pub fn of(locale: &str) -> Self {
        let (tag, source) = match short_language(locale).as_str() {
            "de" => ("de", include_str!("../../../../assets/locales/de/notices.ftl")),
            "sq" => ("sq", include_str!("../../../../assets/locales/sq/notices.ftl")),
            "ar" => ("ar", include_str!("../../../../assets/locales/ar/notices.ftl")),
            "fr" => ("fr", include_str!("../../../../assets/locales/fr/notices.ftl")),
            "es" => ("es", include_str!("../../../../assets/locales/es/notices.ftl")),
            _ => ("en", include_str!("../../../../assets/locales/en/notices.ftl")),
        };
        let mut bundle = FluentBundle::new(tag.parse().into_iter().collect());
        // A broken line leaves the rest; a test reads every file whole.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
        bundle.set_use_isolating(false);
        Self(bundle)
    }

    /// The one line of a notification: how many messages, or, without any, how many calls.
    pub fn say(&self, news: &News) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_how_many_and_nothing_else() {
        let said = |locale: &str, messages, calls| Words::of(locale).say(&News { messages, calls });
        assert_eq!(said("en-GB", 1, 0), "New message");
        assert_eq!(said("en", 3, 1), "3 new messages");
        assert_eq!(said("de-AT", 0, 1), "Verpasster Anruf");
        assert_eq!(said("fr_CA.UTF-8", 2, 0), "2 nouveaux messages");
        assert_eq!(said("es-MX", 0, 2), "2 llamadas perdidas");
        for locale in ["en", "de", "sq", "ar", "fr", "es"] {
            for news in [(1, 0), (2, 0), (11, 0), (0, 1), (0, 5)] {
                assert_ne!(said(locale, news.0, news.1), "Anteroom", "{locale}");
            }
        }
    }
}
