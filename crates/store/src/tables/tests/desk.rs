//! Several people at one desk.

use anteroom_model::{ConversationId, StaffId};

use crate::fixture::{Clinic, minutes, nine};
use crate::{DraftWords, ItemRow, StaffWords, StoreError};

fn comes(clinic: &Clinic, name: &str) -> StaffId {
    let words = StaffWords { name: name.into(), initials: crate::initials(name), colour: 3 };
    clinic.write(move |tx| tx.add_staff(&words))
}

fn types(clinic: &Clinic, who: StaffId, to: ConversationId, reply: &'static str, note: &'static str) {
    let words = DraftWords { reply: reply.into(), note: note.into(), ..DraftWords::default() };
    clinic.write(move |tx| tx.save_draft(to, who, &words));
}

fn notes(clinic: &Clinic, by: StaffId, to: ConversationId, text: &'static str) {
    clinic.clock.advance(minutes(1));
    clinic.write(move |tx| tx.add_note(to, by, &text.into()));
}

#[test]
fn who_leaves_stays_the_author_and_comes_back_as_the_same_person() {
    let clinic = Clinic::new();
    let tom = comes(&clinic, "Tom Beckett");
    let mara = clinic.with("9001");
    notes(&clinic, tom, mara, "rang, nobody there");
    clinic.write(move |tx| tx.set_staff_left(tom, true));
    let row = clinic.read(|tx| tx.staff_by_id(tom)).unwrap();
    assert_eq!((row.initials.as_str(), row.colour, row.left_at), ("TB", 3, Some(nine() + minutes(1))));
    let timeline = clinic.read(|tx| tx.timeline(mara, None, 5));
    assert!(matches!(&timeline.items[0], ItemRow::Note(note) if note.by == tom));
    clinic.write(move |tx| tx.set_staff_left(tom, false));
    assert_eq!(clinic.read(|tx| tx.staff_by_id(tom)).unwrap().left_at, None);
    let nobody = StaffId::at(nine(), [9; 10]);
    let gone = clinic.store.write_blocking(move |tx| tx.set_staff_left(nobody, true));
    assert_eq!(gone, Err(StoreError::NotFound));
}

#[test]
fn each_person_has_a_draft_and_sees_that_the_other_began_one() {
    let clinic = Clinic::new();
    let (ana, tom) = (clinic.ana, comes(&clinic, "Tom Beckett"));
    let mara = clinic.with("9001");
    types(&clinic, ana, mara, "", "only a note for us");
    assert_eq!(clinic.read(|tx| tx.others_on(mara, tom)), [], "a note is no answer");
    clinic.clock.advance(minutes(12));
    types(&clinic, ana, mara, "Yes, Fri", "only a note for us");
    clinic.clock.advance(minutes(2));
    types(&clinic, ana, mara, "Yes, Friday", "only a note for us");
    let others = clinic.read(|tx| tx.others_on(mara, tom));
    assert_eq!(others.len(), 1);
    assert_eq!(others[0].writing, Some((nine() + minutes(12), nine() + minutes(14))), "since the first word");
    assert_eq!(clinic.read(|tx| tx.draft(mara, tom)).words, DraftWords::default());
    assert_eq!(clinic.read(|tx| tx.others_on(mara, ana)), [], "nobody is told about oneself");
    types(&clinic, ana, mara, "", "");
    assert_eq!(clinic.read(|tx| tx.others_on(mara, tom)), []);
}

#[test]
fn a_look_is_known_to_the_others_and_written_once_a_minute() {
    let clinic = Clinic::new();
    let (ana, tom) = (clinic.ana, comes(&clinic, "Tom Beckett"));
    let mara = clinic.with("9001");
    assert!(clinic.read(|tx| tx.looks_anew(mara, ana)));
    clinic.write(move |tx| tx.look(mara, ana));
    assert!(!clinic.read(|tx| tx.looks_anew(mara, ana)));
    assert!(clinic.read(|tx| tx.looks_anew(mara, tom)));
    assert_eq!(clinic.read(|tx| tx.others_on(mara, tom))[0].looked_at, Some(nine()));
    clinic.clock.advance(minutes(1));
    assert!(clinic.read(|tx| tx.looks_anew(mara, ana)));
    clinic.clock.advance(minutes(-30));
    assert!(clinic.read(|tx| tx.looks_anew(mara, ana)), "the clock was set back");
}

