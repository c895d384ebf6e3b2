//! The program: first run, unlocking, the demo clinic, settings.

use anteroom_desk::views::{AppInfo, ClinicSetup, PracticeDetails, RecoveryCode, Secret, Settings};

use super::{Answer, Here};

/// Where the program stands.
#[tauri::command]
#[specta::specta]
pub async fn app_info(here: Here<'_>) -> Answer<AppInfo> {
    Ok(here.clinic().await.app_info().await)
}

/// Keeps how the window looks and behaves.
#[tauri::command]
#[specta::specta]
pub async fn settings_save(here: Here<'_>, settings: Settings) -> Answer {
    here.desk().await?.settings_save(settings).await?;
    here.protect_window().await;
    Ok(())
}

/// Keeps where the person is in the window.
#[tauri::command]
#[specta::specta]
pub async fn place_save(here: Here<'_>, place: String) -> Answer {
    here.desk().await?.place_save(place).await
}

/// Makes a recovery code, before there is a clinic.
#[tauri::command]
#[specta::specta]
pub async fn first_run_begin(here: Here<'_>) -> Answer<RecoveryCode> {
    here.clinic().await.first_run_begin().await
}

/// Makes the clinic.
#[tauri::command]
#[specta::specta]
pub async fn first_run_finish(here: Here<'_>, setup: ClinicSetup) -> Answer<AppInfo> {
    let info = here.clinic().await.first_run_finish(setup).await?;
    here.desk_changed().await;
    Ok(info)
}

/// Tries again to open what is locked.
#[tauri::command]
#[specta::specta]
pub async fn unlock_retry(here: Here<'_>) -> Answer<AppInfo> {
    let info = here.clinic().await.unlock_retry().await?;
    here.desk_changed().await;
    Ok(info)
}

/// Opens with the pass phrase.
#[tauri::command]
#[specta::specta]
pub async fn unlock_with_passphrase(here: Here<'_>, passphrase: Secret) -> Answer<AppInfo> {
    let info = here.clinic().await.unlock_with_passphrase(passphrase).await?;
    here.desk_changed().await;
    Ok(info)
}

/// Opens with the code on paper; the pass phrase is a new one, where no keychain would take the key.
#[tauri::command]
#[specta::specta]
pub async fn unlock_with_recovery(
    here: Here<'_>,
    code: Secret,
    passphrase: Option<Secret>,
) -> Answer<AppInfo> {
    let info = here.clinic().await.unlock_with_recovery(code, passphrase).await?;
    here.desk_changed().await;
    Ok(info)
}

/// Begins an empty inbox beside a damaged or lost database.
#[tauri::command]
#[specta::specta]
pub async fn start_over(here: Here<'_>, practice: PracticeDetails) -> Answer<AppInfo> {
    let info = here.clinic().await.start_over(practice).await?;
    here.desk_changed().await;
    Ok(info)
}

/// Opens the demo clinic.
#[tauri::command]
#[specta::specta]
pub async fn demo_start(here: Here<'_>) -> Answer<AppInfo> {
    let answer = here.clinic().await.demo_start().await;
    // Also when it failed: the practice's own desk was opened anew.
    here.desk_changed().await;
    answer
}

/// Deletes the demo clinic.
#[tauri::command]
#[specta::specta]
pub async fn demo_remove(here: Here<'_>) -> Answer<AppInfo> {
    let answer = here.clinic().await.demo_remove().await;
    here.desk_changed().await;
    answer
}
