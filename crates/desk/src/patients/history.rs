//! Everything with one patient, over all channels: the timeline and the files.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use anteroom_model::{ConversationId, PatientId};
use anteroom_store::{ConversationRow, StoreError};

use super::parsed;
use crate::convert::{self, Around};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::reading::{place, text};
use crate::views::{PersonFile, PersonFilesPage, PersonItem, PersonTimelinePage, WireError};

/// Items on one page.
const PAGE: u32 = 50;

impl Desk {
    /// Everything with a patient, the newest first.
    ///
    /// # Errors
    /// When there is no such patient or place.
    pub fn person_timeline(
        &self,
        patient: &str,
        before: Option<&str>,
    ) -> Result<PersonTimelinePage, WireError> {
        let id: PatientId = parsed(patient)?;
        let before = before.map(place).transpose()?;
        let core = &self.core;
        let read = core.read(|tx| {
            let page = tx.person_timeline(id, before, PAGE)?;
            let mut rows: HashMap<ConversationId, ConversationRow> = HashMap::new();
            for one in &page.items {
                if let Entry::Vacant(place) = rows.entry(one.conversation) {
                    place.insert(tx.conversation(one.conversation)?.ok_or(StoreError::NotFound)?);
                }
            }
            Ok((page, rows, tx.staff()?))
        });
        let (page, rows, staff) = read.map_err(Fault::from)?;
        let mut items = Vec::with_capacity(page.items.len());
        for one in page.items {
            let Some(row) = rows.get(&one.conversation) else { continue };
            let around = Around::of(core, row, &staff, std::slice::from_ref(&one.item));
            items.push(PersonItem {
                conversation: one.conversation.to_string(),
                channel: row.channel.into(),
                item: convert::item(one.item, &around),
            });
        }
        Ok(PersonTimelinePage { items, older: page.older.map(text) })
    }

    /// All files exchanged with a patient, the newest first.
    ///
    /// # Errors
    /// When there is no such patient or place.
    pub fn person_files(&self, patient: &str, before: Option<&str>) -> Result<PersonFilesPage, WireError> {
        let id: PatientId = parsed(patient)?;
        let before = before.map(place).transpose()?;
        let read = self.core.read(|tx| {
            let (found, older) = tx.person_files(id, before, PAGE)?;
            let mut files = Vec::with_capacity(found.len());
            for one in found {
                let row = tx.conversation(one.conversation)?.ok_or(StoreError::NotFound)?;
                files.push(PersonFile {
                    conversation: one.conversation.to_string(),
                    channel: row.channel.into(),
                    position: text(one.position),
                    at: one.position.at().into(),
                    ours: one.ours,
                    file: convert::attachment(one.file),
                });
            }
            Ok(PersonFilesPage { files, older: older.map(text) })
        });
        Ok(read.map_err(Fault::from)?)
    }
}
