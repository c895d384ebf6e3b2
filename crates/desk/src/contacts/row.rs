//! What one row of a file says about one person, understood or refused with a reason.

use std::fmt;

use jiff::civil::Date;

use super::Reading;
use crate::csv::meant;
use crate::patients::{LONGEST_NAME, contact, date_typed};
use crate::views::{ContactField, ContactKind, ContactView, RowProblem};

/// More than this in one cell is no contact.
const LONGEST_CELL: usize = 4000;

/// Between several in one cell, in our own list and those of others, where a semicolon could be part of one.
pub(super) const BETWEEN: &str = ":::";

/// The oldest person who ever lived was born in 1875.
const FIRST_YEAR: i16 = 1875;

/// One row, as the file has it. Prints nothing of what stands in it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct RawRow {
    /// The line of the file it begins on.
    pub line: u64,
    /// What each cell is and says.
    pub cells: Vec<(ContactField, String)>,
    /// What is wrong with its form.
    pub flaw: Option<RowProblem>,
}

/// One row, understood. Prints nothing of what stands in it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ReadRow {
    /// Name.
    pub name: String,
    /// What they like to be called.
    pub preferred_name: String,
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Numbers and addresses.
    pub contacts: Vec<ContactView>,
    /// A note for the desk.
    pub note: String,
}

impl fmt::Debug for RawRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawRow({}, {:?}, ▮)", self.line, self.flaw)
    }
}

impl fmt::Debug for ReadRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("▮")
    }
}

impl RawRow {
    /// Understands the row.
    pub fn understand(&self, reading: &Reading) -> Result<ReadRow, RowProblem> {
        if let Some(flaw) = self.flaw {
            return Err(flaw);
        }
        let home = &reading.home;
        let mut row = ReadRow::default();
        let (mut whole, mut given, mut family) = (String::new(), String::new(), String::new());
        for (field, text) in &self.cells {
            let text = meant(text.trim()).trim();
            if text.is_empty() || *field == ContactField::Skip {
                continue;
            }
            if text.len() > LONGEST_CELL {
                return Err(RowProblem::TooLong);
            }
            // A letter that was lost in another program, or bytes that were never text.
            if text.contains(|c: char| c == '\u{fffd}' || (c.is_control() && !c.is_whitespace())) {
                return Err(RowProblem::Broken);
            }
            match field {
                ContactField::Skip => {}
                ContactField::Name => add(&mut whole, text, " "),
                ContactField::GivenName => add(&mut given, text, " "),
                ContactField::FamilyName => add(&mut family, text, " "),
                ContactField::PreferredName => add(&mut row.preferred_name, text, " "),
                ContactField::BirthDate => {
                    row.birth_date = Some(birth_date(text, reading.today).ok_or(RowProblem::BirthDate)?);
                }
                ContactField::Language => row.language = language(text),
                ContactField::Phone => reach_each(&mut row, ContactKind::Phone, text, home)?,
                ContactField::Email => reach_each(&mut row, ContactKind::Email, text, home)?,
                ContactField::Postal => reach_each(&mut row, ContactKind::Postal, text, home)?,
                ContactField::Other => reach_each(&mut row, ContactKind::Other, text, home)?,
                ContactField::Note => add(&mut row.note, text, "\n"),
            }
        }
        add(&mut given, &family, " ");
        row.name = if whole.is_empty() { given } else { whole };
        if row.name.is_empty() {
            return Err(RowProblem::NoName);
        }
        let names = [&row.name, &row.preferred_name];
        if names.iter().any(|name| name.chars().count() > LONGEST_NAME) || row.note.len() > LONGEST_CELL {
            return Err(RowProblem::TooLong);
        }
        Ok(row)
    }

    /// Nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|(_, text)| text.trim().is_empty())
    }
}

fn add(to: &mut String, text: &str, between: &str) {
    if !to.is_empty() && !text.is_empty() {
        to.push_str(between);
    }
    to.push_str(text);
}

/// One cell may hold several.
fn reach_each(row: &mut ReadRow, kind: ContactKind, text: &str, home: &str) -> Result<(), RowProblem> {
    // An address, and what is no number, can have a semicolon of their own.
    let also = |c: char| matches!(c, ';' | '\n') && matches!(kind, ContactKind::Phone | ContactKind::Email);
    let parts = text.split(BETWEEN).flat_map(|part| part.split(also)).map(str::trim);
    let mut parts = parts.filter(|part| !part.is_empty());
    parts.try_for_each(|part| reach(row, kind, part, home))
}

