//! Giving an account back: nothing waits for it any more, the provider is told, the credential goes.

use anteroom_model::{AccountState, Revocation, RevocationOutcome};

use super::account_id;
use crate::convert;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::outbox::hold_back;
use crate::views::{DisconnectReport, WireError};

impl Desk {
    /// Disconnects an account. Its messages stay; what waited to leave is held back; whatever the provider says, the
    /// credential is deleted here.
    ///
    /// # Errors
    /// When there is no such account, or the store cannot be written; then nothing was given back yet.
    pub async fn account_disconnect(&self, account: &str) -> Result<DisconnectReport, WireError> {
        Ok(self.disconnect(account).await?)
    }

    async fn disconnect(&self, account: &str) -> Result<DisconnectReport, Fault> {
        let id = account_id(account)?;
        let core = &self.core;
        core.read(|tx| tx.account(id))?.ok_or_else(Fault::not_found)?;
        let by = core.staff.id;
        core.write(move |tx| {
            tx.set_account_state(id, AccountState::Disconnected)?;
            tx.audit("account_disconnected", Some(by), Some(id.uuid()), "")
        })
        .await?;
        // Nothing is asked or sent through it from here on.
        let line = {
            let _one_at_a_time = core.lines.changing();
            core.lines.take(id)
        };
        core.health.forget(id);
        let held_back = hold_back(core, id).await?;
        let upstream = match &line {
            Some(line) => line.connector.revoke().await,
            None => Revocation { outcome: RevocationOutcome::ByHand },
        };
        let credential_deleted = core.write(move |tx| tx.delete_credential(id)).await?;
        tracing::info!(event = "account_disconnected", account = %id, state = ?upstream.outcome, n = held_back);
        core.pulse();
        Ok(DisconnectReport { credential_deleted, upstream: convert::upstream(upstream.outcome), held_back })
    }
}
