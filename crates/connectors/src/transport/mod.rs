//! The way out: every request of every connector goes through [`Transport`] and nowhere else.
//!
//! Holds: only listed hosts, https with TLS 1.2 or newer, redirects only where a request allows them and only to
//! listed hosts, answers only up to a size, the account's pace kept, bytes counted. The log knows the route template,
//! the status and the time taken; never an address, a query or a body.
//! Refused: retrying here. Whether a send may be repeated is the outbox's decision, and a poll comes round again by
//! itself; the HTTP library's own retries are off.
//! On a crash: nothing is kept here.

mod address;
mod fault;
mod headers;
mod hosts;
mod ledger;
mod pace;
mod request;

use std::sync::Arc;
use std::time::Duration;

use anteroom_model::{AccountId, Clock, ConnectorError, FailureKind, Retry};
use bytes::{Bytes, BytesMut};
use futures::StreamExt;
use http::HeaderMap;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue, LOCATION};
use rand::rngs::StdRng;
use reqwest::{Client, ClientBuilder};
use secrecy::ExposeSecret;
use serde::de::DeserializeOwned;
use url::Url;

pub use fault::{TransportError, by_status, refused_send};
#[cfg(any(test, feature = "fuzzing"))]
pub use headers::strange_headers;
pub use hosts::{Hosts, NotLoopback};
pub use ledger::{Ledger, NoLedger};
pub use pace::{Lane, PaceRules, Rate};
use request::{Auth, Body, Target};
pub use request::{Part, RequestSpec};

/// How long to wait for a provider, in the machine's own time.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Until the connection stands, TLS included. The shortest of the three: what ends here has certainly sent nothing.
    pub connect: Duration,
    /// Between two pieces of an answer.
    pub read: Duration,
    /// For a whole request; a file may take ten times as long.
    pub total: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            read: Duration::from_secs(30),
            total: Duration::from_secs(60),
        }
    }
}

/// Everything a transport needs to know about its account.
pub struct TransportSettings {
    /// The account, for the log; `None` while it is being connected.
    pub account: Option<AccountId>,
    /// Where it may go.
    pub hosts: Hosts,
    /// How often.
    pub pace: PaceRules,
    /// How long to wait.
    pub patience: Patience,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Who takes down the traffic.
    pub ledger: Arc<dyn Ledger>,
    /// Randomness for back-off.
    pub rng: StdRng,
}

/// A complete answer, whatever its status.
#[derive(Clone)]
pub struct Answer {
    /// The HTTP status.
    pub http: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its content.
    pub body: Bytes,
    /// How long the provider asks to be left alone, if it does.
    pub wait: Option<Duration>,
}

impl Answer {
    /// Whether the status is 2xx.
    pub const fn is_success(&self) -> bool {
        self.http >= 200 && self.http < 300
    }

    /// The content as JSON of a known shape.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, ConnectorError> {
        serde_json::from_slice(&self.body)
            .map_err(|_| ConnectorError::new(FailureKind::BadAnswer, Retry::Soon).with_http(self.http))
    }

    /// The media type without its parameters, lower case.
    pub fn mime(&self) -> Option<String> {
        let text = self.headers.get(CONTENT_TYPE)?.to_str().ok()?;
        let mime = text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        (!mime.is_empty()).then_some(mime)
    }
}

/// The way out for one account.
pub struct Transport {
    account: Option<AccountId>,
    hosts: Hosts,
    patience: Patience,
    clock: Arc<dyn Clock>,
    ledger: Arc<dyn Ledger>,
    pace: pace::Pace,
    /// Keeps connections: asking again is harmless.
    asking: Client,
    /// Opens a connection for each request, so that a stale one cannot be mistaken for a lost send.
    sending: Client,
    /// Reaches public addresses only, for addresses that came from the provider.
    fetching: Client,
}

