//! Instagram API with Instagram Login, as the practice's account meets it.
//!
//! Source: Meta's documentation of the Instagram API with Instagram Login as of November 2026; where it leaves something
//! open there is a switch on [`Instagram`], so that clients can be tried against both.

mod account;
mod error;
mod media;
pub(crate) mod patient;
mod read;
mod render;
mod routes;
mod send;
mod token;
mod upload;

use std::sync::Arc;

use jiff::SignedDuration;

pub use account::IG_ID;
pub(crate) use account::{Account, Extra, Token};
pub(crate) use error::passing_failure;
pub use patient::InstagramPatient;
pub(crate) use routes::answer;

use crate::sim::Shared;

/// The practice's Instagram account.
#[derive(Clone)]
pub struct Instagram {
    shared: Arc<Shared>,
}

impl Instagram {
    pub(crate) fn of(shared: Arc<Shared>) -> Self {
        Self { shared }
    }

    fn change<T>(&self, change: impl FnOnce(&mut Account) -> T) -> T {
        change(&mut self.shared.world().instagram)
    }

    /// A token that works: issued two days ago, valid for 58 days more.
    pub fn token(&self) -> String {
        self.change(|account| account.tokens.first().map(|token| token.value.clone()).unwrap_or_default())
    }

    /// The professional account's id (`1784…`).
    pub fn id(&self) -> &'static str {
        IG_ID
    }

    /// Somebody with an Instagram account, who has not written yet.
    pub fn patient(&self, name: &str, username: &str) -> InstagramPatient {
        InstagramPatient::meet(self.shared.clone(), name, username)
    }

    /// Somebody who was met before, by the name on Instagram.
    pub fn known(&self, username: &str) -> Option<InstagramPatient> {
        let met = |account: &mut Account| {
            account.people.iter().find(|(_, person)| person.username == username).map(|(id, _)| id.clone())
        };
        self.change(met).map(|id| InstagramPatient::known(self.shared.clone(), id))
    }

    /// The practice's reaction that stands at a message, if there is one.
    pub fn reaction_of_practice(&self, message: &str) -> Option<String> {
        self.change(|account| {
            let message = account.message_mut(message)?;
            message.reactions.iter().find(|(by, _)| by == IG_ID).map(|(_, word)| word.clone())
        })
    }

    /// All tokens stop working: the owner removed the app (190/458).
    pub fn revoke_token(&self) {
        self.change(Account::revoke_all);
    }

    /// All tokens have just ended (190/463).
    pub fn expire_token(&self) {
        let mut world = self.shared.world();
        let now = world.now;
        world.instagram.tokens.iter_mut().for_each(|token| token.expires = now);
    }

    /// A further token with these scopes, issued `age` ago and valid for 60 days in all.
    pub fn issue_token(&self, scopes: &[&str], age: SignedDuration) -> String {
        let mut world = self.shared.world();
        let value = format!("IGAA{}", world.mint.opaque("token"));
        let issued = world.now - age;
        world.instagram.tokens.push(Token::new(value.clone(), issued, scopes));
        value
    }

    /// The app has the human-agent feature, which lets a person answer up to 7 days. Off at first.
    pub fn human_agent(&self, on: bool) {
        self.change(|account| account.human_agent = on);
    }

    /// Files can be uploaded (`message_attachments`). On at first.
    pub fn uploads(&self, on: bool) {
        self.change(|account| account.uploads = on);
    }

    /// Fields beyond `id,created_time,from,to,message` exist. On at first; off answers code 100.
    pub fn rich_fields(&self, on: bool) {
        self.change(|account| account.rich_fields = on);
    }

    /// Nested fields (`messages{…}`) are allowed in lists. On at first; off answers code 100.
    pub fn expansion(&self, on: bool) {
        self.change(|account| account.expansion = on);
    }

    /// Times are UNIX seconds instead of ISO 8601. Off at first.
    pub fn epoch_times(&self, on: bool) {
        self.change(|account| account.epoch_times = on);
    }

    /// The owner allows connected tools to read messages. On at first; off answers 200/2534041.
    pub fn message_access(&self, on: bool) {
        self.change(|account| account.message_access = on);
    }

    /// Calls a second to the conversations API; `None` switches the limiter off. Two at first.
    pub fn calls_per_second(&self, most: Option<f64>) {
        self.change(|account| account.pace.per_second = most);
    }

    /// Whoever asks for this message by its id gets this code and subcode; `None` lets it open again.
    pub fn refuses_message(&self, message: &str, with: Option<(i64, Option<i64>)>) {
        self.change(|account| match with {
            Some(with) => drop(account.refused.insert(message.to_owned(), with)),
            None => drop(account.refused.remove(message)),
        });
    }

    /// The percentage that usage headers report from now on; `None` leaves the headers out. None at first.
    pub fn usage(&self, percent: Option<u32>) {
        self.change(|account| account.usage = percent);
    }

    /// How many requests carried a valid token and reached an endpoint.
    pub fn calls(&self) -> u64 {
        self.change(|account| account.calls)
    }
}
