//! Brings back what was put aside, when its time comes.
//!
//! Holds: the store says what is due, so nothing is forgotten over a night, a sleep of the computer or a crash.

use std::sync::Arc;

use anteroom_model::BoxFuture;
use jiff::SignedDuration;

use crate::core::Core;
use crate::tasks::{Bell, NextWake, Turn};

/// The store could not be written.
const AGAIN: SignedDuration = SignedDuration::from_secs(30);

/// The loop.
pub struct Snoozes {
    core: Arc<Core>,
}

impl Snoozes {
    /// The loop.
    pub const fn new(core: Arc<Core>) -> Self {
        Self { core }
    }

    async fn round(&self) -> NextWake {
        let now = self.core.clock.now();
        let next = match self.core.read(|tx| tx.next_wake()) {
            Ok(next) => next?,
            Err(_) => return Some(now + AGAIN),
        };
        if next > now {
            return Some(next);
        }
        match self.core.write(|tx| tx.wake_due()).await {
            Ok(back) => {
                tracing::info!(event = "snooze_over", n = back.len());
                // There may be more than one go takes.
                Some(now)
            }
            Err(_) => Some(now + AGAIN),
        }
    }
}

impl Turn for Snoozes {
    fn name(&self) -> &'static str {
        "snoozes"
    }

    fn bell(&self) -> &Bell {
        &self.core.bells.snoozes
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(self.round())
    }
}
