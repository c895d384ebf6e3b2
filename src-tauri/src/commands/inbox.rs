//! The list, the status bar, and what the window looks at.

use anteroom_desk::views::{InboxFilter, InboxPage, StatusBar, Watch};

use super::{Answer, Here};

/// The first page of the list.
#[tauri::command]
#[specta::specta]
pub async fn inbox_open(here: Here<'_>, filter: InboxFilter, limit: u32) -> Answer<InboxPage> {
    here.desk().await?.inbox_open(filter, limit)
}

/// The next page.
#[tauri::command]
#[specta::specta]
pub async fn inbox_more(here: Here<'_>, filter: InboxFilter, after: String, limit: u32) -> Answer<InboxPage> {
    here.desk().await?.inbox_more(filter, &after, limit)
}

/// What the window looks at from now on; patches follow.
#[tauri::command]
#[specta::specta]
pub async fn watch(here: Here<'_>, watch: Watch) -> Answer {
    here.watch(watch).await
}

/// The bar at the bottom.
#[tauri::command]
#[specta::specta]
pub async fn status(here: Here<'_>) -> Answer<StatusBar> {
    here.desk().await?.status()
}