#[test]
fn a_conversation_is_in_the_list_of_whoever_is_named_until_they_open_it() {
    let clinic = Clinic::new();
    let (ana, tom) = (clinic.ana, comes(&clinic, "Tom Beckett"));
    let (mara, yusuf) = (clinic.with("9001"), clinic.with("9002"));
    let list = |who| {
        let page = clinic.read(|tx| tx.mentioned(who, None, None, 10));
        let ids: Vec<ConversationId> = page.rows.into_iter().map(|row| row.id).collect();
        assert_eq!(ids.len() as u32, clinic.read(|tx| tx.mentions_unseen(who)));
        ids
    };
    notes(&clinic, ana, mara, "@Tom could you ring?");
    notes(&clinic, ana, yusuf, "@Tom Beckett he moved to Friday");
    assert_eq!(list(tom), [yusuf, mara], "the newest first");
    notes(&clinic, ana, mara, "@TB no hurry, @Ana");
    assert_eq!(list(tom), [mara, yusuf], "once, at its newest note");
    assert_eq!(list(ana), [], "whoever wrote it has read it");
    clinic.write(move |tx| tx.mentions_seen(mara, tom));
    assert_eq!((list(tom), clinic.read(|tx| tx.is_mentioned(yusuf, tom))), (vec![yusuf], true));
    notes(&clinic, ana, mara, "@Tom now it is urgent");
    assert_eq!(list(tom), [mara, yusuf]);
    clinic.write(move |tx| tx.set_staff_left(tom, true));
    notes(&clinic, ana, yusuf, "@Tom are you still here?");
    let last = clinic.read(|tx| tx.timeline(yusuf, None, 1)).items.remove(0);
    assert!(matches!(last, ItemRow::Note(note) if note.mentions.is_empty()), "who has left is not named");
}

#[test]
fn a_list_of_mentions_goes_on_where_its_page_ended() {
    let clinic = Clinic::new();
    let (ana, tom) = (clinic.ana, comes(&clinic, "Tom Beckett"));
    for handle in ["9001", "9002", "9003"] {
        let with = clinic.with(handle);
        notes(&clinic, ana, with, "@tom look");
    }
    let whole = clinic.read(|tx| tx.mentioned(tom, None, None, 3));
    assert_eq!((whole.rows.len(), whole.next), (3, None));
    let first = clinic.read(|tx| tx.mentioned(tom, None, None, 2));
    let second = clinic.read(|tx| tx.mentioned(tom, None, first.next, 2));
    assert_eq!([first.rows, second.rows].concat(), whole.rows);
}

#[test]
fn a_hand_over_note_is_news_for_everybody_else_until_they_tick_it_off() {
    let clinic = Clinic::new();
    let (ana, tom) = (clinic.ana, comes(&clinic, "Tom Beckett"));
    let left = clinic.write(move |tx| tx.add_handover(tom, &"Dr Okafor is back at three".into()));
    clinic.clock.advance(minutes(5));
    let jo = comes(&clinic, "Jo");
    let state = |who| {
        let row = clinic.read(|tx| tx.handovers(who, 5)).remove(0);
        (row.news, row.seen)
    };
    assert_eq!((state(ana), state(tom), state(jo)), ((true, false), (false, false), (false, false)));
    clinic.write(move |tx| tx.set_handover_seen(left, ana, true));
    clinic.write(move |tx| tx.set_handover_seen(left, ana, true));
    assert_eq!(state(ana), (true, true));
    clinic.write(move |tx| tx.set_handover_seen(left, ana, false));
    assert_eq!(state(ana), (true, false));
}
