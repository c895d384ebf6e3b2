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
pub(super) const SHORTEST_TAIL: usize = 4;

impl WriteTx<'_> {
    /// A patient is found by every name: the one on the card, what they like to be called, and those of the patients
    /// that were joined with them. Somebody who was joined with another is found as that one.
    pub(super) fn enter_patient_name(&mut self, patient: i64) -> Result<()> {
        let root = self.root(patient)?;
        if root != patient {
            self.execute("DELETE FROM name_entry WHERE patient = ?1", [patient])?;
        }
        let mut names: Vec<String> = Vec::new();
        let mut all = vec![root];
        while let Some(row) = all.pop() {
            let found =
                self.one("SELECT name, preferred_name FROM patient WHERE row = ?1", [row], |row| {
                    Ok([row.get::<_, String>(0)?, row.get::<_, String>(1)?])
                })?;
            for name in found.into_iter().flatten() {
                if !name.is_empty() && !names.contains(&name) {
                    names.push(name);
                }
            }
            all.extend(self.merged_into(row)?);
        }
        self.execute(
            "INSERT INTO name_entry (patient, words) VALUES (?1, ?2)
             ON CONFLICT (patient) DO UPDATE SET words = excluded.words WHERE words <> excluded.words",
            params![root, names.join(" ")],
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
    /// name, else the handle. One that several people share is called by its handle.
    pub(super) fn retitle(&mut self, identity: i64) -> Result<()> {
        let (name, from) = self
            .one(
                "SELECT i.shared_by, p.name, i.display_name, i.username, i.handle
                 FROM identity i LEFT JOIN patient p ON p.row = i.patient WHERE i.row = ?1",
                [identity],
                |row| {
                    let shared = row.get::<_, i64>(0)? > 1;
                    let mut row = Fields::of(row);
                    row.get::<i64>()?;
                    // Several people: none of them gives the conversation a name.
                    if shared {
                        for _ in 0..3 {
                            row.get::<Option<String>>()?;
                        }
                        return Ok((row.get()?, NameFrom::Handle));
                    }
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
