//! Click to call.

use anteroom_desk::views::{CallProgressView, CallTicket, Caller};

use super::{Answer, Here};

/// Rings the desk phone and then the patient.
#[tauri::command]
#[specta::specta]
pub async fn call_place(here: Here<'_>, conversation: String) -> Answer<CallTicket> {
    here.desk().await?.call_place(&conversation).await
}

/// How a placed call is going.
#[tauri::command]
#[specta::specta]
pub async fn call_progress(here: Here<'_>, call: String) -> Answer<CallProgressView> {
    here.desk().await?.call_progress(&call).await
}

/// Who is calling now, or has just called.
#[tauri::command]
#[specta::specta]
pub async fn calling_now(here: Here<'_>) -> Answer<Option<Caller>> {
    here.desk().await?.calling_now()
}
