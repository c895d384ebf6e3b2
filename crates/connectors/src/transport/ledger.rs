//! What left the computer and came in, per host: the figures behind the network page in Settings.

use reqwest::Request;
use reqwest::header::HeaderMap;

/// Takes down the traffic of an account. Called once per request, from any thread; must return at once.
pub trait Ledger: Send + Sync {
    /// Bytes sent to and received from `host`: addresses, headers and content. What TLS and the packets add is not
    /// counted: nobody can know that from here.
    fn note(&self, host: &str, sent: u64, received: u64);
}

/// Keeps no figures. For tests.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoLedger;

impl Ledger for NoLedger {
    fn note(&self, _: &str, _: u64, _: u64) {}
}

/// The bytes of a request besides its content: the line with the address, and the headers.
pub(super) fn head_of(request: &Request) -> u64 {
    let line = request.method().as_str().len() + request.url().as_str().len() + "  HTTP/1.1\r\n".len();
    line as u64 + bytes_of(request.headers())
}

/// The bytes that headers take on the wire, with their colons and line ends.
pub(super) fn bytes_of(headers: &HeaderMap) -> u64 {
    headers.iter().map(|(name, value)| (name.as_str().len() + value.len() + 4) as u64).sum()
}
