//! Everything with one patient, over all channels, in pages by key.
//!
//! Holds: the places of each conversation come from its own index and are merged newest first; nothing is sorted. Of a
//! conversation that several share only the stretches count that were said to be this patient's.

use std::collections::BinaryHeap;

use anteroom_model::{ConversationId, PatientId};
use rusqlite::params;

use super::message::{COLUMNS as ITEM, TABLES as ITEM_TABLES, bare};
use crate::column::Fields;
use crate::{AttachmentRow, ItemRow, Position, ReadTx, Result};

/// An item and where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonItem {
    /// The conversation.
    pub conversation: ConversationId,
    /// The item.
    pub item: ItemRow,
}

/// A stretch of everything with one patient.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonTimeline {
    /// Items, newest first.
    pub items: Vec<PersonItem>,
    /// Ask for what is before this; `None` at the beginning.
    pub older: Option<Position>,
}

/// A file and when it was exchanged.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonFile {
    /// The conversation.
    pub conversation: ConversationId,
    /// The place of its item.
    pub position: Position,
    /// The practice sent it.
    pub ours: bool,
    /// The file.
    pub file: AttachmentRow,
}

/// A stretch of one conversation: its row, from a place on, before another.
#[derive(Clone, Copy)]
struct Stretch {
    conversation: i64,
    from: Position,
    end: Position,
}

const PLACES: &str = "SELECT pos FROM item WHERE conversation = ?1 AND listed = 1 AND pos >= ?2 AND pos < ?3
                      ORDER BY pos DESC LIMIT ?4";
const PLACES_WITH_FILES: &str =
    "SELECT pos FROM item WHERE conversation = ?1 AND listed = 1 AND files > 0 AND pos >= ?2 AND pos < ?3
     ORDER BY pos DESC LIMIT ?4";

impl ReadTx<'_> {
    /// Everything with a patient, the newest first, or what is before a place.
    pub fn person_timeline(
        &self,
        patient: PatientId,
        before: Option<Position>,
        limit: u32,
    ) -> Result<PersonTimeline> {
        let (places, older) = self.places_with(patient, PLACES, before, limit)?;
        let mut items = Vec::with_capacity(places.len());
        for place in places {
            let found = self.one(
                &format!("SELECT {ITEM} FROM {ITEM_TABLES} WHERE i.pos = ?1 AND i.listed = 1"),
                [place],
                bare,
            )?;
            if let Some(bare) = found {
                let conversation = bare.message.conversation;
                items.push(PersonItem { conversation, item: self.item_row(bare)? });
            }
        }
        Ok(PersonTimeline { items, older })
    }

    /// All files exchanged with a patient, the newest first, and where the next page begins.
    pub fn person_files(
        &self,
        patient: PatientId,
        before: Option<Position>,
        limit: u32,
    ) -> Result<(Vec<PersonFile>, Option<Position>)> {
        let (places, older) = self.places_with(patient, PLACES_WITH_FILES, before, limit)?;
        let mut files = Vec::new();
        for place in places {
            let (conversation, ours) = self
                .one(
                    "SELECT c.id, i.direction FROM item i CROSS JOIN conversation c ON c.row = i.conversation
                     WHERE i.pos = ?1",
                    [place],
                    |row| {
                        let mut row = Fields::of(row);
                        Ok((row.id(ConversationId::from_uuid)?, row.flag()?))
                    },
                )?
                .ok_or(crate::StoreError::NotFound)?;
            for file in self.attachments_of(place)? {
                files.push(PersonFile { conversation, position: place, ours, file });
            }
        }
        Ok((files, older))
    }

    /// What a patient reaches us by, and which parts of it are theirs.
    fn stretches_of(&self, patient: PatientId) -> Result<Vec<Stretch>> {
        let row = self.patient_key(patient)?;
        let mut found = self.all(
            "SELECT c.row FROM identity i CROSS JOIN conversation c ON c.identity = i.row WHERE i.patient = ?1",
            [row],
            |row| Ok(Stretch { conversation: row.get(0)?, from: Position(0), end: Position(i64::MAX) }),
        )?;
        let shared = self.all(
            "SELECT c.row FROM shared_identity s CROSS JOIN conversation c ON c.identity = s.identity
             WHERE s.patient = ?1",
            [row],
            |row| Ok(row.get::<_, i64>(0)?),
        )?;
        for conversation in shared {
            for (from, end) in self.writers_in(conversation)?.stretches(patient) {
                found.push(Stretch { conversation, from, end });
            }
        }
        Ok(found)
    }

    fn places_with(
        &self,
        patient: PatientId,
        sql: &str,
        before: Option<Position>,
        limit: u32,
    ) -> Result<(Vec<Position>, Option<Position>)> {
        let stretches = self.stretches_of(patient)?;
        // Read in small steps: of ten conversations one has the newest fifty, and the others must not cost as much.
        let step = (limit / 4).max(8);
        let read = |stretch: &Stretch, before: Position| -> Result<Vec<Position>> {
            let end = stretch.end.min(before);
            let mut places =
                self.all(sql, params![stretch.conversation, stretch.from, end, step], |row| {
                    Ok(row.get::<_, Position>(0)?)
                })?;
            places.reverse();
            Ok(places)
        };
        let before = before.unwrap_or(Position(i64::MAX));
        let mut lines = Vec::with_capacity(stretches.len());
        let mut heads = BinaryHeap::new();
        for (n, stretch) in stretches.iter().enumerate() {
            let mut places = read(stretch, before)?;
            if let Some(first) = places.pop() {
                heads.push((first, n));
            }
            lines.push(places);
        }
        let mut found = Vec::new();
        while let Some((place, n)) = heads.pop() {
            if found.len() == limit as usize {
                return Ok((found.clone(), found.last().copied()));
            }
            found.push(place);
            if lines[n].is_empty() {
                lines[n] = read(&stretches[n], place)?;
            }
            if let Some(next) = lines[n].pop() {
                heads.push((next, n));
            }
        }
        Ok((found, None))
    }
}
