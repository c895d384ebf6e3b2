use std::collections::BTreeMap;

use anteroom_model::{
    AttachmentKind, CallDirection, CallOutcome, CallRecord, ChannelKind, Recording, RecordingSource,
    RemoteAttachment, RemoteThread,
};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::*;
use crate::fixture::{Clinic, conversation, minutes, nine, somebody};
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
    assert!(db.execute("INSERT INTO tally VALUES (1, 0, 'phone', 0)", []).is_err());
}

/// Makes the file one of version 1: everything that is there goes, the first step is taken, and the rows come back in the
/// columns that version 1 has. What the rows of later columns were is lost with them.
fn back_to_1(db: &Connection) -> Result<()> {
    let kept = rows_of(db)?;
    db.execute_batch("PRAGMA foreign_keys = OFF")?;
    let mut ask = db.prepare(
        "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')
         UNION ALL SELECT 'table', name FROM pragma_table_list
         WHERE schema = 'main' AND type IN ('virtual', 'table') AND name NOT LIKE 'sqlite_%'",
    )?;
    let all: Vec<(String, String)> =
        ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for (kind, name) in all {
        db.execute_batch(&format!("DROP {kind} \"{name}\""))?;
    }
    db.execute_batch(STEPS[0])?;
    for (table, rows) in kept {
        db.execute_batch(&format!("DELETE FROM {table}"))?;
        for row in rows {
            let blanks = vec!["?"; row.len()].join(", ");
            let columns = columns_of_1(&table)?;
            db.execute(&format!("INSERT INTO {table} ({columns}) VALUES ({blanks})"), params_from_iter(row))?;
        }
    }
    db.execute_batch(
        "INSERT INTO words (words) VALUES ('rebuild'); PRAGMA foreign_keys = ON; PRAGMA user_version = 1;",
    )?;
    Ok(())
}

/// The columns of a table in version 1, as a list for a statement.
fn columns_of_1(table: &str) -> Result<String> {
    let mut first = plain();
    migrate_with(&mut first, &STEPS[..1])?;
    let mut ask = first.prepare("SELECT '\"' || name || '\"' FROM pragma_table_info(?1) ORDER BY cid")?;
    let columns: Vec<String> = ask.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(columns.join(", "))
}

/// Every row of every table of ours, in the columns that version 1 has.
fn rows_of(db: &Connection) -> Result<BTreeMap<String, Vec<Vec<Value>>>> {
    let mut first = plain();
    migrate_with(&mut first, &STEPS[..1])?;
    let mut ask = first.prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 1 ORDER BY name",
    )?;
    let tables: Vec<String> = ask.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut rows = BTreeMap::new();
    for table in tables {
        let list = columns_of_1(&table)?;
        let mut ask = db.prepare(&format!("SELECT {list} FROM {table} ORDER BY {list}"))?;
        let read = ask.query_map([], |row| (0..row.as_ref().column_count()).map(|n| row.get(n)).collect())?;
        rows.insert(table, read.collect::<rusqlite::Result<_>>()?);
    }
    Ok(rows)
}

/// An Instagram conversation with a message, a reply in the outbox and an echo, and a voicemail that was deleted at
/// the provider.
fn a_working_day(clinic: &Clinic) {
    let account = clinic.account;
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    clinic.ana_sends(mara, "p1", "Yes, at ten.");
    clinic.answered_elsewhere(mara, "m2", nine() + minutes(1), "See you then");
    let ring = clinic.write(move |tx| conversation(tx, account, ChannelKind::Phone, "+447700900177"));
    let call = CallRecord {
        provider_id: "CA1".into(),
        thread: RemoteThread { id: None, with: somebody("+447700900177"), ours: "+442079460100".into() },
        direction: CallDirection::Inbound,
        outcome: CallOutcome::Missed,
        started_at: nine(),
        talk_seconds: 0,
        ring_seconds: Some(20),
    };
    clinic.write(move |tx| tx.upsert_call(account, ring, &call));
    let audio = RemoteAttachment {
        kind: AttachmentKind::Audio,
        mime: Some("audio/mpeg".into()),
        file_name: None,
        size: None,
        reference: "RE1".into(),
        available_until: None,
    };
    let voicemail = Recording {
        provider_id: "RE1".into(),
        call: "CA1".into(),
        source: RecordingSource::Voicemail,
        seconds: 9,
        at: nine(),
        audio: Some(audio),
    };
    let sound = clinic.write(move |tx| tx.upsert_recording(account, &voicemail)).unwrap();
    clinic.write(move |tx| tx.recording_deleted_there(sound));
    let ana = clinic.ana;
    clinic.write(move |tx| tx.audit("recording_deleted_there", Some(ana), Some(sound.uuid()), ""));
}

#[test]
fn a_file_of_version_1_keeps_everything_and_says_nothing_new() {
    let clinic = Clinic::new();
    a_working_day(&clinic);
    let (schema, before) = clinic
        .store
        .on_writer(|writer| {
            back_to_1(&writer.db)?;
            Ok((schema_of(&writer.db), rows_of(&writer.db)?))
        })
        .unwrap();
    let mut first = plain();
    migrate_with(&mut first, &STEPS[..1]).unwrap();
    assert_eq!(schema, schema_of(&first), "the file is one of version 1");
    assert!(
        ["account", "item", "outbox", "recording", "audit"].iter().all(|table| !before[*table].is_empty())
    );
    clinic.store.close().unwrap();

    let opened = clinic.reopen().unwrap();
    assert_eq!(opened.rolled_back, None);
    let (version, schema, after) = opened
        .store
        .on_writer(|writer| Ok((version(&writer.db)?, schema_of(&writer.db), rows_of(&writer.db)?)))
        .unwrap();
    let mut fresh = plain();
    migrate(&mut fresh).unwrap();
    assert_eq!((version, schema), (KNOWN, schema_of(&fresh)));
    assert_eq!(after, before);
    let (account, call) = opened
        .store
        .read(|tx| Ok((tx.account(clinic.account)?, tx.call_by_provider(clinic.account, "CA1")?)))
        .unwrap();
    let account = account.unwrap();
    assert!(!account.human_agent, "nobody has said so");
    assert!(account.grants.is_empty(), "nobody kept them");
    let recording = call.unwrap().recordings.remove(0);
    assert_eq!((recording.deleted_there, recording.deleted_there_at), (true, None));
    let checked = opened.store.check().unwrap();
    assert_eq!((checked.bad_pages, checked.complaints, checked.audit_breaks_at), (0, 0, None));
}
