//! Pictures and files: fetched after their message, sealed, shown small, saved only because somebody asks.

use anteroom_desk::views::{AttachmentView, Code, FetchState, FileKind, ItemBody, ReplySend};
use anteroom_sim::{Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes, seconds};

/// Where Instagram keeps its files.
const FILES_HOST: &str = "lookaside.fbsbx.com";

async fn files_of(clinic: &Clinic, handle: &str) -> Vec<AttachmentView> {
    let items = clinic.opens(handle).await.items.into_iter();
    items
        .flat_map(|item| match item.body {
            ItemBody::Message(message) => message.attachments,
            _ => Vec::new(),
        })
        .collect()
}

/// Every file in the clinic's folder that has these bytes in it.
fn in_clear(clinic: &Clinic, bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![clinic.folder().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else if std::fs::read(entry.path())
                .is_ok_and(|content| content.windows(bytes.len()).any(|part| part == bytes))
            {
                found.push(entry.path().display().to_string());
            }
        }
    }
    found
}

#[tokio::test]
async fn a_photo_is_fetched_sealed_and_shown_small() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.sends_photo();
    clinic.advance(minutes(1)).await;
    let photo = files_of(&clinic, maria.id()).await.remove(0);
    assert_eq!((photo.kind, photo.state), (FileKind::Image, FetchState::Here));
    assert!(photo.has_thumbnail && photo.dimensions.is_some());
    let whole = clinic.desk().file_open(&photo.id, false).await.expect("the file");
    let bytes = whole.read(0..whole.length).await.expect("its bytes");
    assert_eq!(Some(whole.length), photo.size);
    assert_eq!(in_clear(&clinic, &bytes[..32]), Vec::<String>::new(), "nothing lies on the disk in clear");
    let small = clinic.desk().file_open(&photo.id, true).await.expect("the small picture");
    assert_eq!(small.mime, "image/jpeg");
    assert_eq!(small.read(0..2).await.expect("bytes"), [0xFF, 0xD8]);
    let saved = clinic.desk().attachment_export(&photo.id).await.expect("a copy");
    assert_eq!(saved.bytes.as_slice(), bytes);
    assert!(saved.name.contains('.'));
}

#[tokio::test]
async fn photos_that_are_listed_later_than_their_message_are_fetched() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    let message = maria.begins_photos();
    clinic.advance(minutes(1)).await;
    assert_eq!(files_of(&clinic, maria.id()).await.len(), 0);
    maria.ends_photos(&message);
    clinic.advance(minutes(2)).await;
    let files = files_of(&clinic, maria.id()).await;
    let states: Vec<FetchState> = files.into_iter().map(|file| file.state).collect();
    assert_eq!(states, [FetchState::Here, FetchState::Here]);
    assert_eq!(clinic.opens(maria.id()).await.items.len(), 1);
}

#[tokio::test]
async fn a_message_does_not_wait_for_its_file_which_is_tried_again() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    let down = FaultKind::Down { status: 503, taken: false, retry_after: None };
    let fault = clinic.sim.fault(Fault::always(down).host(FILES_HOST));
    maria.sends_photo();
    maria.writes("my tooth");
    clinic.advance(minutes(1)).await;
    assert_eq!(clinic.thread(maria.id()).await.len(), 2, "the messages are here");
    assert!(clinic.sim.fault_hits(fault) > 0, "the file was asked for");
    let photo = files_of(&clinic, maria.id()).await.remove(0);
    assert!(matches!(photo.state, FetchState::Retrying { .. }), "{:?}", photo.state);
    clinic.sim.clear_faults();
    clinic.advance(hours(1)).await;
    assert_eq!(files_of(&clinic, maria.id()).await[0].state, FetchState::Here);
}

#[tokio::test]
async fn a_link_that_ended_while_the_computer_slept_is_renewed_by_asking_again() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    let fault = clinic.sim.fault(Fault::always(FaultKind::Reset { taken: false }).host(FILES_HOST));
    maria.sends_photo();
    clinic.advance(minutes(1)).await;
    assert!(clinic.sim.fault_hits(fault) > 0, "the file was asked for");
    clinic.sim.clear_faults();
    // The computer sleeps over the link's 48 hours.
    clinic.sleeps(hours(60)).await;
    clinic.advance(minutes(1)).await;
    assert_eq!(files_of(&clinic, maria.id()).await[0].state, FetchState::Here);
}

