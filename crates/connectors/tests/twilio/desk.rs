//! A desk with one Twilio account: remembers how far each feed was read.

use std::collections::BTreeMap;
use std::sync::Arc;

use anteroom_connectors::transport::{NoLedger, Patience};
use anteroom_connectors::{AccountConfig, World, connect};
use anteroom_model::{
    ChannelKind, Clock as _, Connector, ConnectorError, Credential, Cursor, FeedName, InboundEvent,
    InboundMessage, ManualClock, OutboxId, Outgoing, OutgoingBody, Phi,
};
use anteroom_sim::twilio::TwilioPatient;
use anteroom_sim::{Sim, SimConfig};
use jiff::{SignedDuration, Timestamp};
use rand::SeedableRng;
use rand::rngs::StdRng;
use url::Url;

pub struct Desk {
    pub sim: Sim,
    pub clock: ManualClock,
    pub connector: Box<dyn Connector>,
    cursors: BTreeMap<FeedName, Cursor>,
}

/// A Friday morning.
pub fn friday() -> Timestamp {
    "2026-11-20T09:00:00Z".parse().expect("a test's time")
}

impl Desk {
    /// A desk that was opened on a Friday morning.
    pub async fn open() -> Self {
        let clock = ManualClock::at(friday());
        let sim = Sim::start(SimConfig::at(clock.clone())).await.expect("a free port");
        let (key, secret) = sim.twilio().key();
        let connector = connector(&sim, &clock, key, secret);
        Self { sim, clock, connector, cursors: BTreeMap::new() }
    }

    /// Somebody with a telephone.
    pub fn patient(&self, number: &str) -> TwilioPatient {
        self.sim.twilio().patient(number)
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Seconds pass.
    pub fn wait(&self, seconds: i64) {
        self.sim.advance(SignedDuration::from_secs(seconds));
    }

    /// One step of a feed; whether more waits.
    pub async fn try_step(&mut self, feed: FeedName) -> Result<(Vec<InboundEvent>, bool), ConnectorError> {
        let batch = self.connector.fetch(feed, self.cursors.get(feed), self.now()).await?;
        self.cursors.insert(feed, batch.cursor);
        Ok((batch.events, batch.more))
    }

    /// One step of a feed that works.
    pub async fn step(&mut self, feed: FeedName) -> (Vec<InboundEvent>, bool) {
        self.try_step(feed).await.expect("news")
    }

    /// A feed until it has no more.
    pub async fn read(&mut self, feed: FeedName) -> Vec<InboundEvent> {
        let mut events = Vec::new();
        loop {
            let (found, more) = self.step(feed).await;
            events.extend(found);
            if !more {
                return events;
            }
        }
    }

    pub async fn messages(&mut self) -> Vec<InboundMessage> {
        let told = self.read("messages").await.into_iter();
        told.filter_map(|event| match event {
            InboundEvent::Message(message) => Some(message),
            _ => None,
        })
        .collect()
    }

    /// How many characters the cursor of a feed takes.
    pub fn cursor_size(&self, feed: FeedName) -> usize {
        self.cursors.get(feed).map_or(0, |cursor| cursor.0.len())
    }

    /// How many requests Twilio has answered.
    pub fn requests(&self) -> u64 {
        self.sim.twilio().requests()
    }

    pub fn text(&self, channel: ChannelKind, to: &TwilioPatient, body: &str) -> Outgoing {
        self.outgoing(channel, to, OutgoingBody::Text(Phi::from(body)))
    }

    pub fn outgoing(&self, channel: ChannelKind, to: &TwilioPatient, body: OutgoingBody) -> Outgoing {
        Outgoing {
            outbox: OutboxId::at(self.now(), [1; 10]),
            channel,
            from: self.sim.twilio().number().to_owned(),
            to: Phi::from(to.number()),
            thread: None,
            body,
            reply_to: None,
            human_agent: false,
        }
    }
}

/// The connector of a key.
pub fn connector(sim: &Sim, clock: &ManualClock, key: &str, secret: &str) -> Box<dyn Connector> {
    let account = AccountConfig {
        remote_id: sim.twilio().account_sid().to_owned(),
        base_url: Some(Url::parse(&sim.url()).expect("its own address")),
        ..AccountConfig::default()
    };
    let credential = Credential::TwilioKey {
        account_sid: sim.twilio().account_sid().to_owned(),
        key_sid: key.to_owned(),
        secret: secret.to_owned().into(),
    };
    let world =
        World { clock: Arc::new(clock.clone()), ledger: Arc::new(NoLedger), patience: Patience::default() };
    connect(&account, credential, world, StdRng::seed_from_u64(7)).expect("a connector")
}
