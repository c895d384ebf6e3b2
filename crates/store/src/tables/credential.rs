//! What lets us in at a provider. One row per account, gone when the account is disconnected.

use anteroom_model::{AccountId, Credential};
use jiff::Timestamp;
use rusqlite::params;
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::column::{from_json, ms, time, to_json};
use crate::{ReadTx, Result, Topic, WriteTx};

/// The kept form; wiped when dropped.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Kept {
    InstagramToken { token: String, obtained_at: i64, expires_at: Option<i64> },
    TwilioKey { account_sid: String, key_sid: String, secret: String },
}

impl Kept {
    fn of(credential: &Credential) -> Self {
        match credential {
            Credential::InstagramToken { token, obtained_at, expires_at } => Self::InstagramToken {
                token: token.expose_secret().to_owned(),
                obtained_at: ms(*obtained_at),
                expires_at: expires_at.map(ms),
            },
            Credential::TwilioKey { account_sid, key_sid, secret } => Self::TwilioKey {
                account_sid: account_sid.clone(),
                key_sid: key_sid.clone(),
                secret: secret.expose_secret().to_owned(),
            },
        }
    }

    fn credential(&self) -> Result<Credential> {
        Ok(match self {
            Self::InstagramToken { token, obtained_at, expires_at } => Credential::InstagramToken {
                token: token.as_str().into(),
                obtained_at: time(*obtained_at)?,
                expires_at: expires_at.map(time).transpose()?,
            },
            Self::TwilioKey { account_sid, key_sid, secret } => Credential::TwilioKey {
                account_sid: account_sid.clone(),
                key_sid: key_sid.clone(),
                secret: secret.as_str().into(),
            },
        })
    }
}

/// When it ends, if it ends.
const fn end_of(credential: &Credential) -> Option<Timestamp> {
    match credential {
        Credential::InstagramToken { expires_at, .. } => *expires_at,
        Credential::TwilioKey { .. } => None,
    }
}

impl ReadTx<'_> {
    /// The credential, unless it was deleted.
    pub fn credential(&self, account: AccountId) -> Result<Option<Credential>> {
        let json: Option<String> = self.value(
            "SELECT c.json FROM credential c JOIN account a ON a.row = c.account WHERE a.id = ?1",
            [account.as_bytes()],
        )?;
        json.map(Zeroizing::new).map(|json| from_json::<Kept>(&json)?.credential()).transpose()
    }
}

impl WriteTx<'_> {
    /// Keeps a credential in place of the one before.
    pub fn set_credential(&mut self, account: AccountId, credential: &Credential) -> Result<()> {
        let row = self.account_key(account)?;
        let json = Zeroizing::new(to_json(&Kept::of(credential))?);
        self.execute(
            "INSERT INTO credential (account, json) VALUES (?1, ?2)
             ON CONFLICT (account) DO UPDATE SET json = excluded.json",
            params![row, *json],
        )?;
        self.change(
            "UPDATE account SET credential_end = ?2 WHERE row = ?1",
            params![row, end_of(credential).map(ms)],
        )?;
        self.touch(Topic::Accounts);
        Ok(())
    }

    /// Deletes it; whether there was one.
    pub fn delete_credential(&mut self, account: AccountId) -> Result<bool> {
        let row = self.account_key(account)?;
        let deleted = self.execute("DELETE FROM credential WHERE account = ?1", [row])?;
        self.touch(Topic::Accounts);
        Ok(deleted > 0)
    }
}
