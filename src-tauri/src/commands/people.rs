//! All patients: the list, joining two and taking them apart, everything with one, and who writes on a shared number.

use anteroom_desk::views::{
    Comparison, Joined, PatientCard, PatientEdit, PeoplePage, PersonFilesPage, PersonTimelinePage, TwinPage,
};

use super::{Answer, Here};

/// A page of the patients that fit what was typed.
#[tauri::command]
#[specta::specta]
pub async fn people(here: Here<'_>, typed: String, after: Option<String>, limit: u32) -> Answer<PeoplePage> {
    here.desk().await?.people(&typed, after.as_deref(), limit)
}

/// The card of a patient, wherever they are.
#[tauri::command]
#[specta::specta]
pub async fn patient_open(here: Here<'_>, patient: String) -> Answer<PatientCard> {
    here.desk().await?.patient_open(&patient)
}

/// Makes a patient by hand.
#[tauri::command]
#[specta::specta]
pub async fn patient_add(here: Here<'_>, edit: PatientEdit) -> Answer<PatientCard> {
    here.desk().await?.patient_add(edit).await
}

/// Everything with a patient over all channels, newest first.
#[tauri::command]
#[specta::specta]
pub async fn person_timeline(
    here: Here<'_>,
    patient: String,
    before: Option<String>,
) -> Answer<PersonTimelinePage> {
    here.desk().await?.person_timeline(&patient, before.as_deref())
}

/// The files exchanged with a patient over all channels, newest first.
#[tauri::command]
#[specta::specta]
pub async fn person_files(
    here: Here<'_>,
    patient: String,
    before: Option<String>,
) -> Answer<PersonFilesPage> {
    here.desk().await?.person_files(&patient, before.as_deref())
}

/// Pairs of patients that could be one.
#[tauri::command]
#[specta::specta]
pub async fn twins(here: Here<'_>, before: Option<String>, limit: u32) -> Answer<TwinPage> {
    here.desk().await?.twins(before.as_deref(), limit)
}

/// Two patients side by side.
#[tauri::command]
#[specta::specta]
pub async fn patients_compare(here: Here<'_>, a: String, b: String) -> Answer<Comparison> {
    here.desk().await?.patients_compare(&a, &b)
}

/// Joins two patients. Can be undone.
#[tauri::command]
#[specta::specta]
pub async fn patients_join(here: Here<'_>, kept: String, gone: String, edit: PatientEdit) -> Answer<Joined> {
    here.desk().await?.patients_join(&kept, &gone, edit).await
}

/// Takes a join back.
#[tauri::command]
#[specta::specta]
pub async fn join_undo(here: Here<'_>, merge: String) -> Answer<PatientCard> {
    here.desk().await?.join_undo(&merge).await
}

/// Says that two patients are not the same person, or takes that back.
#[tauri::command]
#[specta::specta]
pub async fn not_same_set(here: Here<'_>, a: String, b: String, said: bool) -> Answer {
    here.desk().await?.not_same_set(&a, &b, said).await
}

/// Says which patients share an identity.
#[tauri::command]
#[specta::specta]
pub async fn identity_share(here: Here<'_>, identity: String, patients: Vec<String>) -> Answer<PatientCard> {
    here.desk().await?.identity_share(&identity, patients).await
}

/// Takes the last statement about who shares an identity back.
#[tauri::command]
#[specta::specta]
pub async fn identity_share_undo(here: Here<'_>, identity: String) -> Answer<PatientCard> {
    here.desk().await?.identity_share_undo(&identity).await
}

/// Says who writes on a number that several share; the answer takes it back.
#[tauri::command]
#[specta::specta]
pub async fn writer_set(here: Here<'_>, conversation: String, patient: String) -> Answer<String> {
    here.desk().await?.writer_set(&conversation, &patient).await
}

/// Takes back who writes.
#[tauri::command]
#[specta::specta]
pub async fn writer_undo(here: Here<'_>, writer: String) -> Answer<PatientCard> {
    here.desk().await?.writer_undo(&writer).await
}
