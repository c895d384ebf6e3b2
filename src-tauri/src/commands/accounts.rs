//! Connected accounts.

use anteroom_desk::views::{AccountView, ConnectCheck, ConnectRequest, DisconnectReport, HostUse};

use super::{Answer, Here};

/// The accounts and how fresh each channel is.
#[tauri::command]
#[specta::specta]
pub async fn accounts(here: Here<'_>) -> Answer<Vec<AccountView>> {
    here.desk().await?.accounts()
}

/// Asks the provider what a credential may do, and keeps nothing.
#[tauri::command]
#[specta::specta]
pub async fn account_check(here: Here<'_>, request: ConnectRequest) -> Answer<ConnectCheck> {
    here.desk().await?.account_check(request).await
}

/// Connects an account.
#[tauri::command]
#[specta::specta]
pub async fn account_connect(here: Here<'_>, request: ConnectRequest) -> Answer<AccountView> {
    here.desk().await?.account_connect(request).await
}

/// Gives an account a new credential.
#[tauri::command]
#[specta::specta]
pub async fn account_sign_in(
    here: Here<'_>,
    account: String,
    request: ConnectRequest,
) -> Answer<AccountView> {
    here.desk().await?.account_sign_in(&account, request).await
}

/// Says whether Meta approved late replies by a person for the practice's Instagram app.
#[tauri::command]
#[specta::specta]
pub async fn account_human_agent(here: Here<'_>, account: String, on: bool) -> Answer<AccountView> {
    here.desk().await?.account_human_agent(&account, on).await
}

/// Disconnects an account.
#[tauri::command]
#[specta::specta]
pub async fn account_disconnect(here: Here<'_>, account: String) -> Answer<DisconnectReport> {
    here.desk().await?.account_disconnect(&account).await
}

/// What became of a disconnected account was seen.
#[tauri::command]
#[specta::specta]
pub async fn account_goodbye_seen(here: Here<'_>, account: String) -> Answer {
    here.desk().await?.account_goodbye_seen(&account).await
}

/// Asks for news now.
#[tauri::command]
#[specta::specta]
pub async fn account_poll_now(here: Here<'_>, account: String) -> Answer {
    here.desk().await?.account_poll_now(&account)
}

/// Whom this computer talked to today with sign-ins that were only tried.
#[tauri::command]
#[specta::specta]
pub async fn network_connecting(here: Here<'_>) -> Answer<Vec<HostUse>> {
    here.desk().await?.network_connecting()
}
