//! What a refusal of Twilio means: one table from its number to what happened and whether asking again helps.
//!
//! Holds: only the number and the HTTP status are looked at; Twilio's texts vary, and quote the patient. A number that
//! is not in the table is judged by its HTTP status. The same table explains a number that stands on a message which
//! was taken and failed later.
//! Source: Twilio's error dictionary.

use std::time::Duration;

use anteroom_model::FailureKind::{
    AccountRestricted, ContentRefused, MissingRight, NotFound, OptedOut, OurFault, OutsideWindow,
    ProviderDown, RateLimited, Refused, SignInNeeded, TemplateRefused, Timeout, Unavailable, Unreachable,
};
use anteroom_model::{ConnectorError, FailureKind, ProviderCode, Retry, SendError};

use super::payload;
use crate::transport::{self, Answer, by_status};

/// Nothing to delete yet: calls and messages become final within minutes.
const UNTIL_FINAL: Duration = Duration::from_secs(10 * 60);
/// A full sender queue drains at about a message a second.
const UNTIL_DRAINED: Duration = Duration::from_secs(60);
/// The daily limit of a WhatsApp sender counts over a rolling day.
const UNTIL_LIMIT: Duration = Duration::from_secs(3600);

/// What a refused request means.
pub(super) fn refusal(answer: &Answer) -> ConnectorError {
    judged(answer.http, payload::error_code(&answer.body), answer.wait)
}

/// What a refused send means. A clear no is definite; an ill provider, or one that ran out of time itself, may have
/// sent it all the same.
pub(super) fn refused_send(answer: &Answer) -> SendError {
    match refusal(answer) {
        cause if matches!(cause.kind, ProviderDown | Timeout) => SendError::Ambiguous(cause),
        cause => transport::refused_send(cause),
    }
}

/// What the number on a failed message means, for the words beside it.
pub(super) fn kind_of(code: ProviderCode) -> FailureKind {
    table(code.code).map_or(Refused, |(kind, _)| kind)
}

/// Whether whatever else is asked would fail as well: nobody answered, or the account is not let in.
pub(super) const fn is_about_all(error: &ConnectorError) -> bool {
    matches!(
        error.kind,
        FailureKind::Offline
            | FailureKind::Timeout
            | FailureKind::RateLimited
            | FailureKind::SignInNeeded
            | FailureKind::MissingRight
            | FailureKind::AccountRestricted
            | FailureKind::AccessSwitchedOff
            | FailureKind::HostRefused
    )
}

fn judged(http: u16, code: Option<i64>, wait: Option<Duration>) -> ConnectorError {
    let by_http = by_status(http, wait);
    let Some(code) = code else { return by_http };
    let (kind, retry) = match table(code) {
        // One number for "wrong secret" and "this key may not do that"; the status tells them apart.
        Some((SignInNeeded, retry)) if http == 403 => (MissingRight, retry),
        Some((kind, Retry::Soon)) => (kind, wait.map_or(Retry::Soon, Retry::After)),
        Some(known) => known,
        None => (by_http.kind, by_http.retry),
    };
    ConnectorError::new(kind, retry).with_code(ProviderCode::of(code)).with_http(http)
}