#[tokio::test]
async fn a_file_that_the_provider_has_lost_is_said_to_be_gone() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.sends_photo();
    let again = clinic.sim.instagram().known("maria.k").expect("she was met");
    again.files_are_lost();
    clinic.advance(minutes(1)).await;
    assert_eq!(files_of(&clinic, maria.id()).await[0].state, FetchState::Gone);
}

#[tokio::test]
async fn a_file_that_the_provider_gives_nobody_any_more_is_said_to_be_gone() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    let fault = clinic.sim.fault(Fault::always(FaultKind::Reset { taken: false }).host(FILES_HOST));
    maria.sends_photo();
    clinic.advance(minutes(1)).await;
    assert!(clinic.sim.fault_hits(fault) > 0, "the file was asked for");
    // Instagram gives out only the newest twenty messages of a conversation.
    for day in ["Monday", "Tuesday"] {
        for n in 0..12 {
            maria.writes(&format!("{day}, question {n}"));
        }
        clinic.advance(minutes(1)).await;
    }
    clinic.sim.clear_faults();
    clinic.sleeps(hours(60)).await;
    clinic.advance(minutes(1)).await;
    assert_eq!(files_of(&clinic, maria.id()).await[0].state, FetchState::Gone);
    assert_eq!(clinic.thread(maria.id()).await.len(), 25, "the message stays");
}

#[tokio::test]
async fn a_file_that_staff_attach_is_sealed_at_once_and_reaches_the_patient() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.writes("Where is it?");
    clinic.advance(minutes(1)).await;
    let conversation = clinic.conversation(maria.id());
    let picture = png();
    let draft = clinic
        .desk()
        .draft_attach(&conversation, "C:\\plans\\way.png", picture.clone())
        .await
        .expect("taken");
    assert_eq!((draft.files[0].name.as_str(), draft.files[0].kind), ("way.png", FileKind::Image));
    assert_eq!(in_clear(&clinic, &picture[..30]), Vec::<String>::new());
    let reply = ReplySend {
        later: None,
        conversation: conversation.clone(),
        text: "Here".into(),
        quote: None,
        files: vec![draft.files[0].id.clone()],
        press: clinic.press(),
    };
    clinic.desk().reply_send(reply).await.expect("taken");
    clinic.advance(seconds(30)).await;
    let received = maria.received();
    assert_eq!(received.iter().map(|message| message.media).sum::<usize>(), 1, "{received:?}");
    assert!(received.iter().any(|message| message.text == "Here"));
    assert!(clinic.opens(maria.id()).await.composer.draft.files.is_empty());
}

#[tokio::test]
async fn what_the_channel_does_not_take_is_refused_before_it_is_sealed() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.writes("hello");
    clinic.advance(minutes(1)).await;
    let conversation = clinic.conversation(maria.id());
    let refused = clinic.desk().draft_attach(&conversation, "plan.zip", b"PK\x03\x04 nothing".to_vec()).await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::FileKindRefused));
    let empty = clinic.desk().draft_attach(&conversation, "empty.png", Vec::new()).await;
    assert_eq!(empty.map(drop).map_err(|error| error.code), Err(Code::FileUnreadable));
}

/// A picture of one pixel.
fn png() -> Vec<u8> {
    vec![
        0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0,
        0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 13, b'I', b'D', b'A', b'T', 0x78, 0x9C,
        0x63, 0xF8, 0xCF, 0xC0, 0xF0, 0x1F, 0, 5, 0, 1, 0xFF, 0x89, 0x99, 0x3D, 0x1D, 0, 0, 0, 0, b'I', b'E',
        b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
    ]
}

#[tokio::test]
async fn a_photo_that_the_network_held_up_comes_with_the_network() {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    clinic.sim.fault(Fault::always(FaultKind::Reset { taken: false }).host(FILES_HOST));
    maria.sends_photo();
    clinic.advance(minutes(1)).await;
    clinic.sim.network().down().await;
    clinic.sim.clear_faults();
    clinic.advance(hours(5)).await;
    let photo = files_of(&clinic, maria.id()).await.remove(0);
    assert!(matches!(photo.state, FetchState::Retrying { .. }), "{:?}", photo.state);
    // The first answer after an outage is often a bad one, and nothing was tried while nobody could be asked.
    let down = FaultKind::Down { status: 503, taken: false, retry_after: None };
    let fault = clinic.sim.fault(Fault::once(down).host(FILES_HOST));
    clinic.sim.network().up().await;
    clinic.advance(minutes(2)).await;
    assert_eq!(clinic.sim.fault_hits(fault), 1);
    assert_eq!(files_of(&clinic, maria.id()).await[0].state, FetchState::Here);
}
