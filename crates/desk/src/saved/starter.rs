//! A first set of replies for a desk that has none: the same eight in every language of the window, so that a patient
//! is answered in theirs from the first day.

use std::collections::BTreeMap;

use anteroom_store::{SavedReplyWords, StoreError};
use serde::Deserialize;

use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{Code, WireError};

const LANGUAGES: [(&str, &str); 6] = [
    ("en", include_str!("../../../../assets/saved-replies/en.json")),
    ("de", include_str!("../../../../assets/saved-replies/de.json")),
    ("sq", include_str!("../../../../assets/saved-replies/sq.json")),
    ("ar", include_str!("../../../../assets/saved-replies/ar.json")),
    ("fr", include_str!("../../../../assets/saved-replies/fr.json")),
    ("es", include_str!("../../../../assets/saved-replies/es.json")),
];

#[derive(Deserialize)]
struct Starter {
    /// The same in every language.
    key: String,
    shortcut: String,
    title: String,
    text: String,
}

impl Desk {
    /// Adds the starter set, with titles and shortcuts in the window's language. The ids, for undoing it.
    ///
    /// # Errors
    /// What the store says.
    pub async fn saved_reply_starter(&self, language: &str) -> Result<Vec<String>, WireError> {
        let set = set(language).map_err(|_| WireError::of(Code::Unexpected))?;
        let added = self.core.write(move |tx| {
            set.iter().map(|words| tx.add_saved_reply(words)).collect::<Result<Vec<_>, StoreError>>()
        });
        Ok(added.await.map_err(Fault::from)?.iter().map(ToString::to_string).collect())
    }
}

fn set(language: &str) -> serde_json::Result<Vec<SavedReplyWords>> {
    let mut by_key: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut titled: Vec<Starter> = Vec::new();
    for (code, json) in LANGUAGES {
        let starters: Vec<Starter> = serde_json::from_str(json)?;
        for starter in &starters {
            by_key.entry(starter.key.clone()).or_default().insert(code.to_owned(), starter.text.clone());
        }
        if code == language || titled.is_empty() {
            titled = starters;
        }
    }
    let words = |starter: Starter| SavedReplyWords {
        texts: by_key.remove(&starter.key).unwrap_or_default(),
        title: starter.title,
        shortcut: starter.shortcut,
    };
    Ok(titled.into_iter().map(words).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::saved::keep;
    use crate::views::{SavedReplyEdit, SavedReplyText};

    #[test]
    fn every_language_has_the_whole_set_and_staff_could_have_written_it() {
        for (language, _) in LANGUAGES {
            let set = set(language).unwrap();
            assert_eq!(set.len(), 8, "{language}");
            for words in set {
                assert_eq!(words.texts.len(), LANGUAGES.len(), "{}", words.title);
                let text = |(language, body): (&String, &String)| SavedReplyText {
                    language: language.clone(),
                    body: body.clone(),
                };
                let edit = SavedReplyEdit {
                    title: words.title.clone(),
                    shortcut: words.shortcut.clone(),
                    texts: words.texts.iter().map(text).collect(),
                };
                assert_eq!(keep::words(edit).unwrap(), words);
            }
        }
        assert_eq!(set("xx").unwrap()[0].title, "Opening hours", "a window in another language gets English");
    }
}
