//! What there is to look through: each way of finding reads a bounded range by an index made for it and leaves out what
//! was looked through already.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use anteroom_model::{ChannelKind, ConversationId, Day, Phi, Query, StaffId};
use jiff::{SignedDuration, Timestamp};
use rusqlite::params;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::codes::Coded;
use crate::column::Fields;
use crate::{ItemIs, Position, ReadTx, Result};

/// A conversation to look through, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The conversation.
    pub conversation: ConversationId,
    /// What it is called.
    pub name: Phi<String>,
    /// Where.
    pub channel: ChannelKind,
    /// The place to open it at.
    pub place: Position,
    /// The id of what is there.
    pub item: Uuid,
    /// What was found.
    pub by: FoundBy,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundBy {
    /// Somebody waited so long for an answer.
    Late(SignedDuration),
    /// Somebody has waited so long and has no answer yet.
    Waits(SignedDuration),
    /// No person wrote it.
    Automatic,
    /// This word of the practice's list.
    Word(String),
    /// The lot fell on a conversation of this person.
    Sample(StaffId),
    /// Nobody saw to a missed call.
    MissedCall,
}

/// Of one word so many are read at a time, the newest first.
const OF_ONE_WORD: usize = 50;
/// And so often at most: a word that staff write every day must not hold up the page.
const TIMES: usize = 20;

