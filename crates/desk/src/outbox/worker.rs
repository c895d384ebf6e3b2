//! The loop that sends.

use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::{
    Accepted, AccountId, AccountState, BoxFuture, ConnectorError, FailureKind, HoldReason, OutboxId,
    OutboxState, ParkReason, ProviderCode, Reconciled, Retry, SendError, UnknownSend,
};
use anteroom_store::{AttemptEnd, Conflict, OutboxRow, StoreError, WriteTx};
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use jiff::{SignedDuration, Timestamp};

use super::decide::{Outcome, outcome};
use super::load::{NotReady, Ready, ready};
use crate::core::{Core, Wake};
use crate::lines::Line;
use crate::reconcile;
use crate::tasks::{Bell, NextWake, Turn};

/// Sends to different conversations at the same time.
const AT_ONCE: usize = 6;
const BATCH: u32 = 500;
/// Longer than any connector waits for an answer.
const LEASE: SignedDuration = SignedDuration::from_mins(3);
const STORE_RETRY: SignedDuration = SignedDuration::from_secs(3);

/// What became of a message that is due.
enum Taken {
    /// It is being sent.
    Claimed(Box<Claimed>),
    /// It was held back: the next of its conversation may be due now.
    Held,
    /// Somebody was faster.
    Gone,
}

/// A message that was taken for sending.
struct Claimed {
    row: OutboxRow,
    ready: Ready,
    /// What to look for first: an earlier attempt that may have left.
    earlier: Option<UnknownSend>,
}

/// The loop that sends what is due.
pub struct Worker {
    core: Arc<Core>,
    bell: Bell,
    /// What became of attempts that the store could not take yet. It must be written down before anything else.
    unwritten: Mutex<HashMap<OutboxId, Outcome>>,
}

impl Worker {
    /// The loop.
    pub fn new(core: Arc<Core>) -> Self {
        let bell = core.bells.outbox.clone();
        Self { core, bell, unwritten: Mutex::default() }
    }

    async fn round(&self) -> NextWake {
        let sorted_out = self.write_the_unwritten().await
            && self.sort_out_the_abandoned().await
            && self.hold_back_what_has_no_account().await;
        if !sorted_out {
            return Some(self.core.clock.now() + STORE_RETRY);
        }
        let mut under_way = FuturesUnordered::new();
        let mut held_up = false;
        loop {
            if !held_up && !self.core.closing.load(Ordering::SeqCst) {
                let room = AT_ONCE - under_way.len();
                let mut held = false;
                for (line, row) in self.due().into_iter().take(room) {
                    match self.claim(&line, row).await {
                        Ok(Taken::Claimed(claimed)) => under_way.push(self.send(line, *claimed)),
                        Ok(Taken::Held) => held = true,
                        Ok(Taken::Gone) => {}
                        Err(_) => held_up = true,
                    }
                }
                if held {
                    continue;
                }
            }
            tokio::select! {
                Some(()) = under_way.next() => {}
                () = self.bell.rung(), if !under_way.is_empty() => {}
                else => break,
            }
        }
        let now = self.core.clock.now();
        if held_up || !self.lock().is_empty() {
            return Some(now + STORE_RETRY);
        }
        self.core.read(|tx| tx.outbox_next_due(now)).unwrap_or(Some(now + STORE_RETRY))
    }

    /// What may leave now, through lines that may be used.
    fn due(&self) -> Vec<(Arc<Line>, OutboxRow)> {
        let now = self.core.clock.now();
        let due = self.core.read(|tx| tx.outbox_due(now, BATCH)).unwrap_or_default();
        let with_line = due.into_iter().filter_map(|row| {
            let line = self.core.lines.of(row.account).filter(|line| line.is_active())?;
            Some((line, row))
        });
        with_line.collect()
    }