impl Transport {
    /// Sets up the way out. Fails only if this computer's certificate store cannot be read.
    pub fn new(settings: TransportSettings) -> Result<Self, ConnectorError> {
        // The error says that a provider is installed already, which is what we want.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let built = |builder: ClientBuilder| {
            builder.build().map_err(|_| ConnectorError::new(FailureKind::OurFault, Retry::Never))
        };
        let resolver = Arc::new(address::PublicOnly(settings.hosts.clone()));
        let asking = built(client(&settings))?;
        let sending = built(client(&settings).pool_max_idle_per_host(0))?;
        let fetching = built(client(&settings).dns_resolver(resolver))?;
        let TransportSettings { account, hosts, pace, patience, clock, ledger, rng } = settings;
        let pace = pace::Pace::new(Arc::clone(&clock), pace, rng);
        Ok(Self { account, hosts, patience, clock, ledger, pace, asking, sending, fetching })
    }

    /// The clock it goes by.
    pub fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// Tells the pace that a provider's own code meant "too often". Returns how long to wait.
    pub fn throttled(&self, lane: Lane, asked: Option<Duration>) -> Duration {
        self.pace.throttled(lane, asked)
    }

    /// Makes one request and takes in the whole answer.
    pub async fn ask(&self, spec: RequestSpec) -> Result<Answer, TransportError> {
        let began = self.clock.now();
        let route = spec.route;
        let result = self.ask_quietly(spec).await;
        let ms = self.clock.now().duration_since(began).as_millis() as i64;
        let account = self.account.map(tracing::field::display);
        match &result {
            Ok(answer) => {
                tracing::debug!(
                    event = "http",
                    account,
                    task = route,
                    http = answer.http,
                    ms,
                    n = answer.body.len()
                );
            }
            Err(error) => {
                let (state, http) = (if error.left { "unknown" } else { "not_sent" }, error.cause.http);
                tracing::debug!(event = "http_failed", account, task = route, http, ms, state, status = ?error.cause.kind);
            }
        }
        result
    }

    async fn ask_quietly(&self, spec: RequestSpec) -> Result<Answer, TransportError> {
        let given = matches!(spec.target, Target::Given(_));
        let mut url = self.address(&spec).map_err(TransportError::before_leaving)?;
        let mut auth = &spec.auth;
        let mut hops = spec.redirects;
        loop {
            let _turn = self.pace.turn(spec.lane).await.map_err(TransportError::before_leaving)?;
            let client = match (spec.idempotent, given || hops < spec.redirects) {
                (false, _) => &self.sending,
                (true, true) => &self.fetching,
                (true, false) => &self.asking,
            };
            let answer = self.exchange(client, &spec, &url, auth).await?;
            let Some(next) = onward(&answer, &url) else { return Ok(answer) };
            if hops == 0 {
                return if spec.redirects == 0 && !given { Ok(answer) } else { Err(astray(answer.http)) };
            }
            hops -= 1;
            self.hosts.check(&next).map_err(|cause| TransportError { cause, left: true })?;
            if next.host() != url.host() || next.port_or_known_default() != url.port_or_known_default() {
                auth = &Auth::None;
            }
            url = next;
        }
    }

    fn address(&self, spec: &RequestSpec) -> Result<Url, ConnectorError> {
        let mut url = match &spec.target {
            Target::Path(host, path) => self.hosts.address(host, path)?,
            Target::Given(url) => {
                self.hosts.check(url)?;
                url.clone()
            }
        };
        if !spec.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&spec.query);
        }
        Ok(url)
    }

    async fn exchange(
        &self,
        client: &Client,
        spec: &RequestSpec,
        url: &Url,
        auth: &Auth,
    ) -> Result<Answer, TransportError> {
        let there = self.hosts.destination(url);
        let (request, content) = build(client, spec, &there, auth)?;
        let request = request.build().map_err(|error| TransportError::sort(&error, None))?;
        let sent = ledger::head_of(&request) + content;
        let mut received = Received::default();
        let result = self.take_in(client, request, spec, &mut received).await;
        let left = result.as_ref().err().is_none_or(|error| error.left);
        let sent = if left { sent } else { 0 };
        self.ledger.note(there.host_str().unwrap_or_default(), sent, received.head + received.content);
        result
    }

    async fn take_in(
        &self,
        client: &Client,
        mut request: reqwest::Request,
        spec: &RequestSpec,
        received: &mut Received,
    ) -> Result<Answer, TransportError> {
        let longest = self.patience.total * if spec.lane == Lane::Fetch { 10 } else { 1 };
        *request.timeout_mut() = Some(longest);
        let response = client.execute(request).await.map_err(|error| TransportError::sort(&error, None))?;
        let http = response.status().as_u16();
        let headers = response.headers().clone();
        received.head = ledger::bytes_of(&headers);
        let wait = self.pace.heard(spec.lane, http, &headers);
        let too_big = || match spec.lane {
            Lane::Fetch => {
                TransportError::after_leaving(FailureKind::ContentRefused, Retry::Never, Some(http))
            }
            _ => TransportError::after_leaving(FailureKind::BadAnswer, Retry::Soon, Some(http)),
        };
        if response.content_length().is_some_and(|length| length > spec.most_bytes) {
            return Err(too_big());
        }
        let mut body = BytesMut::new();
        let mut pieces = response.bytes_stream();
        while let Some(piece) = pieces.next().await {
            let piece = piece
                .map_err(|error| TransportError { left: true, ..TransportError::sort(&error, Some(http)) })?;
            received.content += piece.len() as u64;
            if received.content > spec.most_bytes {
                return Err(too_big());
            }
            body.extend_from_slice(&piece);
        }
        Ok(Answer { http, headers, body: body.freeze(), wait })
    }
}

