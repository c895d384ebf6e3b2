//! Connected accounts.
//!
//! Holds: an account of a provider is one row for ever. Disconnected and connected again it is the same row, so its
//! conversations go on.

use anteroom_model::{
    Account, AccountId, AccountProfile, AccountState, ChannelKind, Credential, Grant, Provider,
};
use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::codes::Coded;
use crate::column::{Fields, ms, to_json};
use crate::{Conflict, ReadTx, Result, StoreError, Topic, WriteTx};

/// An account to connect.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Whose API.
    pub provider: Provider,
    /// What staff call it.
    pub label: String,
    /// The provider's own id.
    pub remote_id: String,
    /// The channels it carries.
    pub channels: Vec<ChannelKind>,
    /// Our own addresses on it.
    pub own_addresses: Vec<String>,
    /// The rights that the provider showed.
    pub grants: Vec<Grant>,
    /// When its credential ends.
    pub credential_expires_at: Option<Timestamp>,
    /// Loopback instead of the provider's hosts; demo and test clinics only.
    pub base_url: Option<url::Url>,
}

const COLUMNS: &str = "SELECT id, provider, label, remote_id, channels, own_addresses, state, connected_at, \
                       credential_end, base_url, human_agent, grants FROM account";

fn account_row(row: &Row<'_>) -> Result<Account> {
    let mut row = Fields::of(row);
    Ok(Account {
        id: row.id(AccountId::from_uuid)?,
        provider: provider(&row.get::<String>()?)?,
        label: row.get()?,
        remote_id: row.get()?,
        channels: row.json()?,
        own_addresses: row.json()?,
        state: row.coded()?,
        connected_at: row.time()?,
        credential_expires_at: row.maybe_time()?,
        base_url: row
            .get::<Option<String>>()?
            .map(|text| url::Url::parse(&text).map_err(|_| StoreError::BadRow))
            .transpose()?,
        human_agent: row.flag()?,
        grants: row.json()?,
    })
}

fn provider(word: &str) -> Result<Provider> {
    [Provider::Instagram, Provider::Twilio]
        .into_iter()
        .find(|provider| provider.as_str() == word)
        .ok_or(StoreError::BadRow)
}

impl ReadTx<'_> {
    /// All accounts ever connected, in order.
    pub fn accounts(&self) -> Result<Vec<Account>> {
        self.all(&format!("{COLUMNS} ORDER BY row"), [], account_row)
    }

    /// One of them.
    pub fn account(&self, id: AccountId) -> Result<Option<Account>> {
        self.one(&format!("{COLUMNS} WHERE id = ?1"), [id.as_bytes()], account_row)
    }

    pub(crate) fn account_key(&self, id: AccountId) -> Result<i64> {
        self.required("SELECT row FROM account WHERE id = ?1", [id.as_bytes()])
    }
}

impl WriteTx<'_> {
    /// Connects an account. One that was disconnected comes back with its history;
    /// [`Conflict::AlreadyConnected`] if it is connected now. Whether it may answer late has to be said anew: the new
    /// credential may belong to another app.
    pub fn add_account(&mut self, new: &NewAccount, credential: &Credential) -> Result<AccountId> {
        let known = self.one(
            &format!("{COLUMNS} WHERE provider = ?1 AND remote_id = ?2"),
            params![new.provider.as_str(), new.remote_id],
            account_row,
        )?;
        let id = match known {
            Some(account) if account.state != AccountState::Disconnected => {
                return Err(Conflict::AlreadyConnected.into());
            }
            Some(account) => account.id,
            None => self.fresh(AccountId::at),
        };
        self.execute(
            "INSERT INTO account (id, provider, remote_id, label, channels, own_addresses, state, connected_at,
                                  credential_end, base_url, grants)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?8, ?9, ?10)
             ON CONFLICT (id) DO UPDATE SET label = excluded.label, channels = excluded.channels,
               own_addresses = excluded.own_addresses, state = 0, connected_at = excluded.connected_at,
               credential_end = excluded.credential_end, base_url = excluded.base_url, human_agent = 0,
               grants = excluded.grants",
            params![
                id.as_bytes(),
                new.provider.as_str(),
                new.remote_id,
                new.label,
                to_json(&new.channels)?,
                to_json(&new.own_addresses)?,
                ms(self.now()),
                new.credential_expires_at.map(ms),
                new.base_url.as_ref().map(url::Url::as_str),
                to_json(&new.grants)?,
            ],
        )?;
        self.set_credential(id, credential)?;
        self.touch(Topic::Accounts);
        Ok(id)
    }

    /// Where it stands.
    pub fn set_account_state(&mut self, id: AccountId, state: AccountState) -> Result<()> {
        self.change("UPDATE account SET state = ?2 WHERE id = ?1", params![id.as_bytes(), state.code()])?;
        self.touch(Topic::Accounts);
        Ok(())
    }

    /// What the provider says about it now: its channels, our addresses on it and our rights.
    pub fn set_account_profile(&mut self, id: AccountId, profile: &AccountProfile) -> Result<()> {
        self.change(
            "UPDATE account SET label = ?2, channels = ?3, own_addresses = ?4, grants = ?5 WHERE id = ?1",
            params![
                id.as_bytes(),
                profile.label,
                to_json(&profile.channels)?,
                to_json(&profile.own_addresses)?,
                to_json(&profile.grants)?,
            ],
        )?;
        self.touch(Topic::Accounts);
        Ok(())
    }

    /// Whether a person may answer for 7 days, as staff say ([`Account::human_agent`]).
    pub fn set_account_human_agent(&mut self, id: AccountId, on: bool) -> Result<()> {
        self.change("UPDATE account SET human_agent = ?2 WHERE id = ?1", params![id.as_bytes(), on])?;
        self.touch(Topic::Accounts);
        Ok(())
    }

    /// Where the provider's stand-in answers now; `None` for the provider itself. Demo and test clinics only: their
    /// simulator has another port after every start.
    pub fn set_account_base_url(&mut self, id: AccountId, base_url: Option<&url::Url>) -> Result<()> {
        self.change(
            "UPDATE account SET base_url = ?2 WHERE id = ?1",
            params![id.as_bytes(), base_url.map(url::Url::as_str)],
        )?;
        self.touch(Topic::Accounts);
        Ok(())
    }
}
