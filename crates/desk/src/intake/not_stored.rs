//! What came and could in no way be kept: the account remembers since when, until somebody signs in to it again.
//!
//! Holds: written in the transaction that moves the feed past it, so it is known as long as the thing itself is missing
//! here; the moment is that of the first one, because feeds tell of one thing again and again.
//! Refused: leaving the cursor where it is (one broken row would keep every later message out for ever).

use anteroom_model::AccountId;
use anteroom_store::{ReadTx, StoreError, WriteTx};

use crate::views::UtcMillis;

fn key(account: AccountId) -> String {
    format!("not_stored.{account}")
}

/// Something of this account could not be kept.
pub(super) fn remember(tx: &mut WriteTx<'_>, account: AccountId) -> Result<(), StoreError> {
    match since(tx, account)? {
        Some(_) => Ok(()),
        None => {
            let now = UtcMillis::from(tx.now());
            tx.put_setting(&key(account), &now)
        }
    }
}

/// Since when something of this account may be missing here.
pub fn since(tx: &ReadTx<'_>, account: AccountId) -> Result<Option<UtcMillis>, StoreError> {
    tx.setting(&key(account))
}

/// Somebody has seen it and signed in again.
pub fn forget(tx: &mut WriteTx<'_>, account: AccountId) -> Result<(), StoreError> {
    tx.delete_setting(&key(account))
}
