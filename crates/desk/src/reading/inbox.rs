//! The list of conversations, by queue, in pages by key.

use std::collections::HashMap;

use anteroom_store::{ConversationRow, Position};

use crate::convert;
use crate::core::Core;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::staff::writing;
use crate::views::{Code, InboxFilter, InboxPage, InboxRow, WireError};

/// More rows than a window asks for in one go.
const MOST: u32 = 500;

impl Desk {
    /// The first page of a queue.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox_open(&self, filter: InboxFilter, limit: u32) -> Result<InboxPage, WireError> {
        let page = page(&self.core, &filter, None, limit)?;
        self.core.shown().list_opened(filter, page.rows.clone(), page.next.is_none());
        Ok(page)
    }

    /// The page after `after`.
    ///
    /// # Errors
    /// [`Code::Stale`] when `after` is no page's end.
    pub fn inbox_more(&self, filter: InboxFilter, after: &str, limit: u32) -> Result<InboxPage, WireError> {
        let after = place(after)?;
        let page = page(&self.core, &filter, Some(after), limit)?;
        self.core.shown().list.more(&filter, &page.rows, page.next.is_none());
        Ok(page)
    }
}

pub(crate) fn page(
    core: &Core,
    filter: &InboxFilter,
    after: Option<Position>,
    limit: u32,
) -> Result<InboxPage, Fault> {
    let now = core.clock.now();
    let queue = convert::queue(filter.queue);
    let channel = filter.channel.map(Into::into);
    let (me, limit) = (core.staff().id, limit.clamp(1, MOST));
    let (found, counts, mentions, drafts) = core.read(|tx| {
        let found = match queue {
            Some(queue) => tx.inbox(queue, channel, after, limit)?,
            None => tx.mentioned(me, channel, after, limit)?,
        };
        let staff = tx.staff()?;
        let mut drafts = HashMap::new();
        // Alone at the desk every draft is one's own.
        for row in found.rows.iter().filter(|row| row.has_draft && staff.len() > 1) {
            drafts.insert(row.id, writing(tx, row.id, me, &staff)?);
        }
        Ok((found, tx.inbox_counts(channel)?, tx.mentions_unseen(me)?, drafts))
    })?;
    let shown = |row: &ConversationRow| {
        let mut shown = convert::inbox_row(core, row, now);
        if let Some((mine, other)) = drafts.get(&row.id) {
            (shown.has_draft, shown.writing) = (*mine, other.clone());
        }
        shown
    };
    let rows: Vec<InboxRow> = found.rows.iter().map(shown).collect();
    Ok(InboxPage { rows, counts: convert::counts(counts, mentions), next: found.next.map(text) })
}

/// A place, as the window carries it. JavaScript numbers are too small for it.
pub(crate) fn text(place: Position) -> String {
    place.0.to_string()
}

/// And back.
pub(crate) fn place(text: &str) -> Result<Position, Fault> {
    text.parse().map(Position).map_err(|_| Fault::of(Code::Stale))
}
