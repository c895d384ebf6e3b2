//! The list of conversations: a queue, or for those who wait the parts of the morning one under the other, in pages by key.
//!
//! Holds: a conversation stands in one part only, so nobody is listed twice; a page's end says in which part to go on.

use anteroom_model::{StaffId, WallTime};
use anteroom_store::{
    ConversationRow, Filter, InboxPage as Found, Known, Owner, Position, Queue as Kept, ReadTx, StaffRow,
    StoreError,
};
use jiff::{SignedDuration, Timestamp};

use crate::convert;
use crate::core::Core;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::staff::writing;
use crate::views::{Code, InboxFilter, InboxPage, InboxRow, OwnerFilter, Queue, RowGroup, WireError};

/// More rows than a window asks for in one go.
const MOST: u32 = 500;
/// What was answered longer ago is no longer the patient's turn but the past.
const ANSWERED: SignedDuration = SignedDuration::from_hours(30 * 24);

impl Desk {
    /// The first page of a queue.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox_open(&self, filter: InboxFilter, limit: u32) -> Result<InboxPage, WireError> {
        // The feed does not look meanwhile: what happens between the two would be told by nobody.
        let mut shown = self.core.shown();
        let page = page(&self.core, &filter, None, limit.min(MOST), &mut Known::default())?;
        shown.list_opened(filter, page.rows.clone(), page.next.is_none());
        Ok(page)
    }

    /// The page after `after`.
    ///
    /// # Errors
    /// [`Code::Stale`] when `after` is no page's end.
    pub fn inbox_more(&self, filter: InboxFilter, after: &str, limit: u32) -> Result<InboxPage, WireError> {
        let looks = self.core.shown().looks;
        let page = page(&self.core, &filter, Some(after), limit.min(MOST), &mut Known::default())?;
        self.core.shown().list.more(&filter, &page.rows, page.next.is_none(), looks);
        Ok(page)
    }
}

/// A part of a list.
struct Part {
    group: RowGroup,
    /// `None` for the conversations in which a note names whoever is at the desk.
    queue: Option<Kept>,
    filter: Filter,
}

impl Part {
    fn page(
        &self,
        tx: &ReadTx<'_>,
        me: StaffId,
        after: Option<Position>,
        limit: u32,
        known: &mut Known,
    ) -> Result<Found, StoreError> {
        match self.queue {
            Some(queue) => tx.inbox_again(queue, self.filter, after, limit, known),
            None => tx.mentioned(me, self.filter.channel, after, limit),
        }
    }
}

/// The parts of a list, from the top.
fn parts(core: &Core, filter: &InboxFilter, now: Timestamp) -> Result<Vec<Part>, Fault> {
    let plain = narrowed(core, filter)?;
    let unpinned = Filter { unpinned: true, ..plain };
    let part = |group, queue, filter| Part { group, queue: Some(queue), filter };
    let pinned = part(RowGroup::Pinned, Kept::Pinned, plain);
    Ok(match filter.queue {
        Queue::Waiting => vec![
            pinned,
            part(RowGroup::Waiting, Kept::Waiting, unpinned),
            part(RowGroup::NotSent, Kept::NotSent, Filter { idle: true, ..unpinned }),
            part(
                RowGroup::AnsweredToday,
                Kept::Answered,
                Filter { since: Some(today(core, now)), ..unpinned },
            ),
        ],
        Queue::All => vec![pinned, part(RowGroup::Listed, Kept::All, unpinned)],
        Queue::NotSent => vec![part(RowGroup::Listed, Kept::NotSent, plain)],
        Queue::Answered => {
            let since = now.checked_sub(ANSWERED).ok();
            vec![part(RowGroup::Listed, Kept::Answered, Filter { since, ..plain })]
        }
        Queue::Snoozed => vec![part(RowGroup::Listed, Kept::Snoozed, plain)],
        Queue::Scheduled => vec![part(RowGroup::Listed, Kept::Scheduled, plain)],
        Queue::Done => vec![part(RowGroup::Listed, Kept::Done, plain)],
        Queue::Spam => vec![part(RowGroup::Listed, Kept::Spam, plain)],
        Queue::Mentioned => vec![Part { group: RowGroup::Listed, queue: None, filter: plain }],
    })
}

/// When the practice's day began.
fn today(core: &Core, now: Timestamp) -> Timestamp {
    let zone = core.zone();
    WallTime::of(&zone, now).day.begins(&zone)
}

