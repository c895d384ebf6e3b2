//! Looking for sends whose outcome nobody knows.
//!
//! Holds: nothing is sent here. What is found is accepted; what is certainly not there is handed to a person, who
//! decides whether it should still be said; what cannot be told is looked for again, less and less often. A provider
//! that could not be asked was not looked at: an outage makes nobody wait longer than itself.
//! On a crash: the row says when to look next.

use std::sync::Arc;

use anteroom_model::{
    AccountState, BoxFuture, ConnectorError, FailureKind, OutboxId, ParkReason, Reconciled, Retry,
    UnknownSend,
};
use anteroom_store::{Conflict, OutboxRow, ReadTx, StoreError};
use jiff::{SignedDuration, Timestamp};

use crate::core::{Core, Wake};
use crate::outbox::outgoing_of;
use crate::tasks::{Bell, NextWake, Turn};

/// The first look.
pub(crate) const FIRST: SignedDuration = SignedDuration::from_secs(5);
/// Pauses after each look, in seconds; the last repeats.
const PAUSES: [i64; 7] = [30, 60, 180, 600, 1800, 3600, 3 * 3600];
/// After this the program stops looking; a person can still say "check now".
const GIVE_UP: SignedDuration = SignedDuration::from_hours(72);
/// A provider may list a message late: "not there" is believed only after this.
const BELIEVED_AFTER: SignedDuration = SignedDuration::from_secs(90);
const BATCH: u32 = 20;
const STORE_RETRY: SignedDuration = SignedDuration::from_secs(5);
/// A provider that did not answer is asked again then, or when it is seen to answer somebody else.
const AFTER_FAILURE: SignedDuration = SignedDuration::from_mins(1);
/// An account that needs a sign-in wakes what waits for it; this is only in case that goes wrong.
const ASLEEP: SignedDuration = SignedDuration::from_mins(15);

/// The loop that looks.
pub struct Reconcile {
    core: Arc<Core>,
    bell: Bell,
}

impl Reconcile {
    /// The loop.
    pub fn new(core: Arc<Core>) -> Self {
        let bell = core.bells.reconcile.clone();
        Self { core, bell }
    }

    async fn round(&self) -> NextWake {
        let now = self.core.clock.now();
        let Ok(due) = self.core.read(|tx| tx.outbox_unknown(now, BATCH)) else {
            return Some(now + STORE_RETRY);
        };
        for row in due {
            if self.look_for(row).await.is_err() {
                return Some(self.core.clock.now() + STORE_RETRY);
            }
        }
        self.core.read(|tx| tx.outbox_next_check()).ok().flatten()
    }

    async fn look_for(&self, row: OutboxRow) -> Result<(), StoreError> {
        let (id, now) = (row.id, self.core.clock.now());
        let next = next_look(&row, now);
        let Some(line) = self.core.lines.of(row.account).filter(|line| line.is_active()) else {
            return self.nobody_to_ask(&row, now).await;
        };
        let send = self.core.read(|tx| unclear(tx, &row))?;
        let found = line.connector.reconcile(&send, now).await;
        let channel = send.outgoing.channel.as_str();
        match found {
            Ok(Reconciled::Sent(accepted)) => {
                tracing::info!(event = "found", channel, attempt = row.checks + 1);
                self.write(move |tx| match tx.settle_found(id, &accepted.provider_id) {
                    // It belongs to another message, and nothing was written: what we look for was not found.
                    Err(StoreError::Conflict(Conflict::ProviderIdTaken)) => tx.check_again(id, next),
                    settled => settled,
                })
                .await?;
                self.core.wake(Wake::Accepted);
                self.core.wake(Wake::Outbox);
            }
            Ok(Reconciled::NotSent) if now >= send.attempted_at + BELIEVED_AFTER => {
                tracing::warn!(event = "not_found", channel, attempt = row.checks + 1);
                self.park(id).await?;
            }
            Ok(Reconciled::NotSent | Reconciled::CannotTell) => {
                self.write(move |tx| tx.check_again(id, next)).await?;
            }
            Err(error) => {
                tracing::warn!(event = "not_checked", channel, status = ?error.kind, http = error.http);
                if error.kind == FailureKind::SignInNeeded {
                    crate::accounts::lost_right(&self.core, &line).await;
                }
                let now = self.core.clock.now();
                match pause_after(&error, send.attempted_at, now) {
                    Some(pause) => self.write(move |tx| tx.put_off_check(id, now + pause)).await?,
                    None => self.write(move |tx| tx.check_again(id, next)).await?,
                }
            }
        }
        Ok(())
    }

