//! Keeping accounts alive: credentials are renewed when they are due, template lists read again, traffic written down;
//! and seeing those off whose disconnect broke off.

use std::sync::Arc;

use anteroom_model::{AccountState, BoxFuture, FailureKind};
use anteroom_store::StoreError;
use jiff::{SignedDuration, Timestamp};

use super::disconnect::finish_all;
use crate::core::Core;
use crate::lines::Line;
use crate::tasks::{Bell, NextWake, Turn};

/// The loop that looks after the accounts.
pub struct Upkeep {
    core: Arc<Core>,
    bell: Bell,
}

const ROUND: SignedDuration = SignedDuration::from_mins(15);
/// A disconnect could not be written down.
const STORE_RETRY: SignedDuration = SignedDuration::from_mins(1);
/// Templates change in the provider's console, rarely.
const TEMPLATES_EVERY: SignedDuration = SignedDuration::from_hours(6);

impl Upkeep {
    /// The loop.
    pub fn new(core: Arc<Core>) -> Self {
        let bell = core.bells.upkeep.clone();
        Self { core, bell }
    }

    async fn round(&self) -> NextWake {
        let all_gone = finish_all(&self.core).await;
        for line in self.core.lines.all() {
            if line.is_active() {
                self.renew(&line).await;
                read_templates(&self.core, &line, TEMPLATES_EVERY).await;
            }
        }
        self.write_traffic().await;
        Some(self.core.clock.now() + if all_gone { ROUND } else { STORE_RETRY })
    }

    /// The connector knows when its credential is due; most rounds it has nothing to do.
    async fn renew(&self, line: &Line) {
        let account = line.account.id;
        match line.connector.renew(self.core.clock.now()).await {
            Ok(Some(credential)) => {
                let kept = credential.clone();
                // Somebody may have disconnected the account while the provider answered: then nothing of it comes back.
                let written = self.core.write(move |tx| match tx.account(account)? {
                    Some(known) if known.state != AccountState::Disconnected => {
                        tx.set_credential(account, &kept)
                    }
                    _ => Err(StoreError::NotFound),
                });
                let written = written.await;
                tracing::info!(event = "renewed", account = %account, state = written.is_ok());
                let unwritten = match written {
                    Ok(()) => None,
                    Err(StoreError::NotFound) => return,
                    Err(_) => Some(credential),
                };
                if let Err(error) = super::open_with(&self.core, account, unwritten) {
                    tracing::error!(event = "line_not_opened", account = %account, status = error.word());
                }
            }
            Ok(None) => {}
            Err(error) if error.kind == FailureKind::SignInNeeded => {
                super::lost_right(&self.core, line).await
            }
            Err(error) => {
                tracing::warn!(event = "not_renewed", account = %account, status = ?error.kind, http = error.http);
            }
        }
    }

    async fn write_traffic(&self) {
        let counted = self.core.traffic.take();
        if counted.is_empty() {
            return;
        }
        let day = self.core.clock.now().to_zoned(self.core.zone()).date();
        let written = self.core.write(move |tx| {
            for host in &counted {
                match host.account {
                    Some(account) => {
                        tx.add_network_use(account, &host.host, host.sent, host.received, day)?
                    }
                    None => tx.add_connecting_use(&host.host, host.sent, host.received, day)?,
                }
            }
            Ok(())
        });
        if written.await.is_err() {
            tracing::warn!(event = "traffic_not_written");
        }
    }
}

/// Reads the list of templates again, if the kept one is older than `age`.
pub(crate) async fn read_templates(core: &Core, line: &Line, age: SignedDuration) {
    let account = line.account.id;
    let has_templates =
        line.channels().into_iter().any(|channel| line.connector.capabilities(channel).templates);
    if !has_templates {
        return;
    }
    let read_at: Option<Timestamp> =
        core.read(|tx| tx.templates(account)).ok().flatten().map(|cache| cache.read_at);
    if read_at.is_some_and(|at| core.clock.now().duration_since(at) < age) {
        return;
    }
    match line.connector.templates().await {
        Ok(templates) => {
            let _ = core.write(move |tx| tx.put_templates(account, &templates)).await;
        }
        Err(error) if error.kind == FailureKind::SignInNeeded => super::lost_right(core, line).await,
        Err(error) => tracing::warn!(event = "templates_not_read", account = %account, status = ?error.kind),
    }
}

impl Turn for Upkeep {
    fn name(&self) -> &'static str {
        "upkeep"
    }

    fn bell(&self) -> &Bell {
        &self.bell
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(self.round())
    }
}
