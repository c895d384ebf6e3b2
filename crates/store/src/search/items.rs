//! Messages, calls and notes, newest first.
//!
//! The index proposes rows in falling row-id order, which is falling time; each row's own text decides and is marked in
//! the same look. Nothing is sorted and nothing is counted, so the first page costs the same in a large store.

use std::ops::Range;

use anteroom_model::{ChannelKind, ConversationId, HasFilter, Phi, Query};
use rusqlite::{Connection, Row, params};
use uuid::Uuid;

use super::from::Writer;
use super::snippet::around;
use super::terms::Terms;
use super::{Found, FoundIn, FoundItem, ItemIs, marks};
use crate::{Position, Result, StoreError};

/// Rows looked at for one page. A search that finds little in much says how far it came and can be asked to go on.
const PATIENCE: usize = 20_000;
/// Letters of the longest beginning that the index keeps a list of (`prefix` in the schema). For more letters it would
/// join the lists of all words that begin so, before the first row: milliseconds for a common word.
const LISTED: usize = 3;
/// So a longer beginning first walks the list of its first letters and lets the text decide, as long as this share of
/// the rows is right. If fewer are, the word is rare enough for the index to join its lists.
const TRIAL: usize = 64;
const RIGHT: usize = 12;

/// The statements, one per source. The columns are the ones that [`look`] reads.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT i.pos, i.id, i.conversation, i.channel, i.kind, i.direction, i.body, i.transcript, i.file_names ",
            $rest
        )
    };
}
// CROSS JOIN keeps the order of the loops: the index first, which gives its rows newest first.
pub(super) const BY_INDEX: &str = select!(
    "FROM words CROSS JOIN item i ON i.pos = words.rowid
     WHERE words MATCH ?1 AND words.rowid >= ?2 AND words.rowid < ?3 ORDER BY words.rowid DESC"
);
pub(super) const BY_CONVERSATION: &str = select!(
    "FROM item i WHERE i.conversation = ?1 AND i.listed = 1 AND i.pos >= ?2 AND i.pos < ?3 ORDER BY i.pos DESC"
);
pub(super) const BY_TIME: &str =
    select!("FROM item i WHERE i.listed = 1 AND i.pos >= ?1 AND i.pos < ?2 ORDER BY i.pos DESC");

/// What an item must be, beside its words.
pub(super) struct Wanted<'q> {
    pub terms: &'q Terms,
    pub query: &'q Query,
    pub writer: Writer,
    /// From here on, up to but without there.
    pub range: Range<Position>,
}

/// Adds items to `found`, `limit` at most.
pub(super) fn search(db: &Connection, mut wanted: Wanted<'_>, limit: usize, found: &mut Found) -> Result<()> {
    let marks: Vec<&str> = wanted.query.has.iter().map(|has: &HasFilter| marks::of_filter(*has)).collect();
    let Range { start, end } = wanted.range;
    let mut page = Page { limit, left: PATIENCE, items: Vec::new(), last: None };
    match (wanted.writer.few_conversations(), wanted.terms.index_query(&marks, usize::MAX)) {
        // Not with marks: they are in the index only.
        (Some(rows), _) if marks.is_empty() => {
            for row in rows {
                page.merge(db, &mut wanted, row)?;
            }
        }
        (_, Some(query)) => {
            let long = wanted.terms.unfinished() > LISTED;
            let short = wanted.terms.index_query(&marks, LISTED).filter(|_| long);
            let stopped = match short {
                Some(short) => {
                    page.fill(db, &mut wanted, BY_INDEX, params![short.as_str(), start, end], true)?
                }
                None => Some(end),
            };
            if let Some(end) = stopped {
                page.fill(db, &mut wanted, BY_INDEX, params![query.as_str(), start, end], false)?;
            }
        }
        (_, None) => {
            page.fill(db, &mut wanted, BY_TIME, params![start, end], false)?;
        }
    }
    found.more = page.last;
    found.searched_to = match page.last {
        Some(last) => Some(last),
        None => oldest(db)?.map(|oldest| oldest.max(start)),
    };
    found.items = page.items;
    Ok(())
}

/// The oldest item there is.
fn oldest(db: &Connection) -> Result<Option<Position>> {
    Ok(db.prepare_cached("SELECT min(pos) FROM item")?.query_row([], |row| row.get(0))?)
}

