//! What Instagram's refusals mean. One table, from code and subcode to what happened and whether trying again helps.
//!
//! Sources: Meta's error tables for Graph, Instagram and Messenger messaging. `code` and `error_subcode` decide
//! together; the words of an error are never kept, they may quote the patient.

use anteroom_model::{ConnectorError, FailureKind, ProviderCode, Retry, SendError};

use super::payload::GraphError;
use crate::transport::{Answer, by_status, refused_send};

/// A refusal, read.
#[derive(Debug)]
pub(super) struct Refusal {
    pub cause: ConnectorError,
    /// The field that Graph says it does not know, or `""` when it does not say which parameter it dislikes.
    pub unknown_field: Option<String>,
}

impl Refusal {
    pub(super) const fn is(&self, code: i64, subcode: Option<i64>) -> bool {
        match self.cause.code {
            Some(got) if got.code == code => match (subcode, got.subcode) {
                (None, _) => true,
                (Some(want), Some(got)) => want == got,
                (Some(_), None) => false,
            },
            _ => false,
        }
    }

    /// The same as the failure of a send: a Graph error with a clear 4xx (or inside a 200) is a no; "unknown error"
    /// and an ill provider are not.
    pub(super) fn of_send(self) -> SendError {
        // "Unknown error" and "try later" come with a 400 too (Meta error table: "maybe bad request, maybe server").
        if matches!(self.cause.kind, FailureKind::ProviderDown | FailureKind::Timeout) {
            return SendError::Ambiguous(self.cause);
        }
        let plain_no = self.cause.code.is_some_and(|code| !matches!(code.code, 1 | 2));
        match self.cause.http {
            Some(http) if http < 400 && plain_no => SendError::Definite(self.cause),
            _ => refused_send(self.cause),
        }
    }
}

/// What a refused send means that bore the human-agent tag. Inside 24 h no tag is sent, and after 7 days nothing is; so
/// when Instagram speaks of windows or of what the app may do, it refuses the tag itself. Numbers: the window family,
/// "application does not have permission" (10 alone), and "tag misused" (613/2018338).
pub(super) fn of_tagged_send(error: SendError) -> SendError {
    match error {
        SendError::Definite(mut cause) if refuses_tag(cause.code) => {
            (cause.kind, cause.retry) = (FailureKind::LateReplyRefused, Retry::Never);
            SendError::Definite(cause)
        }
        other => other,
    }
}

const fn refuses_tag(code: Option<ProviderCode>) -> bool {
    let Some(ProviderCode { code, subcode }) = code else { return false };
    matches!((code, subcode), (10, None | Some(2_018_065 | 2_018_278 | 2_534_022)) | (613, Some(2_018_338)))
}

/// Reads an answer that is not a success. `error` is its error envelope, if it has one.
pub(super) fn refusal(answer: &Answer, error: Option<&GraphError>) -> Refusal {
    let Some((code, error)) = error.and_then(|error| Some((error.code?, error))) else {
        return Refusal { cause: by_status(answer.http, answer.wait), unknown_field: None };
    };
    let (kind, retry) = meaning(code, error.error_subcode, error.is_transient == Some(true), answer.http);
    let retry = match (retry, answer.wait) {
        (Retry::Soon, Some(wait)) => Retry::After(wait),
        _ => retry,
    };
    let code = ProviderCode { code, subcode: error.error_subcode };
    let cause = ConnectorError::new(kind, retry).with_code(code).with_http(answer.http);
    let unknown_field = (code.code == 100 && code.subcode.is_none())
        .then(|| error.message.as_deref().and_then(named_field).unwrap_or_default().to_owned());
    Refusal { cause, unknown_field }
}

/// `Tried accessing nonexisting field (reply_to) on node …` names the field in brackets. Fields are words of ours, so
/// nothing of a patient can be in them.
fn named_field(message: &str) -> Option<&str> {
    let (_, rest) = message.split_once("field (")?;
    let (name, _) = rest.split_once(')')?;
    name.chars().all(|c| c.is_ascii_lowercase() || c == '_').then_some(name)
}

