//! The loop that asks providers for the reactions that staff want to stand.
//!
//! Holds: a claim is committed before the socket opens; whatever changed while a wish waited is looked at first; a wish
//! that was exchanged meanwhile is not touched by the end of the older one. Reactions to different messages do not wait
//! for each other, nor messages for reactions.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use anteroom_model::{
    AccountState, BoxFuture, FailureKind, HoldReason, Next, ParkReason, SendError, after_failure, pause,
};
use anteroom_store::{ReactingRow, StoreError};
use futures::future::join_all;
use jiff::SignedDuration;

use super::Asked;
use crate::core::Core;
use crate::lines::Line;
use crate::tasks::{Bell, NextWake, Turn};

const BATCH: u32 = 20;
const STORE_RETRY: SignedDuration = SignedDuration::from_secs(5);
/// Without a network, asked again at least this often.
const OFFLINE_MOST: SignedDuration = SignedDuration::from_secs(30);

/// The loop.
pub struct Reactions {
    core: Arc<Core>,
}

impl Reactions {
    /// The loop.
    pub const fn new(core: Arc<Core>) -> Self {
        Self { core }
    }

    async fn round(&self) -> NextWake {
        let now = self.core.clock.now();
        if self.core.closing.load(Ordering::SeqCst) {
            return None;
        }
        let Ok(due) = self.core.read(|tx| tx.reacting_due(now, BATCH)) else {
            return Some(now + STORE_RETRY);
        };
        let full = due.len() >= BATCH as usize;
        let ends = join_all(due.into_iter().map(|wish| self.go(wish))).await;
        if ends.iter().any(Result::is_err) {
            return Some(self.core.clock.now() + STORE_RETRY);
        }
        // What waits for a person to sign in stays due and must not keep the others away for ever.
        if full && ends.contains(&Ok(Moved::Yes)) {
            return Some(now);
        }
        self.core.read(|tx| tx.reacting_next_due(now)).unwrap_or(Some(now + STORE_RETRY))
    }

    async fn go(&self, wish: ReactingRow) -> Result<Moved, StoreError> {
        let Some(line) = self.core.lines.of(wish.account) else { return self.nobody_to_ask(wish).await };
        if !line.is_active() {
            return Ok(Moved::No);
        }
        let asked = self.core.read(|tx| Asked::read(tx, wish.message))?;
        if let Err(misfit) = asked.fits(&self.core, &line) {
            return self.stop(wish, ParkReason::Held(misfit.hold())).await;
        }
        let id = wish.id;
        let Some(claimed) = self.core.write(move |tx| tx.claim_reaction(id)).await? else {
            return Ok(Moved::Yes);
        };
        self.ask(&line, asked, claimed).await?;
        Ok(Moved::Yes)
    }

    /// The one request, and what became of it.
    async fn ask(&self, line: &Line, asked: Asked, claimed: ReactingRow) -> Result<(), StoreError> {
        let began = self.core.clock.now();
        let outgoing = asked.outgoing(claimed.target.clone(), claimed.emoji.clone());
        let answer = line.connector.react(&outgoing).await;
        let now = self.core.clock.now();
        let cause = answer.as_ref().err().map(SendError::cause);
        tracing::info!(
            event = "reacted",
            channel = outgoing.channel.as_str(),
            attempt = claimed.attempt,
            ms = now.duration_since(began).as_millis() as i64,
            status = cause.map(|cause| tracing::field::debug(cause.kind)),
            http = cause.and_then(|cause| cause.http),
            err_code = cause.and_then(|cause| cause.code).map(|code| code.code)
        );
        let error = match answer {
            Ok(()) => return self.core.write(move |tx| tx.reaction_stands(&claimed)).await,
            Err(error) => error,
        };
        let (why, jitter) = (error.cause().kind, self.core.dice.jitter());
        if why == FailureKind::SignInNeeded {
            crate::accounts::lost_right(&self.core, line).await;
        }
        let next = match &error {
            // It may stand there. Asked for again it is the same reaction; the window's end is the end of that.
            SendError::Ambiguous(_) => Next::TryAt(now + pause(claimed.attempt, jitter)),
            // The account needs a person, not the reaction.
            SendError::Definite(_) if why == FailureKind::SignInNeeded => Next::TryAt(now),
            SendError::Definite(cause) => match after_failure(claimed.attempt, cause, now, jitter) {
                Next::TryAt(at) if why == FailureKind::Offline => Next::TryAt(at.min(now + OFFLINE_MOST)),
                next => next,
            },
        };
        let unclear = claimed.unclear || matches!(error, SendError::Ambiguous(_));
        let written = self.core.write(move |tx| match next {
            Next::TryAt(at) => tx.reaction_waits(&claimed, at, why, unclear),
            Next::Park(reason) => tx.reaction_stops(&claimed, reason, unclear),
        });
        written.await
    }

    /// An account that was given back does not come back by itself. Any other is about to open, and rings then.
    async fn nobody_to_ask(&self, wish: ReactingRow) -> Result<Moved, StoreError> {
        let account = self.core.read(|tx| tx.account(wish.account))?;
        match account.map_or(AccountState::Disconnected, |account| account.state) {
            AccountState::Disconnected => self.stop(wish, ParkReason::Held(HoldReason::AccountGone)).await,
            AccountState::NeedsSignIn | AccountState::Active => Ok(Moved::No),
        }
    }

    async fn stop(&self, wish: ReactingRow, why: ParkReason) -> Result<Moved, StoreError> {
        tracing::warn!(event = "reaction_held", status = ?why);
        let unclear = wish.unclear;
        self.core.write(move |tx| tx.reaction_stops(&wish, why, unclear)).await?;
        Ok(Moved::Yes)
    }
}

/// Whether a wish is no longer due as it was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moved {
    Yes,
    No,
}

impl Turn for Reactions {
    fn name(&self) -> &'static str {
        "reactions"
    }

    fn bell(&self) -> &Bell {
        &self.core.bells.reactions
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(self.round())
    }
}
