//! A conversation: opened, scrolled back, jumped into, marked.

use anteroom_model::{ConversationId, IdentityId, StaffId};
use anteroom_store::{ConversationRow, ItemRow, OtherRow, Position, ReadTx, StaffRow, StoreError, Timeline};

use super::{composer, place, text};
use crate::convert::{self, Around};
use crate::core::Core;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::{card_of, parsed, shared};
use crate::staff::{Opening, look, others};
use crate::views::{
    ComposerView, ConversationHead, ConversationView, NewerPage, OlderPage, TimelineItem, WireError,
};

/// Items on one page.
const PAGE: u32 = 50;
/// Items before the one that is jumped to.
const BEFORE: u32 = 20;
/// Items at most when a conversation is read from somewhere to its end.
pub(super) const MOST: u32 = 500;

impl Desk {
    /// Opens a conversation: somebody looks at it, so nothing in it is unopened any more.
    ///
    /// # Errors
    /// When there is no such conversation.
    pub async fn conversation_open(&self, id: &str) -> Result<ConversationView, WireError> {
        let id: ConversationId = parsed(id)?;
        self.opened(id, Opening::ByHand).await
    }

    /// Reads the conversation that stood open when somebody sat down: they look at it, but what names them in it stays
    /// news until they come upon it.
    ///
    /// # Errors
    /// When there is no such conversation.
    pub async fn conversation_stays(&self, id: &str) -> Result<ConversationView, WireError> {
        let id: ConversationId = parsed(id)?;
        self.opened(id, Opening::StoodOpen).await
    }

    async fn opened(&self, id: ConversationId, how: Opening) -> Result<ConversationView, WireError> {
        // Reading comes first: whoever opens it waits for that, and a write makes the reader begin with a cold cache.
        let view = self.handed_out(id, |tx| tx.timeline(id, None, PAGE))?;
        look(&self.core, id, how).await?;
        Ok(view)
    }

