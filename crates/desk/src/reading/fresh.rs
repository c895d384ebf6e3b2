//! An open conversation, read again.
//!
//! Holds: what is read overlaps what the window holds, or is said not to; so nobody puts the newest items behind older
//! ones as if nothing lay between them.

use anteroom_model::ConversationId;
use anteroom_store::{Position, StoreError};

use super::conversation::{MOST, head_and_dock, items, order, read};
use crate::core::Core;
use crate::fault::Fault;
use crate::feed::ShownTimeline;
use crate::patients::parsed;
use crate::views::{ComposerView, ConversationHead, TimelineItem};

/// What the window should hold now of a conversation, from the oldest item that was read.
pub(crate) struct Fresh {
    pub items: Vec<TimelineItem>,
    pub head: ConversationHead,
    pub composer: ComposerView,
    /// So much is new that something lies between what the window holds and these items.
    pub apart: bool,
}

/// Reads an open conversation again, as far as the window holds it; `None` when it is not there any more. Of a very
/// long one only the newest part.
pub(crate) fn since(core: &Core, id: &str, held: &ShownTimeline) -> Result<Option<Fresh>, Fault> {
    let id: ConversationId = parsed(id)?;
    let place = |item: Option<&TimelineItem>| item.map_or(Position(0), |item| order(&item.position));
    let (first, last) = (place(held.items.first()), place(held.items.last()));
    let many = held.items.len() + 50 > MOST as usize;
    let me = core.staff().id;
    let found = core.read(|tx| {
        read(tx, id, me, |tx| {
            if held.ends_early {
                return tx.timeline(id, Some(Position(last.0.saturating_add(1))), MOST);
            }
            if !many && !held.items.is_empty() {
                let all = tx.timeline_from(id, first, MOST)?;
                if all.newer.is_none() {
                    return Ok(all);
                }
            }
            tx.timeline(id, None, MOST)
        })
    });
    let mut read = match found {
        Ok(read) => read,
        Err(StoreError::NotFound) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    // Of a stretch, what came in before its first item belongs to the page before it.
    read.timeline.items.retain(|item| item.position() >= first);
    let oldest = read.timeline.items.first().map(|item| item.position());
    let apart = !held.items.is_empty()
        && oldest.is_some_and(|oldest| oldest > last && oldest > first)
        && read.timeline.older.is_some();
    let (head, composer) = head_and_dock(core, &read)?;
    let items = items(core, &read.row, &read.staff, read.timeline.items);
    Ok(Some(Fresh { items, head, composer, apart }))
}
