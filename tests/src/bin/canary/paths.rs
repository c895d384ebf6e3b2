//! Every path, and every way in which it fails.

use anteroom_desk::views::{ConnectRequest, DraftSave, PatientEdit, ReplySend, TemplateSend};
use anteroom_sim::twilio::Voicemail;
use anteroom_sim::{Fault, FaultKind};
use anteroom_store::StoreError;
use anteroom_tests::{Clinic, hours, minutes};

use crate::acts;
use crate::words::{
    ANSWER, DESK_NOTE, DRAFT, HOSTILE, HOSTILE_USERNAME, LANDLINE, NAME, NOTE, NUMBER, OUR_FILE, PANIC,
    PATIENT, SAID, SEARCHED, THEIR_FILE, USERNAME, WRITTEN, WRONG_SECRET, WRONG_TOKEN,
};

/// One pixel, so that a picture can be sent.
const PNG: &[u8] = include_bytes!("pixel.png");

/// Goes everywhere. Returns what the providers gave us and nobody may find: tokens, and the ids of people.
pub async fn walk(clinic: &mut Clinic) -> Vec<String> {
    wrong_credentials(clinic).await;
    for request in [clinic.instagram_request(), clinic.twilio_request()] {
        clinic.connect(request).await;
    }
    let quimby = clinic.sim.instagram().patient(NAME, USERNAME);
    let grimaldus = clinic.sim.instagram().patient(HOSTILE, HOSTILE_USERNAME);
    let texter = clinic.sim.twilio().patient(NUMBER);
    let landline = clinic.sim.twilio().patient(LANDLINE);
    let (key, secret) = clinic.sim.twilio().main_key();
    let secrets = vec![
        clinic.sim.instagram().token(),
        secret.to_owned(),
        quimby.id().to_owned(),
        grimaldus.id().to_owned(),
    ];
    let _ = key;
    quimby.writes(WRITTEN);
    quimby.sends_photo();
    quimby.sends_file(THEIR_FILE);
    grimaldus.writes(HOSTILE);
    texter.writes(WRITTEN);
    texter.on_whatsapp().sends_file(THEIR_FILE);
    texter.leaves_voicemail(&Voicemail::saying(SAID, 4));
    landline.writes(WRITTEN);
    landline.has_a_landline();
    clinic.advance(minutes(5)).await;
    let people = [quimby.id(), grimaldus.id(), NUMBER, LANDLINE];

    acts::patients(clinic, &quimby).await;
    at_the_desk(clinic, &people).await;
    acts::staff(clinic).await;
    texter.rings_in_vain();
    clinic.advance(minutes(5)).await;
    for fault in faults() {
        clinic.sim.fault(Fault::always(fault).every(2));
        quimby.writes(WRITTEN);
        texter.writes(WRITTEN);
        texter.rings_in_vain();
        for handle in people {
            let _ = clinic.tries_to_reply(handle, ANSWER).await;
        }
        let _ = clinic.desk().call_place(&clinic.conversation(NUMBER)).await;
        clinic.advance(minutes(5)).await;
        clinic.sim.clear_faults();
    }
    nonsense(clinic).await;
    the_disk_fails(clinic).await;
    panics(clinic).await;
    too_late(clinic).await;
    texter.opts_out();
    clinic.advance(minutes(5)).await;
    let _ = clinic.tries_to_reply(NUMBER, ANSWER).await;
    clinic.sim.instagram().revoke_token();
    clinic.advance(minutes(5)).await;
    clinic.restart().await;
    for account in clinic.desk().accounts().expect("the accounts") {
        let _ = clinic.desk().account_disconnect(&account.id).await;
    }
    clinic.sim.twilio().revoke();
    clinic.advance(hours(1)).await;
    let _ = clinic.tries_to_reply(quimby.id(), ANSWER).await;
    secrets
}

fn faults() -> Vec<FaultKind> {
    let down = |taken| FaultKind::Down { status: 500, taken, retry_after: None };
    vec![
        FaultKind::TooMany { retry_after: Some(1) },
        FaultKind::TooMany { retry_after: None },
        down(true),
        down(false),
        FaultKind::Reset { taken: true },
        FaultKind::Reset { taken: false },
        FaultKind::Truncated { bytes: 200 },
        FaultKind::Duplicates,
        FaultKind::OutOfOrder,
        FaultKind::Garbage,
        FaultKind::Html,
        FaultKind::Huge { bytes: 9_000_000 },
        FaultKind::Redirect { location: format!("http://127.0.0.1:9/?who={NUMBER}&what={SEARCHED}") },
    ]
}

async fn wrong_credentials(clinic: &Clinic) {
    let wrong = [
        ConnectRequest::Instagram { token: WRONG_TOKEN.into() },
        ConnectRequest::Instagram { token: format!("{WRONG_TOKEN}\nX: y") },
        ConnectRequest::Twilio {
            account_sid: clinic.sim.twilio().account_sid().into(),
            key_sid: "SK00000000000000000000000000000000".into(),
            secret: WRONG_SECRET.into(),
        },
    ];
    for request in wrong {
        let refused = clinic.desk().account_connect_at(request, Some(clinic.base_url())).await;
        assert!(refused.is_err());
    }
}

