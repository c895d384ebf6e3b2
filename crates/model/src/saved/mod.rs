//! Saved replies: a text with variables, filled from what the desk knows.
//!
//! Holds: filling reads the text once, so that a name that looks like a variable stays a name; a variable that is not
//! known, or has no value and no fallback, becomes a blank. A blank stands in the field between two marks that no
//! keyboard has, so it is found again after a draft was kept, taken back or changed, and nothing with a blank leaves.
//! Refused: plain brackets as marks (people write them), and sending with a blank left out (half a sentence).
//! On a crash: nothing to recover, nothing is kept here.

mod name;
mod words;

use crate::Phi;

pub use name::first_name;
pub use words::{day_words, short_language, week_days};

/// Begins a blank in a text that is being written.
pub const BLANK_OPEN: char = '⟦';
/// Ends a blank.
pub const BLANK_CLOSE: char = '⟧';

/// What a saved reply can be filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Variable {
    /// The patient's name.
    Patient,
    /// The first of their names.
    FirstName,
    /// What the practice is called.
    Practice,
    /// Who is at the desk.
    Staff,
    /// Whom the patient sees.
    Practitioner,
    /// Their next appointment.
    NextAppointment,
    /// When the practice is open.
    OpeningHours,
    /// The day.
    Today,
}

impl Variable {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::FirstName,
        Self::Patient,
        Self::Practice,
        Self::Staff,
        Self::Practitioner,
        Self::NextAppointment,
        Self::OpeningHours,
        Self::Today,
    ];

    /// Its name between the braces.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Patient => "patient",
            Self::FirstName => "first_name",
            Self::Practice => "practice",
            Self::Staff => "staff",
            Self::Practitioner => "practitioner",
            Self::NextAppointment => "next_appointment",
            Self::OpeningHours => "opening_hours",
            Self::Today => "today",
        }
    }

    /// The variable of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == name)
    }
}

/// A stretch of a filled reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Words of the reply itself.
    Words(String),
    /// What was put in for a variable.
    Value {
        /// The variable.
        of: Variable,
        /// The value, or the fallback.
        text: Phi<String>,
    },
    /// Something that a person has to fill in.
    Blank {
        /// The name between the braces.
        name: String,
    },
}

/// Fills `text`. `value` says what is known.
pub fn fill(text: &str, value: impl Fn(Variable) -> Option<Phi<String>>) -> Vec<Stretch> {
    let mut filled: Vec<Stretch> = Vec::new();
    let mut rest = text;
    while let Some(placeholder) = next_placeholder(rest) {
        push_words(&mut filled, placeholder.before);
        rest = placeholder.after;
        let variable = Variable::named(placeholder.name);
        let known = variable.and_then(&value).map(plain).filter(|known| !known.is_empty());
        let text = known.or_else(|| placeholder.fallback.map(str::to_owned));
        match (variable, text) {
            // A fallback of nothing says: leave it out, with the space before it: "Hello, …".
            (Some(_), Some(text)) if text.is_empty() => close_gap(&mut filled, rest),
            (Some(of), Some(text)) => filled.push(Stretch::Value { of, text: Phi::new(text) }),
            _ => filled.push(Stretch::Blank { name: placeholder.name.to_owned() }),
        }
    }
    push_words(&mut filled, rest);
    filled
}

/// The name of the first blank that nobody has filled yet in a text that is to be sent.
pub fn unfilled(text: &str) -> Option<&str> {
    let (_, after) = text.split_once(BLANK_OPEN)?;
    after.split_once(BLANK_CLOSE).map(|(name, _)| name)
}

struct Placeholder<'a> {
    before: &'a str,
    name: &'a str,
    fallback: Option<&'a str>,
    after: &'a str,
}

/// The next `{{name}}` or `{{name|fallback}}`. Braces that are never closed, or have nothing between them, are words.
fn next_placeholder(text: &str) -> Option<Placeholder<'_>> {
    let mut from = 0;
    while let Some(open) = text[from..].find("{{").map(|at| from + at) {
        let inside = &text[open + 2..];
        let close = inside.find("}}")?;
        // `{{ {{name}}` opens twice: the inner one counts.
        let start = inside[..close].rfind("{{").map_or(0, |at| at + 2);
        let within = &inside[start..close];
        let (name, fallback) = match within.split_once('|') {
            Some((name, fallback)) => (name.trim(), Some(fallback.trim())),
            None => (within.trim(), None),
        };
        let after = open + 2 + close + 2;
        if name.is_empty() || name.contains([BLANK_OPEN, BLANK_CLOSE, '\n']) {
            from = after;
            continue;
        }
        let before = &text[..open + if start == 0 { 0 } else { start }];
        return Some(Placeholder { before, name, fallback, after: &text[after..] });
    }
    None
}

/// Where something was left out, the space before it goes too, unless a word follows.
fn close_gap(filled: &mut [Stretch], rest: &str) {
    let word_follows = rest.chars().next().is_some_and(char::is_alphanumeric);
    if let Some(Stretch::Words(before)) = filled.last_mut().filter(|_| !word_follows) {
        before.truncate(before.trim_end_matches(' ').len());
    }
}

fn push_words(filled: &mut Vec<Stretch>, words: &str) {
    if words.is_empty() {
        return;
    }
    match filled.last_mut() {
        Some(Stretch::Words(before)) => before.push_str(words),
        _ => filled.push(Stretch::Words(words.to_owned())),
    }
}

/// A value from outside, without the marks of a blank and without line breaks.
fn plain(value: Phi<String>) -> String {
    let marks = |c: char| c == BLANK_OPEN || c == BLANK_CLOSE;
    let value: String =
        value.reveal().chars().filter(|c| !marks(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    value.trim().to_owned()
}

#[cfg(test)]
mod tests;
