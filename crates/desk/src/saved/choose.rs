//! Which saved replies fit what was typed, and which of their texts a patient should read. Pure.

use std::collections::BTreeMap;

use anteroom_model::saved::short_language;
use anteroom_store::{SavedReplyRow, fold};

/// Taken where neither the patient's nor the desk's language is written.
const LAST_RESORT: &str = "en";

/// The replies that fit, those whose shortcut is meant first. Within, the order that staff gave them.
pub(super) fn fitting(replies: Vec<SavedReplyRow>, typed: &str) -> Vec<SavedReplyRow> {
    let typed = fold(typed);
    let mut found: Vec<(u8, SavedReplyRow)> =
        replies.into_iter().filter_map(|reply| Some((closeness(&reply, &typed)?, reply))).collect();
    found.sort_by_key(|(closeness, _)| *closeness);
    found.into_iter().map(|(_, reply)| reply).collect()
}

/// 0: its shortcut begins so; 1: words of its title do; 2: words of a text do. Every word that was typed must begin one.
fn closeness(reply: &SavedReplyRow, typed: &str) -> Option<u8> {
    if typed.is_empty() {
        return Some(0);
    }
    let shortcut = fold(&reply.words.shortcut);
    if shortcut.replace(' ', "").starts_with(&typed.replace(' ', "")) {
        return Some(0);
    }
    let begins = |text: &str| {
        let text = fold(text);
        typed.split(' ').all(|word| text.split(' ').any(|known| known.starts_with(word)))
    };
    if begins(&format!("{} {}", reply.words.title, reply.words.shortcut)) {
        return Some(1);
    }
    reply.words.texts.values().any(|text| begins(text)).then_some(2)
}

/// The text in the first wanted language that there is, else in English, else any.
pub(super) fn version<'a>(
    texts: &'a BTreeMap<String, String>,
    wanted: &[Option<String>],
) -> Option<(&'a str, &'a str)> {
    let wanted = wanted.iter().flatten().map(|tag| short_language(tag));
    let written = |language: &str| texts.get_key_value(language);
    let found = wanted.chain([LAST_RESORT.to_owned()]).find_map(|language| written(&language));
    found.or_else(|| texts.iter().next()).map(|(language, text)| (language.as_str(), text.as_str()))
}

#[cfg(test)]
mod tests {
    use anteroom_model::SavedReplyId;
    use anteroom_store::SavedReplyWords;
    use jiff::Timestamp;

    use super::*;

    fn reply(title: &str, shortcut: &str, texts: &[(&str, &str)]) -> SavedReplyRow {
        SavedReplyRow {
            id: SavedReplyId::at(Timestamp::UNIX_EPOCH, [0; 10]),
            words: SavedReplyWords { title: title.into(), shortcut: shortcut.into(), texts: texts_of(texts) },
            position: 0,
            used: 0,
            changed_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn texts_of(texts: &[(&str, &str)]) -> BTreeMap<String, String> {
        texts.iter().map(|(language, body)| ((*language).to_owned(), (*body).to_owned())).collect()
    }

    #[test]
    fn a_shortcut_comes_before_a_title_and_a_title_before_words() {
        let all = || {
            vec![
                reply("Letters", "email", &[("en", "Which address may we use?")]),
                reply("Emergency, swelling", "emergency", &[("en", "Call us")]),
                reply("Address", "", &[("de", "Die E-Mail steht unten")]),
                reply("Email us", "", &[]),
            ]
        };
        let titles = |typed: &str| -> Vec<String> {
            fitting(all(), typed).into_iter().map(|reply| reply.words.title).collect()
        };
        assert_eq!(titles("em"), ["Letters", "Emergency, swelling", "Email us"]);
        assert_eq!(titles("SWELL"), ["Emergency, swelling"]);
        assert_eq!(titles("adress"), [] as [&str; 0]);
        assert_eq!(titles("addr"), ["Address", "Letters"]);
        assert_eq!(titles("").len(), 4);
    }

    #[test]
    fn the_patients_language_wins_then_the_desks_then_english() {
        let texts = texts_of(&[("de", "Hallo"), ("en", "Hello"), ("sq", "Përshëndetje")]);
        let chosen = |wanted: &[&str]| {
            let wanted: Vec<_> = wanted.iter().map(|tag| Some((*tag).to_owned())).collect();
            version(&texts, &wanted).map(|(language, _)| language)
        };
        assert_eq!(chosen(&["sq", "de"]), Some("sq"));
        assert_eq!(chosen(&["tr", "de-AT"]), Some("de"));
        assert_eq!(chosen(&["tr", "ar"]), Some("en"));
        assert_eq!(version(&texts_of(&[("fr", "Bonjour")]), &[]), Some(("fr", "Bonjour")));
        assert_eq!(version(&BTreeMap::new(), &[]), None);
    }
}
