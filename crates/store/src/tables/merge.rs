//! Two patients are one: said by a person, and exactly reversible.
//!
//! Holds: the patient that goes keeps its row, words, contacts and consents, and nobody changes them while it is gone.
//! Its links end and begin anew under the one that stays, each naming the one it goes on from; contacts and consents are
//! copied and the copies marked. Taking apart gives back what still hangs on this join and leaves what came later: links
//! that a person ended or made since, words that were edited since, contacts that were added since.
//! Refused: moving rows of the timeline. A message belongs to the conversation of an identity, so history follows the
//! links and there is nothing to give back.

use anteroom_model::{IdentityId, LinkId, MergeId, PatientId, Phi, StaffId};
use jiff::Timestamp;
use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::contact::ContactRow;
use crate::codes::Coded;
use crate::column::{Fields, from_json, ms, to_json};
use crate::{Conflict, LinkHow, NewContact, PatientWords, ReadTx, Result, StoreError, Topic, WriteTx};

/// A field of a patient's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Field {
    Name,
    PreferredName,
    BirthDate,
    Language,
    Guardian,
    DeskNote,
}

/// A field that a join changed: what it said before and after.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Changed {
    field: Field,
    before: Phi<String>,
    after: Phi<String>,
}

const FIELDS: [Field; 6] =
    [Field::Name, Field::PreferredName, Field::BirthDate, Field::Language, Field::Guardian, Field::DeskNote];

/// What a field says, as text.
fn get(words: &PatientWords, field: Field) -> Result<String> {
    Ok(match field {
        Field::Name => words.name.reveal().clone(),
        Field::PreferredName => words.preferred_name.reveal().clone(),
        Field::BirthDate => {
            words.birth_date.as_ref().map(|date| date.reveal().to_string()).unwrap_or_default()
        }
        Field::Language => words.language.clone().unwrap_or_default(),
        Field::Guardian => {
            let one = &words.guardian;
            to_json(&(one.name.reveal(), one.relation.reveal(), one.phone.reveal(), one.patient))?
        }
        Field::DeskNote => words.desk_note.reveal().clone(),
    })
}

fn set(words: &mut PatientWords, field: Field, text: &str) -> Result<()> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    match field {
        Field::Name => words.name = Phi::from(text),
        Field::PreferredName => words.preferred_name = Phi::from(text),
        Field::BirthDate => {
            let date = some(text).map(|date| date.parse().map_err(|_| StoreError::BadRow)).transpose()?;
            words.birth_date = date.map(Phi::new);
        }
        Field::Language => words.language = some(text),
        Field::Guardian => {
            let guardian = &mut words.guardian;
            (guardian.name, guardian.relation, guardian.phone, guardian.patient) = from_json(text)?;
        }
        Field::DeskNote => words.desk_note = Phi::from(text),
    }
    Ok(())
}

/// A join that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeRow {
    /// Id.
    pub id: MergeId,
    /// The patient that stayed.
    pub kept: PatientId,
    /// The patient that went.
    pub gone: PatientId,
    /// Its name.
    pub gone_name: Phi<String>,
    /// Who said so.
    pub by: Option<StaffId>,
    /// When.
    pub at: Timestamp,
    /// Which identities came with it, as far as they are still here.
    pub identities: Vec<IdentityId>,
}

struct Open {
    row: i64,
    kept: i64,
    gone: i64,
    changed: Vec<Changed>,
}

impl ReadTx<'_> {
    /// The patients that were joined with this one, the newest first.
    pub fn merges_of(&self, patient: PatientId) -> Result<Vec<MergeRow>> {
        let kept = self.patient_key(patient)?;
        let found = self.all(
            "SELECT m.row, m.id, g.id, g.name, s.id, m.at
             FROM merge m CROSS JOIN patient g ON g.row = m.gone LEFT JOIN staff s ON s.row = m.by_staff
             WHERE m.kept = ?1 AND m.ended_at IS NULL ORDER BY m.row DESC",
            [kept],
            |row| {
                let mut row = Fields::of(row);
                let key: i64 = row.get()?;
                let merge = MergeRow {
                    id: row.id(MergeId::from_uuid)?,
                    kept: patient,
                    gone: row.id(PatientId::from_uuid)?,
                    gone_name: row.phi()?,
                    by: row.maybe_id(StaffId::from_uuid)?,
                    at: row.time()?,
                    identities: Vec::new(),
                };
                Ok((key, merge))
            },
        )?;
        let mut merges = Vec::new();
        for (key, mut merge) in found {
            for link in self.moved_by(key)? {
                if let Some((_, identity)) = self.link_now(link, kept)? {
                    let id: [u8; 16] = self.required("SELECT id FROM identity WHERE row = ?1", [identity])?;
                    merge.identities.push(IdentityId::from_uuid(uuid::Uuid::from_bytes(id)));
                }
            }
            merges.push(merge);
        }
        Ok(merges)
    }

    /// Patients that were joined with one, by row.
    pub(super) fn merged_into(&self, kept: i64) -> Result<Vec<i64>> {
        self.all("SELECT row FROM patient WHERE merged_into = ?1", [kept], |row| Ok(row.get(0)?))
    }

    fn moved_by(&self, merge: i64) -> Result<Vec<i64>> {
        self.all("SELECT link FROM merge_link WHERE merge = ?1", [merge], |row| Ok(row.get(0)?))
    }

    /// The open link that a link goes on in, and its identity, if it is one of `patient`'s.
    fn link_now(&self, mut link: i64, patient: i64) -> Result<Option<(i64, i64)>> {
        loop {
            let (identity, of, ended): (i64, i64, Option<i64>) = self
                .one("SELECT identity, patient, ended_at FROM link WHERE row = ?1", [link], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })?
                .ok_or(StoreError::NotFound)?;
            if ended.is_none() {
                return Ok((of == patient).then_some((link, identity)));
            }
            match self.value("SELECT row FROM link WHERE goes_on = ?1", [link])? {
                Some(next) => link = next,
                None => return Ok(None),
            }
        }
    }

    fn open_merges(&self, kept: i64) -> Result<Vec<Open>> {
        self.all(
            "SELECT row, kept, gone, changed FROM merge WHERE kept = ?1 AND ended_at IS NULL ORDER BY row",
            [kept],
            |row| {
                let mut row = Fields::of(row);
                Ok(Open { row: row.get()?, kept: row.get()?, gone: row.get()?, changed: row.json()? })
            },
        )
    }
}

