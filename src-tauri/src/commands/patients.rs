//! The patient at the side of a conversation.

use anteroom_desk::views::{CheckHow, ConsentSet, PatientCard, PatientEdit};

use super::{Answer, Here};

/// The card of a conversation's patient.
#[tauri::command]
#[specta::specta]
pub async fn patient_card(here: Here<'_>, conversation: String) -> Answer<PatientCard> {
    here.desk().await?.patient_card(&conversation)
}

/// Makes a patient from an identity.
#[tauri::command]
#[specta::specta]
pub async fn patient_create(here: Here<'_>, identity: String, edit: PatientEdit) -> Answer<PatientCard> {
    here.desk().await?.patient_create(&identity, edit).await
}

/// Changes a patient.
#[tauri::command]
#[specta::specta]
pub async fn patient_edit(here: Here<'_>, patient: String, edit: PatientEdit) -> Answer {
    here.desk().await?.patient_edit(&patient, edit).await
}

/// Says that an identity is a patient. Can be undone.
#[tauri::command]
#[specta::specta]
pub async fn identity_link(here: Here<'_>, identity: String, patient: String) -> Answer<PatientCard> {
    here.desk().await?.identity_link(&identity, &patient).await
}

/// Takes such a statement back.
#[tauri::command]
#[specta::specta]
pub async fn link_undo(here: Here<'_>, link: String) -> Answer<PatientCard> {
    here.desk().await?.link_undo(&link).await
}

/// Writes down the patient's language. What was there, to take that back.
#[tauri::command]
#[specta::specta]
pub async fn patient_language_set(
    here: Here<'_>,
    patient: String,
    language: Option<String>,
) -> Answer<Option<String>> {
    here.desk().await?.patient_language_set(&patient, language).await
}

/// Notes that somebody made sure who an identity is, or takes the note back.
#[tauri::command]
#[specta::specta]
pub async fn link_check(here: Here<'_>, link: String, how: Option<CheckHow>) -> Answer {
    here.desk().await?.link_check(&link, how).await
}

/// Writes down what a patient agreed to.
#[tauri::command]
#[specta::specta]
pub async fn consent_set(here: Here<'_>, set: ConsentSet) -> Answer {
    here.desk().await?.consent_set(set).await
}

/// Says that somebody wants no messages on an address of theirs, or takes that back.
#[tauri::command]
#[specta::specta]
pub async fn opt_out_set(here: Here<'_>, identity: String, out: bool) -> Answer {
    here.desk().await?.opt_out_set(&identity, out).await
}
