//! From a pasted credential to a connected account.

use anteroom_model::{AccountProfile, AccountState, Credential};
use anteroom_store::{ClinicKind, NewAccount};
use url::Url;

use super::disconnect::report_key;
use super::{account_id, open};
use crate::convert;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::intake::not_stored;
use crate::ports::ConnectPlan;
use crate::views::{AccountView, Code, ConnectCheck, ConnectRequest, WireError};

impl Desk {
    /// Asks the provider about a credential; keeps nothing.
    ///
    /// # Errors
    /// What the provider says.
    pub async fn account_check(&self, request: ConnectRequest) -> Result<ConnectCheck, WireError> {
        let (_, profile) = self.try_credential(request, None).await?;
        Ok(ConnectCheck {
            label: profile.label,
            channels: profile.channels.into_iter().map(Into::into).collect(),
            own_addresses: profile.own_addresses.iter().map(|own| convert::as_people_write(own)).collect(),
            grants: profile.grants.into_iter().map(convert::grant).collect(),
            missing: profile.missing.into_iter().map(convert::grant).collect(),
            message_access_off: profile.message_access_off,
        })
    }

    /// Connects an account; its messages begin to come at once.
    ///
    /// # Errors
    /// [`Code::AlreadyConnected`]; [`Code::MissingRight`] and [`Code::AccessSwitchedOff`] when it could not do its work;
    /// or what the provider says.
    pub async fn account_connect(&self, request: ConnectRequest) -> Result<AccountView, WireError> {
        self.account_connect_at(request, None).await
    }

    /// The same with a loopback address in place of the provider's hosts.
    ///
    /// # Errors
    /// [`Code::NotAllowed`] in a real clinic, or for an address that is not this computer's own.
    pub async fn account_connect_at(
        &self,
        request: ConnectRequest,
        base_url: Option<Url>,
    ) -> Result<AccountView, WireError> {
        let (credential, profile) = self.usable_credential(request, base_url.as_ref()).await?;
        Ok(self.connect(credential, profile, base_url).await?)
    }

    async fn connect(
        &self,
        credential: Credential,
        profile: AccountProfile,
        base_url: Option<Url>,
    ) -> Result<AccountView, Fault> {
        let new = NewAccount {
            provider: profile.provider,
            label: profile.label,
            remote_id: profile.remote_id,
            channels: profile.channels,
            own_addresses: profile.own_addresses,
            grants: profile.grants,
            credential_expires_at: None,
            base_url,
        };
        let by = self.core.staff().id;
        let added = self.core.write(move |tx| {
            let id = tx.add_account(&new, &credential)?;
            tx.delete_setting(&report_key(id))?;
            not_stored::forget(tx, id)?;
            tx.audit("account_connected", Some(by), Some(id.uuid()), "")?;
            Ok(id)
        });
        let id = added.await?;
        tracing::info!(event = "account_connected", account = %id);
        open(&self.core, id)?;
        self.account_view(id)
    }

    /// Connects an account of the demo clinic, or signs in again at the address where its world is now.
    pub(crate) async fn demo_connect(&self, request: ConnectRequest, at: Url) -> Result<(), WireError> {
        let (credential, profile) = self.usable_credential(request, Some(&at)).await?;
        let accounts = self.core.read(|tx| tx.accounts()).map_err(Fault::from)?;
        let known = accounts.into_iter().find(|account| {
            account.remote_id == profile.remote_id && account.state != AccountState::Disconnected
        });
        let Some(known) = known else {
            self.connect(credential, profile, Some(at)).await?;
            return Ok(());
        };
        let id = known.id;
        let is_new_world = known.base_url.as_ref() != Some(&at);
        let written = self.core.write(move |tx| {
            // A new world does not know what happened live in the one before. Compared with what was read then, that
            // would look taken back; read afresh, what is here is recognised by its ids.
            for (feed, _) in tx.feeds(id)?.into_iter().filter(|_| is_new_world) {
                tx.clear_cursor(id, &feed)?;
            }
            tx.set_credential(id, &credential)?;
            tx.set_account_base_url(id, Some(&at))?;
            tx.set_account_state(id, AccountState::Active)?;
            tx.account_answers(id)
        });
        written.await.map_err(Fault::from)?;
        Ok(open(&self.core, id)?)
    }

    /// Takes a new credential for an account whose old one is refused.
    ///
    /// # Errors
    /// [`Code::OtherAccount`] when the credential belongs to another account; the same as for connecting when it could
    /// not do its work.
    pub async fn account_sign_in(
        &self,
        account: &str,
        request: ConnectRequest,
    ) -> Result<AccountView, WireError> {
        let id = account_id(account)?;
        let known = self.core.read(|tx| tx.account(id)).map_err(Fault::from)?.ok_or_else(Fault::not_found)?;
        let (credential, profile) = self.usable_credential(request, known.base_url.as_ref()).await?;
        if profile.provider != known.provider || profile.remote_id != known.remote_id {
            return Err(WireError::of(Code::OtherAccount));
        }
        let written = self.core.write(move |tx| {
            tx.set_credential(id, &credential)?;
            tx.set_account_profile(id, &profile)?;
            tx.set_account_state(id, AccountState::Active)?;
            not_stored::forget(tx, id)?;
            tx.account_answers(id)
        });
        written.await.map_err(Fault::from)?;
        tracing::info!(event = "signed_in_again", account = %id);
        open(&self.core, id)?;
        Ok(self.account_view(id)?)
    }

    /// A credential with which the account can do its work. One that cannot would only ever say "behind", and nobody
    /// would know that messages are missing.
    async fn usable_credential(
        &self,
        request: ConnectRequest,
        base_url: Option<&Url>,
    ) -> Result<(Credential, AccountProfile), Fault> {
        let (credential, profile) = self.try_credential(request, base_url).await?;
        if !profile.missing.is_empty() {
            return Err(Fault::of(Code::MissingRight));
        }
        if profile.message_access_off {
            return Err(Fault::of(Code::AccessSwitchedOff));
        }
        Ok((credential, profile))
    }

    async fn try_credential(
        &self,
        request: ConnectRequest,
        base_url: Option<&Url>,
    ) -> Result<(Credential, AccountProfile), Fault> {
        if base_url.is_some() && self.core.read(|tx| tx.clinic())?.kind == ClinicKind::Real {
            return Err(Fault::Refused(WireError::of(Code::NotAllowed)));
        }
        let credential = self.credential(request);
        let connector = self.core.factory.open(ConnectPlan {
            account: None,
            credential: credential.clone(),
            base_url,
            traffic: self.core.traffic.of(None),
        })?;
        let profile = connector.check().await?;
        Ok((credential, profile))
    }

    fn credential(&self, request: ConnectRequest) -> Credential {
        match request {
            ConnectRequest::Instagram { token } => Credential::InstagramToken {
                token: token.trim().into(),
                obtained_at: self.core.clock.now(),
                expires_at: None,
            },
            ConnectRequest::Twilio { account_sid, key_sid, secret } => Credential::TwilioKey {
                account_sid: account_sid.trim().to_owned(),
                key_sid: key_sid.trim().to_owned(),
                secret: secret.trim().into(),
            },
        }
    }
}
