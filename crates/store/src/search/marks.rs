//! Marks in the index beside the words: "has a picture", "is a call". A filter then is one more word to intersect
//! with, instead of a look at every row that has the words.
//!
//! A mark begins with a character from the private use area, which no folded word contains. Only items that have
//! something are marked, so the index grows by those few.

use anteroom_model::{AttachmentKind, HasFilter};

const ANY_FILE: &str = "\u{E000}f";
const CALL: &str = "\u{E000}c";
const LINK: &str = "\u{E000}l";
/// By the number of the kind in `item.files`.
const KINDS: [&str; 5] = ["\u{E000}0", "\u{E000}1", "\u{E000}2", "\u{E000}3", "\u{E000}4"];
/// `item.kind` of a call.
const KIND_CALL: i64 = 1;

/// The mark that an item with this has.
pub(super) const fn of_filter(filter: HasFilter) -> &'static str {
    match filter {
        HasFilter::Attachment => ANY_FILE,
        HasFilter::Call => CALL,
        HasFilter::Link => LINK,
        HasFilter::Kind(kind) => {
            KINDS[match kind {
                AttachmentKind::Image => 0,
                AttachmentKind::Audio => 1,
                AttachmentKind::Video => 2,
                AttachmentKind::File => 3,
                AttachmentKind::Sticker => 4,
            }]
        }
    }
}

/// Adds the marks of an item: its kind, the bits of its files' kinds, and its words.
pub(super) fn of_item(kind: i64, files: i64, body: &str, words: &mut String) {
    let mut mark = |mark: &str| {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(mark);
    };
    if files != 0 {
        mark(ANY_FILE);
    }
    for (bit, name) in KINDS.into_iter().enumerate() {
        if files & (1 << bit) != 0 {
            mark(name);
        }
    }
    if kind == KIND_CALL {
        mark(CALL);
    }
    if has_link(body) {
        mark(LINK);
    }
}

fn has_link(body: &str) -> bool {
    let begins = |at: usize| at == 0 || !body.as_bytes()[at - 1].is_ascii_alphanumeric();
    ["http://", "https://", "www."]
        .into_iter()
        .any(|start| body.match_indices(start).any(|(at, _)| begins(at)) || starts_ignoring_case(body, start))
}

fn starts_ignoring_case(body: &str, start: &str) -> bool {
    body.split_whitespace()
        .any(|word| word.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}
