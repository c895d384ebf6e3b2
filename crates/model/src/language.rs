//! The port through which the desk asks in which language somebody writes.

use crate::Phi;

/// Guesses a language on this computer.
pub trait LanguageGuess: Send + Sync {
    /// The language of these texts, newest first, as two letters. `None` when it is not clear, or none that is known:
    /// no answer is better than a wrong one. May take as long as reading a file.
    fn guess(&self, newest_first: &[Phi<String>]) -> Option<&'static str>;
}

/// Guesses nothing: for the command line, and for tests that are about something else.
pub struct NoGuess;

impl LanguageGuess for NoGuess {
    fn guess(&self, _newest_first: &[Phi<String>]) -> Option<&'static str> {
        None
    }
}
