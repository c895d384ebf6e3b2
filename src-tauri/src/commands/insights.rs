//! Figures: how long people wait, when they write, who answers.

use anteroom_desk::views::{Channel, InsightsRange, InsightsTable, InsightsView, SlowAnswers};
use tauri::AppHandle;

use super::files::save;
use super::{Answer, Here};

/// The figures of some days, as far as they are counted.
#[tauri::command]
#[specta::specta]
pub async fn insights(
    here: Here<'_>,
    range: InsightsRange,
    channel: Option<Channel>,
) -> Answer<InsightsView> {
    here.desk().await?.insights(range, channel).await
}

/// First answers of some days, the slowest first; `after` is the end of the page before.
#[tauri::command]
#[specta::specta]
pub async fn insights_slowest(
    here: Here<'_>,
    range: InsightsRange,
    channel: Option<Channel>,
    after: Option<String>,
) -> Answer<SlowAnswers> {
    here.desk().await?.insights_slowest(range, channel, after).await
}

/// Writes a table of figures into the Downloads folder. Answers the path.
#[tauri::command]
#[specta::specta]
pub async fn insights_export(
    app: AppHandle,
    here: Here<'_>,
    range: InsightsRange,
    channel: Option<Channel>,
    table: InsightsTable,
) -> Answer<String> {
    let file = here.desk().await?.insights_export(range, channel, table).await?;
    save(&app, file).await
}
