//! The name by which a letter greets somebody, taken from the whole name.

/// What stands before a name and is none.
const TITLES: [&str; 22] = [
    "dr", "mr", "mrs", "ms", "miss", "prof", "sir", "herr", "frau", "mme", "m", "mlle", "monsieur", "madame",
    "sr", "sra", "don", "doña", "zoti", "zonja", "znj", "sig",
];

/// The first name in `name`, or `None` where there is only one word with a title, or none that has a letter. A family
/// name before a comma is left out ("Haddad, Leila").
pub fn first_name(name: &str) -> Option<&str> {
    let given = match name.split_once(',') {
        Some((_, given)) if given.chars().any(char::is_alphabetic) => given,
        _ => name,
    };
    let title = |word: &str| TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str());
    let mut words = given.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).peekable();
    let titled = words.next_if(|word| title(word)).is_some();
    while words.next_if(|word| title(word)).is_some() {}
    let first = words.next()?;
    // "Mrs Haddad" says nothing about the first name.
    if titled && words.next().is_none() && given.len() == name.len() { None } else { Some(first) }
}

#[cfg(test)]
mod tests {
    use super::first_name;

    #[test]
    fn somebody_is_greeted_by_the_first_name_and_never_by_a_title() {
        assert_eq!(first_name("Leila Haddad"), Some("Leila"));
        assert_eq!(first_name("  Haddad, Leila "), Some("Leila"));
        assert_eq!(first_name("Dr. Amara Okafor"), Some("Amara"));
        assert_eq!(first_name("Herr Dr. Jonas Lindqvist"), Some("Jonas"));
        assert_eq!(first_name("Mrs Haddad"), None);
        assert_eq!(first_name("Besnik"), Some("Besnik"));
        assert_eq!(first_name("يوسف دمير"), Some("يوسف"));
        assert_eq!(first_name("🌸 ✨"), None);
        assert_eq!(first_name(", "), None);
    }
}