fn reach(row: &mut ReadRow, kind: ContactKind, text: &str, home: &str) -> Result<(), RowProblem> {
    let view = ContactView { kind, value: text.to_owned() };
    let read = contact(kind, text, home).map_err(|_| RowProblem::Email)?;
    // A number that nobody can read could be compared with nothing: better to say so than to make a second card of it.
    if kind == ContactKind::Phone && read.comparable.is_none() {
        return Err(RowProblem::Phone);
    }
    if !row.contacts.contains(&view) {
        row.contacts.push(view);
    }
    Ok(())
}

/// Dates as programs and people write them; of a date with slashes the day comes first unless it cannot. A year in which
/// nobody alive was born is a slip of somebody's keyboard.
fn birth_date(text: &str, today: Date) -> Option<String> {
    // A date with a time of day, as spreadsheets and vCards have it.
    let text = text.split(['T', ' ']).next().filter(|day| day.len() >= 8).unwrap_or(text);
    let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let date = if digits {
        date_typed(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]))
    } else {
        let turned = || {
            let mut parts = text.split('/');
            let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
            date_typed(&format!("{day}/{month}/{year}"))
        };
        date_typed(text).or_else(turned)
    };
    date.filter(|date| date.year() >= FIRST_YEAR && *date <= today).map(|date| date.to_string())
}

/// A tag such as `de` or `pt-BR`; a language written out is left to the desk.
fn language(text: &str) -> Option<String> {
    let looks = text.len() <= 12
        && text.split('-').all(|part| part.len() >= 2 && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (looks && text.split('-').next().is_some_and(|first| first.len() <= 3)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[(ContactField, &str)]) -> Result<ReadRow, RowProblem> {
        let cells = cells.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
        RawRow { line: 2, cells, flaw: None }.understand(&Reading::example())
    }

    #[test]
    fn a_row_is_understood_as_people_fill_tables_in() {
        let read = row(&[
            (ContactField::GivenName, " Leila "),
            (ContactField::FamilyName, "Haddad"),
            (ContactField::BirthDate, "03/08/1981"),
            (ContactField::Phone, "07700 900142"),
            (ContactField::Email, "Leila@Post.example"),
            (ContactField::Skip, "whatever"),
        ])
        .expect("a row");
        assert_eq!((read.name.as_str(), read.birth_date.as_deref()), ("Leila Haddad", Some("1981-08-03")));
        assert_eq!(read.contacts.len(), 2);
    }

    #[test]
    fn dates_are_read_in_every_usual_form_and_refused_otherwise() {
        let read = |text: &str| birth_date(text, Reading::example().today);
        for text in ["1981-08-03", "3.8.1981", "03/08/1981", "19810803", "1981-08-03T00:00:00Z", "1981/08/03"]
        {
            assert_eq!(read(text).as_deref(), Some("1981-08-03"), "{text}");
        }
        assert_eq!(read("08/23/1981").as_deref(), Some("1981-08-23"), "no month 23");
        for text in
            ["31.2.1981", "yesterday", "--0803", "8/81", "1.1.0001", "0000-00-00", "2061-01-01", "99999999"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn one_cell_may_hold_several_numbers_and_a_guarded_one_is_read() {
        let read = row(&[
            (ContactField::Name, "'=Leila"),
            (ContactField::Phone, "'+447700900142; 07700 900143 ::: 07700 900144"),
        ]);
        let read = read.expect("a row");
        assert_eq!(read.name, "=Leila");
        let numbers: Vec<_> = read.contacts.iter().map(|one| one.value.as_str()).collect();
        assert_eq!(numbers, ["+447700900142", "07700 900143", "07700 900144"]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(row(&[(ContactField::Name, "M\u{fffd}ller")]), Err(RowProblem::Broken));
        assert_eq!(row(&[(ContactField::Name, "A\0B")]), Err(RowProblem::Broken));
        assert_eq!(row(&[(ContactField::Phone, "07700 900142")]), Err(RowProblem::NoName));
        assert_eq!(
            row(&[(ContactField::Name, "A"), (ContactField::Email, "nobody")]),
            Err(RowProblem::Email)
        );
        assert_eq!(
            row(&[(ContactField::Name, "A"), (ContactField::Phone, "ring her")]),
            Err(RowProblem::Phone)
        );
        assert_eq!(row(&[(ContactField::Name, &"a".repeat(5000))]), Err(RowProblem::TooLong));
    }
}
