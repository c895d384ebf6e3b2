//! Calls, voicemail and their words, in whatever order they come.

use anteroom_model::{
    AttachmentKind, CallDirection, CallOutcome, CallRecord, ChannelKind, ConversationId, FailureKind, Phi,
    Query, Recording, RecordingSource, RemoteAttachment, RemoteThread, Transcript, TranscriptLine,
};

use crate::fixture::{Clinic, conversation, minutes, nine, somebody};
use crate::{CallRow, FetchState, ItemRow, Preview};

fn phone(clinic: &Clinic) -> ConversationId {
    let account = clinic.account;
    clinic.write(move |tx| conversation(tx, account, ChannelKind::Phone, "+447700900142"))
}

fn call(outcome: CallOutcome) -> CallRecord {
    CallRecord {
        provider_id: "CA1".into(),
        thread: RemoteThread { id: None, with: somebody("+447700900142"), ours: "+441632960000".into() },
        direction: CallDirection::Inbound,
        outcome,
        started_at: nine(),
        talk_seconds: 0,
        ring_seconds: Some(20),
    }
}

fn voicemail() -> Recording {
    Recording {
        provider_id: "RE1".into(),
        call: "CA1".into(),
        source: RecordingSource::Voicemail,
        seconds: 14,
        at: nine() + minutes(1),
        audio: Some(RemoteAttachment {
            reference: "RE1".into(),
            kind: AttachmentKind::Audio,
            mime: None,
            file_name: None,
            size: None,
            available_until: None,
        }),
    }
}

fn words() -> Transcript {
    let line =
        |text: &str| TranscriptLine { start: None, text: Phi::from(text), confidence: None, ours: None };
    Transcript {
        provider_id: "GT1".into(),
        recording: "RE1".into(),
        lines: vec![line("Hello, this is Mr Pelican."), line("My crown came off.")],
    }
}

fn only_call(clinic: &Clinic, id: ConversationId) -> CallRow {
    let page = clinic.read(|tx| tx.timeline(id, None, 10));
    match page.items.as_slice() {
        [ItemRow::Call(call)] => (**call).clone(),
        other => panic!("{} items", other.len()),
    }
}

#[test]
fn a_voicemail_is_whole_whatever_came_first() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let clinic = Clinic::new();
        let (id, account) = (phone(&clinic), clinic.account);
        for _ in 0..2 {
            for step in order {
                clinic.write(move |tx| match step {
                    0 => tx.upsert_call(account, id, &call(CallOutcome::Answered)).map(drop),
                    1 => tx.upsert_recording(account, &voicemail()).map(drop),
                    _ => tx.put_transcript(account, &words()),
                });
            }
        }
        let found = only_call(&clinic, id);
        assert_eq!(found.recordings.len(), 1, "{order:?}");
        let recording = &found.recordings[0];
        assert_eq!(recording.transcript.len(), 2);
        assert_eq!(
            recording.audio.as_ref().map(|audio| (audio.state, audio.seconds)),
            Some((FetchState::Waiting, Some(14)))
        );
        // Machines take a call that ends on the answering machine for answered; the patient waits all the same.
        let row = clinic.row(id);
        assert_eq!(row.waiting_since(), Some(nine()));
        assert_eq!(row.last_inbound_at, None, "a call opens no reply window");
        let Preview::Call { voicemail_seconds, transcript, ours: false, .. } = row.preview else { panic!() };
        assert_eq!(voicemail_seconds, Some(14));
        assert!(transcript.is_some());
        assert_eq!(clinic.read(|tx| tx.search(&Query::parse("pelican"), 10, None)).items.len(), 1);
        assert_eq!(clinic.read(|tx| tx.attachments_due(nine(), 10)).len(), 1);
    }
}

#[test]
fn missed_calls_wait_and_answered_ones_do_not() {
    let clinic = Clinic::new();
    let (id, account) = (phone(&clinic), clinic.account);
    clinic.write(move |tx| tx.upsert_call(account, id, &call(CallOutcome::Ringing)));
    assert_eq!(clinic.row(id).waiting, None);
    clinic.write(move |tx| tx.upsert_call(account, id, &call(CallOutcome::Missed)));
    assert_eq!(clinic.row(id).waiting_since(), Some(nine()));
    clinic.write(move |tx| tx.upsert_call(account, id, &call(CallOutcome::Ringing)));
    assert_eq!(only_call(&clinic, id).outcome, CallOutcome::Missed);
    let back = CallRecord {
        provider_id: "CA2".into(),
        direction: CallDirection::Outbound,
        started_at: nine() + minutes(5),
        ..call(CallOutcome::NoAnswer)
    };
    let again = CallRecord { outcome: CallOutcome::Answered, talk_seconds: 90, ..back.clone() };
    clinic.write(move |tx| tx.upsert_call(account, id, &back));
    assert!(clinic.row(id).waiting.is_some());
    clinic.write(move |tx| tx.upsert_call(account, id, &again));
    assert_eq!(clinic.row(id).waiting, None);
    let identity = clinic.row(id).identity;
    assert_eq!(clinic.read(|tx| tx.calls_since(identity, nine())), 2);
}

