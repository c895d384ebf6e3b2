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

/// Whether a number as a provider writes it may take text messages: a whole telephone number, and none that is known to
/// be a landline or a service. Short codes, names and withheld numbers are none.
pub fn can_take_texts(number: &str) -> bool {
    use phonenumber::Type;
    use phonenumber::metadata::DATABASE;
    let Some(number) = Some(number).filter(|number| number.starts_with('+')) else { return false };
    let Ok(number) = phonenumber::parse(None, number) else { return false };
    // Of invented numbers and of some countries nobody knows more; those are tried.
    matches!(number.number_type(&DATABASE), Type::Mobile | Type::FixedLineOrMobile | Type::Unknown)
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
    fn only_whole_numbers_that_are_no_landlines_take_texts() {
        for (number, texts) in [
            ("+447700900142", true),
            ("+4915123456789", true),
            ("+12025550143", true),
            ("+442071838750", false),
            ("+493012345678", false),
            ("86753", false),
            ("DHL", false),
            ("anonymous", false),
            ("", false),
        ] {
            assert_eq!(can_take_texts(number), texts, "{number}");
        }
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
