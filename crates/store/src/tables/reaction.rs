//! Reactions. They hang on the provider's id of a message, so it does not matter which of the two arrives first.

use anteroom_model::{AccountId, Phi, Reaction};
use jiff::Timestamp;
use rusqlite::params;

use super::item::{ProviderKey, Sort, provider_key};
use crate::column::{Fields, ms};
use crate::{ReadTx, Result, WriteTx};

/// A reaction that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReactionRow {
    /// The emoji.
    pub emoji: Phi<String>,
    /// The practice reacted.
    pub ours: bool,
    /// When; 1970 if the provider does not say.
    pub at: Timestamp,
}

impl ReadTx<'_> {
    pub(super) fn reactions_to(&self, key: ProviderKey) -> Result<Vec<ReactionRow>> {
        self.all(
            "SELECT emoji, ours, at FROM reaction WHERE target_key = ?1 AND emoji IS NOT NULL ORDER BY by_handle",
            [key],
            |row| {
                let mut row = Fields::of(row);
                Ok(ReactionRow { emoji: row.phi()?, ours: row.flag()?, at: row.time()? })
            },
        )
    }
}

impl WriteTx<'_> {
    /// A reaction came, changed or went. `ours`: the practice reacted. An older one never replaces a newer one; whether
    /// anything changed.
    pub fn apply_reaction(&mut self, account: AccountId, reaction: &Reaction, ours: bool) -> Result<bool> {
        let key = provider_key(account, Sort::Message, &reaction.target);
        let changed = self.execute(
            "INSERT INTO reaction (target_key, by_handle, ours, emoji, at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (target_key, by_handle) DO UPDATE SET emoji = excluded.emoji, at = excluded.at
             WHERE excluded.at >= at AND (excluded.emoji IS NOT emoji OR excluded.at <> at)",
            params![
                key,
                reaction.by.reveal(),
                ours,
                reaction.emoji.as_ref().map(|emoji| emoji.reveal().as_str()),
                reaction.at.map_or(0, ms),
            ],
        )?;
        if changed > 0
            && let Some(pos) = self.item_by_key(key)?
        {
            let conversation = self.conversation_of_item(pos)?;
            self.touch_conversation(conversation);
        }
        Ok(changed > 0)
    }
}
