//! The SQL functions that the schema's search views and triggers call. Every connection needs them, because the index
//! is kept by triggers: whoever writes an item cannot forget its words.

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};

use super::fold::{fold, fold_into};
use super::marks;

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
        let mut words = String::with_capacity(body.len() + transcript.len() + names.len() + 16);
        for part in [body, transcript, names] {
            fold_into(part, &mut words);
        }
        marks::of_item(context.get(3)?, context.get(4)?, body, &mut words);
        Ok(words)
    })
}

fn text<'a>(context: &'a Context<'_>, column: usize) -> rusqlite::Result<&'a str> {
    Ok(context.get_raw(column).as_str()?)
}
