//! What staff decide about conversations; labels; saved views.

use anteroom_desk::views::{LabelView, SavedView, SavedViewCount, TriageAct, TriageDone};

use super::{Answer, Here};

/// Decides something about conversations.
#[tauri::command]
#[specta::specta]
pub async fn triage(here: Here<'_>, conversations: Vec<String>, act: TriageAct) -> Answer<TriageDone> {
    here.desk().await?.triage(&conversations, act).await
}

/// Takes a decision back; how many conversations are as they were.
#[tauri::command]
#[specta::specta]
pub async fn triage_undo(here: Here<'_>, undo: String) -> Answer<u32> {
    here.desk().await?.triage_undo(&undo).await
}

/// The labels there are.
#[tauri::command]
#[specta::specta]
pub async fn labels(here: Here<'_>) -> Answer<Vec<LabelView>> {
    here.desk().await?.labels()
}

/// A new label.
#[tauri::command]
#[specta::specta]
pub async fn label_add(here: Here<'_>, name: String, colour: u32) -> Answer<LabelView> {
    here.desk().await?.label_add(&name, colour).await
}

/// Other words or another colour.
#[tauri::command]
#[specta::specta]
pub async fn label_edit(here: Here<'_>, id: String, name: String, colour: u32) -> Answer {
    here.desk().await?.label_edit(&id, &name, colour).await
}

/// Takes a label out of use, or back.
#[tauri::command]
#[specta::specta]
pub async fn label_remove(here: Here<'_>, id: String, removed: bool) -> Answer {
    here.desk().await?.label_remove(&id, removed).await
}

/// The views that staff keep.
#[tauri::command]
#[specta::specta]
pub async fn saved_views(here: Here<'_>) -> Answer<Vec<SavedViewCount>> {
    here.desk().await?.saved_views()
}

/// Keeps these views instead.
#[tauri::command]
#[specta::specta]
pub async fn saved_views_save(here: Here<'_>, views: Vec<SavedView>) -> Answer {
    here.desk().await?.saved_views_save(views).await
}