    /// Reads it and notes what the window holds from now on. The feed looks at neither meanwhile, so that nothing that
    /// happens in between is told by nobody.
    fn handed_out(
        &self,
        id: ConversationId,
        timeline: impl FnOnce(&ReadTx<'_>) -> Result<Timeline, StoreError>,
    ) -> Result<ConversationView, WireError> {
        let mut shown = self.core.shown();
        let view = self.view(id, timeline)?;
        shown.timeline_opened(&view.id, view.items.clone(), view.newer.is_some());
        Ok(view)
    }

    /// Reads a conversation without anybody having looked at it: for the command line.
    ///
    /// # Errors
    /// When there is no such conversation.
    pub fn conversation_read(&self, id: &str) -> Result<ConversationView, WireError> {
        let id: ConversationId = parsed(id)?;
        Ok(self.view(id, |tx| tx.timeline(id, None, PAGE))?)
    }

    /// Opens a conversation at a search hit: from a little before it to the newest, or, if that is very much, as far as
    /// `newer` says.
    ///
    /// # Errors
    /// When there is no such conversation or place.
    pub async fn conversation_around(&self, id: &str, position: &str) -> Result<ConversationView, WireError> {
        let id: ConversationId = parsed(id)?;
        let hit = place(position)?;
        self.handed_out(id, |tx| {
            let from = tx.place_before(id, hit, BEFORE)?;
            tx.timeline_from(id, from, MOST)
        })
    }

    /// What came before.
    ///
    /// # Errors
    /// When there is no such conversation or place.
    pub fn conversation_older(&self, id: &str, before: &str) -> Result<OlderPage, WireError> {
        let conversation: ConversationId = parsed(id)?;
        let (before, me) = (place(before)?, self.core.staff().id);
        let read = self
            .core
            .read(|tx| read(tx, conversation, me, |tx| tx.timeline(conversation, Some(before), PAGE)));
        let read = read.map_err(Fault::from)?;
        let page = OlderPage {
            items: items(&self.core, &read.row, &read.staff, read.timeline.items),
            older: read.timeline.older.map(text),
        };
        self.core.shown().timeline.older(id, &page.items);
        Ok(page)
    }

    /// What comes after, where the window does not hold the end of a conversation.
    ///
    /// # Errors
    /// When there is no such conversation or place.
    pub fn conversation_newer(&self, id: &str, after: &str) -> Result<NewerPage, WireError> {
        let conversation: ConversationId = parsed(id)?;
        let (after, me) = (place(after)?, self.core.staff().id);
        let read = self
            .core
            .read(|tx| read(tx, conversation, me, |tx| tx.timeline_after(conversation, after, PAGE)));
        let read = read.map_err(Fault::from)?;
        let page = NewerPage {
            items: items(&self.core, &read.row, &read.staff, read.timeline.items),
            newer: read.timeline.newer.map(text),
        };
        self.core.shown().timeline.newer(id, &page);
        Ok(page)
    }

    fn view(
        &self,
        id: ConversationId,
        timeline: impl FnOnce(&ReadTx<'_>) -> Result<Timeline, StoreError>,
    ) -> Result<ConversationView, Fault> {
        let core = &self.core;
        let me = core.staff().id;
        let (read, card) = core.read(|tx| {
            let read = read(tx, id, me, timeline)?;
            let card = card_of(tx, &read.row)?;
            Ok((read, card))
        })?;
        let (head, composer) = head_and_dock(core, &read)?;
        Ok(ConversationView {
            id: id.to_string(),
            head,
            gap_before: read.row.gap_before.map(Into::into),
            items: items(core, &read.row, &read.staff, read.timeline.items),
            older: read.timeline.older.map(text),
            newer: read.timeline.newer.map(text),
            composer,
            card,
        })
    }
}

/// What one look into the store gives.
pub(super) struct Read {
    pub row: ConversationRow,
    pub username: Option<String>,
    pub staff: Vec<StaffRow>,
    pub others: Vec<OtherRow>,
    pub timeline: Timeline,
}

pub(super) fn read(
    tx: &ReadTx<'_>,
    id: ConversationId,
    me: StaffId,
    timeline: impl FnOnce(&ReadTx<'_>) -> Result<Timeline, StoreError>,
) -> Result<Read, StoreError> {
    let (row, staff) = (row(tx, id)?, tx.staff()?);
    // Alone at the desk there is nobody else.
    let others = if staff.len() > 1 { tx.others_on(id, me)? } else { Vec::new() };
    Ok(Read { username: username(tx, row.identity)?, staff, others, timeline: timeline(tx)?, row })
}

fn row(tx: &ReadTx<'_>, id: ConversationId) -> Result<ConversationRow, StoreError> {
    tx.conversation(id)?.ok_or(StoreError::NotFound)
}

fn username(tx: &ReadTx<'_>, identity: IdentityId) -> Result<Option<String>, StoreError> {
    let identity = tx.identity(identity)?.ok_or(StoreError::NotFound)?;
    Ok(identity.username.map(|name| name.into_inner()))
}

pub(super) fn items(
    core: &Core,
    row: &ConversationRow,
    staff: &[StaffRow],
    rows: Vec<ItemRow>,
) -> Vec<TimelineItem> {
    let around = Around::of(core, row, staff, &rows);
    rows.into_iter().map(|row| convert::item(row, &around)).collect()
}

pub(super) fn head_and_dock(core: &Core, read: &Read) -> Result<(ConversationHead, ComposerView), Fault> {
    let others = others(read.others.clone(), &read.staff);
    let mut head = convert::head(core, &read.row, read.username.as_deref(), others, core.clock.now());
    head.shared = shared(core, &read.row)?;
    Ok((head, composer(core, &read.row)?))
}

/// One message as it stands in the timeline.
pub(crate) fn timeline_item(core: &Core, id: anteroom_model::MessageId) -> Result<TimelineItem, Fault> {
    let (row, staff, item) = core.read(|tx| {
        let message = tx.message(id)?.ok_or(StoreError::NotFound)?;
        let row = row(tx, message.conversation)?;
        Ok((row, tx.staff()?, ItemRow::Message(Box::new(message))))
    })?;
    let around = Around::of(core, &row, &staff, std::slice::from_ref(&item));
    Ok(convert::item(item, &around))
}

/// The place of an item that the window holds.
pub(crate) fn order(position: &str) -> Position {
    place(position).unwrap_or(Position(0))
}
