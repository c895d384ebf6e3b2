//! Intake: what the providers tell, into the store.
//!
//! Holds: one answer of a feed is one transaction: who wrote, what they wrote, statuses, reactions, and how far the
//! feed was read. Taking the same answer in twice changes nothing. Nothing is said about it before the commit. What
//! does not fit is kept as something that cannot be shown, or the account says that it is not here (`not_stored`).
//! Refused: a queue in memory between poll and store (lost on a crash, and the cursor would have moved on).
//! On a crash: the transaction is there or not; if not, the same answer is asked for again.

mod event;
mod kept;
pub(crate) mod not_stored;
mod poll;
#[cfg(test)]
mod tests;
mod times;

use anteroom_model::{AccountId, Batch, ChannelKind, ConversationId, Feed, Phi};
use anteroom_store::sealed::SealedFile;
use anteroom_store::{StoreError, WriteTx};

use crate::automatic::{Came, Rules};
use crate::core::{Core, Wake};
use crate::lines::Line;
use crate::notify::News;

pub use poll::Poll;

/// What an answer brought, apart from what is in the store now.
#[derive(Default)]
struct Brought {
    news: News,
    files: bool,
    settled: bool,
    statuses: bool,
    removed: Vec<SealedFile>,
    strangers: Vec<(ChannelKind, Phi<String>)>,
    wrote: Vec<ConversationId>,
    channels: Vec<ChannelKind>,
    skipped: u32,
    /// What a rule may answer.
    came: Vec<Came>,
    /// A rule has written something.
    answered: bool,
}

impl Brought {
    /// And what one more event brought.
    fn add(&mut self, more: Self) {
        let Self {
            news,
            files,
            settled,
            statuses,
            removed,
            strangers,
            wrote,
            channels,
            skipped,
            came,
            answered,
        } = more;
        self.news = self.news.and(&news);
        self.files |= files;
        self.settled |= settled;
        self.statuses |= statuses;
        self.removed.extend(removed);
        self.strangers.extend(strangers);
        self.wrote.extend(wrote);
        self.channels.extend(channels);
        self.skipped += skipped;
        self.came.extend(came);
        self.answered |= answered;
    }
}

/// Takes in one answer of a feed.
pub(crate) async fn take_in(core: &Core, line: &Line, feed: &Feed, batch: Batch) -> Result<(), StoreError> {
    let (account, name) = (line.account.id, feed.name);
    let unmoved = core.read(|tx| tx.cursor(account, name))?.as_ref() == Some(&batch.cursor);
    if unmoved && batch.events.is_empty() && batch.gaps.is_empty() {
        return Ok(());
    }
    let count = batch.events.len();
    let rules = Rules::of(core);
    let brought = core
        .write(move |tx| {
            let cursor = batch.cursor.clone();
            let mut brought = store(tx, account, batch)?;
            if let Some(rules) = rules {
                brought.answered = rules.answer(tx, account, &brought.came)?;
            }
            tx.set_cursor(account, name, &cursor)?;
            Ok(brought)
        })
        .await?;
    tracing::info!(event = "took_in", account = %account, feed = name, n = count);
    if brought.skipped > 0 {
        tracing::error!(event = "skipped", account = %account, feed = name, n = brought.skipped);
    }
    after(core, line, brought);
    Ok(())
}

fn store(tx: &mut WriteTx<'_>, account: AccountId, mut batch: Batch) -> Result<Brought, StoreError> {
    times::put_right(&mut batch, tx.now());
    let mut taking = event::Taking::new(account);
    for event in &batch.events {
        taking.take(tx, event)?;
    }
    for gap in &batch.gaps {
        taking.gap(tx, gap)?;
    }
    Ok(taking.brought)
}

fn after(core: &Core, line: &Line, brought: Brought) {
    for (channel, handle) in brought.strangers {
        core.strangers.met(line.account.id, channel, handle, core.clock.now());
    }
    core.unread.wrote(brought.wrote);
    if !brought.channels.is_empty() {
        brought.channels.iter().for_each(|channel| line.carries(*channel));
        // A channel of its own may have templates of its own.
        core.bells.upkeep.ring();
        core.pulse();
    }
    for file in brought.removed {
        // Its key is gone with its row; a file that stays is noise.
        let _ = core.store.files().remove(file.name);
    }
    if brought.files {
        core.wake(Wake::Files);
    }
    if brought.statuses {
        core.wake(Wake::Accepted);
    }
    if brought.settled || brought.answered {
        core.wake(Wake::Outbox);
    }
    core.notices.came(brought.news);
}
