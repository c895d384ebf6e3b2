//! Numbers that nearly every commit changes: how many commits there were, the counts beside the queues, when each channel
//! last brought something.
//!
//! Holds: they are rows of one small table, so one page, because every page that a commit touches is encrypted, signed
//! and written. They change in the transaction of what they count.
//! Refused: a table for each of them (two more pages at every message); counting afresh (2.5 ms at a million messages).

use anteroom_model::{AccountId, ChannelKind};
use jiff::Timestamp;
use rusqlite::{Connection, params};

use crate::codes::Coded;
use crate::column::{Fields, ms, time};
use crate::{ReadTx, Result, WriteTx};

/// The counts beside the queues, of one channel or of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counted {
    pub waiting: i64,
    pub unopened: i64,
    pub not_sent: i64,
}

/// How many commits this database has seen.
pub(crate) fn commits(db: &Connection) -> Result<u64> {
    let mut ask =
        db.prepare_cached("SELECT value FROM tally WHERE what = 0 AND account = 0 AND channel = 0")?;
    Ok(ask.query_row([], |row| row.get::<_, i64>(0))?.unsigned_abs())
}

/// One more commit; its number. Two statements: `RETURNING` would build a table in memory for one number.
pub(crate) fn count_commit(db: &Connection) -> Result<u64> {
    db.prepare_cached("UPDATE tally SET value = value + 1 WHERE what = 0 AND account = 0 AND channel = 0")?
        .execute([])?;
    commits(db)
}

/// At least so many commits, as far as anybody outside knows.
pub(crate) fn commits_at_least(db: &Connection, commits: u64) -> Result<()> {
    db.execute(
        "UPDATE tally SET value = max(value, ?1) WHERE what = 0 AND account = 0 AND channel = 0",
        [commits.cast_signed()],
    )?;
    Ok(())
}

impl ReadTx<'_> {
    pub(super) fn counted(&self, channel: Option<i64>) -> Result<Counted> {
        let found = self.one(
            "SELECT sum(iif(what = 1, value, 0)), sum(iif(what = 2, value, 0)), sum(iif(what = 3, value, 0))
             FROM tally WHERE what BETWEEN 1 AND 3 AND (?1 IS NULL OR channel = ?1)",
            [channel],
            |row| {
                let mut row = Fields::of(row);
                Ok(Counted { waiting: row.get()?, unopened: row.get()?, not_sent: row.get()? })
            },
        )?;
        Ok(found.unwrap_or_default())
    }

    /// The provider's time of the newest message or call on a channel of an account.
    pub fn last_message_at(&self, account: AccountId, channel: ChannelKind) -> Result<Option<Timestamp>> {
        let at: Option<i64> = self.value(
            "SELECT n.value FROM account a JOIN tally n ON n.what = 4 AND n.account = a.row
             WHERE a.id = ?1 AND n.channel = ?2",
            params![account.as_bytes(), channel.code()],
        )?;
        at.map(time).transpose()
    }
}

impl WriteTx<'_> {
    /// What a conversation counted for before, and now.
    pub(super) fn recount(&self, channel: ChannelKind, before: Counted, now: Counted) -> Result<()> {
        let changes = [
            (1, now.waiting - before.waiting),
            (2, now.unopened - before.unopened),
            (3, now.not_sent - before.not_sent),
        ];
        for (what, by) in changes.into_iter().filter(|(_, by)| *by != 0) {
            self.change(
                "UPDATE tally SET value = value + ?3 WHERE what = ?1 AND account = 0 AND channel = ?2",
                params![what, channel.code(), by],
            )?;
        }
        Ok(())
    }

    /// Something of the provider's happened at this time.
    pub(super) fn note_news(&self, account: i64, channel: i64, at: Timestamp) -> Result<()> {
        self.execute(
            "INSERT INTO tally (what, account, channel, value) VALUES (4, ?1, ?2, ?3)
             ON CONFLICT (what, account, channel) DO UPDATE SET value = excluded.value WHERE value < excluded.value",
            params![account, channel, ms(at)],
        )?;
        Ok(())
    }
}
