//! Patients, and which identities are theirs.
//!
//! Holds: identities are never changed; a link says "this handle is that patient", has its author, and can be ended.
//! Refused: linking by itself because a number or name is the same. The desk shows "could be"; a person decides.

mod card;
mod history;
mod joining;
mod list;
mod words;
mod writing;

pub(crate) use writing::Shared;

use anteroom_model::{ConversationId, IdentityId, LinkId, PatientId, StaffId};
use anteroom_store::{CheckHow as KeptCheck, LinkHow as KeptHow, StoreError};

use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{CheckHow, ConsentSet, PatientCard, PatientEdit, WireError};

pub(crate) use card::{card, card_of, patient_card, shared};
pub(crate) use list::date_typed;
pub(crate) use words::{LONGEST_NAME, contact, contacts, words};

impl Desk {
    /// The patient behind a conversation, or what stands in for one.
    ///
    /// # Errors
    /// When there is no such conversation.
    pub fn patient_card(&self, conversation: &str) -> Result<PatientCard, WireError> {
        let id: ConversationId = parsed(conversation)?;
        let card = self.core.read(|tx| {
            let row = tx.conversation(id)?.ok_or(StoreError::NotFound)?;
            card_of(tx, &row)
        });
        Ok(card.map_err(Fault::from)?)
    }

    /// A new patient, made from an identity that is nobody yet.
    ///
    /// # Errors
    /// [`Code::Stale`] when the identity is linked already.
    pub async fn patient_create(&self, identity: &str, edit: PatientEdit) -> Result<PatientCard, WireError> {
        let identity: IdentityId = parsed(identity)?;
        let contacts = contacts(&edit.contacts, &self.core.clinic.country)?;
        let words = words(edit)?;
        let by = self.core.staff().id;
        let made = self.core.write(move |tx| {
            let patient = tx.create_patient(&words)?;
            tx.link(identity, patient, KeptHow::First, Some(by))?;
            tx.set_contacts(patient, &contacts)?;
            patient_card(tx, patient)
        });
        Ok(made.await.map_err(Fault::from)?)
    }

    /// Changes what staff wrote about a patient.
    ///
    /// # Errors
    /// When there is no such patient, or no name.
    pub async fn patient_edit(&self, patient: &str, edit: PatientEdit) -> Result<(), WireError> {
        let id: PatientId = parsed(patient)?;
        let contacts = contacts(&edit.contacts, &self.core.clinic.country)?;
        let words = words(edit)?;
        let done = self.core.write(move |tx| {
            tx.edit_patient(id, &words)?;
            tx.set_contacts(id, &contacts)
        });
        Ok(done.await.map_err(Fault::from)?)
    }

    /// Says that an identity is a patient.
    ///
    /// # Errors
    /// [`Code::Stale`] when it is linked already.
    pub async fn identity_link(&self, identity: &str, patient: &str) -> Result<PatientCard, WireError> {
        let identity: IdentityId = parsed(identity)?;
        let patient: PatientId = parsed(patient)?;
        let by = self.core.staff().id;
        let linked = self.core.write(move |tx| {
            tx.link(identity, patient, KeptHow::Staff, Some(by))?;
            card(tx, identity)
        });
        Ok(linked.await.map_err(Fault::from)?)
    }

    /// Ends a link. Messages stay where they are.
    ///
    /// # Errors
    /// When there is no such link.
    pub async fn link_undo(&self, link: &str) -> Result<PatientCard, WireError> {
        let id: LinkId = parsed(link)?;
        let by: StaffId = self.core.staff().id;
        let undone = self.core.write(move |tx| {
            let link = tx.link_by_id(id)?.ok_or(StoreError::NotFound)?;
            tx.unlink(id, Some(by))?;
            card(tx, link.identity)
        });
        Ok(undone.await.map_err(Fault::from)?)
    }

    /// Notes that somebody made sure who an identity is, or takes the note back.
    ///
    /// # Errors
    /// When there is no such link.
    pub async fn link_check(&self, link: &str, how: Option<CheckHow>) -> Result<(), WireError> {
        let id: LinkId = parsed(link)?;
        let by = self.core.staff().id;
        let how = how.map(|how| match how {
            CheckHow::BirthDate => KeptCheck::BirthDate,
            CheckHow::Document => KeptCheck::Document,
            CheckHow::KnownInPerson => KeptCheck::KnownInPerson,
            CheckHow::CalledBack => KeptCheck::CalledBack,
        });
        Ok(self.core.write(move |tx| tx.check_link(id, how, Some(by))).await.map_err(Fault::from)?)
    }

    /// Writes down what a patient agreed to.
    ///
    /// # Errors
    /// When there is no such patient.
    pub async fn consent_set(&self, set: ConsentSet) -> Result<(), WireError> {
        let id: PatientId = parsed(&set.patient)?;
        let (what, says) = (words::what(set.what), words::says(set.says));
        let channel = set.channel.map(Into::into);
        let by = self.core.staff().id;
        let done = self.core.write(move |tx| tx.add_consent(id, what, channel, says, Some(by)));
        Ok(done.await.map_err(Fault::from)?)
    }

    /// Staff say that somebody wants no messages on an address of theirs, or take that back.
    ///
    /// # Errors
    /// [`crate::views::Code::NotAllowed`] when the patient said so: only they can take it back.
    pub async fn opt_out_set(&self, identity: &str, out: bool) -> Result<(), WireError> {
        let id: IdentityId = parsed(identity)?;
        let by = self.core.staff().id;
        let done = self.core.write(move |tx| {
            for conversation in tx.conversations_of(id)? {
                tx.set_opt_out_by_hand(id, &conversation.own_address, out, by)?;
            }
            Ok(())
        });
        Ok(done.await.map_err(Fault::from)?)
    }
}

/// An id as the window writes it.
pub(crate) fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, Fault> {
    text.parse().map_err(|_| Fault::not_found())
}
