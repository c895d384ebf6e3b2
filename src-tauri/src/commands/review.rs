//! Looking through conversations.

use anteroom_desk::views::{ComplaintWords, ReviewFilter, ReviewQueue, ReviewedRow};

use super::{Answer, Here};

/// Conversations to look through.
#[tauri::command]
#[specta::specta]
pub async fn review_queue(here: Here<'_>, filter: ReviewFilter) -> Answer<ReviewQueue> {
    here.desk().await?.review_queue(filter).await
}

/// Somebody has looked through a conversation. Answers the id with which that is taken back.
#[tauri::command]
#[specta::specta]
pub async fn review_mark(
    here: Here<'_>,
    conversation: String,
    position: String,
    filter: ReviewFilter,
) -> Answer<String> {
    here.desk().await?.review_mark(&conversation, &position, filter).await
}

/// Takes that back.
#[tauri::command]
#[specta::specta]
pub async fn review_undo(here: Here<'_>, review: String) -> Answer {
    here.desk().await?.review_undo(&review).await
}

/// A word for somebody who works here, as a note in the conversation.
#[tauri::command]
#[specta::specta]
pub async fn review_comment(here: Here<'_>, conversation: String, staff: String, text: String) -> Answer {
    here.desk().await?.review_comment(&conversation, &staff, &text).await
}

/// What was looked through, the newest first.
#[tauri::command]
#[specta::specta]
pub async fn review_history(here: Here<'_>) -> Answer<Vec<ReviewedRow>> {
    here.desk().await?.review_history()
}

/// Words of complaints by language.
#[tauri::command]
#[specta::specta]
pub async fn complaint_words(here: Here<'_>) -> Answer<ComplaintWords> {
    here.desk().await?.complaint_words()
}

/// Keeps words of complaints.
#[tauri::command]
#[specta::specta]
pub async fn complaint_words_save(here: Here<'_>, list: ComplaintWords) -> Answer {
    here.desk().await?.complaint_words_save(list).await
}
