use anteroom_model::{ChannelKind, Direction, Origin, RemoteIdentity, RemoteThread};

use super::*;

mod opening;
mod walk;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).expect("a time")
}

fn message(id: &str, second: i64, words: &str) -> Row {
    let handle = Phi::from("1600000000000001");
    let with = RemoteIdentity { handle, display_name: None, username: None };
    let content = if words.is_empty() {
        Content::Unsupported { raw_kind: "empty".into(), raw: None }
    } else {
        Content::Text { body: words.into() }
    };
    let message = InboundMessage {
        provider_id: id.into(),
        channel: ChannelKind::Instagram,
        thread: RemoteThread { id: Some("t".into()), with, ours: "clinic".into() },
        direction: Direction::Inbound,
        origin: Origin::Patient,
        at: at(second),
        content,
        attachments: vec![],
        reply_to: None,
        status: None,
        reactions: vec![],
    };
    Row { id: id.into(), at: at(second), message: Some(message), refused: false }
}

fn listed_only(id: &str, second: i64) -> Row {
    Row { id: id.into(), at: at(second), message: None, refused: false }
}

fn with_heart(mut row: Row, emoji: &str) -> Row {
    if let Some(message) = &mut row.message {
        let (by, emoji) = (Phi::from("1600000000000001"), Some(emoji.into()));
        message.reactions = vec![Reaction { target: row.id.clone(), by, emoji, at: None }];
    }
    row
}

/// Messages `from` to `to`, one a minute, newest first.
fn run(from: i64, to: i64) -> Vec<Row> {
    (from..=to).rev().map(|n| message(&format!("m{n}"), n * 60, &format!("words {n}"))).collect()
}

fn without(rows: Vec<Row>, ids: &[&str]) -> Vec<Row> {
    rows.into_iter().filter(|row| !ids.contains(&row.id.as_str())).collect()
}

fn compare(memory: &mut Memory, rows: Vec<Row>) -> News {
    compare_at(memory, 9_000, rows)
}

/// What a poll at `second` brings.
fn compare_at(memory: &mut Memory, second: i64, rows: Vec<Row>) -> News {
    let beyond = rows.len() >= HORIZON;
    memory.compare("t", at(9_000), rows, beyond, true, at(second))
}

fn ids(news: &News) -> Vec<&str> {
    news.messages.iter().map(|message| message.provider_id.as_str()).collect()
}

fn read(cursor: &Cursor, second: i64) -> Memory {
    Memory::read(Some(cursor), Marker::default(), at(second))
}

/// The same memory after a restart: everything goes through the cursor.
fn stored(memory: &Memory) -> Memory {
    let again = read(&memory.write(), 9_000);
    assert_eq!(*memory, again);
    again
}

#[test]
fn a_message_is_told_once() {
    let mut memory = Memory::default();
    assert_eq!(ids(&compare(&mut memory, run(1, 2))), ["m1", "m2"]);
    let mut memory = stored(&memory);
    assert_eq!(ids(&compare(&mut memory, run(1, 3))), ["m3"]);
    assert!(compare(&mut memory, run(1, 3)).messages.is_empty());
}

#[test]
fn another_text_under_a_known_id_is_an_edit() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 2));
    let news = compare(&mut memory, vec![message("m2", 120, "new words"), message("m1", 60, "words 1")]);
    assert_eq!(ids(&news), ["m2"]);
}

#[test]
fn marks_of_another_making_tell_what_is_in_sight_once_more_and_take_nothing_back() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 3));
    // What an older version wrote had plain hashes; what was written under an older token has other marks.
    let mut older: serde_json::Value = serde_json::from_str(&memory.write().0).expect("it is JSON");
    for seen in older["threads"]["t"]["seen"].as_array_mut().expect("a list") {
        seen["h"] = 0xcbf2_9ce4_8422_2325_u64.into();
    }
    let older = Cursor(older.to_string());
    let renewed = Memory::read(Some(&memory.write()), Marker::of(&"IGAArenewed".into()), at(9_000));
    for mut memory in [read(&older, 9_000), renewed] {
        let news = compare(&mut memory, run(1, 4));
        assert_eq!(ids(&news), ["m1", "m2", "m3", "m4"]);
        assert!(news.unsent.is_empty() && news.gap.is_none());
        assert!(compare(&mut memory, run(1, 4)).messages.is_empty(), "once");
    }
}

