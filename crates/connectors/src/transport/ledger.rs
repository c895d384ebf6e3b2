//! What left the computer and came in, per host: the figures behind the network page in Settings.

/// Takes down the traffic of an account. Called once per request, from any thread; must return at once.
pub trait Ledger: Send + Sync {
    /// Bytes of content sent to and received from `host`. Headers and TLS are not counted: nobody can know them
    /// exactly from here.
    fn note(&self, host: &str, sent: u64, received: u64);
}

/// Keeps no figures. For onboarding and tests.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoLedger;

impl Ledger for NoLedger {
    fn note(&self, _: &str, _: u64, _: u64) {}
}
