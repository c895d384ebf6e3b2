//! Bytes that left and came, per account and host, until they are written to the network page's ledger.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::AccountId;

use crate::ports::Traffic;

/// What was counted and not yet written down. Losing the last seconds in a crash is fine: it is a figure, not a fact.
#[derive(Clone, Default)]
pub struct Counted(Arc<Mutex<BTreeMap<(AccountId, String), Bytes>>>);

/// Bytes sent and received.
type Bytes = (u64, u64);

/// The traffic of one host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostTraffic {
    /// Whose connector talked.
    pub account: AccountId,
    /// To whom.
    pub host: String,
    /// Bytes sent.
    pub sent: u64,
    /// Bytes received.
    pub received: u64,
}

impl Counted {
    /// Counts for one account.
    pub fn of(&self, account: AccountId) -> Arc<dyn Traffic> {
        Arc::new(OfAccount { account, counted: self.clone() })
    }

    /// Takes what was counted since the last time.
    pub fn take(&self) -> Vec<HostTraffic> {
        let taken = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let told = taken.into_iter().map(|((account, host), (sent, received))| HostTraffic {
            account,
            host,
            sent,
            received,
        });
        told.collect()
    }
}

struct OfAccount {
    account: AccountId,
    counted: Counted,
}

impl Traffic for OfAccount {
    fn note(&self, host: &str, sent: u64, received: u64) {
        let mut counted = self.counted.0.lock().unwrap_or_else(PoisonError::into_inner);
        let sum = counted.entry((self.account, host.to_owned())).or_default();
        sum.0 += sent;
        sum.1 += received;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    #[test]
    fn what_was_taken_is_not_counted_twice() {
        let account = AccountId::at(Timestamp::UNIX_EPOCH, [1; 10]);
        let counted = Counted::default();
        let of = counted.of(account);
        of.note("api.example", 1, 10);
        of.note("api.example", 2, 20);
        let expected = HostTraffic { account, host: "api.example".into(), sent: 3, received: 30 };
        assert_eq!(counted.take(), [expected]);
        assert_eq!(counted.take(), []);
    }
}
