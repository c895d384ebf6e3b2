//! The account itself: who we are, what we may do, keeping the token alive, giving it back.

use anteroom_model::{
    AccountProfile, ChannelKind, ConnectorError, Credential, FailureKind, Grant, Provider, Retry, Revocation,
    RevocationOutcome,
};
use jiff::{SignedDuration, Timestamp};

use super::Instagram;
use super::api::{CallError, Token};
use super::payload::{Person, read};

/// A token can be renewed from its second day on (long-lived token rules).
const OLD_ENOUGH: SignedDuration = SignedDuration::from_hours(24);
/// Renewed in the second half of its 60 days.
const SOON_OVER: SignedDuration = SignedDuration::from_hours(30 * 24);

impl Instagram {
    pub(super) async fn who_are_we(&self) -> Result<AccountProfile, ConnectorError> {
        let me: Person = read(&self.api.me().await?);
        let nobody = || ConnectorError::new(FailureKind::BadAnswer, Retry::Never).with_http(200);
        let remote_id = me.user_id.or(me.id).ok_or_else(nobody)?;
        let name = me.username.unwrap_or_else(|| remote_id.clone());
        let mut profile = AccountProfile {
            provider: Provider::Instagram,
            remote_id,
            label: format!("@{name}"),
            channels: vec![ChannelKind::Instagram],
            own_addresses: vec![name],
            grants: vec![Grant::SeeOwnAccount],
            missing: Vec::new(),
            message_access_off: false,
        };
        // The token does not tell its scopes: asking for conversations does.
        match self.api.probe().await {
            Ok(_) => profile.grants.push(Grant::ReadAndAnswerMessages),
            Err(error) => {
                let cause = ConnectorError::from(error);
                match cause.kind {
                    FailureKind::AccessSwitchedOff => {
                        profile.grants.push(Grant::ReadAndAnswerMessages);
                        profile.message_access_off = true;
                    }
                    FailureKind::MissingRight => profile.missing.push(Grant::ReadAndAnswerMessages),
                    _ => return Err(cause),
                }
            }
        }
        Ok(profile)
    }

    pub(super) async fn renew_token(&self, now: Timestamp) -> Result<Option<Credential>, ConnectorError> {
        let token = self.api.token();
        let over = ConnectorError::new(FailureKind::SignInNeeded, Retry::WhenReconnected);
        match token.expires_at {
            Some(end) if end <= now => return Err(over),
            Some(end) if end.duration_since(now) >= SOON_OVER => return Ok(None),
            _ if now.duration_since(token.obtained_at) < OLD_ENOUGH => return Ok(None),
            _ => {}
        }
        let done = self.api.refresh().await?;
        let (Some(fresh), Some(seconds)) = (done.access_token, done.expires_in.filter(|n| *n > 0)) else {
            return Err(ConnectorError::new(FailureKind::BadAnswer, Retry::Soon).with_http(200));
        };
        let lasts = SignedDuration::from_secs(seconds.min(366 * 24 * 3600));
        let token = Token { secret: fresh.into(), obtained_at: now, expires_at: Some(now + lasts) };
        // The old one works on until its own end, so nothing is lost if the new one is never stored.
        self.api.take_token(token.clone());
        let Token { secret, obtained_at, expires_at } = token;
        Ok(Some(Credential::InstagramToken { token: secret, obtained_at, expires_at }))
    }

    pub(super) async fn give_back(&self) -> Revocation {
        let outcome = match self.api.give_back().await {
            Ok(true) => RevocationOutcome::Revoked,
            Ok(false) => RevocationOutcome::ByHand,
            Err(CallError::Refused(refusal)) if refusal.cause.kind == FailureKind::SignInNeeded => {
                // Whoever is refused entry has no right left to give back.
                RevocationOutcome::Revoked
            }
            Err(CallError::Refused(_)) => RevocationOutcome::ByHand,
            Err(CallError::Lost(_)) => RevocationOutcome::Unreachable,
        };
        Revocation { outcome }
    }
}
