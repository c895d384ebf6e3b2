//! A patient's handle on one channel, kept as the provider gave it.

use anteroom_model::{AccountId, ChannelKind, IdentityId, PatientId, Phi, RemoteIdentity};
use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::codes::Coded;
use crate::column::{Fields, ms};
use crate::{ReadTx, Result, WriteTx};

/// An identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityRow {
    /// Id.
    pub id: IdentityId,
    /// The account that knows it.
    pub account: AccountId,
    /// Where.
    pub channel: ChannelKind,
    /// The address on the channel.
    pub handle: Phi<String>,
    /// What the person calls themselves there.
    pub display_name: Option<Phi<String>>,
    /// The public user name.
    pub username: Option<Phi<String>>,
    /// The patient it is linked to.
    pub patient: Option<PatientId>,
    /// First seen, our clock.
    pub seen_at: Timestamp,
    /// How many patients share it; then it is linked to none. 0 while it is not shared.
    pub shared_by: u32,
}

const COLUMNS: &str = "SELECT i.id, a.id, i.channel, i.handle, i.display_name, i.username, p.id, i.seen_at,
                              i.shared_by
                       FROM identity i JOIN account a ON a.row = i.account LEFT JOIN patient p ON p.row = i.patient";

fn identity_row(row: &Row<'_>) -> Result<IdentityRow> {
    let mut row = Fields::of(row);
    Ok(IdentityRow {
        id: row.id(IdentityId::from_uuid)?,
        account: row.id(AccountId::from_uuid)?,
        channel: row.coded()?,
        handle: row.phi()?,
        display_name: row.maybe_phi()?,
        username: row.maybe_phi()?,
        patient: row.maybe_id(PatientId::from_uuid)?,
        seen_at: row.time()?,
        shared_by: row.get()?,
    })
}

impl ReadTx<'_> {
    /// One identity.
    pub fn identity(&self, id: IdentityId) -> Result<Option<IdentityRow>> {
        self.one(&format!("{COLUMNS} WHERE i.id = ?1"), [id.as_bytes()], identity_row)
    }

    /// The identity behind an address, if it ever wrote or was written to.
    pub fn identity_by_handle(
        &self,
        account: AccountId,
        channel: ChannelKind,
        handle: &Phi<String>,
    ) -> Result<Option<IdentityRow>> {
        self.one(
            &format!("{COLUMNS} WHERE i.handle = ?1 AND i.channel = ?2 AND a.id = ?3"),
            params![handle.reveal(), channel.code(), account.as_bytes()],
            identity_row,
        )
    }

    /// Everything a patient reaches us by, oldest first; what they share with others is last.
    pub fn identities_of(&self, patient: PatientId) -> Result<Vec<IdentityRow>> {
        let mut found = self.all(
            &format!("{COLUMNS} WHERE i.patient = (SELECT row FROM patient WHERE id = ?1) ORDER BY i.row"),
            [patient.as_bytes()],
            identity_row,
        )?;
        found.extend(self.all(
            &format!(
                "{COLUMNS} WHERE i.row IN (SELECT identity FROM shared_identity
                                           WHERE patient = (SELECT row FROM patient WHERE id = ?1))"
            ),
            [patient.as_bytes()],
            identity_row,
        )?);
        Ok(found)
    }

    pub(crate) fn identity_key(&self, id: IdentityId) -> Result<i64> {
        self.required("SELECT row FROM identity WHERE id = ?1", [id.as_bytes()])
    }
}

impl WriteTx<'_> {
    /// The identity behind an address, made if it is new. What the provider says about it now wins; what it does not
    /// say is kept.
    pub fn upsert_identity(
        &mut self,
        account: AccountId,
        channel: ChannelKind,
        remote: &RemoteIdentity,
    ) -> Result<IdentityId> {
        let account = self.account_key(account)?;
        let name = remote.display_name.as_ref().map(|name| name.reveal().as_str());
        let username = remote.username.as_ref().map(|name| name.reveal().as_str());
        let known = self.one(
            "SELECT row, id, display_name, username FROM identity WHERE handle = ?1 AND channel = ?2 AND account = ?3",
            params![remote.handle.reveal(), channel.code(), account],
            |row| {
                let mut row = Fields::of(row);
                Ok((
                    row.get::<i64>()?,
                    row.id(IdentityId::from_uuid)?,
                    row.get::<Option<String>>()?,
                    row.get::<Option<String>>()?,
                ))
            },
        )?;
        let (row, id) = match known {
            Some((_, id, old_name, old_username))
                if (name.is_none() || name == old_name.as_deref())
                    && (username.is_none() || username == old_username.as_deref()) =>
            {
                return Ok(id);
            }
            Some((row, id, ..)) => {
                self.change(
                    "UPDATE identity SET display_name = coalesce(?2, display_name), username = coalesce(?3, username)
                     WHERE row = ?1",
                    params![row, name, username],
                )?;
                (row, id)
            }
            None => {
                let id = self.fresh(IdentityId::at);
                self.change(
                    "INSERT INTO identity (id, account, channel, handle, display_name, username, seen_at)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    params![
                        id.as_bytes(),
                        account,
                        channel.code(),
                        remote.handle.reveal(),
                        name,
                        username,
                        ms(self.now())
                    ],
                )?;
                let row = self.db().last_insert_rowid();
                self.enter_number(row, channel, remote.handle.reveal())?;
                self.settle_identity(row)?;
                (row, id)
            }
        };
        self.enter_identity_name(row)?;
        self.retitle(row)?;
        Ok(id)
    }
}
