//! An identity that several patients share: a family's telephone.
//!
//! Holds: it is shared by whoever staff say, and, where it is a number, by every patient on whose card or links that
//! number stands. While more than one shares it, it belongs to nobody and gives no conversation a name; links stay as
//! they were said and count again when only one is left. Everything here follows from the cards, so joining, taking
//! apart, editing and importing need only call `settle`.
//! Refused: naming a conversation after the patient who had the number first.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::{ChannelKind, IdentityId, PatientId, Phi, StaffId};
use rusqlite::params;

use super::patient::PatientRow;
use crate::codes::Coded;
use crate::column::{Fields, ms};
use crate::{ReadTx, Result, StoreError, Topic, WriteTx};

/// What a statement about who shares an identity changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareTrace {
    identity: IdentityId,
    /// Of whom, what was said before, and what then.
    changed: Vec<(i64, Option<Said>, Said)>,
}

impl ShareTrace {
    /// Which identity it is about.
    pub const fn identity(&self) -> IdentityId {
        self.identity
    }
}

/// What was said of one patient, by whom and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    is_member: bool,
    by: Option<i64>,
    at: i64,
}

impl ReadTx<'_> {
    /// The patients who share an identity, in the order in which they came; empty while it is not shared.
    pub fn shared_by(&self, identity: IdentityId) -> Result<Vec<PatientRow>> {
        let row = self.identity_key(identity)?;
        let ids = self.all(
            "SELECT p.id FROM shared_identity s CROSS JOIN patient p ON p.row = s.patient WHERE s.identity = ?1",
            [row],
            |row| Fields::of(row).id(PatientId::from_uuid),
        )?;
        ids.into_iter().map(|id| self.patient(id)?.ok_or(StoreError::NotFound)).collect()
    }

    /// The patients on whose card or open link a number stands.
    pub(super) fn people_with_number(&self, number: &str) -> Result<BTreeSet<i64>> {
        let mut people: BTreeSet<i64> = self
            .all(
                "SELECT c.patient FROM contact c CROSS JOIN patient p ON p.row = c.patient
                 WHERE c.key = ?1 AND p.merged_into IS NULL",
                [format!("n:{number}")],
                |row| Ok(row.get(0)?),
            )?
            .into_iter()
            .collect();
        people.extend(self.all(
            "SELECT l.patient FROM identity i CROSS JOIN link l ON l.identity = i.row AND l.ended_at IS NULL
             WHERE i.handle = ?1 AND i.channel <> ?2",
            params![number, ChannelKind::Instagram.code()],
            |row| Ok(row.get::<_, i64>(0)?),
        )?);
        Ok(people)
    }

    /// What staff said of whom about an identity, by who stands today.
    pub(super) fn said_to_share(&self, identity: i64) -> Result<BTreeMap<i64, bool>> {
        let said = self.all(
            "SELECT patient, is_member, at FROM shared_said WHERE identity = ?1",
            [identity],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)? != 0, row.get::<_, i64>(2)?)),
        )?;
        // Of patients that were joined, what was said last counts; in the same instant, what was said of who stayed.
        let mut newest: BTreeMap<i64, ((i64, bool), bool)> = BTreeMap::new();
        for (patient, is_member, at) in said {
            let root = self.root(patient)?;
            let when = (at, patient == root);
            let known = newest.entry(root).or_insert((when, is_member));
            if known.0 <= when {
                *known = (when, is_member);
            }
        }
        Ok(newest.into_iter().map(|(root, (_, is_member))| (root, is_member)).collect())
    }

    fn sharing(&self, identity: i64, channel: ChannelKind, handle: &str) -> Result<BTreeSet<i64>> {
        let others = self.said_to_share(identity)?;
        let mut members: BTreeSet<i64> =
            others.iter().filter(|(_, is_member)| **is_member).map(|(root, _)| *root).collect();
        if channel.is_by_number() {
            let by_number = self.people_with_number(handle)?;
            members.extend(by_number.into_iter().filter(|patient| others.get(patient) != Some(&false)));
        }
        Ok(members)
    }
}

