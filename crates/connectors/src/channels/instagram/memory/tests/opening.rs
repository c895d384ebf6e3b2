//! Messages in which there is nothing yet, and messages that are refused.

use super::*;

#[test]
fn a_message_that_was_empty_at_first_is_told_again_when_it_is_complete() {
    let mut memory = Memory::default();
    compare(&mut memory, vec![message("m1", 60, "")]);
    assert_eq!(ids(&compare(&mut memory, vec![message("m1", 60, "here it is")])), ["m1"]);
}

fn media(id: &str, second: i64) -> Row {
    let mut row = message(id, second, "photo");
    if let Some(message) = &mut row.message {
        message.content = Content::Media { caption: None };
    }
    row
}

fn unsupported(id: &str, second: i64, kind: &str) -> Row {
    let mut row = message(id, second, "");
    if let Some(message) = &mut row.message {
        message.content = Content::Unsupported { raw_kind: kind.into(), raw: None };
    }
    row
}

fn refused(id: &str, second: i64) -> Row {
    Row { refused: true, ..unsupported(id, second, "refused") }
}

#[test]
fn whatever_could_not_be_shown_is_told_again_once_it_can_be() {
    for kind in ["empty", "attachment", "is_unsupported", "hologram"] {
        let mut memory = Memory::default();
        compare(&mut memory, vec![unsupported("m1", 60, kind)]);
        let mut memory = stored(&memory);
        assert!(compare(&mut memory, vec![unsupported("m1", 60, kind)]).messages.is_empty(), "{kind}");
        let news = compare(&mut memory, vec![media("m1", 60)]);
        assert_eq!(ids(&news), ["m1"], "{kind}");
        assert!(compare(&mut memory, vec![media("m1", 60)]).messages.is_empty(), "{kind}: once");
        assert!(
            compare(&mut memory, vec![unsupported("m1", 60, kind)]).messages.is_empty(),
            "{kind}: and stays"
        );
    }
}

#[test]
fn a_refused_message_is_told_as_such_once_and_replaces_nothing() {
    let mut memory = Memory::default();
    let news = compare(&mut memory, vec![refused("m2", 120), message("m1", 60, "words 1")]);
    assert_eq!(ids(&news), ["m1", "m2"]);
    assert!(compare(&mut memory, vec![refused("m2", 120), refused("m1", 60)]).messages.is_empty());
    let mut memory = stored(&memory);
    assert_eq!(ids(&compare(&mut memory, run(1, 2))), ["m2"], "it opens at last");
    assert!(compare(&mut memory, run(1, 2)).messages.is_empty());
}

#[test]
fn a_message_with_nothing_in_it_is_asked_for_again_now_and_then_and_not_for_ever() {
    let mut memory = Memory::default();
    compare_at(&mut memory, 100, vec![refused("m2", 60), message("m1", 0, "words 1")]);
    let asks = |memory: &Memory, second| {
        assert!(memory.knows("t", "m1", at(second)));
        let again = !memory.knows("t", "m2", at(second));
        assert_eq!(again, memory.may_have_news("t", Some(at(9_000)), at(second)), "{second}");
        again
    };
    assert!(!asks(&memory, 100) && !asks(&memory, 399));
    assert!(asks(&memory, 400));
    // Not listed as opened this time: the next question comes later all the same.
    compare_at(&mut memory, 400, vec![listed_only("m2", 60), listed_only("m1", 0)]);
    assert!(!asks(&memory, 699) && asks(&memory, 700));
    assert!(asks(&memory, 50), "a clock that was set back");
    assert!(asks(&memory, 48 * 3600) && !asks(&memory, 48 * 3600 + 60));
    compare_at(&mut memory, 700, vec![message("m2", 60, "here it is"), listed_only("m1", 0)]);
    assert!(!asks(&memory, 9_000));
}
