//! What one shift tells the next.
//!
//! Holds: a note is written once and stays as it is; ticking it off concerns only whoever does.

use anteroom_model::{HandoverId, Phi};

use super::staff_view;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::views::{Code, HandoverView, WireError};

/// What was said longer ago nobody looks for here.
const SHOWN: u32 = 50;
/// Longer than a shift.
const LONGEST: usize = 10_000;

impl Desk {
    /// The last notes from shift to shift, the newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn handovers(&self) -> Result<Vec<HandoverView>, WireError> {
        let me = self.core.staff().id;
        let read = self.core.read(|tx| Ok((tx.handovers(me, SHOWN)?, tx.staff()?)));
        let (rows, staff) = read.map_err(Fault::from)?;
        let view = |row: anteroom_store::HandoverRow| {
            let by = staff.iter().find(|one| one.id == row.by)?.clone();
            Some(HandoverView {
                id: row.id.to_string(),
                by: staff_view(by),
                at: row.at.into(),
                text: row.text.into_inner(),
                unread: row.news && !row.seen,
                seen: row.seen,
            })
        };
        Ok(rows.into_iter().filter_map(view).collect())
    }

    /// Leaves a note for those who come after.
    ///
    /// # Errors
    /// [`Code::NothingToSend`] for an empty one, [`Code::TextTooLong`] for a book.
    pub async fn handover_add(&self, text: &str) -> Result<(), WireError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(WireError::of(Code::NothingToSend));
        }
        if text.len() > LONGEST {
            return Err(WireError::of(Code::TextTooLong).with("most", LONGEST));
        }
        let (text, me) = (Phi::from(text), self.core.staff().id);
        self.core.write(move |tx| tx.add_handover(me, &text)).await.map_err(Fault::from)?;
        Ok(())
    }

    /// Ticks a note off, or takes that back.
    ///
    /// # Errors
    /// When there is no such note.
    pub async fn handover_seen(&self, handover: &str, seen: bool) -> Result<(), WireError> {
        let (id, me) = (parsed::<HandoverId>(handover)?, self.core.staff().id);
        let done = self.core.write(move |tx| tx.set_handover_seen(id, me, seen));
        Ok(done.await.map_err(Fault::from)?)
    }
}
