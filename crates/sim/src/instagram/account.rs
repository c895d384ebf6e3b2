//! What Instagram knows: the account, its tokens, people, threads and messages.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::media::File;
use crate::mint::Mint;

/// The professional account's id.
pub const IG_ID: &str = "17841490000000001";
/// The id of the account for this app.
pub const APP_SCOPED_ID: &str = "26000000000000001";
/// The scopes that the practice needs.
pub const SCOPES: [&str; 2] = ["instagram_business_basic", "instagram_business_manage_messages"];

/// A token and what it may do.
#[derive(Clone, Debug)]
pub struct Token {
    /// The token itself.
    pub value: String,
    /// When it was issued; refreshing works from 24 h on.
    pub issued: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// The app was removed.
    pub revoked: bool,
    /// What it may do.
    pub scopes: Vec<String>,
}

impl Token {
    /// A token for 60 days.
    pub fn new(value: String, issued: Timestamp, scopes: &[&str]) -> Self {
        let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        Self { value, issued, expires: issued + SignedDuration::from_hours(60 * 24), revoked: false, scopes }
    }

    /// Whether it may do this.
    pub fn may(&self, scope: &str) -> bool {
        self.scopes.iter().any(|granted| granted == scope)
    }
}

/// A person.
#[derive(Clone, Debug)]
pub struct Person {
    pub name: String,
    pub username: String,
    /// Blocked the practice: sending fails with 100/2534029.
    pub blocks_us: bool,
    /// Deactivated: sending fails with 551/1545041.
    pub gone: bool,
    /// Switched consent off: the profile answers 230.
    pub hides_profile: bool,
}

/// What a message is besides its words.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    /// Files: kind (`image`, `video`, `audio`, `file`, `sticker`), the last part of the link, the file.
    pub files: Vec<(String, String, File)>,
    /// `shares` rows.
    pub shares: Vec<Value>,
    /// The `story` member.
    pub story: Option<Value>,
    /// The message it answers.
    pub reply_to: Option<String>,
    /// Marked `is_unsupported`.
    pub unsupported: bool,
    /// Further members, as they stand.
    pub raw: Vec<(String, Value)>,
}

/// A message.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its id.
    pub id: String,
    /// When it was written.
    pub at: Timestamp,
    /// Written by the patient.
    pub inbound: bool,
    /// Written in the Instagram app by the practice.
    pub elsewhere: bool,
    /// The words.
    pub text: String,
    /// The rest.
    pub extra: Extra,
    /// Reactions: who, and the word or emoji.
    pub reactions: Vec<(String, String)>,
}

/// A thread with one person. `messages` is oldest first; a message that was taken back is gone.
#[derive(Clone, Debug)]
pub struct Thread {
    /// Its id.
    pub id: String,
    /// The other side (IGSID).
    pub with: String,
    /// When something was last written.
    pub updated: Timestamp,
    /// The messages.
    pub messages: Vec<Message>,
    /// Ids of messages that were taken back.
    pub unsent: Vec<String>,
}

/// Tokens in a bucket that fills by the clock.
#[derive(Clone, Debug)]
pub struct Pace {
    pub per_second: Option<f64>,
    level: f64,
    last: Option<Timestamp>,
}

impl Pace {
    /// Takes one; false when there is none.
    pub fn take(&mut self, now: Timestamp) -> bool {
        let Some(rate) = self.per_second else { return true };
        let passed = self.last.map_or(f64::MAX, |last| now.duration_since(last).as_secs_f64().max(0.0));
        self.level = (self.level + passed.min(3600.0) * rate).min(rate);
        self.last = Some(now);
        let enough = self.level >= 1.0;
        if enough {
            self.level -= 1.0;
        }
        enough
    }
}

/// The practice's account and everything around it.
#[derive(Clone, Debug)]
pub struct Account {
    pub username: String,
    pub name: String,
    pub tokens: Vec<Token>,
    pub people: BTreeMap<String, Person>,
    pub threads: Vec<Thread>,
    pub uploaded: BTreeMap<String, (String, File)>,
    pub codes: Vec<String>,
    pub human_agent: bool,
    pub uploads: bool,
    pub rich_fields: bool,
    pub expansion: bool,
    pub epoch_times: bool,
    pub message_access: bool,
    pub pace: Pace,
    pub usage: Option<u32>,
    pub calls: u64,
    /// The time of the question: links in its answer are signed now.
    pub asked: Timestamp,
    /// Messages that are listed and do not open by their id: code and subcode of the refusal.
    pub refused: BTreeMap<String, (i64, Option<i64>)>,
    /// Messages that were marked as seen through the API, by person.
    pub seen: Vec<String>,
}

impl Account {
    pub fn new(now: Timestamp) -> Self {
        let issued = now - SignedDuration::from_hours(48);
        Self {
            username: "marlowstreet.clinic".into(),
            name: "Marlow Street Clinic".into(),
            tokens: vec![Token::new("IGAAsimulatedTokenOfMarlowStreet".into(), issued, &SCOPES)],
            people: BTreeMap::new(),
            threads: Vec::new(),
            uploaded: BTreeMap::new(),
            codes: Vec::new(),
            human_agent: false,
            uploads: true,
            rich_fields: true,
            expansion: true,
            epoch_times: false,
            message_access: true,
            pace: Pace { per_second: Some(2.0), level: 2.0, last: None },
            usage: None,
            calls: 0,
            asked: now,
            refused: BTreeMap::new(),
            seen: Vec::new(),
        }
    }

    /// All tokens stop working.
    pub fn revoke_all(&mut self) {
        self.tokens.iter_mut().for_each(|token| token.revoked = true);
    }

    pub fn thread_with(&self, igsid: &str) -> Option<&Thread> {
        self.threads.iter().find(|thread| thread.with == igsid)
    }

    pub fn thread(&self, id: &str) -> Option<&Thread> {
        self.threads.iter().find(|thread| thread.id == id)
    }

    pub fn message(&self, id: &str) -> Option<(&Thread, usize)> {
        self.threads.iter().find_map(|thread| {
            thread.messages.iter().position(|message| message.id == id).map(|at| (thread, at))
        })
    }

    pub fn message_mut(&mut self, id: &str) -> Option<&mut Message> {
        self.threads.iter_mut().flat_map(|thread| &mut thread.messages).find(|message| message.id == id)
    }

    /// Adds a message to the thread with a person; begins the thread if there is none. Gives its id.
    pub fn add(&mut self, mint: &mut Mint, with: &str, mut message: Message) -> String {
        message.id = mint.opaque("message");
        let id = message.id.clone();
        let at = message.at;
        let place = match self.threads.iter().position(|thread| thread.with == with) {
            Some(place) => place,
            None => {
                let (id, with) = (Mint::always("thread", with), with.to_owned());
                self.threads.push(Thread { id, with, updated: at, messages: Vec::new(), unsent: Vec::new() });
                self.threads.len() - 1
            }
        };
        let thread = &mut self.threads[place];
        thread.updated = thread.updated.max(at);
        // History may be planted after newer things; a thread is always in order.
        let place = thread.messages.partition_point(|other| other.at <= at);
        thread.messages.insert(place, message);
        id
    }

    /// When a person last wrote.
    pub fn last_inbound(&self, igsid: &str) -> Option<Timestamp> {
        self.thread_with(igsid)?
            .messages
            .iter()
            .rev()
            .find(|message| message.inbound)
            .map(|message| message.at)
    }
}
