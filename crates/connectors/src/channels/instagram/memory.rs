//! What the connector remembers between two polls: its cursor.
//!
//! Holds: it is the whole state of the feed and is stored in the same transaction as the events it stands for, so a
//! crash repeats a poll and loses nothing. An unreadable one means "start afresh", which is harmless because intake
//! knows every message by its id. It holds ids, times, marks of texts (see `mark`) and reactions; no text.
//!
//! Instagram reports neither edits nor unsends to a poll. They are inferred from the newest 20 ids of the most recent
//! conversations: another text under a known id is an edit; a known id that is gone from between two that are there
//! is an unsend, once every poll has missed it for longer than a list may be late. The store deletes the words then, so
//! polls in a row are not enough: a focused window asks twice within a second. An id that fell behind the twenty, an
//! empty answer, or a message that is listed but no longer opens (error 9000001) is neither.
//!
//! A message in which there is nothing yet, or that was refused, is told as such and told again once it opens: pictures
//! are listed before they are ready. Where messages are read one by one, it is asked for again meanwhile.

use std::collections::BTreeMap;

use anteroom_model::{Content, Cursor, InboundMessage, Phi, Reaction};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::convert::Row;
use super::fields::Fields;
use super::mark::Marker;

/// Only this many messages of a conversation can be opened (Conversations API).
pub(super) const HORIZON: usize = 20;
/// Lists are read again this far back, because they are not always up to date at once. For as long, an id that is
/// missing may only be late.
const OVERLAP: SignedDuration = SignedDuration::from_mins(5);
/// Activity later than this is a mistake of somebody's: as the mark, it would hide all that is truly new.
const AHEAD: SignedDuration = SignedDuration::from_hours(1);
/// A message in which there is nothing is asked for again this often, and for so long after it was written.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(5);
const MAY_OPEN: SignedDuration = SignedDuration::from_hours(48);
/// Conversations whose messages are remembered; about 2 kB each.
const REMEMBERED: usize = 64;
/// A page cursor of Graph's is short-lived.
const PASS_LASTS: SignedDuration = SignedDuration::from_mins(10);
/// A list that never ends is a fault of somebody's.
const MOST_PAGES: u32 = 4_000;

