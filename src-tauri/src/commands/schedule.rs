//! Times for later: read from what is typed, offered, and what waits for one.

use anteroom_desk::views::{SendLater, TakenBack, TimeChoice, UtcMillis, WhenView, WindowView};

use super::{Answer, Here};

/// What a text may mean as a time, the likeliest first.
#[tauri::command]
#[specta::specta]
pub async fn when_read(here: Here<'_>, text: String) -> Answer<Vec<WhenView>> {
    here.desk().await?.when_read(&text)
}

/// The times that are offered without typing, numbered from 1.
#[tauri::command]
#[specta::specta]
pub async fn snooze_choices(here: Here<'_>) -> Answer<Vec<TimeChoice>> {
    here.desk().await?.snooze_choices()
}

/// Where a conversation will stand in its reply window at a time, if nobody writes until then.
#[tauri::command]
#[specta::specta]
pub async fn window_at(here: Here<'_>, conversation: String, at: UtcMillis) -> Answer<WindowView> {
    here.desk().await?.window_at(&conversation, at)
}

/// Chooses another time for a message that waits for its time, or that stopped.
#[tauri::command]
#[specta::specta]
pub async fn outbox_reschedule(here: Here<'_>, outbox: String, later: SendLater) -> Answer {
    here.desk().await?.outbox_reschedule(&outbox, later).await
}

/// Sends a message now that waits for its time.
#[tauri::command]
#[specta::specta]
pub async fn outbox_send_now(here: Here<'_>, outbox: String) -> Answer {
    here.desk().await?.outbox_send_now(&outbox).await
}

/// Takes a message back that waits for its time: into the draft, or, if it is a template, away.
#[tauri::command]
#[specta::specta]
pub async fn outbox_take_back(here: Here<'_>, outbox: String) -> Answer<TakenBack> {
    here.desk().await?.outbox_take_back(&outbox).await
}
