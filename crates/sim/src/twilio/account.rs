//! What Twilio knows: the account, its keys, numbers, messages, calls, recordings, transcripts and templates.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use jiff::Timestamp;
use serde_json::Value;

use super::content::{self, ContentTemplate};
use crate::media::File;

/// The account.
pub const ACCOUNT_SID: &str = "AC00000000000000000000000000000001";
/// The account's own password; signs webhooks.
pub const AUTH_TOKEN: &str = "simulated-auth-token-0123456789ab";
/// A standard API key.
pub const KEY_SID: &str = "SK00000000000000000000000000000001";
/// Its secret.
pub const KEY_SECRET: &str = "simulated-key-secret-0123456789ab";
/// A main API key, which may delete keys.
pub const MAIN_KEY_SID: &str = "SK00000000000000000000000000000002";
/// Its secret.
pub const MAIN_KEY_SECRET: &str = "simulated-main-secret-0123456789a";
/// The practice's number for texts, WhatsApp and calls.
pub const NUMBER: &str = "+15550100099";
/// The sid of that number.
pub const NUMBER_SID: &str = "PN00000000000000000000000000000001";
/// The telephone on the desk; not a number of the account.
pub const DESK_PHONE: &str = "+15550100050";
/// The Voice Intelligence service.
pub const SERVICE_SID: &str = "GA00000000000000000000000000000001";
/// The messaging service whose pool holds the number.
pub const MESSAGING_SERVICE_SID: &str = "MG00000000000000000000000000000001";

/// Texts or WhatsApp.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// Text messages.
    Sms,
    /// WhatsApp.
    WhatsApp,
}

impl Line {
    /// The address as Twilio writes it.
    pub fn address(self, number: &str) -> String {
        match self {
            Self::Sms => number.to_owned(),
            Self::WhatsApp => format!("whatsapp:{number}"),
        }
    }

    /// The channel's word in the ledger.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::WhatsApp => "whatsapp",
        }
    }

    /// Takes an address apart.
    pub fn split(address: &str) -> (Self, &str) {
        address.strip_prefix("whatsapp:").map_or((Self::Sms, address), |number| (Self::WhatsApp, number))
    }
}

/// A key and what it may do.
#[derive(Clone, Debug)]
pub struct Key {
    pub sid: String,
    pub secret: String,
    /// May manage keys and read the account.
    pub main: bool,
    pub deleted: bool,
}

/// From `at` on, a message or a call has this status.
#[derive(Clone, Debug)]
pub struct Step {
    pub at: Timestamp,
    pub status: &'static str,
    pub code: Option<u32>,
}

/// A message.
#[derive(Clone, Debug)]
pub struct Message {
    pub sid: String,
    pub from: String,
    pub to: String,
    pub body: String,
    pub inbound: bool,
    pub created: Timestamp,
    pub steps: Vec<Step>,
    pub service: Option<String>,
    /// Sid, file.
    pub media: Vec<(String, File)>,
    /// Not sent through the API by the desk: another tool of the practice.
    pub elsewhere: bool,
}

impl Message {
    /// The step that is true at `now`.
    pub fn step(&self, now: Timestamp) -> &Step {
        let place = self.steps.iter().rposition(|step| step.at <= now).unwrap_or(0);
        &self.steps[place]
    }
}

/// A call or one leg of it.
#[derive(Clone, Debug)]
pub struct Call {
    pub sid: String,
    pub parent: Option<String>,
    pub from: String,
    pub to: String,
    pub direction: &'static str,
    pub created: Timestamp,
    pub steps: Vec<Step>,
    /// When people began to talk, if they did.
    pub answered: Option<Timestamp>,
    pub forwarded_from: Option<String>,
}

impl Call {
    /// The step that is true at `now`; `None` before the call exists.
    pub fn step(&self, now: Timestamp) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.at <= now)
    }
}

/// A recording.
#[derive(Clone, Debug)]
pub struct Recording {
    pub sid: String,
    pub call: String,
    pub source: &'static str,
    pub channels: u32,
    pub seconds: u32,
    pub started: Timestamp,
    /// From then on it can be fetched.
    pub ready: Timestamp,
    /// Nothing was said: `absent`, and no sound.
    pub silent: bool,
    pub deleted: bool,
    pub sound: Bytes,
}

/// A line of a transcript: seconds from the start, channel, words.
#[derive(Clone, Debug)]
pub struct Sentence {
    pub start: f64,
    pub end: f64,
    pub channel: u32,
    pub words: String,
}

/// A Voice Intelligence transcript.
#[derive(Clone, Debug)]
pub struct Transcript {
    pub sid: String,
    pub recording: String,
    pub created: Timestamp,
    pub ready: Timestamp,
    pub language: String,
    pub sentences: Vec<Sentence>,
}

/// Somebody with a telephone.
#[derive(Clone, Debug)]
pub struct Person {
    /// A landline: texts are refused (21614).
    pub landline: bool,
    /// Has WhatsApp.
    pub whatsapp: bool,
    /// Picks up when the practice calls.
    pub picks_up: bool,
}

/// The account and everything around it.
#[derive(Clone, Debug)]
pub struct Account {
    pub keys: Vec<Key>,
    pub auth_token_revoked: bool,
    pub people: BTreeMap<String, Person>,
    pub messages: Vec<Message>,
    pub calls: Vec<Call>,
    pub recordings: Vec<Recording>,
    pub transcripts: Vec<Transcript>,
    pub contents: Vec<ContentTemplate>,
    pub opted_out: BTreeSet<String>,
    pub number_settings: BTreeMap<String, Value>,
    /// Pages are counted by rows, and a row comes in before each further page.
    pub shifting_pages: bool,
    /// The account has the Voice Intelligence service.
    pub intelligence: bool,
    /// Numbers on WhatsApp and where they stand; `None` refuses to tell.
    pub senders: Option<Vec<(String, String)>>,
    /// Sids of inbound messages that were marked as seen.
    pub seen: Vec<String>,
    pub requests: u64,
}

impl Account {
    pub fn new() -> Self {
        let key = |sid: &str, secret: &str, main| Key {
            sid: sid.into(),
            secret: secret.into(),
            main,
            deleted: false,
        };
        Self {
            keys: vec![key(KEY_SID, KEY_SECRET, false), key(MAIN_KEY_SID, MAIN_KEY_SECRET, true)],
            auth_token_revoked: false,
            people: BTreeMap::new(),
            messages: Vec::new(),
            calls: Vec::new(),
            recordings: Vec::new(),
            transcripts: Vec::new(),
            contents: content::first_templates(),
            opted_out: BTreeSet::new(),
            number_settings: BTreeMap::new(),
            shifting_pages: false,
            intelligence: true,
            senders: None,
            seen: Vec::new(),
            requests: 0,
        }
    }

    /// No credential works any more.
    pub fn revoke_all(&mut self) {
        self.auth_token_revoked = true;
        self.keys.iter_mut().for_each(|key| key.deleted = true);
    }

    pub fn message(&self, sid: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.sid == sid)
    }

    pub fn call(&self, sid: &str) -> Option<&Call> {
        self.calls.iter().find(|call| call.sid == sid)
    }

    pub fn recording(&self, sid: &str) -> Option<&Recording> {
        self.recordings.iter().find(|recording| recording.sid == sid)
    }

    /// When a number last wrote to us on WhatsApp.
    pub fn last_whatsapp(&self, number: &str) -> Option<Timestamp> {
        let from = Line::WhatsApp.address(number);
        self.messages
            .iter()
            .filter(|message| message.inbound && message.from == from)
            .map(|message| message.created)
            .max()
    }
}
