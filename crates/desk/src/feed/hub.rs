//! From commits to what the window must know.
//!
//! Holds: news leave in commit order and only after the commit, with a number that counts up by one. The two lists on
//! the screen get patches against what the window holds ([`super::ShownList`]); everything else becomes "stale". A
//! reader that fell behind is told to start again.
//! Refused: sending rows as they change (the window would have to sort them, and would sort differently).

use std::collections::BTreeSet;

use anteroom_store::{Commit, Known, Topic};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{broadcast, watch};

use super::{ShownTimeline, row_patches, timeline_change};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::reading;
use crate::views::{
    ComposerView, ConversationHead, FeedBatch, FeedItem, InboxCounts, StaleTopic, StatusBar, TimelineItem,
    Watch, WireError,
};

/// What is shown changes with time alone too (windows close, receipts become overdue): looked at this often.
const TICK: SignedDuration = SignedDuration::from_secs(30);

/// The stream of news for the one window.
pub struct Feed {
    desk: Desk,
    commits: broadcast::Receiver<Commit>,
    pulse: watch::Receiver<u64>,
    number: u32,
    ticked: Timestamp,
    bar: Option<StatusBar>,
    counts: Option<InboxCounts>,
    /// Rows of the list as they were last read.
    known: Known,
    dock: Option<(ConversationHead, Box<ComposerView>)>,
}

/// What may have changed.
#[derive(Default)]
struct News {
    inbox: bool,
    conversations: BTreeSet<String>,
    everything: bool,
    lagged: bool,
    stale: BTreeSet<StaleTopic>,
}

impl Desk {
    /// A stream of news. One per window; take it before the first page is read.
    pub fn feed(&self) -> Feed {
        Feed {
            commits: self.core.store.changes(),
            pulse: self.core.pulse.subscribe(),
            number: 0,
            ticked: self.core.clock.now(),
            bar: None,
            counts: None,
            known: Known::default(),
            dock: None,
            desk: self.clone(),
        }
    }

    /// What the window looks at from now on, and how much of it it holds.
    pub fn watch(&self, watch: Watch) {
        if self.core.shown().watches(watch) {
            self.core.pulse();
        }
    }
}

impl Feed {
    /// Waits for news. `None` when the desk is closed.
    pub async fn next(&mut self) -> Option<FeedBatch> {
        loop {
            let news = self.wait().await?;
            match self.batch(news) {
                Ok(Some(batch)) => return Some(batch),
                Ok(None) => {}
                Err(Fault::Store(anteroom_store::StoreError::Closed)) => return None,
                Err(fault) => tracing::warn!(event = "feed_not_read", status = fault.word()),
            }
        }
    }

    /// What is new now, without waiting. For a desk that is run by hand.
    ///
    /// # Errors
    /// What the store says.
    pub fn now(&mut self) -> Result<Option<FeedBatch>, WireError> {
        let mut news = News { everything: true, ..News::default() };
        self.drain(&mut news);
        Ok(self.batch(news)?)
    }

    async fn wait(&mut self) -> Option<News> {
        let mut news = News::default();
        let tick = self.ticked + TICK;
        tokio::select! {
            commit = self.commits.recv() => match commit {
                Ok(commit) => self.hears(&mut news, &commit),
                Err(broadcast::error::RecvError::Lagged(_)) => self.lagged(&mut news),
                Err(broadcast::error::RecvError::Closed) => return None,
            },
            beat = self.pulse.changed() => {
                beat.ok()?;
                news.everything = true;
            }
            () = self.desk.core.clock.sleep_until(tick) => {
                self.ticked = self.desk.core.clock.now();
                news.everything = true;
            }
        }
        // What happened meanwhile travels in the same batch.
        self.drain(&mut news);
        Some(news)
    }

    fn drain(&mut self, news: &mut News) {
        loop {
            match self.commits.try_recv() {
                Ok(commit) => self.hears(news, &commit),
                Err(broadcast::error::TryRecvError::Lagged(_)) => self.lagged(news),
                Err(_) => break,
            }
        }
        self.pulse.mark_unchanged();
    }

    fn hears(&mut self, news: &mut News, commit: &Commit) {
        news.add(commit);
        self.known.hears(commit);
    }

    fn lagged(&mut self, news: &mut News) {
        news.lagged = true;
        self.known.forget();
    }

    fn batch(&mut self, news: News) -> Result<Option<FeedBatch>, Fault> {
        let mut items = Vec::new();
        if news.lagged {
            items.push(FeedItem::Resync);
            self.dock = None;
        } else {
            self.inbox(&news, &mut items)?;
            self.timeline(&news, &mut items)?;
            if !news.stale.is_empty() {
                items.push(FeedItem::Stale { topics: news.stale.into_iter().collect() });
            }
        }
        let bar = crate::status::bar(&self.desk.core)?;
        if self.bar.as_ref() != Some(&bar) {
            items.push(FeedItem::Status { bar: bar.clone() });
            self.bar = Some(bar);
        }
        if items.is_empty() {
            return Ok(None);
        }
        self.number = self.number.wrapping_add(1);
        Ok(Some(FeedBatch { number: self.number, items }))
    }

