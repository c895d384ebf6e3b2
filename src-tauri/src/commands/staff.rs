//! The people at the desk.

use anteroom_desk::views::{DraftView, HandoverView, OpenClinic, StaffEdit, StaffView};

use super::{Answer, Here};

/// Everybody who works or worked here.
#[tauri::command]
#[specta::specta]
pub async fn staff_list(here: Here<'_>) -> Answer<Vec<StaffView>> {
    here.desk().await?.staff_list()
}

/// Somebody new works here.
#[tauri::command]
#[specta::specta]
pub async fn staff_add(here: Here<'_>, edit: StaffEdit) -> Answer<StaffView> {
    here.desk().await?.staff_add(edit).await
}

/// Changes what is written about a person.
#[tauri::command]
#[specta::specta]
pub async fn staff_edit(here: Here<'_>, staff: String, edit: StaffEdit) -> Answer<StaffView> {
    here.desk().await?.staff_edit(&staff, edit).await
}

/// A person does not work here any more.
#[tauri::command]
#[specta::specta]
pub async fn staff_leave(here: Here<'_>, staff: String) -> Answer {
    here.desk().await?.staff_leave(&staff).await
}

/// They work here again.
#[tauri::command]
#[specta::specta]
pub async fn staff_return(here: Here<'_>, staff: String) -> Answer {
    here.desk().await?.staff_return(&staff).await
}

/// Somebody else sits down at the desk.
#[tauri::command]
#[specta::specta]
pub async fn staff_switch(here: Here<'_>, staff: String) -> Answer<OpenClinic> {
    here.desk().await?.staff_switch(&staff).await
}

/// What somebody else wrote in a conversation and did not send.
#[tauri::command]
#[specta::specta]
pub async fn draft_of(here: Here<'_>, conversation: String, staff: String) -> Answer<DraftView> {
    here.desk().await?.draft_of(&conversation, &staff)
}

/// What one shift told the next.
#[tauri::command]
#[specta::specta]
pub async fn handovers(here: Here<'_>) -> Answer<Vec<HandoverView>> {
    here.desk().await?.handovers()
}

/// Leaves a note for those who come after.
#[tauri::command]
#[specta::specta]
pub async fn handover_add(here: Here<'_>, text: String) -> Answer {
    here.desk().await?.handover_add(&text).await
}

/// Ticks a note off, or takes that back.
#[tauri::command]
#[specta::specta]
pub async fn handover_seen(here: Here<'_>, handover: String, seen: bool) -> Answer {
    here.desk().await?.handover_seen(&handover, seen).await
}
