//! The read connections: lent one at a time, waited for when all are out.

use std::sync::{Condvar, Mutex, PoisonError};

use jiff::Timestamp;
use rusqlite::Connection;

use super::ReadTx;
use crate::{Result, StoreError};

pub(super) struct Readers {
    free: Mutex<Shelf>,
    back: Condvar,
}

struct Shelf {
    connections: Vec<Connection>,
    out: usize,
    open: bool,
}

impl Readers {
    pub fn new(connections: Vec<Connection>) -> Self {
        Self { free: Mutex::new(Shelf { connections, out: 0, open: true }), back: Condvar::new() }
    }

    /// Reads one state of the store: everything `f` asks sees the same commit.
    pub fn read<T>(&self, now: Timestamp, f: impl FnOnce(&ReadTx<'_>) -> Result<T>) -> Result<T> {
        let lent = self.take()?;
        lent.connection().prepare_cached("BEGIN")?.execute([])?;
        f(&ReadTx::on(lent.connection(), now))
    }

    fn take(&self) -> Result<Lent<'_>> {
        let mut shelf = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if !shelf.open {
                return Err(StoreError::Closed);
            }
            if let Some(connection) = shelf.connections.pop() {
                shelf.out += 1;
                return Ok(Lent { readers: self, connection: Some(connection) });
            }
            shelf = self.back.wait(shelf).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Closes every connection; waits for those that are out.
    pub fn close(&self) {
        let mut shelf = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.open = false;
        self.back.notify_all();
        while shelf.out > 0 {
            shelf = self.back.wait(shelf).unwrap_or_else(PoisonError::into_inner);
        }
        shelf.connections.clear();
    }
}

/// A connection that goes back to its shelf, with its transaction ended, whatever happens.
struct Lent<'a> {
    readers: &'a Readers,
    connection: Option<Connection>,
}

impl Lent<'_> {
    fn connection(&self) -> &Connection {
        self.connection.as_ref().expect("a lent connection is held until it is dropped")
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        if !connection.is_autocommit() {
            // A read has nothing to lose; a failing rollback leaves a connection that fails its next BEGIN.
            let _ = connection.prepare_cached("ROLLBACK").and_then(|mut end| end.execute([]));
        }
        let mut shelf = self.readers.free.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.connections.push(connection);
        shelf.out -= 1;
        // One waits for a connection or for the end; both kinds must hear of it.
        self.readers.back.notify_all();
    }
}
