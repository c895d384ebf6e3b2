//! What a commit says about itself.

use anteroom_model::{ConversationId, PatientId};

/// What somebody may have read that is old now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// The items, the head or the drafts of a conversation.
    Conversation(ConversationId),
    /// The list of conversations or its counts.
    Inbox,
    /// Messages we owe.
    Outbox,
    /// Accounts and the health of their feeds.
    Accounts,
    /// A patient, or who is one.
    Patient(PatientId),
    /// Files that are fetched or to be fetched.
    Attachments,
    /// The templates of an account.
    Templates,
    /// Settings.
    Settings,
    /// Who works here, and what they tell each other at the change of shift.
    Staff,
    /// The labels there are.
    Labels,
}

/// A commit, announced after it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Counts up by one with every commit of this database.
    pub seq: u64,
    /// What changed, each once.
    pub topics: Vec<Topic>,
}
