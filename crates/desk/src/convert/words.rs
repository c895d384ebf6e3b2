//! One word for another.

use anteroom_model::{
    AttachmentKind, CallOutcome, CallProgress, ChannelKind, ConnectorError, FailureKind, Grant, HoldReason,
    ParkReason, ReplyWindow, Retry, RevocationOutcome,
};
use jiff::Timestamp;

use crate::views::{
    CallEnd, CallProgressView, Code, FailureView, FileKind, GrantView, HoldView, StuckView,
    UpstreamRevocation, UtcMillis, WindowView,
};

/// The sentence for a failed call to a provider.
pub const fn failure_code(kind: FailureKind) -> Code {
    match kind {
        FailureKind::Offline => Code::Offline,
        FailureKind::Timeout
        | FailureKind::ProviderDown
        | FailureKind::RateLimited
        | FailureKind::Unavailable
        | FailureKind::BadAnswer => Code::ProviderBusy,
        FailureKind::SignInNeeded => Code::SignInNeeded,
        FailureKind::MissingRight => Code::MissingRight,
        FailureKind::AccountRestricted => Code::AccountRestricted,
        FailureKind::AccessSwitchedOff => Code::AccessSwitchedOff,
        FailureKind::OutsideWindow | FailureKind::LateReplyRefused => Code::OutsideReplyWindow,
        FailureKind::OptedOut => Code::OptedOut,
        FailureKind::TemplateRefused => Code::TemplateRefused,
        FailureKind::NotFound => Code::NotFound,
        FailureKind::Unreachable | FailureKind::ContentRefused | FailureKind::Refused => {
            Code::ProviderRefused
        }
        FailureKind::HostRefused | FailureKind::OurFault => Code::Unexpected,
    }
}

/// The sentence for a call that was certainly not placed. The provider rings the desk phone first: what it says about a
/// number is about that one.
pub fn call_code(cause: &ConnectorError) -> Code {
    match (cause.kind, cause.retry) {
        (FailureKind::Unreachable, _) => Code::DeskPhoneRefused,
        // A suspended account works again when somebody has put it in order; one that was never allowed to call does not.
        (FailureKind::AccountRestricted, Retry::Never) => Code::CallNotAllowed,
        (kind, _) => failure_code(kind),
    }
}

/// Why a message failed.
pub const fn failure_view(kind: FailureKind) -> FailureView {
    match kind {
        FailureKind::OutsideWindow => FailureView::OutsideWindow,
        FailureKind::LateReplyRefused => FailureView::LateReplyRefused,
        FailureKind::OptedOut => FailureView::OptedOut,
        FailureKind::Unreachable | FailureKind::NotFound => FailureView::Unreachable,
        FailureKind::Unavailable => FailureView::Unavailable,
        FailureKind::ContentRefused => FailureView::ContentRefused,
        FailureKind::TemplateRefused => FailureView::TemplateRefused,
        FailureKind::SignInNeeded => FailureView::SignInNeeded,
        FailureKind::MissingRight | FailureKind::AccessSwitchedOff => FailureView::MissingRight,
        FailureKind::AccountRestricted => FailureView::AccountRestricted,
        FailureKind::Offline | FailureKind::Timeout | FailureKind::ProviderDown | FailureKind::BadAnswer => {
            FailureView::ProviderDown
        }
        FailureKind::RateLimited => FailureView::RateLimited,
        FailureKind::HostRefused | FailureKind::Refused | FailureKind::OurFault => FailureView::Refused,
    }
}

/// Why we held a message back.
const fn hold_view(reason: HoldReason) -> HoldView {
    match reason {
        HoldReason::WindowClosed => HoldView::WindowClosed,
        HoldReason::OptedOut => HoldView::OptedOut,
        HoldReason::AccountGone => HoldView::AccountGone,
        HoldReason::DoesNotFit => HoldView::DoesNotFit,
        HoldReason::AttachmentGone => HoldView::AttachmentGone,
        HoldReason::PracticeOpen => HoldView::PracticeOpen,
        HoldReason::RuleOff => HoldView::RuleOff,
        HoldReason::Answered => HoldView::Answered,
        HoldReason::TooLate => HoldView::TooLate,
        HoldReason::MissedTime => HoldView::MissedTime,
        HoldReason::PatientWrote => HoldView::PatientWrote,
    }
}

