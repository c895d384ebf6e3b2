//! What staff decide about a conversation, and taking that back.
//!
//! Holds: every act is one transaction over all conversations it was meant for, and answers with what each of them was
//! before; taking it back restores exactly what the act changed and nothing that was changed since, by whomever. What
//! somebody waits for is never decided here: the summary works it out from the marks and the messages.
//! Refused: a history of states to step back through (an undo would also undo what a colleague did meanwhile).
//! On a crash: the act happened or not. Only the way back is lost, which lives in memory.

use anteroom_model::{ConversationId, LabelId, StaffId};
use jiff::Timestamp;
use rusqlite::params;

use crate::codes::{Coded, Role};
use crate::column::ms;
use crate::{Position, ReadTx, Result, StoreError, WriteTx};

/// What can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Needs nothing until the patient writes again.
    Done,
    /// Not done after all: whoever waited before waits again. What an earlier "done" settled stays settled.
    Reopen,
    /// Comes back at this time, or (always) when the patient writes.
    Snooze(Option<Timestamp>),
    /// Comes back now.
    Wake,
    /// Somebody has it from now on, or nobody.
    Assign(Option<StaffId>),
    /// Stays at the top, or no longer.
    Pin(bool),
    /// No notices about it, or again. It waits like any other.
    Mute(bool),
    /// Out of sight and no notices, or back.
    Spam(bool),
    /// As if nobody had looked.
    Unopened,
    /// With or without a label.
    Label(LabelId, bool),
}

/// What an act did to one conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    conversation: ConversationId,
    before: Marks,
    after: Marks,
    /// A label that was put on (`true`) or taken off.
    label: Option<(LabelId, bool)>,
    /// Earlier times at which it was marked done, which opening it again took away.
    dones: Vec<i64>,
}

/// The columns that acts write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Marks {
    opened_turn: Option<i64>,
    done_turn: Option<i64>,
    snooze_pos: Option<i64>,
    snooze_turn: Option<i64>,
    back_pos: Option<i64>,
    flagged: Option<i64>,
    assignee: Option<i64>,
    assigned_at: Option<i64>,
    pinned_pos: Option<i64>,
    muted: Option<i64>,
    spam: Option<i64>,
}

impl Marks {
    const NAMES: [&str; 11] = [
        "opened_turn",
        "done_turn",
        "snooze_pos",
        "snooze_turn",
        "back_pos",
        "flagged",
        "assignee",
        "assigned_at",
        "pinned_pos",
        "muted",
        "spam",
    ];

    const fn values(&self) -> [Option<i64>; 11] {
        [
            self.opened_turn,
            self.done_turn,
            self.snooze_pos,
            self.snooze_turn,
            self.back_pos,
            self.flagged,
            self.assignee,
            self.assigned_at,
            self.pinned_pos,
            self.muted,
            self.spam,
        ]
    }

    const fn awake(self) -> Self {
        Self { snooze_pos: None, snooze_turn: None, ..self }
    }
}

