//! A scheduled reply that is being edited: a draft that knows its time.

use anteroom_desk::views::{Code, DraftSave, SendLater, UtcMillis};
use anteroom_tests::hours;

use crate::scheduled::{YUSUF, at, in_, received, schedules, somebody_wrote};

#[tokio::test]
async fn what_is_being_edited_keeps_its_time_over_a_crash() {
    let mut clinic = somebody_wrote().await;
    let time = in_(&clinic, hours(20));
    let sent = schedules(&clinic, YUSUF, "See you tomorow.", at(time)).await.expect("taken");
    clinic.desk().outbox_take_back(&sent.outbox).await.expect("still here");
    clinic.crashes();
    clinic.begin_again().await;
    let draft = clinic.opens(YUSUF).await.composer.draft;
    assert_eq!((draft.reply.as_str(), draft.later), ("See you tomorow.", Some(at(time))));

    // What is typed keeps it, also over the next crash; sent, nothing of it stays.
    let keep = |reply: &str, later| DraftSave {
        conversation: clinic.conversation(YUSUF),
        reply: reply.into(),
        note: String::new(),
        quote: None,
        later,
        by: None,
    };
    clinic.desk().draft_save(keep("See you tomorrow.", draft.later)).await.expect("kept");
    clinic.restart().await;
    let draft = clinic.opens(YUSUF).await.composer.draft;
    assert_eq!((draft.reply.as_str(), draft.later), ("See you tomorrow.", Some(at(time))));
    schedules(&clinic, YUSUF, &draft.reply, at(time)).await.expect("taken");
    let draft = clinic.opens(YUSUF).await.composer.draft;
    assert_eq!((draft.reply.as_str(), draft.later), ("", None));
    assert!(received(&clinic, YUSUF).is_empty(), "it waits for its time again");
}

#[tokio::test]
async fn a_time_goes_with_the_words_it_was_for() {
    let clinic = somebody_wrote().await;
    let later = at(in_(&clinic, hours(20)));
    let keep = |reply: &str, later| DraftSave {
        conversation: clinic.conversation(YUSUF),
        reply: reply.into(),
        note: "she prefers mornings".into(),
        quote: None,
        later,
        by: None,
    };
    clinic.desk().draft_save(keep("Soon", Some(later))).await.expect("kept");
    clinic.desk().draft_save(keep("", Some(later))).await.expect("kept");
    let draft = clinic.opens(YUSUF).await.composer.draft;
    assert_eq!((draft.note.as_str(), draft.later), ("she prefers mornings", None));
    let never = SendLater { at: UtcMillis(i64::MAX), unless_they_write: true };
    let refused = clinic.desk().draft_save(keep("Soon", Some(never))).await;
    assert_eq!(refused.map_err(|error| error.code), Err(Code::FieldInvalid));
}
