//! The keys that staff chose in place of the usual ones.
//!
//! Holds: the window knows which commands and keys there are; what is kept here is only its own short names. A choice
//! that a later version wrote and we cannot read is no choice.
//! On a crash: the keys are those before the last change.

use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{KeyChoice, WireError};

const KEY: &str = "keys";
/// More than the window has commands.
const MOST: usize = 300;
/// More keys than anybody gives one command.
const MOST_COMBOS: usize = 8;
/// Longer than any name of a command or key.
const LONGEST: usize = 40;

impl Desk {
    /// The commands whose keys are not the usual ones.
    pub fn keys(&self) -> Vec<KeyChoice> {
        self.core.read(|tx| tx.setting(KEY)).ok().flatten().unwrap_or_default()
    }

    /// Keeps the choices; they take the place of those before.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`](crate::views::Code::FieldInvalid) when they are none that the window makes, or what the store says.
    pub async fn keys_save(&self, keys: Vec<KeyChoice>) -> Result<(), WireError> {
        if keys.len() > MOST || !keys.iter().all(is_short) {
            return Err(WireError::invalid("keys"));
        }
        Ok(self.core.write(move |tx| tx.put_setting(KEY, &keys)).await.map_err(Fault::from)?)
    }
}

fn is_short(choice: &KeyChoice) -> bool {
    let short = |text: &String| !text.is_empty() && text.len() <= LONGEST;
    short(&choice.command) && choice.combos.len() <= MOST_COMBOS && choice.combos.iter().all(short)
}
