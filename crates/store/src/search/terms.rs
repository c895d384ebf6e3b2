//! What is looked for, folded, and finding it in a text.

use std::ops::Range;

use anteroom_model::{Phi, digits};

use super::fold::each_word;

/// Digits that are worth looking for in telephone numbers.
const DIGITS: usize = 4;

/// The words of a query. All must be found.
#[derive(Clone, Debug, Default)]
pub(super) struct Terms {
    all: Vec<Term>,
    /// The digits, if nothing but a telephone number or a part of it was typed.
    number: Option<Phi<String>>,
    hopeless: bool,
}

/// One typed word. It may fold to several that must then stand together ("14:30", a quoted phrase).
#[derive(Clone, Debug)]
pub(super) struct Term {
    words: Vec<Phi<String>>,
    /// The last word may be unfinished.
    prefix: bool,
}

impl Terms {
    /// The words as typed; the last may be unfinished.
    pub fn new(typed: &[Phi<String>], last_is_prefix: bool) -> Self {
        let mut all = Vec::with_capacity(typed.len());
        for (n, word) in typed.iter().enumerate() {
            let mut words = Vec::new();
            each_word(word, |word, _| words.push(Phi::from(word)));
            if !words.is_empty() {
                all.push(Term { words, prefix: last_is_prefix && n + 1 == typed.len() });
            }
        }
        Self { hopeless: all.is_empty() && !typed.is_empty(), number: number(typed), all }
    }

    /// Words were typed, but nothing in them can be found (only signs).
    pub const fn hopeless(&self) -> bool {
        self.hopeless
    }

    /// No words were typed.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The digits, if nothing but (a part of) a telephone number was typed.
    pub fn number(&self) -> Option<&str> {
        self.number.as_deref().map(String::as_str)
    }

    /// Letters of the unfinished word, if there is one.
    pub fn unfinished(&self) -> usize {
        let last = self.all.last().filter(|term| term.prefix).and_then(|term| term.words.last());
        last.map_or(0, |word| word.chars().count())
    }

    /// What the index is asked: every word, as letters and digits in quotes, so that nothing typed is an operator.
    /// `marks` come first; of the unfinished word only the first `letters` are asked for. `None` if there is nothing
    /// to ask.
    pub fn index_query(&self, marks: &[&str], letters: usize) -> Option<Phi<String>> {
        let mut query = String::new();
        let mut add = |word: &str, prefix: bool| {
            if !query.is_empty() {
                query.push_str(" AND ");
            }
            query.push('"');
            if prefix {
                query.extend(word.chars().take(letters));
                query.push_str("\"*");
            } else {
                query.push_str(word);
                query.push('"');
            }
        };
        marks.iter().for_each(|mark| add(mark, false));
        for term in &self.all {
            for (n, word) in term.words.iter().enumerate() {
                add(word, term.prefix && n + 1 == term.words.len());
            }
        }
        (!query.is_empty()).then(|| Phi::new(query))
    }

    /// Where the words stand in `parts` of one thing: for each part its hits in order. `None` unless each word is in
    /// one of them.
    pub fn find<const N: usize>(&self, parts: [&str; N]) -> Option<[Vec<Range<usize>>; N]> {
        let parted = parts.map(Parted::new);
        let mut hits = [const { Vec::new() }; N];
        for term in &self.all {
            let mut found = false;
            for (part, hits) in parted.iter().zip(&mut hits) {
                found |= part.find(term, hits);
            }
            if !found {
                return None;
            }
        }
        for hits in &mut hits {
            hits.sort_unstable_by_key(|hit| (hit.start, hit.end));
        }
        Some(hits)
    }

    /// Where any of the words stand in `text`, in order.
    pub fn hits_in(&self, text: &str) -> Vec<Range<usize>> {
        if let Some(hit) =
            self.number().and_then(|number| number_forms(number).find_map(|digits| digits_in(text, digits)))
        {
            return vec![hit];
        }
        let part = Parted::new(text);
        let mut hits = Vec::new();
        for term in &self.all {
            part.find(term, &mut hits);
        }
        hits.sort_unstable_by_key(|hit| (hit.start, hit.end));
        hits
    }
}

/// A text, parted once.
struct Parted {
    folded: String,
    /// Where each word stands in `folded`, and in the text.
    words: Vec<(Range<usize>, Range<usize>)>,
}

impl Parted {
    fn new(text: &str) -> Self {
        let mut parted = Self { folded: String::with_capacity(text.len()), words: Vec::new() };
        each_word(text, |word, place| {
            let start = parted.folded.len();
            parted.folded.push_str(word);
            parted.words.push((start..parted.folded.len(), place));
        });
        parted
    }

    fn word(&self, n: usize) -> &str {
        self.words.get(n).map_or("", |(folded, _)| &self.folded[folded.clone()])
    }

