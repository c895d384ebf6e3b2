//! The list of all patients, and finding some of them as somebody types.
//!
//! Holds: pages by key; nobody who was joined with another is listed. By name the list has its own index; what is typed
//! is answered by the index of names, of the ends of numbers, of dates and of addresses.

use anteroom_model::{ChannelKind, PatientId, Phi};
use jiff::civil::Date;
use rusqlite::params;

use crate::column::Fields;
use crate::{ReadTx, Result};

/// A patient in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPatient {
    /// Id.
    pub id: PatientId,
    /// Name.
    pub name: Phi<String>,
    /// What they like to be called; empty when nothing else.
    pub preferred_name: Phi<String>,
    /// Date of birth.
    pub birth_date: Option<Phi<Date>>,
    /// How they can be reached through connected channels.
    pub channels: Vec<ChannelKind>,
}

/// What to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhoSought {
    /// Everybody, by name.
    Everybody,
    /// Beginnings of words of a name.
    Name(Phi<String>),
    /// Digits of a number, four at least.
    Digits(Phi<String>),
    /// A date of birth.
    Born(Date),
    /// The beginning of an e-mail address, in lower case.
    Email(Phi<String>),
}

/// Where a page of the list ended: opaque to everybody else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListPlace {
    /// The last key (a name, an address), and the row among those of the same key.
    pub key: (Phi<String>, i64),
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeoplePage {
    /// The patients.
    pub people: Vec<ListedPatient>,
    /// Where the next page begins.
    pub next: Option<ListPlace>,
}

impl ReadTx<'_> {
    /// A page of the patients that are sought.
    pub fn people(&self, sought: &WhoSought, after: Option<&ListPlace>, limit: u32) -> Result<PeoplePage> {
        let (after_key, after_row) =
            after.map_or((String::new(), 0), |ListPlace { key: (key, row) }| (key.reveal().clone(), *row));
        let most = i64::from(limit) + 1;
        // Each finds row and key, in the order of the key.
        let mut keys: Vec<(String, i64)> = match sought {
            WhoSought::Everybody => self.all(
                "SELECT name_folded, row FROM patient
                 WHERE merged_into IS NULL AND (name_folded, row) > (?1, ?2) ORDER BY name_folded, row LIMIT ?3",
                params![after_key, after_row, most],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?,
            WhoSought::Name(typed) => return self.people_called(typed, after, limit),
            WhoSought::Born(date) => self.all(
                "SELECT name_folded, row FROM patient
                 WHERE birth_date = ?1 AND (name_folded, row) > (?2, ?3) AND merged_into IS NULL
                 ORDER BY name_folded, row LIMIT ?4",
                params![date.to_string(), after_key, after_row, most],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?,
            WhoSought::Email(start) => self.all(
                "SELECT c.key, c.patient FROM contact c CROSS JOIN patient p ON p.row = c.patient
                 WHERE c.key >= 'e:' || ?1 AND c.key < 'e:' || ?1 || char(0x10ffff)
                   AND (c.key, c.patient) > (?2, ?3) AND p.merged_into IS NULL
                 ORDER BY c.key, c.patient LIMIT ?4",
                params![start.reveal(), after_key, after_row, most],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?,
            WhoSought::Digits(digits) => self.people_by_digits(digits, &after_key, after_row, most)?,
        };
        let more = keys.len() > limit as usize;
        keys.truncate(limit as usize);
        let next =
            keys.last().filter(|_| more).map(|key| ListPlace { key: (Phi::new(key.0.clone()), key.1) });
        let mut people: Vec<ListedPatient> = Vec::new();
        for (_, row) in keys {
            let one = self.listed_patient(row)?;
            if people.iter().all(|other| other.id != one.id) {
                people.push(one);
            }
        }
        Ok(PeoplePage { people, next })
    }

    /// One patient as the list shows it.
    pub fn listed(&self, patient: PatientId) -> Result<ListedPatient> {
        let row = self.patient_key(patient)?;
        self.listed_patient(row)
    }

    pub(crate) fn listed_patient(&self, row: i64) -> Result<ListedPatient> {
        let mut one = self
            .one("SELECT id, name, preferred_name, birth_date FROM patient WHERE row = ?1", [row], |row| {
                let mut row = Fields::of(row);
                Ok(ListedPatient {
                    id: row.id(PatientId::from_uuid)?,
                    name: row.phi()?,
                    preferred_name: row.phi()?,
                    birth_date: row.get::<Option<String>>()?.and_then(|date| date.parse().ok()).map(Phi::new),
                    channels: Vec::new(),
                })
            })?
            .ok_or(crate::StoreError::NotFound)?;
        one.channels = self.all(
            "SELECT channel FROM identity WHERE patient = ?1
             UNION ALL SELECT i.channel FROM shared_identity s CROSS JOIN identity i ON i.row = s.identity
             WHERE s.patient = ?1",
            [row],
            |row| Fields::of(row).coded(),
        )?;
        one.channels.sort_unstable();
        one.channels.dedup();
        Ok(one)
    }

    /// By digits of a number, from a card, a link or a shared identity. The tail is the key.
    fn people_by_digits(
        &self,
        digits: &Phi<String>,
        after: &str,
        after_row: i64,
        most: i64,
    ) -> Result<Vec<(String, i64)>> {
        let mut found: Vec<(String, i64)> = Vec::new();
        // ':' is the character after '9'.
        for sql in [
            "SELECT t.tail, c.patient FROM contact_tail t CROSS JOIN contact c ON c.row = t.contact
             CROSS JOIN patient p ON p.row = c.patient
             WHERE t.tail >= max(?1, ?2) AND t.tail < ?1 || ':' AND (t.tail, c.patient) > (?2, ?3)
               AND p.merged_into IS NULL ORDER BY t.tail LIMIT ?4",
            "SELECT t.tail, i.patient FROM number_tail t CROSS JOIN identity i ON i.row = t.identity
             WHERE t.tail >= max(?1, ?2) AND t.tail < ?1 || ':' AND (t.tail, i.patient) > (?2, ?3)
               AND i.patient IS NOT NULL ORDER BY t.tail LIMIT ?4",
            "SELECT t.tail, s.patient FROM number_tail t CROSS JOIN shared_identity s ON s.identity = t.identity
             WHERE t.tail >= max(?1, ?2) AND t.tail < ?1 || ':' AND (t.tail, s.patient) > (?2, ?3)
             ORDER BY t.tail LIMIT ?4",
        ] {
            found.extend(self.all(sql, params![digits.reveal(), after, after_row, most], |row| {
                Ok((row.get(0)?, row.get::<_, i64>(1)?))
            })?);
        }
        found.sort_unstable();
        found.dedup();
        found.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(found)
    }
}