/// The cursor's content.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Memory {
    pub fields: Fields,
    /// The latest activity up to which every conversation has been read.
    high: Option<Timestamp>,
    /// A walk through the list that has not ended.
    pass: Option<Pass>,
    threads: BTreeMap<String, Known>,
    #[serde(skip)]
    marker: Marker,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Pass {
    newest: Option<Timestamp>,
    after: String,
    began: Timestamp,
    pages: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Known {
    at: Timestamp,
    seen: Vec<Seen>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Seen {
    id: String,
    /// Unix milliseconds.
    t: i64,
    /// Mark of the text; `None` when there was nothing in the message yet.
    h: Option<u64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    r: Vec<(Phi<String>, Phi<String>)>,
    /// The poll since which it has been missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    s: Option<Timestamp>,
    /// When it was last opened with nothing in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    w: Option<Timestamp>,
}

impl Seen {
    /// Whether it should be opened again, because there was nothing in it.
    fn is_waiting(&self, now: Timestamp) -> bool {
        let young = now.as_millisecond().saturating_sub(self.t) < MAY_OPEN.as_millis() as i64;
        let tried = self.w.is_some_and(|tried| now >= tried && now.duration_since(tried) < AGAIN_AFTER);
        self.h.is_none() && young && !tried
    }

    /// When it was last opened in vain, once it has been opened in vain at `now`.
    fn tried(&self, now: Timestamp) -> Option<Timestamp> {
        if self.is_waiting(now) { Some(now) } else { self.w }
    }

    /// Not listed, perhaps once more. By a clock that was set back, it has been missing since now.
    fn missed(self, now: Timestamp) -> Self {
        Self { s: Some(self.s.map_or(now, |since| since.min(now))), ..self }
    }

    /// Never by one poll alone: that one only begins to count.
    fn is_unsent(&self, now: Timestamp) -> bool {
        self.s.is_some_and(|since| now.duration_since(since) > OVERLAP)
    }
}

/// What a reading of a conversation brought.
#[derive(Default)]
pub(super) struct News {
    /// New or changed messages, oldest first.
    pub messages: Vec<InboundMessage>,
    /// Reactions that came or went on messages known before.
    pub reactions: Vec<Reaction>,
    /// Ids of messages that were taken back.
    pub unsent: Vec<String>,
    /// Messages before this may be missing.
    pub gap: Option<Timestamp>,
}

impl Memory {
    pub(super) fn read(cursor: Option<&Cursor>, marker: Marker, now: Timestamp) -> Self {
        let mut memory: Self =
            cursor.and_then(|cursor| serde_json::from_str(&cursor.0).ok()).unwrap_or_default();
        memory.marker = marker;
        memory.fields.refresh(now);
        memory.high = memory.high.filter(|high| is_believable(*high, now));
        memory.pass = memory.pass.filter(|pass| {
            let age = now.duration_since(pass.began);
            !age.is_negative() && age <= PASS_LASTS
        });
        memory
    }

    pub(super) fn write(&self) -> Cursor {
        Cursor(serde_json::to_string(self).expect("string keys and plain values"))
    }

    /// Where the walk through the list goes on.
    pub(super) fn page_after(&self) -> Option<&str> {
        self.pass.as_ref().map(|pass| pass.after.as_str())
    }

    /// Begins the walk again from the top; what was read stays known.
    pub(super) fn restart_pass(&mut self) {
        self.pass = None;
    }

    /// Whether there is more to catch up on than the newest few conversations.
    pub(super) const fn is_catching_up(&self) -> bool {
        self.high.is_none() || self.pass.is_some()
    }

    /// Whether a conversation may have something new (for accounts that need a call per message).
    pub(super) fn may_have_news(&self, thread: &str, updated: Option<Timestamp>, now: Timestamp) -> bool {
        let Some(updated) = updated else { return true };
        match self.threads.get(thread) {
            Some(known) => known.at != updated || known.seen.iter().any(|seen| seen.is_waiting(now)),
            None => self.mark().is_none_or(|mark| updated > mark),
        }
    }

    /// Whether a message was read and need not be opened again.
    pub(super) fn knows(&self, thread: &str, message: &str, now: Timestamp) -> bool {
        let read = |seen: &Seen| seen.id == message && !seen.is_waiting(now);
        self.threads.get(thread).is_some_and(|known| known.seen.iter().any(read))
    }

    fn mark(&self) -> Option<Timestamp> {
        self.high.map(|high| high - OVERLAP)
    }

    /// Ends a page of the list, whose conversations were last active at `activity`. True when the next page should be
    /// read at once.
    pub(super) fn end_page(&mut self, activity: &[Timestamp], after: Option<String>, now: Timestamp) -> bool {
        let before = self.pass.take();
        let believable = |at: &Timestamp| is_believable(*at, now);
        let newest = before.as_ref().and_then(|pass| pass.newest).filter(believable);
        let newest = newest.max(activity.iter().copied().filter(believable).max());
        let pages = before.as_ref().map_or(0, |pass| pass.pages) + 1;
        // The list is ordered by activity: once it is older than the mark, so is all that follows.
        let unread = match (self.mark(), activity.iter().min()) {
            (Some(mark), Some(oldest)) => *oldest > mark,
            (Some(_), None) => false,
            (None, _) => true,
        };
        self.forget_old();
        let moved = |after: &String| before.as_ref().is_none_or(|pass| pass.after != *after);
        match after.filter(moved) {
            Some(after) if unread && pages < MOST_PAGES => {
                self.pass = Some(Pass { newest, after, began: now, pages });
                true
            }
            _ => {
                self.high = self.high.max(newest);
                false
            }
        }
    }

    fn forget_old(&mut self) {
        while self.threads.len() > REMEMBERED {
            let oldest = self.threads.iter().min_by_key(|(_, known)| known.at).map(|(id, _)| id.clone());
            match oldest {
                Some(id) => self.threads.remove(&id),
                None => break,
            };
        }
    }

    /// Compares a conversation's newest rows (newest first) with what was known. `beyond`: older ones exist.
    pub(super) fn compare(
        &mut self,
        thread: &str,
        updated: Timestamp,
        rows: Vec<Row>,
        beyond: bool,
        reactions_told: bool,
        now: Timestamp,
    ) -> News {
        let before = self.threads.remove(thread).map(|known| known.seen).unwrap_or_default();
        let Some(oldest) = rows.iter().map(|row| row.at).min() else {
            // Nothing listed proves nothing.
            if !before.is_empty() {
                self.threads.insert(thread.to_owned(), Known { at: updated, seen: before });
            }
            return News::default();
        };
        let mut news = News::default();
        let known = |id: &str| before.iter().find(|seen| seen.id == id);
        let overlaps = rows.iter().any(|row| known(&row.id).is_some());
        let read_before = before.is_empty() && self.mark().is_some_and(|mark| oldest <= mark);
        let beyond = beyond || (!before.is_empty() && rows.len() >= HORIZON);
        if beyond && !overlaps && !read_before {
            news.gap = Some(oldest);
        }

        let missing = missing(&before, &rows, beyond || rows.len() >= HORIZON);
        let mut seen = Vec::with_capacity(rows.len());
        // Times are whole seconds: only the list itself knows the order within one.
        for row in rows.into_iter().rev() {
            let old = known(&row.id);
            seen.extend(look(row, old, &self.marker, reactions_told, now, &mut news));
        }
        for gone in missing {
            let gone = gone.missed(now);
            if gone.is_unsent(now) {
                news.unsent.push(gone.id);
            } else {
                seen.push(gone);
            }
        }
        seen.sort_by_key(|seen| std::cmp::Reverse(seen.t));
        self.threads.insert(thread.to_owned(), Known { at: updated, seen });
        news
    }
}

/// What is to be remembered of a row, and what it says that is new.
fn look(
    row: Row,
    old: Option<&Seen>,
    marker: &Marker,
    reactions_told: bool,
    now: Timestamp,
    news: &mut News,
) -> Option<Seen> {
    let refused_now = |old: &&Seen| row.refused && old.h.is_some();
    let Some(message) = row.message.filter(|_| old.filter(refused_now).is_none()) else {
        // Listed but not opened: as before, if it was known; not known, if it never was.
        return old.map(|old| Seen { s: None, w: old.tried(now), ..old.clone() });
    };
    let mut next = Seen {
        id: row.id,
        t: row.at.as_millisecond(),
        h: words(&message).map(|words| marker.mark(words)),
        r: message.reactions.iter().filter_map(pair).collect(),
        s: None,
        w: None,
    };
    match old {
        None => news.messages.push(message),
        Some(old) => {
            if reactions_told {
                news.reactions.extend(changed_reactions(&next.id, &old.r, &next.r));
            } else {
                next.r.clone_from(&old.r);
            }
            match (old.h, next.h) {
                (Some(_), None) => next.h = old.h,
                (old, new) if old != new => news.messages.push(message),
                _ => {}
            }
        }
    }
    if next.h.is_none() {
        next.w = old.map_or(Some(now), |old| old.tried(now));
    }
    Some(next)
}

/// Known messages that should be among the rows and are not. When the conversation has more than was listed
/// (`is_cut`), only those newer than some known message that is still there; times are whole seconds, so one of the
/// same second might as well have fallen behind.
fn missing(before: &[Seen], rows: &[Row], is_cut: bool) -> Vec<Seen> {
    let still = |seen: &&Seen| rows.iter().any(|row| row.id == seen.id);
    let Some(anchor) = before.iter().filter(still).map(|seen| seen.t).min() else { return Vec::new() };
    before.iter().filter(|seen| !still(seen) && (!is_cut || seen.t > anchor)).cloned().collect()
}

fn pair(reaction: &Reaction) -> Option<(Phi<String>, Phi<String>)> {
    Some((reaction.by.clone(), reaction.emoji.clone()?))
}

fn changed_reactions(
    target: &str,
    old: &[(Phi<String>, Phi<String>)],
    new: &[(Phi<String>, Phi<String>)],
) -> Vec<Reaction> {
    let say = |by: &Phi<String>, emoji: Option<&Phi<String>>| Reaction {
        target: target.to_owned(),
        by: by.clone(),
        emoji: emoji.cloned(),
        at: None,
    };
    // One person has one reaction to a message: a new one replaces the old.
    let gone = old.iter().filter(|(by, _)| !new.iter().any(|(other, _)| other == by));
    let come = new.iter().filter(|pair| !old.contains(pair));
    gone.map(|(by, _)| say(by, None)).chain(come.map(|(by, emoji)| say(by, Some(emoji)))).collect()
}

fn is_believable(at: Timestamp, now: Timestamp) -> bool {
    at.duration_since(now) <= AHEAD
}

/// What an edit changes; `None` while there is nothing that could be shown. Only words can be edited on Instagram; all
/// else of a message may change its spelling between two polls (signed addresses do).
fn words(message: &InboundMessage) -> Option<&str> {
    match &message.content {
        Content::Unsupported { .. } => None,
        content => Some(content.text().unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests;
