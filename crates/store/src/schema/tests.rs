use rusqlite::Connection;

use super::*;
use crate::search;

fn plain() -> Connection {
    let db = Connection::open_in_memory().unwrap();
    search::install(&db).unwrap();
    db
}

/// Everything that a schema says, in a fixed order.
fn schema_of(db: &Connection) -> Vec<String> {
    let mut ask = db.prepare("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY type, name").unwrap();
    ask.query_map([], |row| row.get(0)).unwrap().map(|row| row.unwrap()).collect()
}

#[test]
fn a_step_and_its_number_are_one_transaction() {
    let mut db = plain();
    let broken =
        ["CREATE TABLE a (x INTEGER) STRICT;", "CREATE TABLE b (x INTEGER) STRICT; SELECT nothing();"];
    assert!(migrate_with(&mut db, &broken).is_err());
    assert_eq!(version(&db), Ok(1));
    let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
    assert_eq!(tables, 1, "nothing of the broken step is left");
}

#[test]
fn steps_are_taken_once_and_from_where_the_file_stands() {
    let mut stepwise = plain();
    for n in 1..=STEPS.len() {
        migrate_with(&mut stepwise, &STEPS[..n]).unwrap();
        migrate_with(&mut stepwise, &STEPS[..n]).unwrap();
        assert_eq!(version(&stepwise), Ok(n as u32));
    }
    let mut fresh = plain();
    migrate(&mut fresh).unwrap();
    assert_eq!(version(&fresh), Ok(KNOWN));
    assert_eq!(schema_of(&stepwise), schema_of(&fresh));
}

#[test]
fn every_table_is_strict() {
    let mut db = plain();
    migrate(&mut db).unwrap();
    let mut ask = db.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'").unwrap();
    let loose: Vec<String> = ask.query_map([], |row| row.get(0)).unwrap().map(|row| row.unwrap()).collect();
    assert!(loose.is_empty(), "{loose:?}");
    // Numbers are the file format: a word where a number belongs is refused.
    assert!(db.execute("INSERT INTO inbox_count VALUES ('phone', 0, 0, 0)", []).is_err());
}
