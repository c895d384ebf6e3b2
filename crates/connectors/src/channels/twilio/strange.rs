//! Entry points for fuzzing: whatever bytes Twilio, or somebody in its place, may send, and whatever a damaged store
//! may hand back as a cursor or as the place of a file. Nothing may panic; a row with an id must come out as something,
//! and what a request made has an id or is not known.

use anteroom_model::InboundEvent;
use jiff::Timestamp;

use super::feed::Feeding;
use super::payload::{
    self, ContentTemplate, Leg, Media, Message, OlderTranscript, OwnNumber, Page, Sender, Sentence, Sound,
    VoiceTranscript,
};
use super::{account, api, calls, convert, legs, media, messages, recordings, send, templates, words};

const KEYS: [&str; 11] = [
    "messages",
    "media_list",
    "calls",
    "recordings",
    "transcriptions",
    "transcripts",
    "sentences",
    "contents",
    "incoming_phone_numbers",
    "senders",
    "services",
];

/// A body that claims to be a list, of whatever kind, or what was made by a request, or an error.
pub fn list(body: &[u8]) {
    let _ = payload::error_code(body);
    assert!(payload::made(body).is_none_or(|id| !id.is_empty()), "an id, or none");
    for key in KEYS {
        let Ok(page) = Page::read(body, key) else { continue };
        if let Some(next) = &page.next {
            let _ = api::place(next);
        }
        rows(&page);
    }
}

/// What we stored about how far a list was read, and about where a file is.
pub fn stored(text: &str) {
    cursor::<messages::State>(text);
    cursor::<calls::State>(text);
    cursor::<recordings::State>(text);
    if let Ok(place) = text.parse::<media::Place>() {
        assert_eq!(place.to_string().parse(), Ok(place), "what is written can be read");
    }
    let _ = payload::parse_time(text);
    let _ = send::plain(text);
}

fn cursor<F: Feeding>(text: &str) {
    let Ok(state) = serde_json::from_str::<F>(text) else { return };
    let written = serde_json::to_string(&state).expect("a state is plain data");
    assert!(serde_json::from_str::<F>(&written).is_ok(), "what is written can be read");
}

fn rows(page: &Page) {
    let now = Timestamp::UNIX_EPOCH;
    let all: Vec<Leg> = page.rows.iter().filter_map(payload::row).collect();
    let folded = legs::fold(&all, now);
    for call in &folded.calls {
        assert!(!call.legs.is_empty(), "a call has at least one leg");
    }
    if let Some((parent, children)) = all.split_first() {
        let _ = legs::progress(parent, children);
    }
    let sentences = || page.rows.iter().filter_map(payload::row::<Sentence>).collect();
    for raw in &page.rows {
        if let Some(row) = payload::row::<Message>(raw) {
            let files = page.rows.iter().filter_map(payload::row::<Media>);
            let files = files.map(|media| convert::file(&row, &media)).collect();
            let events = convert::fresh(&row, raw, files, now);
            assert!(
                matches!(events.first(), Some(InboundEvent::Message(_))),
                "a row with an id is a message"
            );
            let _ = row.is_settled(now);
        }
        if let Some(row) = payload::row::<Sound>(raw) {
            let _ = words::recording(&row, None, now);
        }
        if let Some(row) = payload::row::<VoiceTranscript>(raw) {
            let _ = words::of_voice(&row, sentences());
        }
        if let Some(row) = payload::row::<OlderTranscript>(raw) {
            let _ = words::of_older(row);
        }
        if let Some(row) = payload::row::<ContentTemplate>(raw) {
            let _ = templates::template(row).blanks();
        }
        if let Some(row) = payload::row::<OwnNumber>(raw) {
            let _ = (row.can("sms"), row.can("voice"));
        }
        if let Some(row) = payload::row::<Sender>(raw) {
            assert!(account::sender_number(row).is_none_or(|number| !number.is_empty()), "a number, or none");
        }
    }
}
