//! People: patients by name, handle or number, and whoever wrote without being a patient yet.

use anteroom_model::{ConversationId, PatientId, Phi, Query, digits};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::items::channel;
use super::snippet::whole;
use super::terms::{Terms, number_forms};
use super::{Found, FoundConversation, FoundPerson};
use crate::{Position, Result};

/// People and conversations shown at most, each.
const SHOWN: usize = 8;
/// Matches looked at, newest first, before the most recently active are shown.
const CANDIDATES: usize = 20;
/// Index rows looked at for them.
const PATIENCE: usize = 400;

pub(super) const BY_NAME: &str = "SELECT n.words, n.patient, n.identity, i.patient
     FROM names CROSS JOIN name_entry n ON n.row = names.rowid LEFT JOIN identity i ON i.row = n.identity
     WHERE names MATCH ?1 ORDER BY names.rowid DESC";
// ':' is the character after '9': the range is every tail that begins with these digits.
pub(super) const BY_NUMBER: &str =
    "SELECT i.row, i.patient FROM number_tail t JOIN identity i ON i.row = t.identity
     WHERE t.tail >= ?1 AND t.tail < ?1 || ':'";
pub(super) const OF_PATIENT: &str =
    "SELECT c.row FROM identity i JOIN conversation c ON c.identity = i.row WHERE i.patient = ?1";
const OF_IDENTITY: &str = "SELECT row FROM conversation WHERE identity = ?1";

/// A person as typed: words of a name or handle, digits of a number, or both.
pub(super) struct Sought {
    names: Terms,
    numbers: Vec<Phi<String>>,
}

/// Somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Somebody {
    Patient(i64),
    /// An identity without a patient.
    Identity(i64),
}

impl Sought {
    /// What was typed; the last word may be unfinished.
    pub fn new(typed: &[Phi<String>], last_is_prefix: bool) -> Self {
        let all = Terms::new(typed, last_is_prefix);
        if let Some(number) = all.number() {
            return Self { numbers: vec![Phi::from(number)], names: all };
        }
        let number =
            |word: &Phi<String>| Terms::new(std::slice::from_ref(word), true).number().map(Phi::from);
        let numbers: Vec<Phi<String>> = typed.iter().filter_map(number).collect();
        let unfinished = last_is_prefix && typed.last().is_some_and(|last| number(last).is_none());
        let names: Vec<Phi<String>> = typed.iter().filter(|word| number(word).is_none()).cloned().collect();
        Self { names: Terms::new(&names, unfinished), numbers }
    }

    fn only_a_number(&self) -> bool {
        self.names.number().is_some() || self.names.is_empty()
    }
}

/// Adds people and conversations to `found`.
pub(super) fn search(db: &Connection, query: &Query, found: &mut Found) -> Result<()> {
    let sought = Sought::new(&query.words, query.last_is_prefix);
    let Some(all) = candidates(db, &sought, CANDIDATES)? else { return Ok(()) };
    for somebody in all.somebodies {
        match somebody {
            Somebody::Patient(row) => found.people.extend(person(db, row, &sought, query)?),
            Somebody::Identity(row) => conversations_with(db, row, &sought, query, &mut found.conversations)?,
        }
    }
    found.people.sort_by_key(|person| std::cmp::Reverse(person.last));
    found.people.truncate(SHOWN);
    found.conversations.sort_by_key(|conversation| std::cmp::Reverse(conversation.last));
    found.conversations.truncate(SHOWN);
    Ok(())
}

/// The rows of all conversations with whoever matches, or `None` if more than `few` people do.
pub(super) fn conversations(db: &Connection, sought: &Sought, few: usize) -> Result<Option<Vec<i64>>> {
    let Some(all) = candidates(db, sought, few + 1)? else { return Ok(Some(Vec::new())) };
    if all.somebodies.len() > few || !all.complete {
        return Ok(None);
    }
    let mut rows = Vec::new();
    for somebody in all.somebodies {
        let (sql, row) = match somebody {
            Somebody::Patient(row) => (OF_PATIENT, row),
            Somebody::Identity(row) => (OF_IDENTITY, row),
        };
        let mut statement = db.prepare_cached(sql)?;
        for found in statement.query_map([row], |found| found.get(0))? {
            rows.push(found?);
        }
    }
    Ok(Some(rows))
}

