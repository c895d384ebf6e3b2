//! The card: one patient, or the identity that stands in for one.

use anteroom_model::{ConversationId, IdentityId, PatientId, Phi, StaffId};
use anteroom_store::{
    CheckHow as KeptCheck, ConversationRow, CouldBeWhy as KeptWhy, IdentityRow, LinkHow as KeptHow, LinkRow,
    PatientRow, ReadTx, StoreError,
};
use jiff::SignedDuration;

use super::words::{contact_view, says_view, what_view};
use crate::convert::shown_address;
use crate::core::Core;
use crate::fault::Fault;
use crate::reading::text;
use crate::views::{
    CheckHow, CheckView, ConsentView, CouldBe, CouldBeWhy, GuardianView, IdentityView, JoinedView, LinkHow,
    LinkView, OptOutView, PatientCard, PatientView, PersonName, SharedView, TwinSign, TwinView, WriterView,
};

/// Calls older than this are history.
const RECENT: SignedDuration = SignedDuration::from_hours(24 * 365);

/// The card beside a conversation: of whoever writes, where the number is shared and somebody said who it is.
pub(crate) fn card_of(tx: &ReadTx<'_>, row: &ConversationRow) -> Result<PatientCard, StoreError> {
    let writer = if row.shared_by > 1 { tx.writers(row.id)?.now() } else { None };
    let mut card = match writer {
        Some(patient) => patient_card(tx, patient)?,
        None => card(tx, row.identity)?,
    };
    if row.shared_by > 1 {
        card.shared_by = people(tx.shared_by(row.identity)?);
    }
    Ok(card)
}

/// The card of whoever is behind an identity.
pub(crate) fn card(tx: &ReadTx<'_>, identity: IdentityId) -> Result<PatientCard, StoreError> {
    let row = tx.identity(identity)?.ok_or(StoreError::NotFound)?;
    if let Some(patient) = row.patient {
        return patient_card(tx, patient);
    }
    let could_be = tx.could_be(identity)?.into_iter().map(|found| CouldBe {
        patient: found.patient.to_string(),
        name: found.name.into_inner(),
        why: match found.why {
            KeptWhy::SameNumber => CouldBeWhy::SameNumber,
            KeptWhy::OnTheCard => CouldBeWhy::OnTheCard,
            KeptWhy::SameName => CouldBeWhy::SameName,
        },
        channel: found.channel.into(),
    });
    Ok(PatientCard {
        patient: None,
        could_be: could_be.collect(),
        shared_by: people(tx.shared_by(identity)?),
        recent_calls: tx.calls_since(identity, tx.now() - RECENT)?,
        identities: vec![identity_view(tx, row)?],
    })
}

/// The card of a patient.
pub(crate) fn patient_card(tx: &ReadTx<'_>, id: PatientId) -> Result<PatientCard, StoreError> {
    let row = tx.patient(tx.standing(id)?)?.ok_or(StoreError::NotFound)?;
    let identities = tx.identities_of(row.id)?;
    let since = tx.now() - RECENT;
    let mut recent_calls = 0;
    for identity in &identities {
        recent_calls += tx.calls_since(identity.id, since)?;
    }
    Ok(PatientCard {
        patient: Some(patient_view(tx, row)?),
        could_be: Vec::new(),
        shared_by: Vec::new(),
        identities: identities.into_iter().map(|row| identity_view(tx, row)).collect::<Result<_, _>>()?,
        recent_calls,
    })
}

fn people(rows: Vec<PatientRow>) -> Vec<PersonName> {
    rows.into_iter()
        .map(|row| PersonName { patient: row.id.to_string(), name: row.words.name.into_inner() })
        .collect()
}

fn staff_name(tx: &ReadTx<'_>, id: Option<StaffId>) -> Result<Option<String>, StoreError> {
    Ok(id.map(|id| tx.staff_by_id(id)).transpose()?.flatten().map(|staff| staff.name))
}

fn patient_view(tx: &ReadTx<'_>, row: PatientRow) -> Result<PatientView, StoreError> {
    let mut consents = Vec::new();
    for one in tx.consents_of(row.id)? {
        consents.push(ConsentView {
            what: what_view(one.what),
            channel: one.channel.map(Into::into),
            says: says_view(one.says),
            at: one.at.into(),
            by: staff_name(tx, one.by)?,
        });
    }
    let mut joined = Vec::new();
    for one in tx.merges_of(row.id)? {
        joined.push(JoinedView {
            merge: one.id.to_string(),
            name: one.gone_name.into_inner(),
            by: staff_name(tx, one.by)?,
            at: one.at.into(),
            identities: u32::try_from(one.identities.len()).unwrap_or(u32::MAX),
        });
    }
    let mut twins = Vec::new();
    for twin in tx.twins_of(row.id)? {
        let other = tx.listed(if twin.a == row.id { twin.b } else { twin.a })?;
        twins.push(TwinView {
            patient: other.id.to_string(),
            name: other.name.into_inner(),
            birth_date: other.birth_date.map(|date| date.reveal().to_string()),
            signs: signs(twin.signs),
        });
    }
    let words = row.words;
    Ok(PatientView {
        guardian: guardian_view(tx, words.guardian)?,
        contacts: tx.contacts_of(row.id)?.into_iter().map(|one| contact_view(one.contact)).collect(),
        id: row.id.to_string(),
        name: words.name.into_inner(),
        preferred_name: words.preferred_name.into_inner(),
        birth_date: words.birth_date.map(|date| date.reveal().to_string()),
        language: words.language,
        desk_note: words.desk_note.into_inner(),
        consents,
        joined,
        twins,
        since: row.created_at.into(),
    })
}

