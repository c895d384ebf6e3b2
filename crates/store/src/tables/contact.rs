//! How else a patient can be reached: numbers and addresses that staff wrote down.
//!
//! Holds: each has a key to compare by, made by whoever knows the practice's country; every tail of a number can be
//! searched. A number that comes onto a second card makes its identities shared, in the same transaction.

use anteroom_model::{ContactId, PatientId, Phi, digits};
use rusqlite::params;

use super::names::SHORTEST_TAIL;
use crate::codes::Coded;
use crate::column::Fields;
use crate::{ReadTx, Result, Topic, WriteTx};

/// What a contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactKind {
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A postal address.
    Postal,
    /// Anything else.
    Other,
}

/// A contact as staff wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewContact {
    /// What it is.
    pub kind: ContactKind,
    /// As it was written.
    pub value: Phi<String>,
    /// The number in E.164 or the address in lower case, if it can be compared.
    pub comparable: Option<Phi<String>>,
}

/// A contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRow {
    /// Id.
    pub id: ContactId,
    /// What it is and says.
    pub contact: NewContact,
}

/// The key by which contacts are compared.
pub(super) fn key(kind: ContactKind, comparable: Option<&Phi<String>>) -> Option<String> {
    let comparable = comparable?.reveal();
    match kind {
        ContactKind::Phone => Some(format!("n:{comparable}")),
        ContactKind::Email => Some(format!("e:{comparable}")),
        ContactKind::Postal | ContactKind::Other => None,
    }
}

impl NewContact {
    /// Whether both say the same, however it is written.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self == other
            || (self.kind == other.kind && self.comparable.is_some() && self.comparable == other.comparable)
    }
}

fn contact_row(row: &rusqlite::Row<'_>) -> Result<ContactRow> {
    let mut row = Fields::of(row);
    Ok(ContactRow {
        id: row.id(ContactId::from_uuid)?,
        contact: NewContact {
            kind: row.coded()?,
            value: row.phi()?,
            comparable: row
                .get::<Option<String>>()?
                .and_then(|key| key.split_once(':').map(|(_, rest)| Phi::from(rest))),
        },
    })
}

impl ReadTx<'_> {
    /// What staff wrote down, in the order in which they did.
    pub fn contacts_of(&self, patient: PatientId) -> Result<Vec<ContactRow>> {
        let patient = self.patient_key(patient)?;
        self.all(
            "SELECT id, kind, value, key FROM contact WHERE patient = ?1 ORDER BY row",
            [patient],
            contact_row,
        )
    }

    /// What a join copied and is still on the card.
    pub(super) fn contacts_copied_by(&self, merge: i64) -> Result<Vec<NewContact>> {
        let sql = "SELECT id, kind, value, key FROM contact WHERE merge = ?1";
        Ok(self.all(sql, [merge], contact_row)?.into_iter().map(|row| row.contact).collect())
    }

    /// The patients on whose card a number or e-mail address stands, and those who write from that number.
    pub fn patients_with(&self, kind: ContactKind, comparable: &Phi<String>) -> Result<Vec<PatientId>> {
        let rows: Vec<i64> = match kind {
            ContactKind::Phone => self.people_with_number(comparable.reveal())?.into_iter().collect(),
            _ => self.people_with_key(key(kind, Some(comparable)).as_deref())?,
        };
        rows.into_iter().map(|row| self.patient_id(row)).collect()
    }

    pub(super) fn people_with_key(&self, key: Option<&str>) -> Result<Vec<i64>> {
        self.all(
            "SELECT c.patient FROM contact c CROSS JOIN patient p ON p.row = c.patient
             WHERE c.key = ?1 AND p.merged_into IS NULL",
            [key],
            |row| Ok(row.get(0)?),
        )
    }
}

impl WriteTx<'_> {
    /// These are the patient's contacts now. Those that stay as they were keep their id.
    pub fn set_contacts(&mut self, patient: PatientId, contacts: &[NewContact]) -> Result<()> {
        let row = self.standing_key(patient)?;
        let were = self.contacts_of(patient)?;
        let mut numbers = Vec::new();
        for gone in were.iter().filter(|were| !contacts.contains(&were.contact)) {
            self.remove_contacts("id = ?1", params![gone.id.as_bytes()])?;
            numbers.push(&gone.contact);
        }
        for (n, new) in contacts.iter().enumerate() {
            if were.iter().all(|were| were.contact != *new) && !contacts[..n].contains(new) {
                self.put_contact(row, new, None)?;
                numbers.push(new);
            }
        }
        if numbers.is_empty() {
            return Ok(());
        }
        for contact in numbers {
            if let (ContactKind::Phone, Some(number)) = (contact.kind, &contact.comparable) {
                self.settle_number(number)?;
            }
        }
        self.settle_twins(row)?;
        self.change("UPDATE patient SET edited = 1 WHERE row = ?1", [row])?;
        self.touch(Topic::Patient(patient));
        Ok(())
    }

    /// Adds a contact, without looking whom else it concerns.
    pub(super) fn put_contact(&mut self, patient: i64, new: &NewContact, merge: Option<i64>) -> Result<()> {
        let id = self.fresh(ContactId::at);
        self.change(
            "INSERT INTO contact (id, patient, kind, value, key, merge) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                id.as_bytes(),
                patient,
                new.kind.code(),
                new.value.reveal(),
                key(new.kind, new.comparable.as_ref()),
                merge
            ],
        )?;
        let row = self.db().last_insert_rowid();
        if new.kind == ContactKind::Phone {
            let digits = digits(new.comparable.as_ref().unwrap_or(&new.value).reveal());
            for from in 0..(digits.len() + 1).saturating_sub(SHORTEST_TAIL) {
                self.execute(
                    "INSERT INTO contact_tail (tail, contact) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                    params![&digits[from..], row],
                )?;
            }
        }
        Ok(())
    }

    /// Removes the contacts that `which` names.
    pub(super) fn remove_contacts(
        &mut self,
        which: &str,
        params: impl rusqlite::Params + Clone,
    ) -> Result<()> {
        self.execute(
            &format!("DELETE FROM contact_tail WHERE contact IN (SELECT row FROM contact WHERE {which})"),
            params.clone(),
        )?;
        self.execute(&format!("DELETE FROM contact WHERE {which}"), params)?;
        Ok(())
    }
}
