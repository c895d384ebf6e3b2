//! "This identity is that patient": said by a person, kept with who and when, and ended rather than erased.

use anteroom_model::{ChannelKind, IdentityId, LinkId, PatientId, Phi, StaffId};
use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::codes::Coded;
use crate::column::{Fields, ms};
use crate::search::fold;
use crate::{Conflict, ReadTx, Result, StoreError, Topic, WriteTx};

/// How we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkHow {
    /// Staff said so.
    Staff,
    /// The patient was made from this identity.
    First,
}

/// A link, open or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// Id.
    pub id: LinkId,
    /// Which identity.
    pub identity: IdentityId,
    /// Which patient.
    pub patient: PatientId,
    /// How we know.
    pub how: LinkHow,
    /// Who said so; `None` when nobody in particular.
    pub by: Option<StaffId>,
    /// When.
    pub at: Timestamp,
    /// When it was ended.
    pub ended_at: Option<Timestamp>,
}

/// Somebody that an identity could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CouldBe {
    /// The patient.
    pub patient: PatientId,
    /// Their name.
    pub name: Phi<String>,
    /// Why.
    pub why: CouldBeWhy,
    /// Where the sign was seen.
    pub channel: ChannelKind,
}

/// Why an identity could be somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CouldBeWhy {
    /// The same number on another channel or account.
    SameNumber,
    /// The same name.
    SameName,
}

const COLUMNS: &str = "SELECT l.id, i.id, p.id, l.how, s.id, l.at, l.ended_at
                       FROM link l JOIN identity i ON i.row = l.identity JOIN patient p ON p.row = l.patient
                       LEFT JOIN staff s ON s.row = l.by_staff";

fn link_row(row: &Row<'_>) -> Result<LinkRow> {
    let mut row = Fields::of(row);
    Ok(LinkRow {
        id: row.id(LinkId::from_uuid)?,
        identity: row.id(IdentityId::from_uuid)?,
        patient: row.id(PatientId::from_uuid)?,
        how: row.coded()?,
        by: row.maybe_id(StaffId::from_uuid)?,
        at: row.time()?,
        ended_at: row.maybe_time()?,
    })
}

impl ReadTx<'_> {
    /// A link by its id.
    pub fn link_by_id(&self, id: LinkId) -> Result<Option<LinkRow>> {
        self.one(&format!("{COLUMNS} WHERE l.id = ?1"), [id.as_bytes()], link_row)
    }

    /// The link that holds now.
    pub fn open_link(&self, identity: IdentityId) -> Result<Option<LinkRow>> {
        let identity = self.identity_key(identity)?;
        self.one(&format!("{COLUMNS} WHERE l.identity = ?1 AND l.ended_at IS NULL"), [identity], link_row)
    }

    /// All links an identity ever had, oldest first.
    pub fn links_of(&self, identity: IdentityId) -> Result<Vec<LinkRow>> {
        let identity = self.identity_key(identity)?;
        self.all(&format!("{COLUMNS} WHERE l.identity = ?1 ORDER BY l.at"), [identity], link_row)
    }

    /// Patients an unlinked identity could be: the same number elsewhere, then the same name. At most twenty.
    pub fn could_be(&self, identity: IdentityId) -> Result<Vec<CouldBe>> {
        let Some(found) = self.identity(identity)? else { return Err(StoreError::NotFound) };
        if found.patient.is_some() {
            return Ok(Vec::new());
        }
        let mut candidates = Vec::new();
        if found.channel.is_by_number() {
            // A number is spelled alike on every channel; an Instagram handle of the same digits is none.
            candidates = self.all(
                "SELECT p.id, p.name, i.channel FROM identity i JOIN patient p ON p.row = i.patient
                 WHERE i.handle = ?1 AND i.channel <> ?2 LIMIT 20",
                params![found.handle.reveal(), ChannelKind::Instagram.code()],
                |row| could_be(row, CouldBeWhy::SameNumber),
            )?;
        }
        let name = found.display_name.as_ref().map(|name| fold(name.reveal()));
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            candidates.extend(self.all(
                "SELECT p.id, p.name, ?2 FROM patient p WHERE p.name_folded = ?1 LIMIT 20",
                params![name, found.channel.code()],
                |row| could_be(row, CouldBeWhy::SameName),
            )?);
        }
        let mut seen = Vec::new();
        candidates.retain(|candidate| {
            let new = !seen.contains(&candidate.patient);
            seen.push(candidate.patient);
            new
        });
        candidates.truncate(20);
        Ok(candidates)
    }
}

fn could_be(row: &Row<'_>, why: CouldBeWhy) -> Result<CouldBe> {
    let mut row = Fields::of(row);
    Ok(CouldBe { patient: row.id(PatientId::from_uuid)?, name: row.phi()?, why, channel: row.coded()? })
}

impl WriteTx<'_> {
    /// Says that this identity is that patient. [`Conflict::AlreadyLinked`] while another link is open.
    pub fn link(
        &mut self,
        identity: IdentityId,
        patient: PatientId,
        how: LinkHow,
        by: Option<StaffId>,
    ) -> Result<LinkId> {
        let identity_row = self.identity_key(identity)?;
        let patient_row = self.patient_key(patient)?;
        if self.open_link(identity)?.is_some() {
            return Err(Conflict::AlreadyLinked.into());
        }
        let by = self.maybe_staff_key(by)?;
        let id = self.fresh(LinkId::at);
        self.change(
            "INSERT INTO link (id, identity, patient, how, by_staff, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![id.as_bytes(), identity_row, patient_row, how.code(), by, ms(self.now())],
        )?;
        self.belongs_to(identity_row, Some(patient_row))?;
        self.touch(Topic::Patient(patient));
        Ok(id)
    }

    /// Ends a link. Ending one that is ended changes nothing.
    pub fn unlink(&mut self, id: LinkId, by: Option<StaffId>) -> Result<()> {
        let link = self.link_by_id(id)?.ok_or(StoreError::NotFound)?;
        if link.ended_at.is_some() {
            return Ok(());
        }
        let by = self.maybe_staff_key(by)?;
        self.change(
            "UPDATE link SET ended_at = ?2, ended_by = ?3 WHERE id = ?1",
            params![id.as_bytes(), ms(self.now()), by],
        )?;
        let identity = self.identity_key(link.identity)?;
        self.belongs_to(identity, None)?;
        self.touch(Topic::Patient(link.patient));
        Ok(())
    }

    fn belongs_to(&mut self, identity: i64, patient: Option<i64>) -> Result<()> {
        self.change("UPDATE identity SET patient = ?2 WHERE row = ?1", params![identity, patient])?;
        self.enter_identity_name(identity)?;
        self.retitle(identity)
    }
}
