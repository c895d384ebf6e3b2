//! What rules write to patients by themselves, and to whom they do not.
//!
//! Holds: a rule writes to a patient once per period, whatever comes twice: the mark and the message are one
//! transaction, and the mark has a unique key. Whoever is one patient now is one subject, also if their identities were
//! joined since; what was written to any of them counts for all.
//! Refused: counting the messages of a rule in the timeline (one that did not leave would be written again and again).

use anteroom_model::{ConversationId, IdentityId, Rule};
use jiff::Timestamp;
use rusqlite::params;

use super::sending::{NewSend, Sent};
use super::summary;
use crate::codes::Coded;
use crate::column::ms;
use crate::{ConversationRow, Position, ReadTx, Result, StoreError, WriteTx};

/// A patient's or an identity's id.
type Subject = [u8; 16];

impl ReadTx<'_> {
    /// Whether a rule was told not to write to whoever this is.
    pub fn rule_stopped(&self, identity: IdentityId, rule: Rule) -> Result<bool> {
        for subject in self.subjects(identity)? {
            let stopped: Option<i64> = self.value(
                "SELECT 1 FROM auto_stop WHERE subject = ?1 AND rule = ?2",
                params![subject, rule.code()],
            )?;
            if stopped.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a rule has written to whoever this is since `period` began. What was written "later" than now was written
    /// while the clock was wrong.
    pub fn rule_wrote_since(&self, identity: IdentityId, rule: Rule, period: Timestamp) -> Result<bool> {
        for subject in self.subjects(identity)? {
            let wrote: Option<i64> = self.value(
                "SELECT 1 FROM auto_reply
                 WHERE subject = ?1 AND rule = ?2 AND (period = ?3 OR at BETWEEN ?3 AND ?4) LIMIT 1",
                params![subject, rule.code(), ms(period), ms(self.now())],
            )?;
            if wrote.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a rule wrote this item.
    pub(super) fn is_by_rule(&self, pos: Position) -> Result<bool> {
        let rule: Option<i64> = self.required("SELECT rule FROM item WHERE pos = ?1", [pos])?;
        Ok(rule.is_some())
    }

    /// Under whom new marks are put: the identity, and the patient it is linked to. So they stay with either if the two
    /// are parted again.
    fn own_subjects(&self, identity: IdentityId) -> Result<Vec<Subject>> {
        let patient = self.identity(identity)?.ok_or(StoreError::NotFound)?.patient;
        Ok(std::iter::once(*identity.as_bytes()).chain(patient.map(|id| *id.as_bytes())).collect())
    }

    /// Under whom marks may stand that count for an identity.
    fn subjects(&self, identity: IdentityId) -> Result<Vec<Subject>> {
        let patient = self.identity(identity)?.ok_or(StoreError::NotFound)?.patient;
        let Some(patient) = patient else { return Ok(vec![*identity.as_bytes()]) };
        let mut subjects = vec![*patient.as_bytes()];
        subjects.extend(self.identities_of(patient)?.iter().map(|one| *one.id.as_bytes()));
        Ok(subjects)
    }
}

impl WriteTx<'_> {
    /// A conversation with its summary as it will be after this transaction: who waits is otherwise computed at its end.
    pub fn conversation_as_of_now(&mut self, id: ConversationId) -> Result<ConversationRow> {
        let row = self.place_in(id)?.conversation;
        summary::refresh(self, row)?;
        self.conversation(id)?.ok_or(StoreError::NotFound)
    }

    /// A rule writes to whoever this is, once in a period. `None`: it has already, or was told not to.
    pub fn send_by_rule(
        &mut self,
        rule: Rule,
        identity: IdentityId,
        period: Timestamp,
        new: &NewSend,
    ) -> Result<Option<Sent>> {
        if self.rule_stopped(identity, rule)? || self.rule_wrote_since(identity, rule, period)? {
            return Ok(None);
        }
        for subject in self.own_subjects(identity)? {
            self.execute(
                "INSERT INTO auto_reply (subject, rule, period, at) VALUES (?1, ?2, ?3, ?4)",
                params![subject, rule.code(), ms(period), ms(self.now())],
            )?;
        }
        self.send(new).map(Some)
    }

    /// Tells a rule not to write to whoever this is, or that it may again.
    pub fn stop_rule(&mut self, identity: IdentityId, rule: Rule, stopped: bool) -> Result<()> {
        let subjects = self.subjects(identity)?;
        if !stopped {
            for subject in &subjects {
                self.execute(
                    "DELETE FROM auto_stop WHERE subject = ?1 AND rule = ?2",
                    params![subject, rule.code()],
                )?;
            }
        } else {
            for subject in self.own_subjects(identity)? {
                self.execute(
                    "INSERT INTO auto_stop (subject, rule, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                    params![subject, rule.code(), ms(self.now())],
                )?;
            }
        }
        let identities = match self.identity(identity)?.and_then(|known| known.patient) {
            Some(patient) => self.identities_of(patient)?.into_iter().map(|one| one.id).collect(),
            None => vec![identity],
        };
        for identity in identities {
            for conversation in self.conversations_with(self.identity_key(identity)?)? {
                self.touch_conversation(conversation);
            }
        }
        Ok(())
    }
}
