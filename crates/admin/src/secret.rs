//! Secrets from standard input or a file. Never from an argument: `ps` shows those to everybody.

use std::io::Read;
use std::path::Path;

use crate::exit::{Done, Exit, Failure};

/// Longest text that is read.
const MOST: u64 = 64 * 1024;

/// Reads a text without the line break at its end; `-` is standard input.
pub fn read(from: &Path) -> Done<String> {
    let unreadable = |_| {
        Failure::new(Exit::Usage, "unreadable", "The file with the text or secret cannot be read as text.")
    };
    let mut text = String::new();
    if from.as_os_str() == "-" {
        std::io::stdin().take(MOST).read_to_string(&mut text).map_err(unreadable)?;
    } else {
        std::fs::File::open(from)
            .map_err(unreadable)?
            .take(MOST)
            .read_to_string(&mut text)
            .map_err(unreadable)?;
    }
    let text = text.trim_end_matches(['\r', '\n']).to_owned();
    if text.is_empty() {
        Err(Failure::new(Exit::Usage, "empty", "The file or standard input is empty."))
    } else {
        Ok(text)
    }
}
