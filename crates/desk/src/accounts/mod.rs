//! Connected accounts: trying a credential, connecting, signing in again, disconnecting, keeping credentials alive.
//!
//! Holds: a credential lives in the store and in its connector and nowhere else; an account whose credential is refused
//! is asked nothing until a person signed in again, while its queued messages wait; a disconnected account sends
//! nothing, and its credential goes once the provider was asked to take our right back, whatever it said to that.
//! On a crash: a disconnect that did not come to its end holds its messages back at the next start and is then finished
//! by the upkeep, with the provider asked as if nothing had happened.

mod connect;
mod disconnect;
mod list;
mod rights;
mod upkeep;

use std::sync::Arc;

use anteroom_model::{AccountId, AccountState, Credential};

use crate::core::{Core, Wake};
use crate::fault::Fault;
use crate::intake::Poll;
use crate::lines::Line;
use crate::loops::Stops;
use crate::outbox::hold_back;
use crate::ports::ConnectPlan;

pub use list::lines_for_bar;
pub use upkeep::Upkeep;
pub(crate) use upkeep::read_templates;

/// Opens a line for every connected account; holds back what waits in the others.
pub(crate) async fn open_all(core: &Arc<Core>) -> Result<(), Fault> {
    let accounts = core.read(|tx| tx.accounts())?;
    for account in accounts {
        let id = account.id;
        if account.state == AccountState::Disconnected {
            hold_back(core, id).await?;
        } else if core.read(|tx| tx.credential(id))?.is_some() {
            open(core, id)?;
        }
    }
    Ok(())
}

/// Opens the line of an account as the store has it now, in place of the one that it has, and begins to poll it.
///
/// Whoever changes an account or its credential writes that down first. One line is opened at a time, so whichever of
/// two changes comes last opens with both.
pub(crate) fn open(core: &Arc<Core>, id: AccountId) -> Result<(), Fault> {
    open_with(core, id, None)
}

/// The same with a credential that the store could not take; better than the old one, as long as the program runs.
fn open_with(core: &Arc<Core>, id: AccountId, unwritten: Option<Credential>) -> Result<(), Fault> {
    let _one_at_a_time = core.lines.changing();
    let (account, written) = core.read(|tx| Ok((tx.account(id)?, tx.credential(id)?)))?;
    let account = account.filter(|account| account.state != AccountState::Disconnected);
    let (account, credential) = account.zip(unwritten.or(written)).ok_or_else(Fault::not_found)?;
    let connector = core.factory.open(ConnectPlan {
        account: Some(&account),
        credential,
        base_url: account.base_url.as_ref(),
        traffic: core.traffic.of(Some(id)),
    })?;
    let line = Arc::new(Line::new(account, connector));
    core.lines.put(line.clone());
    let mut polls = Vec::new();
    for (feed, bell) in line.connector.feeds().into_iter().zip(&line.bells) {
        let ok_at = core.read(|tx| tx.feed_health(id, feed.name))?.ok_at;
        core.health.add(id, &feed, ok_at);
        let poll = Poll::new(core.clone(), line.clone(), feed, bell.clone());
        polls.push(core.loops.add(Arc::new(poll), Stops::First));
    }
    line.polled_by(polls);
    core.wake(Wake::Account(id));
    core.pulse();
    Ok(())
}

/// The provider refuses the credential: nothing is asked any more until a person signed in again.
pub(crate) async fn lost_right(core: &Core, line: &Line) {
    if !line.needs_sign_in() {
        return;
    }
    let account = line.account.id;
    tracing::warn!(event = "sign_in_needed", account = %account);
    // If this cannot be written, the next start finds out again by asking.
    let _ = core.write(move |tx| tx.set_account_state(account, AccountState::NeedsSignIn)).await;
    core.pulse();
}

/// An account's id as the window writes it.
pub(crate) fn account_id(text: &str) -> Result<AccountId, Fault> {
    text.parse().map_err(|_| Fault::not_found())
}
