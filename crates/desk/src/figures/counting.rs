//! The loop that counts what is due, a few days at a time, the newest first.

use std::sync::Arc;

use anteroom_model::BoxFuture;
use anteroom_store::{DueDay, FigureRules, StoreError};
use jiff::SignedDuration;

use crate::core::Core;
use crate::tasks::{Bell, NextWake, Turn};

/// When the disk refuses.
const AFTER_TROUBLE: SignedDuration = SignedDuration::from_mins(1);

/// The loop.
pub(crate) struct Counting {
    core: Arc<Core>,
    bell: Bell,
}

impl Counting {
    /// The loop.
    pub fn new(core: Arc<Core>) -> Self {
        let bell = core.bells.figures.clone();
        Self { core, bell }
    }

    async fn round(&self) -> NextWake {
        match self.count().await {
            Ok(0) => None,
            Ok(days) => {
                tracing::info!(event = "figures_counted", n = days);
                None
            }
            Err(error) => {
                tracing::warn!(event = "figures_not_counted", status = error.word());
                Some(self.core.clock.now() + AFTER_TROUBLE)
            }
        }
    }

    /// Counts until nothing is due. How many days it were.
    async fn count(&self) -> Result<usize, StoreError> {
        let mut counted = 0;
        loop {
            let rules = rules(&self.core);
            let core = self.core.clone();
            let asked = rules.clone();
            let plan = apart(move || core.read(|tx| tx.figures_due(&asked))).await?;
            // Nobody has asked for figures in this clinic: nothing is counted for nobody.
            if !plan.wanted || plan.is_done() {
                return Ok(counted);
            }
            let begin = rules.clone();
            self.core.write(move |tx| tx.figures_begin(&begin)).await?;
            let mut done = 0;
            while !plan.next(done).is_empty() {
                done += self.chunk(plan.next(done).to_vec(), &rules).await?;
            }
            counted += done;
            self.late(&rules).await?;
        }
    }

    /// Counts the first days of a chunk; how many it came to.
    async fn chunk(&self, days: Vec<DueDay>, rules: &FigureRules) -> Result<usize, StoreError> {
        let announced = days.clone();
        self.core.write(move |tx| tx.figures_reading(&announced)).await?;
        let (core, rules) = (self.core.clone(), rules.clone());
        let counts = apart(move || core.read(|tx| tx.count_days(&days, &rules))).await?;
        let n = counts.len();
        self.core.write(move |tx| tx.figures_keep(&counts)).await?;
        Ok(n)
    }

    async fn late(&self, rules: &FigureRules) -> Result<(), StoreError> {
        let (core, rules) = (self.core.clone(), rules.clone());
        let late = apart(move || core.read(|tx| tx.late_waits(&rules))).await?;
        if late.is_empty() {
            return Ok(());
        }
        self.core.write(move |tx| tx.keep_late_waits(&late)).await
    }
}

/// Runs a read that takes its time away from the executor.
pub(crate) async fn apart<T: Send + 'static, E: From<StoreError> + Send + 'static>(
    work: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, E> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| Err(StoreError::GivenUp.into()))
}

/// Under what is counted now.
pub(crate) fn rules(core: &Core) -> FigureRules {
    FigureRules { zone: core.zone(), hours: (*core.hours.get()).clone() }
}

impl Turn for Counting {
    fn name(&self) -> &'static str {
        "figures"
    }

    fn bell(&self) -> &Bell {
        &self.bell
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(self.round())
    }
}
