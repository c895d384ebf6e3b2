//! Writing saved replies down, taking them off the list and putting them back.

use std::collections::BTreeMap;

use anteroom_model::SavedReplyId;
use anteroom_model::saved::{BLANK_CLOSE, BLANK_OPEN, short_language};
use anteroom_store::{SavedReplyRow, SavedReplyWords, StoreError, fold};

use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::views::{Code, SavedReplyEdit, SavedReplyItem, SavedReplyText, WireError};

/// Characters of a title.
const LONGEST_TITLE: usize = 80;
/// Characters of a shortcut.
const LONGEST_SHORTCUT: usize = 30;
/// Characters of a text: four long letters.
const LONGEST_TEXT: usize = 4_000;
/// More are not found again by anybody.
const MOST: usize = 500;

impl Desk {
    /// All saved replies as they are kept.
    ///
    /// # Errors
    /// What the store says.
    pub fn saved_reply_list(&self) -> Result<Vec<SavedReplyItem>, WireError> {
        let kept = self.core.read(|tx| tx.saved_replies()).map_err(Fault::from)?;
        Ok(kept.into_iter().map(item).collect())
    }

    /// A new saved reply, at the end of the list.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] names the field that is empty or too long.
    pub async fn saved_reply_add(&self, edit: SavedReplyEdit) -> Result<SavedReplyItem, WireError> {
        let words = words(edit)?;
        let added = self.core.write(move |tx| {
            if tx.saved_replies()?.len() >= MOST {
                return Ok(None);
            }
            let id = tx.add_saved_reply(&words)?;
            Ok(tx.saved_replies()?.into_iter().find(|reply| reply.id == id))
        });
        let added = added.await.map_err(Fault::from)?;
        added.map(item).ok_or_else(|| WireError::invalid("too_many"))
    }

    /// Writes down what changed.
    ///
    /// # Errors
    /// As [`Desk::saved_reply_add`].
    pub async fn saved_reply_edit(
        &self,
        reply: &str,
        edit: SavedReplyEdit,
    ) -> Result<SavedReplyItem, WireError> {
        let id: SavedReplyId = parsed(reply)?;
        let words = words(edit)?;
        let edited = self.core.write(move |tx| {
            tx.edit_saved_reply(id, &words)?;
            tx.saved_replies()?.into_iter().find(|reply| reply.id == id).ok_or(StoreError::NotFound)
        });
        Ok(item(edited.await.map_err(Fault::from)?))
    }

    /// Takes replies off the list.
    ///
    /// # Errors
    /// When one is not there.
    pub async fn saved_reply_remove(&self, replies: &[String]) -> Result<(), WireError> {
        let ids = ids(replies)?;
        let removed = self.core.write(move |tx| ids.into_iter().try_for_each(|id| tx.remove_saved_reply(id)));
        Ok(removed.await.map_err(Fault::from)?)
    }

    /// Puts replies back that were taken off the list.
    ///
    /// # Errors
    /// When that was more than a month ago.
    pub async fn saved_reply_undo(&self, replies: &[String]) -> Result<(), WireError> {
        let ids = ids(replies)?;
        let restored =
            self.core.write(move |tx| ids.into_iter().try_for_each(|id| tx.restore_saved_reply(id)));
        Ok(restored.await.map_err(Fault::from)?)
    }

    /// Puts the list into this order.
    ///
    /// # Errors
    /// [`Code::Stale`] when the list is another one meanwhile.
    pub async fn saved_reply_order(&self, replies: &[String]) -> Result<(), WireError> {
        let order = ids(replies)?;
        let ordered = self.core.write(move |tx| {
            let mut known: Vec<_> = tx.saved_replies()?.into_iter().map(|reply| reply.id).collect();
            let mut named = order.clone();
            known.sort_unstable();
            named.sort_unstable();
            if known == named { tx.order_saved_replies(&order).map(|()| true) } else { Ok(false) }
        });
        if ordered.await.map_err(Fault::from)? { Ok(()) } else { Err(WireError::of(Code::Stale)) }
    }

