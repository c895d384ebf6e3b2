//! The writer thread: takes one job after the other, each in its own `BEGIN IMMEDIATE`, and announces what it did.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use anteroom_model::Clock;
use rusqlite::Connection;
use tokio::sync::broadcast;

use super::{Commit, WriteTx};
use crate::opening::{FilePlace, RandomSource, Witness};
use crate::tables::tally;
use crate::{Result, StoreError};

/// A job for the writer.
pub(super) type Job = Box<dyn FnOnce(&mut Writer) + Send>;

/// What the writer thread holds.
pub(crate) struct Writer {
    pub db: Connection,
    pub path: PathBuf,
    pub place: FilePlace,
    pub clock: Arc<dyn Clock>,
    pub random: RandomSource,
    pub announce: broadcast::Sender<Commit>,
    pub witness: Witness,
    pub unwitnessed: u32,
}

/// Commits after which the witness hears of them even if none of them was about the outbox.
const WITNESS_EVERY: u32 = 64;

impl Writer {
    /// Works until every sender is gone or the store is closed.
    pub fn run(mut self, jobs: &Receiver<Job>) {
        while let Ok(job) = jobs.recv() {
            job(&mut self);
        }
    }

    /// One transaction. An error, or a panic in the caller's code, rolls everything back and announces nothing.
    pub fn write<T>(&mut self, f: impl FnOnce(&mut WriteTx<'_>) -> Result<T>) -> Result<T> {
        // Writing to a file that was unlinked succeeds and is lost with the process.
        if !self.place.is_still(&self.path) {
            return Err(StoreError::Gone);
        }
        self.roll_back();
        self.db.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        let before = self.db.total_changes();
        let mut tx = WriteTx::on(&self.db, self.clock.now(), &mut self.random);
        let done = catch_unwind(AssertUnwindSafe(|| f(&mut tx)))
            .unwrap_or(Err(StoreError::GivenUp))
            .and_then(|value| Ok((value, tx.finish()?)));
        match done.and_then(|(value, told)| Ok((value, told, self.commit(before)?))) {
            Ok((value, _, None)) => Ok(value),
            Ok((value, (topics, witness), Some(seq))) => {
                // Nobody listening is no fault.
                let _ = self.announce.send(Commit { seq, topics });
                self.unwitnessed += 1;
                if witness || self.unwitnessed >= WITNESS_EVERY {
                    self.witness_or_later();
                }
                Ok(value)
            }
            Err(error) => {
                self.roll_back();
                Err(error)
            }
        }
    }

    /// Ends what is open. SQLite has rolled back by itself after the worst errors; if it cannot now, the next write
    /// tries again before it begins.
    fn roll_back(&self) {
        if !self.db.is_autocommit() {
            let _ = self.db.prepare_cached("ROLLBACK").and_then(|mut end| end.execute([]));
        }
    }

    /// The commit stands whatever becomes of the witness: saying that it failed would be a lie. The next commit tries
    /// again.
    fn witness_or_later(&mut self) {
        if let Err(error) = self.witness_now() {
            self.unwitnessed = WITNESS_EVERY;
            tracing::error!(event = "witness_not_written", status = error.word(), n = error.number());
        }
    }

    /// Ends the transaction; the commit's number, or `None` if nothing was written.
    fn commit(&self, before: u64) -> Result<Option<u64>> {
        if self.db.total_changes() == before {
            self.db.prepare_cached("ROLLBACK")?.execute([])?;
            return Ok(None);
        }
        let seq = tally::count_commit(&self.db)?;
        self.db.prepare_cached("COMMIT")?.execute([])?;
        Ok(Some(seq))
    }

    /// Moves everything from the WAL into the file and tells the witness.
    pub fn checkpoint(&mut self) -> Result<()> {
        let busy: i64 = self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        self.witness_now()?;
        if busy != 0 { Err(StoreError::Busy) } else { Ok(()) }
    }

    /// Writes down, outside the database, how far it is.
    pub fn witness_now(&mut self) -> Result<()> {
        self.witness.write(&self.db)?;
        self.unwitnessed = 0;
        Ok(())
    }
}