impl ReadTx<'_> {
    fn marks(&self, row: i64) -> Result<Marks> {
        self.one(
            "SELECT opened_turn, done_turn, snooze_pos, snooze_turn, back_pos, flagged, assignee, assigned_at, pinned_pos,
               muted, spam FROM conversation WHERE row = ?1",
            [row],
            |row| {
                Ok(Marks {
                    opened_turn: row.get(0)?,
                    done_turn: row.get(1)?,
                    snooze_pos: row.get(2)?,
                    snooze_turn: row.get(3)?,
                    back_pos: row.get(4)?,
                    flagged: row.get(5)?,
                    assignee: row.get(6)?,
                    assigned_at: row.get(7)?,
                    pinned_pos: row.get(8)?,
                    muted: row.get(9)?,
                    spam: row.get(10)?,
                })
            },
        )?
        .ok_or(StoreError::NotFound)
    }

    /// The turn after everything that is there: what comes in later comes after the decision.
    fn turn_now(&self, row: i64) -> Result<i64> {
        let mut turn = Position::first_at(self.now()).0;
        for role in Role::ALL {
            turn = turn.max(self.newest_turn(row, *role)?);
        }
        Ok(turn)
    }

    /// Whether nobody wants to be told about this conversation: muted, or spam.
    pub fn is_quiet(&self, id: ConversationId) -> Result<bool> {
        let quiet: i64 =
            self.required("SELECT muted = 1 OR spam = 1 FROM conversation WHERE id = ?1", [id.as_bytes()])?;
        Ok(quiet != 0)
    }

    /// The newest "done" that the newest question came after. What was said later goes with it when a conversation is
    /// opened again: it would still be done otherwise.
    fn done_before_newest_question(&self, row: i64, marks: Marks) -> Result<i64> {
        let done = marks.done_turn.unwrap_or(0);
        let asked = self.newest_turn(row, Role::Asks)?;
        let earlier: Option<i64> = self.value(
            "SELECT turn FROM figure_done WHERE conversation = ?1 AND turn < ?2 ORDER BY turn DESC LIMIT 1",
            params![row, asked.min(done.saturating_add(1))],
        )?;
        Ok(earlier.unwrap_or(0))
    }

    /// The times at which a conversation was marked done that go when `before` becomes `after`, but for the newest.
    fn dones_between(&self, row: i64, before: Marks, after: Marks) -> Result<Vec<i64>> {
        self.all(
            "SELECT turn FROM figure_done WHERE conversation = ?1 AND turn > ?2 AND turn < ?3",
            params![row, after.done_turn, before.done_turn],
            |row| Ok(row.get(0)?),
        )
    }

    /// When the next snoozed conversation comes back by its time.
    pub fn next_wake(&self) -> Result<Option<Timestamp>> {
        let next: Option<Position> = self.value(
            "SELECT snooze_pos FROM conversation WHERE snooze_pos IS NOT NULL ORDER BY snooze_pos LIMIT 1",
            [],
        )?;
        Ok(next.filter(|pos| !pos.is_never()).map(Position::at))
    }
}