/// Whether a conversation is with somebody who matches.
pub(super) fn is_with(db: &Connection, conversation: i64, sought: &Sought) -> Result<bool> {
    let mut statement = db.prepare_cached(
        "SELECT i.row, i.patient FROM conversation c JOIN identity i ON i.row = c.identity WHERE c.row = ?1",
    )?;
    let with: Option<(i64, Option<i64>)> =
        statement.query_row([conversation], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((identity, patient)) = with else { return Ok(false) };
    let has_numbers = has_numbers(db, patient, Some(identity), &sought.numbers)?;
    if sought.only_a_number() && has_numbers {
        return Ok(!sought.numbers.is_empty());
    }
    Ok(has_numbers && has_name(db, patient, identity, &sought.names)?)
}

/// Whether one of the person's names or handles has the words.
fn has_name(db: &Connection, patient: Option<i64>, identity: i64, names: &Terms) -> Result<bool> {
    let mut statement = db.prepare_cached(
        "SELECT words FROM name_entry WHERE patient = ?1
         UNION ALL SELECT n.words FROM identity i JOIN name_entry n ON n.identity = i.row WHERE i.patient = ?1
         UNION ALL SELECT words FROM name_entry WHERE identity = ?2",
    )?;
    let mut rows = statement.query(params![patient, identity])?;
    while let Some(row) = rows.next()? {
        if names.find([&row.get::<_, String>(0)?]).is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

struct Candidates {
    somebodies: Vec<Somebody>,
    /// Nobody was left out because there were too many.
    complete: bool,
}

/// Who matches, newest first, `most` at most. `None` if nothing was typed that could match.
fn candidates(db: &Connection, sought: &Sought, most: usize) -> Result<Option<Candidates>> {
    let mut all = Candidates { somebodies: Vec::new(), complete: true };
    if sought.names.hopeless() || (sought.names.is_empty() && sought.numbers.is_empty()) {
        return Ok(None);
    }
    if sought.only_a_number() {
        for number in &sought.numbers {
            by_number(db, number, most, &mut all)?;
        }
    }
    if let Some(query) = sought.names.index_query(&[], usize::MAX).filter(|_| all.somebodies.len() < most) {
        by_name(db, sought, &query, most, &mut all)?;
    }
    Ok(Some(all))
}

fn by_number(db: &Connection, number: &str, most: usize, all: &mut Candidates) -> Result<()> {
    let mut statement = db.prepare_cached(BY_NUMBER)?;
    for form in number_forms(number) {
        let mut rows = statement.query([form])?;
        while let Some(row) = rows.next()? {
            if all.somebodies.len() >= most {
                all.complete = false;
                return Ok(());
            }
            all.add(row.get(0)?, row.get(1)?);
        }
    }
    Ok(())
}

fn by_name(db: &Connection, sought: &Sought, query: &str, most: usize, all: &mut Candidates) -> Result<()> {
    let mut statement = db.prepare_cached(BY_NAME)?;
    let mut rows = statement.query([query])?;
    let mut left = PATIENCE;
    while let Some(row) = rows.next()? {
        if all.somebodies.len() >= most || left == 0 {
            all.complete = false;
            return Ok(());
        }
        left -= 1;
        let words: String = row.get(0)?;
        if sought.names.find([&words]).is_none() {
            continue;
        }
        let (patient, identity): (Option<i64>, Option<i64>) = (row.get(1)?, row.get(2)?);
        let other_numbers = if sought.only_a_number() { &[][..] } else { &sought.numbers };
        if !other_numbers.is_empty() && !has_numbers(db, patient, identity, other_numbers)? {
            continue;
        }
        match (patient, identity) {
            (Some(patient), _) => all.push(Somebody::Patient(patient)),
            (None, Some(identity)) => all.add(identity, row.get(3)?),
            (None, None) => {}
        }
    }
    Ok(())
}

impl Candidates {
    fn add(&mut self, identity: i64, patient: Option<i64>) {
        self.push(patient.map_or(Somebody::Identity(identity), Somebody::Patient));
    }

    fn push(&mut self, somebody: Somebody) {
        if !self.somebodies.contains(&somebody) {
            self.somebodies.push(somebody);
        }
    }
}

/// Whether each number is part of one of the person's.
fn has_numbers(
    db: &Connection,
    patient: Option<i64>,
    identity: Option<i64>,
    numbers: &[Phi<String>],
) -> Result<bool> {
    let mut statement = db.prepare_cached(
        "SELECT handle FROM identity WHERE patient = ?1 UNION ALL SELECT handle FROM identity WHERE row = ?2",
    )?;
    let mut handles = Vec::new();
    for handle in statement.query_map(params![patient, identity], |row| row.get::<_, String>(0))? {
        handles.push(digits(&handle?));
    }
    Ok(numbers
        .iter()
        .all(|number| number_forms(number).any(|form| handles.iter().any(|handle| handle.contains(form)))))
}

fn person(db: &Connection, row: i64, sought: &Sought, query: &Query) -> Result<Option<FoundPerson>> {
    let mut statement = db.prepare_cached("SELECT id, name, birth_date FROM patient WHERE row = ?1")?;
    let patient = statement
        .query_row([row], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, Option<String>>(2)?)))
        .optional()?;
    let Some((id, name, birth_date)) = patient else { return Ok(None) };
    let mut person = FoundPerson {
        patient: PatientId::from_uuid(Uuid::from_bytes(id)),
        name: whole(&name, &sought.names.hits_in(&name)),
        birth_date: birth_date.and_then(|date| date.parse().ok()).map(Phi::new),
        channels: Vec::new(),
        conversation: None,
        last: None,
    };
    let mut statement = db.prepare_cached(
        "SELECT i.channel, c.id, c.last_pos
         FROM identity i LEFT JOIN conversation c ON c.identity = i.row WHERE i.patient = ?1",
    )?;
    let mut rows = statement.query([row])?;
    while let Some(row) = rows.next()? {
        let channel = channel(row.get(0)?)?;
        if !person.channels.contains(&channel) {
            person.channels.push(channel);
        }
        let last = row.get::<_, Option<Position>>(2)?;
        if let Some(id) = row.get::<_, Option<[u8; 16]>>(1)?
            && last >= person.last
        {
            person.conversation = Some(ConversationId::from_uuid(Uuid::from_bytes(id)));
            person.last = last;
        }
    }
    person.channels.sort_unstable();
    let wanted =
        query.channels.is_empty() || query.channels.iter().any(|wanted| person.channels.contains(wanted));
    Ok(wanted.then_some(person))
}

fn conversations_with(
    db: &Connection,
    identity: i64,
    sought: &Sought,
    query: &Query,
    found: &mut Vec<FoundConversation>,
) -> Result<()> {
    let mut statement = db.prepare_cached(
        "SELECT id, name, channel, last_pos FROM conversation WHERE identity = ?1 AND last_pos > 0",
    )?;
    let mut rows = statement.query([identity])?;
    while let Some(row) = rows.next()? {
        let channel = channel(row.get(2)?)?;
        if query.channels.is_empty() || query.channels.contains(&channel) {
            let name: String = row.get(1)?;
            found.push(FoundConversation {
                conversation: ConversationId::from_uuid(Uuid::from_bytes(row.get(0)?)),
                name: whole(&name, &sought.names.hits_in(&name)),
                channel,
                last: row.get(3)?,
            });
        }
    }
    Ok(())
}
