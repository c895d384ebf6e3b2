//! Names, so that people can be found and conversations are called something.
//!
//! Holds: in the transaction of every change, the search entries of patients and identities, the tails of telephone
//! numbers, and the name that each conversation shows.

use anteroom_model::{ChannelKind, digits};
use rusqlite::params;

use crate::codes::Coded;
use crate::column::Fields;
use crate::{NameFrom, Result, WriteTx};

/// The shortest run of digits that can be searched.
const SHORTEST_TAIL: usize = 4;

impl WriteTx<'_> {
    pub(super) fn enter_patient_name(&mut self, patient: i64) -> Result<()> {
        self.execute(
            "INSERT INTO name_entry (patient, words) SELECT row, name FROM patient WHERE row = ?1
             ON CONFLICT (patient) DO UPDATE SET words = excluded.words WHERE words <> excluded.words",
            [patient],
        )?;
        Ok(())
    }

    pub(super) fn enter_identity_name(&mut self, identity: i64) -> Result<()> {
        self.execute(
            "INSERT INTO name_entry (identity, words)
             SELECT row, trim(coalesce(display_name, '') || ' ' || coalesce(username, '')) FROM identity WHERE row = ?1
             ON CONFLICT (identity) DO UPDATE SET words = excluded.words WHERE words <> excluded.words",
            [identity],
        )?;
        Ok(())
    }

    /// Every tail of the number that is long enough.
    pub(super) fn enter_number(&mut self, identity: i64, channel: ChannelKind, handle: &str) -> Result<()> {
        if !channel.is_by_number() {
            return Ok(());
        }
        let digits = digits(handle);
        for from in 0..(digits.len() + 1).saturating_sub(SHORTEST_TAIL) {
            self.execute(
                "INSERT INTO number_tail (tail, identity) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                params![&digits[from..], identity],
            )?;
        }
        Ok(())
    }

    /// What the conversations with an identity are called: the patient's name, else the display name, else the user
    /// name, else the handle.
    pub(super) fn retitle(&mut self, identity: i64) -> Result<()> {
        let (name, from) = self
            .one(
                "SELECT p.name, i.display_name, i.username, i.handle
                 FROM identity i LEFT JOIN patient p ON p.row = i.patient WHERE i.row = ?1",
                [identity],
                |row| {
                    let mut row = Fields::of(row);
                    for from in [NameFrom::Patient, NameFrom::DisplayName, NameFrom::Username] {
                        let name: Option<String> = row.get()?;
                        if let Some(name) = name.filter(|name| !name.trim().is_empty()) {
                            return Ok((name, from));
                        }
                    }
                    Ok((row.get()?, NameFrom::Handle))
                },
            )?
            .ok_or(crate::StoreError::NotFound)?;
        for conversation in self.conversations_with(identity)? {
            self.change(
                "UPDATE conversation SET name = ?2, name_from = ?3 WHERE row = ?1",
                params![conversation, name, from.code()],
            )?;
            self.touch_conversation(conversation);
        }
        Ok(())
    }
}
