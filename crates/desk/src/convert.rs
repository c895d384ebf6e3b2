//! From the model's words to the window's, in one place.

use anteroom_model::FailureKind;

use crate::views::Code;

/// The sentence for a failed call to a provider.
pub fn failure_code(kind: FailureKind) -> Code {
    match kind {
        FailureKind::Offline => Code::Offline,
        FailureKind::Timeout
        | FailureKind::ProviderDown
        | FailureKind::RateLimited
        | FailureKind::Unavailable
        | FailureKind::BadAnswer => Code::ProviderBusy,
        FailureKind::SignInNeeded => Code::SignInNeeded,
        FailureKind::MissingRight | FailureKind::AccountRestricted => Code::MissingRight,
        FailureKind::AccessSwitchedOff => Code::AccessSwitchedOff,
        FailureKind::OutsideWindow => Code::OutsideReplyWindow,
        FailureKind::OptedOut => Code::OptedOut,
        FailureKind::TemplateRefused => Code::TemplateRefused,
        FailureKind::NotFound => Code::NotFound,
        FailureKind::Unreachable
        | FailureKind::ContentRefused
        | FailureKind::HostRefused
        | FailureKind::Refused
        | FailureKind::OurFault => Code::Unexpected,
    }
}