#[test]
fn a_cursor_gives_no_words_away_to_who_has_no_token() {
    let marked = |token: &str, words: &str| {
        let mut memory = Memory { marker: Marker::of(&token.into()), ..Memory::default() };
        compare(&mut memory, vec![message("m1", 60, words)]);
        memory.write().0
    };
    let cursor = marked("IGAAtoken", "Yes");
    assert!(!cursor.contains("Yes") && !cursor.contains("IGAAtoken"));
    assert_eq!(cursor, marked("IGAAtoken", "Yes"));
    assert_ne!(cursor, marked("IGAAguessed", "Yes"), "the right words alone do not make the same mark");
}

#[test]
fn a_message_that_no_longer_opens_or_says_nothing_changes_nothing() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 3));
    for n in 1..4 {
        let news = compare_at(
            &mut memory,
            9_000 + n * 600,
            vec![message("m3", 180, "words 3"), listed_only("m2", 120), message("m1", 60, "")],
        );
        assert!(news.messages.is_empty() && news.unsent.is_empty());
    }
    assert!(compare(&mut memory, run(1, 3)).messages.is_empty(), "and it is still the message it was");
}

#[test]
fn an_id_gone_from_the_middle_for_longer_than_a_list_is_late_is_an_unsend() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 5));
    let mut poll = |second| {
        memory = stored(&memory);
        compare_at(&mut memory, second, without(run(1, 5), &["m3"])).unsent
    };
    for second in [9_000, 9_001, 9_002, 9_299, 9_300] {
        assert!(poll(second).is_empty(), "the list may be late: {second}");
    }
    assert_eq!(poll(9_301), ["m3"]);
    assert!(poll(9_302).is_empty() && poll(9_900).is_empty(), "told once");
}

#[test]
fn hundreds_of_quick_polls_take_nothing_back() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 5));
    for _ in 0..300 {
        assert!(compare(&mut memory, without(run(1, 5), &["m3"])).unsent.is_empty());
    }
    assert!(compare(&mut memory, run(1, 5)).messages.is_empty(), "and it is still the message it was");
}

#[test]
fn an_id_missed_once_is_no_unsend_however_long_ago_it_was_listed() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 5));
    assert!(compare_at(&mut memory, 90_000, without(run(1, 5), &["m3"])).unsent.is_empty());
}

#[test]
fn a_miss_that_an_older_cursor_only_counted_begins_to_last_at_the_next_poll() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 5));
    compare(&mut memory, without(run(1, 5), &["m3"]));
    let mut older: serde_json::Value = serde_json::from_str(&memory.write().0).expect("it is JSON");
    let entries = older["threads"]["t"]["seen"].as_array_mut().expect("a list");
    let missed = entries.iter_mut().find(|seen| seen["id"] == "m3").and_then(|seen| seen.as_object_mut());
    let missed = missed.expect("it is remembered");
    missed.remove("s").expect("a time to leave out");
    missed.insert("m".into(), 1.into());
    let mut memory = read(&Cursor(older.to_string()), 10_000);
    assert!(compare_at(&mut memory, 10_000, without(run(1, 5), &["m3"])).unsent.is_empty());
    assert!(compare_at(&mut memory, 10_300, without(run(1, 5), &["m3"])).unsent.is_empty());
    assert_eq!(compare_at(&mut memory, 10_301, without(run(1, 5), &["m3"])).unsent, ["m3"]);
}

#[test]
fn by_a_clock_that_was_set_back_a_message_is_missing_since_then() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 5));
    for second in [9_000, 5_000, 5_300] {
        assert!(compare_at(&mut memory, second, without(run(1, 5), &["m3"])).unsent.is_empty(), "{second}");
    }
    assert_eq!(compare_at(&mut memory, 5_301, without(run(1, 5), &["m3"])).unsent, ["m3"]);
}

#[test]
fn a_message_that_comes_back_was_never_unsent() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 5));
    compare(&mut memory, without(run(1, 5), &["m5"]));
    compare(&mut memory, without(run(1, 5), &["m5"]));
    assert!(compare_at(&mut memory, 9_200, run(1, 5)).messages.is_empty());
    for second in [9_400, 9_401, 9_700] {
        let news = compare_at(&mut memory, second, without(run(1, 5), &["m5"]));
        assert!(news.unsent.is_empty(), "what was missed before is forgotten: {second}");
    }
    assert_eq!(
        compare_at(&mut memory, 9_701, without(run(1, 5), &["m5"])).unsent,
        ["m5"],
        "the newest can be unsent too"
    );
}

#[test]
fn a_message_that_is_listed_again_without_opening_was_never_unsent() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 2));
    compare(&mut memory, without(run(1, 2), &["m2"]));
    compare_at(&mut memory, 9_200, vec![listed_only("m2", 120), message("m1", 60, "words 1")]);
    for second in [9_400, 9_401, 9_700] {
        assert!(compare_at(&mut memory, second, without(run(1, 2), &["m2"])).unsent.is_empty(), "{second}");
    }
    assert_eq!(compare_at(&mut memory, 9_701, without(run(1, 2), &["m2"])).unsent, ["m2"]);
}