impl WriteTx<'_> {
    /// Says who shares an identity: those named, and nobody else of those who did. One name or none: it is not shared.
    /// What it answers can be taken back with.
    pub fn share(
        &mut self,
        identity: IdentityId,
        patients: &[PatientId],
        by: Option<StaffId>,
    ) -> Result<ShareTrace> {
        let row = self.identity_key(identity)?;
        let by = self.maybe_staff_key(by)?;
        let mut wanted = BTreeSet::new();
        for patient in patients {
            wanted.insert(self.standing_key(*patient)?);
        }
        let (channel, handle) = self.address_of(row)?;
        let were = self.sharing(row, channel, &handle)?;
        let mut changed = Vec::new();
        for patient in were.union(&wanted) {
            let now = Said { is_member: wanted.contains(patient), by, at: ms(self.now()) };
            changed.push((*patient, self.said_of(row, *patient)?, now));
            self.say(row, *patient, Some(now))?;
        }
        self.settle_shared(row, &changed)?;
        Ok(ShareTrace { identity, changed })
    }

    /// Takes such a statement back: of everybody of whom nothing was said since, what was said before counts again.
    pub fn undo_share(&mut self, trace: &ShareTrace) -> Result<()> {
        let row = self.identity_key(trace.identity)?;
        for (patient, before, after) in &trace.changed {
            if self.said_of(row, *patient)? == Some(*after) {
                self.say(row, *patient, *before)?;
            }
        }
        self.settle_shared(row, &trace.changed)
    }

    fn settle_shared(&mut self, identity: i64, changed: &[(i64, Option<Said>, Said)]) -> Result<()> {
        self.settle_identity(identity)?;
        for (patient, ..) in changed {
            let standing = self.root(*patient)?;
            self.settle_twins(standing)?;
        }
        Ok(())
    }

    fn said_of(&self, identity: i64, patient: i64) -> Result<Option<Said>> {
        self.one(
            "SELECT is_member, by_staff, at FROM shared_said WHERE identity = ?1 AND patient = ?2",
            [identity, patient],
            |row| Ok(Said { is_member: row.get::<_, i64>(0)? != 0, by: row.get(1)?, at: row.get(2)? }),
        )
    }

    fn say(&self, identity: i64, patient: i64, said: Option<Said>) -> Result<()> {
        let Some(said) = said else {
            self.execute(
                "DELETE FROM shared_said WHERE identity = ?1 AND patient = ?2",
                [identity, patient],
            )?;
            return Ok(());
        };
        self.execute(
            "INSERT INTO shared_said (identity, patient, is_member, by_staff, at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (identity, patient) DO UPDATE
             SET is_member = excluded.is_member, by_staff = excluded.by_staff, at = excluded.at",
            params![identity, patient, said.is_member, said.by, said.at],
        )?;
        Ok(())
    }

    fn address_of(&self, identity: i64) -> Result<(ChannelKind, String)> {
        self.one("SELECT channel, handle FROM identity WHERE row = ?1", [identity], |row| {
            let mut row = Fields::of(row);
            Ok((row.coded()?, row.get()?))
        })?
        .ok_or(StoreError::NotFound)
    }

    /// Works out anew whose an identity is, and with it every other of the same number.
    pub(super) fn settle_around(&mut self, identity: i64) -> Result<()> {
        let (channel, handle) = self.address_of(identity)?;
        if channel.is_by_number() {
            return self.settle_number(&Phi::new(handle));
        }
        self.settle_identity(identity)
    }

    /// Works out anew whose the identities of a number are.
    pub(super) fn settle_number(&mut self, number: &Phi<String>) -> Result<()> {
        let identities = self.all(
            "SELECT row FROM identity WHERE handle = ?1 AND channel <> ?2",
            params![number.reveal(), ChannelKind::Instagram.code()],
            |row| Ok(row.get::<_, i64>(0)?),
        )?;
        for identity in identities {
            self.settle_identity(identity)?;
        }
        Ok(())
    }

    /// Works out anew whose an identity is.
    pub(super) fn settle_identity(&mut self, identity: i64) -> Result<()> {
        let (channel, handle) = self.address_of(identity)?;
        let mut members = self.sharing(identity, channel, &handle)?;
        let linked: Option<i64> =
            self.value("SELECT patient FROM link WHERE identity = ?1 AND ended_at IS NULL", [identity])?;
        if members.len() < 2 {
            members.clear();
        }
        let patient = linked.filter(|_| members.is_empty());
        let were: BTreeSet<i64> =
            self.all("SELECT patient FROM shared_identity WHERE identity = ?1", [identity], |row| {
                Ok(row.get(0)?)
            })?
            .into_iter()
            .collect();
        let was: Option<i64> = self.required("SELECT patient FROM identity WHERE row = ?1", [identity])?;
        if were == members && was == patient {
            return Ok(());
        }
        self.execute("DELETE FROM shared_identity WHERE identity = ?1", [identity])?;
        for member in &members {
            self.execute(
                "INSERT INTO shared_identity (identity, patient) VALUES (?1, ?2)",
                [identity, *member],
            )?;
        }
        self.change(
            "UPDATE identity SET patient = ?2, shared_by = ?3 WHERE row = ?1",
            params![identity, patient, i64::try_from(members.len()).unwrap_or(i64::MAX)],
        )?;
        for concerned in were.iter().chain(&members).chain(&was).chain(&patient) {
            let id = self.patient_id(*concerned)?;
            self.touch(Topic::Patient(id));
        }
        self.enter_identity_name(identity)?;
        self.retitle(identity)
    }
}
