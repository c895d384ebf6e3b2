//! What the practice manager looks through.

use anteroom_desk::views::{Code, ComplaintWords, ItemBody, ReviewFilter, ReviewFound};
use anteroom_tests::{Clinic, minutes};

#[tokio::test]
async fn a_complaint_is_found_looked_through_and_answered_with_a_word_to_staff() {
    let clinic = Clinic::open().await.with_twilio().await;
    let ben = clinic.sim.twilio().patient("+447700900177").by_text();
    ben.writes("I am really disappointed, nobody answered!");
    clinic.advance(minutes(10)).await;
    let queue = clinic.desk().review_queue(ReviewFilter::Words).await.expect("a queue");
    assert_eq!(queue.rows.len(), 1);
    let row = &queue.rows[0];
    assert!(
        matches!(&row.found, ReviewFound::Word { word } if word == "disappointed" || word == "nobody answered")
    );
    let staff = clinic.desk().staff_list().expect("staff")[0].clone();
    clinic.desk().review_comment(&row.conversation, &staff.id, " Please ring him ").await.expect("a note");
    let note = clinic.opens(ben.number()).await.items.pop().expect("a note");
    let ItemBody::Note { text, of_review, pieces, .. } = note.body else { panic!("a note") };
    assert_eq!((text.as_str(), of_review), ("@Ana Kovač Please ring him", true));
    assert!(pieces.iter().any(|piece| piece.mention));
    let mark = clinic.desk().review_mark(&row.conversation, &row.position, ReviewFilter::Words).await;
    assert!(clinic.desk().review_queue(ReviewFilter::Words).await.expect("a queue").rows.is_empty());
    assert_eq!(clinic.desk().review_history().expect("a history")[0].by, "Ana Kovač");
    clinic.desk().review_undo(&mark.expect("an id")).await.expect("taken back");
    assert_eq!(clinic.desk().review_queue(ReviewFilter::Words).await.expect("a queue").rows.len(), 1);
}

#[tokio::test]
async fn the_practice_keeps_its_own_words_and_calls_are_not_forgotten() {
    let clinic = Clinic::open().await.with_twilio().await;
    let ben = clinic.sim.twilio().patient("+447700900177");
    ben.by_text().writes("The parking is a nightmare");
    ben.rings_in_vain();
    clinic.advance(minutes(10)).await;
    let found = async |filter| clinic.desk().review_queue(filter).await.expect("a queue").rows.len();
    assert_eq!(found(ReviewFilter::Words).await, 0);
    let words = ComplaintWords([("en".to_owned(), vec![" Nightmare ".to_owned()])].into());
    clinic.desk().complaint_words_save(words).await.expect("kept");
    assert_eq!(found(ReviewFilter::Words).await, 1);
    let long = ComplaintWords([("en".to_owned(), vec!["x".repeat(61)])].into());
    let refused = clinic.desk().complaint_words_save(long).await;
    assert_eq!(refused.map_err(|error| error.code), Err(Code::FieldInvalid));
    // Calls are found in figures, which are counted first.
    found(ReviewFilter::Calls).await;
    clinic.settle().await;
    assert_eq!(found(ReviewFilter::Calls).await, 1);
}

#[tokio::test]
async fn whoever_waits_for_longer_than_the_goal_is_seen_before_anybody_answers() {
    let clinic = Clinic::open().await.with_twilio().await;
    let ben = clinic.sim.twilio().patient("+447700900177").by_text();
    ben.writes("Is Friday free?");
    let late = async || clinic.desk().review_queue(ReviewFilter::Late).await.expect("a queue").rows;
    clinic.advance(minutes(50)).await;
    assert!(late().await.is_empty(), "within the hour that is the goal");
    clinic.advance(minutes(20)).await;
    let rows = late().await;
    assert!(matches!(rows[0].found, ReviewFound::Late { waited, still: true } if waited > 3_600), "{rows:?}");
    clinic.replies(ben.number(), "Yes, at ten").await;
    clinic.advance(minutes(1)).await;
    assert!(late().await.iter().all(|row| !matches!(row.found, ReviewFound::Late { still: true, .. })));
}
