//! Messages, notes, transcripts and files.

use super::*;

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
