//! A number that several patients share: who they are, and who of them writes.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anteroom_model::{ConversationId, IdentityId, PatientId, WriterId};
use anteroom_store::{ShareTrace, StoreError};

use super::{card, card_of, parsed};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{Code, PatientCard, WireError};

/// Statements that can still be taken back.
const KEPT: usize = 20;

/// The ways back from the newest statements about who shares an identity.
#[derive(Default)]
pub struct Shared(Mutex<VecDeque<ShareTrace>>);

impl Shared {
    fn lock(&self) -> MutexGuard<'_, VecDeque<ShareTrace>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, trace: ShareTrace) {
        let mut kept = self.lock();
        kept.push_back(trace);
        if kept.len() > KEPT {
            kept.pop_front();
        }
    }

    fn last(&self, identity: IdentityId) -> Option<ShareTrace> {
        self.lock().iter().rev().find(|trace| trace.identity() == identity).cloned()
    }

    fn drop(&self, trace: &ShareTrace) {
        self.lock().retain(|kept| kept != trace);
    }
}

impl Desk {
    /// Says which patients share an identity; one or none: it is not shared.
    ///
    /// # Errors
    /// When there is no such identity or patient.
    pub async fn identity_share(
        &self,
        identity: &str,
        patients: Vec<String>,
    ) -> Result<PatientCard, WireError> {
        let identity: IdentityId = parsed(identity)?;
        let patients = patients.iter().map(|id| parsed(id)).collect::<Result<Vec<PatientId>, Fault>>()?;
        let by = self.core.staff().id;
        let shared = self.core.write(move |tx| {
            let trace = tx.share(identity, &patients, Some(by))?;
            Ok((trace, card(tx, identity)?))
        });
        let (trace, card) = shared.await.map_err(Fault::from)?;
        self.core.shared.keep(trace);
        Ok(card)
    }

    /// Takes the last statement about who shares an identity back; what was said before it counts again.
    ///
    /// # Errors
    /// [`Code::Stale`] when it is too long ago or was taken back already.
    pub async fn identity_share_undo(&self, identity: &str) -> Result<PatientCard, WireError> {
        let identity: IdentityId = parsed(identity)?;
        let trace = self.core.shared.last(identity).ok_or_else(|| WireError::of(Code::Stale))?;
        let back = trace.clone();
        let undone = self.core.write(move |tx| {
            tx.undo_share(&back)?;
            card(tx, identity)
        });
        let card = undone.await.map_err(Fault::from)?;
        // Only now: while the disk is full the way back stays open.
        self.core.shared.drop(&trace);
        Ok(card)
    }

    /// Says who writes in a conversation with a number that several share. What it answers can be taken back with.
    ///
    /// # Errors
    /// When there is no such conversation or patient.
    pub async fn writer_set(&self, conversation: &str, patient: &str) -> Result<String, WireError> {
        let conversation: ConversationId = parsed(conversation)?;
        let patient: PatientId = parsed(patient)?;
        let by = self.core.staff().id;
        let said = self.core.write(move |tx| tx.set_writer(conversation, patient, Some(by)));
        Ok(said.await.map_err(Fault::from)?.to_string())
    }

    /// Takes that back.
    ///
    /// # Errors
    /// When it was taken back already.
    pub async fn writer_undo(&self, writer: &str) -> Result<PatientCard, WireError> {
        let id: WriterId = parsed(writer)?;
        let undone = self.core.write(move |tx| {
            let conversation = tx.unset_writer(id)?;
            let row = tx.conversation(conversation)?.ok_or(StoreError::NotFound)?;
            card_of(tx, &row)
        });
        Ok(undone.await.map_err(Fault::from)?)
    }
}