/// How much of an answer came, also when it broke off.
#[derive(Default)]
struct Received {
    head: u64,
    content: u64,
}

fn client(settings: &TransportSettings) -> ClientBuilder {
    let builder = Client::builder()
        .user_agent(concat!("Anteroom/", env!("CARGO_PKG_VERSION")))
        .tls_version_min(reqwest::tls::Version::TLS_1_2)
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .connect_timeout(settings.patience.connect)
        .read_timeout(settings.patience.read)
        .pool_idle_timeout(Duration::from_secs(50));
    // A proxy cannot reach this computer's own loopback address, and must not see a demo clinic.
    if settings.hosts.is_loopback() { builder.no_proxy() } else { builder.https_only(true) }
}

fn build(
    client: &Client,
    spec: &RequestSpec,
    there: &Url,
    auth: &Auth,
) -> Result<(reqwest::RequestBuilder, u64), TransportError> {
    let ours = || TransportError::before_leaving(ConnectorError::new(FailureKind::OurFault, Retry::Never));
    let mut request = client.request(spec.method.clone(), there.clone());
    request = match auth {
        Auth::None => request,
        Auth::Basic(name, secret) => request.basic_auth(name, Some(secret.expose_secret())),
        Auth::Bearer(token) => {
            // A token with a line break in it is not a token; refused here without printing it.
            let mut value = HeaderValue::from_str(&format!("Bearer {}", token.expose_secret()))
                .map_err(|_| TransportError::before_leaving(bad_token()))?;
            value.set_sensitive(true);
            request.header(AUTHORIZATION, value)
        }
    };
    match &spec.body {
        Body::None => Ok((request, 0)),
        Body::Bytes(mime, bytes) => {
            Ok((request.header(CONTENT_TYPE, *mime).body(bytes.clone()), bytes.len() as u64))
        }
        Body::Parts(parts) => {
            let mut form = reqwest::multipart::Form::new();
            for part in parts {
                let length = part.bytes.len() as u64;
                let mut piece = reqwest::multipart::Part::stream_with_length(part.bytes.clone(), length);
                if let Some(mime) = &part.mime {
                    piece = piece.mime_str(mime).map_err(|_| ours())?;
                }
                if let Some(name) = &part.file_name {
                    piece = piece.file_name(name.clone());
                }
                form = form.part(part.name, piece);
            }
            let sent = parts.iter().map(|part| part.bytes.len() as u64).sum();
            Ok((request.multipart(form), sent))
        }
    }
}

const fn bad_token() -> ConnectorError {
    ConnectorError::new(FailureKind::SignInNeeded, Retry::WhenReconnected)
}

/// Where a redirect leads.
fn onward(answer: &Answer, from: &Url) -> Option<Url> {
    if !matches!(answer.http, 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    from.join(answer.headers.get(LOCATION)?.to_str().ok()?).ok()
}

const fn astray(http: u16) -> TransportError {
    TransportError::after_leaving(FailureKind::HostRefused, Retry::Never, Some(http))
}
