//! Tables of commas, semicolons, tabs or bars, read row by row.
//!
//! Refused: guessing fields from what stands in the cells. The header is a person's word for them, and staff correct it.

use std::io::Read;

use anteroom_model::Phi;
use bytes::Bytes;
use encoding_rs::Encoding;

use super::decode::{Decoded, encoding_of};
use super::row::RawRow;
use super::watch::{Begins, Endless, Watched};
use crate::views::{ContactField, RowProblem};

/// Bytes of the beginning in which the delimiter is looked for.
const LOOK: u64 = 64 << 10;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// More columns than any table of people has.
const MOST_COLUMNS: usize = 500;

/// A table whose beginning was read.
pub struct Table {
    bytes: Bytes,
    encoding: &'static Encoding,
    mark: usize,
    /// What parts its cells.
    pub delimiter: u8,
    /// The first row.
    pub headers: Vec<Phi<String>>,
}

/// A table cannot be read as one; the line on which that shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoTable(pub u64);

impl Table {
    /// Looks at a file.
    ///
    /// # Errors
    /// When it has no header, or too many columns.
    pub fn of(bytes: Bytes) -> Result<Self, NoTable> {
        let (encoding, mark) = encoding_of(&bytes);
        let mut beginning = Vec::new();
        Decoded::of(bytes.clone(), encoding, mark)
            .take(LOOK)
            .read_to_end(&mut beginning)
            .map_err(|_| NoTable(1))?;
        // A picture, an archive or a spreadsheet's own format is no text.
        let strange = |byte: &u8| *byte < b' ' && !matches!(*byte, b'\t' | b'\n' | b'\r' | 0x0c);
        if let Some(at) = beginning.iter().position(strange) {
            return Err(NoTable(1 + beginning[..at].iter().filter(|byte| **byte == b'\n').count() as u64));
        }
        let first = beginning.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty());
        let first = first.ok_or(NoTable(1))?;
        let count = |sign: u8| outside_quotes(first, sign);
        let delimiter = DELIMITERS.into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',');
        let mut table = Self { bytes, encoding, mark, delimiter, headers: Vec::new() };
        let mut reader = table.reader(Begins::default());
        let headers = reader.headers().map_err(|error| torn(error, 1))?;
        if headers.len() > MOST_COLUMNS || headers.iter().all(|header| header.trim().is_empty()) {
            return Err(NoTable(1));
        }
        table.headers = headers.iter().map(|header| Phi::from(header.trim())).collect();
        Ok(table)
    }

    /// All of it.
    pub const fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The name of its encoding.
    pub fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    fn reader(&self, begins: Begins) -> csv::Reader<Watched<Decoded>> {
        csv::ReaderBuilder::new().delimiter(self.delimiter).flexible(true).from_reader(Watched::of(
            Decoded::of(self.bytes.clone(), self.encoding, self.mark),
            self.delimiter,
            begins,
        ))
    }

    /// Its rows, one by one, with the fields that `mapping` gives to the columns. Empty rows are left out.
    pub fn rows(
        &self,
        mapping: Vec<ContactField>,
    ) -> impl Iterator<Item = Result<RawRow, NoTable>> + Send + use<> {
        let begins = Begins::default();
        let mut rows = self.reader(begins.clone()).into_records();
        let mut header = true;
        let columns = self.headers.len();
        let mut line = 1;
        std::iter::from_fn(move || {
            loop {
                let record = match rows.next()? {
                    Ok(record) => record,
                    Err(error) => return Some(Err(torn(error, line))),
                };
                if std::mem::take(&mut header) {
                    begins.next();
                }
                line = begins.next().unwrap_or(line + 1);
                if record.len() > MOST_COLUMNS {
                    return Some(Err(NoTable(line)));
                }
                let flaw = (!fits(&record, columns)).then_some(RowProblem::Cells);
                let cells = mapping.iter().copied().zip(record.iter().map(str::to_owned)).collect::<Vec<_>>();
                let row = RawRow { line, cells, flaw };
                if !row.is_empty() {
                    return Some(Ok(row));
                }
            }
        })
    }
}

/// Cells beyond the columns of the header say that a cell came apart; a row in one piece under several columns says that
/// something else parts it.
fn fits(record: &csv::StringRecord, columns: usize) -> bool {
    let beyond = record.iter().skip(columns).any(|cell| !cell.trim().is_empty());
    let parted = |cell: &str| cell.bytes().any(|byte| DELIMITERS.contains(&byte));
    let whole = columns > 1 && record.len() == 1 && record.get(0).is_some_and(parted);
    !beyond && !whole
}

/// Where a table cannot be read on: the line that is known, or that of the last row.
fn torn(error: csv::Error, last: u64) -> NoTable {
    let csv::ErrorKind::Io(error) = error.into_kind() else { return NoTable(last) };
    let endless = error.get_ref().and_then(|error| error.downcast_ref::<Endless>());
    NoTable(endless.map_or(last, |endless| endless.0))
}

fn outside_quotes(line: &[u8], sign: u8) -> usize {
    let mut quoted = false;
    line.iter()
        .filter(|byte| {
            quoted ^= **byte == b'"';
            !quoted && **byte == sign
        })
        .count()
}

