//! Giving an account back: nothing waits for it any more, the provider is told, the credential goes.
//!
//! Holds: the credential is not deleted before the provider was asked to take our right back, however often that broke
//! off; what became of it is kept until somebody has seen it.
//! Refused: waiting for a provider that cannot be reached (the credential would lie here for as long); then the person
//! is told where to remove the right by hand.
//! On a crash: the account is disconnected and still has its credential; the upkeep loop takes that for an order to go
//! on. Asked twice, a provider may say that there is nothing to take back: then that is told.

use std::sync::Arc;

use anteroom_model::{
    AccountId, AccountState, Connector, HoldReason, ParkReason, Revocation, RevocationOutcome,
};
use anteroom_store::{OutboxWhy, ReadTx, StoreError};

use super::account_id;
use crate::convert;
use crate::core::{Core, Wake};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::outbox::hold_back;
use crate::ports::ConnectPlan;
use crate::views::{Code, DisconnectReport, UpstreamRevocation, WireError};

/// The setting under which the report of an account is kept.
pub(super) fn report_key(id: AccountId) -> String {
    format!("disconnected.{id}")
}

impl Desk {
    /// Disconnects an account, or goes on with a disconnect that broke off. Its messages stay; what waited to leave is
    /// held back; whatever the provider says, the credential is deleted here.
    ///
    /// # Errors
    /// When there is no such account, or the store cannot be written; the rest is done by itself later.
    pub async fn account_disconnect(&self, account: &str) -> Result<DisconnectReport, WireError> {
        Ok(self.disconnect(account).await?)
    }

    /// Somebody has seen what became of an account that was given back.
    ///
    /// # Errors
    /// When there is no such account, or the store cannot be written.
    pub async fn account_goodbye_seen(&self, account: &str) -> Result<(), WireError> {
        let id = account_id(account)?;
        let seen = self.core.write(move |tx| tx.delete_setting(&report_key(id)));
        Ok(seen.await.map_err(Fault::from)?)
    }

    async fn disconnect(&self, account: &str) -> Result<DisconnectReport, Fault> {
        let id = account_id(account)?;
        let core = &self.core;
        let known = core.read(|tx| tx.account(id))?.ok_or_else(Fault::not_found)?;
        if known.state != AccountState::Disconnected {
            let by = core.staff().id;
            core.write(move |tx| {
                tx.set_account_state(id, AccountState::Disconnected)?;
                tx.audit("account_disconnected", Some(by), Some(id.uuid()), "")
            })
            .await?;
        }
        finish(core, id).await
    }
}

/// Goes on with every disconnect that broke off. Whether all came to their end.
pub(super) async fn finish_all(core: &Core) -> bool {
    let unfinished = core.read(|tx| {
        let mut unfinished = Vec::new();
        for account in tx.accounts()? {
            if account.state == AccountState::Disconnected && tx.credential(account.id)?.is_some() {
                unfinished.push(account.id);
            }
        }
        Ok(unfinished)
    });
    let Ok(unfinished) = unfinished else { return false };
    let mut all = true;
    for id in unfinished {
        if let Err(fault) = finish(core, id).await {
            tracing::warn!(event = "not_disconnected", account = %id, status = fault.word());
            all = false;
        }
    }
    all
}

/// Everything after the account was marked as disconnected. One at a time: the window and the upkeep may both want it.
async fn finish(core: &Core, id: AccountId) -> Result<DisconnectReport, Fault> {
    let _one_at_a_time = core.leaving.lock().await;
    // Nothing is asked or sent through it from here on.
    let line = {
        let _one_at_a_time = core.lines.changing();
        let account = core.read(|tx| tx.account(id))?;
        if account.is_none_or(|account| account.state != AccountState::Disconnected) {
            return Err(Fault::of(Code::Stale));
        }
        core.lines.take(id)
    };
    core.health.forget(id);
    hold_back(core, id).await?;
    core.wake(Wake::Reaction);
    let connector = match line {
        Some(line) => Some(line.connector.clone()),
        None => reopened(core, id)?,
    };
    let Some(connector) = connector else { return told(core, id) };
    let Revocation { outcome } = connector.revoke().await;
    let report = core.write(move |tx| {
        // Connected again meanwhile: that credential is not ours to delete.
        if tx.account(id)?.is_none_or(|account| account.state != AccountState::Disconnected) {
            return Err(StoreError::NotFound);
        }
        tx.delete_credential(id)?;
        let report = report(held(tx, id)?, convert::upstream(outcome));
        tx.put_setting(&report_key(id), &report)?;
        Ok(report)
    });
    let report = report.await?;
    tracing::info!(event = "account_disconnected", account = %id, state = ?outcome, n = report.held_back);
    core.pulse();
    Ok(report)
}

/// A connector for the credential that a disconnect left behind.
fn reopened(core: &Core, id: AccountId) -> Result<Option<Arc<dyn Connector>>, Fault> {
    let (account, credential) = core.read(|tx| Ok((tx.account(id)?, tx.credential(id)?)))?;
    let Some((account, credential)) = account.zip(credential) else { return Ok(None) };
    let connector = core.factory.open(ConnectPlan {
        account: Some(&account),
        credential,
        base_url: account.base_url.as_ref(),
        traffic: core.traffic.of(Some(id)),
    })?;
    Ok(Some(connector))
}

/// What became of an account that has no credential any more.
fn told(core: &Core, id: AccountId) -> Result<DisconnectReport, Fault> {
    Ok(core.read(|tx| match tx.setting(&report_key(id))? {
        Some(report) => Ok(report),
        None => Ok(report(held(tx, id)?, convert::upstream(RevocationOutcome::ByHand))),
    })?)
}

const fn report(held_back: u32, upstream: UpstreamRevocation) -> DisconnectReport {
    DisconnectReport { credential_deleted: true, upstream, held_back }
}

/// How many replies are held back because their account was given back.
fn held(tx: &ReadTx<'_>, id: AccountId) -> Result<u32, StoreError> {
    let gone = Some(OutboxWhy::Parked(ParkReason::Held(HoldReason::AccountGone)));
    let held = tx.outbox_of_account(id)?.into_iter().filter(|row| row.why == gone).count();
    Ok(u32::try_from(held).unwrap_or(u32::MAX))
}
