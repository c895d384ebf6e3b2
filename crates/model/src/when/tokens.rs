//! A typed text as numbers, words and the signs that part the halves of a date or a time.
//!
//! Holds: lower case, no diacritics, digits of any script as 0 to 9; a sign counts only where a digit stands before it,
//! so that "nov." and "after-noon" are words. What is no part of a time at all becomes [`Token::Strange`], which no rule
//! takes.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits: the value, and how many there were.
    Number(u32, usize),
    /// A folded word.
    Word(String),
    /// `:`, `.`, `/` or `-` after a digit.
    Sign(char),
    /// Anything else.
    Strange,
}

/// Folds and parts a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let folded = fold(text).replace("a.m.", "am").replace("p.m.", "pm");
    let mut found = Vec::new();
    let mut rest = folded.chars().peekable();
    let mut after_digit = false;
    while let Some(&c) = rest.peek() {
        if c.is_ascii_digit() {
            let digits: String = std::iter::from_fn(|| rest.next_if(char::is_ascii_digit)).collect();
            found.push(digits.parse().map_or(Token::Strange, |n| Token::Number(n, digits.len())));
            after_digit = true;
            continue;
        }
        if c.is_alphabetic() {
            found.push(Token::Word(std::iter::from_fn(|| rest.next_if(|c| c.is_alphabetic())).collect()));
            after_digit = false;
            continue;
        }
        rest.next();
        match c {
            ':' | '.' | '/' if after_digit => found.push(Token::Sign(c)),
            '-' if after_digit && rest.peek().is_some_and(char::is_ascii_digit) => found.push(Token::Sign(c)),
            ':' | '.' | '/' | '-' | '–' | ',' | '،' | '@' | '(' | ')' | '\'' => {}
            c if c.is_whitespace() => {}
            _ => found.push(Token::Strange),
        }
        after_digit = false;
    }
    found
}

/// Lower case without marks. An apostrophe goes, since "aujourd'hui" is one word.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|&c| !is_combining_mark(c)) {
        for c in c.to_lowercase().filter(|&c| !is_combining_mark(c)) {
            match c {
                '\'' | '’' | '‘' | 'ʼ' | 'ـ' | '\u{200C}'..='\u{200F}' => {}
                'ß' => folded.push_str("ss"),
                'ı' => folded.push('i'),
                'ى' | 'ی' => folded.push('ي'),
                'ة' => folded.push('ه'),
                'ک' => folded.push('ك'),
                c => folded.push(digit(c)),
            }
        }
    }
    folded
}

fn digit(c: char) -> char {
    let zero = match c {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        _ => return c,
    };
    char::from_digit(c as u32 - zero, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_counts_only_after_a_digit() {
        let word = |word: &str| Token::Word(word.into());
        assert_eq!(tokens("Après-demain"), [word("apres"), word("demain")]);
        assert_eq!(
            tokens("di. 25.11., ٩:٣٠ a.m."),
            [
                word("di"),
                Token::Number(25, 2),
                Token::Sign('.'),
                Token::Number(11, 2),
                Token::Sign('.'),
                Token::Number(9, 1),
                Token::Sign(':'),
                Token::Number(30, 2),
                word("am"),
            ]
        );
        assert_eq!(tokens("99999999999 ☃"), [Token::Strange, Token::Strange]);
        assert_eq!(fold("AUJOURD’HUI Straße غَدًا"), "aujourdhui strasse غدا");
    }
}
