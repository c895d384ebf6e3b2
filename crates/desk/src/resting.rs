//! When nothing has happened for half a minute, the store's write-ahead file is emptied: it stays short, and what was
//! erased does not linger in it.

use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::BoxFuture;
use anteroom_store::Commit;
use jiff::SignedDuration;
use tokio::sync::broadcast::{self, error::TryRecvError};

use crate::core::Core;
use crate::tasks::{Bell, NextWake, Turn};

const QUIET: SignedDuration = SignedDuration::from_secs(30);

/// The loop that empties it.
pub struct Resting {
    core: Arc<Core>,
    bell: Bell,
    state: Mutex<State>,
}

struct State {
    commits: broadcast::Receiver<Commit>,
    unsettled: bool,
}

impl Resting {
    /// The loop.
    pub fn new(core: Arc<Core>) -> Self {
        let commits = core.store.changes();
        Self { core, bell: Bell::default(), state: Mutex::new(State { commits, unsettled: false }) }
    }

    /// Whether there were commits, and none since the last look.
    fn is_quiet_after_work(&self) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut busy = false;
        while let Ok(_) | Err(TryRecvError::Lagged(_)) = state.commits.try_recv() {
            busy = true;
        }
        let rest = state.unsettled && !busy;
        state.unsettled = busy;
        rest
    }

    async fn round(&self) -> NextWake {
        if self.is_quiet_after_work() && self.core.store.checkpoint().await.is_err() {
            tracing::warn!(event = "not_checkpointed");
        }
        Some(self.core.clock.now() + QUIET)
    }
}

impl Turn for Resting {
    fn name(&self) -> &'static str {
        "resting"
    }

    fn bell(&self) -> &Bell {
        &self.bell
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(self.round())
    }
}