async fn at_the_desk(clinic: &Clinic, people: &[&str]) {
    let desk = clinic.desk();
    for handle in people {
        let conversation = clinic.conversation(handle);
        let view = desk.conversation_open(&conversation).await.expect("it opens");
        let edit = PatientEdit {
            name: PATIENT.into(),
            birth_date: Some("1961-02-03".into()),
            language: Some("sq".into()),
            desk_note: DESK_NOTE.into(),
            ..PatientEdit::default()
        };
        for identity in &view.card.identities {
            let _ = desk.patient_create(&identity.id, edit.clone()).await;
        }
        let _ = desk.draft_attach(&conversation, OUR_FILE, PNG.to_vec()).await;
        let _ = desk.draft_attach(&conversation, OUR_FILE, ANSWER.as_bytes().to_vec()).await;
        let draft = DraftSave {
            later: None,
            conversation: conversation.clone(),
            reply: DRAFT.into(),
            note: NOTE.into(),
            quote: None,
            by: None,
        };
        desk.draft_save(draft).await.expect("kept");
        desk.note_add(&conversation, NOTE).await.expect("kept");
        let files = clinic.opens(handle).await.composer.draft.files.into_iter().map(|file| file.id);
        let reply = ReplySend {
            later: None,
            conversation: conversation.clone(),
            text: ANSWER.into(),
            quote: None,
            files: files.collect(),
            press: clinic.press(),
        };
        let _ = desk.reply_send(reply).await;
        let template = TemplateSend {
            later: None,
            conversation: conversation.clone(),
            template: "HX00000000000000000000000000000000".into(),
            values: vec![("1".into(), PATIENT.into())],
            press: clinic.press(),
        };
        let _ = desk.templates(&conversation).await;
        let _ = desk.template_send(template).await;
        let _ = desk.call_place(&conversation).await;
        for item in &view.items {
            if let anteroom_desk::views::ItemBody::Message(message) = &item.body {
                for file in &message.attachments {
                    let _ = desk.attachment_export(&file.id).await;
                    let _ = desk.file_open(&file.id, true).await;
                }
            }
        }
        let _ = clinic.tries_to_reply(handle, &ANSWER.repeat(200)).await;
        clinic.advance(minutes(2)).await;
    }
    for typed in
        [WRITTEN, NAME, NUMBER, SEARCHED, "from:Leocadia has:file", "before:xanthosiderite \"zygodactyl"]
    {
        let _ = desk.search(typed, None);
        let _ = desk.search(typed, Some(SEARCHED));
    }
}

/// Words where ids belong.
async fn nonsense(clinic: &Clinic) {
    let desk = clinic.desk();
    for word in [NAME, NUMBER, WRITTEN] {
        let _ = desk.conversation_open(word).await;
        let _ = desk.conversation_older(word, SEARCHED);
        let _ = desk.patient_card(word);
        let _ = desk.outbox_retry(word).await;
        let _ = desk.outbox_undo(word).await;
        let _ = desk.attachment_retry(word).await;
        let _ = desk.file_open(word, false).await;
        let _ = desk.account_poll_now(word);
        let _ = desk.link_undo(word).await;
        let _ = desk.place_save(word.to_owned()).await;
    }
}

/// The file is not there while patients and staff write.
async fn the_disk_fails(clinic: &Clinic) {
    let (here, away) = (clinic.folder().join("anteroom.db"), clinic.folder().join("away.db"));
    std::fs::rename(&here, &away).expect("moved");
    clinic.sim.twilio().patient(NUMBER).writes(WRITTEN);
    let conversation = clinic.conversation(NUMBER);
    assert!(clinic.desk().note_add(&conversation, NOTE).await.is_err());
    clinic.advance(minutes(1)).await;
    std::fs::rename(&away, &here).expect("moved back");
    clinic.advance(minutes(1)).await;
}

/// A reply waits for the network for so long that it may not leave any more.
async fn too_late(clinic: &Clinic) {
    // Somebody new: nothing of hers is in front of it.
    let sister = clinic.sim.instagram().patient(NAME, "leocadia.again");
    sister.writes(WRITTEN);
    clinic.advance(minutes(2)).await;
    clinic.sim.network().down().await;
    clinic.tries_to_reply(sister.id(), ANSWER).await.expect("taken");
    clinic.advance(minutes(1)).await;
    clinic.clock.advance(hours(8 * 24));
    clinic.sim.network().up().await;
    clinic.advance(minutes(5)).await;
}

/// In a task, in a thread, and in the middle of a transaction.
async fn panics(clinic: &Clinic) {
    assert!(tokio::spawn(async { panic!("{PANIC} {NAME}") }).await.is_err());
    assert!(std::thread::spawn(|| panic!("{PANIC} {NUMBER}")).join().is_err());
    let broke = clinic.desk().store().write(|_| -> Result<(), StoreError> { panic!("{PANIC} {WRITTEN}") });
    assert!(broke.await.is_err());
}