    fn inbox(&mut self, news: &News, items: &mut Vec<FeedItem>) -> Result<(), Fault> {
        if !news.inbox && !news.everything {
            return Ok(());
        }
        // Whatever might have been missed is put right at the next tick.
        if news.everything {
            self.known.forget();
        }
        let core = &self.desk.core;
        loop {
            // Whoever opens a list or a conversation meanwhile does not wait for this.
            let Some((filter, limit, edition)) = core.shown().look_at_list() else { return Ok(()) };
            let page = reading::page(core, &filter, None, limit, &mut self.known)?;
            let mut shown = core.shown();
            if !shown.is_still(edition) {
                // The window has just read rows that may be newer than those that are known here.
                self.known.forget();
                continue;
            }
            let Some(held) = shown.list.rows(&filter) else { return Ok(()) };
            let fresh = shown.list.cut(page.rows);
            let patches = row_patches(held, &fresh);
            if patches.is_empty() && self.counts == Some(page.counts) {
                return Ok(());
            }
            shown.list.now_holds(fresh);
            self.known.settle();
            self.counts = Some(page.counts);
            items.push(FeedItem::Inbox { filter, patches, counts: page.counts });
            return Ok(());
        }
    }

    fn timeline(&mut self, news: &News, items: &mut Vec<FeedItem>) -> Result<(), Fault> {
        let core = &self.desk.core;
        let mut shown = core.shown();
        let Some(id) = shown.watch.as_ref().and_then(|watch| watch.conversation.clone()) else {
            return Ok(());
        };
        let held = shown.timeline.conversation.as_ref() == Some(&id);
        if !held || !(news.everything || news.conversations.contains(&id)) {
            return Ok(());
        }
        let Some(fresh) = reading::since(core, &id, &shown.timeline)? else { return Ok(()) };
        if fresh.apart {
            // Nothing more about it until the window has opened it anew.
            shown.timeline = ShownTimeline::default();
            self.dock = None;
            items.push(FeedItem::Resync);
            return Ok(());
        }
        let (put, removed) = timeline_change(tail(&shown.timeline.items, &fresh.items), &fresh.items);
        let dock = (fresh.head, Box::new(fresh.composer));
        if put.is_empty() && removed.is_empty() && self.dock.as_ref().is_some_and(|old| same(old, &dock)) {
            return Ok(());
        }
        let keep = shown.timeline.items.len() - tail(&shown.timeline.items, &fresh.items).len();
        shown.timeline.items.truncate(keep);
        shown.timeline.items.extend(fresh.items);
        self.dock = Some(dock.clone());
        let (head, composer) = dock;
        let head = Box::new(head);
        items.push(FeedItem::Timeline { conversation: id, put, removed, head, composer });
        Ok(())
    }
}

/// The held items from the oldest on that was read afresh; what is older is not compared.
fn tail<'a>(held: &'a [TimelineItem], fresh: &[TimelineItem]) -> &'a [TimelineItem] {
    let Some(oldest) = fresh.first().map(|item| reading::order(&item.position)) else { return held };
    let from = held.iter().position(|item| reading::order(&item.position) >= oldest).unwrap_or(held.len());
    &held[from..]
}

/// The same head and dock, whatever is being typed: the window knows its own words better.
fn same(a: &(ConversationHead, Box<ComposerView>), b: &(ConversationHead, Box<ComposerView>)) -> bool {
    let without_words = |dock: &ComposerView| {
        let mut dock = dock.clone();
        dock.draft.reply.clear();
        dock.draft.note.clear();
        dock
    };
    a.0 == b.0 && without_words(&a.1) == without_words(&b.1)
}

impl News {
    fn add(&mut self, commit: &Commit) {
        for topic in &commit.topics {
            match topic {
                Topic::Conversation(id) => {
                    self.conversations.insert(id.to_string());
                }
                Topic::Inbox => self.inbox = true,
                // What a queued message waits for is shown in the timeline and depends on the whole outbox.
                Topic::Outbox | Topic::Attachments => self.everything = true,
                Topic::Accounts => {
                    self.stale.insert(StaleTopic::Accounts);
                }
                Topic::Patient(_) => {
                    self.everything = true;
                    self.stale.insert(StaleTopic::PatientCard);
                }
                Topic::Templates => {
                    self.stale.insert(StaleTopic::Templates);
                }
                Topic::Labels => {
                    self.everything = true;
                    self.stale.insert(StaleTopic::Labels);
                }
                Topic::Settings => {
                    self.stale.insert(StaleTopic::Settings);
                }
                // A person's name stands beside whatever they did.
                Topic::Staff => {
                    self.everything = true;
                    self.stale.insert(StaleTopic::Staff);
                }
            }
        }
    }
}