impl WriteTx<'_> {
    /// Joins two patients: `gone` goes, `kept` stays and is called by `words` from now on.
    pub fn merge(
        &mut self,
        kept: PatientId,
        gone: PatientId,
        words: &PatientWords,
        by: Option<StaffId>,
    ) -> Result<MergeId> {
        let (kept_row, gone_row) = (self.standing_key(kept)?, self.standing_key(gone)?);
        if kept_row == gone_row {
            return Err(Conflict::Merged.into());
        }
        let by_row = self.maybe_staff_key(by)?;
        let before = self.patient(kept)?.ok_or(StoreError::NotFound)?.words;
        let mut changed = Vec::new();
        for field in FIELDS {
            let (before, after) = (Phi::new(get(&before, field)?), Phi::new(get(words, field)?));
            if before != after {
                changed.push(Changed { field, before, after });
            }
        }
        let id = self.fresh(MergeId::at);
        self.change(
            "INSERT INTO merge (id, kept, gone, changed, by_staff, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![id.as_bytes(), kept_row, gone_row, to_json(&changed)?, by_row, ms(self.now())],
        )?;
        let merge = self.db().last_insert_rowid();
        let moving = self.all(
            "SELECT row, identity FROM link WHERE patient = ?1 AND ended_at IS NULL",
            [gone_row],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
        )?;
        for (link, _) in &moving {
            self.end_link(*link, by_row)?;
            let new = self.go_on(*link, kept_row, *link)?;
            self.change(
                "UPDATE link SET how = ?2, by_staff = ?3, at = ?4 WHERE row = ?1",
                params![new, LinkHow::Merge.code(), by_row, ms(self.now())],
            )?;
            self.execute("INSERT INTO merge_link (merge, link) VALUES (?1, ?2)", [merge, new])?;
        }
        self.copy_card(merge, gone, kept, kept_row, None)?;
        self.execute(
            "INSERT INTO consent (patient, what, channel, says, at, by_staff, merge)
             SELECT ?2, what, channel, says, at, by_staff, ?3 FROM consent WHERE patient = ?1",
            params![gone_row, kept_row, merge],
        )?;
        self.change("UPDATE patient SET merged_into = ?2, edited = 1 WHERE row = ?1", [gone_row, kept_row])?;
        self.change("UPDATE patient SET edited = 1 WHERE row = ?1", [kept_row])?;
        self.write_words(kept_row, words)?;
        self.settle_both(kept_row, gone_row, moving.into_iter().map(|(_, identity)| identity).collect())?;
        Ok(id)
    }

    /// Takes a join back. The one that stayed must not itself be joined with another: that has to be taken back first.
    pub fn unmerge(&mut self, id: MergeId, by: Option<StaffId>) -> Result<(PatientId, PatientId)> {
        let (merge, kept, gone): (i64, i64, i64) = self
            .one(
                "SELECT row, kept, gone FROM merge WHERE id = ?1 AND ended_at IS NULL",
                [id.as_bytes()],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )?
            .ok_or(StoreError::NotFound)?;
        if self.root(kept)? != kept {
            return Err(Conflict::Merged.into());
        }
        let by = self.maybe_staff_key(by)?;
        self.change("UPDATE patient SET merged_into = NULL WHERE row = ?1", [gone])?;
        let mut identities = Vec::new();
        for moved in self.moved_by(merge)? {
            let Some((link, identity)) = self.link_now(moved, kept)? else { continue };
            self.end_link(link, by)?;
            // What was said of the patient that went is said again, by whom and when it was.
            let said: i64 = self.required("SELECT goes_on FROM link WHERE row = ?1", [moved])?;
            self.go_on(link, gone, said)?;
            identities.push(identity);
        }
        let copied = self.contacts_copied_by(merge)?;
        self.remove_contacts("merge = ?1", [merge])?;
        self.execute("DELETE FROM consent WHERE merge = ?1", [merge])?;
        self.give_words_back(merge, kept)?;
        self.change(
            "UPDATE merge SET ended_at = ?2, ended_by = ?3 WHERE row = ?1",
            params![merge, ms(self.now()), by],
        )?;
        // Where another who is still joined has the same, its join did not copy it, for it was there.
        if !copied.is_empty() {
            let id = self.patient_id(kept)?;
            for other in self.open_merges(kept)? {
                let from = self.patient_id(other.gone)?;
                self.copy_card(other.row, from, id, kept, Some(&copied))?;
            }
        }
        self.enter_patient_name(gone)?;
        self.settle_both(kept, gone, identities)?;
        Ok((self.patient_id(kept)?, self.patient_id(gone)?))
    }

    fn end_link(&mut self, link: i64, by: Option<i64>) -> Result<()> {
        self.change(
            "UPDATE link SET ended_at = ?2, ended_by = ?3 WHERE row = ?1",
            params![link, ms(self.now()), by],
        )
    }

    /// A new link of the same identity to `patient`, that goes on from `link` and says what `said` says.
    fn go_on(&mut self, link: i64, patient: i64, said: i64) -> Result<i64> {
        let id = self.fresh(LinkId::at);
        self.change(
            "INSERT INTO link (id, identity, patient, goes_on, how, by_staff, at, checked_how, checked_at, checked_by)
             SELECT ?2, identity, ?3, ?4, how, by_staff, at, checked_how, checked_at, checked_by
             FROM link WHERE row = ?1",
            params![said, id.as_bytes(), patient, link],
        )?;
        Ok(self.db().last_insert_rowid())
    }

    /// Copies what the card of the one that goes has and the other has not; `only` what is the same as one of these, so
    /// that what staff took off the card since does not come back.
    fn copy_card(
        &mut self,
        merge: i64,
        gone: PatientId,
        kept: PatientId,
        kept_row: i64,
        only: Option<&[NewContact]>,
    ) -> Result<()> {
        let has: Vec<ContactRow> = self.contacts_of(kept)?;
        for ContactRow { contact, .. } in self.contacts_of(gone)? {
            let wanted = only.is_none_or(|only| only.iter().any(|one| one.is_same(&contact)));
            if wanted && !has.iter().any(|one| one.contact.is_same(&contact)) {
                self.put_contact(kept_row, &contact, Some(merge))?;
            }
        }
        Ok(())
    }

    /// Every field that this join changed and nobody edited since says again what it said before. Where a later join
    /// changed it again, that one remembers what was before this one.
    fn give_words_back(&mut self, merge: i64, kept: i64) -> Result<()> {
        let id = self.patient_id(kept)?;
        let mut words = self.patient(id)?.ok_or(StoreError::NotFound)?.words;
        let mut all = self.open_merges(kept)?;
        let Some(at) = all.iter().position(|one| one.row == merge) else { return Err(StoreError::NotFound) };
        let mut later = all.split_off(at + 1);
        let Some(this) = all.pop() else { return Err(StoreError::NotFound) };
        for changed in this.changed {
            let again = later.iter_mut().find_map(|one| {
                let row = one.row;
                one.changed.iter_mut().find(|other| other.field == changed.field).map(|other| (row, other))
            });
            match again {
                Some((_, other)) if other.before == changed.after => other.before = changed.before,
                Some(_) => {}
                None if get(&words, changed.field)? == *changed.after.reveal() => {
                    set(&mut words, changed.field, changed.before.reveal())?;
                }
                None => {}
            }
        }
        for one in later {
            debug_assert!(one.kept == kept && one.gone != kept);
            self.change(
                "UPDATE merge SET changed = ?2 WHERE row = ?1",
                params![one.row, to_json(&one.changed)?],
            )?;
        }
        self.write_words(kept, &words)
    }

    /// Whatever follows from who is who: names, sharing, suggestions.
    fn settle_both(&mut self, kept: i64, gone: i64, mut identities: Vec<i64>) -> Result<()> {
        for patient in [kept, gone] {
            identities.extend(self.all(
                "SELECT identity FROM shared_said WHERE patient = ?1
                 UNION ALL SELECT identity FROM shared_identity WHERE patient = ?1
                 UNION ALL SELECT identity FROM link WHERE patient = ?1 AND ended_at IS NULL",
                [patient],
                |row| Ok(row.get::<_, i64>(0)?),
            )?);
        }
        identities.sort_unstable();
        identities.dedup();
        for identity in identities {
            self.settle_around(identity)?;
        }
        for patient in [kept, gone] {
            self.enter_patient_name(patient)?;
            let id = self.patient_id(patient)?;
            for contact in self.contacts_of(id)? {
                if let (super::ContactKind::Phone, Some(number)) =
                    (contact.contact.kind, &contact.contact.comparable)
                {
                    self.settle_number(number)?;
                }
            }
            self.settle_twins(patient)?;
            self.touch(Topic::Patient(id));
        }
        Ok(())
    }
}
