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

/// What one of the desk's codes means, and what to do.
pub const fn sentence(code: Code) -> &'static str {
    meaning(code).1
}

/// The exit and the sentence of each of the desk's codes. Every sentence has a next step; no code shares one, so that
/// a new code does not compile without its own.
const fn meaning(code: Code) -> (Exit, &'static str) {
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
        Code::WrongRecoveryCode => {
            (Exit::NotOpen, "The recovery code does not fit. Compare it with the paper and type it again.")
        }
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
        Code::FolderReadOnly => {
            (Exit::Storage, "The folder cannot be written. Give this user the right to write there.")
        }
        Code::StorageGone => (
            Exit::Storage,
            "The clinic's folder is gone: a disk was taken out, or files in it were moved. Connect the disk or put the files back, then try again.",
        ),
        Code::DiskFull => (Exit::Storage, "The disk is full. Make room and try again."),
        Code::FileUnreadable => (Exit::Storage, "The file could not be read. Look whether it is there."),
        Code::ContactsTooMany => (
            Exit::Refused,
            "The file has more rows than can be taken over at once, and none was. Split it and import the parts.",
        ),
        Code::ContactsTooBig => (
            Exit::Refused,
            "The file is bigger than any list of patients. Export a shorter list in the other program.",
        ),
        Code::ContactsBroken => {
            (Exit::Refused, "The file is no table and no vCard. Export it again as CSV in the other program.")
        }
        Code::RecordingNotHere => (
            Exit::Storage,
            "The recording is not whole on this computer, so the provider keeps its copy. Run `sync --once` first.",
        ),
        Code::Offline => {
            (Exit::Offline, "The provider cannot be reached. Look at the network, then try again.")
        }
        Code::ProviderBusy => (Exit::Offline, "The provider is busy or unwell. Try again later."),
        Code::SignInNeeded => (
            Exit::SignIn,
            "The provider does not accept this credential. Make a new one there. An account that is connected is signed in again in the window, or removed and added again; then what is queued is held back.",
        ),
        Code::MissingRight => (
            Exit::SignIn,
            "The credential lacks a right. Make one with all rights in the provider's own settings, and add the account with it.",
        ),
        Code::AccountRestricted => (
            Exit::SignIn,
            "The provider has suspended or restricted the account. Look at its page there and put it in order.",
        ),
        Code::AccessSwitchedOff => (
            Exit::SignIn,
            "Message access is switched off in the provider's app. Switch it on there, then try again.",
        ),
        Code::ProviderRefused => (
            Exit::Refused,
            "The provider refused this, for a reason that Anteroom does not know. Look at the account's page there.",
        ),
        Code::SameName => (Exit::Refused, "There is one of this name already. Give it another name."),
        Code::AlreadyConnected => (
            Exit::Refused,
            "This account is connected already; `account list` shows it. For another credential sign in again in the window, or remove the account first.",
        ),
        Code::OtherAccount => (
            Exit::Refused,
            "The credential belongs to another account. Use one of the account that was connected.",
        ),
        Code::OutsideReplyWindow => (
            Exit::Refused,
            "The time to reply freely is over. Send a template from the window, or wait until the patient writes.",
        ),
        Code::TextTooLong => {
            (Exit::Refused, "The text is too long for this channel. Shorten it, or send it in parts.")
        }
        Code::NothingToSend => (Exit::Refused, "There is nothing to send. Give a text with words in it."),
        Code::FieldInvalid => (Exit::Refused, "A value cannot be understood. Compare it with `--help`."),
        Code::FileTooBig => (Exit::Refused, "The file is too big for this channel. Choose a smaller one."),
        Code::FileKindRefused => (
            Exit::Refused,
            "This channel does not take this. Choose another kind of file, or another conversation of this patient.",
        ),
        Code::BlankUnfilled | Code::TemplateIncomplete => {
            (Exit::Refused, "A blank is empty. Fill it in the window.")
        }
        Code::TemplateRefused => {
            (Exit::Refused, "This template may not be sent now. Choose another in the window.")
        }
        Code::OptedOut => (
            Exit::Refused,
            "This person asked for no more messages on this channel. Use another channel, or call.",
        ),
        Code::NoDeskPhone => (Exit::Refused, "No desk phone is set. Set it in the window, under Settings."),
        Code::DeskPhoneRefused => (
            Exit::Refused,
            "The provider cannot ring the desk phone. Correct its number in the window, under Settings.",
        ),
        Code::CallNotAllowed => (
            Exit::Refused,
            "The provider does not let this account place such a call. Switch on calls to this country there.",
        ),
        Code::CallUnclear => (
            Exit::Unclear,
            "Nobody knows whether the call was placed. Wait a minute; if it was, a `sync` shows it.",
        ),
        Code::NotAllowed => (
            Exit::Refused,
            "This kind of clinic or account does not allow that. `anteroom-admin help` says what each task takes.",
        ),
        Code::NotFound => {
            (Exit::NotFound, "That is not there. `inbox --queue all` and `account list` show what is.")
        }
        Code::Stale => (Exit::NotFound, "It changed meanwhile. Look again, then decide."),
        Code::Unexpected => (
            Exit::Unexpected,
            "Something went wrong that should not. Nothing was lost. Try again; if it stays, look into the logs of the window.",
        ),
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

    #[test]
    fn the_manual_and_the_help_name_every_exit_code() {
        use clap::CommandFactory;
        let help = crate::options::Options::command().render_long_help().to_string().replace('\n', " ");
        let manual = include_str!("../../../docs/admin.md");
        for n in 0..=Exit::Unclear as u8 {
            assert!(help.contains(&format!(" {n} ")), "{n} is not in the help: {help}");
            assert!(manual.contains(&format!("\n| {n} | ")), "{n} is not in the manual");
        }
    }
}
