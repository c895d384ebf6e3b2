//! People, and filters.

use super::*;

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