/// A guardian who is a patient is called as their card says now.
fn guardian_view(
    tx: &ReadTx<'_>,
    guardian: anteroom_store::Guardian,
) -> Result<Option<GuardianView>, StoreError> {
    let patient = guardian.patient.map(|id| tx.standing(id)).transpose()?;
    let known = patient.map(|id| tx.patient(id)).transpose()?.flatten();
    let view = GuardianView {
        name: known.map_or(guardian.name, |row| row.words.name).into_inner(),
        relation: guardian.relation.into_inner(),
        phone: guardian.phone.into_inner(),
        patient: patient.map(|id| id.to_string()),
    };
    let nobody = view.name.is_empty() && view.phone.is_empty() && view.relation.is_empty();
    Ok((!nobody).then_some(view))
}

/// What speaks for two being one.
pub(super) fn signs(signs: anteroom_store::TwinSigns) -> Vec<TwinSign> {
    [
        (signs.number, TwinSign::Number),
        (signs.email, TwinSign::Email),
        (signs.name_and_birth, TwinSign::NameAndBirth),
        (signs.name_and_tail, TwinSign::NameAndTail),
    ]
    .into_iter()
    .filter_map(|(is, sign)| is.then_some(sign))
    .collect()
}

fn identity_view(tx: &ReadTx<'_>, row: IdentityRow) -> Result<IdentityView, StoreError> {
    let conversations = tx.conversations_of(row.id)?;
    let mut opt_out = None;
    for conversation in &conversations {
        if let Some((since, by)) = tx.opt_out(row.id, &conversation.own_address)? {
            opt_out = Some(OptOutView { since: since.into(), by: staff_name(tx, by)? });
        }
    }
    let link = tx.open_link(row.id)?.map(|link| link_view(tx, link)).transpose()?;
    Ok(IdentityView {
        id: row.id.to_string(),
        channel: row.channel.into(),
        address: shown_address(
            row.channel,
            row.handle.reveal(),
            row.username.as_ref().map(|name| name.reveal().as_str()),
        ),
        display_name: row.display_name.map(Phi::into_inner),
        link,
        shared_by: row.shared_by,
        opted_out: opt_out.is_some(),
        opt_out,
        last_wrote: conversations.iter().filter_map(|row| row.last_inbound_at).max().map(Into::into),
        conversation: conversations.first().map(|row| row.id.to_string()),
    })
}

fn link_view(tx: &ReadTx<'_>, link: LinkRow) -> Result<LinkView, StoreError> {
    let checked = match link.checked {
        None => None,
        Some(checked) => Some(CheckView {
            how: match checked.how {
                KeptCheck::BirthDate => CheckHow::BirthDate,
                KeptCheck::Document => CheckHow::Document,
                KeptCheck::KnownInPerson => CheckHow::KnownInPerson,
                KeptCheck::CalledBack => CheckHow::CalledBack,
            },
            at: checked.at.into(),
            by: staff_name(tx, checked.by)?,
        }),
    };
    Ok(LinkView {
        id: link.id.to_string(),
        how: match link.how {
            KeptHow::Staff => LinkHow::Staff,
            KeptHow::First => LinkHow::First,
            KeptHow::Merge => LinkHow::Merge,
            KeptHow::Import => LinkHow::Import,
        },
        by: staff_name(tx, link.by)?,
        at: link.at.into(),
        checked,
    })
}

/// What the head of a conversation says about a number that is shared.
pub(crate) fn shared(core: &Core, row: &ConversationRow) -> Result<Option<SharedView>, Fault> {
    if row.shared_by < 2 {
        return Ok(None);
    }
    let id: ConversationId = row.id;
    let identity = row.identity;
    Ok(core.read(|tx| {
        let known = tx.writers(id)?;
        let mut writers = Vec::new();
        for said in known.said {
            let person = tx.listed(said.patient)?;
            writers.push(WriterView {
                id: said.id.to_string(),
                from: text(said.from),
                person: PersonName { patient: person.id.to_string(), name: person.name.into_inner() },
                by: staff_name(tx, said.by)?,
                at: said.at.into(),
            });
        }
        Ok(Some(SharedView {
            people: people(tx.shared_by(identity)?),
            asks_from: known.asks_from.map(text),
            writers,
        }))
    })?)
}
