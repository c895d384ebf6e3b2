//! Exit codes. Scripts rely on them, so a number never changes its meaning.

use std::process::ExitCode;

use anteroom_desk::views::{Code, WireError};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Something that should not happen.
    Unexpected = 1,
    /// The arguments or a secret's source make no sense (clap uses 2 as well).
    Usage = 2,
    /// The clinic cannot be opened now: locked, open elsewhere, from a newer version, not there.
    NotOpen = 3,
    /// What was named is not there.
    NotFound = 4,
    /// The provider refuses the credential or a right is missing.
    SignIn = 5,
    /// The provider cannot be reached or says "later".
    Offline = 6,
    /// The disk or the data: full, read-only, damaged.
    Storage = 7,
    /// It is not allowed now: window closed, opted out, too long, connected already.
    Refused = 8,
    /// `check` found something.
    NotSound = 9,
    /// Nobody knows whether a message was sent.
    Unclear = 10,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a run failed: a code, for machines and for the exit, and nothing about a patient.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The exit code.
    pub exit: Exit,
    /// The code of the desk, or our own word.
    pub code: String,
    /// A sentence with a next step.
    pub sentence: String,
    /// The result was printed before: a script that asked for JSON has its one value.
    pub has_result: bool,
}

/// What a task answers.
pub type Done<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure of our own.
    pub fn new(exit: Exit, code: &str, sentence: impl Into<String>) -> Self {
        Self { exit, code: code.to_owned(), sentence: sentence.into(), has_result: false }
    }

    /// The same, after its result was printed.
    #[must_use]
    pub fn after_result(self) -> Self {
        Self { has_result: true, ..self }
    }
}

impl From<WireError> for Failure {
    fn from(error: WireError) -> Self {
        let (exit, sentence) = meaning(error.code);
        let code = serde_json::to_value(error.code)
            .ok()
            .and_then(|value| value.as_str().map(str::to_owned))
            .unwrap_or_default();
        Self { exit, code, sentence: sentence.to_owned(), has_result: false }
    }
}

/// The exit and the sentence of each of the desk's codes.
fn meaning(code: Code) -> (Exit, &'static str) {
    match code {
        Code::NotOpen => (
            Exit::NotOpen,
            "There is no clinic in this folder. Make one with `init`, or name another folder with --data.",
        ),
        Code::KeychainLocked => (Exit::NotOpen, "The keychain is locked. Unlock it and try again."),
        Code::KeychainMissing => (
            Exit::NotOpen,
            "This session has no keychain. Run inside a desktop session; a clinic behind a pass-phrase opens with --passphrase-file.",
        ),
        Code::KeyMissing => (
            Exit::NotOpen,
            "The keychain has no key for this clinic. Open it in the window with the recovery code.",
        ),
        Code::WrongKey => {
            (Exit::NotOpen, "The key does not fit this data. Open it in the window with the recovery code.")
        }
        Code::PassphraseNeeded => {
            (Exit::NotOpen, "This clinic is protected with a pass-phrase. Give it with --passphrase-file.")
        }
        Code::WrongPassphrase => (
            Exit::NotOpen,
            "That is not the pass-phrase. If it is forgotten, open the clinic in the window with the recovery code.",
        ),
        Code::PassphraseTooWeak => (
            Exit::Refused,
            "The pass-phrase is too short. It takes four different words or more, with 16 letters together.",
        ),
        Code::WrongRecoveryCode => (Exit::NotOpen, "The recovery code does not fit."),
        Code::DatabaseFromNewerVersion => {
            (Exit::NotOpen, "A newer Anteroom has written this data. Install the newest version.")
        }
        Code::AlreadyOpen => (Exit::NotOpen, "Another Anteroom has this clinic open. Close it first."),
        Code::FolderNotLocal => {
            (Exit::NotOpen, "The folder lies on a network or is synchronised. Use a folder on this computer.")
        }
        Code::DatabaseDamaged => (
            Exit::Storage,
            "The data is damaged; a file that cannot be read was put aside, and nothing was deleted. Put a copy of the folder back, or begin an empty one with `init --start-over`.",
        ),
        Code::DatabaseMissing => (
            Exit::Storage,
            "anteroom.db is not in the folder. Put it back, or begin an empty one with `init --start-over`.",
        ),
        Code::DatabaseNotOurs => (
            Exit::Storage,
            "anteroom.db is another clinic's, or its beginning is damaged. Put the right file back; or move this one elsewhere and begin an empty one with `init --start-over`.",
        ),
        Code::KeyFileDamaged => {
            (Exit::Storage, "anteroom.keyring is missing or damaged. Put it back from a copy of the folder.")
        }
        Code::FolderReadOnly => (Exit::Storage, "The folder cannot be written."),
        Code::DiskFull => (Exit::Storage, "The disk is full. Make room and try again."),
        Code::FileUnreadable | Code::RecordingNotHere => (Exit::Storage, "The file could not be read."),
        Code::Offline => (Exit::Offline, "The provider cannot be reached."),
        Code::ProviderBusy => (Exit::Offline, "The provider is busy. Try again later."),
        Code::SignInNeeded => {
            (Exit::SignIn, "The provider no longer accepts this credential. Add the account again.")
        }
        Code::MissingRight => (Exit::SignIn, "The credential lacks a right."),
        Code::AccessSwitchedOff => (Exit::SignIn, "Message access is switched off in the provider's app."),
        Code::NotFound => (Exit::NotFound, "That is not there."),
        Code::Stale => (Exit::NotFound, "It changed meanwhile. Look again."),
        Code::Unexpected => (Exit::Unexpected, "Something went wrong that should not. Nothing was lost."),
        _ => (Exit::Refused, "That is not allowed now."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_can_tell_a_locked_clinic_from_a_missing_network() {
        assert_eq!(Failure::from(WireError::of(Code::KeychainLocked)).exit, Exit::NotOpen);
        assert_eq!(Failure::from(WireError::of(Code::Offline)).exit, Exit::Offline);
        let closed = Failure::from(WireError::of(Code::OutsideReplyWindow));
        assert_eq!((closed.exit, closed.code.as_str()), (Exit::Refused, "outside_reply_window"));
    }
}