/// The field that a column's header names, in the languages of the window.
pub fn guess(header: &str) -> ContactField {
    let folded: String = header.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let is = |words: &[&str]| words.iter().any(|word| folded == *word);
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    use ContactField as F;
    if is(&[
        "name",
        "fullname",
        "patient",
        "patientname",
        "displayname",
        "nomcomplet",
        "nombrecompleto",
        "emri",
        "الاسم",
    ]) {
        F::Name
    } else if has(&["firstname", "givenname", "forename", "vorname", "prénom", "prenom"])
        || is(&["first", "nombre", "emriparë"])
    {
        F::GivenName
    } else if has(&["lastname", "familyname", "surname", "nachname", "apellido", "mbiemri"])
        || is(&["last", "nom", "familienname"])
    {
        F::FamilyName
    } else if has(&["preferred", "nickname", "rufname", "knownas"]) {
        F::PreferredName
    } else if has(&[
        "birth",
        "dob",
        "geburt",
        "geboren",
        "naissance",
        "nacimiento",
        "datëlindja",
        "datelindja",
        "ميلاد",
    ]) {
        F::BirthDate
    } else if has(&["email", "mail", "correo", "بريد"]) {
        F::Email
    } else if has(&[
        "phone", "mobile", "cell", "tel", "handy", "mobil", "móvil", "whatsapp", "sms", "هاتف", "جوال",
    ]) {
        F::Phone
    } else if has(&["language", "sprache", "langue", "idioma", "gjuha", "لغة"]) {
        F::Language
    } else if has(&[
        "address",
        "adresse",
        "dirección",
        "direccion",
        "street",
        "strasse",
        "straße",
        "postcode",
        "plz",
        "city",
        "ort",
        "عنوان",
    ]) {
        F::Postal
    } else if has(&["note", "comment", "remark", "bemerkung", "notiz", "remarque", "nota", "shënim", "ملاحظ"])
    {
        F::Note
    } else if is(&["other", "otro", "autre", "sonstiges", "tjetër", "website", "web"]) {
        F::Other
    } else if has(&["name"]) {
        F::Name
    } else {
        F::Skip
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::Reading;
    use proptest::prelude::*;

    fn table(text: &str) -> Table {
        Table::of(Bytes::copy_from_slice(text.as_bytes())).expect("a table")
    }

    #[test]
    fn the_delimiter_is_found_and_headers_say_what_columns_are() {
        for (text, delimiter) in [
            ("Vorname;Nachname;Geburtsdatum;E-Mail;Handy\nA;B;1.2.1990;;\n", b';'),
            ("First name,Last name,Date of birth,Email,Mobile phone\n\"A, B\",C,,,\n", b','),
            ("First name\tSurname\tDOB\tE-mail\tPhone\n", b'\t'),
        ] {
            let table = table(text);
            assert_eq!(table.delimiter, delimiter);
            let fields: Vec<_> = table.headers.iter().map(|header| guess(header)).collect();
            use ContactField as F;
            assert_eq!(fields, [F::GivenName, F::FamilyName, F::BirthDate, F::Email, F::Phone]);
        }
    }

    #[test]
    fn rows_know_their_line_also_behind_cells_of_several_lines() {
        let table = table("Name,Note\r\n\"A\",\"one\r\ntwo\"\r\n\r\nB,three\r\n");
        let rows: Vec<_> =
            table.rows(vec![ContactField::Name, ContactField::Note]).collect::<Result<_, _>>().expect("rows");
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 5]);
        assert_eq!(rows[0].cells[1].1, "one\r\ntwo");
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for bytes in [&b""[..], b"\n\n", b"\xff\xfe"] {
            assert!(Table::of(Bytes::copy_from_slice(bytes)).is_err());
        }
        assert!(Table::of(Bytes::from(",".repeat(2000))).is_err());
    }

    #[test]
    fn a_quote_that_never_closes_is_told_with_the_line_on_which_it_opened() {
        let name = vec![ContactField::Name, ContactField::Note];
        let rows = |text: &str| table(text).rows(name.clone()).collect::<Vec<_>>();
        assert_eq!(rows("Name,Note\nA,b\nB,\"never\nC,d\n").last(), Some(&Err(NoTable(3))));
        let long = format!("Name,Note\nA,\"{}\nB,\"c\"\n", "never closed\n".repeat(100_000));
        assert_eq!(rows(&long).last(), Some(&Err(NoTable(2))), "before it swallows the file");
        assert!(rows("Name,Note\nA,\"say \"\"hi\"\"\"\nB,5\" high\n").iter().all(Result::is_ok));
    }

    #[test]
    fn a_row_without_an_end_is_told_before_it_takes_room() {
        let file = format!("Name,Note\nA,b\nB,{}", "c".repeat(3 << 20));
        assert_eq!(
            table(&file).rows(vec![ContactField::Name, ContactField::Note]).last(),
            Some(Err(NoTable(3)))
        );
        let blank = format!("Name,Note\n{}A,b\n", "\r\n".repeat(2 << 20));
        assert!(
            table(&blank).rows(vec![ContactField::Name]).all(|row| row.is_ok()),
            "empty lines are no row"
        );
    }

    #[test]
    fn a_row_that_fits_no_header_is_named_and_the_others_are_read() {
        let fields = vec![ContactField::Name, ContactField::Phone];
        let rows = table("Name,Phone\nHaddad, Leila,1\nA;2\nB,3\nC\n").rows(fields);
        let flaws: Vec<_> = rows.map(|row| row.expect("a row").flaw).collect();
        assert_eq!(flaws, [Some(RowProblem::Cells), Some(RowProblem::Cells), None, None]);
    }

    #[test]
    fn a_picture_or_an_archive_is_no_table() {
        for bytes in
            [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"PK\x03\x04\x14\0\x06\0\x08\0", b"Name\nA\n\x01\x02"]
        {
            assert!(Table::of(Bytes::copy_from_slice(bytes)).is_err());
        }
    }

    proptest! {
        #[test]
        fn nothing_in_a_file_can_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            if let Ok(table) = Table::of(Bytes::from(bytes)) {
                let mapping = table.headers.iter().map(|header| guess(header)).collect();
                for row in table.rows(mapping).take(100).flatten() {
                    let _ = row.understand(&Reading::example());
                }
            }
        }
    }
}
