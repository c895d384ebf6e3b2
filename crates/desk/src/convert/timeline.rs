//! Items of a conversation.

use anteroom_model::{CallDirection, Content, Direction, Origin, Phi, StaffId, TranscriptLine};
use anteroom_store::{
    AttachmentRow, CallRow, FetchState as Kept, ItemRow, MentionRow, MessageRow, NoteRow, Quote, RecordingRow,
};

use super::delivery::{Around, delivery};
use super::reactions::reactions;
use super::{call_end, file_kind};
use crate::reading::text as place;
use crate::views::{
    AttachmentView, CallView, ContentView, FetchState, ItemBody, MessageView, NotePiece, OriginView,
    QuoteView, RecordingView, TimelineItem, TranscriptLineView, UtcMillis,
};

/// Below this the machine that wrote a transcript was unsure.
const UNSURE: f32 = 0.6;
/// First words of a quoted message.
const QUOTED: usize = 200;

/// An item, with what its conversation knows around it.
pub fn item(row: ItemRow, around: &Around<'_>) -> TimelineItem {
    let position = row.position();
    let (id, body) = match row {
        ItemRow::Message(row) => (row.id.to_string(), ItemBody::Message(message(*row, around))),
        ItemRow::Call(row) => (row.id.to_string(), ItemBody::Call(call(*row, around))),
        ItemRow::Note(row) => (row.id.to_string(), note(row, around)),
    };
    TimelineItem { id, position: place(position), at: position.at().into(), body }
}

fn note(row: NoteRow, around: &Around<'_>) -> ItemBody {
    let by = around.person(Some(row.by));
    ItemBody::Note {
        pieces: pieces(row.text.reveal(), &row.mentions),
        of_review: row.of_review,
        for_me: row.mentions.iter().any(|mention| mention.unread && mention.staff == around.me()),
        text: row.text.into_inner(),
        by: by.map(|by| by.name.clone()).unwrap_or_default(),
        initials: by.map(|by| by.initials.clone()).unwrap_or_default(),
        colour: by.map_or(1, |by| u32::from(by.colour)),
    }
}

/// A note's words, with those that name somebody by themselves; the longest where one name begins like another.
fn pieces(text: &str, mentions: &[MentionRow]) -> Vec<NotePiece> {
    let named = |from: &str| {
        let behind = from.strip_prefix('@')?;
        let fits = |name: &&String| {
            behind.strip_prefix(name.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        mentions.iter().map(|mention| &mention.written).filter(fits).map(|name| name.len() + 1).max()
    };
    let mut pieces = Vec::new();
    let (mut plain, mut at) = (0, 0);
    while let Some(sign) = text[at..].find('@').map(|found| at + found) {
        let in_a_word = text[..sign].ends_with(char::is_alphanumeric);
        let Some(length) = named(&text[sign..]).filter(|_| !in_a_word) else {
            at = sign + 1;
            continue;
        };
        if plain < sign {
            pieces.push(NotePiece { text: text[plain..sign].to_owned(), mention: false });
        }
        at = sign + length;
        pieces.push(NotePiece { text: text[sign..at].to_owned(), mention: true });
        plain = at;
    }
    if plain < text.len() {
        pieces.push(NotePiece { text: text[plain..].to_owned(), mention: false });
    }
    pieces
}

fn message(row: MessageRow, around: &Around<'_>) -> MessageView {
    let ours = row.direction == Direction::Outbound;
    let delivery = ours.then(|| delivery(&row, around)).flatten();
    MessageView {
        ours,
        origin: match row.rule {
            Some(rule) => OriginView::Rule { rule: rule.into(), stopped: around.is_stopped(rule) },
            None => origin(row.origin, row.staff, around),
        },
        content: content(row.content),
        attachments: row.attachments.into_iter().map(attachment).collect(),
        reply_to: row.reply_to.map(quote),
        reactions: reactions(row.reactions, row.reacting, around),
        taken_back: row.taken_back,
        delivery,
    }
}

fn origin(origin: Origin, staff: Option<StaffId>, around: &Around<'_>) -> OriginView {
    match origin {
        Origin::Patient => OriginView::Patient,
        Origin::Desk => OriginView::Staff { name: around.staff_name(staff).unwrap_or_default() },
        Origin::Elsewhere => OriginView::Elsewhere,
        Origin::Automation => OriginView::Automation,
    }
}

fn content(content: Content) -> ContentView {
    let words = |text: Option<Phi<String>>| text.map(Phi::into_inner);
    match content {
        Content::Text { body } => ContentView::Text { body: body.into_inner() },
        Content::Media { caption } => ContentView::Media { caption: words(caption) },
        Content::Location { latitude, longitude, name, address } => ContentView::Location {
            latitude: latitude.into_inner(),
            longitude: longitude.into_inner(),
            name: words(name),
            address: words(address),
        },
        Content::Template { name, body, .. } => ContentView::Template { name, body: body.into_inner() },
        Content::StoryReply { body, .. } => ContentView::StoryReply { body: body.into_inner() },
        Content::StoryMention { .. } => ContentView::StoryMention,
        Content::Shared { url, title } => ContentView::Shared { url: words(url), title: words(title) },
        Content::Unsupported { raw_kind, .. } => ContentView::Unsupported { raw_kind },
    }
}

/// A file.
pub fn attachment(row: AttachmentRow) -> AttachmentView {
    AttachmentView {
        id: row.id.to_string(),
        kind: file_kind(row.kind),
        name: row.file_name.map(Phi::into_inner),
        size: row.size,
        state: match (row.state, row.due_at) {
            (Kept::Waiting, _) | (Kept::Retrying, None) => FetchState::Waiting,
            (Kept::Retrying, Some(at)) => FetchState::Retrying {
                at: at.into(),
                possible_until: row.available_until.map(UtcMillis::from),
            },
            (Kept::Here, _) => FetchState::Here,
            (Kept::Gone, _) => FetchState::Gone,
            (Kept::NotKept, _) => FetchState::NotKept,
        },
        has_thumbnail: row.thumb.is_some(),
        dimensions: row.dimensions,
        seconds: row.seconds,
        waveform: row.waveform,
    }
}

fn quote(row: Quote) -> QuoteView {
    QuoteView {
        id: row.id.map(|id| id.to_string()),
        ours: row.ours,
        text: row.text.map(|text| text.reveal().chars().take(QUOTED).collect()),
    }
}

fn call(row: CallRow, around: &Around<'_>) -> CallView {
    CallView {
        ours: row.direction == CallDirection::Outbound,
        outcome: call_end(row.outcome),
        talk_seconds: row.talk_seconds,
        ring_seconds: row.ring_seconds,
        by: around.staff_name(row.by),
        recordings: row.recordings.into_iter().map(recording).collect(),
    }
}

fn recording(row: RecordingRow) -> RecordingView {
    RecordingView {
        voicemail: row.source == anteroom_model::RecordingSource::Voicemail,
        audio: row.audio.map(attachment),
        seconds: row.seconds,
        transcript: row.transcript.into_iter().map(line).collect(),
        deleted_at_provider: row.deleted_there,
        deleted_at_provider_on: row.deleted_there_at.map(UtcMillis::from),
    }
}

fn line(line: TranscriptLine) -> TranscriptLineView {
    TranscriptLineView {
        start: line.start,
        text: line.text.into_inner(),
        unsure: line.confidence.is_some_and(|sure| sure < UNSURE),
    }
}
