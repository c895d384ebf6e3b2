//! Files that the provider lists later than their message.

use anteroom_model::{AttachmentKind, Content, InboundMessage, Phi, RemoteAttachment, Unsend};

use crate::fixture::{Clinic, inbound, minutes, nine};
use crate::{Inbound, Preview};

fn picture(reference: &str) -> RemoteAttachment {
    RemoteAttachment {
        reference: reference.into(),
        kind: AttachmentKind::Image,
        mime: None,
        file_name: None,
        size: None,
        available_until: None,
    }
}

fn with_picture(id: &str, caption: Option<&str>) -> InboundMessage {
    InboundMessage {
        content: Content::Media { caption: caption.map(Phi::from) },
        attachments: vec![picture("https://cdn.example/1")],
        ..inbound(id, nine(), "")
    }
}

#[test]
fn a_message_that_was_first_listed_empty_gets_its_file() {
    for first in [
        Content::Unsupported { raw_kind: "empty".into(), raw: None },
        Content::Text { body: "".into() },
        Content::Media { caption: None },
    ] {
        let clinic = Clinic::new();
        let (mara, account) = (clinic.with("9001"), clinic.account);
        let empty = InboundMessage { content: first, ..inbound("m1", nine(), "") };
        clinic.write(move |tx| tx.insert_inbound(account, mara, &empty));
        assert!(clinic.read(|tx| tx.attachments_due(nine(), 10)).is_empty());
        let listed = || clinic.write(move |tx| tx.insert_inbound(account, mara, &with_picture("m1", None)));
        assert!(matches!(listed(), Inbound::Known { files: true, .. }), "it is to be fetched");
        assert!(matches!(listed(), Inbound::Known { files: false, .. }), "once");
        let due = clinic.read(|tx| tx.attachments_due(nine(), 10));
        assert_eq!((due.len(), due[0].conversation), (1, Some(mara)));
        let message = clinic.read(|tx| tx.message_by_provider(account, "m1")).unwrap();
        assert_eq!((message.content, message.attachments.len()), (Content::Media { caption: None }, 1));
        let preview = clinic.row(mara).preview;
        assert!(matches!(preview, Preview::Attachment { kind: Some(AttachmentKind::Image), .. }));
    }
}

#[test]
fn words_that_were_here_first_stay_beside_the_file() {
    for (caption, expected) in [(None, "Look at this"), (Some("Look at this tooth"), "Look at this tooth")] {
        let clinic = Clinic::new();
        let (mara, account) = (clinic.with("9001"), clinic.account);
        clinic.patient_writes(mara, "m1", nine(), "Look at this");
        clinic.write(move |tx| tx.insert_inbound(account, mara, &with_picture("m1", caption)));
        let message = clinic.read(|tx| tx.message_by_provider(account, "m1")).unwrap();
        assert_eq!(message.content, Content::Media { caption: Some(expected.into()) });
        assert_eq!(message.attachments.len(), 1);
    }
}

#[test]
fn a_file_that_is_here_is_not_exchanged_and_one_that_was_taken_back_does_not_return() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    clinic.write(move |tx| tx.insert_inbound(account, mara, &with_picture("m1", None)));
    let id = clinic.read(|tx| tx.attachments_due(nine(), 10))[0].file.id;
    let signed_anew =
        InboundMessage { attachments: vec![picture("https://cdn.example/2")], ..with_picture("m1", None) };
    let again = clinic.write(move |tx| tx.insert_inbound(account, mara, &signed_anew));
    assert!(matches!(again, Inbound::Known { files: false, .. }));
    assert_eq!(clinic.read(|tx| tx.attachments_due(nine() + minutes(60), 10))[0].file.id, id);
    let unsend = Unsend { target: "m1".into(), at: None };
    clinic.write(move |tx| tx.take_back(account, &unsend));
    let again = clinic.write(move |tx| tx.insert_inbound(account, mara, &with_picture("m1", None)));
    assert!(matches!(again, Inbound::Known { files: false, .. }));
    assert!(clinic.read(|tx| tx.attachments_due(nine() + minutes(60), 10)).is_empty());
}
