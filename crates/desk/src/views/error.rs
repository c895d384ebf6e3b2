//! Errors as the window knows them: a code for the sentence and the next step, never a text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// Everything that can be answered to a command besides its result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WireError {
    /// Which sentence to show.
    pub code: Code,
    /// Values for the sentence. Never a name, a number or a text of a patient.
    pub params: BTreeMap<String, String>,
}

/// One code per sentence with a next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The desk is not open (first run, locked or shutting down).
    NotOpen,
    /// The keychain is locked.
    KeychainLocked,
    /// There is no keychain on this computer.
    KeychainMissing,
    /// The keychain has no key for this clinic's data.
    KeyMissing,
    /// The key does not open this data.
    WrongKey,
    /// The clinic is protected by a pass phrase, which has to be typed.
    PassphraseNeeded,
    /// That is not the pass phrase.
    WrongPassphrase,
    /// A new pass phrase has too few words or letters.
    PassphraseTooWeak,
    /// The recovery code has a typing error or belongs to another clinic.
    WrongRecoveryCode,
    /// The data was written by a newer Anteroom.
    DatabaseFromNewerVersion,
    /// The data is damaged and was moved aside.
    DatabaseDamaged,
    /// The database is not in the clinic's folder.
    DatabaseMissing,
    /// The database in the clinic's folder is another clinic's, or its beginning is damaged.
    DatabaseNotOurs,
    /// The file with the database's key is missing or damaged.
    KeyFileDamaged,
    /// Another Anteroom has this clinic open.
    AlreadyOpen,
    /// The folder lies on a network share or in a synchronised folder.
    FolderNotLocal,
    /// The folder cannot be written.
    FolderReadOnly,
    /// The disk is full.
    DiskFull,
    /// The clinic's folder, or the database in it, is no longer where it was opened.
    StorageGone,
    /// The provider cannot be reached.
    Offline,
    /// The provider refuses the credential.
    SignInNeeded,
    /// The credential lacks a right.
    MissingRight,
    /// Message access is switched off in the provider's app.
    AccessSwitchedOff,
    /// The provider has suspended or restricted the account.
    AccountRestricted,
    /// The provider refused, for a reason that we do not know.
    ProviderRefused,
    /// The provider is ill or says "later".
    ProviderBusy,
    /// This account is connected already.
    AlreadyConnected,
    /// The credential belongs to another account than the one that is being signed in.
    OtherAccount,
    /// The reply window is closed.
    OutsideReplyWindow,
    /// The text is too long for the channel.
    TextTooLong,
    /// There is nothing to send.
    NothingToSend,
    /// A field is empty or cannot be understood; `field` names it.
    FieldInvalid,
    /// The file is too big for the channel.
    FileTooBig,
    /// The channel does not take this kind of file.
    FileKindRefused,
    /// The file could not be read.
    FileUnreadable,
    /// The copy of a recording on this computer is missing or damaged, so the provider's must stay.
    RecordingNotHere,
    /// A file of contacts is bigger than any; `most` is how many megabytes it may have.
    ContactsTooBig,
    /// A file of contacts has more rows than can be taken over in one go; `most` is how many million.
    ContactsTooMany,
    /// A file of contacts cannot be read as one; `line` is where that shows.
    ContactsBroken,
    /// A blank of the template is empty or broken.
    TemplateIncomplete,
    /// The template may not be sent now.
    TemplateRefused,
    /// A blank of a saved reply is not filled yet.
    BlankUnfilled,
    /// The patient opted out of this channel.
    OptedOut,
    /// No desk phone is set, so a call cannot be placed.
    NoDeskPhone,
    /// The provider cannot ring the desk phone under the number that is set.
    DeskPhoneRefused,
    /// The provider does not let this account place such a call.
    CallNotAllowed,
    /// Nobody knows whether a call was placed; the phones may be ringing.
    CallUnclear,
    /// It changed meanwhile; what is on the screen is old.
    Stale,
    /// There is one of this name already.
    SameName,
    /// It is not there (any more).
    NotFound,
    /// This clinic, account or channel does not allow it.
    NotAllowed,
    /// Something that should not happen.
    Unexpected,
}

impl WireError {
    /// A code without values.
    pub const fn of(code: Code) -> Self {
        Self { code, params: BTreeMap::new() }
    }

    /// A field is empty or cannot be understood.
    pub fn invalid(field: impl ToString) -> Self {
        Self::of(Code::FieldInvalid).with("field", field)
    }

    /// The same with a value for its sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}
