//! How fresh the desk is, from real polls.
//!
//! Holds: "up to date 09:41" means that a poll which *began* at 09:41 brought everything; after sleep or a jump of the
//! clock nothing is called up to date until a poll has said so; a poll that hangs makes a channel late by itself.
//! Refused: a green dot for "the connection stands" (nothing here has a standing connection), and counting from the
//! end of a poll (what came while it ran may be missing).
//! On a crash: the last good moments are in the store; until the first poll the desk is "starting".

mod bar;
mod fresh;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use anteroom_model::{AccountId, ChannelKind, FailureKind, Feed, FeedName};
use jiff::{SignedDuration, Timestamp};

pub use bar::{Line, overall};
pub use fresh::{FeedState, freshness};

use crate::views::{Freshness, StorageTrouble};

/// What is known about every feed, and about the disk.
#[derive(Default)]
pub struct Health(Mutex<State>);

#[derive(Default)]
struct State {
    feeds: HashMap<(AccountId, FeedName), FeedState>,
    storage: Option<StorageTrouble>,
}

impl Health {
    /// A feed that will be polled; `ok_at` is the last good moment of an earlier run.
    pub fn add(&self, account: AccountId, feed: &Feed, ok_at: Option<Timestamp>) {
        let mut state = self.lock();
        let known = state.feeds.get(&(account, feed.name)).and_then(|known| known.ok_at);
        state.feeds.insert((account, feed.name), FeedState::new(feed, ok_at.or(known)));
    }

    /// The account is not polled any more.
    pub fn forget(&self, account: AccountId) {
        self.lock().feeds.retain(|(of, _), _| *of != account);
    }

    /// Changes what is known about a feed.
    pub fn note(&self, account: AccountId, feed: FeedName, change: impl FnOnce(&mut FeedState)) {
        if let Some(state) = self.lock().feeds.get_mut(&(account, feed)) {
            change(state);
        }
    }

    /// Time moved without us: nothing is known to be fresh, and nothing was ever up to date at a time after `now`.
    pub fn doubt_everything(&self, now: Timestamp) {
        self.lock().feeds.values_mut().for_each(|feed| feed.doubt(now));
    }

    /// What the disk says. Tells whether that is news.
    pub fn storage(&self, trouble: Option<StorageTrouble>) -> bool {
        let mut state = self.lock();
        std::mem::replace(&mut state.storage, trouble) != trouble
    }

    /// What is wrong with the disk.
    pub fn storage_trouble(&self) -> Option<StorageTrouble> {
        self.lock().storage
    }

    /// How fresh a channel of an account is: as fresh as the stalest feed it depends on.
    pub fn of(&self, account: AccountId, channel: ChannelKind, now: Timestamp) -> Freshness {
        let state = self.lock();
        let feeds =
            state.feeds.iter().filter(|((of, _), feed)| *of == account && feed.channels.contains(&channel));
        freshness(feeds.map(|(_, feed)| feed), now)
    }

    /// Since when a channel of an account fails, and why; `None` when its last poll worked.
    pub fn failing(&self, account: AccountId, channel: ChannelKind) -> Option<(FailureKind, Timestamp)> {
        let state = self.lock();
        let feeds =
            state.feeds.iter().filter(|((of, _), feed)| *of == account && feed.channels.contains(&channel));
        feeds
            .filter_map(|(_, feed)| feed.failing)
            .map(|failing| (failing.why, failing.since))
            .min_by_key(|f| f.1)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// After this many missed turns a feed that says nothing is late.
pub(crate) fn patience(interval: SignedDuration) -> SignedDuration {
    (interval * 3).max(SignedDuration::from_mins(2))
}
