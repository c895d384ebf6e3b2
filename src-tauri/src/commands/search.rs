//! Search over all history.

use anteroom_desk::views::SearchResults;

use super::{Answer, Here};

/// Searches as one types.
#[tauri::command]
#[specta::specta]
pub async fn search(here: Here<'_>, text: String, more: Option<String>) -> Answer<SearchResults> {
    here.desk().await?.search(&text, more.as_deref())
}