/// Why a message is parked.
pub const fn park_view(reason: ParkReason) -> StuckView {
    match reason {
        ParkReason::Held(reason) => StuckView::HeldBack { why: hold_view(reason) },
        ParkReason::NotSent => StuckView::HeldBack { why: HoldView::NotSent },
        ParkReason::Refused(kind) | ParkReason::GaveUp(kind) => StuckView::Failed { why: failure_view(kind) },
    }
}

/// How a call ended.
pub const fn call_end(outcome: CallOutcome) -> CallEnd {
    match outcome {
        CallOutcome::Ringing | CallOutcome::InProgress => CallEnd::Ongoing,
        CallOutcome::Answered => CallEnd::Answered,
        CallOutcome::Missed => CallEnd::Missed,
        CallOutcome::Busy => CallEnd::Busy,
        CallOutcome::NoAnswer => CallEnd::NoAnswer,
        CallOutcome::Failed => CallEnd::Failed,
        CallOutcome::Cancelled => CallEnd::Cancelled,
    }
}

/// How a placed call is going.
pub const fn progress(progress: CallProgress) -> CallProgressView {
    match progress {
        CallProgress::RingingDesk => CallProgressView::RingingDesk,
        CallProgress::RingingPatient => CallProgressView::RingingPatient,
        CallProgress::Talking => CallProgressView::Talking,
        CallProgress::Over(outcome) => CallProgressView::Over { outcome: call_end(outcome) },
    }
}

/// The kind of a file.
pub const fn file_kind(kind: AttachmentKind) -> FileKind {
    match kind {
        AttachmentKind::Image => FileKind::Image,
        AttachmentKind::Audio => FileKind::Audio,
        AttachmentKind::Video => FileKind::Video,
        AttachmentKind::File => FileKind::File,
        AttachmentKind::Sticker => FileKind::Sticker,
    }
}

/// A right.
pub const fn grant(grant: Grant) -> GrantView {
    match grant {
        Grant::SeeOwnAccount => GrantView::SeeOwnAccount,
        Grant::ReadAndAnswerMessages => GrantView::ReadAndAnswerMessages,
        Grant::TextMessages => GrantView::TextMessages,
        Grant::Calls => GrantView::Calls,
    }
}

/// What the provider did with our right.
pub const fn upstream(outcome: RevocationOutcome) -> UpstreamRevocation {
    match outcome {
        RevocationOutcome::Revoked => UpstreamRevocation::Revoked,
        RevocationOutcome::ByHand => UpstreamRevocation::ByHand,
        RevocationOutcome::Unreachable => UpstreamRevocation::Unreachable,
    }
}

/// Time left to reply.
pub fn window_view(channel: ChannelKind, window: ReplyWindow) -> WindowView {
    let millis = |at: Option<Timestamp>| at.map(UtcMillis::from);
    match window {
        _ if channel == ChannelKind::Phone => WindowView::NotWritable,
        ReplyWindow::NoLimit => WindowView::NoLimit,
        ReplyWindow::Open { until } => WindowView::Open { until: until.into() },
        ReplyWindow::HumanAgent { until } => WindowView::HumanAgent { until: until.into() },
        ReplyWindow::TemplateOnly { since } => WindowView::TemplateOnly { since: millis(since) },
        ReplyWindow::Closed { since } => WindowView::Closed { since: millis(since) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the connector judges Twilio's numbers.
    fn call(kind: FailureKind, retry: Retry) -> Code {
        call_code(&ConnectorError::new(kind, retry))
    }

    #[test]
    fn a_refused_call_says_whose_turn_it_is() {
        assert_eq!(
            call(FailureKind::Unreachable, Retry::Never),
            Code::DeskPhoneRefused,
            "21211, 21214, 21217"
        );
        assert_eq!(
            call(FailureKind::AccountRestricted, Retry::Never),
            Code::CallNotAllowed,
            "21210, 21215, 21219"
        );
        let suspended = call(FailureKind::AccountRestricted, Retry::WhenReconnected);
        assert_eq!(suspended, Code::AccountRestricted, "20005");
        assert_eq!(call(FailureKind::MissingRight, Retry::WhenReconnected), Code::MissingRight);
        assert_eq!(call(FailureKind::Refused, Retry::Never), Code::ProviderRefused);
        assert_eq!(call(FailureKind::Offline, Retry::Soon), Code::Offline);
    }

    #[test]
    fn a_suspended_account_is_not_told_to_sign_in_again() {
        assert_eq!(failure_code(FailureKind::AccountRestricted), Code::AccountRestricted);
        assert_eq!(failure_code(FailureKind::MissingRight), Code::MissingRight);
    }
}
