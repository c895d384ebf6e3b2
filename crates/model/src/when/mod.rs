//! Reads what staff type as a time: "tue 3pm", "tomorrow 8:00", "in 2 hours", "25.11.". For the schedule and snooze
//! fields only, where a person sees the reading before it counts; what patients write is read elsewhere, by more.
//!
//! Holds: every reading lies after `now` and within two years; a word that is not known makes the whole text not
//! understood, since half of a time is another time; a day without a time is the practice's opening of that day. What
//! differs between languages is in the tables under `words`, so that a rule exists once.
//! Refused: guessing. Where a text has two meanings both are handed out, the likelier first, and none is `sure`.

mod choices;
mod lexicon;
mod place;
mod tokens;
mod walk;
mod wish;
mod words;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::OpeningHours;

pub use choices::{Choice, ChoiceKey, choices};
pub use lexicon::Language;

/// What a text may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The time.
    pub at: Timestamp,
    /// It cannot well mean anything else.
    pub sure: bool,
}

/// More than anybody types into such a field.
const LONGEST: usize = 80;
/// As many readings as the window offers.
const MOST: usize = 3;

/// Reads `text`, the likeliest meaning first; empty if it is not understood or lies in the past. The words of
/// `language` are tried first, then English, then the others: many type their own language into a foreign program.
pub fn read(
    text: &str,
    language: Option<Language>,
    now: Timestamp,
    zone: &TimeZone,
    hours: &OpeningHours,
) -> Vec<Reading> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let tokens = tokens::tokens(text);
    let place = place::Place::new(now, zone, hours);
    for language in language.into_iter().chain(Language::ALL) {
        let lexicon = language.lexicon();
        let wishes = walk::wishes(&tokens, lexicon);
        let mut found: Vec<Timestamp> = Vec::new();
        let mut plain = true;
        for wish in &wishes {
            plain &= !wish.is_vague();
            for at in place.times(wish, lexicon.next_skips) {
                if !found.contains(&at) {
                    found.push(at);
                }
            }
        }
        if !found.is_empty() {
            found.truncate(MOST);
            let sure = plain && found.len() == 1;
            return found.into_iter().map(|at| Reading { at, sure }).collect();
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests;
