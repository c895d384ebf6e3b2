//! The keys that staff chose.

use anteroom_desk::views::KeyChoice;

use super::{Answer, Here};

/// The commands whose keys are not the usual ones.
#[tauri::command]
#[specta::specta]
pub async fn keys(here: Here<'_>) -> Answer<Vec<KeyChoice>> {
    Ok(here.desk().await?.keys())
}

/// Keeps them.
#[tauri::command]
#[specta::specta]
pub async fn keys_save(here: Here<'_>, keys: Vec<KeyChoice>) -> Answer {
    here.desk().await?.keys_save(keys).await
}
