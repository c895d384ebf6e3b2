//! Reactions to what a patient wrote.

use super::{Answer, Here};

/// Sets the practice's reaction to a patient's message, or takes it away (`null`).
#[tauri::command]
#[specta::specta]
pub async fn reaction_set(here: Here<'_>, message: String, emoji: Option<String>) -> Answer {
    here.desk().await?.reaction_set(&message, emoji).await
}
