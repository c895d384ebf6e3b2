use rusqlite::{Connection, params};

use super::*;

/// A store's tables without its key: what is tested here does not depend on it.
fn tables() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    install(&connection).unwrap();
    connection.pragma_update(None, "trusted_schema", false).unwrap();
    connection.pragma_update(None, "secure_delete", true).unwrap();
    connection.execute_batch(include_str!("../schema/0001_front_desk.sql")).unwrap();
    connection
}
#[test]
fn schema_loads() { let _ = (tables(), params![]); }
