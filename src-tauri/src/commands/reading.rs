//! Conversations. Whoever asks for one says in the same breath where the window looks from now on: what happens after
//! the answer is news, and one question is answered sooner than two.

use anteroom_desk::views::{ConversationView, NewerPage, OlderPage, Watch};

use super::{Answer, Here};

/// Opens a conversation and marks it as opened.
#[tauri::command]
#[specta::specta]
pub async fn conversation_open(here: Here<'_>, id: String, watch: Watch) -> Answer<ConversationView> {
    here.looking_at(watch).await?.conversation_open(&id).await
}

/// Reads the conversation that stood open when somebody sat down; notes that name them are not read by that.
#[tauri::command]
#[specta::specta]
pub async fn conversation_stays(here: Here<'_>, id: String, watch: Watch) -> Answer<ConversationView> {
    here.looking_at(watch).await?.conversation_stays(&id).await
}

/// The newest note of a conversation that names whoever sits at the desk was in view.
#[tauri::command]
#[specta::specta]
pub async fn mention_read(here: Here<'_>, conversation: String) -> Answer {
    here.desk().await?.mention_read(&conversation).await
}

/// Earlier items.
#[tauri::command]
#[specta::specta]
pub async fn conversation_older(here: Here<'_>, id: String, before: String) -> Answer<OlderPage> {
    here.desk().await?.conversation_older(&id, &before)
}

/// Later items, where the window does not hold the end.
#[tauri::command]
#[specta::specta]
pub async fn conversation_newer(here: Here<'_>, id: String, after: String) -> Answer<NewerPage> {
    here.desk().await?.conversation_newer(&id, &after)
}

/// The conversation around an item, for a search hit.
#[tauri::command]
#[specta::specta]
pub async fn conversation_around(
    here: Here<'_>,
    id: String,
    position: String,
    watch: Watch,
) -> Answer<ConversationView> {
    here.looking_at(watch).await?.conversation_around(&id, &position).await
}
