//! Entry points for `cargo fuzz`: one per parser, each takes bytes as they could come from outside and must return.
//! Open only with the feature `fuzzing`. The targets themselves are in `fuzz/` at the top of the repository.

use crate::channels::{instagram, twilio};

/// A page of Instagram conversations, or nonsense in its place.
pub fn instagram_page(bytes: &[u8]) {
    instagram::strange::page(bytes);
}

/// An Instagram error, receipt or person, or nonsense in its place.
pub fn instagram_answer(bytes: &[u8]) {
    instagram::strange::answer(bytes);
}

/// A stored Instagram cursor, perhaps damaged.
pub fn instagram_cursor(bytes: &[u8]) {
    instagram::strange::cursor(bytes);
}

/// Any of Twilio's lists, or nonsense in its place.
pub fn twilio_list(bytes: &[u8]) {
    twilio::strange::list(bytes);
}

/// Stored Twilio cursors, references and times, perhaps damaged.
pub fn twilio_stored(bytes: &[u8]) {
    twilio::strange::stored(&String::from_utf8_lossy(bytes));
}

/// The headers by which a provider asks for a pause.
pub fn pace_headers(bytes: &[u8]) {
    crate::transport::strange_headers(bytes);
}