#[test]
fn messages_that_fall_behind_the_horizon_are_not_unsent() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 20));
    for newest in 21..60 {
        let news = compare_at(&mut memory, 9_000 + newest * 600, run(newest - 19, newest));
        assert!(news.unsent.is_empty() && news.gap.is_none(), "{newest}");
        assert_eq!(news.messages.len(), 1);
    }
}

#[test]
fn the_oldest_of_the_twenty_cannot_be_told_from_one_that_fell_behind() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 20));
    for n in 1..4 {
        assert!(compare_at(&mut memory, 9_000 + n * 600, run(2, 21)).unsent.is_empty());
    }
}

#[test]
fn the_oldest_of_a_short_conversation_is_missed_too() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 5));
    compare(&mut memory, run(2, 5));
    assert_eq!(compare_at(&mut memory, 9_600, run(2, 5)).unsent, ["m1"]);
}

#[test]
fn a_list_that_was_cut_short_takes_nothing_back() {
    let mut memory = Memory::default();
    memory.compare("t", at(9_000), run(1, 10), false, true, at(9_000));
    for n in 1..4 {
        let news = memory.compare("t", at(9_000), run(8, 10), true, true, at(9_000 + n * 600));
        assert!(news.unsent.is_empty());
    }
}

#[test]
fn an_empty_answer_proves_nothing() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 5));
    for n in 1..4 {
        assert!(compare_at(&mut memory, 9_000 + n * 600, vec![]).unsent.is_empty());
    }
    assert!(compare(&mut memory, run(1, 5)).messages.is_empty());
}

#[test]
fn more_than_twenty_new_messages_leave_a_gap() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 5));
    let news = compare(&mut memory, run(10, 29));
    assert_eq!(news.gap, Some(at(600)));
    assert!(news.unsent.is_empty());
    assert_eq!(news.messages.len(), 20);
}

#[test]
fn a_first_reading_tells_that_older_messages_exist() {
    assert_eq!(compare(&mut Memory::default(), run(1, 20)).gap, Some(at(60)));
    assert_eq!(compare(&mut Memory::default(), run(1, 5)).gap, None);
}

#[test]
fn a_forgotten_conversation_that_was_read_before_has_no_gap() {
    let mut memory = Memory { high: Some(at(3_600)), ..Memory::default() };
    assert_eq!(compare(&mut memory, run(41, 60)).gap, None, "its oldest row is before the mark");
    let mut memory = Memory { high: Some(at(600)), ..Memory::default() };
    assert_eq!(compare(&mut memory, run(41, 60)).gap, Some(at(41 * 60)));
}

#[test]
fn reactions_come_change_and_go() {
    let mut memory = Memory::default();
    compare(&mut memory, run(1, 1));
    let told = |news: News| -> Vec<Option<String>> {
        assert!(news.messages.is_empty());
        news.reactions.into_iter().map(|reaction| reaction.emoji.map(Phi::into_inner)).collect()
    };
    let heart = |emoji: &str| vec![with_heart(message("m1", 60, "words 1"), emoji)];
    assert_eq!(told(compare(&mut memory, heart("❤️"))), [Some("❤️".to_owned())]);
    assert!(told(compare(&mut memory, heart("❤️"))).is_empty());
    assert_eq!(told(compare(&mut memory, heart("👍"))), [Some("👍".to_owned())]);
    let mut stored = stored(&memory);
    let untold = stored.compare("t", at(0), run(1, 1), false, false, at(9_000));
    assert!(told(untold).is_empty(), "not told is not gone");
    assert_eq!(told(compare(&mut stored, run(1, 1))), [None]);
}

#[test]
fn a_cursor_that_cannot_be_read_starts_afresh() {
    let broken = Cursor("{\"threads\": 7}".into());
    assert_eq!(read(&broken, 0), Memory::default());
}

#[test]
fn the_cursor_stays_small_however_many_conversations_there_are() {
    let mut memory = Memory::default();
    for n in 0..500 {
        memory.compare(&format!("thread{n}"), at(n), run(1, 20), true, true, at(n));
    }
    memory.end_page(&[at(500), at(0)], None, at(500));
    assert_eq!(memory.threads.len(), REMEMBERED);
    assert!(memory.threads.contains_key("thread499") && !memory.threads.contains_key("thread0"));
    assert!(memory.write().0.len() < 150_000);
}
