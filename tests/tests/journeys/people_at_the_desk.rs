//! Several people on one computer: who sits there, whose words are whose, and what they tell each other.

use anteroom_desk::views::{
    Code, ConversationView, DraftSave, ItemBody, NotePiece, Queue, RowMark, StaffEdit, StaffView, StaleTopic,
    WireError,
};
use anteroom_desk::views::{FeedItem, UtcMillis};
use anteroom_model::Clock;
use anteroom_sim::twilio::TwilioPatient;
use anteroom_tests::{Clinic, minutes};

fn called(name: &str) -> StaffEdit {
    StaffEdit { name: name.into(), initials: String::new(), colour: 2 }
}

async fn begins(clinic: &Clinic, name: &str) -> StaffView {
    clinic.desk().staff_add(called(name)).await.expect("somebody new")
}

async fn sits_down(clinic: &Clinic, who: &StaffView) {
    assert_eq!(clinic.desk().staff_switch(&who.id).await.expect("sits down").staff.id, who.id);
}

async fn types(clinic: &Clinic, conversation: &str, reply: &str, by: Option<&StaffView>) {
    let draft = DraftSave {
        later: None,
        conversation: conversation.to_owned(),
        reply: reply.to_owned(),
        note: String::new(),
        quote: None,
        by: by.map(|by| by.id.clone()),
    };
    clinic.desk().draft_save(draft).await.expect("kept");
}

fn code<T>(answer: Result<T, WireError>) -> Option<Code> {
    answer.err().map(|error| error.code)
}

/// A clinic with Ana and Tom, Ana at the desk, and a patient who wrote.
async fn two_at_the_desk() -> (Clinic, StaffView, StaffView, TwilioPatient) {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("Is Friday free?");
    clinic.advance(minutes(1)).await;
    let ana = clinic.desk().clinic().staff;
    let tom = begins(&clinic, "Tom Beckett").await;
    (clinic, ana, tom, yusuf)
}

#[tokio::test]
async fn each_keeps_a_draft_of_their_own_and_sees_that_the_other_began_one() {
    let (clinic, ana, tom, yusuf) = two_at_the_desk().await;
    let id = clinic.opens(yusuf.number()).await.id;
    let looked: UtcMillis = clinic.clock.now().into();
    clinic.advance(minutes(2)).await;
    types(&clinic, &id, "Yes, at", None).await;
    let began: UtcMillis = clinic.clock.now().into();
    clinic.advance(minutes(3)).await;
    types(&clinic, &id, "Yes, at ten", None).await;
    let row = clinic.queue(Queue::Waiting).remove(0);
    assert_eq!((row.has_draft, row.writing), (true, None), "one's own draft");

    sits_down(&clinic, &tom).await;
    let view = clinic.opens(yusuf.number()).await;
    assert_eq!(view.composer.draft.reply, "", "his own dock is empty");
    let other = &view.head.others[0];
    assert_eq!((other.name.as_str(), other.colour), ("Ana Kovač", 1));
    assert_eq!(other.looked_at, Some(looked), "when she opened it");
    assert_eq!(other.writing.as_ref().map(|writing| writing.since), Some(began));
    let row = clinic.queue(Queue::Waiting).remove(0);
    assert!(!row.has_draft);
    assert_eq!(row.writing.map(|writing| writing.name).as_deref(), Some("Ana Kovač"));

    let hers = clinic.desk().draft_of(&id, &ana.id).expect("her words");
    assert_eq!(hers.reply, "Yes, at ten");
    types(&clinic, &id, "Yes, at ten or eleven", None).await;
    clinic.replies(yusuf.number(), "Yes, at ten or eleven").await;
    assert_eq!(clinic.desk().draft_of(&id, &ana.id).expect("her words").reply, "Yes, at ten", "hers stays");

    sits_down(&clinic, &ana).await;
    let view = clinic.opens(yusuf.number()).await;
    assert_eq!(view.composer.draft.reply, "Yes, at ten");
    assert_eq!(view.head.others[0].writing, None, "his was sent");
}

#[tokio::test]
async fn letters_that_are_kept_after_a_change_still_belong_to_who_typed_them() {
    let (clinic, ana, tom, yusuf) = two_at_the_desk().await;
    let id = clinic.opens(yusuf.number()).await.id;
    sits_down(&clinic, &tom).await;
    types(&clinic, &id, "the last wor", Some(&ana)).await;
    assert_eq!(clinic.opens(yusuf.number()).await.composer.draft.reply, "");
    assert_eq!(clinic.desk().draft_of(&id, &ana.id).expect("her words").reply, "the last wor");
}

