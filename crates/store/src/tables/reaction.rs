//! Reactions. They hang on the provider's id of a message, so it does not matter which of the two arrives first.

use anteroom_model::{AccountId, Phi, Reaction, StaffId};
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
    /// Who at this desk; `None` when it was done elsewhere.
    pub staff: Option<StaffId>,
    /// When; 1970 if the provider does not say.
    pub at: Timestamp,
}

impl ReadTx<'_> {
    pub(super) fn reactions_to(&self, key: ProviderKey) -> Result<Vec<ReactionRow>> {
        self.all(
            "SELECT r.emoji, r.ours, s.id, r.at FROM reaction r LEFT JOIN staff s ON s.row = r.staff
             WHERE r.target_key = ?1 AND r.emoji IS NOT NULL ORDER BY r.by_handle",
            [key],
            |row| {
                let mut row = Fields::of(row);
                let (emoji, ours) = (row.phi()?, row.flag()?);
                Ok(ReactionRow { emoji, ours, staff: row.maybe_id(StaffId::from_uuid)?, at: row.time()? })
            },
        )
    }
}

impl WriteTx<'_> {
    /// One practice has one reaction to a message, also under the address that it had before.
    pub(super) fn one_of_ours(&self, key: ProviderKey, by: &str) -> Result<()> {
        self.execute(
            "DELETE FROM reaction WHERE target_key = ?1 AND ours = 1 AND by_handle <> ?2",
            params![key, by],
        )?;
        Ok(())
    }

    /// A reaction came, changed or went. `ours`: the practice reacted. An older one never replaces a newer one; whether
    /// anything changed.
    pub fn apply_reaction(&mut self, account: AccountId, reaction: &Reaction, ours: bool) -> Result<bool> {
        let key = provider_key(account, Sort::Message, &reaction.target);
        // What we wanted and the list now has is done, also if its answer never came or is still on its way.
        if ours && reaction.emoji.is_some() {
            self.one_of_ours(key, reaction.by.reveal())?;
        }
        let came_true = if ours { self.reaction_came_true(key, reaction.emoji.as_ref())? } else { None };
        let changed = self.execute(
            "INSERT INTO reaction (target_key, by_handle, ours, emoji, at, staff) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (target_key, by_handle) DO UPDATE SET emoji = excluded.emoji, at = excluded.at,
               staff = iif(excluded.emoji IS emoji, coalesce(excluded.staff, staff), excluded.staff)
             WHERE excluded.at >= at AND (excluded.emoji IS NOT emoji OR excluded.at <> at)",
            params![
                key,
                reaction.by.reveal(),
                ours,
                reaction.emoji.as_ref().map(|emoji| emoji.reveal().as_str()),
                reaction.at.map_or(0, ms),
                came_true,
            ],
        )?;
        if (changed > 0 || came_true.is_some())
            && let Some(pos) = self.item_by_key(key)?
        {
            let conversation = self.conversation_of_item(pos)?;
            self.touch_conversation(conversation);
        }
        Ok(changed > 0)
    }
}
