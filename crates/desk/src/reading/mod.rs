//! Reading: the list, a conversation, what came before.

mod composer;
mod conversation;
mod inbox;

pub(crate) use composer::{composer, draft_view};
pub(crate) use conversation::{order, since, timeline_item};
pub(crate) use inbox::{page, place, text};