#[test]
fn the_caller_is_whose_call_goes_on_or_has_just_ended() {
    let clinic = Clinic::new();
    let (ben, account) = (phone(&clinic), clinic.account);
    let eva = clinic.write(move |tx| conversation(tx, account, ChannelKind::Phone, "+447700900188"));
    let caller = |at: jiff::Timestamp| {
        let found = clinic.read(|tx| tx.newest_caller(at - minutes(10), at - minutes(240)));
        found.map(|(conversation, since)| (conversation, since.duration_since(nine())))
    };
    assert_eq!(caller(nine()), None);
    clinic.write(move |tx| tx.upsert_call(account, ben, &call(CallOutcome::Ringing)));
    assert_eq!(caller(nine() + minutes(90)), Some((ben, minutes(0))), "it still rings");
    let talked = CallRecord { talk_seconds: 40 * 60, ring_seconds: None, ..call(CallOutcome::Answered) };
    clinic.write(move |tx| tx.upsert_call(account, ben, &talked));
    assert_eq!(caller(nine() + minutes(50)).map(|(who, _)| who), Some(ben), "they hung up ten minutes ago");
    assert_eq!(caller(nine() + minutes(51)), None);
    let ours = CallRecord {
        provider_id: "CA2".into(),
        direction: CallDirection::Outbound,
        started_at: nine() + minutes(52),
        ..call(CallOutcome::InProgress)
    };
    clinic.write(move |tx| tx.upsert_call(account, ben, &ours));
    assert_eq!(caller(nine() + minutes(53)), None, "whom we call is not calling");
    let hers = CallRecord {
        provider_id: "CA3".into(),
        started_at: nine() + minutes(54),
        ..call(CallOutcome::Missed)
    };
    clinic.write(move |tx| tx.upsert_call(account, eva, &hers));
    assert_eq!(caller(nine() + minutes(55)).map(|(who, _)| who), Some(eva), "the newest of them");
    let lost = CallRecord { provider_id: "CA4".into(), ..call(CallOutcome::Ringing) };
    clinic.write(move |tx| tx.upsert_call(account, ben, &lost));
    assert_eq!(caller(nine() + minutes(241)), None, "nobody rings for four hours");
}

#[test]
fn the_call_knows_who_placed_it_before_and_after_it_is_listed() {
    let clinic = Clinic::new();
    let (id, account, ana) = (phone(&clinic), clinic.account, clinic.ana);
    let placed = CallRecord { direction: CallDirection::Outbound, ..call(CallOutcome::Answered) };
    clinic.write(move |tx| tx.call_placed(account, "CA1", ana));
    let record = placed.clone();
    clinic.write(move |tx| tx.upsert_call(account, id, &record));
    assert_eq!(only_call(&clinic, id).by, Some(ana));
    let second = CallRecord { provider_id: "CA2".into(), ..placed };
    let call_id = clinic.write(move |tx| tx.upsert_call(account, id, &second));
    assert_eq!(clinic.read(|tx| tx.call(call_id)).unwrap().by, None);
    clinic.write(move |tx| tx.call_placed(account, "CA2", ana));
    assert_eq!(clinic.read(|tx| tx.call_by_provider(account, "CA2")).unwrap().by, Some(ana));
}

#[test]
fn a_sound_that_the_provider_deleted_before_we_had_it_is_gone() {
    let clinic = Clinic::new();
    let (id, account) = (phone(&clinic), clinic.account);
    clinic.write(move |tx| tx.upsert_call(account, id, &call(CallOutcome::Missed)));
    let audio = clinic.write(move |tx| tx.upsert_recording(account, &voicemail())).unwrap();
    assert_eq!(clinic.read(|tx| tx.recording_of(audio)), Some((account, "RE1".to_owned())));
    clinic.write(move |tx| tx.recording_deleted_there(audio));
    let recording = only_call(&clinic, id).recordings.remove(0);
    assert_eq!((recording.deleted_there, recording.deleted_there_at), (true, Some(nine())));
    assert_eq!(recording.audio.map(|audio| audio.state), Some(FetchState::Gone));
    assert!(clinic.read(|tx| tx.attachments_due(nine(), 10)).is_empty());
    clinic.write(move |tx| tx.attachment_gone(audio, FailureKind::NotFound));
    clinic.write(move |tx| tx.attachment_try_now(audio));
    assert_eq!(clinic.read(|tx| tx.attachments_due(nine(), 10)).len(), 1);
}
