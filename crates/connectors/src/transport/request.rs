//! One request, described. Connectors say what they want; how it travels is decided once, in [`super::Transport`].

use bytes::Bytes;
use reqwest::Method;
use secrecy::SecretString;
use serde::Serialize;
use url::Url;

use super::pace::Lane;

/// What lets the request in.
#[derive(Clone, Debug, Default)]
pub(super) enum Auth {
    #[default]
    None,
    Bearer(SecretString),
    Basic(String, SecretString),
}

/// What it carries.
#[derive(Clone, Default)]
pub(super) enum Body {
    #[default]
    None,
    Bytes(&'static str, Bytes),
    Parts(Vec<Part>),
}

/// One part of a multipart body.
#[derive(Clone)]
pub struct Part {
    /// The field's name.
    pub name: &'static str,
    /// The media type; `None` for a plain field.
    pub mime: Option<String>,
    /// The file name to claim; `None` for a plain field.
    pub file_name: Option<String>,
    /// The content.
    pub bytes: Bytes,
}

impl Part {
    /// A plain field.
    pub fn field(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, mime: None, file_name: None, bytes: Bytes::from(value.into()) }
    }
}

#[derive(Clone)]
pub(super) enum Target {
    Path(&'static str, Vec<String>),
    Given(Url),
}

/// A request to a provider. Built by chaining, then handed to [`super::Transport::ask`].
#[derive(Clone)]
pub struct RequestSpec {
    pub(super) method: Method,
    pub(super) target: Target,
    pub(super) route: &'static str,
    pub(super) query: Vec<(String, String)>,
    pub(super) auth: Auth,
    pub(super) body: Body,
    pub(super) lane: Lane,
    pub(super) idempotent: bool,
    pub(super) most_bytes: u64,
    pub(super) redirects: u8,
}

/// Answers of lists and single things are far smaller; what is larger is not one of them.
const MOST_ANSWER: u64 = 8 * 1024 * 1024;

impl RequestSpec {
    /// Asks for `path` at one of the provider's hosts. `route` is the path as a template without ids, for the log
    /// (`graph.instagram.com/{v}/{thread}`). Each segment of `path` is escaped.
    pub fn get<S: Into<String>>(
        host: &'static str,
        route: &'static str,
        path: impl IntoIterator<Item = S>,
    ) -> Self {
        Self::new(Method::GET, Target::Path(host, path.into_iter().map(Into::into).collect()), route)
    }

    /// Like [`Self::get`], with POST. Not idempotent until [`Self::harmless_to_repeat`] says otherwise.
    pub fn post<S: Into<String>>(
        host: &'static str,
        route: &'static str,
        path: impl IntoIterator<Item = S>,
    ) -> Self {
        let target = Target::Path(host, path.into_iter().map(Into::into).collect());
        Self { idempotent: false, lane: Lane::Send, ..Self::new(Method::POST, target, route) }
    }

    /// Like [`Self::get`], with DELETE.
    pub fn delete<S: Into<String>>(
        host: &'static str,
        route: &'static str,
        path: impl IntoIterator<Item = S>,
    ) -> Self {
        Self::new(Method::DELETE, Target::Path(host, path.into_iter().map(Into::into).collect()), route)
    }

    /// Fetches a file from an address that the provider handed out. Checked against the host list and for private
    /// addresses. No credential travels unless one is added.
    pub fn file(url: Url, route: &'static str, most_bytes: u64) -> Self {
        Self { lane: Lane::Fetch, most_bytes, ..Self::new(Method::GET, Target::Given(url), route) }
    }

    fn new(method: Method, target: Target, route: &'static str) -> Self {
        Self {
            method,
            target,
            route,
            query: Vec::new(),
            auth: Auth::None,
            body: Body::None,
            lane: Lane::Poll,
            idempotent: true,
            most_bytes: MOST_ANSWER,
            redirects: 0,
        }
    }

    /// Adds a query parameter.
    #[must_use]
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// Lets in by a bearer token.
    #[must_use]
    pub fn bearer(mut self, token: &SecretString) -> Self {
        self.auth = Auth::Bearer(token.clone());
        self
    }

    /// Lets in by name and secret.
    #[must_use]
    pub fn basic(mut self, name: &str, secret: &SecretString) -> Self {
        self.auth = Auth::Basic(name.to_owned(), secret.clone());
        self
    }

    /// Carries JSON.
    #[must_use]
    pub fn json(mut self, value: &impl Serialize) -> Self {
        let bytes = serde_json::to_vec(value).expect("our own request bodies have string keys only");
        self.body = Body::Bytes("application/json", Bytes::from(bytes));
        self
    }

    /// Carries a form.
    #[must_use]
    pub fn form<K: AsRef<str>, V: AsRef<str>>(mut self, fields: impl IntoIterator<Item = (K, V)>) -> Self {
        let text = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.body = Body::Bytes("application/x-www-form-urlencoded", Bytes::from(text));
        self
    }

    /// Carries several parts, for uploads.
    #[must_use]
    pub fn parts(mut self, parts: Vec<Part>) -> Self {
        self.body = Body::Parts(parts);
        self
    }

    /// Which budget pays for it.
    pub const fn pays(&self) -> Lane {
        self.lane
    }

    /// Says which budget pays for it. GET and DELETE are [`Lane::Poll`], POST is [`Lane::Send`], files
    /// [`Lane::Fetch`] unless said otherwise.
    #[must_use]
    pub const fn lane(mut self, lane: Lane) -> Self {
        self.lane = lane;
        self
    }

    /// Says that doing it twice does no harm. Such a request may use a kept connection; one that is not harmless
    /// opens its own, so that a stale connection can never be mistaken for a lost send.
    #[must_use]
    pub const fn harmless_to_repeat(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// The most bytes of content that are taken in; more is an error.
    #[must_use]
    pub const fn at_most(mut self, bytes: u64) -> Self {
        self.most_bytes = bytes;
        self
    }

    /// Follows up to `hops` redirects of a GET. Each is checked against the host list like an address from the
    /// provider, and the credential stays behind when the host changes.
    #[must_use]
    pub const fn follow(mut self, hops: u8) -> Self {
        self.redirects = hops;
        self
    }
}
