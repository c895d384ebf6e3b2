//! Twilio, as the practice's account meets it: texts, WhatsApp, calls, recordings, transcripts, templates, keys.
//!
//! Source: Twilio's API documentation and specifications as of November 2026. Numbers come as strings and times as
//! Twilio writes them on each host, because clients stumble over exactly that.

mod account;
mod auth;
mod calls;
mod content;
mod create;
mod error;
mod intelligence;
mod keys;
mod messages;
mod numbers;
mod page;
pub(crate) mod patient;
pub(crate) mod phone;
mod progress;
mod recordings;
mod routes;
mod senders;
mod twiml;

use std::sync::Arc;

use account::Key;
pub use account::{
    ACCOUNT_SID, AUTH_TOKEN, DESK_PHONE, KEY_SECRET, KEY_SID, MAIN_KEY_SECRET, MAIN_KEY_SID,
    MESSAGING_SERVICE_SID, NUMBER, SERVICE_SID,
};
pub(crate) use account::{Account, Line};
pub(crate) use error::passing_failure;
pub use patient::TwilioPatient;
pub use phone::Voicemail;
pub(crate) use routes::answer;

use crate::sim::Shared;

/// The practice's Twilio account.
#[derive(Clone)]
pub struct Twilio {
    shared: Arc<Shared>,
}

impl Twilio {
    pub(crate) fn of(shared: Arc<Shared>) -> Self {
        Self { shared }
    }

    fn change<T>(&self, change: impl FnOnce(&mut Account) -> T) -> T {
        change(&mut self.shared.world().twilio)
    }

    /// `AC…`
    pub fn account_sid(&self) -> &'static str {
        ACCOUNT_SID
    }

    /// A standard API key and its secret: what a practice would paste.
    pub fn key(&self) -> (&'static str, &'static str) {
        (KEY_SID, KEY_SECRET)
    }

    /// A main API key and its secret: may delete keys.
    pub fn main_key(&self) -> (&'static str, &'static str) {
        (MAIN_KEY_SID, MAIN_KEY_SECRET)
    }

    /// The practice's number, for texts, WhatsApp and calls.
    pub fn number(&self) -> &'static str {
        NUMBER
    }

    /// Somebody with this telephone number (E.164) who has WhatsApp too. Writes texts until told otherwise.
    pub fn patient(&self, number: &str) -> TwilioPatient {
        TwilioPatient::meet(self.shared.clone(), number)
    }

    /// No credential works any more (401, 20003).
    pub fn revoke(&self) {
        self.change(Account::revoke_all);
    }

    /// The standard key was deleted in the Console; the rest works.
    pub fn delete_key(&self) {
        self.change(|account| {
            account.keys.iter_mut().filter(|key| !key.main).for_each(|key| key.deleted = true)
        });
    }

    /// A further main key and its secret, as somebody makes one in the Console.
    pub fn issue_key(&self) -> (String, String) {
        let mut world = self.shared.world();
        let key = Key {
            sid: world.mint.sid("SK"),
            secret: world.mint.opaque("secret"),
            main: true,
            deleted: false,
        };
        world.twilio.keys.push(key.clone());
        (key.sid, key.secret)
    }

    /// The credentials work again.
    pub fn restore(&self) {
        self.change(|account| {
            account.auth_token_revoked = false;
            account.keys.iter_mut().for_each(|key| key.deleted = false);
        });
    }

    /// Further pages are counted in rows, and a new message comes in before each: rows shift. Off at first.
    pub fn shifting_pages(&self, on: bool) {
        self.change(|account| account.shifting_pages = on);
    }

    /// The account has a Voice Intelligence service. On at first.
    pub fn intelligence(&self, on: bool) {
        self.change(|account| account.intelligence = on);
    }

    /// The practice's senders on WhatsApp, as number and status (`ONLINE`, `PENDING_VERIFICATION`, …); `None`: the key may
    /// not ask for them, which is so at first.
    pub fn senders(&self, senders: Option<&[(&str, &str)]>) {
        let owned = |(number, status): &(&str, &str)| ((*number).to_owned(), (*status).to_owned());
        let senders = senders.map(|senders| senders.iter().map(owned).collect());
        self.change(|account| account.senders = senders);
    }

    /// Whether this key was deleted.
    pub fn key_is_deleted(&self, sid: &str) -> bool {
        self.change(|account| account.keys.iter().any(|key| key.sid == sid && key.deleted))
    }

    /// Whether the sound of this recording was deleted.
    pub fn recording_is_deleted(&self, sid: &str) -> bool {
        self.change(|account| account.recording(sid).is_none_or(|recording| recording.deleted))
    }

    /// Inbound messages that were marked as seen.
    pub fn marked_seen(&self) -> Vec<String> {
        self.change(|account| account.seen.clone())
    }

    /// How many requests carried a valid credential.
    pub fn requests(&self) -> u64 {
        self.change(|account| account.requests)
    }
}
