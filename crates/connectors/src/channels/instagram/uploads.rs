//! Whether this account takes uploaded files, which nothing at Instagram can be asked.
//!
//! Holds: one refused file says nothing about the next. "Invalid parameter" without a subcode is Graph's word for an
//! unknown edge as well as for a file that it dislikes, so uploads are given up only when two different files in a row
//! met it, and tried again some hours later: accounts change, and so do Meta's bad days.
//! On a crash: nothing is kept; two refusals teach it again.

use std::hash::{DefaultHasher, Hasher};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

const AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(6);

/// What was found out about uploads.
#[derive(Default)]
pub(super) struct Uploads(Mutex<State>);

#[derive(Default)]
struct State {
    /// The last file that was refused, as a number that only tells it from others.
    refused: Option<u64>,
    given_up_at: Option<Timestamp>,
}

/// How clearly a refusal speaks of uploads rather than of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// The account has no such edge.
    None,
    /// It may be the file.
    PerhapsTheFile,
}

impl Uploads {
    /// Whether a file may be tried.
    pub fn may_work(&self, now: Timestamp) -> bool {
        // A clock that was set back ends the wait.
        self.state().given_up_at.is_none_or(|at| now < at || now.duration_since(at) >= AGAIN_AFTER)
    }

    /// A file was taken.
    pub fn worked(&self) {
        *self.state() = State::default();
    }

    /// A file was refused.
    pub fn refused(&self, bytes: &[u8], doubt: Doubt, now: Timestamp) {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        let file = hasher.finish();
        let mut state = self.state();
        let another = state.refused.replace(file).is_some_and(|before| before != file);
        if another || doubt == Doubt::None {
            state.given_up_at = Some(now);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    #[test]
    fn one_file_however_often_it_is_refused_does_not_speak_for_the_others() {
        let uploads = Uploads::default();
        for _ in 0..3 {
            uploads.refused(b"broken", Doubt::PerhapsTheFile, NOW);
            assert!(uploads.may_work(NOW));
        }
        uploads.worked();
        uploads.refused(b"another", Doubt::PerhapsTheFile, NOW);
        assert!(uploads.may_work(NOW), "what was taken in between counts");
        uploads.refused(b"broken", Doubt::PerhapsTheFile, NOW);
        assert!(!uploads.may_work(NOW));
    }

    #[test]
    fn what_was_given_up_is_tried_again_hours_later() {
        let uploads = Uploads::default();
        uploads.refused(b"a file", Doubt::None, NOW);
        let later = NOW + AGAIN_AFTER;
        assert!(!uploads.may_work(NOW) && !uploads.may_work(later - SignedDuration::from_secs(1)));
        assert!(uploads.may_work(later));
        assert!(uploads.may_work(NOW - SignedDuration::from_secs(1)), "a clock that was set back");
        uploads.refused(b"another", Doubt::PerhapsTheFile, later);
        assert!(!uploads.may_work(later), "it need not be learnt from the beginning");
    }
}