fn table(code: i64) -> Option<(FailureKind, Retry)> {
    Some(match code {
        // The account and its key.
        20003 => (SignInNeeded, Retry::WhenReconnected),
        20004 | 20006 => (MissingRight, Retry::WhenReconnected),
        20005 | 20008 => (AccountRestricted, Retry::WhenReconnected),
        31204 | 31205 => (SignInNeeded, Retry::WhenReconnected),
        31208 => (MissingRight, Retry::WhenReconnected),
        // Passing troubles.
        20009 => (Refused, Retry::After(UNTIL_FINAL)),
        10004 | 20429 | 30001 | 63017 | 63018 => (RateLimited, Retry::Soon),
        20500 | 63012 => (ProviderDown, Retry::Soon),
        21611 => (RateLimited, Retry::After(UNTIL_DRAINED)),
        63038 => (RateLimited, Retry::After(UNTIL_LIMIT)),
        30410 => (Timeout, Retry::Never),
        // Not there.
        20404 | 16101 | 16102 => (NotFound, Retry::Never),
        // What we asked for makes no sense.
        21201 | 21205 | 21213 | 21602..=21604 | 21609 | 21619 | 21664 | 21666 | 21667 => {
            (OurFault, Retry::Never)
        }
        35111 | 35114 | 35118 | 63030 => (OurFault, Retry::Never),
        21220 | 30008 | 30450 => (Refused, Retry::Never),
        // The patient.
        21610 => (OptedOut, Retry::Never),
        30003 | 30036 => (Unavailable, Retry::Never),
        21211 | 21214 | 21216 | 21217 | 21612 | 21614 => (Unreachable, Retry::Never),
        30004..=30006 | 13224..=13226 | 60600 => (Unreachable, Retry::Never),
        63003 | 63015 | 63024 | 63031..=63033 => (Unreachable, Retry::Never),
        // The words and files.
        21617 | 21620 | 21623 | 21658 | 30007 | 30019 => (ContentRefused, Retry::Never),
        63005 | 63013 | 63019 | 63021 | 63034 => (ContentRefused, Retry::Never),
        63016 => (OutsideWindow, Retry::Never),
        21654..=21656 | 63027 | 63028 | 63040..=63042 | 92003 | 92005 => (TemplateRefused, Retry::Never),
        // Something a person has to set up at Twilio.
        21210 | 21212 | 21215 | 21219 | 21408 | 21606 | 21608 | 21703 | 21704 => {
            (AccountRestricted, Retry::Never)
        }
        30002 | 30022 | 30032 | 30034 | 13227 | 60601 | 60606 => (AccountRestricted, Retry::Never),
        63001 | 63002 | 63007 | 63020 | 63022 | 63051 => (AccountRestricted, Retry::Never),
        11200 | 11205 | 12100 => (AccountRestricted, Retry::Never),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every number of the reference's table.
    const KNOWN: [i64; 103] = [
        20003, 20004, 20005, 20006, 20008, 20009, 20404, 20429, 20500, 21201, 21205, 21210, 21212, 21213,
        21214, 21216, 21217, 21211, 21215, 21408, 21219, 21608, 21220, 21602, 21603, 21604, 21619, 21606,
        21609, 21610, 21611, 21612, 21614, 21617, 21620, 21623, 21654, 21655, 21656, 21658, 21664, 21666,
        21667, 21703, 21704, 30001, 30002, 30003, 30004, 30005, 30006, 30007, 30008, 30019, 30022, 30034,
        30032, 30036, 30410, 30450, 35111, 35114, 35118, 63001, 63002, 63005, 63003, 63007, 63012, 63013,
        63015, 63016, 63017, 63018, 63019, 63020, 63021, 63022, 63030, 63024, 63027, 63028, 63031, 63032,
        63033, 63034, 63038, 63040, 63041, 63042, 63051, 60600, 60601, 60606, 92003, 92005, 10004, 13224,
        13225, 13226, 13227, 16101, 16102,
    ];

    fn check(http: u16, code: i64, kind: FailureKind, retry: Retry) {
        let found = judged(http, Some(code), None);
        assert_eq!((found.kind, found.retry), (kind, retry), "{http} {code}");
        assert_eq!((found.http, found.code), (Some(http), Some(ProviderCode::of(code))));
    }

    #[test]
    fn every_number_of_the_dictionary_has_its_meaning() {
        for code in KNOWN {
            assert!(table(code).is_some(), "{code}");
        }
        check(400, 21610, OptedOut, Retry::Never);
        check(400, 63016, OutsideWindow, Retry::Never);
        check(400, 21211, Unreachable, Retry::Never);
        check(401, 20003, SignInNeeded, Retry::WhenReconnected);
        check(403, 20003, MissingRight, Retry::WhenReconnected);
        check(429, 20429, RateLimited, Retry::Soon);
        check(409, 20009, Refused, Retry::After(UNTIL_FINAL));
    }

    #[test]
    fn an_unknown_number_is_judged_by_its_status_and_kept() {
        check(400, 99999, Refused, Retry::Never);
        check(404, 99998, NotFound, Retry::Never);
        check(503, 99997, ProviderDown, Retry::Soon);
        assert_eq!(kind_of(ProviderCode::of(99999)), Refused);
        assert_eq!(kind_of(ProviderCode::of(30007)), ContentRefused);
    }

    #[test]
    fn a_named_wait_is_kept() {
        let wait = Duration::from_secs(7);
        assert_eq!(judged(429, Some(20429), Some(wait)).retry, Retry::After(wait));
        assert_eq!(judged(429, None, Some(wait)).retry, Retry::After(wait));
    }

    fn send_failure(http: u16, body: &str) -> SendError {
        let headers = http::HeaderMap::new();
        refused_send(&Answer { http, headers, body: body.to_owned().into(), wait: None })
    }

    #[test]
    fn only_a_clear_no_says_that_nothing_was_sent() {
        let no = r#"{"code":21610,"message":"","more_info":"","status":400}"#;
        assert!(matches!(send_failure(400, no), SendError::Definite(cause) if cause.kind == OptedOut));
        assert!(matches!(send_failure(429, r#"{"code":"20429"}"#), SendError::Definite(_)));
        assert!(matches!(send_failure(500, r#"{"code":20500}"#), SendError::Ambiguous(_)));
        assert!(matches!(send_failure(400, r#"{"code":20500}"#), SendError::Ambiguous(_)));
        assert!(matches!(send_failure(502, "<html>"), SendError::Ambiguous(_)));
        assert!(matches!(send_failure(200, "[]"), SendError::Ambiguous(_)));
    }
}
