//! The network ledger: which hosts were talked to, and how much, per day.

use anteroom_model::AccountId;
use jiff::civil::Date;
use rusqlite::params;

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
            |row| {
                let mut row = Fields::of(row);
                Ok(HostUse {
                    host: row.get()?,
                    sent: row.get::<i64>()?.unsigned_abs(),
                    received: row.get::<i64>()?.unsigned_abs(),
                })
            },
        )
    }
}

impl WriteTx<'_> {
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
        let [sent, received] = [sent, received].map(|bytes| i64::try_from(bytes).unwrap_or(i64::MAX));
        self.execute(
            "INSERT INTO network_use (account, host, day, sent, received) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (account, host, day) DO UPDATE SET sent = sent + excluded.sent,
               received = received + excluded.received",
            params![account, host, day.to_string(), sent, received],
        )?;
        Ok(())
    }
}
