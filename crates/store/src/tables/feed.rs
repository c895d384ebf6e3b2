//! Where each feed stands, and whether its polls work.

use anteroom_model::{AccountId, Cursor, FailureKind};
use jiff::Timestamp;
use rusqlite::params;

use crate::column::{Fields, from_json, ms, to_json};
use crate::{ReadTx, Result, Topic, WriteTx};

/// How a feed is doing, from real polls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeedHealth {
    /// Everything up to then is here.
    pub ok_at: Option<Timestamp>,
    /// Messages after then may be missing.
    pub behind_since: Option<Timestamp>,
    /// Why the last poll failed; `None` when it did not.
    pub failing: Option<FailureKind>,
    /// Next attempt.
    pub next_at: Option<Timestamp>,
}

fn health(row: &mut Fields<'_>) -> Result<FeedHealth> {
    Ok(FeedHealth {
        ok_at: row.maybe_time()?,
        behind_since: row.maybe_time()?,
        failing: row.get::<Option<String>>()?.map(|json| from_json(&json)).transpose()?,
        next_at: row.maybe_time()?,
    })
}

impl ReadTx<'_> {
    /// How far a feed was read.
    pub fn cursor(&self, account: AccountId, feed: &str) -> Result<Option<Cursor>> {
        let cursor: Option<Option<String>> = self.value(
            "SELECT f.cursor FROM feed f JOIN account a ON a.row = f.account WHERE a.id = ?1 AND f.name = ?2",
            params![account.as_bytes(), feed],
        )?;
        Ok(cursor.flatten().map(Cursor))
    }

    /// How a feed is doing; all `None` before its first poll.
    pub fn feed_health(&self, account: AccountId, feed: &str) -> Result<FeedHealth> {
        let found = self.one(
            "SELECT f.ok_at, f.behind_since, f.failing, f.next_at FROM feed f JOIN account a ON a.row = f.account
             WHERE a.id = ?1 AND f.name = ?2",
            params![account.as_bytes(), feed],
            |row| health(&mut Fields::of(row)),
        )?;
        Ok(found.unwrap_or_default())
    }

    /// Every feed of an account with its health.
    pub fn feeds(&self, account: AccountId) -> Result<Vec<(String, FeedHealth)>> {
        self.all(
            "SELECT f.name, f.ok_at, f.behind_since, f.failing, f.next_at
             FROM feed f JOIN account a ON a.row = f.account WHERE a.id = ?1 ORDER BY f.name",
            [account.as_bytes()],
            |row| {
                let mut row = Fields::of(row);
                Ok((row.get()?, health(&mut row)?))
            },
        )
    }
}

impl WriteTx<'_> {
    /// Moves a feed on. In the transaction of what was read from it.
    pub fn set_cursor(&mut self, account: AccountId, feed: &str, cursor: &Cursor) -> Result<()> {
        let account = self.account_key(account)?;
        self.execute(
            "INSERT INTO feed (account, name, cursor) VALUES (?1, ?2, ?3)
             ON CONFLICT (account, name) DO UPDATE SET cursor = excluded.cursor
             WHERE cursor IS NOT excluded.cursor",
            params![account, feed, cursor.0],
        )?;
        Ok(())
    }

    /// Forgets how far a feed was read, so that everything is fetched again; what is here stays and is recognised.
    pub fn clear_cursor(&mut self, account: AccountId, feed: &str) -> Result<()> {
        let account = self.account_key(account)?;
        self.execute(
            "UPDATE feed SET cursor = NULL WHERE account = ?1 AND name = ?2",
            params![account, feed],
        )?;
        Ok(())
    }

    /// Keeps how a feed is doing.
    pub fn put_feed_health(&mut self, account: AccountId, feed: &str, health: &FeedHealth) -> Result<()> {
        let account = self.account_key(account)?;
        self.execute(
            "INSERT INTO feed (account, name, ok_at, behind_since, failing, next_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (account, name) DO UPDATE SET ok_at = excluded.ok_at, behind_since = excluded.behind_since,
               failing = excluded.failing, next_at = excluded.next_at",
            params![
                account,
                feed,
                health.ok_at.map(ms),
                health.behind_since.map(ms),
                health.failing.as_ref().map(to_json).transpose()?,
                health.next_at.map(ms),
            ],
        )?;
        self.touch(Topic::Accounts);
        Ok(())
    }
}
