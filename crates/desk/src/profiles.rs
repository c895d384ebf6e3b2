//! Who somebody is: names that a provider does not send along with messages are asked for, once.
//!
//! On a crash: nothing to recover; the next message of somebody without a name asks again.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::{AccountId, BoxFuture, ChannelKind, ConnectorError, FailureKind, Phi, Retry, pause};
use jiff::{SignedDuration, Timestamp};

use crate::core::Core;
use crate::tasks::{Bell, NextWake, Turn};

/// Somebody without a name, on one channel of one account.
type Stranger = (AccountId, ChannelKind, Phi<String>);

/// People whose names are to be asked for, and those who were asked about.
#[derive(Default)]
pub struct Strangers {
    /// Rung when somebody new wrote.
    pub bell: Bell,
    people: Mutex<BTreeMap<Stranger, Ask>>,
}

#[derive(Clone, Copy)]
struct Ask {
    at: Timestamp,
    tries: u32,
}

/// Somebody who has no name, or hides it, is asked about again after this.
const AGAIN: SignedDuration = SignedDuration::from_hours(7 * 24);
/// After this many attempts the name is left for a week.
const MOST_TRIES: u32 = 6;
/// More people than write to a practice in a week; beyond it the memory is cleared, and some are asked about twice.
const MOST: usize = 20_000;

impl Strangers {
    /// Somebody without a name wrote.
    pub fn met(&self, account: AccountId, channel: ChannelKind, handle: Phi<String>, now: Timestamp) {
        let mut people = self.lock();
        if people.len() >= MOST {
            people.clear();
        }
        people.entry((account, channel, handle)).or_insert(Ask { at: now, tries: 0 });
        self.bell.ring();
    }

    fn due(&self, now: Timestamp) -> Option<Stranger> {
        self.lock().iter().find(|(_, ask)| ask.at <= now).map(|(who, _)| who.clone())
    }

    fn next(&self) -> NextWake {
        self.lock().values().map(|ask| ask.at).min()
    }

    fn again(&self, who: &Stranger, change: impl FnOnce(&mut Ask)) {
        if let Some(ask) = self.lock().get_mut(who) {
            change(ask);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<Stranger, Ask>> {
        self.people.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The loop that asks.
pub struct Profiles {
    core: Arc<Core>,
    bell: Bell,
}

impl Profiles {
    /// The loop.
    pub fn new(core: Arc<Core>) -> Self {
        let bell = core.strangers.bell.clone();
        Self { core, bell }
    }

    async fn round(&self) -> NextWake {
        while let Some(who) = self.core.strangers.due(self.core.clock.now()) {
            let asked = self.ask(&who).await;
            let (now, jitter) = (self.core.clock.now(), self.core.dice.jitter());
            self.core.strangers.again(&who, |ask| {
                ask.tries += 1;
                let wait = match asked {
                    Err(error) if ask.tries < MOST_TRIES => waits(&error, pause(ask.tries + 3, jitter)),
                    _ => AGAIN,
                };
                if wait == AGAIN {
                    ask.tries = 0;
                }
                ask.at = now + wait;
            });
        }
        self.core.strangers.next()
    }

    async fn ask(&self, (account, channel, handle): &Stranger) -> Result<(), ConnectorError> {
        let (account, channel) = (*account, *channel);
        let Some(line) = self.core.lines.of(account).filter(|line| line.is_active()) else { return Ok(()) };
        match line.connector.profile(channel, handle).await {
            Ok(Some(identity)) => {
                // Not written now, not lost: the next message asks again after the next start.
                let _ = self.core.write(move |tx| tx.upsert_identity(account, channel, &identity)).await;
                Ok(())
            }
            Ok(None) => Ok(()),
            Err(error) => {
                if error.kind == FailureKind::SignInNeeded {
                    crate::accounts::lost_right(&self.core, &line).await;
                }
                tracing::debug!(event = "no_profile", account = %account, status = ?error.kind);
                Err(error)
            }
        }
    }
}

fn waits(error: &ConnectorError, usual: SignedDuration) -> SignedDuration {
    match error.retry {
        Retry::Soon => usual,
        Retry::After(asked) => SignedDuration::try_from(asked).unwrap_or(AGAIN).max(usual),
        Retry::WhenReconnected | Retry::Never => AGAIN,
    }
}

impl Turn for Profiles {
    fn name(&self) -> &'static str {
        "profiles"
    }

    fn bell(&self) -> &Bell {
        &self.bell
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(self.round())
    }
}
