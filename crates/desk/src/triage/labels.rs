//! Labels, as the practice makes them.

use anteroom_model::LabelId;
use anteroom_store::LabelRow;

use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::views::{LabelView, WireError};

/// Longer than any label.
const LONGEST: usize = 40;
/// As many colours as there are.
const COLOURS: u32 = 6;
/// More than fit on a screen help nobody.
const MOST: usize = 60;

impl Desk {
    /// The labels there are, oldest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn labels(&self) -> Result<Vec<LabelView>, WireError> {
        let rows = self.core.read(|tx| tx.labels()).map_err(Fault::from)?;
        Ok(rows.into_iter().map(view).collect())
    }

    /// A new label.
    ///
    /// # Errors
    /// [`Code::SameName`](crate::views::Code::SameName) when there is one of this name;
    /// [`Code::FieldInvalid`](crate::views::Code::FieldInvalid) for no name, a long one, or one label too many.
    pub async fn label_add(&self, name: &str, colour: u32) -> Result<LabelView, WireError> {
        let (name, colour) = checked(name, colour)?;
        if self.labels()?.len() >= MOST {
            return Err(WireError::invalid("label"));
        }
        let words = name.clone();
        let id = self.core.write(move |tx| tx.add_label(&words, colour)).await.map_err(Fault::from)?;
        Ok(view(LabelRow { id, name, colour }))
    }

    /// Other words or another colour.
    ///
    /// # Errors
    /// As for a new one; [`Code::NotFound`](crate::views::Code::NotFound).
    pub async fn label_edit(&self, id: &str, name: &str, colour: u32) -> Result<(), WireError> {
        let id: LabelId = parsed(id)?;
        let (name, colour) = checked(name, colour)?;
        Ok(self.core.write(move |tx| tx.edit_label(id, &name, colour)).await.map_err(Fault::from)?)
    }

    /// Takes a label out of use, or back into it with every conversation that had it.
    ///
    /// # Errors
    /// [`Code::NotFound`](crate::views::Code::NotFound).
    pub async fn label_remove(&self, id: &str, removed: bool) -> Result<(), WireError> {
        let id: LabelId = parsed(id)?;
        Ok(self.core.write(move |tx| tx.remove_label(id, removed)).await.map_err(Fault::from)?)
    }
}

fn checked(name: &str, colour: u32) -> Result<(String, u8), Fault> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST || name.chars().any(char::is_control) {
        return Err(Fault::invalid("name"));
    }
    let colour =
        u8::try_from(colour).ok().filter(|_| colour < COLOURS).ok_or_else(|| Fault::invalid("colour"))?;
    Ok((name.to_owned(), colour))
}

fn view(row: LabelRow) -> LabelView {
    LabelView { id: row.id.to_string(), name: row.name, colour: row.colour.into() }
}
