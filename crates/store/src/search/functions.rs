//! The words of an item, and the SQL functions that the schema's search views and triggers call. Every connection needs
//! them, because the index follows changes by triggers: whoever changes or removes an item cannot forget its words.

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};

use super::fold::{fold, fold_into};
use super::marks;

/// Enters the words (`?2`) of a new item (`?1`). Not by trigger: a statement with a trigger has the index write down first
/// what it still has in memory, so that every message of a batch became a segment of its own.
pub(crate) const ADD_WORDS: &str = "INSERT INTO words (rowid, text) VALUES (?1, ?2)";

/// The folded words of an item, and its marks.
pub(crate) fn words_of(body: &str, transcript: &str, file_names: &str, kind: i64, files: i64) -> String {
    let mut words = String::with_capacity(body.len() + transcript.len() + file_names.len() + 16);
    for part in [body, transcript, file_names] {
        fold_into(part, &mut words);
    }
    marks::of_item(kind, files, body, &mut words);
    words
}

/// Makes `fold` and `search_words` known to a connection. To be called on every connection before any other statement
/// on the tables.
pub(crate) fn install(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        // The schema may call it although the schema is not trusted: it only turns text into text.
        | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function(c"fold", 1, flags, |context| Ok(fold(text(context, 0)?)))?;
    connection.create_scalar_function(c"search_words", 5, flags, |context| {
        let (body, transcript, names) = (text(context, 0)?, text(context, 1)?, text(context, 2)?);
        Ok(words_of(body, transcript, names, context.get(3)?, context.get(4)?))
    })
}

fn text<'a>(context: &'a Context<'_>, column: usize) -> rusqlite::Result<&'a str> {
    Ok(context.get_raw(column).as_str()?)
}
