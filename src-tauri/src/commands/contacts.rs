//! Contacts from a file, and the list of patients as one.

use anteroom_desk::views::{
    Code, ContactField, ContactsCheck, ContactsFile, ContactsRun, ImportUndone, ImportView, WireError,
};
use tauri::AppHandle;
use tauri::ipc::{InvokeBody, Request};

use super::files::save;
use super::{Answer, Here};

/// Opens a file of contacts. Its bytes come raw, as those of a file for a draft do: so it is not in the generated
/// contract either.
#[tauri::command]
pub async fn contacts_open(here: Here<'_>, request: Request<'_>) -> Answer<ContactsFile> {
    let InvokeBody::Raw(bytes) = request.body() else { return Err(WireError::of(Code::FileUnreadable)) };
    here.desk().await?.contacts_open(bytes.clone())
}

/// Says what the columns of the open file are.
#[tauri::command]
#[specta::specta]
pub async fn contacts_map(here: Here<'_>, mapping: Vec<ContactField>) -> Answer<ContactsFile> {
    here.desk().await?.contacts_map(mapping)
}

/// Looks at the next rows of the open file, or begins again; nothing is written. Ask until it is done.
#[tauri::command]
#[specta::specta]
pub async fn contacts_check(here: Here<'_>, again: bool) -> Answer<ContactsCheck> {
    here.desk().await?.contacts_check(again)
}

/// Takes the next rows over. Ask until it is done; whoever does not ask stops it.
#[tauri::command]
#[specta::specta]
pub async fn contacts_run(here: Here<'_>) -> Answer<ContactsRun> {
    here.desk().await?.contacts_run().await
}

/// Lets the open file go. What was taken over stays, and can be undone.
#[tauri::command]
#[specta::specta]
pub async fn contacts_close(here: Here<'_>) -> Answer {
    here.desk().await?.contacts_close();
    Ok(())
}

/// Writes the list of all patients into the Downloads folder. Answers the path.
#[tauri::command]
#[specta::specta]
pub async fn contacts_export(app: AppHandle, here: Here<'_>) -> Answer<String> {
    let file = here.desk().await?.contacts_export().await?;
    save(&app, file).await
}

/// The imports that were made, newest first.
#[tauri::command]
#[specta::specta]
pub async fn imports(here: Here<'_>) -> Answer<Vec<ImportView>> {
    here.desk().await?.imports()
}

/// Takes a part of an import back, from its beginning when `after` is empty. Ask until it is done.
#[tauri::command]
#[specta::specta]
pub async fn import_undo(here: Here<'_>, batch: String, after: String) -> Answer<ImportUndone> {
    here.desk().await?.import_undo(&batch, &after).await
}