#[tokio::test]
async fn what_is_taken_back_goes_to_its_author_whoever_takes_it_back() {
    let (clinic, ana, tom, yusuf) = two_at_the_desk().await;
    clinic.undo_seconds(30).await;
    let sent = clinic.tries_to_reply(yusuf.number(), "Yes, at ten").await.expect("taken");
    sits_down(&clinic, &tom).await;
    let id = clinic.conversation(yusuf.number());
    types(&clinic, &id, "mine", None).await;
    let shown = clinic.desk().outbox_undo(&sent.outbox).await.expect("taken back");
    assert_eq!(shown.reply, "mine");
    assert_eq!(clinic.desk().draft_of(&id, &ana.id).expect("her words").reply, "Yes, at ten");
}

#[tokio::test]
async fn the_next_start_begins_with_whoever_sat_there_last() {
    let (mut clinic, ana, tom, yusuf) = two_at_the_desk().await;
    let entries = |clinic: &Clinic| clinic.desk().store().read(|tx| tx.audit_length()).expect("the log");
    let before = entries(&clinic);
    sits_down(&clinic, &tom).await;
    assert_eq!(entries(&clinic), before + 1, "who sits here since when is in the log");
    clinic.restart().await;
    assert_eq!(clinic.desk().clinic().staff, tom);
    clinic.replies(yusuf.number(), "Yes").await;
    sits_down(&clinic, &ana).await;
    clinic.desk().staff_leave(&tom.id).await.expect("he leaves");
    let view = clinic.opens(yusuf.number()).await;
    let by = view.items.iter().find_map(|item| match &item.body {
        ItemBody::Message(message) if message.ours => Some(format!("{:?}", message.origin)),
        _ => None,
    });
    assert!(by.expect("his reply").contains("Tom Beckett"), "who left stays the author");
    assert_eq!(code(clinic.desk().staff_switch(&tom.id).await), Some(Code::NotAllowed));
    clinic.restart().await;
    assert_eq!(clinic.desk().clinic().staff, ana);
    clinic.desk().staff_return(&tom.id).await.expect("he is back");
    sits_down(&clinic, &tom).await;
}

#[tokio::test]
async fn people_are_told_apart_and_somebody_is_always_at_the_desk() {
    let (clinic, ana, tom, _) = two_at_the_desk().await;
    let desk = clinic.desk();
    assert_eq!((tom.initials.as_str(), tom.colour), ("TB", 2));
    assert_eq!(code(desk.staff_add(called(" tom  beckett ")).await), Some(Code::FieldInvalid), "taken");
    assert_eq!(code(desk.staff_add(called("  ")).await), Some(Code::FieldInvalid));
    assert_eq!(code(desk.staff_add(called(&"x".repeat(81))).await), Some(Code::FieldInvalid));
    let bad = StaffEdit { initials: "ABCD".into(), ..called("Abe") };
    assert_eq!(code(desk.staff_add(bad).await), Some(Code::FieldInvalid));
    let bad = StaffEdit { colour: 7, ..called("Abe") };
    assert_eq!(code(desk.staff_edit(&tom.id, bad).await), Some(Code::FieldInvalid));
    assert_eq!(code(desk.staff_leave(&ana.id).await), Some(Code::NotAllowed), "she sits here");
    assert_eq!(code(desk.staff_switch("nobody").await), Some(Code::NotFound));

    let edit = StaffEdit { name: "Ana Kovač-Reis".into(), initials: "akr".into(), colour: 6 };
    let ana = desk.staff_edit(&ana.id, edit).await.expect("her new name");
    assert_eq!(desk.clinic().staff, ana, "the window hears it at once");
    desk.staff_leave(&tom.id).await.expect("he leaves");
    let second = begins(&clinic, "Tom Beckett").await;
    assert_ne!(second.id, tom.id, "another Tom Beckett may come");
    assert_eq!(
        code(desk.staff_return(&tom.id).await),
        Some(Code::FieldInvalid),
        "and then the first may not"
    );
    assert_eq!(desk.staff_list().expect("all").len(), 3);
}

