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
    /// The patient it was linked to was joined with this one.
    Merge,
    /// An import said so.
    Import,
}

/// How somebody made sure that an identity is who we think.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckHow {
    /// They knew the date of birth.
    BirthDate,
    /// They showed a document.
    Document,
    /// Staff know them.
    KnownInPerson,
    /// Staff rang the number on the card.
    CalledBack,
}

/// That an identity was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
    /// How.
    pub how: CheckHow,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Option<StaffId>,
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
    /// Whether somebody made sure.
    pub checked: Option<Checked>,
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
    /// The number stands on their card.
    OnTheCard,
    /// The same name.
    SameName,
}

const COLUMNS: &str =
    "SELECT l.id, i.id, p.id, l.how, s.id, l.at, l.ended_at, l.checked_how, l.checked_at, c.id
     FROM link l JOIN identity i ON i.row = l.identity JOIN patient p ON p.row = l.patient
     LEFT JOIN staff s ON s.row = l.by_staff LEFT JOIN staff c ON c.row = l.checked_by";

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
        checked: {
            let (how, at) = (row.maybe_coded()?, row.maybe_time()?);
            let by = row.maybe_id(StaffId::from_uuid)?;
            how.zip(at).map(|(how, at)| Checked { how, at, by })
        },
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
        self.all(&format!("{COLUMNS} WHERE l.identity = ?1 ORDER BY l.row"), [identity], link_row)
    }

    /// Patients an unlinked identity could be: the same number on a card or elsewhere, then the same name. At most
    /// twenty; nobody while it is shared, because then it is asked who writes.
    pub fn could_be(&self, identity: IdentityId) -> Result<Vec<CouldBe>> {
        let Some(found) = self.identity(identity)? else { return Err(StoreError::NotFound) };
        if found.patient.is_some() || found.shared_by > 1 {
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
            candidates.extend(self.all(
                "SELECT p.id, p.name, ?2 FROM contact c CROSS JOIN patient p ON p.row = c.patient
                 WHERE c.key = ?1 AND p.merged_into IS NULL LIMIT 20",
                params![format!("n:{}", found.handle.reveal()), ChannelKind::Phone.code()],
                |row| could_be(row, CouldBeWhy::OnTheCard),
            )?);
        }
        let name = found.display_name.as_ref().map(|name| fold(name.reveal()));
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            candidates.extend(self.all(
                "SELECT p.id, p.name, ?2 FROM patient p
                 WHERE p.name_folded = ?1 AND p.merged_into IS NULL ORDER BY p.row LIMIT 20",
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
        let patient_row = self.standing_key(patient)?;
        if self.open_link(identity)?.is_some() {
            return Err(Conflict::AlreadyLinked.into());
        }
        let by = self.maybe_staff_key(by)?;
        let id = self.fresh(LinkId::at);
        self.change(
            "INSERT INTO link (id, identity, patient, how, by_staff, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![id.as_bytes(), identity_row, patient_row, how.code(), by, ms(self.now())],
        )?;
        self.settle_around(identity_row)?;
        self.settle_twins(patient_row)?;
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
        self.settle_around(identity)?;
        let patient = self.patient_key(link.patient)?;
        self.settle_twins(patient)?;
        self.touch(Topic::Patient(link.patient));
        Ok(())
    }

    /// Notes that somebody made sure, or takes the note back.
    pub fn check_link(&mut self, id: LinkId, checked: Option<CheckHow>, by: Option<StaffId>) -> Result<()> {
        let link = self.link_by_id(id)?.ok_or(StoreError::NotFound)?;
        let by = self.maybe_staff_key(by)?;
        self.change(
            "UPDATE link SET checked_how = ?2, checked_at = ?3, checked_by = ?4 WHERE id = ?1",
            params![
                id.as_bytes(),
                checked.map(Coded::code),
                checked.map(|_| ms(self.now())),
                checked.and(by)
            ],
        )?;
        self.touch(Topic::Patient(link.patient));
        Ok(())
    }
}
