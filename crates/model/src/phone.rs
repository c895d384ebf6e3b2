//! Telephone numbers: one spelling for storing and comparing, digits for searching.

use crate::Phi;

/// The E.164 spelling (`+447700900142`) of a number as a person or a provider writes it, or `None` if it is none.
///
/// `home` is the practice's country (ISO 3166, e.g. `GB`), for numbers without a country code.
pub fn normalise_phone(raw: &str, home: Option<&str>) -> Option<Phi<String>> {
    let raw = raw.trim().trim_start_matches("whatsapp:");
    let home = home.and_then(|code| code.parse::<phonenumber::country::Id>().ok());
    // "+44 (0) 7700": the bracketed zero is for callers inside the country only.
    let without_trunk = raw.starts_with('+').then(|| raw.replacen("(0)", "", 1));
    let number = phonenumber::parse(home, without_trunk.as_deref().unwrap_or(raw)).ok()?;
    Some(Phi::new(number.format().mode(phonenumber::Mode::E164).to_string()))
}

/// A number as people read it: `+44 7700 900142`. What nobody can parse is shown as it is.
pub fn shown_phone(number: &str) -> String {
    phonenumber::parse(None, number).map_or_else(
        |_| number.to_owned(),
        |number| number.format().mode(phonenumber::Mode::International).to_string(),
    )
}

/// The digits of a text, whatever stands between them; other scripts' digits count.
pub fn digits(text: &str) -> String {
    text.chars()
        .filter_map(|c| c.to_digit(10).or_else(|| other_digit(c)))
        .filter_map(|d| char::from_digit(d, 10))
        .collect()
}

/// Arabic-Indic and Extended Arabic-Indic digits, which patients' phones write.
fn other_digit(c: char) -> Option<u32> {
    match c {
        '\u{0660}'..='\u{0669}' => Some(c as u32 - 0x0660),
        '\u{06F0}'..='\u{06F9}' => Some(c as u32 - 0x06F0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, home: Option<&str>, expected: Option<&str>) {
        assert_eq!(normalise_phone(raw, home).as_deref().map(String::as_str), expected, "{raw}");
    }

    #[test]
    fn one_number_has_one_spelling() {
        check("07700 900142", Some("GB"), Some("+447700900142"));
        check("whatsapp:+447700900142", None, Some("+447700900142"));
        check("+44 (0) 7700 900 142", None, Some("+447700900142"));
        check("anonymous", Some("GB"), None);
        check("", None, None);
    }

    #[test]
    fn a_number_is_shown_in_groups() {
        assert_eq!(shown_phone("+447700900142"), "+44 7700 900142");
        assert_eq!(shown_phone("86753"), "86753", "a short code");
    }

    #[test]
    fn digits_come_from_any_script() {
        assert_eq!(digits("+44 7700-900 142"), "447700900142");
        assert_eq!(digits("٠٧٧٠"), "0770");
    }
}
