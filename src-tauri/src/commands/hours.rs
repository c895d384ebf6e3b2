//! Opening hours, and how long a patient may wait.

use anteroom_desk::views::{GoalsView, HoursView};

use super::{Answer, Here};

/// When the practice is open.
#[tauri::command]
#[specta::specta]
pub async fn hours(here: Here<'_>) -> Answer<HoursView> {
    Ok(here.desk().await?.hours())
}

/// Keeps the opening hours.
#[tauri::command]
#[specta::specta]
pub async fn hours_save(here: Here<'_>, hours: HoursView) -> Answer {
    here.desk().await?.hours_save(hours).await
}

/// How many minutes of opening time a patient may wait.
#[tauri::command]
#[specta::specta]
pub async fn goals(here: Here<'_>) -> Answer<GoalsView> {
    Ok(here.desk().await?.goals())
}

/// Keeps how long a patient may wait.
#[tauri::command]
#[specta::specta]
pub async fn goals_save(here: Here<'_>, goals: GoalsView) -> Answer {
    here.desk().await?.goals_save(goals).await
}