    fn find(&self, term: &Term, hits: &mut Vec<Range<usize>>) -> bool {
        let Some((last, before)) = term.words.split_last() else { return false };
        let before_count = hits.len();
        for start in 0..(self.words.len() + 1).saturating_sub(term.words.len()) {
            let end = start + before.len();
            let fits = before.iter().enumerate().all(|(n, word)| self.word(start + n) == word.as_str());
            let ends = if term.prefix {
                self.word(end).starts_with(last.as_str())
            } else {
                self.word(end) == last.as_str()
            };
            if fits && ends {
                hits.push(self.words[start].1.start..self.words[end].1.end);
            }
        }
        hits.len() > before_count
    }
}

/// The digits typed, if what was typed is made of nothing else and of enough of them.
fn number(typed: &[Phi<String>]) -> Option<Phi<String>> {
    let mut found = String::new();
    for word in typed {
        let digits = digits(word);
        let signs = word.chars().filter(|c| matches!(c, '+' | '-' | '(' | ')' | '/' | '.' | ' ')).count();
        if digits.is_empty() || digits.len() + signs != word.chars().count() {
            return None;
        }
        found.push_str(&digits);
    }
    (found.len() >= DIGITS).then(|| Phi::new(found))
}

/// The ways the same digits may stand in an international number: as typed, without the prefix for calls abroad,
/// without the zero of the trunk.
pub(super) fn number_forms(number: &str) -> impl Iterator<Item = &str> {
    let shorter = number.strip_prefix("00").or_else(|| number.strip_prefix('0'));
    std::iter::once(number).chain(shorter.filter(|digits| digits.len() >= DIGITS))
}

/// Where `digits` stand in `text`, whatever is between them.
fn digits_in(text: &str, wanted: &str) -> Option<Range<usize>> {
    let mut all = String::new();
    let mut places = Vec::new();
    for (at, c) in text.char_indices() {
        let digit = digits(c.encode_utf8(&mut [0; 4]));
        if !digit.is_empty() {
            all.push_str(&digit);
            places.push(at..at + c.len_utf8());
        }
    }
    let first = all.find(wanted)?;
    Some(places.get(first)?.start..places.get(first + wanted.len().saturating_sub(1))?.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(typed: &[&str], last_is_prefix: bool) -> Terms {
        Terms::new(&typed.iter().map(|word| Phi::from(*word)).collect::<Vec<_>>(), last_is_prefix)
    }

    fn found<'t>(terms: &Terms, text: &'t str) -> Option<Vec<&'t str>> {
        terms.find([text]).map(|[hits]| hits.into_iter().map(|hit| &text[hit]).collect())
    }

    #[test]
    fn words_are_found_whole_and_the_last_by_its_beginning() {
        let text = "My crown came off. The crowns, CRÖWN!";
        assert_eq!(found(&terms(&["crown"], false), text), Some(vec!["crown", "CRÖWN"]));
        assert_eq!(found(&terms(&["crown"], true), text), Some(vec!["crown", "crowns", "CRÖWN"]));
        assert_eq!(found(&terms(&["off", "cro"], true), text).map(|hits| hits.len()), Some(4));
        assert_eq!(found(&terms(&["cro", "off"], false), text), None);
    }

    #[test]
    fn a_phrase_must_stand_together() {
        let text = "at 14:30, or 30 past 14";
        assert_eq!(found(&terms(&["14:30"], false), text), Some(vec!["14:30"]));
        assert_eq!(found(&terms(&["30 pas"], true), text), Some(vec!["30 past"]));
        assert_eq!(found(&terms(&["past 30"], false), text), None);
        assert_eq!(
            terms(&["a", "b"], false).find(["a", "b"]).map(|hits| hits.map(|h| h.len())),
            Some([1, 1])
        );
        assert!(terms(&["a b"], false).find(["a", "b"]).is_none());
    }

    #[test]
    fn a_number_is_seen_however_it_is_spaced() {
        assert_eq!(terms(&["+44", "(0)7700", "900-142"], true).number(), Some("4407700900142"));
        assert_eq!(terms(&["0142"], true).number(), Some("0142"));
        assert_eq!(terms(&["142"], true).number(), None);
        assert_eq!(terms(&["room", "1420"], true).number(), None);
        assert_eq!(number_forms("07700").collect::<Vec<_>>(), ["07700", "7700"]);
        let text = "+44 7700 900142";
        assert_eq!(terms(&["07700", "900"], true).hits_in(text).first(), Some(&(4..12)));
    }

    #[test]
    fn nothing_typed_is_an_operator() {
        let query = |typed: &[&str]| terms(typed, true).index_query(&[], 99).map(Phi::into_inner);
        assert_eq!(
            query(&["a\"b", "OR", "NEAR(x)*"]).as_deref(),
            Some(r#""a" AND "b" AND "or" AND "near" AND "x"*"#)
        );
        assert_eq!(query(&["\"*^:-"]), None);
        assert!(terms(&["👍"], true).hopeless());
        assert!(!terms(&[], true).hopeless());
    }
}
