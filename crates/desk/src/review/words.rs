//! Words in which complaints are made, until the practice keeps its own list.
//!
//! Holds: a list is words or phrases that are found whole, in any spelling of case and accents. They are signs to look
//! at a conversation, never a verdict about a patient.

use crate::views::ComplaintWords;

/// More words of one language than anybody reads through.
pub(super) const MOST: usize = 100;
/// Longer than any phrase that is said twice alike.
pub(super) const LONGEST: usize = 60;
/// More languages than the window speaks.
pub(super) const MOST_LANGUAGES: usize = 12;

const STARTER: [(&str, &[&str]); 6] = [
    (
        "en",
        &[
            "complaint",
            "complain",
            "unacceptable",
            "disappointed",
            "disgusted",
            "rude",
            "refund",
            "solicitor",
            "lawyer",
            "ombudsman",
            "bad review",
            "worst",
            "ignored",
            "nobody answered",
            "still in pain",
        ],
    ),
    (
        "de",
        &[
            "beschwerde",
            "beschweren",
            "unverschämt",
            "enttäuscht",
            "unmöglich",
            "unfreundlich",
            "erstattung",
            "anwalt",
            "rechtsanwalt",
            "schlechte bewertung",
            "frechheit",
            "ignoriert",
            "immer noch schmerzen",
        ],
    ),
    (
        "sq",
        &[
            "ankesë",
            "ankohem",
            "ankese",
            "e papranueshme",
            "i zhgënjyer",
            "e zhgënjyer",
            "turp",
            "avokat",
            "rimbursim",
            "askush nuk u përgjigj",
            "ende kam dhimbje",
        ],
    ),
    (
        "ar",
        &[
            "شكوى",
            "أشتكي",
            "غير مقبول",
            "خيبة أمل",
            "محامي",
            "استرداد",
            "تجاهل",
            "أسوأ",
            "لم يرد أحد",
            "ما زال الألم",
        ],
    ),
    (
        "fr",
        &[
            "plainte",
            "réclamation",
            "inadmissible",
            "inacceptable",
            "déçu",
            "déçue",
            "remboursement",
            "avocat",
            "honte",
            "impoli",
            "mauvais avis",
            "personne n'a répondu",
            "toujours mal",
        ],
    ),
    (
        "es",
        &[
            "queja",
            "reclamación",
            "inaceptable",
            "decepcionado",
            "decepcionada",
            "reembolso",
            "abogado",
            "vergüenza",
            "maleducado",
            "mala reseña",
            "nadie contestó",
            "nadie respondió",
            "sigo con dolor",
        ],
    ),
];

/// The list to begin with.
pub(super) fn starter() -> ComplaintWords {
    let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
    ComplaintWords(STARTER.iter().map(|(language, list)| ((*language).to_owned(), words(list))).collect())
}

/// What somebody typed, made into a list: nothing empty, nothing twice.
pub(super) fn tidy(list: ComplaintWords) -> ComplaintWords {
    let tidy = |words: Vec<String>| {
        let mut kept: Vec<String> = Vec::new();
        for word in words {
            let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
            if !word.is_empty() && !kept.contains(&word) {
                kept.push(word);
            }
        }
        kept
    };
    ComplaintWords(list.0.into_iter().map(|(language, words)| (language, tidy(words))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_to_begin_with_could_be_saved_as_it_is() {
        let words = starter();
        assert_eq!(words.0.len(), STARTER.len());
        assert_eq!(tidy(words.clone()), words);
        assert!(words.0.values().all(|list| list.len() <= MOST));
        assert!(words.0.values().flatten().all(|word| word.chars().count() <= LONGEST));
    }

    #[test]
    fn blanks_and_repetitions_are_left_out() {
        let typed = [" a   b ", "", "a b", "c"].map(str::to_owned).to_vec();
        let list = tidy(ComplaintWords([("en".to_owned(), typed)].into()));
        assert_eq!(list.0["en"], ["a b", "c"]);
    }
}