impl ReadTx<'_> {
    /// The conversation around a place, unless it was looked through.
    fn finding(&self, place: Position, by: FoundBy) -> Result<Option<Finding>> {
        let found = self.one(
            "SELECT c.row, c.id, c.name, c.channel, i.id FROM item i CROSS JOIN conversation c ON c.row = i.conversation
             WHERE i.pos = ?1 AND i.listed = 1",
            [place],
            |row| {
                let mut row = Fields::of(row);
                Ok((
                    row.get::<i64>()?,
                    Finding {
                        conversation: row.id(ConversationId::from_uuid)?,
                        name: row.phi()?,
                        channel: row.coded()?,
                        place,
                        item: row.id(|id| id)?,
                        by,
                    },
                ))
            },
        )?;
        match found {
            Some((row, _)) if self.is_reviewed(row, place)? => Ok(None),
            found => Ok(found.map(|(_, finding)| finding)),
        }
    }

    fn findings(
        &self,
        places: impl IntoIterator<Item = (Position, FoundBy)>,
        limit: usize,
    ) -> Result<Vec<Finding>> {
        let mut found = Vec::new();
        for (place, by) in places {
            found.extend(self.finding(place, by)?);
            if found.len() == limit {
                break;
            }
        }
        Ok(found)
    }

    /// Answers later than the goal of their channel, the newest question first.
    pub fn review_late(
        &self,
        days: &RangeInclusive<Day>,
        goal: impl Fn(ChannelKind) -> Option<SignedDuration>,
        limit: usize,
    ) -> Result<Vec<Finding>> {
        let mut late = Vec::new();
        self.figures_replies(days, None, |reply, answered| {
            if goal(reply.channel).is_some_and(|goal| reply.waited > goal) {
                late.push((answered, reply.waited));
            }
        })?;
        late.sort_unstable_by(|a, b| b.cmp(a));
        self.findings(late.into_iter().map(|(place, waited)| (place, FoundBy::Late(waited))), limit)
    }

    /// Who has no answer yet and waits for too long, the longest first. `too_long` tells for a channel and a beginning how
    /// much of the wait counts, if it is too much; whoever began later never waits too long where an earlier one does not.
    pub fn review_waiting(
        &self,
        too_long: impl Fn(ChannelKind, Timestamp) -> Option<SignedDuration>,
        limit: usize,
    ) -> Result<Vec<Finding>> {
        let mut late = Vec::new();
        for channel in ChannelKind::ALL {
            let waiting = self.all(
                "SELECT waiting_pos, last_pos FROM conversation INDEXED BY inbox_waiting
                 WHERE channel = ?1 AND waiting_pos IS NOT NULL ORDER BY waiting_pos LIMIT ?2",
                // Some of them were looked through.
                params![channel.code(), i64::try_from(limit).unwrap_or(i64::MAX).saturating_mul(10)],
                |row| Ok((row.get::<_, Position>(0)?, row.get::<_, Position>(1)?)),
            )?;
            for (since, last) in waiting {
                let Some(waited) = too_long(channel, since.at()) else { break };
                late.push((since, last, waited));
            }
        }
        late.sort_unstable();
        let mut found = Vec::new();
        for (since, last, waited) in late {
            // What was put aside and came back waits since then, and nothing was written at that moment.
            let there = self.finding(since, FoundBy::Waits(waited))?;
            found.extend(match there {
                None if self.is_nothing(since)? => self.finding(last, FoundBy::Waits(waited))?,
                there => there,
            });
            if found.len() == limit {
                break;
            }
        }
        Ok(found)
    }

    fn is_nothing(&self, place: Position) -> Result<bool> {
        let there: Option<i64> = self.value("SELECT 1 FROM item WHERE pos = ?1 AND listed = 1", [place])?;
        Ok(there.is_none())
    }

    /// What no person wrote, the newest first.
    pub fn review_automatic(&self, range: &Range<Position>, limit: usize) -> Result<Vec<Finding>> {
        let places = self.all(
            "SELECT pos FROM item WHERE origin = 3 AND pos >= ?1 AND pos < ?2 AND listed = 1 AND NOT EXISTS (
               SELECT 1 FROM review r WHERE r.conversation = item.conversation AND r.through_pos >= item.pos)
             ORDER BY pos DESC LIMIT ?3",
            params![range.start, range.end, i64::try_from(limit).unwrap_or(i64::MAX)],
            |row| Ok(row.get::<_, Position>(0)?),
        )?;
        self.findings(places.into_iter().map(|place| (place, FoundBy::Automatic)), limit)
    }

    /// Messages and voicemails of patients with one of these words or phrases, the newest first. Whole words only.
    pub fn review_words(&self, words: &[String], from: Position, limit: usize) -> Result<Vec<Finding>> {
        let mut all: BTreeMap<Position, Finding> = BTreeMap::new();
        for word in words {
            let query = Query { words: vec![Phi::from(word.as_str())], ..Query::default() };
            // A place to go on from asks for no people.
            let mut before = Position(i64::MAX);
            let mut theirs = 0;
            for _ in 0..TIMES {
                let page = self.search(&query, OF_ONE_WORD, Some(before))?.items;
                let Some(oldest) = page.last().map(|item| item.position) else { break };
                let whole = page.len() == OF_ONE_WORD;
                for item in page.iter().filter(|item| !item.ours && item.is != ItemIs::Note) {
                    if item.position >= from
                        && let Some(found) = self.finding(item.position, FoundBy::Word(word.clone()))?
                    {
                        theirs += 1;
                        all.entry(item.position).or_insert(found);
                    }
                }
                if !whole || theirs >= limit || oldest < from {
                    break;
                }
                before = oldest;
            }
        }
        Ok(all.into_values().rev().take(limit).collect())
    }

    /// So many conversations of each person who answered on these days, drawn by lot. The same days and the same salt
    /// draw the same ones, so that nobody can draw until the lot suits them.
    pub fn review_sample(
        &self,
        days: &RangeInclusive<Day>,
        end: Position,
        each: usize,
        salt: &[u8],
    ) -> Result<Vec<Finding>> {
        let mut lots: BTreeMap<i64, BTreeMap<[u8; 8], i64>> = BTreeMap::new();
        self.figures_by_staff(days, None, |staff, conversation, _| {
            let mut hash = Sha256::new();
            hash.update(salt);
            for part in [i64::from(days.start().0), staff, conversation] {
                hash.update(part.to_be_bytes());
            }
            let mut lot = [0; 8];
            lot.copy_from_slice(&hash.finalize()[..8]);
            let lots = lots.entry(staff).or_default();
            lots.insert(lot, conversation);
            if lots.len() > each {
                lots.pop_last();
            }
        })?;
        let mut found = Vec::new();
        for (row, staff, _) in self.figures_staff()? {
            for conversation in lots.remove(&row).unwrap_or_default().into_values() {
                let place: Option<Position> = self.value(
                    "SELECT pos FROM item WHERE conversation = ?1 AND listed = 1 AND pos < ?2 ORDER BY pos DESC LIMIT 1",
                    params![conversation, end],
                )?;
                if let Some(place) = place {
                    found.extend(self.finding(place, FoundBy::Sample(staff))?);
                }
            }
        }
        Ok(found)
    }

    /// Missed calls that nobody saw to, the newest first.
    pub fn review_calls(&self, range: Range<Position>, most: u32, limit: usize) -> Result<Vec<Finding>> {
        let calls = self.missed_calls(range, most)?;
        self.findings(
            calls.into_iter().filter(|call| call.back.is_none()).map(|call| (call.at, FoundBy::MissedCall)),
            limit,
        )
    }
}
