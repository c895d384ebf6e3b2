//! A desk of one connector: remembers cursors, and moves the clock when somebody waits for it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use anteroom_connectors::transport::{NoLedger, Patience};
use anteroom_connectors::{AccountConfig, World, connect};
use anteroom_model::{
    ChannelKind, Clock as _, Connector, ConnectorError, Credential, Cursor, FeedName, InboundEvent,
    InboundMessage, ManualClock, OutboxId, Outgoing, OutgoingBody, Phi, UnknownSend,
};
use anteroom_sim::{Received, Sim, SimConfig};
use jiff::{SignedDuration, Timestamp};
use rand::SeedableRng;
use rand::rngs::StdRng;
use url::Url;

/// How the provider's side of a test is acted.
pub trait Stage {
    /// The channel it plays on.
    const CHANNEL: ChannelKind;
    /// The host that takes messages.
    const HOST: &'static str;
    /// A part of the path of a send.
    const SEND: &'static str;
    /// A part of the path of every request for news.
    const NEWS: &'static str;
    /// Somebody who writes.
    type Patient;

    fn credential(sim: &Sim, now: Timestamp) -> Credential;
    /// Another one, after the first has lost its right.
    fn new_credential(sim: &Sim, now: Timestamp) -> Credential;
    /// The provider's id of the account.
    fn remote_id(sim: &Sim) -> String;
    fn patient(sim: &Sim) -> Self::Patient;
    fn writes(patient: &Self::Patient, text: &str) -> String;
    fn sends_photo(patient: &Self::Patient) -> String;
    fn hears_elsewhere(patient: &Self::Patient, text: &str) -> String;
    fn received(patient: &Self::Patient) -> Vec<Received>;
    fn revoke(sim: &Sim);
}

/// The desk, its patient and the world.
pub struct Desk<S: Stage> {
    pub sim: Sim,
    pub clock: ManualClock,
    pub connector: Box<dyn Connector>,
    pub patient: S::Patient,
    cursors: BTreeMap<FeedName, Cursor>,
    sent: u8,
}

/// A Friday morning.
pub fn friday() -> Timestamp {
    "2026-11-20T09:00:00Z".parse().expect("a test's time")
}

impl<S: Stage> Desk<S> {
    pub async fn open() -> Self {
        let clock = ManualClock::at(friday());
        let sim = Sim::start(SimConfig::at(clock.clone())).await.expect("a free port");
        let connector = connector::<S>(&sim, &clock, S::credential(&sim, friday()));
        let patient = S::patient(&sim);
        Self { sim, clock, connector, patient, cursors: BTreeMap::new(), sent: 0 }
    }

    /// Somebody signs in again; how far the feeds were read is kept, as the store keeps it.
    pub fn signs_in_again(&mut self) {
        self.connector = connector::<S>(&self.sim, &self.clock, S::new_credential(&self.sim, self.now()));
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Time passes.
    pub fn wait(&self, seconds: i64) {
        self.sim.advance(SignedDuration::from_secs(seconds));
    }

    /// Does something, moving the clock whenever everybody waits for it.
    pub async fn run<T>(&self, act: impl Future<Output = T>) -> T {
        let mut tick = tokio::time::interval(Duration::from_millis(1));
        tokio::pin!(act);
        loop {
            tokio::select! {
                done = &mut act => return done,
                _ = tick.tick() => {
                    if let Some(due) = self.clock.next_due() {
                        self.clock.set(due.max(self.clock.now()));
                    }
                }
            }
        }
    }

    /// Asks all feeds until they have no more, and remembers how far they were read.
    pub async fn news(&mut self) -> Result<Vec<InboundEvent>, ConnectorError> {
        let mut events = Vec::new();
        for feed in self.connector.feeds() {
            loop {
                let cursor = self.cursors.get(feed.name).cloned();
                let asked = self.connector.fetch(feed.name, cursor.as_ref(), self.clock.now());
                let batch = self.run(asked).await?;
                assert!(!batch.more || Some(&batch.cursor) != cursor.as_ref(), "an endless feed");
                self.cursors.insert(feed.name, batch.cursor);
                events.extend(batch.events);
                if !batch.more {
                    break;
                }
            }
        }
        Ok(events)
    }

    /// The messages among the news.
    pub async fn messages(&mut self) -> Vec<InboundMessage> {
        messages_in(self.news().await.expect("news"))
    }

    /// Where the feeds stand, to go back to.
    pub fn bookmark(&self) -> BTreeMap<FeedName, Cursor> {
        self.cursors.clone()
    }

    /// Goes back to an earlier place.
    pub fn reopen_at(&mut self, bookmark: BTreeMap<FeedName, Cursor>) {
        self.cursors = bookmark;
    }

    /// The patient writes, and the desk reads it.
    pub async fn hears(&mut self, text: &str) -> InboundMessage {
        let id = S::writes(&self.patient, text);
        let found = self.messages().await.into_iter().find(|message| message.provider_id == id);
        found.expect("the message just written")
    }

    /// An answer to a message.
    pub fn answer(&mut self, to: &InboundMessage, text: &str) -> Outgoing {
        self.sent += 1;
        Outgoing {
            outbox: OutboxId::at(self.clock.now(), [self.sent; 10]),
            channel: to.channel,
            from: to.thread.ours.clone(),
            to: to.thread.with.handle.clone(),
            thread: to.thread.id.clone(),
            body: OutgoingBody::Text(Phi::from(text)),
            reply_to: None,
            human_agent: false,
        }
    }

    /// A send that just ended without an answer.
    pub fn unknown(&self, outgoing: &Outgoing) -> UnknownSend {
        let now = self.clock.now();
        UnknownSend { outgoing: outgoing.clone(), since: now, attempted_at: now, taken: Vec::new() }
    }

    /// What the patient has before them.
    pub fn received(&self) -> Vec<String> {
        S::received(&self.patient).into_iter().map(|message| message.text).collect()
    }
}

fn connector<S: Stage>(sim: &Sim, clock: &ManualClock, credential: Credential) -> Box<dyn Connector> {
    let account = AccountConfig {
        remote_id: S::remote_id(sim),
        base_url: Some(Url::parse(&sim.url()).expect("its own address")),
        ..AccountConfig::default()
    };
    let patience = Patience {
        connect: Duration::from_secs(2),
        read: Duration::from_secs(2),
        total: Duration::from_secs(5),
    };
    let world = World { clock: Arc::new(clock.clone()), ledger: Arc::new(NoLedger), patience };
    connect(&account, credential, world, StdRng::seed_from_u64(7)).expect("a connector")
}

pub fn messages_in(events: Vec<InboundEvent>) -> Vec<InboundMessage> {
    events
        .into_iter()
        .filter_map(|event| match event {
            InboundEvent::Message(message) => Some(message),
            _ => None,
        })
        .collect()
}
