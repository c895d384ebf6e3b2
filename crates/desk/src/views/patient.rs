//! The patient at the side of a conversation, and on the page of their own.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Channel, UtcMillis};

/// The patient card, or what stands in for it while nobody is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PatientCard {
    /// The patient; `None` while the identity is linked to nobody, or is shared and nobody said who writes.
    pub patient: Option<PatientView>,
    /// The identities: all of the patient, or the one that writes here.
    pub identities: Vec<IdentityView>,
    /// Patients this identity could be, never linked silently.
    pub could_be: Vec<CouldBe>,
    /// The patients who share the identity that writes here; empty while it is not shared.
    pub shared_by: Vec<PersonName>,
    /// Calls from this number, newest first.
    pub recent_calls: u32,
}

/// A patient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PatientView {
    /// Id.
    pub id: String,
    /// Name as written by staff.
    pub name: String,
    /// What they like to be called; empty when nothing else.
    pub preferred_name: String,
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Who answers for them.
    pub guardian: Option<GuardianView>,
    /// How else they can be reached.
    pub contacts: Vec<ContactView>,
    /// A note for the desk.
    pub desk_note: String,
    /// What they agreed to: every statement, oldest first. The last of each kind and channel counts.
    pub consents: Vec<ConsentView>,
    /// Patients that were joined with this one.
    pub joined: Vec<JoinedView>,
    /// Patients that could be the same person.
    pub twins: Vec<TwinView>,
    /// Known since.
    pub since: UtcMillis,
}

/// Somebody's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PersonName {
    /// The patient.
    pub patient: String,
    /// Name.
    pub name: String,
}

/// Who answers for a patient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GuardianView {
    /// Their name.
    pub name: String,
    /// Mother, carer, …
    pub relation: String,
    /// Their number.
    pub phone: String,
    /// They are a patient themselves.
    pub patient: Option<String>,
}

/// What a contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A postal address.
    Postal,
    /// Anything else.
    Other,
}

/// A number or address that staff wrote down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ContactView {
    /// What it is.
    pub kind: ContactKind,
    /// As it was written.
    pub value: String,
}

/// What consent is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ConsentWhat {
    /// Reminders of appointments.
    Reminders,
    /// Offers and news.
    Offers,
    /// Recording of calls.
    Recording,
}

/// What they said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ConsentSays {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Ask each time.
    AskEachTime,
}

/// One statement about consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConsentView {
    /// About what.
    pub what: ConsentWhat,
    /// On which channel; `None`: on all.
    pub channel: Option<Channel>,
    /// What they said.
    pub says: ConsentSays,
    /// When.
    pub at: UtcMillis,
    /// Who wrote it down.
    pub by: Option<String>,
}

/// A statement to write down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConsentSet {
    /// The patient.
    pub patient: String,
    /// About what.
    pub what: ConsentWhat,
    /// On which channel; `None`: on all.
    pub channel: Option<Channel>,
    /// What they said.
    pub says: ConsentSays,
}

/// A handle on one channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct IdentityView {
    /// Id.
    pub id: String,
    /// Channel.
    pub channel: Channel,
    /// Address as shown.
    pub address: String,
    /// What the person calls themselves there.
    pub display_name: Option<String>,
    /// The link, if linked; it can be undone.
    pub link: Option<LinkView>,
    /// How many patients share it; 0 while it is not shared.
    pub shared_by: u32,
    /// Opted out of this channel.
    pub opted_out: bool,
    /// Since when, and who said so.
    pub opt_out: Option<OptOutView>,
    /// Newest message from it.
    pub last_wrote: Option<UtcMillis>,
    /// The newest conversation with it.
    pub conversation: Option<String>,
}

/// That somebody wants no messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OptOutView {
    /// Since when.
    pub since: UtcMillis,
    /// Who at the desk set it; `None` when the patient wrote STOP or the provider refuses.
    pub by: Option<String>,
}

/// How we know that an identity is this patient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LinkView {
    /// Id.
    pub id: String,
    /// How we know.
    pub how: LinkHow,
    /// Who linked it; `None` when the program did because the number is the same.
    pub by: Option<String>,
    /// When.
    pub at: UtcMillis,
    /// Whether somebody made sure.
    pub checked: Option<CheckView>,
}

/// That somebody made sure who it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CheckView {
    /// How.
    pub how: CheckHow,
    /// When.
    pub at: UtcMillis,
    /// Who.
    pub by: Option<String>,
}

/// How somebody made sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CheckHow {
    /// They knew the date of birth.
    BirthDate,
    /// They showed a document.
    Document,
    /// Staff know them.
    KnownInPerson,
    /// Staff rang the number on the card.
    CalledBack,
}

/// How we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum LinkHow {
    /// Staff said so.
    Staff,
    /// The patient was made from this identity.
    First,
    /// It came with a patient that was joined with this one.
    Merge,
    /// An import said so.
    Import,
}

/// Somebody the identity could be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CouldBe {
    /// The patient.
    pub patient: String,
    /// Name.
    pub name: String,
    /// Why.
    pub why: CouldBeWhy,
    /// Where the sign was seen.
    pub channel: Channel,
}

/// Why an identity could be somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CouldBeWhy {
    /// The same number on another channel.
    SameNumber,
    /// The number stands on their card.
    OnTheCard,
    /// The same name.
    SameName,
}

/// Somebody who was joined with this patient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct JoinedView {
    /// The join.
    pub merge: String,
    /// The name on the card that went.
    pub name: String,
    /// Who joined them.
    pub by: Option<String>,
    /// When.
    pub at: UtcMillis,
    /// Identities that would go back.
    pub identities: u32,
}

/// Somebody who could be the same person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TwinView {
    /// The patient.
    pub patient: String,
    /// Name.
    pub name: String,
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// What speaks for it.
    pub signs: Vec<TwinSign>,
}

/// What speaks for two being one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TwinSign {
    /// The same telephone number.
    Number,
    /// The same e-mail address.
    Email,
    /// The same name and date of birth.
    NameAndBirth,
    /// The same name and the same end of a number.
    NameAndTail,
}

/// Changes to a patient.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Type)]
pub struct PatientEdit {
    /// Name.
    pub name: String,
    /// What they like to be called; empty when nothing else.
    pub preferred_name: String,
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Who answers for them.
    pub guardian: Option<GuardianView>,
    /// How else they can be reached: all of them.
    pub contacts: Vec<ContactView>,
    /// A note for the desk.
    pub desk_note: String,
}
