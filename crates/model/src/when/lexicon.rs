//! The words of a language, looked up: one table per language, folded once.

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::LazyLock;

use jiff::civil::Weekday;

use super::tokens::fold;
use super::words;
use crate::saved::short_language;

/// A language whose words are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    En,
    /// German.
    De,
    /// Albanian.
    Sq,
    /// Arabic.
    Ar,
    /// French.
    Fr,
    /// Spanish.
    Es,
}

impl Language {
    /// All of them, in the order in which they are tried.
    pub const ALL: [Self; 6] = [Self::En, Self::De, Self::Sq, Self::Ar, Self::Fr, Self::Es];

    pub(super) fn lexicon(self) -> &'static Lexicon {
        static ALL: LazyLock<[Lexicon; 6]> = LazyLock::new(|| {
            [words::EN, words::DE, words::SQ, words::AR, words::FR, words::ES].map(Lexicon::of)
        });
        &ALL[self as usize]
    }
}

impl FromStr for Language {
    type Err = ();

    /// Reads a BCP 47 tag: only the language counts.
    fn from_str(tag: &str) -> Result<Self, ()> {
        Ok(match short_language(tag).as_str() {
            "en" => Self::En,
            "de" => Self::De,
            "sq" => Self::Sq,
            "ar" => Self::Ar,
            "fr" => Self::Fr,
            "es" => Self::Es,
            _ => return Err(()),
        })
    }
}

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Means {
    /// A day so many days from today.
    Day(i32),
    /// Tomorrow; after a day, its morning (German "morgen", Spanish "mañana").
    TomorrowOrMorning,
    /// A part of the day.
    Part(Part),
    /// A part of today.
    Today(Part),
    /// A day of the week.
    On(Weekday),
    /// A month, counted from 1.
    Month(i8),
    /// A length of time, after its number.
    Unit(Unit),
    /// A length of time with its number ("half an hour").
    Span(u32, Unit),
    /// A number in words.
    Number(u32),
    /// A length of time from now follows.
    In,
    /// The next one.
    Next,
    /// The current one.
    This,
    /// The hour before noon.
    Am,
    /// The hour after noon.
    Pm,
    /// Half an hour before the full hour that follows (German "halb").
    HalfTo,
    /// Says nothing.
    Noise,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Noon,
    Afternoon,
    Evening,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
}

/// A language's table as it is written: meanings with their spellings, `|` between them.
pub(super) struct Table {
    /// The words.
    pub words: &'static [(Means, &'static str)],
    /// "14h" is fourteen o'clock rather than in fourteen hours.
    pub h_is_oclock: bool,
    /// "Next Tuesday" is that of next week rather than the coming one.
    pub next_skips: bool,
}

/// A language's table as it is asked.
pub(super) struct Lexicon {
    words: HashMap<String, Vec<Means>>,
    /// Words in the longest phrase.
    pub longest: usize,
    pub h_is_oclock: bool,
    pub next_skips: bool,
}

impl Lexicon {
    fn of(table: Table) -> Self {
        let mut words: HashMap<String, Vec<Means>> = HashMap::new();
        let mut longest = 1;
        for (means, spellings) in table.words {
            for spelling in spellings.split('|') {
                let phrase = fold(spelling).replace('-', " ");
                longest = longest.max(phrase.split(' ').count());
                words.entry(phrase).or_default().push(*means);
            }
        }
        Self { words, longest, h_is_oclock: table.h_is_oclock, next_skips: table.next_skips }
    }

    /// What a phrase of folded words can mean.
    pub fn means(&self, phrase: &str) -> &[Means] {
        self.words.get(phrase).map_or(&[], Vec::as_slice)
    }
}
