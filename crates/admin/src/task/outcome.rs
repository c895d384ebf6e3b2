//! What a run's exit code says about what became of it: of the polls of `sync`, of the message of `send`. Pure.
//!
//! Holds: 0 is said only of polls that brought everything after this run began, and of a message that a provider took.

use anteroom_desk::views::{
    Code, DeliveryState, FailureView, Freshness, Overall, QueuedFor, StatusBar, StorageTrouble, UtcMillis,
    WireError,
};

use crate::exit::{Exit, Failure};

/// Why not everything that waits at the providers is here, although the run began at `began`; `None` when it is. The
/// disk comes first; of several things at the providers the one with the lowest number, since sign-in waits for a person.
pub fn of_polls(bar: &StatusBar, began: UtcMillis) -> Option<Failure> {
    if let Some(trouble) = bar.storage_trouble {
        return Some(of_disk(trouble));
    }
    let sign_in =
        matches!(bar.overall, Overall::SignIn { .. }).then(|| WireError::of(Code::SignInNeeded).into());
    let channels = bar.channels.iter().filter_map(|channel| match channel.freshness {
        Freshness::Behind { why, .. } => Some(Failure::from(WireError::of(why))),
        Freshness::UpToDate { at } if at >= began => None,
        Freshness::Off => None,
        Freshness::UpToDate { .. } | Freshness::CatchingUp { .. } | Freshness::Starting => Some(later()),
    });
    sign_in.into_iter().chain(channels).min_by_key(|failure| failure.exit as u8)
}

fn later() -> Failure {
    Failure::new(
        Exit::Offline,
        "later",
        "The provider asked to wait, and more may be there. Try again later.",
    )
}

fn of_disk(trouble: StorageTrouble) -> Failure {
    match trouble {
        StorageTrouble::DiskFull => WireError::of(Code::DiskFull).into(),
        StorageTrouble::ReadOnly => WireError::of(Code::FolderReadOnly).into(),
        StorageTrouble::Gone => WireError::of(Code::StorageGone).into(),
    }
}

/// Why a message is not with the provider; `None` when it is.
pub fn of_message(state: &DeliveryState) -> Option<Failure> {
    let (exit, code, sentence) = match state {
        DeliveryState::Accepted { .. } | DeliveryState::Delivered { .. } | DeliveryState::Read { .. } => {
            return None;
        }
        DeliveryState::Queued { waits_for: QueuedFor::SignIn, .. } => {
            (Exit::SignIn, "queued", "It is queued until somebody signs in to the account again.")
        }
        DeliveryState::Scheduled { .. } => {
            (Exit::Offline, "scheduled", "It waits for its time and leaves with a `sync` then.")
        }
        DeliveryState::Leaving { .. } | DeliveryState::Queued { .. } => {
            (Exit::Offline, "queued", "It is queued and leaves with a later `sync`.")
        }
        DeliveryState::Sending | DeliveryState::Unknown { .. } => (
            Exit::Unclear,
            "unclear",
            "Nobody knows whether it was sent. Do not send it again; a later `sync` looks for it.",
        ),
        DeliveryState::HeldBack { .. } => {
            (Exit::Refused, "held_back", "It was held back and not sent. `show` says why.")
        }
        DeliveryState::Failed { why, .. } => {
            (of_failure(*why), "failed", "It was not sent. `show` says why.")
        }
    };
    Some(Failure::new(exit, code, sentence))
}

const fn of_failure(why: FailureView) -> Exit {
    match why {
        FailureView::SignInNeeded | FailureView::MissingRight | FailureView::AccountRestricted => {
            Exit::SignIn
        }
        FailureView::ProviderDown | FailureView::RateLimited => Exit::Offline,
        FailureView::OutsideWindow
        | FailureView::LateReplyRefused
        | FailureView::OptedOut
        | FailureView::Unreachable
        | FailureView::Unavailable
        | FailureView::ContentRefused
        | FailureView::TemplateRefused
        | FailureView::Refused => Exit::Refused,
    }
}

#[cfg(test)]
mod tests {
    use anteroom_desk::views::{Channel, InboxCounts, StatusChannel};

    use super::*;

    const BEGAN: UtcMillis = UtcMillis(1000);

    fn check(overall: Overall, freshness: &[Freshness], expected: Option<Exit>) {
        let channels = freshness.iter().map(|freshness| StatusChannel {
            channel: Channel::Sms,
            account: "a".into(),
            freshness: *freshness,
        });
        let bar = StatusBar {
            overall,
            channels: channels.collect(),
            counts: InboxCounts::default(),
            queued: 0,
            storage_trouble: None,
        };
        assert_eq!(of_polls(&bar, BEGAN).map(|failure| failure.exit), expected, "{freshness:?}");
        let full = StatusBar { storage_trouble: Some(StorageTrouble::DiskFull), ..bar };
        assert_eq!(of_polls(&full, BEGAN).map(|failure| failure.exit), Some(Exit::Storage));
    }

    #[test]
    fn only_polls_of_this_run_that_brought_everything_end_well() {
        let fresh = Freshness::UpToDate { at: UtcMillis(1001) };
        let earlier = Freshness::UpToDate { at: UtcMillis(999) };
        let behind = |why| Freshness::Behind { since: None, why, retry_at: None };
        let up_to_date = || Overall::UpToDate { at: UtcMillis(999) };
        check(Overall::NoAccounts, &[], None);
        check(up_to_date(), &[fresh, Freshness::Off], None);
        check(up_to_date(), &[fresh, earlier], Some(Exit::Offline));
        check(Overall::CatchingUp { done: 1 }, &[Freshness::CatchingUp { done: 1 }], Some(Exit::Offline));
        check(Overall::Starting, &[fresh, Freshness::Starting], Some(Exit::Offline));
        let offline = || Overall::Offline { since: UtcMillis(5) };
        check(offline(), &[behind(Code::Offline), behind(Code::MissingRight)], Some(Exit::SignIn));
        check(offline(), &[behind(Code::Offline), fresh], Some(Exit::Offline));
        let sign_in = Overall::SignIn { channel: Channel::Sms, account: "a".into() };
        check(sign_in, &[Freshness::Off, behind(Code::ProviderBusy)], Some(Exit::SignIn));
    }

    #[test]
    fn a_message_ends_well_only_with_the_provider() {
        let exit = |state| of_message(&state).map(|failure| failure.exit);
        let at = UtcMillis(1);
        assert_eq!(exit(DeliveryState::Accepted { at, receipt_overdue: false }), None);
        assert_eq!(exit(DeliveryState::Unknown { since: at, checking: true }), Some(Exit::Unclear));
        let queued = |waits_for| DeliveryState::Queued { retry_at: None, waits_for };
        assert_eq!(exit(queued(QueuedFor::Network)), Some(Exit::Offline));
        assert_eq!(exit(queued(QueuedFor::SignIn)), Some(Exit::SignIn));
        let failed = |why| DeliveryState::Failed { why, code: None, at };
        assert_eq!(exit(failed(FailureView::Unreachable)), Some(Exit::Refused));
        assert_eq!(exit(failed(FailureView::MissingRight)), Some(Exit::SignIn));
        assert_eq!(exit(failed(FailureView::ProviderDown)), Some(Exit::Offline));
    }
}
