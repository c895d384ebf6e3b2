//! The list in pages: each goes on where the last one ended, and nobody is missed or seen twice.

use anteroom_model::ChannelKind;

use crate::Queue;
use crate::fixture::{Clinic, minutes, nine};

#[test]
fn a_page_goes_on_where_the_last_one_ended() {
    let clinic = Clinic::new();
    let handles: Vec<&'static str> = vec!["9001", "9002", "9003", "9004", "9005"];
    for (n, handle) in handles.iter().enumerate() {
        let id = clinic.with(handle);
        clinic.patient_writes(id, &format!("m{n}"), nine() + minutes(i64::try_from(n).unwrap()), "Hello");
    }
    for queue in [Queue::Waiting, Queue::All] {
        for channel in [None, Some(ChannelKind::Instagram)] {
            let whole = clinic.read(|tx| tx.inbox(queue, channel, None, 50));
            assert_eq!((whole.rows.len(), whole.next), (5, None));
            let (mut paged, mut after) = (Vec::new(), None);
            loop {
                let page = clinic.read(|tx| tx.inbox(queue, channel, after, 2));
                paged.extend(page.rows);
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(paged, whole.rows);
            let times: Vec<_> = whole.rows.iter().map(|row| row.last).collect();
            assert!(times.is_sorted() || times.iter().rev().is_sorted());
        }
    }
    // The longest wait first, the newest first.
    let first = |queue| clinic.read(|tx| tx.inbox(queue, None, None, 1)).rows[0].handle.reveal().clone();
    assert_eq!((first(Queue::Waiting), first(Queue::All)), ("9001".to_owned(), "9005".to_owned()));
}
