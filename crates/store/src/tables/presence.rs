//! Who else is on a conversation: who opened it, who wrote something and did not send it.

use anteroom_model::{ConversationId, StaffId};
use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use crate::column::{Fields, ms};
use crate::{ReadTx, Result, WriteTx};

/// Looks that follow each other more quickly are one look.
const ONE_LOOK: SignedDuration = SignedDuration::from_mins(1);

/// A person on a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherRow {
    /// Who.
    pub staff: StaffId,
    /// When they last opened it.
    pub looked_at: Option<Timestamp>,
    /// The answer they wrote and did not send: when it was begun and when it was last changed.
    pub writing: Option<(Timestamp, Timestamp)>,
}

impl ReadTx<'_> {
    /// Everybody but `me` who opened this or began an answer here; whoever did so last comes first.
    pub fn others_on(&self, conversation: ConversationId, me: StaffId) -> Result<Vec<OtherRow>> {
        let row = self.place_in(conversation)?.conversation;
        let mut found = self.all(
            "SELECT staff.id, l.at,
                    iif(d.reply <> '' OR EXISTS (SELECT 1 FROM draft_file f
                          WHERE f.conversation = ?1 AND f.staff = staff.row), coalesce(d.begun_at, l.at), NULL),
                    coalesce(d.changed_at, l.at)
             FROM staff
             LEFT JOIN looked l ON l.conversation = ?1 AND l.staff = staff.row
             LEFT JOIN draft d ON d.conversation = ?1 AND d.staff = staff.row
             WHERE staff.id <> ?2",
            params![row, me.as_bytes()],
            |row| {
                let mut row = Fields::of(row);
                let (staff, looked_at) = (row.id(StaffId::from_uuid)?, row.maybe_time()?);
                let (begun, changed) = (row.maybe_time()?, row.maybe_time()?);
                Ok(OtherRow { staff, looked_at, writing: begun.zip(changed) })
            },
        )?;
        found.retain(|other| other.looked_at.is_some() || other.writing.is_some());
        // A handful of people.
        found.sort_by_key(|other| {
            std::cmp::Reverse(other.looked_at.max(other.writing.map(|(_, changed)| changed)))
        });
        Ok(found)
    }

    /// Whether this person's last look is so long ago that another one is worth writing down.
    pub fn looks_anew(&self, conversation: ConversationId, staff: StaffId) -> Result<bool> {
        let row = self.place_in(conversation)?.conversation;
        let last: Option<i64> = self.value(
            "SELECT at FROM looked WHERE conversation = ?1 AND staff = ?2",
            params![row, self.staff_key(staff)?],
        )?;
        // A look from the future is one from before the clock was set back.
        Ok(last.is_none_or(|last| {
            (ms(self.now()) - last).unsigned_abs() >= ONE_LOOK.unsigned_abs().as_millis() as u64
        }))
    }
}

impl WriteTx<'_> {
    /// A person opens a conversation. Nobody is told: whoever sits at this desk next reads it when they sit down.
    pub fn look(&mut self, conversation: ConversationId, staff: StaffId) -> Result<()> {
        let row = self.place_in(conversation)?.conversation;
        self.execute(
            "INSERT INTO looked (conversation, staff, at) VALUES (?1, ?2, ?3)
             ON CONFLICT (conversation, staff) DO UPDATE SET at = excluded.at",
            params![row, self.staff_key(staff)?, ms(self.now())],
        )?;
        Ok(())
    }
}