    /// An account that was given back does not come back by itself; what is unknown there is for a person.
    async fn nobody_to_ask(&self, row: &OutboxRow, now: Timestamp) -> Result<(), StoreError> {
        let id = row.id;
        let account = self.core.read(|tx| tx.account(row.account))?;
        match account.map_or(AccountState::Disconnected, |account| account.state) {
            AccountState::Disconnected => self.write(move |tx| tx.check_again(id, None)).await,
            AccountState::NeedsSignIn => self.write(move |tx| tx.put_off_check(id, now + ASLEEP)).await,
            // Somebody has just signed in, and the line is about to open.
            AccountState::Active => self.write(move |tx| tx.put_off_check(id, now + FIRST)).await,
        }
    }

    async fn park(&self, id: OutboxId) -> Result<(), StoreError> {
        self.write(move |tx| tx.park(id, ParkReason::NotSent, None).map(drop)).await?;
        self.core.wake(Wake::Outbox);
        Ok(())
    }

    async fn write(
        &self,
        f: impl FnOnce(&mut anteroom_store::WriteTx<'_>) -> Result<(), StoreError> + Send + 'static,
    ) -> Result<(), StoreError> {
        match self.core.write(f).await {
            // An echo or a person was faster.
            Err(StoreError::Conflict(_) | StoreError::NotFound) => Ok(()),
            other => other,
        }
    }
}

/// What to look for, and among what.
pub(crate) fn unclear(tx: &ReadTx<'_>, row: &OutboxRow) -> Result<UnknownSend, StoreError> {
    let conversation = tx.conversation(row.conversation)?.ok_or(StoreError::NotFound)?;
    let message = tx.message(row.message)?.ok_or(StoreError::NotFound)?;
    let attempted_at = row.attempted_at.unwrap_or(row.created_at);
    let since = row.unclear_since.unwrap_or(attempted_at);
    Ok(UnknownSend {
        outgoing: outgoing_of(row, &conversation, &message),
        since,
        attempted_at,
        taken: tx.taken_provider_ids(row.conversation, since)?,
    })
}

/// How long to wait after a look that failed; `None` when it counts as one. Without a network or a right nobody was
/// asked, however long that lasts; a provider that fails at this question is asked less and less often, and not for ever.
fn pause_after(error: &ConnectorError, began: Timestamp, now: Timestamp) -> Option<SignedDuration> {
    let age = now.duration_since(began);
    let nobody_asked = error.kind.nobody_asked();
    if error.retry == Retry::Never || (age > GIVE_UP && !nobody_asked) {
        return None;
    }
    Some(match error.retry {
        Retry::After(asked) => SignedDuration::try_from(asked).unwrap_or(ASLEEP).max(AFTER_FAILURE),
        Retry::WhenReconnected | Retry::Never => ASLEEP,
        Retry::Soon if nobody_asked => AFTER_FAILURE,
        Retry::Soon => (age / 20).clamp(AFTER_FAILURE, ASLEEP),
    })
}

/// When to look again; `None` when a person has to decide.
fn next_look(row: &OutboxRow, now: Timestamp) -> Option<Timestamp> {
    let at = usize::try_from(row.checks).unwrap_or(usize::MAX).min(PAUSES.len() - 1);
    let next = now + SignedDuration::from_secs(PAUSES[at]);
    let began = row.attempted_at.unwrap_or(row.created_at);
    (next < began + GIVE_UP).then_some(next)
}

impl Turn for Reconcile {
    fn name(&self) -> &'static str {
        "reconcile"
    }

    fn bell(&self) -> &Bell {
        &self.bell
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(self.round())
    }
}
