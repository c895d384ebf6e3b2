//! One spelling for searching: what is indexed and what is typed go through the same fold.
//!
//! Holds: `fold` of a fold is itself; a word of the fold is letters and digits only, so nothing that is typed can be an
//! operator of the index. Lower case, no diacritics, compatibility forms resolved ("ﬁ" is "fi", "①" is "1"), other
//! scripts' digits as 0 to 9, and the letters that have no mark to take off written as people without that keyboard
//! write them (ß ss, æ ae, ø o, ł l, ı i). Chinese and Japanese characters are words of their own, because those
//! scripts do not part words and the index only knows beginnings.
//! Refused: the index's own folding (`unicode61 remove_diacritics`), which leaves ß æ ø ł ı as they are and would have
//! to be imitated exactly to mark hits in the text.

use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_compatible, is_combining_mark};

/// Characters of a word that count. Nobody types more, and an address or a token could be thousands long.
const LONGEST: usize = 40;

/// Parts `text` into words and hands each out folded, with the bytes of `text` it came from. Words come in order; two
/// may overlap where one sign stands for several ("㏠" is "1日").
pub(crate) fn each_word(text: &str, mut take: impl FnMut(&str, Range<usize>)) {
    let mut word = Growing { folded: String::with_capacity(24), letters: 0, range: 0..0 };
    for (at, c) in text.char_indices() {
        let sign = at..at + c.len_utf8();
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                word.push(c.to_ascii_lowercase(), sign);
            } else {
                word.finish(&mut take);
            }
            continue;
        }
        let mut part_of_word = word.letters > 0 && joins(c);
        fold_char(c, &mut |folded| {
            part_of_word = true;
            if is_own_word(folded) {
                word.finish(&mut take);
                word.push(folded, sign.clone());
                word.finish(&mut take);
            } else {
                word.push(folded, sign.clone());
            }
        });
        if !part_of_word {
            word.finish(&mut take);
        } else if word.letters > 0 {
            word.range.end = sign.end;
        }
    }
    word.finish(&mut take);
}

/// The folded words of `text`, one space between them.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Adds the folded words of `text` to `folded`.
pub(super) fn fold_into(text: &str, folded: &mut String) {
    each_word(text, |word, _| {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    });
}

struct Growing {
    folded: String,
    letters: usize,
    range: Range<usize>,
}

impl Growing {
    fn push(&mut self, c: char, sign: Range<usize>) {
        if self.letters == 0 {
            self.range.start = sign.start;
        }
        self.range.end = sign.end;
        self.letters += 1;
        if self.letters <= LONGEST {
            self.folded.push(c);
        }
    }

    fn finish(&mut self, take: &mut impl FnMut(&str, Range<usize>)) {
        if self.letters > 0 {
            take(&self.folded, self.range.clone());
            self.folded.clear();
            self.letters = 0;
        }
    }
}

/// Signs that fold to nothing and yet do not end a word: accents, the tatweel that stretches a line, joiners, the soft
/// hyphen.
fn joins(c: char) -> bool {
    is_combining_mark(c) || matches!(c, 'ـ' | '\u{200C}' | '\u{200D}' | '\u{AD}')
}

/// Hands out what `c` becomes; nothing if it is no part of a word.
fn fold_char(c: char, push: &mut impl FnMut(char)) {
    decompose_compatible(c, |part| {
        // Marks with a combining class sit on a letter (accents, Arabic and Hebrew vowels); vowel signs of Indic
        // scripts have none and are letters in their own right.
        if canonical_combining_class(part) != 0 {
            return;
        }
        for part in part.to_lowercase().filter(|&part| canonical_combining_class(part) == 0) {
            match plain(part) {
                Plain::Letters(letters) => letters.chars().for_each(&mut *push),
                Plain::Itself if part.is_alphanumeric() || is_combining_mark(part) => push(digit(part)),
                Plain::Itself => {}
            }
        }
    });
}

enum Plain {
    Letters(&'static str),
    Itself,
}

/// Letters that carry no separable mark, as people without that keyboard write them.
fn plain(c: char) -> Plain {
    Plain::Letters(match c {
        'ß' | 'ẞ' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' | 'ɖ' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ĸ' => "k",
        'ə' => "e",
        'ς' => "σ",
        'ѐ' | 'ё' => "е",
        // Arabic and Persian letters that are typed one for the other.
        'ى' | 'ی' => "ي",
        'ة' => "ه",
        'ک' => "ك",
        'ـ' => "",
        _ => return Plain::Itself,
    })
}

/// Other scripts' decimal digits as 0 to 9.
fn digit(c: char) -> char {
    let zero = match c {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        '\u{0966}'..='\u{096F}' => 0x0966,
        '\u{09E6}'..='\u{09EF}' => 0x09E6,
        _ => return c,
    };
    char::from_digit(c as u32 - zero, 10).unwrap_or(c)
}

/// Han characters and kana: each is found by itself.
fn is_own_word(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_word_has_one_spelling() {
        for (text, expected) in [
            ("Zahnärztin  Müller", "zahnarztin muller"),
            ("Straße STRASSE", "strasse strasse"),
            ("Łukasz Sørensen Ægir Þór Đorđe", "lukasz sorensen aegir thor dorde"),
            ("IŞIK ışık İstanbul", "isik isik istanbul"),
            ("Kadër Çela", "kader cela"),
            ("ﬁlling ①", "filling 1"),
            ("أَهْلًا بكم في العيادة", "اهلا بكم في العياده"),
            ("مـــرحبا ٠٧٧٠", "مرحبا 0770"),
            ("don't, e-mail: a.b@c.de", "don t e mail a b c de"),
            ("牙痛 です", "牙 痛 て す"),
            ("नमस्ते", "नमसते"),
            ("👍 …", ""),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
        assert_eq!(fold(&"a".repeat(500)).len(), LONGEST);
    }

    #[test]
    fn a_word_knows_where_it_stood() {
        let text = "Frau Müller-Łoś,  e\u{301}té";
        let mut found = Vec::new();
        each_word(text, |word, range| found.push((word.to_owned(), &text[range])));
        let found: Vec<(&str, &str)> = found.iter().map(|(word, at)| (word.as_str(), *at)).collect();
        assert_eq!(found, [("frau", "Frau"), ("muller", "Müller"), ("los", "Łoś"), ("ete", "e\u{301}té")]);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_and_leaves_no_operator(text in "\\PC{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(&fold(&once), &once);
            prop_assert!(!once.contains(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && c != ' '));
        }

        #[test]
        fn every_word_lies_in_its_text(text in any::<String>()) {
            let mut last = 0..0;
            let mut ordered = true;
            each_word(&text, |word, range| {
                ordered &= !word.is_empty() && !range.is_empty() && text.get(range.clone()).is_some();
                ordered &= range.start >= last.start && range.end >= last.end;
                last = range;
            });
            prop_assert!(ordered);
        }
    }
}
