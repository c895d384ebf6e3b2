//! Who writes, where an identity is shared: said by a person, for what was written since the last time it was said.
//!
//! Holds: the question is asked while nobody said it, and again when somebody writes more than twelve hours after the
//! message before; an answer holds from the first message that was asked about. Said again without a new message, it is
//! a correction. Nothing is said of what was written before the first answer's stretch.
//! Refused: keeping the answer on the message, where a message that arrives late would have none.

use anteroom_model::{ConversationId, Direction, PatientId, StaffId, WriterId};
use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use crate::codes::{Coded, ItemKind};
use crate::column::{Fields, ms};
use crate::{Position, ReadTx, Result, StoreError, Topic, WriteTx};

/// After so long a silence somebody else may have the telephone in hand.
const SILENCE: SignedDuration = SignedDuration::from_hours(12);

/// Who writes from a place on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriterRow {
    /// Id.
    pub id: WriterId,
    /// From here on, until the next one.
    pub from: Position,
    /// Who; if they were joined with another, that one.
    pub patient: PatientId,
    /// Who said so.
    pub by: Option<StaffId>,
    /// When.
    pub at: Timestamp,
}

/// What is known about who writes in a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Writers {
    /// What was said, the earliest place first, one per place.
    pub said: Vec<WriterRow>,
    /// From here on nobody has said it.
    pub asks_from: Option<Position>,
}

impl Writers {
    /// Who writes at the end, if that was said.
    pub fn now(&self) -> Option<PatientId> {
        self.said.last().filter(|_| self.asks_from.is_none()).map(|last| last.patient)
    }

    /// The stretches of one patient, the newest first: from, and before which place.
    pub(super) fn stretches(&self, patient: PatientId) -> Vec<(Position, Position)> {
        let ends = self
            .said
            .iter()
            .skip(1)
            .map(|next| next.from)
            .chain([self.asks_from.unwrap_or(Position(i64::MAX))]);
        let mut found: Vec<_> = self
            .said
            .iter()
            .zip(ends)
            .filter(|(row, _)| row.patient == patient)
            .map(|(row, end)| (row.from, end))
            .collect();
        found.reverse();
        found
    }
}

const INBOUND: &str =
    "SELECT pos FROM item WHERE conversation = ?1 AND listed = 1 AND direction = ?3 AND kind <> ?4";

impl ReadTx<'_> {
    /// Who writes in a conversation. Says nothing of one that is not shared.
    pub fn writers(&self, conversation: ConversationId) -> Result<Writers> {
        let row = self.place_in(conversation)?.conversation;
        let shared: i64 = self.required(
            "SELECT i.shared_by FROM conversation c CROSS JOIN identity i ON i.row = c.identity WHERE c.row = ?1",
            [row],
        )?;
        if shared < 2 { Ok(Writers::default()) } else { self.writers_in(row) }
    }

    pub(super) fn writers_in(&self, conversation: i64) -> Result<Writers> {
        let rows = self.all(
            "SELECT w.id, w.from_pos, w.patient, s.id, w.at, w.seen_to FROM writer w
             LEFT JOIN staff s ON s.row = w.by_staff
             WHERE w.conversation = ?1 AND w.ended_at IS NULL ORDER BY w.from_pos, w.row",
            [conversation],
            |row| {
                let mut row = Fields::of(row);
                let (id, from): (_, Position) = (row.id(WriterId::from_uuid)?, row.get()?);
                let patient: i64 = row.get()?;
                Ok((
                    id,
                    from,
                    patient,
                    row.maybe_id(StaffId::from_uuid)?,
                    row.time()?,
                    row.get::<Position>()?,
                ))
            },
        )?;
        let mut writers = Writers::default();
        let mut seen_to = None;
        for (id, from, patient, by, at, seen) in rows {
            let patient = self.root(patient)?;
            let patient = self.patient_id(patient)?;
            if writers.said.last().is_some_and(|last: &WriterRow| last.from == from) {
                writers.said.pop();
            }
            writers.said.push(WriterRow { id, from, patient, by, at });
            seen_to = Some(seen);
        }
        writers.asks_from = match seen_to {
            Some(seen_to) => self.first_after_silence(conversation, seen_to)?,
            None => self.begin_of_run(conversation)?,
        };
        Ok(writers)
    }

    /// The first message after a silence, of those after a place.
    fn first_after_silence(&self, conversation: i64, seen_to: Position) -> Result<Option<Position>> {
        let (inbound, note) = (Direction::Inbound.code(), ItemKind::Note.code());
        let mut before: Option<Position> = self.value(
            &format!("{INBOUND} AND pos <= ?2 ORDER BY pos DESC LIMIT 1"),
            params![conversation, seen_to, inbound, note],
        )?;
        let mut statement = self.prepare(&format!("{INBOUND} AND pos > ?2 ORDER BY pos"))?;
        let mut rows = statement.query(params![conversation, seen_to, inbound, note])?;
        while let Some(row) = rows.next()? {
            let pos: Position = row.get(0)?;
            if before.is_some_and(|before| pos.at().duration_since(before.at()) > SILENCE) {
                return Ok(Some(pos));
            }
            before = Some(pos);
        }
        Ok(None)
    }

    /// Where the newest run of messages without a long silence begins.
    fn begin_of_run(&self, conversation: i64) -> Result<Option<Position>> {
        let (inbound, note) = (Direction::Inbound.code(), ItemKind::Note.code());
        let mut statement = self.prepare(&format!("{INBOUND} AND pos < ?2 ORDER BY pos DESC"))?;
        let mut rows = statement.query(params![conversation, i64::MAX, inbound, note])?;
        let mut first: Option<Position> = None;
        while let Some(row) = rows.next()? {
            let pos: Position = row.get(0)?;
            if first.is_some_and(|first| first.at().duration_since(pos.at()) > SILENCE) {
                break;
            }
            first = Some(pos);
        }
        Ok(first)
    }
}

