//! Printing: lines for people, one JSON value for scripts.

use serde::Serialize;

use crate::exit::{Done, Exit, Failure};
use crate::options::Options;

/// Prints a result: as JSON if asked, otherwise through `lines`.
pub fn result<T: Serialize>(options: &Options, value: &T, lines: impl FnOnce(&T) -> Vec<String>) -> Done {
    if options.json {
        let text = serde_json::to_string(value)
            .map_err(|_| Failure::new(Exit::Unexpected, "json", "The result cannot be written as JSON."))?;
        println!("{text}");
    } else {
        lines(value).iter().for_each(|line| println!("{line}"));
    }
    Ok(())
}

/// Prints a failure. For scripts the result that was printed before stands alone; the exit code says the rest.
pub fn failure(options: &Options, failure: &Failure) {
    if options.json && failure.has_result {
        return;
    }
    if options.json {
        println!(
            "{}",
            serde_json::json!({ "error": failure.code, "exit": failure.exit as u8, "message": failure.sentence })
        );
    } else {
        eprintln!("{}", failure.sentence);
    }
}
