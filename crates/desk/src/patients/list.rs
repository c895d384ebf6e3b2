//! The list of all patients, narrowed by what is typed; pairs that could be one; a patient made by hand.

use anteroom_model::{PatientId, Phi, digits};
use anteroom_store::{ListPlace, ListedPatient, WhoSought};
use jiff::civil::Date;

use super::card::signs;
use super::{contacts, parsed, patient_card, words};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{Code, PatientCard, PatientEdit, PeoplePage, PersonRow, TwinPage, TwinPair, WireError};

/// Rows on one page at most.
const MOST: u32 = 200;
/// Nobody types more; a pasted page is cut.
const LONGEST: usize = 200;
/// Fewer digits say nothing.
const FEWEST_DIGITS: usize = 4;

impl Desk {
    /// The card of a patient, wherever they are.
    ///
    /// # Errors
    /// When there is no such patient.
    pub fn patient_open(&self, patient: &str) -> Result<PatientCard, WireError> {
        let id: PatientId = parsed(patient)?;
        Ok(self.core.read(|tx| patient_card(tx, id)).map_err(Fault::from)?)
    }

    /// A new patient, by hand.
    ///
    /// # Errors
    /// When the name is missing or something cannot be understood.
    pub async fn patient_add(&self, edit: PatientEdit) -> Result<PatientCard, WireError> {
        let contacts = contacts(&edit.contacts, &self.core.clinic.country)?;
        let words = words(edit)?;
        let made = self.core.write(move |tx| {
            let patient = tx.create_patient(&words)?;
            tx.set_contacts(patient, &contacts)?;
            patient_card(tx, patient)
        });
        Ok(made.await.map_err(Fault::from)?)
    }

    /// A page of the patients that fit what was typed: beginnings of names, four digits of a number, a date of birth,
    /// an e-mail address; everybody by name while nothing is typed.
    ///
    /// # Errors
    /// [`Code::Stale`] when `after` is no page's end.
    pub fn people(&self, typed: &str, after: Option<&str>, limit: u32) -> Result<PeoplePage, WireError> {
        let typed: String = typed.trim().chars().take(LONGEST).collect();
        let after = after.map(list_place).transpose()?;
        let page = self
            .core
            .read(|tx| tx.people(&sought(&typed), after.as_ref(), limit.clamp(1, MOST)))
            .map_err(Fault::from)?;
        Ok(PeoplePage {
            people: page.people.into_iter().map(person_row).collect(),
            next: page.next.map(|place| format!("{}:{}", place.key.1, place.key.0.reveal())),
        })
    }

    /// Pairs of patients that could be one, the newest first.
    ///
    /// # Errors
    /// [`Code::Stale`] when `before` is no page's end.
    pub fn twins(&self, before: Option<&str>, limit: u32) -> Result<TwinPage, WireError> {
        let before = before.map(|text| text.parse().map_err(|_| Fault::of(Code::Stale))).transpose()?;
        let limit = limit.clamp(1, MOST);
        let page = self.core.read(|tx| {
            let rows = tx.twins(before, limit)?;
            let full = rows.len() == limit as usize;
            let next = rows.last().filter(|_| full).map(|row| row.place.to_string());
            let mut pairs = Vec::with_capacity(rows.len());
            for row in rows {
                let (a, b) = (person_row(tx.listed(row.a)?), person_row(tx.listed(row.b)?));
                pairs.push(TwinPair { a, b, signs: signs(row.signs) });
            }
            Ok(TwinPage { pairs, next })
        });
        Ok(page.map_err(Fault::from)?)
    }
}

fn person_row(one: ListedPatient) -> PersonRow {
    PersonRow {
        patient: one.id.to_string(),
        name: one.name.into_inner(),
        preferred_name: one.preferred_name.into_inner(),
        birth_date: one.birth_date.map(|date| date.reveal().to_string()),
        channels: one.channels.into_iter().map(Into::into).collect(),
    }
}

fn list_place(text: &str) -> Result<ListPlace, Fault> {
    let (row, key) = text.split_once(':').ok_or_else(|| Fault::of(Code::Stale))?;
    let row = row.parse().map_err(|_| Fault::of(Code::Stale))?;
    Ok(ListPlace { key: (key.into(), row) })
}

/// What somebody means who types this.
fn sought(typed: &str) -> WhoSought {
    if typed.is_empty() {
        return WhoSought::Everybody;
    }
    if typed.contains('@') && !typed.starts_with('@') {
        return WhoSought::Email(Phi::new(typed.to_lowercase()));
    }
    if let Some(date) = date_typed(typed) {
        return WhoSought::Born(date);
    }
    let digits = digits(typed);
    if digits.len() >= FEWEST_DIGITS && !typed.chars().any(char::is_alphabetic) {
        // A number is typed with its trunk zero and kept with its country.
        let bare = digits.trim_start_matches('0');
        return WhoSought::Digits(Phi::from(if bare.len() >= FEWEST_DIGITS { bare } else { &digits }));
    }
    WhoSought::Name(Phi::from(typed))
}

/// `1981-08-03`, `3.8.1981`, `03/08/1981`: the year tells which end is which; between day and month the day is first.
pub(crate) fn date_typed(typed: &str) -> Option<Date> {
    let parts: Vec<&str> = typed.split(['-', '.', '/', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, middle, last] = parts[..] else { return None };
    let number =
        |text: &str| text.parse::<i16>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let (year, month, day) = if first.len() == 4 {
        (number(first)?, number(middle)?, number(last)?)
    } else if last.len() == 4 {
        (number(last)?, number(middle)?, number(first)?)
    } else {
        return None;
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_tells_what_is_meant() {
        let born = WhoSought::Born("1981-08-03".parse().expect("a date"));
        for typed in ["1981-08-03", "3.8.1981", "03/08/1981", "3 8 1981"] {
            assert_eq!(sought(typed), born, "{typed}");
        }
        assert_eq!(sought("07700 900"), WhoSought::Digits("7700900".into()));
        assert_eq!(sought("123"), WhoSought::Name("123".into()), "three digits are no number");
        assert_eq!(sought("Leila@Post"), WhoSought::Email("leila@post".into()));
        assert_eq!(sought("@leila.hdd"), WhoSought::Name("@leila.hdd".into()));
        assert_eq!(sought("had lei"), WhoSought::Name("had lei".into()));
    }
}
