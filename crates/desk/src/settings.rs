//! How the window looks and behaves, kept in the store because the web view keeps nothing.

use std::sync::{PoisonError, RwLock};

use anteroom_model::normalise_phone;
use anteroom_store::{Store, StoreError};

use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{Code, Settings, WireError};

const KEY: &str = "window";
const PLACE: &str = "place";
/// Longer than the window ever writes.
const LONGEST_PLACE: usize = 10_000;
/// Longer than this nobody waits for an undo.
const MOST_UNDO: u32 = 60;

/// The settings in use.
pub struct Current(RwLock<Settings>);

impl From<Settings> for Current {
    fn from(settings: Settings) -> Self {
        Self(RwLock::new(settings))
    }
}

impl Current {
    /// A copy.
    pub fn get(&self) -> Settings {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, settings: Settings) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = settings;
    }
}

/// What was kept, or the settings of a new clinic. Settings that a later version wrote and we cannot read are those of
/// a new clinic too.
pub(crate) fn read(store: &Store) -> Result<Settings, StoreError> {
    match store.read(|tx| tx.setting::<Settings>(KEY)) {
        Ok(kept) => Ok(kept.unwrap_or_default()),
        Err(StoreError::BadRow) => Ok(Settings::default()),
        Err(error) => Err(error),
    }
}

impl Desk {
    /// The settings.
    pub fn settings(&self) -> Settings {
        self.core.settings.get()
    }

    /// Where the person was in the window, as the window wrote it down.
    pub fn place(&self) -> Option<String> {
        self.core.read(|tx| tx.setting(PLACE)).ok().flatten()
    }

    /// Keeps where the person is in the window.
    ///
    /// # Errors
    /// What the store says.
    pub async fn place_save(&self, place: String) -> Result<(), WireError> {
        if place.len() > LONGEST_PLACE {
            return Err(WireError::of(Code::TextTooLong).with("most", LONGEST_PLACE));
        }
        Ok(self.core.write(move |tx| tx.put_setting(PLACE, &place)).await.map_err(Fault::from)?)
    }

    /// Keeps settings.
    ///
    /// # Errors
    /// What the store says.
    pub async fn settings_save(&self, mut settings: Settings) -> Result<(), WireError> {
        settings.undo_seconds = settings.undo_seconds.min(MOST_UNDO);
        let home = self.core.clinic.country.clone();
        settings.desk_phone = settings
            .desk_phone
            .as_deref()
            .map(str::trim)
            .filter(|phone| !phone.is_empty())
            // What is no number yet is kept as typed; placing a call asks again.
            .map(|phone| {
                normalise_phone(phone, Some(&home)).map_or_else(|| phone.to_owned(), |e164| e164.into_inner())
            });
        let kept = settings.clone();
        self.core.write(move |tx| tx.put_setting(KEY, &kept)).await.map_err(Fault::from)?;
        self.core.notices.want(settings.notifications);
        self.core.settings.set(settings);
        Ok(())
    }
}