impl WriteTx<'_> {
    /// Says who writes: from where it is asked, or from what came since it was said last; where nothing came, it
    /// corrects what was said.
    pub fn set_writer(
        &mut self,
        conversation: ConversationId,
        patient: PatientId,
        by: Option<StaffId>,
    ) -> Result<WriterId> {
        let row = self.place_in(conversation)?.conversation;
        let patient_row = self.standing_key(patient)?;
        let by = self.maybe_staff_key(by)?;
        let writers = self.writers_in(row)?;
        let (inbound, note) = (Direction::Inbound.code(), ItemKind::Note.code());
        let seen_to: Position = self
            .value(
                &format!("{INBOUND} AND pos < ?2 ORDER BY pos DESC LIMIT 1"),
                params![row, i64::MAX, inbound, note],
            )?
            .unwrap_or(Position(0));
        let since: Option<Position> = match writers.said.last() {
            None => None,
            Some(last) => {
                let seen: Position =
                    self.required("SELECT seen_to FROM writer WHERE id = ?1", [last.id.as_bytes()])?;
                self.value(
                    &format!("{INBOUND} AND pos > ?2 ORDER BY pos LIMIT 1"),
                    params![row, seen, inbound, note],
                )?
            }
        };
        let from =
            writers.asks_from.or(since).or(writers.said.last().map(|last| last.from)).unwrap_or(Position(0));
        let id = self.fresh(WriterId::at);
        self.change(
            "INSERT INTO writer (id, conversation, from_pos, seen_to, patient, by_staff, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![id.as_bytes(), row, from, seen_to, patient_row, by, ms(self.now())],
        )?;
        self.change("UPDATE patient SET edited = 1 WHERE row = ?1", [patient_row])?;
        self.touch_conversation(row);
        self.touch(Topic::Patient(patient));
        Ok(id)
    }

    /// Takes it back: what was said before holds again, or it is asked again.
    pub fn unset_writer(&mut self, id: WriterId) -> Result<ConversationId> {
        let (conversation, patient): (i64, i64) = self
            .one(
                "SELECT conversation, patient FROM writer WHERE id = ?1 AND ended_at IS NULL",
                [id.as_bytes()],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?
            .ok_or(StoreError::NotFound)?;
        self.change("UPDATE writer SET ended_at = ?2 WHERE id = ?1", params![id.as_bytes(), ms(self.now())])?;
        self.touch_conversation(conversation);
        let patient = self.patient_id(patient)?;
        self.touch(Topic::Patient(patient));
        let id: [u8; 16] = self.required("SELECT id FROM conversation WHERE row = ?1", [conversation])?;
        Ok(ConversationId::from_uuid(uuid::Uuid::from_bytes(id)))
    }
}
