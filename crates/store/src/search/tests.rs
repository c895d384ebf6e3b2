use anteroom_model::{Phi, Query};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use rusqlite::{Connection, params};

use super::*;

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
        db.execute_batch(include_str!("../schema/0001_front_desk.sql")).unwrap();
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

#[test]
fn messages_come_newest_first_whatever_the_order_they_arrived_in() {
    let (mut desk, [leila, _, joerg, nobody]) = a_small_practice();
    desk.item("2026-03-02T09:00:00Z", leila, "the crown came off");
    desk.item("2026-03-01T09:00:00Z", joerg, "Krone? crown?");
    desk.item("2026-03-03T09:00:00Z", nobody, "Crowns, how much");
    assert_eq!(desk.texts("crown"), ["[Crowns], how much", "the [crown] came off", "Krone? [crown]?"]);
    assert_eq!(desk.texts("crown "), ["the [crown] came off", "Krone? [crown]?"]);
    assert_eq!(desk.texts("c h"), Vec::<String>::new());
    assert_eq!(desk.texts("much c"), ["[Crowns], how [much]"]);
}

#[test]
fn every_beginning_of_a_word_finds_it_as_it_is_typed() {
    let (mut desk, [leila, ..]) = a_small_practice();
    desk.item("2026-03-02T09:00:00Z", leila, "Wurzelbehandlung am Weißen Zahn, Łódź");
    for word in ["wurzelbehandlung", "weissen", "weißen", "łódź", "lodz"] {
        for end in 1..=word.chars().count() {
            let typed: String = word.chars().take(end).collect();
            // The ends of "weiß" and "weis" both fold to a beginning of "weissen".
            assert_eq!(desk.find(&typed).items.len(), 1, "{typed}");
        }
    }
}

