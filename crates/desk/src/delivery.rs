//! How far our messages got: asking until the provider has said its last word, less and less often.
//!
//! On a crash: each message's row says when to ask next.

use std::collections::BTreeMap;
use std::sync::Arc;

use anteroom_model::{AccountId, BoxFuture, FailureKind, MessageId};
use anteroom_store::StatusDue;
use jiff::SignedDuration;

use crate::core::Core;
use crate::tasks::{Bell, NextWake, Turn};

const BATCH: u32 = 100;
const STORE_RETRY: SignedDuration = SignedDuration::from_secs(10);
/// A provider that did not answer is asked again then, whatever the messages' own times say.
const AFTER_FAILURE: SignedDuration = SignedDuration::from_secs(30);

/// The loop that asks.
pub struct Delivery {
    core: Arc<Core>,
    bell: Bell,
}

impl Delivery {
    /// The loop.
    pub fn new(core: Arc<Core>) -> Self {
        let bell = core.bells.delivery.clone();
        Self { core, bell }
    }

    async fn round(&self) -> NextWake {
        let now = self.core.clock.now();
        let Ok(due) = self.core.read(|tx| tx.statuses_due(now, BATCH)) else {
            return Some(now + STORE_RETRY);
        };
        let full = due.len() >= BATCH as usize;
        let mut by_account: BTreeMap<AccountId, Vec<StatusDue>> = BTreeMap::new();
        for message in due {
            by_account.entry(message.account).or_default().push(message);
        }
        let mut failed = false;
        for (account, messages) in by_account {
            failed |= !self.ask(account, messages).await;
        }
        if failed {
            return Some(self.core.clock.now() + AFTER_FAILURE);
        }
        if full {
            return Some(now);
        }
        self.core.read(|tx| tx.status_next_due()).ok().flatten()
    }

    /// Tells whether everything is written down; otherwise the same messages are due again.
    async fn ask(&self, account: AccountId, messages: Vec<StatusDue>) -> bool {
        let asked: Vec<MessageId> = messages.iter().map(|message| message.message).collect();
        let Some(line) = self.core.lines.of(account).filter(|line| line.is_active()) else {
            // Nobody can be asked; the next time comes later.
            return self.core.write(move |tx| tx.statuses_asked(&asked)).await.is_ok();
        };
        let ids: Vec<String> = messages.into_iter().map(|message| message.provider_id).collect();
        match line.connector.statuses(&ids).await {
            Ok(updates) => {
                let written = self.core.write(move |tx| {
                    for update in &updates {
                        tx.apply_status(account, update)?;
                    }
                    tx.statuses_asked(&asked)
                });
                written.await.is_ok()
            }
            Err(error) => {
                tracing::warn!(event = "statuses_not_read", account = %account, status = ?error.kind, http = error.http);
                if error.kind == FailureKind::SignInNeeded {
                    crate::accounts::lost_right(&self.core, &line).await;
                }
                false
            }
        }
    }
}

impl Turn for Delivery {
    fn name(&self) -> &'static str {
        "delivery"
    }

    fn bell(&self) -> &Bell {
        &self.bell
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(self.round())
    }
}
