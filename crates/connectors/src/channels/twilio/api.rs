//! Calls to Twilio's hosts: addresses, credential, pages. What comes back is looked at elsewhere.
//!
//! Holds: every request carries the key by Basic authentication, except the one that follows a redirect to a file
//! host (see `media`); a page is followed by its path alone, on the host of the list it belongs to, so no answer can
//! lead the credential elsewhere.

use anteroom_model::{ConnectorError, Credential, FailureKind, Retry, SendError};
use secrecy::SecretString;
use serde::de::DeserializeOwned;
use url::Url;

use super::failure;
use super::payload::{self, Page};
use crate::transport::{Answer, Lane, RequestSpec, Transport};

pub(super) const API: &str = "api.twilio.com";
pub(super) const CONTENT: &str = "content.twilio.com";
pub(super) const INTELLIGENCE: &str = "intelligence.twilio.com";
pub(super) const MESSAGING: &str = "messaging.twilio.com";
pub(super) const IAM: &str = "iam.twilio.com";

/// Name and value pairs of a query or form.
pub(super) type Fields = Vec<(&'static str, String)>;

pub(super) struct Api {
    pub transport: Transport,
    account: String,
    key: String,
    secret: SecretString,
}

impl Api {
    pub fn new(credential: &Credential, transport: Transport) -> Result<Self, ConnectorError> {
        match credential {
            Credential::TwilioKey { account_sid, key_sid, secret } => Ok(Self {
                transport,
                account: account_sid.clone(),
                key: key_sid.clone(),
                secret: secret.clone(),
            }),
            Credential::InstagramToken { .. } => {
                Err(ConnectorError::new(FailureKind::OurFault, Retry::Never))
            }
        }
    }

    /// The account (`AC…`).
    pub fn account(&self) -> &str {
        &self.account
    }

    /// The key (`SK…`).
    pub fn key(&self) -> &str {
        &self.key
    }

    /// A path below the account in the 2010-04-01 API.
    pub fn in_account(&self, rest: &[&str]) -> Vec<String> {
        ["2010-04-01", "Accounts", &self.account].iter().chain(rest).map(|part| (*part).to_owned()).collect()
    }

    pub fn get(&self, host: &'static str, route: &'static str, path: Vec<String>) -> RequestSpec {
        RequestSpec::get(host, route, path).basic(&self.key, &self.secret)
    }

    /// A request that is not a plain `get`, let in by the key.
    pub fn with_key(&self, spec: RequestSpec) -> RequestSpec {
        spec.basic(&self.key, &self.secret).lane(Lane::Send)
    }

    /// Asks for one thing.
    pub async fn one<T: DeserializeOwned>(&self, spec: RequestSpec) -> Result<T, ConnectorError> {
        let answer = self.ask(spec).await?;
        payload::object(&answer.body).ok_or_else(|| nonsense().with_http(answer.http))
    }

    /// Asks for the first page of a list.
    pub async fn page(&self, spec: RequestSpec, query: Fields, key: &str) -> Result<Page, ConnectorError> {
        let spec = query.into_iter().fold(spec, |spec, (name, value)| spec.query(name, value));
        Page::read(&self.ask(spec).await?.body, key)
    }

    /// Asks for the page that `next` names.
    pub async fn next_page(
        &self,
        host: &'static str,
        route: &'static str,
        next: &str,
        key: &str,
    ) -> Result<Page, ConnectorError> {
        let (path, query) = place(next).ok_or_else(nonsense)?;
        let spec = query
            .into_iter()
            .fold(self.get(host, route, path), |spec, (name, value)| spec.query(name, value));
        Page::read(&self.ask(spec).await?.body, key)
    }

    /// Asks, and turns a refusal into what it means.
    pub async fn ask(&self, spec: RequestSpec) -> Result<Answer, ConnectorError> {
        let answer = self.transport.ask(spec).await?;
        if answer.is_success() { Ok(answer) } else { Err(failure::refusal(&answer)) }
    }

    /// Makes the one request of a send. Reads the id of what was made; an answer without one may mean either.
    pub async fn create(
        &self,
        route: &'static str,
        path: Vec<String>,
        form: Fields,
    ) -> Result<String, SendError> {
        let spec = self.with_key(RequestSpec::post(API, route, path).form(form));
        let answer = self.transport.ask(spec).await.map_err(crate::transport::TransportError::of_send)?;
        if !answer.is_success() {
            return Err(failure::refused_send(&answer));
        }
        payload::made(&answer.body).ok_or_else(|| SendError::Ambiguous(nonsense().with_http(answer.http)))
    }

    /// Deletes. Not there counts as done.
    pub async fn delete(
        &self,
        host: &'static str,
        route: &'static str,
        path: Vec<String>,
    ) -> Result<(), ConnectorError> {
        match self.ask(self.with_key(RequestSpec::delete(host, route, path))).await {
            Ok(_) => Ok(()),
            Err(error) if error.kind == FailureKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }
}

pub(super) const fn nonsense() -> ConnectorError {
    ConnectorError::new(FailureKind::BadAnswer, Retry::Soon)
}

/// Segments of a path, and the query behind it.
type PathAndQuery = (Vec<String>, Vec<(String, String)>);

/// Path and query of an address in an answer, whether it is whole or begins with the path. Its host is not looked at.
pub(super) fn place(address: &str) -> Option<PathAndQuery> {
    let whole = Url::parse("https://twilio.invalid/").ok()?.join(address).ok()?;
    let path = whole.path_segments()?.map(unescaped).collect();
    Some((path, whole.query_pairs().into_owned().collect()))
}

/// A path segment without its percent escapes; a `+` stays one.
fn unescaped(segment: &str) -> String {
    let kept = segment.replace('+', "%2B").replace('=', "%3D").replace('&', "%26");
    url::form_urlencoded::parse(kept.as_bytes()).next().map(|(name, _)| name.into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_next_page_is_its_path_and_query_and_nothing_else() {
        let (path, query) =
            place("/2010-04-01/Accounts/AC1/Messages.json?DateSent%3E=2026-11-19&Page=1&To=%2B1555")
                .expect("a path");
        assert_eq!(path, ["2010-04-01", "Accounts", "AC1", "Messages.json"]);
        assert_eq!(
            query,
            [("DateSent>", "2026-11-19"), ("Page", "1"), ("To", "+1555")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
        let (path, _) = place("https://evil.example/v2/a%2Bb+c?Page=1").expect("an address");
        assert_eq!(path, ["v2", "a+b+c"]);
    }
}
