//! Search over all history, as the window shows it.

use anteroom_model::Query;
use anteroom_store::{Found, FoundIn, FoundItem, Piece as KeptPiece, Position};

use crate::convert::{as_people_write, marked_as_people_write};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::reading::{place, text};
use crate::views::{
    ConversationHit, HitKind, MessageHit, PersonHit, Piece, SearchResults, UtcMillis, WireError,
};

/// Hits on one page.
const PAGE: usize = 50;
/// Nobody types more; a pasted page is cut.
const LONGEST: usize = 400;

impl Desk {
    /// Finds people, conversations and what was said; `more` goes on where the page before ended.
    ///
    /// # Errors
    /// What the store says.
    pub fn search(&self, typed: &str, more: Option<&str>) -> Result<SearchResults, WireError> {
        let began = self.core.clock.now();
        let typed: String = typed.chars().take(LONGEST).collect();
        let query = Query::parse(&typed);
        let before = more.map(place).transpose()?;
        let found = self.core.read(|tx| tx.search(&query, PAGE, before)).map_err(Fault::from)?;
        let took = self.core.clock.now().duration_since(began);
        Ok(results(found, took.as_millis_f64()))
    }
}

fn results(found: Found, took_ms: f64) -> SearchResults {
    let people = found.people.into_iter().map(|person| PersonHit {
        patient: person.patient.to_string(),
        name: pieces(person.name),
        birth_date: person.birth_date.map(|date| date.reveal().to_string()),
        channels: person.channels.into_iter().map(Into::into).collect(),
        conversation: person.conversation.map(|id| id.to_string()),
    });
    let conversations = found.conversations.into_iter().map(|hit| ConversationHit {
        conversation: hit.conversation.to_string(),
        name: marked_as_people_write(pieces(hit.name)),
        channel: hit.channel.into(),
        last_at: hit.last.at().into(),
    });
    SearchResults {
        people: people.collect(),
        conversations: conversations.collect(),
        messages: found.items.into_iter().map(message).collect(),
        more: found.more.map(text),
        range_from: found.searched_to.map(Position::at).map(UtcMillis::from),
        took_ms,
    }
}

fn message(hit: FoundItem) -> MessageHit {
    MessageHit {
        conversation: hit.conversation.to_string(),
        item: hit.id.to_string(),
        position: text(hit.position),
        kind: kind(&hit),
        name: as_people_write(hit.name.reveal()),
        ours: hit.ours,
        snippet: pieces(hit.snippet),
        channel: hit.channel.into(),
        at: hit.position.at().into(),
    }
}

fn kind(hit: &FoundItem) -> HitKind {
    match hit.place {
        FoundIn::Transcript => HitKind::Transcript,
        FoundIn::FileName => HitKind::Attachment,
        FoundIn::Words if hit.is == anteroom_store::ItemIs::Note => HitKind::Note,
        FoundIn::Words => HitKind::Message,
    }
}

fn pieces(pieces: Vec<KeptPiece>) -> Vec<Piece> {
    pieces.into_iter().map(|piece| Piece { text: piece.text.into_inner(), hit: piece.hit }).collect()
}
