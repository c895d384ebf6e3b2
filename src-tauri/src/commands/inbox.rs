//! The list, the status bar, and what the window looks at.

use anteroom_desk::views::{InboxFilter, InboxPage, StatusBar, Watch};

use super::{Answer, Here};

/// The first page of the list, which the window looks at from now on; `conversation` is what is open beside it.
#[tauri::command]
#[specta::specta]
pub async fn inbox_open(
    here: Here<'_>,
    filter: InboxFilter,
    limit: u32,
    conversation: Option<String>,
) -> Answer<InboxPage> {
    let watch = Watch { inbox: Some(filter.clone()), rows: limit, conversation };
    here.looking_at(watch).await?.inbox_open(filter, limit)
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
    here.looking_at(watch).await.map(drop)
}

/// The bar at the bottom.
#[tauri::command]
#[specta::specta]
pub async fn status(here: Here<'_>) -> Answer<StatusBar> {
    here.desk().await?.status()
}