    /// One was put into a reply: counted, so that the list can say which are used.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn saved_reply_used(&self, reply: &str) -> Result<(), WireError> {
        let id: SavedReplyId = parsed(reply)?;
        Ok(self.core.write(move |tx| tx.saved_reply_used(id)).await.map_err(Fault::from)?)
    }
}

fn ids(replies: &[String]) -> Result<Vec<SavedReplyId>, Fault> {
    replies.iter().map(|id| parsed(id)).collect()
}

fn item(row: SavedReplyRow) -> SavedReplyItem {
    let text = |(language, body)| SavedReplyText { language, body };
    SavedReplyItem {
        id: row.id.to_string(),
        title: row.words.title,
        shortcut: row.words.shortcut,
        texts: row.words.texts.into_iter().map(text).collect(),
        used: row.used,
    }
}

pub(super) fn words(edit: SavedReplyEdit) -> Result<SavedReplyWords, Fault> {
    let title = edit.title.trim();
    if title.is_empty() || title.chars().count() > LONGEST_TITLE {
        return Err(Fault::invalid("title"));
    }
    // What is typed after "/" has to be typed quickly: words of letters and digits, joined.
    let shortcut = fold(&edit.shortcut).replace(' ', "-");
    if shortcut.chars().count() > LONGEST_SHORTCUT {
        return Err(Fault::invalid("shortcut"));
    }
    let mut texts = BTreeMap::new();
    for text in edit.texts {
        let language = short_language(&text.language);
        let body = text.body.trim();
        if body.is_empty() {
            continue;
        }
        let letters = (2..=3).contains(&language.len()) && language.chars().all(|c| c.is_ascii_lowercase());
        // A saved text that brings a blank's marks could never be sent.
        if !letters || body.chars().count() > LONGEST_TEXT || body.contains([BLANK_OPEN, BLANK_CLOSE]) {
            return Err(Fault::invalid("text"));
        }
        texts.insert(language, body.to_owned());
    }
    if texts.is_empty() {
        return Err(Fault::invalid("text"));
    }
    Ok(SavedReplyWords { title: title.to_owned(), shortcut, texts })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(title: &str, shortcut: &str, texts: &[(&str, &str)]) -> SavedReplyEdit {
        let text = |(language, body): &(&str, &str)| SavedReplyText {
            language: (*language).into(),
            body: (*body).into(),
        };
        SavedReplyEdit {
            title: title.into(),
            shortcut: shortcut.into(),
            texts: texts.iter().map(text).collect(),
        }
    }

    #[test]
    fn a_reply_is_written_down_tidily() {
        let kept = words(edit(" Hours ", "/Öffnungs Zeiten", &[("de-DE", " Offen "), ("sq", "  ")])).unwrap();
        assert_eq!((kept.title.as_str(), kept.shortcut.as_str()), ("Hours", "offnungs-zeiten"));
        assert_eq!(kept.texts, BTreeMap::from([("de".to_owned(), "Offen".to_owned())]));
    }

    #[test]
    fn what_could_never_be_found_or_sent_is_refused_by_name() {
        let field = |edit| match words(edit) {
            Err(Fault::Refused(error)) => error.params["field"].clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(field(edit("", "a", &[("en", "x")])), "title");
        assert_eq!(field(edit("A", &"a".repeat(31), &[("en", "x")])), "shortcut");
        assert_eq!(field(edit("A", "a", &[("en", " ")])), "text");
        assert_eq!(field(edit("A", "a", &[("en", &"x".repeat(4_001))])), "text");
        assert_eq!(field(edit("A", "a", &[("english!", "x")])), "text");
        assert_eq!(field(edit("A", "a", &[("en", "⟦x⟧")])), "text");
    }
}
