//! What lets us in at a provider. Kept in the encrypted store (Windows credential blobs are too small for tokens),
//! never printed, wiped from memory when dropped.

use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};

/// A credential of one account.
#[derive(Clone, Debug)]
pub enum Credential {
    /// An Instagram user token, 60 days long unless renewed.
    InstagramToken {
        /// The token (`IGAA…`).
        token: SecretString,
        /// When it was obtained or last renewed; it must be a day old before it can be renewed.
        obtained_at: Timestamp,
        /// When it ends; `None` until the first renewal has told us.
        expires_at: Option<Timestamp>,
    },
    /// A Twilio API key. The account id stays in every path whichever key is used.
    TwilioKey {
        /// `AC…`
        account_sid: String,
        /// `SK…`
        key_sid: String,
        /// Shown once by Twilio.
        secret: SecretString,
    },
}

impl Credential {
    /// Whether both are the same secret (used to see whether a renewal changed anything).
    pub fn same_secret(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::InstagramToken { token: a, .. }, Self::InstagramToken { token: b, .. }) => {
                a.expose_secret() == b.expose_secret()
            }
            (
                Self::TwilioKey { key_sid: a, secret: x, .. },
                Self::TwilioKey { key_sid: b, secret: y, .. },
            ) => a == b && x.expose_secret() == y.expose_secret(),
            _ => false,
        }
    }
}