impl WriteTx<'_> {
    /// Decides something about conversations; what it did, to take it back. Of those that are not there any more, nothing.
    pub fn triage(&mut self, conversations: &[ConversationId], act: Act) -> Result<Vec<Trace>> {
        let mut traces = Vec::new();
        for id in conversations {
            match self.act(*id, act) {
                Ok(trace) => traces.extend(trace),
                Err(StoreError::NotFound) if conversations.len() > 1 => {}
                Err(error) => return Err(error),
            }
        }
        Ok(traces)
    }

    fn act(&mut self, id: ConversationId, act: Act) -> Result<Option<Trace>> {
        let row = self.place_in(id)?.conversation;
        let before = self.marks(row)?;
        if let Act::Label(label, on) = act {
            let changed = self.set_label(id, label, on)?;
            let trace = Trace {
                conversation: id,
                before,
                after: before,
                label: Some((label, on)),
                dones: Vec::new(),
            };
            return Ok(changed.then_some(trace));
        }
        let after = self.decided(row, before, act)?;
        if after == before {
            return Ok(None);
        }
        let dones = self.dones_between(row, before, after)?;
        self.put_marks(row, before, after)?;
        Ok(Some(Trace { conversation: id, before, after, label: None, dones }))
    }

    fn decided(&self, row: i64, was: Marks, act: Act) -> Result<Marks> {
        let now = Position::first_at(self.now()).beside(row);
        let turn = self.turn_now(row)?;
        // It comes back after everything that was dealt with, also within one millisecond.
        let back = Some(now.0.max(turn.max(self.barrier(row)?) + 1));
        let seen = Some(was.opened_turn.unwrap_or(0).max(turn));
        Ok(match act {
            Act::Done => Marks {
                opened_turn: seen,
                done_turn: Some(turn),
                back_pos: None,
                flagged: Some(0),
                ..was.awake()
            },
            Act::Reopen => Marks { done_turn: Some(self.done_before_newest_question(row, was)?), ..was },
            Act::Snooze(until) => Marks {
                opened_turn: seen,
                snooze_pos: Some(until.map_or(Position::NEVER, Position::first_at).beside(row).0),
                snooze_turn: Some(turn),
                back_pos: None,
                flagged: Some(0),
                ..was
            },
            Act::Wake => Marks { back_pos: back, ..was.awake() },
            Act::Assign(to) => {
                let assignee = self.maybe_staff_key(to)?;
                if assignee == was.assignee {
                    return Ok(was);
                }
                Marks { assignee, assigned_at: assignee.map(|_| ms(self.now())), ..was }
            }
            Act::Pin(on) if on == was.pinned_pos.is_some() => was,
            Act::Pin(on) => Marks { pinned_pos: on.then_some(now.0), ..was },
            Act::Mute(on) => Marks { muted: Some(i64::from(on)), ..was },
            Act::Spam(true) => Marks { spam: Some(1), pinned_pos: None, back_pos: None, ..was.awake() },
            Act::Spam(false) => Marks { spam: Some(0), ..was },
            Act::Unopened => Marks { back_pos: back, flagged: Some(1), ..was.awake() },
            Act::Label(..) => was,
        })
    }

    /// Each column by itself and only if it moved: SQLite writes every index of a column that is set.
    fn put_marks(&mut self, row: i64, from: Marks, to: Marks) -> Result<()> {
        for ((name, from), to) in Marks::NAMES.into_iter().zip(from.values()).zip(to.values()) {
            if from != to {
                self.change(
                    &format!("UPDATE conversation SET {name} = ?2 WHERE row = ?1"),
                    params![row, to],
                )?;
            }
        }
        self.touch_conversation(row);
        Ok(())
    }

    /// Takes an act back; how many conversations are again as they were. What was changed since stays.
    pub fn undo_triage(&mut self, traces: &[Trace]) -> Result<u32> {
        let mut back = 0;
        for trace in traces {
            match self.restore(trace) {
                Ok(done) => back += u32::from(done),
                Err(StoreError::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(back)
    }

    fn restore(&mut self, trace: &Trace) -> Result<bool> {
        if let Some((label, on)) = trace.label {
            return self.set_label(trace.conversation, label, !on);
        }
        let row = self.place_in(trace.conversation)?.conversation;
        let now = self.marks(row)?;
        let mut restored = false;
        let (was, became, is) = (trace.before.values(), trace.after.values(), now.values());
        if now.done_turn == trace.after.done_turn {
            for turn in &trace.dones {
                self.execute(
                    "INSERT INTO figure_done (conversation, turn) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                    [row, *turn],
                )?;
            }
        }
        for (n, name) in Marks::NAMES.into_iter().enumerate() {
            if was[n] != became[n] && is[n] == became[n] {
                self.change(
                    &format!("UPDATE conversation SET {name} = ?2 WHERE row = ?1"),
                    params![row, was[n]],
                )?;
                restored = true;
            }
        }
        if restored {
            self.touch_conversation(row);
        }
        Ok(restored)
    }

    /// Brings back what is due; which conversations these are, at most five hundred.
    pub fn wake_due(&mut self) -> Result<Vec<ConversationId>> {
        let now = Position::first_at(self.now()).last_of_ms();
        let due = self.all(
            "SELECT row, id FROM conversation WHERE snooze_pos IS NOT NULL AND snooze_pos <= ?1
             ORDER BY snooze_pos LIMIT 500",
            [now],
            |row| {
                let mut row = crate::column::Fields::of(row);
                Ok((row.get::<i64>()?, row.id(ConversationId::from_uuid)?))
            },
        )?;
        for (row, _) in &due {
            self.wake(*row)?;
        }
        Ok(due.into_iter().map(|(_, id)| id).collect())
    }

    /// Brings one back now.
    pub(super) fn wake(&mut self, row: i64) -> Result<()> {
        let was = self.marks(row)?;
        let after = self.decided(row, was, Act::Wake)?;
        self.put_marks(row, was, after)
    }
}
