//! What staff write about a patient, understood and put into the store's words; and back.

use anteroom_model::{PatientId, Phi, normalise_phone};
use anteroom_store::{
    ConsentSays as KeptSays, ConsentWhat as KeptWhat, ContactKind as KeptKind, Guardian, NewContact,
    PatientWords,
};
use jiff::civil::Date;

use super::parsed;
use crate::fault::Fault;
use crate::views::{ConsentSays, ConsentWhat, ContactKind, ContactView, GuardianView, PatientEdit};

/// Longer than any name.
pub(crate) const LONGEST_NAME: usize = 200;
/// Longer than any address or note that is one.
const LONGEST: usize = 4000;
/// More ways to reach somebody than anybody has.
const MOST_CONTACTS: usize = 50;

/// What staff wrote, without its contacts.
pub(crate) fn words(edit: PatientEdit) -> Result<PatientWords, Fault> {
    let name = edit.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(Fault::invalid("name"));
    }
    if edit.preferred_name.chars().count() > LONGEST_NAME {
        return Err(Fault::invalid("preferred_name"));
    }
    if edit.desk_note.chars().count() > LONGEST {
        return Err(Fault::invalid("desk_note"));
    }
    let birth_date = edit.birth_date.as_deref().map(str::trim).filter(|date| !date.is_empty());
    let birth_date = birth_date
        .map(|date| date.parse::<Date>().map(Phi::new))
        .transpose()
        .map_err(|_| Fault::invalid("birth_date"))?;
    Ok(PatientWords {
        name: Phi::from(name),
        preferred_name: Phi::from(edit.preferred_name.trim()),
        birth_date,
        language: edit.language.filter(|language| !language.trim().is_empty()),
        guardian: edit.guardian.map(guardian).transpose()?.unwrap_or_default(),
        desk_note: Phi::from(edit.desk_note.trim()),
    })
}

fn guardian(view: GuardianView) -> Result<Guardian, Fault> {
    let fields = [&view.name, &view.relation, &view.phone];
    if fields.iter().any(|text| text.chars().count() > LONGEST_NAME) {
        return Err(Fault::invalid("guardian"));
    }
    let patient: Option<PatientId> = view.patient.as_deref().map(parsed).transpose()?;
    // The card of a guardian who is a patient says what they are called.
    let name = if patient.is_some() { "" } else { view.name.trim() };
    Ok(Guardian {
        name: Phi::from(name),
        relation: Phi::from(view.relation.trim()),
        phone: Phi::from(view.phone.trim()),
        patient,
    })
}

/// The contacts that staff wrote, with what they are compared by. `home` is the practice's country.
pub(crate) fn contacts(written: &[ContactView], home: &str) -> Result<Vec<NewContact>, Fault> {
    if written.len() > MOST_CONTACTS {
        return Err(Fault::invalid("contacts"));
    }
    written
        .iter()
        .filter(|one| !one.value.trim().is_empty())
        .map(|one| contact(one.kind, &one.value, home))
        .collect()
}

/// One contact. A number that nobody can read is kept as it is and compared with nothing.
pub(crate) fn contact(kind: ContactKind, value: &str, home: &str) -> Result<NewContact, Fault> {
    let value = value.trim();
    if value.chars().count() > LONGEST {
        return Err(Fault::invalid("contacts"));
    }
    let (kind, comparable) = match kind {
        ContactKind::Phone => (KeptKind::Phone, normalise_phone(value, Some(home))),
        ContactKind::Email => {
            let (before, after) = value.rsplit_once('@').unwrap_or_default();
            if before.is_empty() || !after.contains('.') || value.contains(char::is_whitespace) {
                return Err(Fault::invalid("email"));
            }
            (KeptKind::Email, Some(Phi::new(value.to_lowercase())))
        }
        ContactKind::Postal => (KeptKind::Postal, None),
        ContactKind::Other => (KeptKind::Other, None),
    };
    Ok(NewContact { kind, value: Phi::from(value), comparable })
}

pub(super) fn contact_view(contact: NewContact) -> ContactView {
    ContactView {
        kind: match contact.kind {
            KeptKind::Phone => ContactKind::Phone,
            KeptKind::Email => ContactKind::Email,
            KeptKind::Postal => ContactKind::Postal,
            KeptKind::Other => ContactKind::Other,
        },
        value: contact.value.into_inner(),
    }
}

pub(super) const fn what_view(what: KeptWhat) -> ConsentWhat {
    match what {
        KeptWhat::Reminders => ConsentWhat::Reminders,
        KeptWhat::Offers => ConsentWhat::Offers,
        KeptWhat::Recording => ConsentWhat::Recording,
    }
}

pub(super) const fn what(what: ConsentWhat) -> KeptWhat {
    match what {
        ConsentWhat::Reminders => KeptWhat::Reminders,
        ConsentWhat::Offers => KeptWhat::Offers,
        ConsentWhat::Recording => KeptWhat::Recording,
    }
}

pub(super) const fn says_view(says: KeptSays) -> ConsentSays {
    match says {
        KeptSays::Yes => ConsentSays::Yes,
        KeptSays::No => ConsentSays::No,
        KeptSays::AskEachTime => ConsentSays::AskEachTime,
    }
}

pub(super) const fn says(says: ConsentSays) -> KeptSays {
    match says {
        ConsentSays::Yes => KeptSays::Yes,
        ConsentSays::No => KeptSays::No,
        ConsentSays::AskEachTime => KeptSays::AskEachTime,
    }
}
