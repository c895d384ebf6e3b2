//! The people who work here, and which of them sits at the desk.
//!
//! Holds: exactly one person sits at the desk, and it is somebody who works here; whatever is done is done in their
//! name. Nobody is removed: who leaves stays the author of what they wrote. Sitting down changes nobody's draft.
//! Refused: two people of one name (a note's @ could not tell them apart, and neither could a patient's history).
//! On a crash: the next start begins with whoever sat there last.

mod handover;
mod presence;

use anteroom_model::StaffId;
use anteroom_store::{ReadTx, StaffRow, StaffWords, Store, StoreError, WriteTx, initials};

pub(crate) use presence::{Opening, look, others, writing};

use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::views::{Code, OpenClinic, StaffEdit, StaffView, WireError};

/// Who sat at the desk last.
const AT_DESK: &str = "at_desk";
/// Longer than any name.
const LONGEST_NAME: usize = 80;
/// More letters do not fit a tile.
const MOST_INITIALS: usize = 3;
/// The practice's colours.
const COLOURS: u8 = 6;

/// Who begins at this desk: whoever sat here last, or the first who works here.
pub(crate) fn first_at_desk(store: &Store) -> Result<StaffRow, Fault> {
    let found = store.read(|tx| {
        // What a later version wrote there and we cannot read is no reason to stay closed.
        let last = tx.setting::<StaffId>(AT_DESK).ok().flatten();
        let all = tx.staff()?;
        let here = |row: &&StaffRow| row.left_at.is_none();
        let found = all.iter().filter(here).find(|row| Some(row.id) == last);
        Ok(found.or_else(|| all.iter().find(here)).or_else(|| all.first()).cloned())
    })?;
    found.ok_or_else(Fault::not_found)
}

/// A person as the window shows them.
pub(crate) fn staff_view(row: StaffRow) -> StaffView {
    StaffView {
        id: row.id.to_string(),
        name: row.name,
        initials: row.initials,
        colour: u32::from(row.colour),
        left_at: row.left_at.map(Into::into),
    }
}

impl Desk {
    /// Everybody who works or worked here.
    ///
    /// # Errors
    /// What the store says.
    pub fn staff_list(&self) -> Result<Vec<StaffView>, WireError> {
        let rows = self.core.read(|tx| tx.staff()).map_err(Fault::from)?;
        Ok(rows.into_iter().map(staff_view).collect())
    }

    /// Somebody new works here.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] for a name that is empty, too long or somebody else's.
    pub async fn staff_add(&self, edit: StaffEdit) -> Result<StaffView, WireError> {
        let (words, by) = (words(edit)?, self.core.staff().id);
        let added = self.core.write(move |tx| {
            if is_taken(tx, &words.name, None)? {
                return Ok(None);
            }
            let id = tx.add_staff(&words)?;
            tx.audit("staff_added", Some(by), Some(id.uuid()), "")?;
            tx.staff_by_id(id)
        });
        Ok(added.await.map_err(Fault::from)?.map(staff_view).ok_or_else(|| Fault::invalid("name"))?)
    }

    /// Changes what is written about a person.
    ///
    /// # Errors
    /// As [`Desk::staff_add`], and when there is no such person.
    pub async fn staff_edit(&self, staff: &str, edit: StaffEdit) -> Result<StaffView, WireError> {
        let (id, words, by) = (parsed::<StaffId>(staff)?, words(edit)?, self.core.staff().id);
        let changed = self.core.write(move |tx| {
            if is_taken(tx, &words.name, Some(id))? {
                return Ok(None);
            }
            tx.edit_staff(id, &words)?;
            tx.audit("staff_changed", Some(by), Some(id.uuid()), "")?;
            tx.staff_by_id(id)
        });
        let row = changed.await.map_err(Fault::from)?.ok_or_else(|| Fault::invalid("name"))?;
        if self.core.staff().id == id {
            self.core.seat(row.clone());
        }
        Ok(staff_view(row))
    }

    /// A person does not work here any more. What they wrote stays theirs, also what they did not send.
    ///
    /// # Errors
    /// [`Code::NotAllowed`] for whoever sits at the desk.
    pub async fn staff_leave(&self, staff: &str) -> Result<(), WireError> {
        let (id, by) = (parsed::<StaffId>(staff)?, self.core.staff().id);
        if by == id {
            return Err(WireError::of(Code::NotAllowed));
        }
        let left = self.core.write(move |tx| {
            tx.set_staff_left(id, true)?;
            tx.audit("staff_left", Some(by), Some(id.uuid()), "")
        });
        Ok(left.await.map_err(Fault::from)?)
    }

    /// They work here again.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] when somebody else has their name by now.
    pub async fn staff_return(&self, staff: &str) -> Result<(), WireError> {
        let (id, by) = (parsed::<StaffId>(staff)?, self.core.staff().id);
        let back = self.core.write(move |tx| {
            let row = tx.staff_by_id(id)?.ok_or(StoreError::NotFound)?;
            let taken = is_taken(tx, &row.name, Some(id))?;
            if !taken {
                tx.set_staff_left(id, false)?;
                tx.audit("staff_returned", Some(by), Some(id.uuid()), "")?;
            }
            Ok(!taken)
        });
        if back.await.map_err(Fault::from)? { Ok(()) } else { Err(Fault::invalid("name").into()) }
    }

    /// Somebody else sits down at the desk.
    ///
    /// # Errors
    /// [`Code::NotAllowed`] for somebody who has left.
    pub async fn staff_switch(&self, staff: &str) -> Result<OpenClinic, WireError> {
        let id: StaffId = parsed(staff)?;
        let from = self.core.staff().id;
        let seated = self.core.write(move |tx| seat(tx, from, id)).await.map_err(Fault::from)?;
        self.core.seat(seated.ok_or_else(|| WireError::of(Code::NotAllowed))?);
        self.core.pulse();
        Ok(self.clinic())
    }
}

fn seat(tx: &mut WriteTx<'_>, from: StaffId, id: StaffId) -> Result<Option<StaffRow>, StoreError> {
    let row = tx.staff_by_id(id)?.ok_or(StoreError::NotFound)?;
    if row.left_at.is_some() {
        return Ok(None);
    }
    tx.put_setting(AT_DESK, &id)?;
    tx.audit("sat_down", Some(from), Some(id.uuid()), "")?;
    Ok(Some(row))
}

/// Whether somebody else who works here has this name.
fn is_taken(tx: &ReadTx<'_>, name: &str, except: Option<StaffId>) -> Result<bool, StoreError> {
    let same = |row: &StaffRow| row.name.to_lowercase() == name.to_lowercase();
    Ok(tx.staff()?.iter().any(|row| row.left_at.is_none() && Some(row.id) != except && same(row)))
}

fn words(edit: StaffEdit) -> Result<StaffWords, Fault> {
    let name = edit.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(Fault::invalid("name"));
    }
    let typed: String = edit.initials.split_whitespace().collect();
    let made = if typed.is_empty() { initials(&name) } else { typed };
    // A name without a single letter is shown by its first sign.
    let made = if made.is_empty() { name.chars().take(1).collect() } else { made };
    if made.chars().count() > MOST_INITIALS || made.chars().any(char::is_control) {
        return Err(Fault::invalid("initials"));
    }
    let colour = u8::try_from(edit.colour).ok().filter(|colour| (1..=COLOURS).contains(colour));
    Ok(StaffWords { name, initials: made, colour: colour.ok_or_else(|| Fault::invalid("colour"))? })
}
