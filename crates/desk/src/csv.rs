//! Tables as CSV files that a spreadsheet opens and does not run.
//!
//! Holds: a cell that a spreadsheet would take for a formula begins with an apostrophe, whoever wrote it; quotes are
//! doubled; lines end as RFC 4180 says. The file begins with a byte order mark, because spreadsheets otherwise read
//! "Müller" as something else.

use std::borrow::Cow;
use std::fmt::Write;

/// A table in the making.
pub struct Csv(String);

impl Csv {
    /// A table with these columns.
    pub fn with_columns(names: &[&str]) -> Self {
        let mut csv = Self("\u{feff}".to_owned());
        csv.row(names);
        csv
    }

    /// Adds a line.
    pub fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        for (n, cell) in cells.iter().enumerate() {
            if n > 0 {
                self.0.push(',');
            }
            self.cell(cell.as_ref());
        }
        self.0.push_str("\r\n");
    }

    fn cell(&mut self, text: &str) {
        let text = harmless(text);
        if text.contains([',', '"', '\r', '\n', ';']) {
            // Writing to a string cannot fail.
            let _ = write!(self.0, "\"{}\"", text.replace('"', "\"\""));
        } else {
            self.0.push_str(&text);
        }
    }

    /// The file.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

/// The same words, with an apostrophe before what a spreadsheet would compute, and before an apostrophe that [`meant`]
/// would otherwise take for ours. Also before blanks and marks that some spreadsheets skip before they look.
fn harmless(text: &str) -> Cow<'_, str> {
    // A plain number is a number, also below nothing.
    let number = !text.starts_with('+') && text.parse::<f64>().is_ok();
    if is_computed(text.trim_start_matches('\'')) && !number {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// What [`harmless`] made a cell of, and what other programs do to the same end.
pub fn meant(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_computed(rest.trim_start_matches('\''))).unwrap_or(cell)
}

fn is_computed(text: &str) -> bool {
    let first = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}');
    first.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[&str]) -> String {
        let mut csv = Csv(String::new());
        csv.row(cells);
        csv.0
    }

    #[test]
    fn nothing_that_somebody_is_called_can_be_a_formula() {
        for formula in ["=1+1", "+441", "-1+1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\u{feff}=1", "＝1"] {
            let written = line(&[formula]);
            assert!(written.trim_start_matches('"').starts_with('\''), "{written:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_was_made_harmless_is_read_as_it_was_meant(text in "['=+@\\-\t a1.＝]{0,6}") {
            let written = harmless(&text);
            proptest::prop_assert_eq!(meant(&written), text.as_str());
        }
    }

    #[test]
    fn words_and_numbers_stay_as_they_are() {
        assert_eq!(line(&["Ines", "-3.5", "12", ""]), "Ines,-3.5,12,\r\n");
        assert_eq!(
            line(&["a,b", "say \"hi\"", "two\nlines"]),
            "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n"
        );
        let bytes = Csv::with_columns(&["day"]).into_bytes();
        assert_eq!(bytes, "\u{feff}day\r\n".as_bytes());
    }
}
