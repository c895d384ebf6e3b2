//! A number that several patients share: who they are, and who of them writes.

use anteroom_model::{ConversationId, IdentityId, PatientId, WriterId};
use anteroom_store::StoreError;

use super::{card, card_of, parsed};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{PatientCard, WireError};

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
            tx.share(identity, &patients, Some(by))?;
            card(tx, identity)
        });
        Ok(shared.await.map_err(Fault::from)?)
    }

    /// Forgets what staff said about who shares an identity.
    ///
    /// # Errors
    /// When there is no such identity.
    pub async fn identity_share_undo(&self, identity: &str) -> Result<PatientCard, WireError> {
        let identity: IdentityId = parsed(identity)?;
        let forgot = self.core.write(move |tx| {
            tx.forget_sharing(identity)?;
            card(tx, identity)
        });
        Ok(forgot.await.map_err(Fault::from)?)
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