fn meaning(code: i64, subcode: Option<i64>, transient: bool, http: u16) -> (FailureKind, Retry) {
    use FailureKind as F;
    use Retry::{Never, Soon, WhenReconnected};
    match (code, subcode) {
        (10, Some(2_018_278 | 2_534_022 | 2_018_065)) => (F::OutsideWindow, Never),
        (10, Some(2_018_108)) | (551, _) | (200, Some(1_545_041)) => (F::Unavailable, Never),
        (10, Some(1_893_063)) | (368, _) => (F::AccountRestricted, WhenReconnected),
        (10, Some(2_534_077)) => (F::Refused, Never),
        (100, Some(33)) | (33 | 803, _) => (F::NotFound, Never),
        (100, Some(2_018_001 | 2_534_014 | 2_534_029)) | (9010, _) => (F::Unreachable, Never),
        (100, Some(2_018_008 | 2_018_047 | 2_018_074 | 2_018_109 | 2_018_294 | 2_534_015)) => {
            (F::ContentRefused, Never)
        }
        (100, Some(2_534_013)) => (F::AccountRestricted, WhenReconnected),
        (100, Some(2_534_037)) | (2_018_300, _) => (F::AccountRestricted, Soon),
        (100, _) => (F::OurFault, Never),
        (200, Some(2_534_041)) => (F::AccessSwitchedOff, WhenReconnected),
        (3 | 10 | 200..=299 | 2_018_247, _) if code != 230 => (F::MissingRight, WhenReconnected),
        (230 | 2_018_218 | 9_000_001, _) => (F::NotFound, Never),
        (613, Some(2_018_338)) => (F::AccountRestricted, Never),
        (4 | 9 | 17 | 32 | 613 | 80_001 | 80_002 | 80_006 | 80_007 | 80_008, _) => (F::RateLimited, Soon),
        (102 | 190, _) => (F::SignInNeeded, WhenReconnected),
        (36_103, _) => (F::AccountRestricted, Never),
        (1 | 2, _) => (F::ProviderDown, Soon),
        _ if http == 429 => (F::RateLimited, Soon),
        _ if transient || http >= 500 => (F::ProviderDown, Soon),
        // No number for it, only "the token is no good" (Meta error table: 0 comes with a 401).
        (0, _) => (F::SignInNeeded, WhenReconnected),
        _ if http == 401 => (F::SignInNeeded, WhenReconnected),
        _ => (F::Refused, Never),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use http::HeaderMap;

    fn read(http: u16, code: i64, subcode: Option<i64>) -> Refusal {
        let answer = Answer { http, headers: HeaderMap::new(), body: Bytes::new(), wait: None };
        let message = Some("(#100) Tried accessing nonexisting field (reply_to) on node type".to_owned());
        let error = GraphError { code: Some(code), error_subcode: subcode, is_transient: None, message };
        refusal(&answer, Some(&error))
    }

    fn check(code: i64, subcode: Option<i64>, kind: FailureKind, retry: Retry) {
        let refusal = read(400, code, subcode);
        assert_eq!((refusal.cause.kind, refusal.cause.retry), (kind, retry), "{code}/{subcode:?}");
        assert!(matches!(refusal.of_send(), SendError::Definite(_)), "{code}/{subcode:?}");
    }

    #[test]
    fn refusals_say_what_staff_can_do() {
        check(10, Some(2_534_022), FailureKind::OutsideWindow, Retry::Never);
        check(10, None, FailureKind::MissingRight, Retry::WhenReconnected);
        check(190, Some(463), FailureKind::SignInNeeded, Retry::WhenReconnected);
        check(190, Some(9_999), FailureKind::SignInNeeded, Retry::WhenReconnected);
        check(0, None, FailureKind::SignInNeeded, Retry::WhenReconnected);
        check(200, Some(2_534_041), FailureKind::AccessSwitchedOff, Retry::WhenReconnected);
        check(200, Some(1_545_041), FailureKind::Unavailable, Retry::Never);
        check(100, Some(2_534_015), FailureKind::ContentRefused, Retry::Never);
        check(100, Some(33), FailureKind::NotFound, Retry::Never);
        check(230, None, FailureKind::NotFound, Retry::Never);
        check(9_000_001, None, FailureKind::NotFound, Retry::Never);
        check(80_002, None, FailureKind::RateLimited, Retry::Soon);
        check(613, Some(2_534_040), FailureKind::RateLimited, Retry::Soon);
        check(4, Some(2_446_079), FailureKind::RateLimited, Retry::Soon);
        check(424_242, None, FailureKind::Refused, Retry::Never);
    }

    #[test]
    fn an_ill_provider_leaves_a_send_unknown_and_an_error_inside_a_200_does_not() {
        assert!(matches!(read(503, 2, None).of_send(), SendError::Ambiguous(_)));
        assert!(matches!(read(500, 0, None).of_send(), SendError::Ambiguous(_)));
        assert!(matches!(read(500, 1, None).of_send(), SendError::Ambiguous(_)));
        assert!(matches!(read(200, 2, None).of_send(), SendError::Ambiguous(_)));
        assert!(matches!(read(400, 1, None).of_send(), SendError::Ambiguous(_)));
        assert!(matches!(read(400, 2, None).of_send(), SendError::Ambiguous(_)));
        assert!(matches!(read(200, 10, Some(2_534_022)).of_send(), SendError::Definite(_)));
    }

    #[test]
    fn a_refused_tag_is_told_from_a_closed_window_and_from_everything_else() {
        let tagged = |code, subcode| of_tagged_send(read(403, code, subcode).of_send()).cause().clone();
        for (code, subcode) in
            [(10, Some(2_018_065)), (10, Some(2_534_022)), (10, None), (613, Some(2_018_338))]
        {
            let cause = tagged(code, subcode);
            assert_eq!((cause.kind, cause.retry), (FailureKind::LateReplyRefused, Retry::Never), "{code}");
        }
        assert_eq!(tagged(10, Some(2_018_108)).kind, FailureKind::Unavailable);
        assert_eq!(tagged(190, None).kind, FailureKind::SignInNeeded);
        assert_eq!(tagged(200, Some(2_534_041)).kind, FailureKind::AccessSwitchedOff);
        let unclear = of_tagged_send(read(503, 2, None).of_send());
        assert!(matches!(unclear, SendError::Ambiguous(_)), "nothing unclear becomes a no");
    }

    #[test]
    fn only_an_unknown_parameter_names_a_field() {
        assert_eq!(read(400, 100, None).unknown_field.as_deref(), Some("reply_to"));
        assert_eq!(read(400, 100, Some(33)).unknown_field, None);
        assert_eq!(named_field("field (Mara K.)"), None);
    }
}
