//! The accounts that are connected now, each with its connector: the lines that the desk can talk on.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anteroom_model::{Account, AccountId, AccountState, ChannelKind, Connector};

use crate::loops::Handle;
use crate::tasks::Bell;

/// A connected account.
pub struct Line {
    /// The account as it was when the line was opened.
    pub account: Account,
    /// Speaks to the provider.
    pub connector: Arc<dyn Connector>,
    /// One bell per feed.
    pub bells: Vec<Bell>,
    state: Mutex<AccountState>,
    channels: Mutex<Vec<ChannelKind>>,
    polls: Mutex<Vec<Handle>>,
}

impl Line {
    /// A line whose feeds are not polled yet.
    pub fn new(account: Account, connector: Arc<dyn Connector>) -> Self {
        let bells = connector.feeds().iter().map(|_| Bell::default()).collect();
        let (state, channels) = (Mutex::new(account.state), Mutex::new(account.channels.clone()));
        Self { account, connector, bells, state, channels, polls: Mutex::default() }
    }

    /// Whether it may be used now.
    pub fn is_active(&self) -> bool {
        self.state() == AccountState::Active
    }

    /// Where the account stands.
    pub fn state(&self) -> AccountState {
        *lock(&self.state)
    }

    /// The provider refuses the credential. Tells whether that is news.
    pub fn needs_sign_in(&self) -> bool {
        std::mem::replace(&mut *lock(&self.state), AccountState::NeedsSignIn) == AccountState::Active
    }

    /// The channels it carries, as far as is known.
    pub fn channels(&self) -> Vec<ChannelKind> {
        lock(&self.channels).clone()
    }

    /// It carries this channel too.
    pub fn carries(&self, channel: ChannelKind) {
        let mut channels = lock(&self.channels);
        if !channels.contains(&channel) {
            channels.push(channel);
        }
    }

    /// The loops that poll it; they end with the line.
    pub fn polled_by(&self, loops: Vec<Handle>) {
        *lock(&self.polls) = loops;
    }

    /// Polls every feed soon.
    pub fn look(&self) {
        self.bells.iter().for_each(Bell::ring);
    }

    /// Nothing is asked or noted through it any more, also not by what is under way.
    fn end(&self) {
        *lock(&self.state) = AccountState::Disconnected;
        lock(&self.polls).drain(..).for_each(|handle| handle.end());
    }
}

/// All lines.
#[derive(Default)]
pub struct Lines {
    open: Mutex<BTreeMap<AccountId, Arc<Line>>>,
    changing: Mutex<()>,
}

impl Lines {
    /// The line of an account.
    pub fn of(&self, account: AccountId) -> Option<Arc<Line>> {
        lock(&self.open).get(&account).cloned()
    }

    /// All lines, oldest account first.
    pub fn all(&self) -> Vec<Arc<Line>> {
        lock(&self.open).values().cloned().collect()
    }

    /// Held from reading what a line is to be until it is put in or taken out, so that of two changes at the same time
    /// the later one wins. Nothing is awaited meanwhile.
    pub fn changing(&self) -> MutexGuard<'_, ()> {
        lock(&self.changing)
    }

    /// Puts a line in; the one it replaces is not polled any more.
    pub fn put(&self, line: Arc<Line>) {
        if let Some(old) = lock(&self.open).insert(line.account.id, line) {
            old.end();
        }
    }

    /// Takes a line out; it is not polled any more.
    pub fn take(&self, account: AccountId) -> Option<Arc<Line>> {
        let line = lock(&self.open).remove(&account)?;
        line.end();
        Some(line)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
