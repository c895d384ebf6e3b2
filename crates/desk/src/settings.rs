//! How the window looks and behaves, kept in the store because the web view keeps nothing.

use std::sync::{Arc, PoisonError, RwLock};

use anteroom_model::normalise_phone;
use anteroom_store::{Store, StoreError};
use serde::de::DeserializeOwned;

use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{Code, Settings, WireError};

/// Where [`Settings`] are kept.
pub(crate) const KEY: &str = "window";
const PLACE: &str = "place";
/// Longer than the window ever writes.
const LONGEST_PLACE: usize = 10_000;
/// Longer than this nobody waits for an undo.
const MOST_UNDO: u32 = 60;

/// Settings of one kind that are in use: read at the start, replaced when they were kept.
pub struct Current<T>(RwLock<Arc<T>>);

impl<T: Clone + Default + DeserializeOwned> Current<T> {
    /// What was kept under a key, or what a new clinic has. Settings that a later version wrote and we cannot read are
    /// those of a new clinic too.
    pub(crate) fn read(store: &Store, key: &str) -> Result<Self, StoreError> {
        let kept = match store.read(|tx| tx.setting(key)) {
            Err(StoreError::BadRow) => None,
            read => read?,
        };
        Ok(Self(RwLock::new(Arc::new(kept.unwrap_or_default()))))
    }

    /// As they are now. Every row of a list asks, so they are not copied.
    pub fn get(&self) -> Arc<T> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set(&self, settings: T) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(settings);
    }
}

impl Desk {
    /// The settings.
    pub fn settings(&self) -> Settings {
        (*self.core.settings.get()).clone()
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
