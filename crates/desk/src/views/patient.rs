//! The patient at the side of a conversation.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Channel, UtcMillis};

/// The patient card, or what stands in for it while nobody is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PatientCard {
    /// The patient; `None` while the identity is linked to nobody.
    pub patient: Option<PatientView>,
    /// The identities: all of the patient, or the one that writes here.
    pub identities: Vec<IdentityView>,
    /// Patients this identity could be, never linked silently.
    pub could_be: Vec<CouldBe>,
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
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// A note for the desk.
    pub desk_note: String,
    /// Known since.
    pub since: UtcMillis,
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
    /// Opted out of this channel.
    pub opted_out: bool,
    /// Newest message from it.
    pub last_wrote: Option<UtcMillis>,
    /// The newest conversation with it.
    pub conversation: Option<String>,
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
}

/// How we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum LinkHow {
    /// Staff said so.
    Staff,
    /// The patient was made from this identity.
    First,
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
    /// The same name.
    SameName,
}

/// Changes to a patient.
#[derive(Clone, Serialize, Deserialize, Type)]
pub struct PatientEdit {
    /// Name.
    pub name: String,
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// A note for the desk.
    pub desk_note: String,
}