#[tokio::test]
async fn who_is_named_in_a_note_has_it_in_their_list_until_they_open_it() {
    let (clinic, ana, tom, yusuf) = two_at_the_desk().await;
    let id = clinic.opens(yusuf.number()).await.id;
    clinic.desk().note_add(&id, "@tom beckett, his 11:10 moved. Ask @Nobody.").await.expect("a note");
    let mentions = |clinic: &Clinic| {
        let filter = anteroom_desk::views::InboxFilter::of(Queue::Mentioned);
        let page = clinic.desk().inbox_open(filter, 10).expect("the list");
        assert_eq!(page.counts.mentions as usize, page.rows.len());
        page.rows.len()
    };
    assert_eq!(mentions(&clinic), 0, "not hers");
    let shown = clinic.opens(yusuf.number()).await.items.pop().expect("the note");
    let ItemBody::Note { pieces, initials, .. } = shown.body else { panic!("a note") };
    let piece = |text: &str, mention| NotePiece { text: text.to_owned(), mention };
    assert_eq!(pieces, [piece("@tom beckett", true), piece(", his 11:10 moved. Ask @Nobody.", false)]);
    assert_eq!(initials, ana.initials);
    sits_down(&clinic, &tom).await;
    assert_eq!(mentions(&clinic), 1);
    clinic.opens(yusuf.number()).await;
    assert_eq!(mentions(&clinic), 0);
}

#[tokio::test]
async fn a_conversation_that_stood_open_when_somebody_sat_down_keeps_what_names_them_as_news() {
    let (clinic, _, tom, yusuf) = two_at_the_desk().await;
    let id = clinic.opens(yusuf.number()).await.id;
    clinic.desk().note_add(&id, "@Tom his 11:10 moved").await.expect("a note");
    clinic.desk().note_add(&id, "He parks at the back").await.expect("a note");
    let mentions = || {
        let filter = anteroom_desk::views::InboxFilter::of(Queue::Mentioned);
        clinic.desk().inbox_open(filter, 10).expect("the list").counts.mentions
    };
    let for_me = |view: ConversationView| -> Vec<bool> {
        let notes = view.items.into_iter().filter_map(|item| match item.body {
            ItemBody::Note { for_me, .. } => Some(for_me),
            _ => None,
        });
        notes.collect()
    };
    let again = clinic.desk().conversation_stays(&id).await.expect("it opens");
    assert_eq!(for_me(again), [false, false], "Ana wrote it");
    sits_down(&clinic, &tom).await;
    let again = clinic.desk().conversation_stays(&id).await.expect("it opens");
    assert_eq!(again.head.others[0].name, "Ana Kovač", "Tom looks at it now");
    assert_eq!((for_me(again), mentions()), (vec![true, false], 1), "and has not read it for that");
    clinic.desk().mention_read(&id).await.expect("it came in view");
    let again = clinic.desk().conversation_stays(&id).await.expect("it opens");
    assert_eq!((for_me(again), mentions()), (vec![false, false], 0));
    assert_eq!(code(clinic.desk().mention_read("nothing").await), Some(Code::NotFound));
}

#[tokio::test]
async fn a_conversation_that_is_read_anew_while_nobody_is_there_was_not_opened_by_that() {
    let (clinic, _, _, yusuf) = two_at_the_desk().await;
    let id = clinic.opens(yusuf.number()).await.id;
    clinic.desk().looking(false);
    yusuf.writes("Hello?");
    clinic.advance(minutes(10)).await;
    let mark = || clinic.queue(Queue::Waiting).remove(0).mark;
    assert_eq!(mark(), RowMark::Unopened);
    clinic.desk().conversation_stays(&id).await.expect("it is read");
    assert_eq!(mark(), RowMark::Unopened, "nobody saw it");
    clinic.desk().looking(true);
    clinic.desk().conversation_stays(&id).await.expect("it is read");
    assert_eq!(mark(), RowMark::Opened, "somebody sat down before it");
}

#[tokio::test]
async fn what_a_shift_leaves_is_news_for_the_next_until_it_is_ticked_off() {
    let (clinic, _, tom, _) = two_at_the_desk().await;
    let mut feed = clinic.desk().feed();
    clinic.desk().handover_add(" Dr Okafor is back at three ").await.expect("left");
    let news = feed.now().expect("news").expect("a batch");
    assert!(news.items.contains(&FeedItem::Stale { topics: vec![StaleTopic::Staff] }));
    assert!(!clinic.desk().handovers().expect("the pad")[0].unread, "one's own is no news");
    sits_down(&clinic, &tom).await;
    let note = clinic.desk().handovers().expect("the pad").remove(0);
    assert_eq!((note.text.as_str(), note.unread), ("Dr Okafor is back at three", true));
    clinic.desk().handover_seen(&note.id, true).await.expect("read");
    assert!(!clinic.desk().handovers().expect("the pad")[0].unread);
    clinic.desk().handover_seen(&note.id, false).await.expect("taken back");
    assert!(clinic.desk().handovers().expect("the pad")[0].unread);
    assert_eq!(code(clinic.desk().handover_add("  ").await), Some(Code::NothingToSend));
    assert_eq!(code(clinic.desk().handover_seen("nothing", true).await), Some(Code::NotFound));
}
