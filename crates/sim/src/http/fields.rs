//! Graph field expansion: `id,messages.limit(20){id,from}`.

/// One requested field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// `.limit(20)` and the like.
    pub options: Vec<(String, String)>,
    /// What is asked of it.
    pub of: Vec<Field>,
}

impl Field {
    /// The number of an option.
    pub fn number(&self, option: &str) -> Option<usize> {
        self.options.iter().find(|(name, _)| name == option).and_then(|(_, value)| value.parse().ok())
    }
}

/// Nobody asks deeper than this; it keeps a hostile question from using up the stack.
const DEEPEST: u32 = 8;

/// Reads a `fields` parameter; `None` when its brackets do not match, go too deep, or a name is empty.
pub fn parse_fields(text: &str) -> Option<Vec<Field>> {
    let mut rest = text;
    let fields = list(&mut rest, DEEPEST)?;
    rest.is_empty().then_some(fields)
}

fn list(rest: &mut &str, deeper: u32) -> Option<Vec<Field>> {
    let mut fields = Vec::new();
    loop {
        fields.push(one(rest, deeper)?);
        match rest.strip_prefix(',') {
            Some(after) => *rest = after,
            None => return Some(fields),
        }
    }
}

fn one(rest: &mut &str, deeper: u32) -> Option<Field> {
    let name = word(rest)?;
    let mut field = Field { name, options: Vec::new(), of: Vec::new() };
    while let Some(after) = rest.strip_prefix('.') {
        *rest = after;
        let option = word(rest)?;
        let (value, after) = rest.strip_prefix('(')?.split_once(')')?;
        field.options.push((option, value.to_owned()));
        *rest = after;
    }
    if let Some(after) = rest.strip_prefix('{') {
        *rest = after;
        field.of = list(rest, deeper.checked_sub(1)?)?;
        *rest = rest.strip_prefix('}')?;
    }
    Some(field)
}

fn word(rest: &mut &str) -> Option<String> {
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    *rest = after;
    (!word.is_empty()).then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expansion_is_read_as_a_tree() {
        let fields = parse_fields("id,messages.limit(20){id,shares{link}},updated_time").unwrap();
        assert_eq!(fields.len(), 3);
        assert_eq!(fields[1].number("limit"), Some(20));
        assert_eq!(fields[1].of[1].of[0].name, "link");
        assert_eq!(parse_fields(&"a{".repeat(10_000)), None);
        for broken in ["", "id,", "messages{id", "messages.limit(20", "id}"] {
            assert_eq!(parse_fields(broken), None, "{broken}");
        }
    }
}
