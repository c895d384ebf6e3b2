//! Who is named with an @ in a note, and who of them has not read it yet.
//!
//! Holds: a note and its mentions are one transaction. A conversation is in a person's list once, at its newest note
//! that names them, and leaves it when they open the conversation, or, where it stood open when they sat down, when the
//! note comes in view. Only people who work here are named.

use anteroom_model::{ChannelKind, ConversationId, StaffId};
use rusqlite::params;

use super::conversation::{COLUMNS, TABLES, conversation_row};
use super::inbox::InboxPage;
use super::item::Place;
use crate::codes::Coded;
use crate::column::{Fields, ms};
use crate::search::each_word;
use crate::{Position, ReadTx, Result, StaffRow, StoreError, WriteTx};

/// Somebody named in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionRow {
    /// Who.
    pub staff: StaffId,
    /// The words after the @, as they stand in the note.
    pub written: String,
    /// It is the newest that names them here, and they have not read it.
    pub unread: bool,
}

impl ReadTx<'_> {
    /// Who is named in a note.
    pub(super) fn mentions_in(&self, pos: Position) -> Result<Vec<MentionRow>> {
        self.all(
            "SELECT s.id, m.written, m.stands = 1 AND m.seen_at IS NULL FROM mention m CROSS JOIN staff s ON s.row = m.staff WHERE m.item = ?1",
            [pos],
            |row| {
                let mut row = Fields::of(row);
                Ok(MentionRow { staff: row.id(StaffId::from_uuid)?, written: row.get()?, unread: row.flag()? })
            },
        )
    }

    /// Conversations with a note that names this person and that they have not read; the newest such note first.
    pub fn mentioned(
        &self,
        staff: StaffId,
        channel: Option<ChannelKind>,
        after: Option<Position>,
        limit: u32,
    ) -> Result<InboxPage> {
        let channels = channel.map_or_else(|| ChannelKind::ALL.to_vec(), |one| vec![one]);
        let of_channel = |channel: &ChannelKind| {
            let channel = channel.code();
            format!(
                "SELECT conversation AS row, item AS key FROM mention
                 WHERE staff = ?3 AND channel = {channel} AND stands = 1 AND seen_at IS NULL AND item < ?1"
            )
        };
        let keys = channels.iter().map(of_channel).collect::<Vec<_>>().join(" UNION ALL ");
        let sql = format!(
            "{COLUMNS}, k.key FROM ({keys} ORDER BY key DESC LIMIT ?2) k CROSS JOIN {TABLES} WHERE c.row = k.row
             ORDER BY k.key DESC"
        );
        let after = after.unwrap_or(Position(i64::MAX));
        let staff = self.staff_key(staff)?;
        let mut found = self.all(&sql, params![after, i64::from(limit) + 1, staff], |row| {
            Ok((conversation_row(row)?, row.get::<_, Position>(row.as_ref().column_count() - 1)?))
        })?;
        let has_more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let next = found.last().filter(|_| has_more).map(|(_, key)| *key);
        Ok(InboxPage { rows: found.into_iter().map(|(row, _)| row).collect(), next })
    }

    /// How many conversations that list has. Nobody leaves so many unread that counting them takes long.
    pub fn mentions_unseen(&self, staff: StaffId) -> Result<u32> {
        let n: i64 = self.required(
            "SELECT count(*) FROM mention WHERE staff = ?1 AND stands = 1 AND seen_at IS NULL",
            [self.staff_key(staff)?],
        )?;
        u32::try_from(n).map_err(|_| StoreError::BadRow)
    }

    /// Whether this conversation is in that list.
    pub fn is_mentioned(&self, conversation: ConversationId, staff: StaffId) -> Result<bool> {
        let row = self.place_in(conversation)?.conversation;
        self.required(
            "SELECT EXISTS (SELECT 1 FROM mention
               WHERE conversation = ?1 AND staff = ?2 AND stands = 1 AND seen_at IS NULL)",
            params![row, self.staff_key(staff)?],
        )
    }
}

impl WriteTx<'_> {
    /// Writes down whom a new note names. Its author knows it.
    pub(super) fn put_mentions(
        &mut self,
        place: Place,
        pos: Position,
        by: StaffId,
        text: &str,
    ) -> Result<()> {
        let here: Vec<StaffRow> = self.staff()?.into_iter().filter(|one| one.left_at.is_none()).collect();
        for (staff, written) in named(text, &here) {
            let row = self.staff_key(staff)?;
            self.execute(
                "UPDATE mention SET stands = 0 WHERE conversation = ?1 AND staff = ?2 AND stands = 1",
                params![place.conversation, row],
            )?;
            let seen = (staff == by).then(|| ms(self.now()));
            self.execute(
                "INSERT INTO mention (item, staff, conversation, channel, written, stands, seen_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)",
                params![pos, row, place.conversation, place.channel, written, seen],
            )?;
        }
        Ok(())
    }

    /// A person has read the notes of a conversation.
    pub fn mentions_seen(&mut self, conversation: ConversationId, staff: StaffId) -> Result<()> {
        let row = self.place_in(conversation)?.conversation;
        let changed = self.execute(
            "UPDATE mention SET seen_at = ?3 WHERE conversation = ?1 AND staff = ?2 AND stands = 1 AND seen_at IS NULL",
            params![row, self.staff_key(staff)?, ms(self.now())],
        )?;
        if changed > 0 {
            self.touch_conversation(row);
        }
        Ok(())
    }
}

