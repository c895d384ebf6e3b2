//! `Phi`: something that tells about a patient, and therefore must never be printed.
//!
//! Holds: `Debug` and `Display` print `▮`, whatever is inside, so a log line, an error or a panic message cannot carry
//! it by accident. Reading the value is an explicit `.reveal()` or a dereference, which a reviewer can search for.
//! Refused: masking by pattern (phone numbers, names) at the log; it finds what it knows and lets the rest through.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// A value that tells about a patient. Prints as `▮`.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phi<T>(T);

impl<T> Phi<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself, for storing, showing on screen or sending to its own channel.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// Takes the value out.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Phi<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl From<String> for Phi<String> {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for Phi<String> {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl<T> fmt::Debug for Phi<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("▮")
    }
}

impl<T> fmt::Display for Phi<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("▮")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_about_a_patient_can_be_printed() {
        let name = Phi::from("Leila Haddad");
        assert_eq!(format!("{name} {name:?} {:?}", Some(&name)), "▮ ▮ Some(▮)");
        assert_eq!(name.reveal(), "Leila Haddad");
    }
}
