//! The list of patients as a table.
//!
//! Holds: what is written reads back as it was: the reader of tables takes away the apostrophe that `csv` puts before
//! what a spreadsheet would compute, and parts the numbers of one cell again.

use anteroom_store::{ContactKind, ReadTx, StoreError, WhoSought};

use super::row::BETWEEN;
use crate::csv::Csv;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::files::Exported;
use crate::views::{Code, WireError};

/// Patients read in one go.
const PAGE: u32 = 500;

impl Desk {
    /// The list of all patients, because a person asked for it; the audit log keeps that.
    ///
    /// # Errors
    /// What the store says.
    pub async fn contacts_export(&self) -> Result<Exported, WireError> {
        let by = self.core.staff().id;
        // First the note, then the copy: a copy that nobody noted must not exist.
        self.core
            .write(move |tx| tx.audit("contacts_exported", Some(by), None, ""))
            .await
            .map_err(Fault::from)?;
        let core = self.core.clone();
        let read = tokio::task::spawn_blocking(move || core.read(written)).await;
        let list = read.map_err(|_| WireError::of(Code::Unexpected))?.map_err(Fault::from)?;
        let day = self.core.clock.now().to_zoned(self.core.zone.clone()).date();
        Ok(Exported { name: format!("patients {day}.csv"), bytes: list.into_bytes().into() })
    }
}

fn written(tx: &ReadTx<'_>) -> Result<Csv, StoreError> {
    let mut list = Csv::with_columns(&[
        "Name",
        "Preferred name",
        "Date of birth",
        "Language",
        "Phone",
        "Email",
        "Address",
        "Other",
        "Note",
    ]);
    let between = format!(" {BETWEEN} ");
    let mut after = None;
    loop {
        let page = tx.people(&WhoSought::Everybody, after.as_ref(), PAGE)?;
        for one in page.people {
            let row = tx.patient(one.id)?.ok_or(StoreError::NotFound)?.words;
            let contacts = tx.contacts_of(one.id)?;
            let of = |kind: ContactKind| -> Vec<String> {
                let of_kind = contacts.iter().filter(|one| one.contact.kind == kind);
                of_kind.map(|one| one.contact.value.reveal().clone()).collect()
            };
            // A number that nobody can read is kept with what else there is: as a number it would not be taken back.
            let (mut numbers, mut other) = (Vec::new(), of(ContactKind::Other));
            for one in contacts.iter().filter(|one| one.contact.kind == ContactKind::Phone) {
                let to = if one.contact.comparable.is_some() { &mut numbers } else { &mut other };
                to.push(one.contact.value.reveal().clone());
            }
            for identity in tx.identities_of(one.id)? {
                let there = |one: &anteroom_store::ContactRow| {
                    one.contact.comparable.as_ref() == Some(&identity.handle)
                };
                if identity.channel.is_by_number() && !contacts.iter().any(there) {
                    let number = identity.handle.reveal();
                    if !numbers.contains(number) {
                        numbers.push(number.clone());
                    }
                }
            }
            list.row(&[
                row.name.into_inner(),
                row.preferred_name.into_inner(),
                row.birth_date.map(|date| date.reveal().to_string()).unwrap_or_default(),
                row.language.unwrap_or_default(),
                numbers.join("; "),
                of(ContactKind::Email).join("; "),
                of(ContactKind::Postal).join(&between),
                other.join(&between),
                row.desk_note.into_inner(),
            ]);
        }
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(list),
        }
    }
}
