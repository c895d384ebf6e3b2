use anteroom_model::AttachmentKind::{self, Audio, File, Image, Sticker, Video};
use serde_json::json;

use super::super::payload::{read, read_list};
use super::*;

fn own() -> Own {
    Own { id: "17841490000000001".into(), address: "marlowstreet.clinic".into() }
}

fn every_kind() -> (RemoteThread, Vec<Value>) {
    let raw: Value = serde_json::from_str(include_str!("../fixtures/every-kind.json")).expect("JSON");
    let thread: Thread = read(&raw);
    let with = other_side(&own(), &thread).expect("Mara");
    let rows = read_list(&raw["messages"]).rows;
    (RemoteThread { id: thread.id, with, ours: "marlowstreet.clinic".into() }, rows)
}

fn read_one(id: &str) -> InboundMessage {
    let (thread, rows) = every_kind();
    let raw = rows.iter().find(|row| row["id"] == id).expect("a row of the fixture");
    let row = row(&own(), &thread, raw, Timestamp::UNIX_EPOCH).expect("it has an id");
    row.message.expect("it was opened")
}

fn text(body: &str) -> Content {
    Content::Text { body: body.into() }
}

fn check(id: &str, content: &Content, files: &[AttachmentKind]) {
    let message = read_one(id);
    let kinds: Vec<AttachmentKind> = message.attachments.iter().map(|file| file.kind).collect();
    // Compared by hand, because what tells about a patient prints as a mark.
    assert!(message.content == *content, "{id}: {:?}, words {:?}", message.content, message.content.text());
    assert_eq!(kinds, files, "{id}");
}

fn link(url: &str) -> Option<Phi<String>> {
    Some(url.into())
}

#[test]
fn every_kind_of_message_is_read() {
    let media = |caption: Option<&str>| Content::Media { caption: caption.map(Phi::from) };
    check("m01-text", &text("Do you have time on Friday?"), &[]);
    check("m02-elsewhere", &text("At ten?"), &[]);
    check("m03-photo", &media(None), &[Image, Image]);
    check("m04-voice", &media(None), &[Audio]);
    check("m05-film", &media(Some("see here")), &[Video]);
    check("m06-file", &media(None), &[File]);
    check("m07-sticker", &media(None), &[Sticker]);
    check("m08-gif", &media(None), &[Image]);
    check("m09-heart", &text("❤️"), &[]);
    let shared = |url: &str, title: &str| Content::Shared { url: link(url), title: Some(title.into()) };
    check("m10-share", &shared("https://www.instagram.com/p/Cx1/", "Whitening, before and after"), &[]);
    check("m11-link", &text("is this you? https://example.org/a\nhttps://example.org/b"), &[]);
    check("m18-webhook-post", &shared("https://lookaside.fbsbx.com/post", "A smile"), &[]);
    let reply = Content::StoryReply {
        body: "How much is it?".into(),
        story_url: link("https://lookaside.fbsbx.com/story1"),
    };
    check("m12-story-reply", &reply, &[]);
}

#[test]
fn a_story_that_mentions_us_leaves_its_link_and_no_file() {
    let mention = Content::StoryMention { story_url: link("https://lookaside.fbsbx.com/story2") };
    check("m13-story-mention", &mention, &[]);
}

#[test]
fn what_cannot_be_shown_is_kept_whole() {
    for (id, kind) in [
        ("m14-unsupported", "is_unsupported"),
        ("m15-poll", "poll"),
        ("m16-template", "attachment"),
        ("m19-hologram", "hologram"),
    ] {
        let (_, rows) = every_kind();
        let raw = rows.iter().find(|row| row["id"] == id).expect("a row of the fixture");
        let Content::Unsupported { raw_kind, raw: Some(kept) } = read_one(id).content else {
            panic!("{id} was not kept");
        };
        assert_eq!(raw_kind, kind);
        assert_eq!(serde_json::from_str::<Value>(&kept).ok().as_ref(), Some(raw), "{id}");
    }
}

