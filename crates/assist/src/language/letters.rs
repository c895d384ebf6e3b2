//! Whether a text has anything to tell a language by, before a model is asked. Pure.

/// What a text is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judged {
    /// Names, numbers, signs, or one word.
    TooLittle,
    /// Letters that no language of ours has.
    OtherLanguage,
    /// Arabic words.
    Arabic,
    /// Words in Latin letters.
    Words,
}

/// Fewer letters in plain words say nothing.
const FEWEST_LETTERS: usize = 8;
const FEWEST_WORDS: usize = 2;

/// Letters of Polish, Czech, Hungarian, Romanian, Croatian and the languages of the north, which no language of ours
/// writes.
const FOREIGN: &str = "ąćęłńśźżčďěňřšťůžđőűățșåøæðþľĺŕģķļņūāēī";
/// Letters of Persian, Urdu and Kurdish in the Arabic script, and forms of letters that Arabic does not use.
const NOT_ARABIC: &str = "پچژگکیےہٹڈڑںڵێۆەھ";

pub(super) fn judge(text: &str) -> Judged {
    let (mut words, mut letters, mut arabic, mut latin) = (0, 0, 0, 0);
    for word in text.split_whitespace() {
        // Addresses of any kind are nobody's language.
        if word.contains(['@', '/', '#']) || word.contains("www.") || word.chars().any(char::is_numeric) {
            continue;
        }
        let found: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
        let Some(first) = found.first() else { continue };
        if found.iter().flat_map(|c| c.to_lowercase()).any(|c| FOREIGN.contains(c) || NOT_ARABIC.contains(c))
        {
            return Judged::OtherLanguage;
        }
        let of_arabic = found.iter().filter(|c| is_arabic(**c)).count();
        arabic += of_arabic;
        let of_latin = found.iter().filter(|c| is_latin(**c)).count();
        latin += of_latin;
        if of_arabic + of_latin < found.len() {
            return Judged::OtherLanguage;
        }
        // A capital may begin a name, and names have no language. What begins a sentence is not missed.
        if first.is_uppercase() {
            continue;
        }
        words += 1;
        letters += found.len();
    }
    if arabic > latin {
        return if letters >= 4 { Judged::Arabic } else { Judged::TooLittle };
    }
    if words < FEWEST_WORDS || latin < FEWEST_LETTERS {
        // One small word beside a capital one still makes a sentence: "Faleminderit shumë".
        return if words == 1 && letters >= 4 && latin >= 14 { Judged::Words } else { Judged::TooLittle };
    }
    Judged::Words
}

const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

const fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{00aa}' | '\u{00ba}' | '\u{00c0}'..='\u{024f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_numbers_and_signs_have_no_language() {
        for nothing in [
            "",
            "Leila Haddad",
            "Besnik Krasniqi",
            "+44 7700 900142",
            "👍👍",
            "ok",
            "hi",
            "14:30",
            "Zürich HB",
            "lol x",
        ] {
            assert_eq!(judge(nothing), Judged::TooLittle, "{nothing}");
        }
        assert_eq!(judge("see www.example.org/termin and mara@example.org"), Judged::TooLittle);
    }

    #[test]
    fn letters_of_other_languages_are_noticed() {
        for other in [
            "Dzień dobry, czy mogę",
            "Здравствуйте, можно",
            "γεια σας τι",
            "سلام، چطور هستید",
            "今日は開いていますか",
        ] {
            assert_eq!(judge(other), Judged::OtherLanguage, "{other}");
        }
        assert_eq!(judge("مرحبا، عندي ألم"), Judged::Arabic);
        assert_eq!(judge("a keni termin nesër?"), Judged::Words);
        assert_eq!(judge("Faleminderit shumë"), Judged::Words);
    }
}
