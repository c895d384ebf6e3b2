//! What staff type into the search field, understood: free words, and the filters `from:`, `channel:`, `has:`,
//! `before:`, `after:`. Never an error: what is not understood is searched as it stands.

use jiff::civil::Date;

use crate::{AttachmentKind, ChannelKind, Phi};

/// What a message must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HasFilter {
    /// Any file.
    Attachment,
    /// A file of this kind.
    Kind(AttachmentKind),
    /// A call or voicemail.
    Call,
    /// A link.
    Link,
}

/// A search, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words to find; the last one may be unfinished.
    pub words: Vec<Phi<String>>,
    /// The last word is still being typed, so it matches beginnings.
    pub last_is_prefix: bool,
    /// Who wrote: words of a name, a handle, digits of a number, or `us`.
    pub from: Vec<Phi<String>>,
    /// Only on these channels.
    pub channels: Vec<ChannelKind>,
    /// Only messages with these.
    pub has: Vec<HasFilter>,
    /// Only before this day.
    pub before: Option<Date>,
    /// Only from this day on.
    pub after: Option<Date>,
}

impl Query {
    /// Understands `text`.
    pub fn parse(text: &str) -> Self {
        let mut query = Self { last_is_prefix: !text.ends_with(char::is_whitespace), ..Self::default() };
        for token in tokens(text) {
            if !query.take_filter(&token) {
                query.words.push(Phi::new(token));
            }
        }
        query
    }

    /// Nothing to look for.
    pub fn is_empty(&self) -> bool {
        *self == Self { last_is_prefix: self.last_is_prefix, ..Self::default() }
    }

    fn take_filter(&mut self, token: &str) -> bool {
        let Some((name, value)) = token.split_once(':') else { return false };
        if value.is_empty() {
            return false;
        }
        match name.to_ascii_lowercase().as_str() {
            "from" => self.from.push(Phi::from(value)),
            "channel" | "in" => match value.parse() {
                Ok(channel) => self.channels.push(channel),
                Err(_) => return false,
            },
            "has" => match has(value) {
                Some(filter) => self.has.push(filter),
                None => return false,
            },
            "before" => match day(value) {
                Some(date) => self.before = Some(date),
                None => return false,
            },
            "after" => match day(value) {
                Some(date) => self.after = Some(date),
                None => return false,
            },
            _ => return false,
        }
        true
    }
}

/// Words, with `"…"` kept together.
fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut token = String::new();
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' | '“' | '”' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => {
                if !token.is_empty() {
                    found.push(std::mem::take(&mut token));
                }
            }
            c => token.push(c),
        }
    }
    if !token.is_empty() {
        found.push(token);
    }
    found
}

fn has(value: &str) -> Option<HasFilter> {
    Some(match value.to_ascii_lowercase().as_str() {
        "attachment" | "file" | "files" => HasFilter::Attachment,
        "image" | "photo" | "picture" => HasFilter::Kind(AttachmentKind::Image),
        "audio" | "voice" => HasFilter::Kind(AttachmentKind::Audio),
        "video" => HasFilter::Kind(AttachmentKind::Video),
        "document" | "pdf" => HasFilter::Kind(AttachmentKind::File),
        "call" | "voicemail" => HasFilter::Call,
        "link" => HasFilter::Link,
        _ => return None,
    })
}

/// `2026-11-22`, `2026-11` or `2026`: the first day of it.
fn day(value: &str) -> Option<Date> {
    let mut parts = value.split('-').map(str::parse::<i16>);
    let year = parts.next()?.ok()?;
    let month = parts.next().transpose().ok()?.unwrap_or(1);
    let day = parts.next().transpose().ok()?.unwrap_or(1);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn filters_are_taken_out_and_the_rest_is_searched() {
        let query = Query::parse(
            r#"crown from:leila channel:whatsapp has:photo after:2026-10 "sore tooth" not:afilter"#,
        );
        let words: Vec<&str> = query.words.iter().map(|word| word.as_str()).collect();
        assert_eq!(words, ["crown", "sore tooth", "not:afilter"]);
        assert_eq!(query.channels, [ChannelKind::WhatsApp]);
        assert_eq!(query.has, [HasFilter::Kind(AttachmentKind::Image)]);
        assert_eq!(query.after, Date::new(2026, 10, 1).ok());
        assert!(query.last_is_prefix);
        assert!(!Query::parse("done ").last_is_prefix);
        assert!(Query::parse("  ").is_empty());
    }

    #[test]
    fn what_is_not_understood_is_searched_as_it_stands() {
        let query = Query::parse("channel:pigeon before:soon has:hope 14:30");
        assert_eq!(query.words.len(), 4);
    }

    proptest! {
        #[test]
        fn nothing_typed_can_break_it(text in "\\PC{0,80}") {
            let _ = Query::parse(&text);
        }
    }
}
