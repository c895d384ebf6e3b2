//! All patients: the list, pairs that could be one, everything with one of them, and who writes on a shared number.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{AttachmentView, Channel, PatientCard, PersonName, TimelineItem, TwinSign, UtcMillis};

/// A patient in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PersonRow {
    /// The patient.
    pub patient: String,
    /// Name.
    pub name: String,
    /// What they like to be called; empty when nothing else.
    pub preferred_name: String,
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// Channels they reach us by.
    pub channels: Vec<Channel>,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PeoplePage {
    /// The patients.
    pub people: Vec<PersonRow>,
    /// Hand this back for the next page.
    pub next: Option<String>,
}

/// Two that could be one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TwinPair {
    /// The one who was here first.
    pub a: PersonRow,
    /// The other.
    pub b: PersonRow,
    /// What speaks for it.
    pub signs: Vec<TwinSign>,
}

/// A page of pairs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TwinPage {
    /// The pairs, the newest first.
    pub pairs: Vec<TwinPair>,
    /// Hand this back for the next page.
    pub next: Option<String>,
}

/// Two patients side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Comparison {
    /// The one.
    pub a: PatientCard,
    /// The other.
    pub b: PatientCard,
    /// What speaks for their being one.
    pub evidence_for: Vec<TwinSign>,
    /// What speaks against it.
    pub evidence_against: Vec<AgainstTwin>,
    /// A person said that they are two.
    pub not_same: bool,
}

/// What speaks against two being one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AgainstTwin {
    /// Different dates of birth: strong.
    BirthDate,
    /// Different names.
    Name,
    /// One answers for the other.
    Guardian,
    /// Staff said that they share the number.
    SharedNumber,
}

/// A join that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Joined {
    /// It can be undone by this.
    pub merge: String,
    /// The card of the one that stayed.
    pub card: PatientCard,
}

/// Everything with a patient, over all channels.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct PersonTimelinePage {
    /// Items, newest first.
    pub items: Vec<PersonItem>,
    /// Hand this back for earlier items.
    pub older: Option<String>,
}

/// An item and where it belongs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct PersonItem {
    /// The conversation.
    pub conversation: String,
    /// Its channel.
    pub channel: Channel,
    /// The item.
    pub item: TimelineItem,
}

/// The files exchanged with a patient.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct PersonFilesPage {
    /// Files, newest first.
    pub files: Vec<PersonFile>,
    /// Hand this back for earlier ones.
    pub older: Option<String>,
}

/// A file and where it belongs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct PersonFile {
    /// The conversation.
    pub conversation: String,
    /// Its channel.
    pub channel: Channel,
    /// The place of its message.
    pub position: String,
    /// When.
    pub at: UtcMillis,
    /// The practice sent it.
    pub ours: bool,
    /// The file.
    pub file: AttachmentView,
}

/// A conversation with a number that several patients share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SharedView {
    /// The patients.
    pub people: Vec<PersonName>,
    /// From this place on nobody said who writes.
    pub asks_from: Option<String>,
    /// Who writes from which place on, the earliest first.
    pub writers: Vec<WriterView>,
}

/// Who writes from a place on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WriterView {
    /// It can be taken back by this.
    pub id: String,
    /// From this place on.
    pub from: String,
    /// Who.
    pub person: PersonName,
    /// Who said so.
    pub by: Option<String>,
    /// When.
    pub at: UtcMillis,
}
