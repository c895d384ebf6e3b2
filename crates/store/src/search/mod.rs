//! Search over all history: people by name, handle or any four digits of a number; messages, notes, transcripts and
//! file names by the beginnings of words; everything newest first.
//!
//! Holds: the index proposes and the text decides, so an index that knows too much shows nothing wrong, and phrases and
//! marks need no positions in the index (`detail=none`, a third of the size). The index is kept in the
//! transaction that adds, changes or removes the words. Nothing is sorted: row ids are times. Nothing typed reaches the index as an
//! operator, so there is no syntax to get wrong.
//! Refused: ranking by relevance (staff look for what was said last, and sorting hits costs a hundred times more);
//! infixes of words (a trigram index is larger than the text).
//! On a crash: nothing to recover; the index is part of the database. A change of the fold needs a schema step that
//! makes both indexes again (`INSERT INTO words (words) VALUES ('rebuild')`).

mod fold;
mod found;
mod from;
mod functions;
mod items;
mod marks;
mod patients;
mod people;
mod snippet;
mod terms;

use anteroom_model::Query;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rusqlite::Connection;

pub use fold::fold;
pub use found::{Found, FoundConversation, FoundIn, FoundItem, FoundPerson, ItemIs};
pub use snippet::Piece;

pub(crate) use fold::each_word;
pub(crate) use functions::{ADD_WORDS, install, words_of};

use crate::{Position, Result};
use from::Writer;
use items::Wanted;
use terms::Terms;

/// Finds what `query` asks for: people and conversations on the first page (`before` is `None`), and up to `limit`
/// items older than `before`. Days begin where the clinic is.
pub(crate) fn search(
    db: &Connection,
    query: &Query,
    zone: &TimeZone,
    limit: usize,
    before: Option<Position>,
) -> Result<Found> {
    let mut found = Found::default();
    let terms = Terms::new(&query.words, query.last_is_prefix);
    if query.is_empty() || terms.hopeless() || limit == 0 {
        return Ok(found);
    }
    let only_words =
        query.has.is_empty() && query.from.is_empty() && query.before.is_none() && query.after.is_none();
    if before.is_none() && only_words && !query.words.is_empty() {
        people::search(db, query, &mut found)?;
    }
    let first = |date: Option<Date>| {
        date.and_then(|date| date.to_zoned(zone.clone()).ok()).map(|day| Position::first_at(day.timestamp()))
    };
    let end = [before, first(query.before)].into_iter().flatten().min().unwrap_or(Position(i64::MAX));
    let range = first(query.after).unwrap_or(Position(0))..end;
    let wanted = Wanted { terms: &terms, query, writer: Writer::of(db, query)?, range };
    items::search(db, wanted, limit, &mut found)?;
    Ok(found)
}

#[cfg(test)]
mod tests;
