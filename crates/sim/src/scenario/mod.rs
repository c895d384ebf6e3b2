//! Scenarios: files that say who the patients are, what they do when, and what they answer. The format is in the README.
//!
//! Holds: a scenario is checked as a whole before anything of it happens.

mod act;
mod play;

use jiff::{SignedDuration, Span, SpanRelativeTo};
use serde::Deserialize;

pub(crate) use act::Deed;
pub use act::{Act, DeedError};
pub(crate) use play::{AutoAnswer, perform};

/// A scenario file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// What the clinic is called on Instagram.
    pub clinic: Option<String>,
    /// The people.
    #[serde(default, rename = "patient")]
    pub patients: Vec<PatientEntry>,
    /// What they do.
    #[serde(default, rename = "event")]
    pub events: Vec<Event>,
    /// What they answer.
    #[serde(default, rename = "answer")]
    pub answers: Vec<Answering>,
}

/// Somebody.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PatientEntry {
    /// The word by which events name them.
    pub key: String,
    /// What they are called.
    pub name: String,
    /// Their Instagram user name, if they are there.
    pub instagram: Option<String>,
    /// Their number (E.164), if they have one: for texts, WhatsApp and calls.
    pub phone: Option<String>,
    /// The number is a landline: texts are refused.
    #[serde(default)]
    pub landline: bool,
    /// The number has no WhatsApp.
    #[serde(default)]
    pub no_whatsapp: bool,
    /// Lets it ring when the practice calls.
    #[serde(default)]
    pub never_picks_up: bool,
}

/// Something that happens.
#[derive(Clone, Debug, Deserialize)]
pub struct Event {
    /// When, from the start: `-2d 3h` lies in the past, `40s` ahead.
    pub at: String,
    /// Who (the key).
    pub who: String,
    /// Where: `instagram`, `whatsapp`, `sms` or `phone`.
    pub on: String,
    /// What.
    #[serde(flatten)]
    pub act: Act,
}

/// What somebody answers when the practice writes: each entry once, in the order of the file.
#[derive(Clone, Debug, Deserialize)]
pub struct Answering {
    /// Who (the key).
    pub who: String,
    /// Where.
    pub on: String,
    /// How long after the practice wrote: `20s`.
    pub after: String,
    /// What.
    #[serde(flatten)]
    pub act: Act,
}

/// A scenario that cannot be played. Names keys of the file, never a patient.
#[derive(Debug, thiserror::Error)]
pub enum ScenarioError {
    /// Not TOML, or a member that does not exist.
    #[error("the scenario file is not understood: {0}")]
    Format(String),
    /// A time is not understood.
    #[error("entry {0}: the time is not understood; write -2d 3h, 40s, 1m 30s")]
    Time(usize),
    /// Nobody has this key.
    #[error("entry {0}: no patient has this key")]
    Nobody(usize),
    /// It cannot happen there, or the person is not there.
    #[error("entry {0}: {1}")]
    Impossible(usize, DeedError),
}

impl Scenario {
    /// Reads a scenario file.
    pub fn parse(text: &str) -> Result<Self, ScenarioError> {
        toml::from_str(text).map_err(|error| ScenarioError::Format(error.message().to_owned()))
    }
}

/// A time from the start of the scenario.
fn time(text: &str) -> Option<SignedDuration> {
    let span: Span = text.trim().trim_start_matches('+').parse().ok()?;
    span.to_duration(SpanRelativeTo::days_are_24_hours()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_people_say_them() {
        assert_eq!(time("-2d 3h"), Some(SignedDuration::from_hours(-51)));
        assert_eq!(time("+40s"), Some(SignedDuration::from_secs(40)));
        assert_eq!(time("1m 30s"), Some(SignedDuration::from_secs(90)));
        assert_eq!(time("soon"), None);
    }
}
