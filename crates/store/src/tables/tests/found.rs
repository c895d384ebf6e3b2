//! What is written is found in the same moment, and costs the index no more than it must.

use anteroom_model::{AttachmentKind, InboundMessage, Query, RemoteAttachment};

use crate::fixture::{Clinic, inbound, minutes, nine};

fn hits(clinic: &Clinic, typed: &'static str) -> usize {
    clinic.read(|tx| tx.search(&Query::parse(typed), 50, None)).items.len()
}

/// Segments of the full-text index.
fn segments(clinic: &Clinic) -> i64 {
    clinic
        .store
        .on_writer(|writer| {
            let sql = "SELECT count(DISTINCT segid) FROM words_idx";
            Ok(writer.db.query_row(sql, [], |row| row.get(0))?)
        })
        .unwrap()
}

/// SQLite has the index write down what it holds in memory before a statement that may have to be undone by itself; then
/// a poll of fifty messages would be fifty segments, and all of them would have to be merged.
#[test]
fn a_whole_poll_is_one_segment_of_the_index() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    clinic.patient_writes(mara, "m0", nine(), "Good morning");
    let before = segments(&clinic);
    clinic.write(move |tx| {
        for n in 1..=10 {
            let message = inbound(&format!("m{n}"), nine() + minutes(n), "Is the crown ready?");
            tx.insert_inbound(account, mara, &message)?;
        }
        Ok(())
    });
    assert_eq!(segments(&clinic), before + 1);
    assert_eq!(hits(&clinic, "crow"), 10);
}

#[test]
fn a_message_is_found_by_its_file_as_soon_as_it_is_here() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    let file = |name: &str, kind| RemoteAttachment {
        reference: "x".into(),
        kind,
        mime: None,
        file_name: Some(name.into()),
        size: None,
        available_until: None,
    };
    let message = InboundMessage {
        attachments: vec![
            file("xray-left.jpg", AttachmentKind::Image),
            file("referral.pdf", AttachmentKind::File),
        ],
        ..inbound("m1", nine(), "Here they are")
    };
    clinic.write(move |tx| tx.insert_inbound(account, mara, &message));
    for typed in ["xray", "referral", "has:image", "has:file", "here"] {
        assert_eq!(hits(&clinic, typed), 1, "{typed}");
    }
    assert_eq!(hits(&clinic, "has:video"), 0);
}
