//! Reading and writing, told apart by type. All SQL about a table hangs on these two, in `tables/`.

use std::collections::BTreeSet;
use std::ops::Deref;

use jiff::Timestamp;
use rusqlite::{CachedStatement, Connection, OptionalExtension, Params, Row};

use super::Topic;
use crate::opening::RandomSource;
use crate::tables::summary;
use crate::{Result, StoreError};

/// One state of the store, to be read.
pub struct ReadTx<'a> {
    db: &'a Connection,
    now: Timestamp,
}

impl<'a> ReadTx<'a> {
    pub(super) const fn on(db: &'a Connection, now: Timestamp) -> Self {
        Self { db, now }
    }

    /// The store's clock when this transaction began.
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    pub(crate) const fn db(&self) -> &'a Connection {
        self.db
    }

    pub(crate) fn prepare(&self, sql: &str) -> Result<CachedStatement<'a>> {
        #[cfg(test)]
        crate::fixture::record(sql);
        Ok(self.db.prepare_cached(sql)?)
    }

    /// The first row, if there is one.
    pub(crate) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(read).transpose()
    }

    /// All rows.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// One value, if there is a row.
    pub(crate) fn value<T: rusqlite::types::FromSql>(
        &self,
        sql: &str,
        params: impl Params,
    ) -> Result<Option<T>> {
        Ok(self.prepare(sql)?.query_row(params, |row| row.get(0)).optional()?)
    }

    /// One value that must be there.
    pub(crate) fn required<T: rusqlite::types::FromSql>(&self, sql: &str, params: impl Params) -> Result<T> {
        self.value(sql, params)?.ok_or(StoreError::NotFound)
    }
}

/// A state of the store in the making. Everything that can be read can be read here too.
///
/// The kept summaries of conversations are brought up to date once, before the commit; until then reading a
/// conversation in the same transaction shows the summary from before.
pub struct WriteTx<'a> {
    read: ReadTx<'a>,
    random: &'a mut RandomSource,
    topics: BTreeSet<Topic>,
    changed: BTreeSet<i64>,
    witness: bool,
}

impl<'a> Deref for WriteTx<'a> {
    type Target = ReadTx<'a>;
    fn deref(&self) -> &Self::Target {
        &self.read
    }
}

impl<'a> WriteTx<'a> {
    pub(super) const fn on(db: &'a Connection, now: Timestamp, random: &'a mut RandomSource) -> Self {
        Self {
            read: ReadTx::on(db, now),
            random,
            topics: BTreeSet::new(),
            changed: BTreeSet::new(),
            witness: false,
        }
    }

    pub(crate) fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.read.prepare(sql)?.execute(params)?)
    }

    /// Runs a change that must hit exactly one row.
    pub(crate) fn change(&self, sql: &str, params: impl Params) -> Result<()> {
        match self.execute(sql, params)? {
            0 => Err(StoreError::NotFound),
            _ => Ok(()),
        }
    }

    /// Does something whole or not at all, without giving up what the transaction did before: what `part` left half done
    /// is taken back if it fails.
    ///
    /// # Errors
    /// Those of `part`; SQLite's when the transaction cannot go on.
    pub fn whole<T>(&mut self, part: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let (topics, changed) = (self.topics.clone(), self.changed.clone());
        self.mark("SAVEPOINT part")?;
        let done = part(self);
        if done.is_ok() {
            self.mark("RELEASE part")?;
            return done;
        }
        let back = self.mark("ROLLBACK TO part").and_then(|()| self.mark("RELEASE part"));
        (self.topics, self.changed) = (topics, changed);
        match done {
            Err(StoreError::Conflict(_) | StoreError::BadRow) => back.and(done),
            // What SQLite itself failed in may have ended the transaction already; it says why, a lost mark does not.
            other => other,
        }
    }

    fn mark(&self, sql: &str) -> Result<()> {
        self.read.db.prepare_cached(sql)?.execute([])?;
        Ok(())
    }

    /// Announced after the commit.
    pub(crate) fn touch(&mut self, topic: Topic) {
        self.topics.insert(topic);
    }

    /// The summary of this conversation (by row) is computed again before the commit, and its readers are told.
    pub(crate) fn touch_conversation(&mut self, row: i64) {
        self.changed.insert(row);
    }

    /// The witness file must know of this commit before anything else happens.
    pub(crate) const fn witness_this(&mut self) {
        self.witness = true;
    }

    /// Ten random bytes for an id.
    pub(crate) fn id_bytes(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        (self.random)(&mut bytes);
        bytes
    }

    /// A new id of any kind, made now.
    pub(crate) fn fresh<T>(&mut self, make: fn(Timestamp, [u8; 10]) -> T) -> T {
        let bytes = self.id_bytes();
        make(self.now(), bytes)
    }

    /// Brings every summary up to date; what is left is the topics and whether the witness must hear of it.
    pub(super) fn finish(mut self) -> Result<(Vec<Topic>, bool)> {
        for row in std::mem::take(&mut self.changed) {
            let id = summary::refresh(&self, row)?;
            self.topics.insert(Topic::Conversation(id));
            self.topics.insert(Topic::Inbox);
        }
        Ok((self.topics.into_iter().collect(), self.witness))
    }
}