    /// Checks a message once more and takes it for sending.
    async fn claim(&self, line: &Line, row: OutboxRow) -> Result<Taken, StoreError> {
        let id = row.id;
        // Before everything else: that its hour has passed says more than that its window closed with it.
        let held = if row.scheduled.is_some() && self.core.read(|tx| tx.scheduled_hold(id))?.is_some() {
            Err(NotReady::Asks)
        } else {
            ready(&self.core, line, &row).await
        };
        let loaded = match held {
            Ok(loaded) => loaded,
            Err(NotReady::Held(why)) => {
                tracing::warn!(event = "held_back", status = ?why);
                self.core.write(move |tx| tx.park(id, ParkReason::Held(why), None)).await?;
                return Ok(Taken::Held);
            }
            Err(NotReady::Asks) => {
                tracing::warn!(event = "time_missed");
                let held = self.core.write(move |tx| tx.hold_scheduled(id)).await?;
                return Ok(if held { Taken::Held } else { Taken::Gone });
            }
            Err(NotReady::Store(error)) => return Err(error),
        };
        let until = self.core.clock.now() + LEASE;
        let claimed = self.core.write(move |tx| {
            // The patient may have written since it was looked at.
            if tx.hold_scheduled(id)? {
                return Ok(None);
            }
            let row = tx.claim(id, until)?;
            let earlier = row.unclear_since.map(|_| reconcile::unclear(tx, &row)).transpose()?;
            Ok(Some((row, earlier)))
        });
        match claimed.await {
            Ok(Some((row, earlier))) => Ok(Taken::Claimed(Box::new(Claimed { row, ready: loaded, earlier }))),
            Ok(None) => Ok(Taken::Held),
            Err(StoreError::Conflict(_) | StoreError::NotFound) => Ok(Taken::Gone),
            Err(error) => Err(error),
        }
    }

    /// The one request, and what became of it.
    async fn send(&self, line: Arc<Line>, Claimed { row, ready, earlier }: Claimed) {
        let began = self.core.clock.now();
        let looked = match &earlier {
            Some(earlier) => last_look(&line, earlier, began).await,
            None => Ok(None),
        };
        let (event, answer) = match looked {
            Ok(None) => ("sent", line.connector.send(&ready.outgoing).await),
            Ok(Some(found)) => ("found", Ok(found)),
            Err(error) => ("not_checked", Err(SendError::Definite(error))),
        };
        let now = self.core.clock.now();
        let cause = answer.as_ref().err().map(SendError::cause);
        tracing::info!(
            event,
            channel = ready.outgoing.channel.as_str(),
            attempt = row.attempt,
            ms = now.duration_since(began).as_millis() as i64,
            status = cause.map(|cause| tracing::field::debug(cause.kind)),
            http = cause.and_then(|cause| cause.http),
            err_code = cause.and_then(|cause| cause.code).map(|code| code.code)
        );
        let kind = cause.map(|cause| cause.kind);
        if kind == Some(FailureKind::SignInNeeded) {
            crate::accounts::lost_right(&self.core, &line).await;
        }
        if kind == Some(FailureKind::OptedOut) {
            let Ready { identity, own_address, .. } = ready;
            let _ = self.core.write(move |tx| tx.set_opt_out(identity, &own_address, Some(now))).await;
        }
        let outcome = outcome(answer, row.attempt, now, self.core.dice.jitter());
        if self.write_down(row.id, outcome.clone()).await.is_err() {
            self.lock().insert(row.id, outcome);
        }
    }

    /// Writes down what became of an attempt. An error means that it must be tried again.
    async fn write_down(&self, id: OutboxId, outcome: Outcome) -> Result<(), StoreError> {
        let first_check = self.core.clock.now() + reconcile::FIRST;
        let written = self.core.write(move |tx| {
            Ok(match outcome {
                Outcome::Accepted(provider_id) => match tx.settle_accepted(id, &provider_id) {
                    // An answer with the id of another message says nothing about this one.
                    Err(StoreError::Conflict(Conflict::ProviderIdTaken)) => Some(lost(tx, id, first_check)?),
                    settled => settled.map(|()| Some(Wake::Accepted))?,
                },
                Outcome::Again { at, why, code } => after_all(tx.requeue(id, at, why, code)?),
                Outcome::Parked { reason, code } => after_all(tx.park(id, reason, code)?),
                Outcome::Unknown => Some(lost(tx, id, first_check)?),
            })
        });
        match written.await {
            Ok(wake) => {
                wake.into_iter().for_each(|wake| self.core.wake(wake));
                Ok(())
            }
            // Somebody settled it meanwhile: an echo, or a person.
            Err(StoreError::Conflict(_) | StoreError::NotFound) => {
                tracing::warn!(event = "settled_meanwhile");
                Ok(())
            }
            Err(error) => {
                tracing::error!(event = "outcome_not_written", status = error.word(), n = error.number());
                Err(error)
            }
        }
    }

