//! Whatever is typed.

use anteroom_model::Phi;
use proptest::prelude::*;

use super::*;
use crate::search::terms::Terms;

proptest! {
    #[test]
    fn nothing_typed_breaks_a_search(text in "\\PC{0,40}") {
        let desk = a_small_practice().0;
        let zone = TimeZone::UTC;
        prop_assert!(search(&desk.db, &Query::parse(&text), &zone, 50, None).is_ok());
    }

    #[test]
    fn operators_of_the_index_are_only_words(
        words in prop::collection::vec(
            prop::sample::select(vec!["\"", "*", "(", ")", "AND", "OR", "NOT", "NEAR(", "^", ":", "-", "{a b}:", "words:", "'", "\0", "a", "+", "é", "؟"]),
            1..8,
        ),
    ) {
        let (mut desk, [leila, ..]) = a_small_practice();
        desk.item("2026-03-02T09:00:00Z", leila, "a and or not near");
        let query = Query { words: words.iter().map(|word| Phi::from(*word)).collect(), last_is_prefix: true, ..Query::default() };
        prop_assert!(search(&desk.db, &query, &TimeZone::UTC, 50, None).is_ok());
    }

    /// The index and a look at every text agree.
    #[test]
    fn search_finds_what_reading_everything_finds(
        texts in prop::collection::vec("[abß éA]{1,3}( [abße]{1,4}){0,3}", 1..12),
        typed in "[abßé]{1,3}( [abß]{1,2})?",
    ) {
        let (mut desk, [leila, ..]) = a_small_practice();
        for text in &texts {
            desk.item("2026-03-02T09:00:00Z", leila, text);
        }
        let query = Query::parse(&typed);
        let terms = Terms::new(&query.words, query.last_is_prefix);
        let read: Vec<&String> = texts.iter().rev().filter(|text| terms.find([text.as_str()]).is_some()).collect();
        let found = desk.texts(&typed);
        let found: Vec<String> = found.iter().map(|text| text.replace(['[', ']'], "")).collect();
        prop_assert_eq!(found.iter().collect::<Vec<_>>(), read);
    }
}
