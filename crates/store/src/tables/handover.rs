//! What one shift tells the next.
//!
//! Holds: nobody's words are removed or changed; ticking one off says only that this person has read it.

use anteroom_model::{HandoverId, Phi, StaffId};
use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::column::{Fields, ms};
use crate::{ReadTx, Result, Topic, WriteTx};

/// A hand-over note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverRow {
    /// Id.
    pub id: HandoverId,
    /// Who wrote it.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
    /// The words. They may well name patients.
    pub text: Phi<String>,
    /// The reader has ticked it off.
    pub seen: bool,
    /// It is news for the reader: somebody else's, and written since they work here.
    pub news: bool,
}

fn handover_row(row: &Row<'_>) -> Result<HandoverRow> {
    let mut row = Fields::of(row);
    Ok(HandoverRow {
        id: row.id(HandoverId::from_uuid)?,
        by: row.id(StaffId::from_uuid)?,
        at: row.time()?,
        text: row.phi()?,
        seen: row.flag()?,
        news: row.flag()?,
    })
}

impl ReadTx<'_> {
    /// The last notes, as this person stands to them; the newest first.
    pub fn handovers(&self, reader: StaffId, limit: u32) -> Result<Vec<HandoverRow>> {
        self.all(
            "SELECT h.id, s.id, h.at, h.text,
                    EXISTS (SELECT 1 FROM handover_seen d WHERE d.handover = h.row AND d.staff = m.row),
                    h.staff <> m.row AND h.at >= m.added_at
             FROM staff m CROSS JOIN handover h CROSS JOIN staff s ON s.row = h.staff
             WHERE m.id = ?1 AND h.row <= ?3 ORDER BY h.row DESC LIMIT ?2",
            params![reader.as_bytes(), limit, i64::MAX],
            handover_row,
        )
    }

    fn handover_key(&self, id: HandoverId) -> Result<i64> {
        self.required("SELECT row FROM handover WHERE id = ?1", [id.as_bytes()])
    }
}

impl WriteTx<'_> {
    /// Writes a note for those who come after.
    pub fn add_handover(&mut self, by: StaffId, text: &Phi<String>) -> Result<HandoverId> {
        let id = self.fresh(HandoverId::at);
        self.change(
            "INSERT INTO handover (id, staff, at, text) VALUES (?1, ?2, ?3, ?4)",
            params![id.as_bytes(), self.staff_key(by)?, ms(self.now()), text.reveal()],
        )?;
        self.touch(Topic::Staff);
        Ok(id)
    }

    /// A person ticks a note off, or takes that back.
    pub fn set_handover_seen(&mut self, id: HandoverId, by: StaffId, seen: bool) -> Result<()> {
        let (note, staff) = (self.handover_key(id)?, self.staff_key(by)?);
        if seen {
            self.execute(
                "INSERT INTO handover_seen (handover, staff, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                params![note, staff, ms(self.now())],
            )?;
        } else {
            self.execute(
                "DELETE FROM handover_seen WHERE handover = ?1 AND staff = ?2",
                params![note, staff],
            )?;
        }
        self.touch(Topic::Staff);
        Ok(())
    }
}
