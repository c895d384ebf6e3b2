//! A small practice, and what can be found in it.

use anteroom_model::Query;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::{Connection, params};

use super::*;

mod hostile;
mod index;
mod items;
mod people;

/// A store's tables without its key: what is tested here does not depend on it.
struct Desk {
    db: Connection,
    next: i64,
}

impl Desk {
    fn new() -> Self {
        let db = Connection::open_in_memory().unwrap();
        install(&db).unwrap();
        db.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;").unwrap();
        db.execute_batch(include_str!("../../schema/0001_front_desk.sql")).unwrap();
        db.execute_batch(
            "INSERT INTO account (row, id, provider, remote_id, label, channels, own_addresses, state, connected_at)
             VALUES (1, zeroblob(16), 'twilio', 'AC1', '', '[]', '[]', 0, 0);",
        )
        .unwrap();
        Self { db, next: 0 }
    }

    fn id(&mut self) -> [u8; 16] {
        self.next += 1;
        (self.next as u128).to_be_bytes()
    }

    /// Somebody who writes on `channel`; returns the conversation's row, which is the identity's too.
    fn somebody(&mut self, channel: i64, handle: &str, name: &str) -> i64 {
        let id = self.id();
        self.db
            .execute(
                "INSERT INTO identity (id, account, channel, handle, display_name, seen_at) VALUES (?1, 1, ?2, ?3, ?4, 0)",
                params![id, channel, handle, name],
            )
            .unwrap();
        let row = self.db.last_insert_rowid();
        self.db
            .execute(
                "INSERT INTO conversation (row, id, account, channel, identity, own_address, created_at, name, last_pos)
                 VALUES (?1, ?2, 1, ?3, ?1, '', 0, iif(?4 = '', ?5, ?4), ?1)",
                params![row, id, channel, name, handle],
            )
            .unwrap();
        self.db
            .execute(
                "INSERT INTO name_entry (identity, words) VALUES (?1, ?2)",
                params![row, format!("{name} {handle}")],
            )
            .unwrap();
        let digits = anteroom_model::digits(handle);
        if channel != 0 {
            for start in 0..digits.len().saturating_sub(3) {
                self.db
                    .execute(
                        "INSERT INTO number_tail (tail, identity) VALUES (?1, ?2)",
                        params![&digits[start..], row],
                    )
                    .unwrap();
            }
        }
        row
    }

    fn patient(&mut self, name: &str, identities: &[i64]) -> i64 {
        let id = self.id();
        self.db
            .execute(
                "INSERT INTO patient (id, name, name_folded, desk_note, created_at, birth_date)
                 VALUES (?1, ?2, '', '', 0, '1984-03-07')",
                params![id, name],
            )
            .unwrap();
        let row = self.db.last_insert_rowid();
        self.db
            .execute("INSERT INTO name_entry (patient, words) VALUES (?1, ?2)", params![row, name])
            .unwrap();
        for identity in identities {
            self.db.execute("UPDATE identity SET patient = ?1 WHERE row = ?2", [row, *identity]).unwrap();
        }
        row
    }

    fn item(&mut self, at: &str, conversation: i64, body: &str) -> Position {
        self.full_item(at, conversation, 0, 0, body, "", "", 0)
    }

    #[expect(clippy::too_many_arguments, reason = "a row of a table, spelt out")]
    fn full_item(
        &mut self,
        at: &str,
        conversation: i64,
        kind: i64,
        direction: i64,
        body: &str,
        transcript: &str,
        file_names: &str,
        files: i64,
    ) -> Position {
        let id = self.id();
        let mut pos = Position::first_at(at.parse::<Timestamp>().unwrap());
        pos.0 += self.next;
        self.db
            .execute(
                "INSERT INTO item (pos, id, conversation, channel, kind, listed, direction, origin, role, turn,
                                   content_kind, body, transcript, file_names, files, received_at)
                 SELECT ?1, ?2, ?3, channel, ?4, 1, ?5, 0, 0, ?1, 0, ?6, ?7, ?8, ?9, 0 FROM conversation WHERE row = ?3",
                params![pos, id, conversation, kind, direction, body, transcript, file_names, files],
            )
            .unwrap();
        let words = words_of(body, transcript, file_names, kind, files);
        self.db.execute(ADD_WORDS, params![pos, words]).unwrap();
        pos
    }

    fn find(&self, text: &str) -> Found {
        self.page(text, 50, None)
    }

    fn page(&self, text: &str, limit: usize, before: Option<Position>) -> Found {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        search(&self.db, &Query::parse(text), &zone, limit, before).unwrap()
    }

    /// The snippets found, hits in brackets.
    fn texts(&self, text: &str) -> Vec<String> {
        self.find(text).items.iter().map(|item| shown(&item.snippet)).collect()
    }
}

fn shown(pieces: &[Piece]) -> String {
    let show = |piece: &Piece| {
        let text: &String = piece.text.reveal();
        if piece.hit { format!("[{text}]") } else { text.clone() }
    };
    pieces.iter().map(show).collect()
}

/// Two patients, one of them on two channels, and somebody unknown.
fn a_small_practice() -> (Desk, [i64; 4]) {
    let mut desk = Desk::new();
    let leila = desk.somebody(1, "+447700900142", "Leila");
    let leila_too = desk.somebody(0, "17841400001", "leila.h");
    let joerg = desk.somebody(2, "+4915112345678", "Jörg Weiß");
    let nobody = desk.somebody(2, "+38344123456", "");
    desk.patient("Leila Haddad", &[leila, leila_too]);
    desk.patient("Jörg Weiß", &[joerg]);
    (desk, [leila, leila_too, joerg, nobody])
}
