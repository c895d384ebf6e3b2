//! One file per noun: its row, its reads on [`crate::ReadTx`], its writes on [`crate::WriteTx`].

mod account;
mod attachment;
pub(crate) mod audit;
mod automatic;
mod call;
mod clinic;
mod content;
mod conversation;
mod credential;
mod delivery;
mod draft;
mod feed;
mod fetching;
mod figures;
mod handover;
mod identity;
mod inbound;
mod inbox;
mod item;
mod language;
mod link;
mod mention;
mod message;
mod names;
mod network;
mod news;
mod note;
mod opt_out;
mod outbox;
mod patient;
mod presence;
mod preview;
mod reaction;
mod recording;
mod saved;
mod searching;
mod sending;
mod set_back;
mod setting;
mod settling;
mod staff;
pub(crate) mod summary;
pub(crate) mod tally;
mod template;
mod timeline;
mod withdrawing;

#[cfg(test)]
mod tests;

pub use account::NewAccount;
pub use attachment::{AttachmentRow, DueFile, FetchState, Thumb};
pub use call::CallRow;
pub use clinic::{ClinicKind, ClinicRow};
pub use conversation::{ConversationRow, NameFrom, Stuck};
pub use delivery::StatusDue;
pub use draft::{DraftRow, DraftWords};
pub use feed::FeedHealth;
pub use fetching::{HereFile, NewFile};
pub use figures::{
    AskedReply, CallBack, CallBackHow, DayCount, DayPlan, DueDay, FigureRules, HourCount, LateWaits,
    MissedCall, SlowReply, StaffCount, Wait,
};
pub use handover::HandoverRow;
pub use identity::IdentityRow;
pub use inbound::Inbound;
pub use inbox::{InboxCounts, InboxPage, Queue};
pub use link::{CouldBe, CouldBeWhy, LinkHow, LinkRow};
pub use mention::MentionRow;
pub use message::{MessageRow, Quote};
pub use network::HostUse;
pub use news::TakenBack;
pub use note::NoteRow;
pub use outbox::{OutboxCounts, OutboxRow, OutboxWhy, TemplateSend};
pub use patient::{PatientRow, PatientWords};
pub use presence::OtherRow;
pub use preview::Preview;
pub use reaction::ReactionRow;
pub use recording::RecordingRow;
pub use saved::{SavedReplyRow, SavedReplyWords};
pub use sending::{Author, NewSend, Sent};
pub use settling::AttemptEnd;
pub use staff::{StaffRow, StaffWords, initials};
pub use template::TemplateCache;
pub use timeline::{ItemRow, Timeline};
pub use withdrawing::Undone;
