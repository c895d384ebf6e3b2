//! The network ledger: which hosts were talked to, and how much, per day.

use anteroom_model::AccountId;
use jiff::civil::Date;
use rusqlite::{Row, params};

use crate::column::Fields;
use crate::{ReadTx, Result, WriteTx};

/// Traffic with a host on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostUse {
    /// The host.
    pub host: String,
    /// Bytes sent.
    pub sent: u64,
    /// Bytes received.
    pub received: u64,
}

impl ReadTx<'_> {
    /// What an account's hosts were told and told us on a day.
    pub fn network_use(&self, account: AccountId, day: Date) -> Result<Vec<HostUse>> {
        self.all(
            "SELECT n.host, n.sent, n.received FROM account a JOIN network_use n ON n.account = a.row
             WHERE a.id = ?1 AND n.day = ?2 ORDER BY n.host",
            params![account.as_bytes(), day.to_string()],
            host_use,
        )
    }

    /// The same of credentials that were only tried.
    pub fn connecting_use(&self, day: Date) -> Result<Vec<HostUse>> {
        self.all(
            "SELECT host, sent, received FROM connecting_use WHERE day = ?1 ORDER BY host",
            [day.to_string()],
            host_use,
        )
    }
}

fn host_use(row: &Row<'_>) -> Result<HostUse> {
    let mut row = Fields::of(row);
    Ok(HostUse {
        host: row.get()?,
        sent: row.get::<i64>()?.unsigned_abs(),
        received: row.get::<i64>()?.unsigned_abs(),
    })
}

/// Bytes as the tables keep them.
fn kept(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

impl WriteTx<'_> {
    /// Adds traffic with which a credential was only tried.
    pub fn add_connecting_use(&mut self, host: &str, sent: u64, received: u64, day: Date) -> Result<()> {
        self.execute(
            "INSERT INTO connecting_use (host, day, sent, received) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (day, host) DO UPDATE SET sent = sent + excluded.sent,
               received = received + excluded.received",
            params![host, day.to_string(), kept(sent), kept(received)],
        )?;
        Ok(())
    }

    /// Adds traffic to the ledger.
    pub fn add_network_use(
        &mut self,
        account: AccountId,
        host: &str,
        sent: u64,
        received: u64,
        day: Date,
    ) -> Result<()> {
        let account = self.account_key(account)?;
        self.execute(
            "INSERT INTO network_use (account, host, day, sent, received) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (account, host, day) DO UPDATE SET sent = sent + excluded.sent,
               received = received + excluded.received",
            params![account, host, day.to_string(), kept(sent), kept(received)],
        )?;
        Ok(())
    }
}
