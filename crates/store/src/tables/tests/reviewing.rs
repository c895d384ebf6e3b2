//! What there is to look through, and what was.

use anteroom_model::{ChannelKind, Day, WallTime};
use jiff::SignedDuration;
use jiff::tz::TimeZone;

use super::figures::{count_all, rules};
use crate::fixture::{Clinic, minutes, nine};
use crate::{FoundBy, ItemRow, Position, ReviewWhy};

const EVER: std::ops::RangeInclusive<Day> = Day(0)..=Day(40_000);

fn half_an_hour(_: ChannelKind) -> Option<SignedDuration> {
    Some(minutes(30))
}

#[test]
fn what_was_looked_through_goes_and_what_comes_later_returns() {
    let clinic = Clinic::new();
    let (mara, ana) = (clinic.with("9001"), clinic.ana);
    clinic.clock.advance(minutes(180));
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    clinic.answered_elsewhere(mara, "m2", nine() + minutes(40), "Yes");
    count_all(&clinic.store, &rules());
    let late = || clinic.read(|tx| tx.review_late(&EVER, half_an_hour, 10));
    let found = late();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].by, FoundBy::Late(minutes(40)));
    let place = found[0].place;
    let id = clinic.write(move |tx| tx.review(mara, place, ReviewWhy::Late, ana));
    assert!(late().is_empty());
    let history = clinic.read(|tx| tx.reviews(10));
    assert_eq!((history.len(), history[0].conversation, history[0].by), (1, mara, ana));
    // The next late answer asks to be looked at again.
    clinic.patient_writes(mara, "m3", nine() + minutes(60), "And Monday?");
    clinic.answered_elsewhere(mara, "m4", nine() + minutes(120), "Yes");
    count_all(&clinic.store, &rules());
    assert_eq!(late().len(), 1);
    clinic.write(move |tx| tx.unreview(id));
    assert_eq!(late().len(), 2, "taken back");
    assert!(clinic.read(|tx| tx.reviews(10)).is_empty());
}

#[test]
fn words_are_whole_words_of_patients_in_any_spelling() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "I am very DISAPPOINTED with this.");
    clinic.patient_writes(mara, "m2", nine() + minutes(1), "Disappointedly yours");
    clinic.patient_writes(mara, "m3", nine() + minutes(2), "Ich möchte mich beschweren");
    clinic.patient_writes(mara, "m4", nine() + minutes(3), "not really happy");
    clinic.answered_elsewhere(mara, "m5", nine() + minutes(4), "We are disappointed too");
    let words = ["disappointed", "beschwéren", "not happy"].map(str::to_owned);
    let found = clinic.read(|tx| tx.review_words(&words, Position(0), 10));
    let by: Vec<_> = found.into_iter().map(|one| one.by).collect();
    assert_eq!(by, [FoundBy::Word("beschwéren".into()), FoundBy::Word("disappointed".into())]);
    let from = Position::first_at(nine() + minutes(1));
    assert_eq!(clinic.read(|tx| tx.review_words(&words, from, 10)).len(), 1, "older ones are left alone");
}

#[test]
fn a_word_that_staff_write_every_day_hides_no_complaint() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m", nine(), "I want a refund!");
    for n in 1..=120 {
        clinic.answered_elsewhere(mara, &format!("r{n}"), nine() + minutes(n), "The refund is on its way");
    }
    let found = clinic.read(|tx| tx.review_words(&["refund".to_owned()], Position(0), 10));
    assert_eq!(found.iter().map(|one| &one.by).collect::<Vec<_>>(), [&FoundBy::Word("refund".into())]);
}

#[test]
fn who_still_waits_comes_longest_first_until_it_was_looked_through() {
    let clinic = Clinic::new();
    let (mara, tom) = (clinic.with("9001"), clinic.with("9002"));
    clinic.patient_writes(tom, "t1", nine() + minutes(10), "Hello?");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    clinic.clock.advance(minutes(180));
    let now = nine() + minutes(60);
    let late = |goal| {
        let too_long =
            move |_, since| Some(now.duration_since(since)).filter(|waited| *waited > minutes(goal));
        clinic.read(move |tx| tx.review_waiting(too_long, 10))
    };
    let found = late(30);
    let by: Vec<_> = found.iter().map(|one| (one.conversation, one.by.clone())).collect();
    assert_eq!(by, [(mara, FoundBy::Waits(minutes(60))), (tom, FoundBy::Waits(minutes(50)))]);
    assert_eq!(late(55).len(), 1, "the other one waits within the goal");
    let (place, ana) = (found[0].place, clinic.ana);
    clinic.write(move |tx| tx.review(mara, place, ReviewWhy::Late, ana));
    assert_eq!(late(30).len(), 1);
    clinic.answered_elsewhere(tom, "t2", nine() + minutes(61), "Yes");
    assert!(late(30).is_empty());
}

#[test]
fn the_lot_is_the_same_whenever_it_is_drawn() {
    let clinic = Clinic::new();
    for n in 0..12 {
        let handle: &'static str = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"][n];
        let somebody = clinic.with(handle);
        let sent = clinic.ana_sends(somebody, handle, "Yes");
        let lease = nine() + minutes(1);
        clinic.write(move |tx| {
            tx.claim(sent.outbox, lease)?;
            tx.settle_accepted(sent.outbox, handle)
        });
    }
    count_all(&clinic.store, &rules());
    let today = WallTime::of(&TimeZone::UTC, nine()).day;
    let draw = |salt: &'static [u8]| {
        let drawn = clinic.read(|tx| tx.review_sample(&(today..=today), Position(i64::MAX), 3, salt));
        drawn.into_iter().map(|one| one.conversation).collect::<Vec<_>>()
    };
    let first = draw(b"a");
    assert_eq!(first.len(), 3);
    assert_eq!(first, draw(b"a"));
    assert_ne!(first, draw(b"b"), "another clinic draws others");
}

#[test]
fn a_comment_is_a_note_that_says_where_it_comes_from() {
    let clinic = Clinic::new();
    let (mara, ana) = (clinic.with("9001"), clinic.ana);
    clinic.write(move |tx| tx.add_note(mara, ana, &"Called back".into()));
    clinic.write(move |tx| tx.add_review_note(mara, ana, &"@Ana Reis Please ring sooner".into()));
    let notes: Vec<_> = clinic
        .read(|tx| tx.timeline(mara, None, 10))
        .items
        .into_iter()
        .filter_map(|item| match item {
            ItemRow::Note(note) => Some((note.of_review, note.mentions.len())),
            _ => None,
        })
        .collect();
    assert_eq!(notes, [(false, 0), (true, 1)]);
}
