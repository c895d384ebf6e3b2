//! What a person decides about a message that has not simply gone through.

use anteroom_desk::views::DraftView;

use super::{Answer, Here};

/// Takes a message back before it leaves, into the draft.
#[tauri::command]
#[specta::specta]
pub async fn outbox_undo(here: Here<'_>, outbox: String) -> Answer<DraftView> {
    here.desk().await?.outbox_undo(&outbox).await
}

/// Tries a held or refused message again.
#[tauri::command]
#[specta::specta]
pub async fn outbox_retry(here: Here<'_>, outbox: String) -> Answer {
    here.desk().await?.outbox_retry(&outbox).await
}

/// A person decides to send an unknown message again.
#[tauri::command]
#[specta::specta]
pub async fn outbox_send_again(here: Here<'_>, outbox: String) -> Answer {
    here.desk().await?.outbox_send_again(&outbox).await
}

/// A person says that an unknown message did arrive.
#[tauri::command]
#[specta::specta]
pub async fn outbox_mark_sent(here: Here<'_>, outbox: String) -> Answer {
    here.desk().await?.outbox_mark_sent(&outbox).await
}

/// Gives a message up.
#[tauri::command]
#[specta::specta]
pub async fn outbox_discard(here: Here<'_>, outbox: String) -> Answer {
    here.desk().await?.outbox_discard(&outbox).await
}

/// Looks for an unknown message now.
#[tauri::command]
#[specta::specta]
pub async fn outbox_check(here: Here<'_>, outbox: String) -> Answer {
    here.desk().await?.outbox_check(&outbox).await
}
