//! What the program guesses by itself, on this computer: so far, the language in which somebody writes.
//!
//! Holds: nothing here opens a socket, a file or the store; what is guessed is handed to the desk through a port of
//! `model` and is shown as a guess until a person says so.
//! Refused: asking anybody outside; a guess that is stored as if staff had said it.
//! On a crash: nothing to recover, nothing is kept here.

mod language;

pub use language::Languages;
