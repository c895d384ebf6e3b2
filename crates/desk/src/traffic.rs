//! Bytes that left and came, per account and host, until they are written to the network page's ledger. What is asked
//! with a credential that is only tried has no account yet and is counted by itself.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::AccountId;

use crate::ports::Traffic;

/// What was counted and not yet written down. Losing the last seconds in a crash is fine: it is a figure, not a fact.
#[derive(Clone, Default)]
pub struct Counted(Arc<Mutex<BTreeMap<(Whose, String), Bytes>>>);

/// The account; `None` while a credential is only tried.
type Whose = Option<AccountId>;

/// Bytes sent and received.
type Bytes = (u64, u64);

/// The traffic of one host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostTraffic {
    /// Whose connector talked; `None` while a credential was only tried.
    pub account: Option<AccountId>,
    /// To whom.
    pub host: String,
    /// Bytes sent.
    pub sent: u64,
    /// Bytes received.
    pub received: u64,
}

impl Counted {
    /// Counts for one account, or for a credential that is only tried.
    pub fn of(&self, account: Option<AccountId>) -> Arc<dyn Traffic> {
        Arc::new(OfAccount { account, counted: self.clone() })
    }

    /// What is counted and not written down yet.
    pub fn waiting(&self, account: Option<AccountId>) -> Vec<HostTraffic> {
        let counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let theirs = counted.iter().filter(|((of, _), _)| *of == account);
        let told = theirs.map(|((_, host), &(sent, received))| HostTraffic {
            account,
            host: host.clone(),
            sent,
            received,
        });
        told.collect()
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
    account: Whose,
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
        let account = Some(AccountId::at(Timestamp::UNIX_EPOCH, [1; 10]));
        let counted = Counted::default();
        let of = counted.of(account);
        of.note("api.example", 1, 10);
        of.note("api.example", 2, 20);
        counted.of(None).note("api.example", 5, 50);
        let host =
            |account, sent, received| HostTraffic { account, host: "api.example".into(), sent, received };
        assert_eq!(counted.waiting(account), [host(account, 3, 30)]);
        assert_eq!(counted.take(), [host(None, 5, 50), host(account, 3, 30)]);
        assert_eq!((counted.waiting(account), counted.take()), (vec![], vec![]));
    }
}
