//! What patients do besides writing, what staff do about it, and a clinic whose pages are damaged.

use std::fs;
use std::path::Path;

use anteroom_desk::views::{ItemBody, PatientEdit, Queue as Shown};
use anteroom_model::Content;
use anteroom_sim::instagram::InstagramPatient;
use anteroom_store::{FileVault, ItemRow, Queue, Store, TEST_MARK};
use anteroom_tests::{Clinic, minutes};
use serde_json::json;

use crate::complain;
use crate::words::{EDITED, NUMBER, REACTION, RENAMED, SHARED, STORY, STRANGE, TAKEN_BACK, WRITTEN};

/// Everything that Instagram knows besides words and files.
pub async fn patients(clinic: &Clinic, quimby: &InstagramPatient) {
    let (edited, gone) = (quimby.writes(WRITTEN), quimby.writes(TAKEN_BACK));
    let ours = quimby.hears_from_the_app(WRITTEN);
    quimby.replies_to_story(STORY);
    quimby.mentions_in_story();
    quimby.shares(SHARED.0, SHARED.1);
    quimby.sends_unsupported();
    quimby.sends_unknown("poll", json!({ "question": STRANGE }));
    clinic.advance(minutes(2)).await;
    quimby.edits(&edited, EDITED);
    quimby.unsends(&gone);
    for message in [&edited, &ours] {
        quimby.reacts(message, REACTION);
    }
    clinic.advance(minutes(12)).await;
    quimby.takes_reaction_back(&ours);
    clinic.advance(minutes(5)).await;

    let view = clinic.opens(quimby.id()).await;
    let shown = format!("{view:?}");
    for word in [EDITED, STORY, SHARED.0, REACTION] {
        assert!(shown.contains(word), "it came in");
    }
    assert!(!shown.contains(STRANGE), "nobody can show it yet");
    assert!(is_kept(clinic, quimby.id()), "and it is kept whole");
}

/// Whether the message of an unknown kind lies in the store as it came.
fn is_kept(clinic: &Clinic, handle: &str) -> bool {
    let id = clinic.conversation(handle).parse().expect("an id");
    let timeline = clinic.desk().store().read(|tx| tx.timeline(id, None, 200)).expect("readable");
    timeline.items.iter().any(|item| match item {
        ItemRow::Message(message) => match &message.content {
            Content::Unsupported { raw: Some(raw), .. } => raw.reveal().contains(STRANGE),
            _ => false,
        },
        _ => false,
    })
}

/// A patient gets another name and note, and a voicemail is deleted at the provider.
pub async fn staff(clinic: &Clinic) {
    let desk = clinic.desk();
    let view = clinic.opens(NUMBER).await;
    let patient = view.card.patient.as_ref().expect("she is known");
    let edit = |name: &str| PatientEdit {
        name: name.into(),
        birth_date: Some("1961-02-03".into()),
        language: Some("de".into()),
        desk_note: RENAMED.1.into(),
        ..PatientEdit::default()
    };
    desk.patient_edit(&patient.id, edit(RENAMED.0)).await.expect("kept");
    let nobody = "00000000-0000-0000-0000-000000000000";
    for (id, name) in [(patient.id.as_str(), ""), (RENAMED.0, RENAMED.0), (nobody, RENAMED.0)] {
        complain(&desk.patient_edit(id, edit(name)).await.expect_err("it is refused"));
    }
    let sound = voicemail(clinic).expect("she left a message");
    clinic.sim.network().down().await;
    complain(&desk.recording_delete_at_provider(&sound).await.expect_err("nobody answers"));
    clinic.sim.network().up().await;
    desk.recording_delete_at_provider(&sound).await.expect("deleted there");
    complain(&desk.recording_delete_at_provider(RENAMED.0).await.expect_err("no such thing"));
}

/// The sound of a voicemail, in whichever conversation it is.
fn voicemail(clinic: &Clinic) -> Option<String> {
    let rows = clinic.queue(Shown::All).into_iter();
    let views = rows.map(|row| clinic.desk().conversation_read(&row.id).expect("it can be read"));
    views.flat_map(|view| view.items).find_map(|item| match item.body {
        ItemBody::Call(call) => call.recordings.into_iter().find_map(|recording| Some(recording.audio?.id)),
        _ => None,
    })
}

/// Opens copies of the clinic with damaged pages: the first, all but the first, and the write-ahead file's.
pub fn damaged(clinic: &Clinic, copies: &Path) {
    for (name, file, from, step) in [
        ("head", "anteroom.db", 1000, usize::MAX),
        ("pages", "anteroom.db", 20 * 4096 + 2000, 4096),
        ("log", "anteroom.db-wal", 200, 4096 + 24),
    ] {
        let copy = copies.join(name);
        fs::create_dir_all(&copy).expect("a folder");
        for entry in fs::read_dir(clinic.folder()).expect("the clinic's folder").flatten() {
            if entry.path().is_file() {
                fs::copy(entry.path(), copy.join(entry.file_name())).expect("copied");
            }
        }
        fs::write(copy.join(TEST_MARK), b"").expect("the mark");
        let mut bytes = fs::read(copy.join(file)).expect("the file");
        let whole = bytes.len();
        for at in (from..whole.saturating_sub(64)).step_by(step) {
            bytes[at..at + 64].fill(0xA5);
        }
        fs::write(copy.join(file), bytes).expect("written");
        match Store::open(&copy, &FileVault::in_folder(&copy), clinic.surroundings()) {
            Err(error) => complain(&error),
            Ok(opened) => reads(&opened.store),
        }
    }
}

/// Reads everything there is; what cannot be read is told.
fn reads(store: &Store) {
    let rows = match store.read(|tx| tx.inbox(Queue::All, None, None, 200)) {
        Ok(page) => page.rows,
        Err(error) => return complain(&error),
    };
    for row in rows {
        if let Err(error) = store.read(|tx| tx.timeline(row.id, None, 200)) {
            complain(&error);
        }
    }
}
