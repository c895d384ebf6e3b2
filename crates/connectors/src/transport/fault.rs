//! The one place that says, when no sensible answer came, what happened and whether bytes had left.
//!
//! Holds: "nothing was sent" is claimed only for what happens before a request is written: a refused host, our own
//! pacing, the name look-up, connecting, TLS. All else may have reached the provider.

use std::time::Duration;

use anteroom_model::{ConnectorError, FailureKind, Retry, SendError};

/// A request without a complete answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{cause}")]
pub struct TransportError {
    /// What happened.
    pub cause: ConnectorError,
    /// Whether the provider may have received the request.
    pub left: bool,
}

impl TransportError {
    pub(super) const fn before_leaving(cause: ConnectorError) -> Self {
        Self { cause, left: false }
    }

    pub(super) const fn after_leaving(kind: FailureKind, retry: Retry, http: Option<u16>) -> Self {
        let mut cause = ConnectorError::new(kind, retry);
        cause.http = http;
        Self { cause, left: true }
    }

    /// Sorts what the HTTP library reports. `http` is the status if the head of the answer had arrived.
    pub(super) fn sort(error: &reqwest::Error, http: Option<u16>) -> Self {
        if error.is_builder() {
            return Self::before_leaving(ConnectorError::new(FailureKind::OurFault, Retry::Never));
        }
        if error.is_connect() || error.is_dns() {
            if leads_inside(error) {
                return Self::before_leaving(ConnectorError::new(FailureKind::HostRefused, Retry::Never));
            }
            return Self::before_leaving(ConnectorError::new(FailureKind::Offline, Retry::Soon));
        }
        Self::after_leaving(FailureKind::Timeout, Retry::Soon, http)
    }

    /// The same as the failure of a send.
    pub fn of_send(self) -> SendError {
        if self.left { SendError::Ambiguous(self.cause) } else { SendError::Definite(self.cause) }
    }
}

impl From<TransportError> for ConnectorError {
    fn from(error: TransportError) -> Self {
        error.cause
    }
}

fn leads_inside(error: &reqwest::Error) -> bool {
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        if cause.is::<super::address::NoPublicAddress>() {
            return true;
        }
        source = cause.source();
    }
    false
}

/// A refusal by status alone, for answers whose body names no code of the provider.
pub fn by_status(http: u16, wait: Option<Duration>) -> ConnectorError {
    let later = wait.map_or(Retry::Soon, Retry::After);
    let (kind, retry) = match http {
        401 => (FailureKind::SignInNeeded, Retry::WhenReconnected),
        403 => (FailureKind::MissingRight, Retry::WhenReconnected),
        404 | 410 => (FailureKind::NotFound, Retry::Never),
        408 => (FailureKind::Timeout, later),
        413 | 415 => (FailureKind::ContentRefused, Retry::Never),
        429 => (FailureKind::RateLimited, later),
        500.. => (FailureKind::ProviderDown, later),
        400..=499 => (FailureKind::Refused, Retry::Never),
        _ => (FailureKind::BadAnswer, Retry::Soon),
    };
    ConnectorError::new(kind, retry).with_http(http)
}

/// A refusal of a send: definite when the provider clearly said no (4xx), unknown when it fell ill or said something
/// that makes no sense.
pub fn refused_send(cause: ConnectorError) -> SendError {
    match cause.http {
        Some(400..=499) if cause.http != Some(408) => SendError::Definite(cause),
        _ => SendError::Ambiguous(cause),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clear_no_is_definite_and_an_ill_provider_is_not() {
        for http in [400, 401, 403, 404, 413, 429] {
            assert!(matches!(refused_send(by_status(http, None)), SendError::Definite(_)), "{http}");
        }
        for http in [200, 302, 408, 500, 502, 503, 504] {
            assert!(matches!(refused_send(by_status(http, None)), SendError::Ambiguous(_)), "{http}");
        }
    }
}