    async fn write_the_unwritten(&self) -> bool {
        let waiting: Vec<_> = self.lock().iter().map(|(id, outcome)| (*id, outcome.clone())).collect();
        for (id, outcome) in waiting {
            if self.write_down(id, outcome).await.is_err() {
                return false;
            }
            self.lock().remove(&id);
        }
        true
    }

    /// At the beginning of a turn nothing is being sent. Rows that say so were left by a turn that broke.
    async fn sort_out_the_abandoned(&self) -> bool {
        match self.core.read(|tx| tx.outbox_counts()) {
            Ok(counts) if counts.sending == 0 => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
        let Ok(accounts) = self.core.read(|tx| tx.accounts()) else { return false };
        for account in accounts {
            let Ok(rows) = self.core.read(|tx| tx.outbox_of_account(account.id)) else { return false };
            for row in rows.into_iter().filter(|row| row.state == OutboxState::Sending) {
                if self.write_down(row.id, Outcome::Unknown).await.is_err() {
                    return false;
                }
            }
        }
        true
    }

    /// What was on its way when its account was given back can have come back into the queue since. It would leave
    /// whenever the account is connected again, perhaps months later.
    async fn hold_back_what_has_no_account(&self) -> bool {
        match self.core.read(|tx| Ok((tx.outbox_counts()?, tx.accounts()?))) {
            Ok((counts, _)) if counts.queued == 0 => true,
            Ok((_, accounts)) => {
                for account in accounts.into_iter().filter(|one| one.state == AccountState::Disconnected) {
                    if hold_back(&self.core, account.id).await.is_err() {
                        return false;
                    }
                }
                true
            }
            Err(_) => false,
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<OutboxId, Outcome>> {
        self.unwritten.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One more look for an earlier attempt, right before a message leaves that a person sends again: a second copy at the
/// patient's cannot be taken back. What cannot be told does not stop a person's decision; a provider that cannot be
/// asked does, for now.
async fn last_look(
    line: &Line,
    earlier: &UnknownSend,
    now: Timestamp,
) -> Result<Option<Accepted>, ConnectorError> {
    match line.connector.reconcile(earlier, now).await {
        Ok(Reconciled::Sent(accepted)) => Ok(Some(accepted)),
        Ok(Reconciled::NotSent | Reconciled::CannotTell) => Ok(None),
        // That a question is refused says nothing about the message.
        Err(error) if error.retry == Retry::Never => Err(ConnectorError { retry: Retry::Soon, ..error }),
        Err(error) => Err(error),
    }
}

/// Nobody knows what became of a send; whom that wakes.
fn lost(tx: &mut WriteTx<'_>, id: OutboxId, first_check: Timestamp) -> Result<Wake, StoreError> {
    Ok(match tx.settle_unknown(id, first_check)? {
        AttemptEnd::AsSaid => Wake::Unclear,
        AttemptEnd::Accepted => Wake::Accepted,
    })
}

/// Whom it wakes that an earlier attempt had arrived after all.
fn after_all(end: AttemptEnd) -> Option<Wake> {
    (end == AttemptEnd::Accepted).then_some(Wake::Accepted)
}

/// Holds back everything that waits in an account that was given back. How many messages.
pub(crate) async fn hold_back(core: &Core, account: AccountId) -> Result<u32, StoreError> {
    let waits = |row: &OutboxRow| row.state == OutboxState::Queued;
    if !core.read(|tx| tx.outbox_of_account(account))?.iter().any(waits) {
        return Ok(0);
    }
    core.write(move |tx| {
        // It may have been connected again meanwhile.
        if tx.account(account)?.is_none_or(|account| account.state != AccountState::Disconnected) {
            return Ok(0);
        }
        let mut held = 0;
        for row in tx.outbox_of_account(account)?.into_iter().filter(waits) {
            tx.park(row.id, ParkReason::Held(HoldReason::AccountGone), None::<ProviderCode>)?;
            held += 1;
        }
        Ok(held)
    })
    .await
}

impl Turn for Worker {
    fn name(&self) -> &'static str {
        "outbox"
    }

    fn bell(&self) -> &Bell {
        &self.bell
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(self.round())
    }

    fn may_be_cut(&self) -> bool {
        false
    }
}
