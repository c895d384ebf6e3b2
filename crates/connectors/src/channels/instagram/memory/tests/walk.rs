//! The walk through the list, and the mark up to which it was read.

use super::*;

#[test]
fn the_walk_goes_on_until_it_meets_what_was_read_before() {
    let mut memory = Memory::default();
    let after = |n: u32| Some(format!("page{n}"));
    assert!(memory.is_catching_up());
    assert!(memory.end_page(&[at(5_000), at(4_000)], after(1), at(5_001)));
    assert_eq!(memory.page_after(), Some("page1"));
    assert!(!memory.end_page(&[at(3_900), at(3_000)], None, at(5_002)));
    assert_eq!(memory.high, Some(at(5_000)));

    // Five minutes of overlap: 4,700 is the mark now.
    assert!(memory.end_page(&[at(6_000), at(4_800)], after(1), at(6_001)));
    assert_eq!(memory.high, Some(at(5_000)), "the mark waits for the end of the walk");
    assert!(!memory.end_page(&[at(4_790), at(4_600)], after(2), at(6_002)));
    assert_eq!(memory.high, Some(at(6_000)));
}

#[test]
fn activity_that_lies_in_the_future_hides_nothing_that_is_new() {
    let mut memory = Memory::default();
    let year = 365 * 24 * 3600;
    let after = || Some("page1".to_owned());
    assert!(memory.end_page(&[at(year), at(5_000)], after(), at(5_001)));
    assert!(!memory.end_page(&[at(4_000)], None, at(5_002)));
    assert_eq!(memory.high, Some(at(5_000)));
    // The next poll reads on while it meets what is new, however new the first row pretends to be.
    assert!(memory.end_page(&[at(year), at(6_000), at(5_900)], after(), at(6_001)));
    assert!(!memory.end_page(&[at(4_600)], None, at(6_002)));
    assert_eq!(memory.high, Some(at(6_000)));
    // An hour ahead is a clock that is not quite right.
    memory.end_page(&[at(6_100 + 3_600), at(0)], None, at(6_100));
    assert_eq!(memory.high, Some(at(9_700)));
}

#[test]
fn a_mark_in_the_future_that_an_older_version_took_is_forgotten() {
    let mut memory = Memory { high: Some(at(100_000)), ..Memory::default() };
    memory.pass = Some(Pass { newest: Some(at(200_000)), after: "a".into(), began: at(5_000), pages: 1 });
    let mut memory = read(&memory.write(), 5_001);
    assert!(memory.is_catching_up() && memory.high.is_none());
    assert!(!memory.end_page(&[at(4_000)], None, at(5_002)));
    assert_eq!(memory.high, Some(at(4_000)));
}

#[test]
fn a_walk_that_was_left_is_begun_again_and_one_that_turns_in_circles_ends() {
    let mut memory = Memory::default();
    memory.end_page(&[at(0)], Some("a".into()), at(0));
    let cursor = memory.write();
    assert_eq!(read(&cursor, 60).page_after(), Some("a"));
    assert_eq!(read(&cursor, 3_600).page_after(), None);
    assert_eq!(read(&cursor, -60).page_after(), None);
    assert!(!memory.end_page(&[at(0)], Some("a".into()), at(1)), "the same page again");
}
