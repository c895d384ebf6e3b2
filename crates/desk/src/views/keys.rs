//! Keys that staff chose.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The keys of one command, where they are not the usual ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct KeyChoice {
    /// Which command, by the window's own name.
    pub command: String,
    /// Its keys as the window writes them, such as `ctrl+k`; empty for none.
    pub combos: Vec<String>,
}
