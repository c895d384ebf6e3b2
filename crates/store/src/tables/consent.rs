//! What a patient agreed to. Every statement is kept; the last one counts.

use anteroom_model::{ChannelKind, PatientId, StaffId};
use jiff::Timestamp;
use rusqlite::params;

use crate::codes::Coded;
use crate::column::{Fields, ms};
use crate::{ReadTx, Result, Topic, WriteTx};

/// What consent is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentWhat {
    /// Reminders of appointments.
    Reminders,
    /// Offers and news.
    Offers,
    /// Recording of calls.
    Recording,
}

/// What they said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentSays {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Ask each time.
    AskEachTime,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentRow {
    /// About what.
    pub what: ConsentWhat,
    /// On which channel; `None`: on all.
    pub channel: Option<ChannelKind>,
    /// What they said.
    pub says: ConsentSays,
    /// When.
    pub at: Timestamp,
    /// Who wrote it down.
    pub by: Option<StaffId>,
}

impl ReadTx<'_> {
    /// Everything a patient ever said, oldest first.
    pub fn consents_of(&self, patient: PatientId) -> Result<Vec<ConsentRow>> {
        let patient = self.patient_key(patient)?;
        self.all(
            "SELECT c.what, c.channel, c.says, c.at, s.id FROM consent c LEFT JOIN staff s ON s.row = c.by_staff
             WHERE c.patient = ?1 ORDER BY c.at, c.row",
            [patient],
            |row| {
                let mut row = Fields::of(row);
                Ok(ConsentRow {
                    what: row.coded()?,
                    channel: row.maybe_coded()?,
                    says: row.coded()?,
                    at: row.time()?,
                    by: row.maybe_id(StaffId::from_uuid)?,
                })
            },
        )
    }
}

impl WriteTx<'_> {
    /// Writes a statement down.
    pub fn add_consent(
        &mut self,
        patient: PatientId,
        what: ConsentWhat,
        channel: Option<ChannelKind>,
        says: ConsentSays,
        by: Option<StaffId>,
    ) -> Result<()> {
        let row = self.standing_key(patient)?;
        let by = self.maybe_staff_key(by)?;
        self.execute(
            "INSERT INTO consent (patient, what, channel, says, at, by_staff) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![row, what.code(), channel.map(Coded::code), says.code(), ms(self.now()), by],
        )?;
        self.change("UPDATE patient SET edited = 1 WHERE row = ?1", [row])?;
        self.touch(Topic::Patient(patient));
        Ok(())
    }
}
