//! What is asked for.

use anteroom_store::bench::Practice;
use clap::{Parser, ValueEnum};

/// What to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Key presses.
    Keys,
    /// J and K held down.
    Held,
    /// Scrolling through the list.
    Scroll,
    /// Messages that arrive.
    Arrivals,
    /// Memory over a shift.
    Shift,
}

/// Measures how fast the window is.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask bench window")]
pub struct Options {
    /// Conversations in the store.
    #[arg(long, default_value = "100k", value_parser = number)]
    conversations: usize,
    /// How many of them wait for an answer; as many as there are for the worst case.
    #[arg(long, default_value = "2k", value_parser = number)]
    waiting: usize,
    /// Messages in the store; three for every conversation unless said otherwise.
    #[arg(long, value_parser = number)]
    messages: Option<usize>,
    /// Messages that arrive while frames are watched.
    #[arg(long, default_value = "5k", value_parser = number)]
    pub arriving: usize,
    /// How often each key is pressed.
    #[arg(long, default_value = "100", value_parser = number)]
    pub presses: usize,
    /// For how long keys are held and lists scrolled, each time.
    #[arg(long, default_value_t = 10)]
    pub seconds: i64,
    /// Parts of the shift, each with its share of what happens in eight hours.
    #[arg(long, default_value_t = 12)]
    pub rounds: usize,
    /// Only these parts.
    #[arg(long, value_delimiter = ',', value_enum)]
    only: Vec<Part>,
    /// What cargo hands to every benchmark.
    #[arg(long, hide = true)]
    bench: bool,
}

impl Options {
    pub fn practice(&self) -> Practice {
        let conversations = self.conversations.max(100);
        Practice {
            conversations,
            waiting: self.waiting.min(conversations),
            messages: self.messages.unwrap_or(3 * conversations).max(conversations),
        }
    }

    pub fn has(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }
}

/// `10k`, `1m` or a plain number.
fn number(text: &str) -> Result<usize, String> {
    let (digits, times) = match text.strip_suffix('k') {
        Some(digits) => (digits, 1_000),
        None => text.strip_suffix('m').map_or((text, 1), |digits| (digits, 1_000_000)),
    };
    let read = digits.parse::<usize>().ok().and_then(|number| number.checked_mul(times));
    read.ok_or_else(|| "a number such as 500, 10k or 1m is expected".to_owned())
}
