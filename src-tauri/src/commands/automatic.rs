//! What the desk writes by itself.

use anteroom_desk::views::{AutomaticView, RuleName};

use super::{Answer, Here};

/// The rules and their words.
#[tauri::command]
#[specta::specta]
pub async fn automatic(here: Here<'_>) -> Answer<AutomaticView> {
    Ok(here.desk().await?.automatic())
}

/// Keeps them.
#[tauri::command]
#[specta::specta]
pub async fn automatic_save(here: Here<'_>, automatic: AutomaticView) -> Answer {
    here.desk().await?.automatic_save(automatic).await
}

/// Tells a rule not to write to the patient of a conversation, or that it may again.
#[tauri::command]
#[specta::specta]
pub async fn rule_stop(here: Here<'_>, conversation: String, rule: RuleName, stopped: bool) -> Answer {
    here.desk().await?.rule_stop(&conversation, rule, stopped).await
}
