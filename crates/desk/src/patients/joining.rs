//! Two patients are one: compared side by side, joined by a person, taken apart again.
//!
//! Refused: joining by itself, however many signs there are.

use anteroom_model::{MergeId, PatientId};
use anteroom_store::{ReadTx, StoreError};

use super::card::signs;
use super::{contacts, parsed, patient_card, words};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{AgainstTwin, Comparison, Joined, PatientCard, PatientEdit, WireError};

impl Desk {
    /// Two patients side by side, with what speaks for and against their being one.
    ///
    /// # Errors
    /// When there is no such patient.
    pub fn patients_compare(&self, a: &str, b: &str) -> Result<Comparison, WireError> {
        let (a, b): (PatientId, PatientId) = (parsed(a)?, parsed(b)?);
        Ok(self.core.read(|tx| compare(tx, a, b)).map_err(Fault::from)?)
    }

    /// Joins two patients; `kept` stays and says what `edit` says from now on.
    ///
    /// # Errors
    /// [`crate::views::Code::Stale`] when one of them was joined already.
    pub async fn patients_join(
        &self,
        kept: &str,
        gone: &str,
        edit: PatientEdit,
    ) -> Result<Joined, WireError> {
        let (kept, gone): (PatientId, PatientId) = (parsed(kept)?, parsed(gone)?);
        // Contacts are not chosen: both keep theirs.
        contacts(&edit.contacts, &self.core.clinic.country)?;
        let words = words(edit)?;
        let by = self.core.staff().id;
        let joined = self.core.write(move |tx| {
            let merge = tx.merge(kept, gone, &words, Some(by))?;
            tx.audit("patients_joined", Some(by), Some(kept.uuid()), "")?;
            Ok(Joined { merge: merge.to_string(), card: patient_card(tx, kept)? })
        });
        Ok(joined.await.map_err(Fault::from)?)
    }

    /// Takes a join back; the card of the one that stayed.
    ///
    /// # Errors
    /// [`crate::views::Code::Stale`] while the one that stayed is itself joined with another.
    pub async fn join_undo(&self, merge: &str) -> Result<PatientCard, WireError> {
        let id: MergeId = parsed(merge)?;
        let by = self.core.staff().id;
        let undone = self.core.write(move |tx| {
            let (kept, _) = tx.unmerge(id, Some(by))?;
            tx.audit("patients_parted", Some(by), Some(kept.uuid()), "")?;
            patient_card(tx, kept)
        });
        Ok(undone.await.map_err(Fault::from)?)
    }

    /// Says that two patients are not the same person, or takes that back.
    ///
    /// # Errors
    /// When there is no such patient.
    pub async fn not_same_set(&self, a: &str, b: &str, said: bool) -> Result<(), WireError> {
        let (a, b): (PatientId, PatientId) = (parsed(a)?, parsed(b)?);
        let by = self.core.staff().id;
        Ok(self.core.write(move |tx| tx.not_same(a, b, said, Some(by))).await.map_err(Fault::from)?)
    }
}

fn compare(tx: &ReadTx<'_>, a: PatientId, b: PatientId) -> Result<Comparison, StoreError> {
    let (one, other) = (tx.patient(a)?, tx.patient(b)?);
    let (Some(one), Some(other)) = (one, other) else { return Err(StoreError::NotFound) };
    let twin = tx.twins_of(a)?.into_iter().find(|twin| twin.a == b || twin.b == b);
    let mut against = Vec::new();
    if let (Some(one), Some(other)) = (&one.words.birth_date, &other.words.birth_date)
        && one != other
    {
        against.push(AgainstTwin::BirthDate);
    }
    if one.words.name.to_lowercase() != other.words.name.to_lowercase() {
        against.push(AgainstTwin::Name);
    }
    if one.words.guardian.patient == Some(b) || other.words.guardian.patient == Some(a) {
        against.push(AgainstTwin::Guardian);
    }
    let mut share = false;
    for identity in tx.identities_of(a)?.iter().filter(|one| one.shared_by > 1) {
        share |= tx.shared_by(identity.id)?.iter().any(|row| row.id == b);
    }
    if share {
        against.push(AgainstTwin::SharedNumber);
    }
    Ok(Comparison {
        evidence_for: twin.map(|twin| signs(twin.signs)).unwrap_or_default(),
        evidence_against: against,
        not_same: tx.not_same_as(a)?.contains(&b),
        a: patient_card(tx, a)?,
        b: patient_card(tx, b)?,
    })
}
