//! Lists that staff keep under a name.

use crate::desk::Desk;
use crate::fault::Fault;
use crate::reading;
use crate::views::{SavedView, SavedViewCount, WireError};

const KEY: &str = "saved_views";
/// More do not fit the sidebar.
const MOST: usize = 20;
/// Longer than any name.
const LONGEST: usize = 40;
/// Beyond this nobody counts.
const COUNTED: u32 = 100;

impl Desk {
    /// The views that staff keep, in their order, and how much is in each.
    ///
    /// # Errors
    /// What the store says.
    pub fn saved_views(&self) -> Result<Vec<SavedViewCount>, WireError> {
        let views: Vec<SavedView> =
            self.core.read(|tx| tx.setting(KEY)).map_err(Fault::from)?.unwrap_or_default();
        // A view may name a person or a label that is not there any more: then nothing is in it.
        Ok(views
            .into_iter()
            .map(|view| {
                let (n, more) = reading::count(&self.core, &view.filter, COUNTED).unwrap_or_default();
                SavedViewCount { view, n, more }
            })
            .collect())
    }

    /// Keeps these views, in this order, instead of those before.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`](crate::views::Code::FieldInvalid) for no name, a long one, two alike, or too many.
    pub async fn saved_views_save(&self, mut views: Vec<SavedView>) -> Result<(), WireError> {
        for view in &mut views {
            view.name = view.name.trim().to_owned();
        }
        let bad = |view: &SavedView| view.name.is_empty() || view.name.chars().count() > LONGEST;
        let twins = |view: &SavedView| views.iter().filter(|other| other.name == view.name).count() > 1;
        if views.len() > MOST || views.iter().any(|view| bad(view) || twins(view)) {
            return Err(WireError::invalid("name"));
        }
        Ok(self.core.write(move |tx| tx.put_setting(KEY, &views)).await.map_err(Fault::from)?)
    }
}
