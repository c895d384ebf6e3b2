//! Saved replies: the list above the dock and the page where they are kept.

use anteroom_desk::views::{SavedPiece, SavedReplyEdit, SavedReplyItem, SavedReplyView};

use super::{Answer, Here};

/// The saved replies that fit what was typed after `/`, filled for a conversation.
#[tauri::command]
#[specta::specta]
pub async fn saved_replies(
    here: Here<'_>,
    conversation: String,
    text: String,
    language: String,
) -> Answer<Vec<SavedReplyView>> {
    here.desk().await?.saved_replies(&conversation, &text, &language)
}

/// A text as it would look for an invented patient.
#[tauri::command]
#[specta::specta]
pub async fn saved_reply_preview(here: Here<'_>, language: String, body: String) -> Answer<Vec<SavedPiece>> {
    Ok(here.desk().await?.saved_reply_preview(&language, &body))
}

/// All saved replies as they are kept.
#[tauri::command]
#[specta::specta]
pub async fn saved_reply_list(here: Here<'_>) -> Answer<Vec<SavedReplyItem>> {
    here.desk().await?.saved_reply_list()
}

/// A new saved reply.
#[tauri::command]
#[specta::specta]
pub async fn saved_reply_add(here: Here<'_>, edit: SavedReplyEdit) -> Answer<SavedReplyItem> {
    here.desk().await?.saved_reply_add(edit).await
}

/// Changes a saved reply.
#[tauri::command]
#[specta::specta]
pub async fn saved_reply_edit(here: Here<'_>, reply: String, edit: SavedReplyEdit) -> Answer<SavedReplyItem> {
    here.desk().await?.saved_reply_edit(&reply, edit).await
}

/// Takes saved replies off the list. Can be undone.
#[tauri::command]
#[specta::specta]
pub async fn saved_reply_remove(here: Here<'_>, replies: Vec<String>) -> Answer {
    here.desk().await?.saved_reply_remove(&replies).await
}

/// Puts saved replies back that were taken off the list.
#[tauri::command]
#[specta::specta]
pub async fn saved_reply_undo(here: Here<'_>, replies: Vec<String>) -> Answer {
    here.desk().await?.saved_reply_undo(&replies).await
}

/// Puts the list into this order.
#[tauri::command]
#[specta::specta]
pub async fn saved_reply_order(here: Here<'_>, replies: Vec<String>) -> Answer {
    here.desk().await?.saved_reply_order(&replies).await
}

/// A saved reply was put into a reply.
#[tauri::command]
#[specta::specta]
pub async fn saved_reply_used(here: Here<'_>, reply: String) -> Answer {
    here.desk().await?.saved_reply_used(&reply).await
}

/// Adds a first set of replies; the ids, for undoing it.
#[tauri::command]
#[specta::specta]
pub async fn saved_reply_starter(here: Here<'_>, language: String) -> Answer<Vec<String>> {
    here.desk().await?.saved_reply_starter(&language).await
}
