//! Times for later: read from what is typed, and offered.

use anteroom_desk::views::{TimeChoice, WhenView};

use super::{Answer, Here};

/// What a text may mean as a time, the likeliest first.
#[tauri::command]
#[specta::specta]
pub async fn when_read(here: Here<'_>, text: String) -> Answer<Vec<WhenView>> {
    here.desk().await?.when_read(&text)
}

/// The times that are offered without typing, numbered from 1.
#[tauri::command]
#[specta::specta]
pub async fn snooze_choices(here: Here<'_>) -> Answer<Vec<TimeChoice>> {
    here.desk().await?.snooze_choices()
}