fn narrowed(core: &Core, filter: &InboxFilter) -> Result<Filter, Fault> {
    Ok(Filter {
        channel: filter.channel.map(Into::into),
        owner: match &filter.owner {
            OwnerFilter::Anyone => Owner::Anyone,
            OwnerFilter::Me => Owner::Staff(core.staff().id),
            OwnerFilter::Nobody => Owner::Nobody,
            OwnerFilter::Staff { id } => Owner::Staff(parsed(id)?),
        },
        label: filter.label.as_deref().map(parsed).transpose()?,
        new_only: filter.new_patients,
        ..Filter::default()
    })
}

/// A page of any length: what the window holds is read in one piece, however far down somebody has scrolled. Rows that
/// are `known` are not read again.
pub(crate) fn page(
    core: &Core,
    filter: &InboxFilter,
    after: Option<&str>,
    limit: u32,
    known: &mut Known,
) -> Result<InboxPage, Fault> {
    let parts = parts(core, filter, core.clock.now())?;
    let me = core.staff().id;
    let (first, after) = after.map(from).transpose()?.unwrap_or_default();
    let limit = limit.max(1) as usize;
    let (rows, next, counts, mentions) = core.read(|tx| {
        let (rows, next) = read(core, tx, &parts, (first, after), limit, known)?;
        let counts = tx.inbox_counts(filter.channel.map(Into::into), Some(me))?;
        Ok((rows, next, counts, tx.mentions_unseen(me)?))
    })?;
    Ok(InboxPage { rows, counts: convert::counts(counts, mentions), next })
}

/// Rows of a list that a count looks at: a narrow one of a large practice would be looked for among all it ever had.
const LOOKED: u32 = 5_000;

/// How many conversations a list has, without what stands below those who wait; counted no further than `most`. Whether
/// there may be more.
pub(crate) fn count(core: &Core, filter: &InboxFilter, most: u32) -> Result<(u32, bool), Fault> {
    let parts = parts(core, filter, core.clock.now())?;
    let counted = |part: &&Part| !matches!(part.group, RowGroup::NotSent | RowGroup::AnsweredToday);
    Ok(core.read(|tx| {
        parts.iter().filter(counted).try_fold((0, false), |(n, more), part| {
            let Some(queue) = part.queue.filter(|_| n < most) else { return Ok((n, more)) };
            let (found, beyond) = tx.inbox_count(queue, &part.filter, most - n, LOOKED)?;
            Ok((n + found, more || beyond))
        })
    })?)
}

fn read(
    core: &Core,
    tx: &ReadTx<'_>,
    parts: &[Part],
    (first, after): (usize, Option<Position>),
    limit: usize,
    known: &mut Known,
) -> Result<(Vec<InboxRow>, Option<String>), StoreError> {
    let (me, staff) = (core.staff().id, tx.staff()?);
    let mut rows = Vec::new();
    for (n, part) in parts.iter().enumerate().skip(first) {
        let room = limit - rows.len();
        if room == 0 {
            // Full exactly at the end of a part: the next one may be empty, which its page will tell.
            return Ok((rows, Some(to(n, None))));
        }
        let after = after.filter(|_| n == first);
        let found = part.page(tx, me, after, u32::try_from(room).unwrap_or(u32::MAX), known)?;
        for row in &found.rows {
            rows.push(shown(core, tx, row, part.group, &staff)?);
        }
        if let Some(next) = found.next {
            return Ok((rows, Some(to(n, Some(next)))));
        }
    }
    Ok((rows, None))
}

fn shown(
    core: &Core,
    tx: &ReadTx<'_>,
    row: &ConversationRow,
    group: RowGroup,
    staff: &[StaffRow],
) -> Result<InboxRow, StoreError> {
    let mut shown = convert::inbox_row(core, row, group, core.clock.now());
    // Alone at the desk every draft is one's own.
    if row.has_draft && staff.len() > 1 {
        (shown.has_draft, shown.writing) = writing(tx, row.id, core.staff().id, staff)?;
    }
    Ok(shown)
}

/// A page's end: the part, and the place in it.
fn to(part: usize, place: Option<Position>) -> String {
    place.map_or_else(|| part.to_string(), |place| format!("{part}:{}", text(place)))
}

fn from(end: &str) -> Result<(usize, Option<Position>), Fault> {
    let (part, key) = end.split_once(':').map_or((end, None), |(part, key)| (part, Some(key)));
    let part = part.parse().map_err(|_| Fault::of(Code::Stale))?;
    Ok((part, key.map(place).transpose()?))
}

/// A place, as the window carries it. JavaScript numbers are too small for it.
pub(crate) fn text(place: Position) -> String {
    place.0.to_string()
}

/// And back.
pub(crate) fn place(text: &str) -> Result<Position, Fault> {
    text.parse().map(Position).map_err(|_| Fault::of(Code::Stale))
}