/// Whom a text names, each once, with the words after the @.
///
/// A person is named by the whole name, the first name or the initials, in any spelling that search takes for the same
/// (Łoś, Los, LOŚ). The longest that fits wins, so "@Ines Duarte" is not another Ines; a first name that two people
/// have names both, because a note that reaches one too many does less harm than one that reaches nobody.
fn named(text: &str, staff: &[StaffRow]) -> Vec<(StaffId, String)> {
    let mut words: Vec<(String, std::ops::Range<usize>)> = Vec::new();
    each_word(text, |word, at| words.push((word.to_owned(), at)));
    let mut found: Vec<(StaffId, String)> = Vec::new();
    for (sign, _) in text.match_indices('@') {
        let start = sign + 1;
        // An @ behind a letter is the middle of an address.
        if text[..sign].chars().next_back().is_some_and(char::is_alphanumeric) {
            continue;
        }
        let Some(first) = words.iter().position(|(_, at)| at.start == start) else { continue };
        let longest =
            |one: &StaffRow| spellings(one).iter().filter_map(|name| fits(text, &words[first..], name)).max();
        let fitting: Vec<(StaffId, usize)> =
            staff.iter().filter_map(|one| Some((one.id, longest(one)?))).collect();
        let Some(end) = fitting.iter().map(|(_, end)| *end).max() else { continue };
        for (id, _) in fitting.into_iter().filter(|(_, its)| *its == end) {
            if found.iter().all(|(known, _)| *known != id) {
                found.push((id, text[start..end].to_owned()));
            }
        }
    }
    found
}

/// What a person can be called, in folded words.
fn spellings(one: &StaffRow) -> Vec<Vec<String>> {
    let folded = |text: &str| {
        let mut words = Vec::new();
        each_word(text, |word, _| words.push(word.to_owned()));
        words
    };
    let first = one.name.split_whitespace().next().unwrap_or_default();
    [folded(&one.name), folded(first), folded(&one.initials)]
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect()
}

/// Where a name that begins at the first of these words ends in the text, if it stands there.
fn fits(text: &str, words: &[(String, std::ops::Range<usize>)], name: &[String]) -> Option<usize> {
    let here = words.get(..name.len())?;
    let same = here.iter().zip(name).all(|((word, _), part)| word == part);
    let together = here.windows(2).all(|pair| {
        let between = &text[pair[0].1.end..pair[1].1.start];
        between.chars().all(|c| (c.is_whitespace() && c != '\n') || "-.'’".contains(c))
    });
    (same && together).then(|| here.last().map(|(_, at)| at.end))?
}

#[cfg(test)]
mod tests {
    use anteroom_model::StaffId;

    use super::*;

    fn person(n: u8, name: &str) -> StaffRow {
        StaffRow {
            id: StaffId::at(crate::fixture::nine(), [n; 10]),
            name: name.to_owned(),
            initials: crate::initials(name),
            colour: 1,
            added_at: crate::fixture::nine(),
            left_at: None,
        }
    }

    fn said(text: &str) -> Vec<String> {
        let desk = [
            person(1, "Ines Duarte"),
            person(2, "Ines Ferreira-Alves"),
            person(3, "Tom Beckett"),
            person(4, "Łukasz Müller"),
            person(5, "ليلى حداد"),
            person(6, "Jo"),
        ];
        let name = |id: StaffId| desk.iter().find(|one| one.id == id).map(|one| one.name.clone());
        named(text, &desk)
            .into_iter()
            .map(|(id, as_written)| format!("{}={as_written}", name(id).unwrap()))
            .collect()
    }

    #[test]
    fn the_longest_name_wins_and_a_shared_first_name_is_both() {
        assert_eq!(said("@Ines Duarte her 11:10 is free"), ["Ines Duarte=Ines Duarte"]);
        assert_eq!(said("@ines ferreira-alves: call back"), ["Ines Ferreira-Alves=ines ferreira-alves"]);
        assert_eq!(said("@Ines her 11:10 is free"), ["Ines Duarte=Ines", "Ines Ferreira-Alves=Ines"]);
        assert_eq!(said("(@TB, please)"), ["Tom Beckett=TB"]);
    }

    #[test]
    fn names_are_found_in_every_script_and_spelling() {
        assert_eq!(said("@ŁUKASZ muller"), ["Łukasz Müller=ŁUKASZ muller"]);
        assert_eq!(said("@Lukasz Mu\u{308}ller"), ["Łukasz Müller=Lukasz Mu\u{308}ller"]);
        assert_eq!(said("شكرا @ليلى"), ["ليلى حداد=ليلى"]);
    }

    #[test]
    fn what_only_looks_like_a_name_is_none() {
        for text in ["tom@beckett.example", "@Tomorrow", "@ Tom", "Tom", "@", "@@", "@Inesita", "@Joanna"] {
            assert_eq!(said(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(
            said("@Tom\nBeckett and @Tom again"),
            ["Tom Beckett=Tom"],
            "each once, and not over two lines"
        );
    }
}