/// A page in the making.
struct Page {
    limit: usize,
    left: usize,
    items: Vec<FoundItem>,
    /// The last place looked at, if there may be more behind it.
    last: Option<Position>,
}

impl Page {
    /// Looks at rows until the page is full. A trial ends when too few rows are right: then the place from which to go
    /// on is returned.
    fn fill(
        &mut self,
        db: &Connection,
        wanted: &mut Wanted<'_>,
        sql: &str,
        params: impl rusqlite::Params,
        trial: bool,
    ) -> Result<Option<Position>> {
        let mut statement = db.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let (mut looked, mut right) = (0, 0);
        while let Some(row) = rows.next()? {
            let position: Position = row.get(0)?;
            if self.left == 0 {
                // This row was not looked at, and `more` leaves out the place it names.
                self.last = Some(Position(position.0 + 1));
                break;
            }
            self.left -= 1;
            looked += 1;
            match look(db, row, wanted)? {
                Look::Found(item) => {
                    self.items.push(*item);
                    right += 1;
                }
                Look::Filtered => right += 1,
                Look::Wrong => {}
            }
            if self.items.len() == self.limit {
                self.last = Some(position);
                break;
            }
            if trial && looked % TRIAL == 0 && right * RIGHT < looked {
                return Ok(Some(position));
            }
        }
        Ok(None)
    }

    /// Adds a conversation's items and keeps the newest of all.
    fn merge(&mut self, db: &Connection, wanted: &mut Wanted<'_>, row: i64) -> Result<()> {
        let Range { start, end } = wanted.range;
        let mut part = Self { limit: self.limit, left: self.left, items: Vec::new(), last: None };
        part.fill(db, wanted, BY_CONVERSATION, params![row, start, end], false)?;
        self.left = part.left;
        self.items.append(&mut part.items);
        // Beyond where one conversation was cut off, the others' items would leave a hole.
        self.last = self.last.max(part.last);
        self.items.retain(|item| self.last.is_none_or(|last| item.position >= last));
        self.items.sort_unstable_by_key(|item| std::cmp::Reverse(item.position));
        if self.items.len() > self.limit {
            self.items.truncate(self.limit);
            self.last = self.items.last().map(|item| item.position);
        }
        Ok(())
    }
}

/// What a row is.
enum Look {
    Found(Box<FoundItem>),
    /// It has the words, but not the rest.
    Filtered,
    /// It does not have the words.
    Wrong,
}

/// Looks at one row: the text decides.
fn look(db: &Connection, row: &Row<'_>, wanted: &mut Wanted<'_>) -> Result<Look> {
    let text = |column: usize| row.get_ref(column)?.as_str().map_err(|_| StoreError::BadRow);
    let parts = [text(6)?, text(7)?, text(8)?];
    let Some(hits) = wanted.terms.find(parts) else { return Ok(Look::Wrong) };
    let channel = channel(row.get(3)?)?;
    let ours = row.get::<_, i64>(5)? != 0;
    let conversation: i64 = row.get(2)?;
    let on_channel = wanted.query.channels.is_empty() || wanted.query.channels.contains(&channel);
    if !on_channel || !wanted.writer.wrote(db, conversation, ours)? {
        return Ok(Look::Filtered);
    }
    let best = (0..3)
        .find(|&part| !hits[part].is_empty())
        .or_else(|| (0..3).find(|&part| !parts[part].is_empty()))
        .unwrap_or(0);
    let (id, name) = db
        .prepare_cached("SELECT id, name FROM conversation WHERE row = ?1")?
        .query_row([conversation], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Look::Found(Box::new(FoundItem {
        conversation: ConversationId::from_uuid(Uuid::from_bytes(id)),
        name: Phi::new(name),
        id: Uuid::from_bytes(row.get(1)?),
        position: row.get(0)?,
        is: match row.get::<_, i64>(4)? {
            0 => ItemIs::Message,
            1 => ItemIs::Call,
            2 => ItemIs::Note,
            _ => return Err(StoreError::BadRow),
        },
        place: [FoundIn::Words, FoundIn::Transcript, FoundIn::FileName][best],
        ours,
        snippet: around(parts[best], &hits[best]),
        channel,
    })))
}

pub(super) fn channel(code: i64) -> Result<ChannelKind> {
    usize::try_from(code).ok().and_then(|n| ChannelKind::ALL.get(n)).copied().ok_or(StoreError::BadRow)
}
