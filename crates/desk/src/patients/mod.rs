//! Patients, and which identities are theirs.
//!
//! Holds: identities are never changed; a link says "this handle is that patient", has its author, and can be ended.
//! Refused: linking by itself because a number or name is the same. The desk shows "could be"; a person decides.

use anteroom_model::{ConversationId, IdentityId, LinkId, PatientId, Phi, StaffId};
use anteroom_store::{
    CouldBeWhy as KeptWhy, IdentityRow, LinkHow as KeptHow, PatientRow, PatientWords, ReadTx, StoreError,
};
use jiff::SignedDuration;
use jiff::civil::Date;

use crate::convert::shown_address;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{
    Code, CouldBe, CouldBeWhy, IdentityView, LinkHow, LinkView, PatientCard, PatientEdit, PatientView,
    WireError,
};

/// Calls older than this are history.
const RECENT: SignedDuration = SignedDuration::from_hours(24 * 365);
/// Longer than any name.
const LONGEST_NAME: usize = 200;

impl Desk {
    /// The patient behind a conversation, or what stands in for one.
    ///
    /// # Errors
    /// When there is no such conversation.
    pub fn patient_card(&self, conversation: &str) -> Result<PatientCard, WireError> {
        let id: ConversationId = parsed(conversation)?;
        let card = self.core.read(|tx| {
            let row = tx.conversation(id)?.ok_or(StoreError::NotFound)?;
            card(tx, row.identity)
        });
        Ok(card.map_err(Fault::from)?)
    }

    /// A new patient, made from an identity that is nobody yet.
    ///
    /// # Errors
    /// [`Code::Stale`] when the identity is linked already.
    pub async fn patient_create(&self, identity: &str, edit: PatientEdit) -> Result<PatientCard, WireError> {
        let identity: IdentityId = parsed(identity)?;
        let words = words(edit)?;
        let by = self.core.staff().id;
        let made = self.core.write(move |tx| {
            let patient = tx.create_patient(&words)?;
            tx.link(identity, patient, KeptHow::First, Some(by))?;
            card(tx, identity)
        });
        Ok(made.await.map_err(Fault::from)?)
    }

    /// Changes what staff wrote about a patient.
    ///
    /// # Errors
    /// When there is no such patient, or no name.
    pub async fn patient_edit(&self, patient: &str, edit: PatientEdit) -> Result<(), WireError> {
        let id: PatientId = parsed(patient)?;
        let words = words(edit)?;
        let done = self.core.write(move |tx| tx.edit_patient(id, &words));
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
}

/// The card of whoever is behind an identity.
pub(crate) fn card(tx: &ReadTx<'_>, identity: IdentityId) -> Result<PatientCard, StoreError> {
    let row = tx.identity(identity)?.ok_or(StoreError::NotFound)?;
    let patient = row.patient.map(|id| tx.patient(id)).transpose()?.flatten();
    let identities = match &patient {
        Some(patient) => tx.identities_of(patient.id)?,
        None => vec![row],
    };
    let since = tx.now() - RECENT;
    let mut recent_calls = 0;
    for identity in &identities {
        recent_calls += tx.calls_since(identity.id, since)?;
    }
    let could_be = tx.could_be(identity)?.into_iter().map(|found| CouldBe {
        patient: found.patient.to_string(),
        name: found.name.into_inner(),
        why: match found.why {
            KeptWhy::SameNumber => CouldBeWhy::SameNumber,
            KeptWhy::SameName => CouldBeWhy::SameName,
        },
        channel: found.channel.into(),
    });
    Ok(PatientCard {
        patient: patient.map(patient_view),
        could_be: could_be.collect(),
        identities: identities.into_iter().map(|row| identity_view(tx, row)).collect::<Result<_, _>>()?,
        recent_calls,
    })
}

fn patient_view(row: PatientRow) -> PatientView {
    PatientView {
        id: row.id.to_string(),
        name: row.words.name.into_inner(),
        birth_date: row.words.birth_date.map(|date| date.reveal().to_string()),
        language: row.words.language,
        desk_note: row.words.desk_note.into_inner(),
        since: row.created_at.into(),
    }
}

fn identity_view(tx: &ReadTx<'_>, row: IdentityRow) -> Result<IdentityView, StoreError> {
    let conversations = tx.conversations_of(row.id)?;
    let mut opted_out = false;
    for conversation in &conversations {
        opted_out |= tx.opted_out(row.id, &conversation.own_address)?;
    }
    let link = tx.open_link(row.id)?;
    let by = link.as_ref().and_then(|link| link.by).map(|by| tx.staff_by_id(by)).transpose()?.flatten();
    Ok(IdentityView {
        id: row.id.to_string(),
        channel: row.channel.into(),
        address: shown_address(
            row.channel,
            row.handle.reveal(),
            row.username.as_ref().map(|name| name.reveal().as_str()),
        ),
        display_name: row.display_name.map(Phi::into_inner),
        link: link.map(|link| LinkView {
            id: link.id.to_string(),
            how: match link.how {
                KeptHow::Staff => LinkHow::Staff,
                KeptHow::First => LinkHow::First,
            },
            by: by.map(|staff| staff.name),
            at: link.at.into(),
        }),
        opted_out,
        last_wrote: conversations.iter().filter_map(|row| row.last_inbound_at).max().map(Into::into),
        conversation: conversations.first().map(|row| row.id.to_string()),
    })
}

pub(crate) fn words(edit: PatientEdit) -> Result<PatientWords, Fault> {
    let name = edit.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(Fault::Refused(WireError::of(Code::FieldInvalid).with("field", "name")));
    }
    let birth_date = edit.birth_date.as_deref().map(str::trim).filter(|date| !date.is_empty());
    let birth_date = birth_date
        .map(|date| date.parse::<Date>().map(Phi::new))
        .transpose()
        .map_err(|_| Fault::Refused(WireError::of(Code::FieldInvalid).with("field", "birth_date")))?;
    Ok(PatientWords {
        name: Phi::from(name),
        birth_date,
        language: edit.language.filter(|language| !language.trim().is_empty()),
        desk_note: Phi::from(edit.desk_note.trim()),
    })
}

/// An id as the window writes it.
pub(crate) fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, Fault> {
    text.parse().map_err(|_| Fault::not_found())
}
