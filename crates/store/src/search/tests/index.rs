//! The index follows the tables, leaves nothing behind, and is asked well.

use super::*;
use crate::search::{items, people};

#[test]
fn a_word_that_changes_or_goes_is_no_longer_found_and_leaves_no_trace() {
    let (mut desk, [leila, ..]) = a_small_practice();
    let pos = desk.item("2026-03-02T09:00:00Z", leila, "zyxwvutsrq came off");
    let hidden = desk.item("2026-03-02T09:00:01Z", leila, "zyxwvutsrq twice");
    assert_eq!(desk.find("zyxwv").items.len(), 2);
    desk.db.execute("UPDATE item SET listed = 0 WHERE pos = ?1", [hidden]).unwrap();
    desk.db.execute("UPDATE item SET body = 'bridge' WHERE pos = ?1", [pos]).unwrap();
    assert!(desk.find("zyxwv").items.is_empty());
    assert_eq!(desk.texts("bri"), ["[bridge]"]);
    desk.db.execute("DELETE FROM item", []).unwrap();
    assert!(desk.find("bri").items.is_empty());
    desk.db.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)", []).unwrap();
    let kept: Vec<Vec<u8>> = desk
        .db
        .prepare("SELECT block FROM words_data")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    for block in kept {
        assert!(!block.windows(6).any(|bytes| bytes == b"vutsrq" || bytes == b"bridge"));
    }
}

#[test]
fn the_index_can_be_made_again_from_the_tables() {
    let (mut desk, [leila, ..]) = a_small_practice();
    desk.item("2026-03-02T09:00:00Z", leila, "Straße");
    desk.db
        .execute_batch(
            "INSERT INTO words (words) VALUES ('rebuild'); INSERT INTO names (names) VALUES ('rebuild');",
        )
        .unwrap();
    assert_eq!(desk.texts("strasse"), ["[Straße]"]);
    assert_eq!(desk.find("leila").people.len(), 1);
    desk.db.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)", []).unwrap();
    desk.db.execute("INSERT INTO names (names, rank) VALUES ('integrity-check', 1)", []).unwrap();
}

/// Reads the plan of every statement that search keeps prepared: nothing sorts, and only the item table by row id may
/// be read without a condition.
#[test]
fn no_search_sorts_or_scans() {
    let desk = a_small_practice().0;
    for sql in [
        items::BY_INDEX,
        items::BY_CONVERSATION,
        items::BY_TIME,
        people::BY_NAME,
        people::BY_NUMBER,
        people::OF_PATIENT,
    ] {
        let mut statement = desk.db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let count = statement.parameter_count();
        let plan: Vec<String> = statement
            .query_map(rusqlite::params_from_iter(vec!["1"; count]), |row| row.get(3))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        for step in &plan {
            assert!(!step.contains("TEMP B-TREE"), "{sql}: {plan:?}");
            assert!(!step.starts_with("SCAN") || step.contains("VIRTUAL TABLE"), "{sql}: {plan:?}");
        }
    }
}