#[test]
fn the_writer_is_told_by_id_or_by_name_or_by_the_reader() {
    assert_eq!(read_one("m01-text").direction, Direction::Inbound);
    let elsewhere = read_one("m02-elsewhere");
    assert_eq!((elsewhere.direction, elsewhere.origin), (Direction::Outbound, Origin::Elsewhere));
    assert_eq!(elsewhere.reply_to.as_deref(), Some("m01-text"));

    let (thread, _) = every_kind();
    let direction = |raw: Value| {
        let row = row(&own(), &thread, &raw, Timestamp::UNIX_EPOCH);
        row.and_then(|row| row.message).expect("a message").direction
    };
    let by_name = json!({"id": "x", "message": "a", "from": {"username": "MarlowStreet.clinic"}});
    assert_eq!(direction(by_name), Direction::Outbound);
    let by_reader = json!({"id": "x", "message": "a", "to": {"data": [{"id": "1600000000000001"}]}});
    assert_eq!(direction(by_reader), Direction::Outbound);
    // Nobody knows: better shown as the patient's than overlooked.
    assert_eq!(direction(json!({"id": "x", "message": "a"})), Direction::Inbound);
}

#[test]
fn reactions_come_with_who_and_what() {
    let reactions = read_one("m17-reacted").reactions;
    let told: Vec<(&str, &str)> = reactions
        .iter()
        .map(|reaction| (reaction.by.as_str(), reaction.emoji.as_deref().map_or("", String::as_str)))
        .collect();
    assert_eq!(told, [("1600000000000001", "❤️"), ("marlowstreet.clinic", "😂")]);
}

#[test]
fn a_file_can_be_found_again_and_its_claims_are_kept() {
    let message = read_one("m03-photo");
    assert_eq!(message.at.as_second(), 1_789_999_380);
    let photo = &message.attachments[0];
    let reference: Reference = serde_json::from_str(&photo.reference).expect("our own JSON");
    assert_eq!((reference.message.as_str(), reference.place), ("m03-photo", 0));
    assert_eq!(reference.url, "https://lookaside.fbsbx.com/a1");
    assert_eq!((photo.mime.as_deref(), photo.size), (Some("image/jpeg"), Some(48_213)));
    let gif = &read_one("m08-gif").attachments[0];
    assert_eq!(gif.mime.as_deref(), Some("image/gif"));
}

#[test]
fn a_file_that_is_listed_twice_in_its_message_is_one_file() {
    let (thread, rows) = every_kind();
    let mut raw = rows.iter().find(|row| row["id"] == "m03-photo").expect("a row of the fixture").clone();
    let list = raw["attachments"]["data"].as_array_mut().expect("a list of files");
    *list = list.drain(..).flat_map(|file| [file.clone(), file]).collect();
    let row = row(&own(), &thread, &raw, Timestamp::UNIX_EPOCH).expect("it has an id");
    assert_eq!(row.message.expect("it was opened").attachments.len(), 2, "as many as there are pictures");
}

#[test]
fn a_message_whose_files_are_not_all_ready_is_kept_until_it_has_them_all() {
    let (thread, rows) = every_kind();
    let raw = rows.iter().find(|row| row["id"] == "m03-photo").expect("a row of the fixture");
    let mut early = raw.clone();
    early["attachments"]["data"][1].as_object_mut().expect("a file").remove("image_data");
    let read = |raw: &Value| {
        let row = row(&own(), &thread, raw, Timestamp::UNIX_EPOCH).expect("it has an id");
        let message = row.message.expect("it was opened");
        (matches!(message.content, Content::Unsupported { .. }), message.attachments.len())
    };
    assert_eq!(read(&early), (true, 0), "kept whole, and no part of it is shown as all of it");
    assert_eq!(read(raw), (false, 2));
}

#[test]
fn a_message_that_is_listed_and_does_not_open_is_no_message() {
    let (thread, rows) = every_kind();
    let raw = rows.iter().find(|row| row["id"] == "m20-listed-only").expect("a row of the fixture");
    let row = row(&own(), &thread, raw, Timestamp::UNIX_EPOCH).expect("it has an id");
    assert!(row.message.is_none());
}

#[test]
fn the_other_side_is_found_without_a_list_of_participants() {
    let raw = json!({"id": "t", "messages": {"data": [
        {"id": "m", "from": {"id": "17841490000000001"}, "to": {"data": [{"id": "1600000000000009"}]}}]}});
    let with = other_side(&own(), &read(&raw)).expect("somebody");
    assert_eq!(with.handle.reveal(), "1600000000000009");
    assert!(other_side(&own(), &read(&json!({"id": "t"}))).is_none());
}
