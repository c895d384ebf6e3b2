//! Reading: the list, a conversation, what came before.

mod composer;
mod conversation;
mod fresh;
mod inbox;

pub(crate) use composer::{composer, draft_view};
pub(crate) use conversation::{order, timeline_item};
pub(crate) use fresh::since;
pub(crate) use inbox::{count, page, place, text};
