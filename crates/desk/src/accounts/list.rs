//! The accounts as the window shows them.

use std::collections::BTreeMap;

use anteroom_model::{Account, AccountId, AccountState, Provider};
use jiff::SignedDuration;

use super::disconnect::report_key;
use crate::convert::{self, as_people_write};
use crate::core::Core;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::health::Line as BarLine;
use crate::intake::not_stored;
use crate::views::{
    AccountStateView, AccountView, ChannelHealth, Freshness, HostUse, ProviderView, WireError,
};

/// A credential that ends sooner is worth a word: it could not be renewed.
const WARN_BEFORE: SignedDuration = SignedDuration::from_hours(7 * 24);

impl Desk {
    /// All accounts that are connected or wait for a sign-in.
    ///
    /// # Errors
    /// What the store says.
    pub fn accounts(&self) -> Result<Vec<AccountView>, WireError> {
        let accounts = self.core.read(|tx| tx.accounts()).map_err(Fault::from)?;
        let shown = accounts.into_iter().map(|account| view(&self.core, account));
        Ok(shown.collect::<Result<_, Fault>>()?)
    }

    /// Whom the desk talked to today with credentials that were only tried.
    ///
    /// # Errors
    /// What the store says.
    pub fn network_connecting(&self) -> Result<Vec<HostUse>, WireError> {
        Ok(hosts(&self.core, None)?)
    }

    /// Looks for news of an account now.
    ///
    /// # Errors
    /// When there is no such account.
    pub fn account_poll_now(&self, account: &str) -> Result<(), WireError> {
        let id = super::account_id(account)?;
        self.core.wake(crate::core::Wake::Look(id));
        Ok(())
    }

    pub(super) fn account_view(&self, id: AccountId) -> Result<AccountView, Fault> {
        let account = self.core.read(|tx| tx.account(id))?.ok_or_else(Fault::not_found)?;
        view(&self.core, account)
    }
}

fn view(core: &Core, account: Account) -> Result<AccountView, Fault> {
    let now = core.clock.now();
    let id = account.id;
    let (last, goodbye, missing) = core.read(|tx| {
        let last: Result<Vec<_>, _> =
            account.channels.iter().map(|channel| tx.last_message_at(id, *channel)).collect();
        let goodbye = match account.state {
            AccountState::Disconnected => tx.setting(&report_key(id))?,
            AccountState::Active | AccountState::NeedsSignIn => None,
        };
        Ok((last?, goodbye, not_stored::since(tx, id)?))
    })?;
    let state = core.lines.of(id).map_or(account.state, |line| line.state());
    let channels = account.channels.iter().zip(last).map(|(channel, last)| ChannelHealth {
        channel: (*channel).into(),
        freshness: if state == AccountState::Active {
            core.health.of(id, *channel, now)
        } else {
            Freshness::Off
        },
        last_message_at: last.map(Into::into),
    });
    Ok(AccountView {
        id: id.to_string(),
        provider: match account.provider {
            Provider::Instagram => ProviderView::Instagram,
            Provider::Twilio => ProviderView::Twilio,
        },
        channels: channels.collect(),
        label: account.label,
        own_addresses: account.own_addresses.iter().map(|own| as_people_write(own)).collect(),
        state: match state {
            AccountState::Active => AccountStateView::Active,
            AccountState::NeedsSignIn => AccountStateView::NeedsSignIn,
            AccountState::Disconnected => AccountStateView::Disconnected,
        },
        connected_at: account.connected_at.into(),
        expiry_warning: state == AccountState::Active
            && account.credential_expires_at.is_some_and(|end| end.duration_since(now) < WARN_BEFORE),
        credential_expires_at: account.credential_expires_at.map(Into::into),
        human_agent: account.human_agent,
        goodbye,
        grants: account.grants.into_iter().map(convert::grant).collect(),
        missing_since: missing,
        hosts: hosts(core, Some(id))?,
    })
}

/// Whom an account, or a credential that was only tried, talked to today: what is written down and what is not yet.
fn hosts(core: &Core, account: Option<AccountId>) -> Result<Vec<HostUse>, Fault> {
    let day = core.clock.now().to_zoned(core.zone()).date();
    let written = core.read(|tx| match account {
        Some(id) => tx.network_use(id, day),
        None => tx.connecting_use(day),
    })?;
    let mut hosts: BTreeMap<String, (u64, u64)> =
        written.into_iter().map(|host| (host.host, (host.sent, host.received))).collect();
    for host in core.traffic.waiting(account) {
        let sum = hosts.entry(host.host).or_default();
        *sum = (sum.0 + host.sent, sum.1 + host.received);
    }
    Ok(hosts.into_iter().map(|(host, (sent, received))| HostUse { host, sent, received }).collect())
}

/// Every channel of every connected account, for the status bar.
pub fn lines_for_bar(core: &Core) -> Vec<BarLine> {
    let now = core.clock.now();
    let mut lines = Vec::new();
    for line in core.lines.all() {
        let id = line.account.id;
        let needs_sign_in = line.state() == AccountState::NeedsSignIn;
        lines.extend(line.channels().into_iter().map(|channel| BarLine {
            channel: channel.into(),
            account: id.to_string(),
            needs_sign_in,
            freshness: core.health.of(id, channel, now),
            failing_since: core.health.failing(id, channel).map(|(_, since)| since),
        }));
    }
    lines
}