#[test]
fn a_rare_word_is_found_among_many_that_begin_alike() {
    let (mut desk, [leila, ..]) = a_small_practice();
    for minute in 0..60 {
        for second in 0..10 {
            let word = if minute % 20 == 7 && second == 3 { "toonie" } else { "tooth" };
            desk.item(&format!("2026-03-02T09:{minute:02}:{second:02}Z"), leila, word);
        }
    }
    assert_eq!(desk.find("toon").items.len(), 3);
    assert_eq!(desk.find("tooni channel:whatsapp").items.len(), 3);
    assert_eq!(desk.find("toonx").items.len(), 0);
    let mut found = 0;
    let mut before = None;
    loop {
        let page = desk.page("toot", 100, before);
        found += page.items.len();
        before = page.more;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(found, 597);
}

#[test]
fn pages_follow_each_other_without_gap_or_repetition() {
    let (mut desk, [leila, ..]) = a_small_practice();
    for minute in 0..45 {
        desk.item(&format!("2026-03-02T09:{minute:02}:00Z"), leila, "tooth");
    }
    let mut before = None;
    let mut seen = Vec::new();
    loop {
        let page = desk.page("tooth", 10, before);
        assert_eq!(page.people.len(), 0);
        seen.extend(page.items.iter().map(|item| item.position));
        before = page.more;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 45);
    assert!(seen.is_sorted_by(|a, b| a > b));
}

#[test]
fn people_are_found_by_name_handle_and_any_four_digits_of_their_number() {
    let (desk, _) = a_small_practice();
    let people = |text: &str| -> Vec<String> {
        desk.find(text).people.iter().map(|person| shown(&person.name)).collect()
    };
    assert_eq!(people("lei"), ["[Leila] Haddad"]);
    assert_eq!(people("joerg"), Vec::<String>::new());
    assert_eq!(people("jorg weiss"), ["[Jörg] [Weiß]"]);
    assert_eq!(people("h"), ["Leila [Haddad]"]);
    for number in
        ["0142", "7009", "900142", "07700", "+44 7700 900", "00447700900142", "leila 0142", "4477 lei"]
    {
        assert_eq!(people(number).len(), 1, "{number}");
    }
    assert_eq!(people("leila 5678"), Vec::<String>::new());
    let leila = &desk.find("leila.h").people[0];
    assert_eq!(leila.channels.len(), 2);
    assert_eq!(leila.birth_date.as_ref().map(|date| date.reveal().to_string()), Some("1984-03-07".into()));
    assert!(leila.conversation.is_some());
}

#[test]
fn somebody_who_is_no_patient_is_found_as_a_conversation() {
    let (desk, _) = a_small_practice();
    let found = desk.find("44123");
    assert!(found.people.is_empty());
    assert_eq!(
        found.conversations.iter().map(|one| shown(&one.name)).collect::<Vec<_>>(),
        ["+383[44123]456"]
    );
}

#[test]
fn notes_transcripts_and_file_names_say_where_the_word_was() {
    let (mut desk, [leila, ..]) = a_small_practice();
    desk.full_item("2026-03-02T09:00:00Z", leila, 2, 1, "allergic to penicillin", "", "", 0);
    desk.full_item("2026-03-03T09:00:00Z", leila, 1, 0, "", "I need penicillin\nplease", "", 0);
    desk.full_item("2026-03-04T09:00:00Z", leila, 0, 0, "here", "", "Penicillin prescription.pdf", 8);
    let found: Vec<_> = desk
        .find("penicillin")
        .items
        .iter()
        .map(|item| (item.is, item.place, item.ours, shown(&item.snippet)))
        .collect();
    assert_eq!(
        found,
        [
            (ItemIs::Message, FoundIn::FileName, false, "[Penicillin] prescription.pdf".to_owned()),
            (ItemIs::Call, FoundIn::Transcript, false, "I need [penicillin] please".to_owned()),
            (ItemIs::Note, FoundIn::Words, true, "allergic to [penicillin]".to_owned()),
        ]
    );
}

#[test]
fn filters_narrow_by_writer_channel_kind_and_day() {
    let (mut desk, [leila, leila_too, joerg, _]) = a_small_practice();
    desk.item("2026-03-01T22:59:59Z", leila, "thanks one");
    desk.item("2026-03-01T23:00:00Z", leila_too, "thanks two https://example.org");
    desk.full_item("2026-03-02T12:00:00Z", joerg, 0, 0, "thanks three", "", "x.jpg", 1);
    desk.full_item("2026-03-03T12:00:00Z", leila, 0, 1, "thanks four", "", "", 0);
    desk.full_item("2026-03-04T12:00:00Z", joerg, 1, 0, "", "thanks five", "", 2);
    let names = |text: &str| -> Vec<String> {
        desk.texts(text).iter().map(|text| text.replace(['[', ']'], "").replace("thanks ", "")).collect()
    };
    assert_eq!(names("thanks from:leila"), ["two https://example.org", "one"]);
    assert_eq!(names("thanks from:us"), ["four"]);
    assert_eq!(names("thanks from:0142"), ["two https://example.org", "one"]);
    assert_eq!(names("from:haddad from:us"), ["four"]);
    assert_eq!(names("channel:sms"), ["five", "three"]);
    assert_eq!(names("tha channel:instagram"), ["two https://example.org"]);
    assert_eq!(names("has:photo"), ["three"]);
    assert_eq!(names("thanks has:file"), ["five", "three"]);
    assert_eq!(names("has:call"), ["five"]);
    assert_eq!(names("has:link from:leila"), ["two https://example.org"]);
    // Days begin in Berlin, where 23:00 UTC is the next day in March.
    assert_eq!(names("thanks before:2026-03-02"), ["one"]);
    assert_eq!(names("after:2026-03-03"), ["five", "four"]);
    assert_eq!(names("after:2026-03-02 before:2026-03-03"), ["three", "two https://example.org"]);
    assert_eq!(names("from:nobodyhere"), Vec::<String>::new());
}

#[test]
fn many_who_share_a_name_are_all_found() {
    let mut desk = Desk::new();
    for n in 0..120 {
        let row = desk.somebody(1, &format!("+4477009{n:05}"), &format!("Sam {n}"));
        desk.item(&format!("2026-03-02T09:00:{:02}Z", n % 60), row, "hello");
    }
    assert_eq!(desk.page("hello from:sam", 500, None).items.len(), 120);
    assert_eq!(desk.page("from:sam", 500, None).items.len(), 120);
    assert_eq!(desk.find("sam").conversations.len(), 8);
}

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

proptest! {
    #[test]
    fn nothing_typed_breaks_a_search(text in "\\PC{0,40}") {
        let desk = a_small_practice().0;
        let zone = TimeZone::UTC;
        prop_assert!(search(&desk.db, &Query::parse(&text), &zone, 50, None).is_ok());
    }

    #[test]
    fn operators_of_the_index_are_only_words(
        words in prop::collection::vec(
            prop::sample::select(vec!["\"", "*", "(", ")", "AND", "OR", "NOT", "NEAR(", "^", ":", "-", "{a b}:", "words:", "'", "\0", "a", "+", "é", "؟"]),
            1..8,
        ),
    ) {
        let (mut desk, [leila, ..]) = a_small_practice();
        desk.item("2026-03-02T09:00:00Z", leila, "a and or not near");
        let query = Query { words: words.iter().map(|word| Phi::from(*word)).collect(), last_is_prefix: true, ..Query::default() };
        prop_assert!(search(&desk.db, &query, &TimeZone::UTC, 50, None).is_ok());
    }

    /// The index and a look at every text agree.
    #[test]
    fn search_finds_what_reading_everything_finds(
        texts in prop::collection::vec("[abß éA]{1,3}( [abße]{1,4}){0,3}", 1..12),
        typed in "[abßé]{1,3}( [abß]{1,2})?",
    ) {
        let (mut desk, [leila, ..]) = a_small_practice();
        for text in &texts {
            desk.item("2026-03-02T09:00:00Z", leila, text);
        }
        let query = Query::parse(&typed);
        let terms = Terms::new(&query.words, query.last_is_prefix);
        let read: Vec<&String> = texts.iter().rev().filter(|text| terms.find([text.as_str()]).is_some()).collect();
        let found = desk.texts(&typed);
        let found: Vec<String> = found.iter().map(|text| text.replace(['[', ']'], "")).collect();
        prop_assert_eq!(found.iter().collect::<Vec<_>>(), read);
    }
}
